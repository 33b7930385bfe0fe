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

## Errors

error-job-unknown = There is no job called “{ $value }”. Did you mean one of these: { $suggestions }?
error-schedule-invalid_start = “{ $value }” is not a date or time. Give it as 2026-03-29, 2026-03-29T07:30 or 2026-03-29T07:30:00+02:00, between the years 1900 and 2200.
error-schedule-invalid_days = { $value } is not a possible number of days. Give a whole number from 1 to { $most }.
error-schedule-invalid_hour = “{ $value }” is not a time of day. Give it as HH:MM, for example 07:30.
error-run-taken_over = Another worker has taken over this run, because this one was silent for too long. Nothing is to be done: the other one finishes it.
