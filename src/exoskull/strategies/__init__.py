"""Strategies: how a goal that slips becomes a few things to do today, and what is tried next."""
