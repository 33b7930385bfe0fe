"""Background work: what is worth doing for whom when there is room, and what it found."""
