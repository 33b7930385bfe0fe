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

# One concrete step: an imperative without its full stop.
part-step = { $metric ->
    [water_glasses] pour a glass of water now
    [coffee_cups] make the next coffee a tea or a water
    [alcohol_drinks] make the next drink one without alcohol
    [cigarettes] put the next cigarette off by 15 minutes
    [fruit_portions] put one piece of fruit within reach
    [vegetable_portions] add a vegetable to your next meal
    [sweets] leave the next dessert for tomorrow
    [meals] decide when your next meal is
    [runs] put your shoes on and go out for just 10 minutes
    [run_km] put your shoes on and go out for just 10 minutes
    [run_minutes] put your shoes on and go out for just 10 minutes
    [walks] go for a 10-minute walk
    [walk_km] go for a 10-minute walk
    [walk_minutes] go for a 10-minute walk
    [steps] go for a 10-minute walk
    [rides] get on the bike for just 10 minutes
    [cycling_km] get on the bike for just 10 minutes
    [cycling_minutes] get on the bike for just 10 minutes
    [swims] pack your swimming bag and put it by the door
    [swim_km] pack your swimming bag and put it by the door
    [swim_minutes] pack your swimming bag and put it by the door
    [workouts] start with 10 minutes of movement
    [exercise_minutes] start with 10 minutes of movement
    [pushups] do five push-ups now
    [squats] do five squats now
    [situps] do five sit-ups now
    [pullups] do one pull-up now
    [plank_minutes] hold a plank for half a minute now
    [sleep_hours] decide when the lights go out tonight
    [weight_kg] plan a walk today, even 20 minutes
    [waist_cm] plan a walk today, even 20 minutes
    [body_fat_percent] plan a walk today, even 20 minutes
    [mood] do one small thing you like right now
    [energy] do one small thing you like right now
    [stress] do one small thing you like right now
    [spending_pln] put one purchase off until tomorrow
    [spending_usd] put one purchase off until tomorrow
    [spending_eur] put one purchase off until tomorrow
    [spending_gbp] put one purchase off until tomorrow
    [savings_pln] put even a small amount aside today
    [savings_usd] put even a small amount aside today
    [savings_eur] put even a small amount aside today
    [savings_gbp] put even a small amount aside today
    [meditations] sit down and take 10 slow breaths
    [meditation_minutes] sit down and take 10 slow breaths
    [pages_read] open the book for two pages
    [pages] open the book for two pages
    [books_read] open the book for two pages
    [reading_minutes] open the book for two pages
    [study_hours] open your notes for 10 minutes
    [study_minutes] open your notes for 10 minutes
    [work_hours] decide when you stop work today
    [screen_hours] leave your phone in another room for half an hour
    [screen_minutes] leave your phone in another room for half an hour
    [medication] check that today's dose is logged
    [bp_systolic] take a reading and log it
    [bp_diastolic] take a reading and log it
    [heart_rate_bpm] take a reading and log it
    [glucose_mg_dl] take a reading and log it
    [temperature_c] take a reading and log it
   *[none] { $direction ->
        [at_most] next time, wait 10 minutes before you decide
       *[at_least] give it the next 10 minutes
    }
}

# A smaller version: a noun phrase.
part-small = { $metric ->
    [water_glasses] one glass of water
    [coffee_cups] one coffee less
    [alcohol_drinks] one drink less
    [cigarettes] one cigarette less
    [fruit_portions] one piece of fruit
    [vegetable_portions] one vegetable with dinner
    [sweets] one dessert less
    [meals] one meal at a fixed hour
    [runs] 10 minutes of jogging
    [run_km] 10 minutes of jogging
    [run_minutes] 10 minutes of jogging
    [walks] a 10-minute walk
    [walk_km] a 10-minute walk
    [walk_minutes] a 10-minute walk
    [steps] a 10-minute walk
    [rides] 10 minutes on the bike
    [cycling_km] 10 minutes on the bike
    [cycling_minutes] 10 minutes on the bike
    [swims] four easy lengths of the pool
    [swim_km] four easy lengths of the pool
    [swim_minutes] four easy lengths of the pool
    [workouts] 5 minutes of exercise
    [exercise_minutes] 5 minutes of exercise
    [pushups] five push-ups
    [squats] five squats
    [situps] five sit-ups
    [pullups] one pull-up
    [plank_minutes] half a minute of plank
    [sleep_hours] 15 minutes earlier in bed
    [weight_kg] a 15-minute walk
    [waist_cm] a 15-minute walk
    [body_fat_percent] a 15-minute walk
    [mood] 5 minutes for something nice
    [energy] 5 minutes for something nice
    [stress] 5 minutes for something nice
    [spending_pln] one day without small purchases
    [spending_usd] one day without small purchases
    [spending_eur] one day without small purchases
    [spending_gbp] one day without small purchases
    [savings_pln] a small amount put aside
    [savings_usd] a small amount put aside
    [savings_eur] a small amount put aside
    [savings_gbp] a small amount put aside
    [meditations] three quiet minutes
    [meditation_minutes] three quiet minutes
    [pages_read] two pages
    [pages] two pages
    [books_read] two pages
    [reading_minutes] two pages
    [study_hours] 10 minutes of study
    [study_minutes] 10 minutes of study
    [work_hours] stopping work 15 minutes earlier
    [screen_hours] 15 minutes off the screen
    [screen_minutes] 15 minutes off the screen
    [medication] one entry for today's dose
    [bp_systolic] one reading
    [bp_diastolic] one reading
    [heart_rate_bpm] one reading
    [glucose_mg_dl] one reading
    [temperature_c] one reading
   *[none] { $direction ->
        [at_most] one time less than usual
       *[at_least] the first five minutes
    }
}

# How to log it in one sentence.
part-example = { $metric ->
    [water_glasses] 3 glasses of water
    [coffee_cups] 2 coffees
    [tea_cups] 2 teas
    [alcohol_drinks] 1 beer
    [cigarettes] 3 cigarettes
    [calories_kcal] 1800 kcal
    [fruit_portions] 2 portions of fruit
    [vegetable_portions] 2 portions of vegetables
    [sweets] 1 cookie
    [meals] 3 meals
    [runs] ran 4 km
    [run_km] ran 4 km
    [run_minutes] ran 30 minutes
    [walks] walked 30 minutes
    [walk_km] walked 3 km
    [walk_minutes] walked 30 minutes
    [steps] 8000 steps
    [rides] cycled 10 km
    [cycling_km] cycled 10 km
    [cycling_minutes] cycled 40 minutes
    [swims] swam 30 minutes
    [swim_km] swam 1 km
    [swim_minutes] swam 30 minutes
    [workouts] workout 45 minutes
    [exercise_minutes] 30 minutes of exercise
    [pushups] 20 pushups
    [squats] 20 squats
    [situps] 20 situps
    [pullups] 5 pullups
    [plank_minutes] 2 minutes of plank
    [sleep_hours] slept 7 hours
    [nap_minutes] 20 minutes nap
    [weight_kg] weight 71.5 kg
    [waist_cm] waist 80 cm
    [body_fat_percent] 20% body fat
    [mood] mood 6
    [energy] energy 6
    [stress] stress 4
    [pain] pain 3
    [bp_systolic] bp 120/80
    [bp_diastolic] bp 120/80
    [heart_rate_bpm] pulse 64
    [glucose_mg_dl] glucose 95
    [temperature_c] temperature 36.6
    [medication] took my meds
    [meditations] meditated 10 minutes
    [meditation_minutes] 10 minutes of meditation
    [pages_read] 20 pages
    [pages] 20 pages
    [books_read] 1 book
    [reading_minutes] read 30 minutes
    [study_hours] studied 2 hours
    [study_minutes] studied 45 minutes
    [work_hours] worked 8 hours
    [screen_hours] 2 hours of screen time
    [screen_minutes] 90 minutes of screen time
    [spending_pln] spent 45 PLN
    [spending_usd] spent 45 dollars
    [spending_eur] spent 45 euros
    [spending_gbp] spent £45
    [savings_pln] saved 100 PLN
    [savings_usd] saved 100 dollars
    [savings_eur] saved 100 euros
    [savings_gbp] saved £100
   *[none] { $metric_text ->
        [none] 3
       *[other] { $metric_text }: 3
    }
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
