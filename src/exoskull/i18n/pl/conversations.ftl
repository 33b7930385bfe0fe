### Odpowiedzi asystenta, ciąg dalszy.

# After a reminder that was asked for again and again.
assistant-reminder-once = Na razie umiem przypomnieć tylko raz; o kolejne przypomnienie po prostu napisz.
assistant-goal-again = Znów liczy się poprzedni cel: „{ $title }”.
feed-goal-reinstated = Cel „{ $title }” znów się liczy.
