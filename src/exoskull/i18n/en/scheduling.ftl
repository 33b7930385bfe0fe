### Jobs, what became of their slots, and what can be wrong with a question about them.

## Jobs: job-<name>, job-<name>-about

job-loop-15 = The loop
job-loop-15-about = Every quarter of an hour I look whether there is anything worth doing for you.
job-outcome-sweep = Outcomes
job-outcome-sweep-about = Every quarter of an hour I note what came of what I did.
job-morning-briefing = Morning briefing
job-morning-briefing-about = At your morning hour I plan the day and write to you about it.
job-evening-reflection = Evening reflection
job-evening-reflection-about = At your evening hour I look back on the day and adjust tomorrow.
job-learning-update = Learning
job-learning-update-about = Every night I work out what helps you, from what was measured.
job-learning-pool = Learning from all
job-learning-pool-about = Every night I work out what helps people on the whole; only the averages leave anybody's space.
job-integrity-check = Integrity check
job-integrity-check-about = Once a day I check that nothing of yours got stuck on its way.
job-incident-watch = Watch for trouble
job-incident-watch-about = Once an hour I look whether something keeps failing, and tell you once of each cause.
job-retention = Tidying up
job-retention-about = Once a day I let go of old records of my own clockwork; nothing of what you wrote, and no receipt.
job-installation-retention = Tidying up the installation
job-installation-retention-about = Once a day I let go of the installation's own old records.

## What became of a slot: slot-<state>, slot-reason-<reason>

slot-due = waiting
slot-running = running
slot-ran = done
slot-skipped = nothing to do
slot-failed = failed
slot-missed = missed
slot-reason-too_late = It was too late for it by the time I could begin.
slot-reason-zone_changed = You changed your time zone, and that day ended before its hour came.
slot-reason-attempts_exhausted = I began several times and was cut off each time.
slot-reason-nothing_to_look_at = There was nothing new to look at.
slot-reason-still_running = The one before was still running.
slot-reason-nothing_changed = Nothing had changed.
slot-reason-nothing_old = There was nothing old enough.
slot-reason-nothing_new = There was nothing new to learn from.
slot-reason-too_few_people = There are too few people to learn from in common.

## Errors

error-job-unknown = There is no job called “{ $value }”. Did you mean one of these: { $suggestions }?
error-schedule-invalid_start = “{ $value }” is not a date or time. Give it as 2026-03-29, 2026-03-29T07:30 or 2026-03-29T07:30:00+02:00, between the years 1900 and 2200.
error-schedule-invalid_days = { $value } is not a possible number of days. Give a whole number from 1 to { $most }.
error-schedule-invalid_hour = “{ $value }” is not a time of day. Give it as HH:MM, for example 07:30.
error-settings-invalid_days = { $field } is “{ $value }”, and must be a whole number of days from { $least } to { $most }.
error-run-taken_over = Another worker has taken over this run, because this one was silent for too long. Nothing is to be done: the other one finishes it.

## The page and the API: schedule-...

schedule-title = Schedule
schedule-lead = Everything I do by the clock, and what became of it. All times are by your clock.
schedule-trouble-title = Trouble
schedule-trouble-since = First: { $when }
schedule-trouble-until = Over: { $when }
schedule-coming-title = What comes next
schedule-coming-empty = Nothing is planned by the clock.
schedule-past-title = What became of it
schedule-past-empty = No slot has come yet. The first one is at the top of the list above.
schedule-past-end = There is nothing older here.
schedule-quiet = { $name }: in the last 24 hours, { $count ->
    [one] { $count } time there was nothing for me to do
   *[other] { $count } times there was nothing for me to do
}{ $busy ->
    [0] .
    [one] , and once the one before was still running.
   *[other] , and { $busy } times the one before was still running.
}
schedule-coalesced = It stands for { $count ->
    [one] { $count } slot.
   *[other] { $count } slots that came while I was not running.
}
schedule-attempts = It took { $count ->
    [one] { $count } attempt.
   *[other] { $count } attempts.
}
schedule-every = { $count ->
    [60] Every hour.
    [one] Every minute.
   *[other] Every { $count } minutes.
}
schedule-daily = Every day at { $time }.
schedule-weekly = Every week { $weekday ->
    [1] on Monday
    [2] on Tuesday
    [3] on Wednesday
    [4] on Thursday
    [5] on Friday
    [6] on Saturday
   *[7] on Sunday
} at { $time }.
schedule-monthly = Every month on day { NUMBER($day, digits: 0) } at { $time }.
schedule-late-coalesce = If I was not running, I do it once for all that was missed.
schedule-late-run_late = If I was not running, I do each of them late.
schedule-late-drop_after = If I was not running, I do it up to { $count ->
    [one] { $count } hour late; after that it is missed.
   *[other] { $count } hours late; after that it is missed.
}
