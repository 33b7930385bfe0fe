"""The commands of the `exoskull` program, one file an area."""
