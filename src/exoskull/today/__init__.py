"""The page of the day, its plan, chat and what was just done; and the feed of everything."""
