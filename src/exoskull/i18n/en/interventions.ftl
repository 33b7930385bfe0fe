### The messages the loop sends: one SMS, two at most. In the SMS alphabet: straight quotes, no dashes.
### intervention-<symptom>-<option>-<framing>, reason-<symptom>, subject-<symptom>.
### Optional: $metric (a name of the metrics table), $direction (at_least, at_most, reach).

## Parts

# "this week 1 run, goal: 3 runs"
part-score = { $direction ->
    [at_most] { part-period } { $have_text }, limit: { $target_text }
   *[at_least] { part-period } { $have_text }, goal: { $target_text }
}
part-period = { $period ->
    [day] today
    [week] this week
    [month] this month
   *[none] so far
}
# Days with today's.
part-left = { $period ->
    [day] {""}
   *[none] { $days_left ->
        [none] {""}
        [0] {""} (the date has passed)
        [1] {""} (today is the last day)
        [one] {""} ({ $days_left } day left)
       *[other] {""} ({ $days_left } days left)
    }
}
# An example of a time that is still in time.
part-soon = { $days_left ->
    [0] this evening
    [1] this evening
   *[none] tomorrow at 18
}
part-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
part-days-since = { $days_since ->
    [one] { $days_since } day
   *[other] { $days_since } days
}
part-last-days = { $days ->
    [one] the last day
   *[other] the last { $days } days
}
part-of-nights = { $nights ->
    [one] last night
   *[other] the last { $nights } nights
}

## Goal off pace

intervention-goal-off-pace-next-step-direct = "{ $goal }": { part-score }. Next step: { part-step }.
intervention-goal-off-pace-next-step-gentle = No pressure. "{ $goal }": { part-score }. If you have a moment today, { part-step }.
intervention-goal-off-pace-next-step-humor = "{ $goal }" is waving at you from the calendar ({ part-score }). A good way to wave back: { part-step }.

intervention-goal-off-pace-plan-time-direct = { $direction ->
    [at_most] "{ $goal }": { part-score }. From what time are you taking a break today? Reply with an hour, e.g. "from 18".
   *[at_least] "{ $goal }": { part-score }. When is the next step? Reply with a day and time, e.g. "{ part-soon }".
}
intervention-goal-off-pace-plan-time-gentle = { $direction ->
    [at_most] A fixed closing time can help with "{ $goal }". Which hour would suit you today? Just the hour is enough.
   *[at_least] There is still room for "{ $goal }"{ part-left }. What time would suit you? Just "{ part-soon }" is enough.
}
intervention-goal-off-pace-plan-time-humor = { $direction ->
    [at_most] "{ $goal }" would like to post its opening hours. Open until when today? Reply e.g. "until 16".
   *[at_least] Your calendar claims it has never met "{ $goal }". Care to introduce them? A day and a time will do.
}

intervention-goal-off-pace-smaller-step-direct = "{ $goal }": { part-score }. Today's smaller version: { part-small }. It counts.
intervention-goal-off-pace-smaller-step-gentle = It does not all have to happen at once. For "{ $goal }" today, { part-small } will do. The rest can wait.
intervention-goal-off-pace-smaller-step-humor = Offer of the day: "{ $goal }" in size mini, also known as { part-small }. No asterisks, no small print.

reason-goal-off-pace = { $direction ->
    [at_most] The goal "{ $goal }" is near its limit or over it: { part-score }.
   *[at_least] The goal "{ $goal }" is behind its pace: { part-score }{ part-left }.
}
subject-goal-off-pace = "{ LINE($goal) }": what next

## Goal without data

intervention-goal-without-data-log-one-direct = "{ $goal }": nothing logged for { part-days } ({ $metric_text }). Reply in one line, e.g. "{ part-example }".
intervention-goal-without-data-log-one-gentle = I would gladly work out how "{ $goal }" is going, but I have no numbers. When you have a moment, reply e.g. "{ part-example }".
intervention-goal-without-data-log-one-humor = The chart of "{ $goal }" has been perfectly smooth for { part-days }: it is empty. Care to dent it? E.g. "{ part-example }".

intervention-goal-without-data-easier-log-direct = "{ $goal }": nothing logged for { part-days }. Once a day, a line like "{ part-example }" is enough. Morning or evening?
intervention-goal-without-data-easier-log-gentle = It does not have to be exact. For "{ $goal }", a rough "{ part-example }" every few days is plenty.
intervention-goal-without-data-easier-log-humor = No tables, no spreadsheets: for "{ $goal }", I am happy with "{ part-example }". Spelling is not graded.

reason-goal-without-data = Nothing has been logged for the goal "{ $goal }" for { part-days } ({ $metric_text }), so I cannot tell how it is going.
subject-goal-without-data = "{ LINE($goal) }": one entry missing

## Sleep debt

intervention-sleep-debt-earlier-bed-direct = Sleep over { part-of-nights }: { $mean_text } on average, usually { $baseline_text }. Go to bed half an hour earlier tonight.
intervention-sleep-debt-earlier-bed-gentle = You have been sleeping less than usual ({ $mean_text } on average). Could you give yourself an extra half hour tonight?
intervention-sleep-debt-earlier-bed-humor = Your pillow has sent a bill: { $debt_text } of sleep. It accepts the first instalment, half an hour, tonight.

intervention-sleep-debt-wind-down-direct = Sleep over { part-of-nights }: { $mean_text } on average. Tonight, put screens away and dim the lights an hour before bed.
intervention-sleep-debt-wind-down-gentle = Your nights have been short lately. Maybe a soft ending today: a warm tea, less light, the phone in another room?
intervention-sleep-debt-wind-down-humor = Your phone is yawning. It asks to be put to bed an hour before you tonight. Sleep to catch up on: { $debt_text }.

reason-sleep-debt = Over { part-of-nights } you slept { $mean_text } on average, usually { $baseline_text }. Sleep owed: { $debt_text }.
subject-sleep-debt = Your sleep these nights

## Overdue tasks

part-overdue = { $count ->
    [one] { $count } overdue task
   *[other] { $count } overdue tasks
}
part-days-late = { $days_late ->
    [one] { $days_late } day
   *[other] { $days_late } days
}
intervention-overload-pick-one-direct = You have { part-overdue }. Pick one for today, e.g. "{ $oldest }", and reply which.
intervention-overload-pick-one-gentle = Things have piled up a little ({ part-overdue }). No need to catch up on everything. Which one would be the biggest relief today?
intervention-overload-pick-one-humor = "{ $oldest }" has lived on your list for { part-days-late } past its date and is choosing curtains. Move it out today, or another one?

intervention-overload-drop-some-direct = You have { part-overdue }. Go through the list and cross out what no longer matters. "{ $oldest }" is a good start.
intervention-overload-drop-some-gentle = Some tasks simply stop being needed. Maybe "{ $oldest }" is one of them? You may cross it out and breathe.
intervention-overload-drop-some-humor = Your task list has grown its own gravity ({ part-overdue }). Cross one out before it pulls in more.

reason-overload = Overdue tasks: { $count }. The oldest, "{ $oldest }", is { part-days-late } late.
subject-overload = Overdue tasks: { $count }

## Low mood

intervention-low-mood-check-in-direct = Mood over { part-last-days }: { $mean_text } on average, usually { $baseline_text }. What is going on? One word is enough.
intervention-low-mood-check-in-gentle = The last days look heavier. How do you feel today? One word or a number from 0 to 10 is enough.
intervention-low-mood-check-in-humor = The mood barometer says { $mean_text }, usually { $baseline_text }. What is today's forecast? A number or a word will do.

intervention-low-mood-small-pleasure-direct = Mood over { part-last-days }: { $mean_text } on average. Set aside 15 minutes today for something you like.
intervention-low-mood-small-pleasure-gentle = Heavier days happen, and that is all right. Do one small good thing for yourself today: a walk, some music, a call to someone close.
intervention-low-mood-small-pleasure-humor = Mission for today: 15 minutes of something entirely useless and pleasant. No report required.

reason-low-mood = Your mood over { part-last-days } is { $mean_text } on average, and usually { $baseline_text }.
subject-low-mood = How are you today?

## Silence

intervention-silence-check-in-direct = I have not heard from you for { part-days }. Is everything all right? If you prefer quiet, reply "don't write".
intervention-silence-check-in-gentle = { part-days } without a word from you. There is nothing to catch up on. I only wonder how you are.
intervention-silence-check-in-humor = { part-days } of silence. I have started talking to the calendar, and all it knows is deadlines. How are you?

reason-silence = There has been no message or entry from you for { part-days }.
subject-silence = How are things?

## Broken routine

intervention-broken-routine-restart-small-direct = A break in your routine ({ $metric_text }): { part-days-since }, usually { $usual_text }. To get going again: { part-small }.
intervention-broken-routine-restart-small-gentle = Breaks happen and they undo nothing. You can ease back in ({ $metric_text }) with { part-small }.
intervention-broken-routine-restart-small-humor = Your habit ({ $metric_text }) has been on leave for { part-days-since }. For a soft return to work: { part-small }.

intervention-broken-routine-ask-reason-direct = Nothing logged for { part-days-since } ({ $metric_text }), usually { $usual_text }. What has changed? One sentence is enough.
intervention-broken-routine-ask-reason-gentle = Your rhythm has changed ({ $metric_text }). Is something in the way, or is it simply rest? Either answer is fine.
intervention-broken-routine-ask-reason-humor = Missing: one routine ({ $metric_text }), last seen { part-days-since } ago. Any leads?

reason-broken-routine = Usually { $usual_text } ({ $metric_text }), and the last entry was { part-days-since } ago.
subject-broken-routine = A break in the routine: { LINE($metric_text) }

## Achievement

intervention-achievement-word-direct = "{ $goal }": { $value_text }. You did it. Good work.
intervention-achievement-word-gentle = "{ $goal }": { $value_text }. That is lovely to see. Take a moment to enjoy it.
intervention-achievement-word-humor = "{ $goal }": { $value_text }. The fanfare is playing softly, for the neighbours' sake, but it is playing.

reason-achievement = There is a result on the goal "{ $goal }": { $value_text }.
subject-achievement = "{ LINE($goal) }": done

## Reminder

intervention-reminder-due-remind-direct = Reminder: { $title } ({ $time }).
intervention-reminder-due-remind-gentle = Just a quiet reminder: { $title }. The time you chose is { $time }.
intervention-reminder-due-remind-humor = Knock, knock. Who's there? A reminder: { $title }, { $time }.

reason-reminder-due = You asked to be reminded: { $title } ({ $time }).
subject-reminder-due = Reminder: { LINE($title) }
