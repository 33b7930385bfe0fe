"""What came of each intervention: measured, attributed by link, or said to be unknown."""
