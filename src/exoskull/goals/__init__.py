"""Goals, and how far along they are."""
