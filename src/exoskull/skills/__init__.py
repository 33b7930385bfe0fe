"""Small tools that are written for a person, and have to earn their place."""
