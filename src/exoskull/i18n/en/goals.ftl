### Goals: why one stands where it does, its daily closing, and what can be wrong with one.

## Why a goal stands where it does: goal-because-<rule>

goal-because-nothing_measured = Nothing has been measured since { $since }.
goal-because-not_measured_lately = The last value is { $have_text }, of { $as_of }: too old to say anything about today.
goal-because-nothing_says_otherwise = Nothing has been measured in this { part-goal-period }, so nothing speaks against it. Goal: { $target_text }.
goal-because-target_met = { $kind ->
    [streak] { $best } { $best ->
        [one] day
       *[other] days
    } in a row, and { $of } were wanted.
    [milestone] It is done.
   *[other] Measured: { $have_text }. Goal: { $target_text }.
}
goal-because-no_date = Measured: { $have_text }. Goal: { $target_text }, without a date.
goal-because-at_pace = Measured: { $have_text }. An even pace gives { $expected_text }. Goal: { $target_text }.
goal-because-a_little_behind = Measured: { $have_text }, a little less than an even pace gives: { $expected_text }. Goal: { $target_text }.
goal-because-far_behind = Measured: { $have_text }, far from what an even pace gives: { $expected_text }. Goal: { $target_text }.
goal-because-under_limit = Measured: { $have_text }. The limit is { $target_text }.
goal-because-near_limit = Measured: { $have_text }, close to the limit of { $target_text }.
goal-because-over_limit = Measured: { $have_text }, over the limit of { $target_text }.
goal-because-run_begins = The first of { $of } days in a row is today.
goal-because-run_goes_on = { $days } { $days ->
    [one] day
   *[other] days
} in a row so far, of { $of }.
goal-because-run_unknown = Nothing was measured yesterday, so the days in a row cannot be counted on. An entry for yesterday would mend it.
goal-because-run_broken = The last day was not as wanted: { $target_text } { $direction ->
    [at_most] at most
   *[other] at least
}. The { $of } days in a row begin anew.
goal-because-run_too_late = { $days } in a row so far, of { $of }: the days left until the date are too few.
goal-because-time_left = There is time: { $days_left } { $days_left ->
    [one] day
   *[other] days
} with today.
goal-because-time_short = Little time is left: { $days_left } { $days_left ->
    [one] day
   *[other] days
} with today.
goal-because-date_passed = The date has passed, and it is not reached. Goal: { $target_text }.
part-goal-period = { $period ->
    [day] day
    [month] month
   *[other] week
}

## The job

job-goal-progress = Goals, day by day
job-goal-progress-about = Every morning I write down how each goal stood when yesterday ended, and close those that are reached or whose date has passed.
slot-reason-no_goals = There was no active goal.

## In the chat

assistant-goal-streak = I count the days in a row, up to { $days }. A day without an entry breaks the row.

## Errors

error-goal-invalid_streak = A streak is a whole number of days from { $least } to { $most }, for example 14.
error-goal-streak_not_of_days = A streak counts days: leave the period out or choose day, and choose the direction at_least or at_most.
error-goal-invalid_milestone = Milestone is either true or false. Leave it out for every other goal.
error-goal-milestone_without_date = A milestone has a date and no period. Give the date as "by", e.g. 2026-05-31, and leave the period out.
error-goal-invalid_unit = "{ $value }" cannot be made into the unit of this metric ({ $unit }). Choose a unit of the same kind, or leave it out.
error-week_start-unknown = "{ $value }" is not a day that weeks begin on. Choose monday or sunday.
