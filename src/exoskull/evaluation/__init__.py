"""Evaluations: what the built-in reasoner, or a model, makes of cases with known answers."""
