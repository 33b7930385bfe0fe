"""Models: one gateway, in budget, on a leash."""
