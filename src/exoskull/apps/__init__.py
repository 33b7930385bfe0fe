"""Apps: small trackers made for one person, with typed columns, and what was entered in them."""
