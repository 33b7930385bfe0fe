"""What happens by the clock: the catalogue of jobs, their slots, and what became of each slot."""
