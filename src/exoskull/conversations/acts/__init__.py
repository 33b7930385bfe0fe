"""What the assistant does for each act that it read in a message: one file an area."""
