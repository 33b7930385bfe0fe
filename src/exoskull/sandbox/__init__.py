"""Where code that nobody here wrote is run: an interpreter, in a process that has nothing."""
