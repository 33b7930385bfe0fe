"""What models may cost: reserved before a call, settled after it, never exceeded."""
