"""Things to do, and reminders: tasks with an instant to be told of."""
