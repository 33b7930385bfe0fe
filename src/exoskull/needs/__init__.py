"""What a person keeps coming back to: needs, heard in messages, counted until they are sure."""
