"""The page of the day: chat, what is planned, the live feed and the permissions, side by side."""
