"""Where signals meet the loop: a measure is kept with what it says of goals and outcomes."""
