"""The kinds of background work that need nothing but measures and findings."""
