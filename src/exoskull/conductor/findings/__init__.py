"""What background work found out about a person: one row a fact, with where it comes from."""
