"""Summaries of a day, a week and a month, by e-mail, and the way out of them."""
