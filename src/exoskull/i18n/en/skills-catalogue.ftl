# What skills say and what they say of themselves. They are written into the skill's own file, with
# the blanks left open: so no plurals here, but "days: 3".

skill-any-nothing = { $name }: nothing logged in this time (days looked at: { $days }).
skill-any-few = { $name }: too few days to tell (days with a value: { $with }).

skill-about-total = { $name }: the total of the last days.
skill-says-total-said = { $name }: { $total } in all (days looked at: { $days }, with a value: { $with }).
skill-about-mean = { $name }: the mean of the days that have a value.
skill-says-mean-said = { $name }: { $mean } on average (days looked at: { $days }, with a value: { $with }).
skill-about-count = { $name }: on how many of the last days.
skill-says-count-said = { $name }: on { $count } of the last days (days looked at: { $days }).
skill-about-streak = { $name }: how many days in a row.
skill-says-streak-said = { $name }, days in a row: { $streak }.
skill-about-trend = { $name }: how fast it changes, and where that leads.
skill-says-trend-said = { $name }: { $week } a week; at this rate, in { $ahead } days: { $then }.
skill-about-records = { $name }: the highest and the lowest day of three months.
skill-says-records-said = { $name }: most { $most } ({ $most_on }), least { $least } ({ $least_on }).
skill-about-since-last = { $name }: when it was last.
skill-says-since-last-said = { $name }: last on { $on }, days ago: { $days }.
skill-says-since-last-never = { $name }: not logged in two years.
skill-about-moving-average = { $name }: the mean of a week beside that of four weeks, so that single days do not mislead.
skill-says-moving-average-said = { $name }: { $week } on average in the last seven days, { $month } in the last four weeks.
skill-about-share-of-days = { $name }: on what share of days it was enough.
skill-says-share-of-days-said = { $name }: at least { $least } on { $percent } of days ({ $good } of { $with }).

skill-about-compare-weeks = { $name }: this week beside the last one.
skill-says-compare-weeks-said = { $name }: { $this } this week, { $last } last week ({ $by_now } by the same weekday).
skill-about-compare-months = { $name }: this month beside the last one.
skill-says-compare-months-said = { $name }: { $this } this month, { $last } last month ({ $by_now } by the same date).
skill-about-weekdays = { $name }: which weekday has most, and which least.
skill-says-weekdays-said = { $name }: most on { $most } ({ $most_mean } on average), least on { $least } ({ $least_mean }).
skill-about-together = { $name } and { $other }: whether they go together.
skill-says-together-up = { $name } and { $other } go up together (r = { $r }, days: { $with }). That does not say which causes which.
skill-says-together-down = { $name } and { $other } go opposite ways (r = { $r }, days: { $with }). That does not say which causes which.
skill-says-together-none = { $name } and { $other }: no clear link (r = { $r }, days: { $with }).
skill-says-together-few = { $name } and { $other }: too few days with both (days: { $with }, at least 7 are needed).
skill-says-together-flat = { $name } and { $other }: one of them never changes (days: { $with }), so nothing can be said.
skill-about-budget-left = { $name }: what is left of the month's budget, and how much that is a day.
skill-says-budget-left-said = { $name }: { $left } left of { $budget } this month ({ $spent } gone). For the days to come ({ $days }) that is { $a_day } a day.
skill-says-budget-left-over = { $name }: { $left } over the month's { $budget } ({ $spent } gone, days to come: { $days }).
skill-about-debt = { $name }: how much is lacking over the last days.
skill-says-debt-said = { $name }: { $debt } lacking, at { $need } a day (days with a value: { $with }).
skill-says-debt-none = { $name }: nothing lacking, { $debt } to spare, at { $need } a day (days with a value: { $with }).

skill-about-bmi = Your BMI, from your height and the newest weight.
skill-says-bmi-said = BMI: { $bmi } (weight { $weight } kg). It is a rough measure, and no diagnosis.
skill-says-bmi-nothing = There is no weight yet. Tell me one: "I weigh 70 kg".
skill-about-convert = Converts units of length, mass, volume, time and temperature.
skill-says-convert-said = { $value } { $from } = { $result } { $to }
skill-says-convert-cannot = { $from } cannot be converted to { $to }.
skill-about-split-bill = Splits a bill, with a tip where there is one.
skill-says-split-bill-said = { $each } each (people: { $people }, together { $total }).
skill-about-percent-change = By how many per cent one number differs from another.
skill-says-percent-change-said = From { $before } to { $after }: { $change }%.
skill-about-pace = Pace and speed of a distance in a time.
skill-says-pace-said = { $km } km: { $pace } min/km, { $speed } km/h.
skill-about-saving-time = How many months of saving a sum takes.
skill-says-saving-time-said = Months: { $months } ({ $lacking } lacking, { $a_month } a month).
skill-says-saving-time-there = It is all there already.

skill-about-countdown = How many days until { $date }{ $label ->
    [none] {""}
   *[other] {" "}({ $label })
}.
skill-says-countdown-said = Days until { $on }: { $days }.
skill-says-countdown-today = It is today: { $on }.
skill-says-countdown-past = { $on } has passed, days ago: { $days }.
skill-about-saved-since = What is saved since { $start }, at { $a_day } a day.
skill-says-saved-since-said = Saved so far: { $saved } (days: { $days }).
skill-about-turns = Whose turn it is: { $names }. It changes after so many days: { $every }, from { $start }.
skill-says-turns-said = It is { $now }'s turn; then { $next }.
skill-about-overdue-tasks = Which tasks are overdue.
skill-says-overdue-tasks-said = Overdue: { $count } ({ $list }).
skill-says-overdue-tasks-none = Nothing is overdue.
skill-about-tasks-done = How many tasks were done in the last days.
skill-says-tasks-done-said = Tasks done: { $count } (days looked at: { $days }); open: { $open }.
skill-about-a-day-for-goal = { $name }: how much a day the goal still asks for.
skill-says-a-day-for-goal-said = { $name }: { $left } to go, that is { $a_day } a day (days left: { $days }).
skill-says-a-day-for-goal-met = { $name }: the goal of this time is met.
skill-says-a-day-for-goal-no_goal = { $name }: there is no goal for it.

skill-about-when-silent = { $days ->
    [1] { $name }: writes to you when there was nothing for a whole day.
   *[other] { $name }: writes to you when there was nothing for { $days } days.
}
skill-says-when-silent-notice = { $name }: nothing for a while (days: { $days }). A good moment to come back to it.
skill-says-when-silent-said = { $name }: days since the last time: { $days }.
skill-about-over-limit = { $name }: writes to you on a day that goes over { $limit }.
skill-says-over-limit-notice = { $name }: { $have } today, and your limit is { $limit }.
skill-says-over-limit-said = { $name }: { $have } today (limit { $limit }).
skill-about-weekly-report = { $name }: writes to you once a week how it went.
skill-says-weekly-report-notice = { $name }, the last seven days: { $result } (days with a value: { $with }).
skill-about-recurring-task = Puts "{ $label }" on your list once a week.
skill-says-recurring-task-made = On your list: { $label }.
skill-says-recurring-task-not_today = Not today: { $label }.
skill-about-repetition = Puts "{ $label }" on your list after 1, 3, 7, 14, 30 and 60 days, so that it stays in mind.
skill-says-repetition-task = Repeat: { $label }
skill-says-repetition-said = { $label }: days until the next repetition: { $days }.
skill-says-repetition-over = { $label }: all repetitions are done.

skill-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
