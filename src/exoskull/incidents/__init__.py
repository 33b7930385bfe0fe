"""What keeps failing: one incident for each cause, told once, and once more when it works again."""
