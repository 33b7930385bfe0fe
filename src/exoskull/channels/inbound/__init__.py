"""What comes in from outside: verified, parsed, and neither trusted nor understood yet."""
