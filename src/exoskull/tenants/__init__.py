"""A tenant: one person's space, settings and ways in."""
