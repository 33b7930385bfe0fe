"""Wider permission with behaviour, by proposal only: silence changes nothing."""
