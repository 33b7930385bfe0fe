"""How long rows are kept, and the job that lets the old ones go."""
