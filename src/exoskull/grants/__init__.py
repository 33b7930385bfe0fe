"""What the loop may do for a person: the rules they can see, change and take back."""
