"""What the loop does towards the person: planned, approved, sent through one outbox, undone."""
