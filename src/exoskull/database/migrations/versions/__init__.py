"""The schema's history, oldest first; each revision is SQL written by hand."""
