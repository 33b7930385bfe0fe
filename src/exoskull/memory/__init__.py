"""What is remembered of a person, each fact with where it is from."""
