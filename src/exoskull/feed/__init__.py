"""What happened, in order, with its reason: the events that everything else publishes."""
