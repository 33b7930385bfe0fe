"""The schema as a chain of revisions: `versions/NNNN_name.py`, hand-written SQL, forward only."""
