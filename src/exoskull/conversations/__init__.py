"""The one thread with a person: what they wrote, what was answered, and notices beside it."""
