"""Seeing the loop closed, or where it is open: one chain, and the funnel of all of them."""
