"""What every part needs and nothing of the product: clock, ids, errors, text."""
