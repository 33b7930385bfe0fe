### The assistant's answers, continued.

# After a reminder that was asked for again and again.
assistant-reminder-once = So far I can only remind you once; for the next one, just write again.
assistant-goal-again = The goal before it counts again: "{ $title }".
feed-goal-reinstated = The goal "{ $title }" counts again.
