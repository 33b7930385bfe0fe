### Summaries of a day, a week and a month: the e-mail, its footer, the page to unsubscribe.

# $kind: which summary; $span: "5 March" or "2 March – 8 March".
summary-subject = { $kind ->
    [daily_summary] The day in short, { $span }
    [monthly_summary] Your month, { $span }
   *[weekly_summary] Your week, { $span }
}
summary-title = { $kind ->
    [daily_summary] The day in short ({ $span })
    [monthly_summary] Your month ({ $span })
   *[weekly_summary] Your week ({ $span })
}
reason-summary = { $kind ->
    [daily_summary] This is the day's short summary: what I did that day, without repeating the evening's reflection.
    [monthly_summary] This is the month's summary, sent on the first day of the next.
   *[weekly_summary] This is the week's summary, sent on Monday morning.
}
summary-goals = Goals
summary-measures = Measures
summary-tasks = Tasks
summary-loop = My messages
summary-learned = What I learned
summary-changed = Changed strategies

## Goals

summary-goal = "{ $goal }": { $have_text }, goal: { $target_text }. { $trajectory ->
    [completed] { $limit ->
        [yes] Limit kept.
       *[no] Goal met.
    }
    [off_track] { $limit ->
        [yes] Over the limit.
       *[no] Behind its pace.
    }
    [at_risk] { $limit ->
        [yes] Close to the limit.
       *[no] A little behind its pace.
    }
   *[on_track] { $limit ->
        [yes] Within the limit.
       *[no] On pace.
    }
}
# The day's goal was met on $met of $count days.
summary-goal-days = "{ $goal }": the day's goal was met on { $met } of { $count } { $count ->
    [one] day
   *[other] days
}.
# The week's goal was met in $met of the $count weeks that ended; nothing logged in $silent.
summary-goal-weeks = "{ $goal }": the week's goal was met in { $met } of { $count } { $count ->
    [one] week
   *[other] weeks
}.{ $silent ->
    [0] { "" }
    [one] { " " }Nothing logged in { $silent } week.
   *[other] { " " }Nothing logged in { $silent } weeks.
}
summary-goal-silent = { $count ->
    [one] Nothing logged on { $count } day.
   *[other] Nothing logged on { $count } days.
}
summary-goal-no-data = "{ $goal }": nothing logged, so nobody knows how it went.
summary-no-entry = nothing logged
# The weekday in a chart, 1 is Monday.
summary-weekday = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}

## Measures

# $what: "7.5 hours of sleep".
summary-mean = { $days ->
    [one] { $what } on average (of { $days } day)
   *[other] { $what } on average (of { $days } days)
}
summary-metric = { $what }; the { $kind ->
    [monthly_summary] month
   *[weekly_summary] week
} before: { $before }.
summary-metric-new = { $what }; nothing logged the { $kind ->
    [monthly_summary] month
   *[weekly_summary] week
} before.
summary-metric-few = { $what }; not enough data to compare with the time before.
summary-nothing-measured = Nothing was logged.

## Tasks

summary-done = { $count ->
    [one] { $count } task done ({ $before } before).
   *[other] { $count } tasks done ({ $before } before).
}
summary-done-list = Among them: { $list }.

## The loop

summary-sent = { $count ->
    [one] { $count } message sent.
   *[other] { $count } messages sent.
}
# One message of the day, with its time.
summary-message = { $time } { part-channel-by }: "{ $text }"{ $answered ->
    [yes] ; an answer or an entry came after it.
   *[no] .
}
summary-answered = { $count ->
    [0] None had an answer, or an entry, after it.
    [one] An answer or an entry came after { $count } of them.
   *[other] An answer or an entry came after { $count } of them.
}
summary-held = { $count ->
    [one] { $count } message held back; the feed says why.
   *[other] { $count } messages held back; the feed says why.
}
summary-sent-none = Plans and summaries aside, nothing was sent.
summary-learned-nothing = Not enough data to say anything new.

## The footer, and the way out

summary-footer = { $kind ->
    [daily_summary] This is the day's short summary from ExoSkull.
    [monthly_summary] This is the month's summary from ExoSkull.
   *[weekly_summary] This is the week's summary from ExoSkull.
}
summary-footer-stop = Stop these summaries
summary-kind = { $kind ->
    [daily_summary] The day's short summary
    [monthly_summary] The month's summary
   *[weekly_summary] The week's summary
}
summary-kind-about = { $kind ->
    [daily_summary] In the evening, only on days on which I did something.
    [monthly_summary] On the first day of the month, in the morning.
   *[weekly_summary] On Monday morning, with a chart.
}
summary-page-title = Summaries by e-mail
summary-page-lead = Choose which summaries you get. A change works at once, also for one that waits to leave.
summary-page-no-email = I do not know your e-mail address, or mail is not set up, so none will go out for now.
summary-page-on = You get it
summary-page-off = You do not get it
summary-page-stop = Stop it
summary-page-resume = Send it
unsubscribe-title = Unsubscribe
unsubscribe-question = { $kind ->
    [daily_summary] Send you no more short summaries of the day?
    [monthly_summary] Send you no more summaries of the month?
   *[weekly_summary] Send you no more summaries of the week?
}
unsubscribe-button = Send no more
unsubscribe-done = { $kind ->
    [daily_summary] Done. You will get no more short summaries of the day.
    [monthly_summary] Done. You will get no more summaries of the month.
   *[weekly_summary] Done. You will get no more summaries of the week.
}
unsubscribe-undo = Undo, keep sending them
unsubscribe-undone = { $kind ->
    [daily_summary] You will go on getting short summaries of the day.
    [monthly_summary] You will go on getting summaries of the month.
   *[weekly_summary] You will go on getting summaries of the week.
}
error-summary-unknown_link = This link to unsubscribe is not known. Copy all of it from the newest summary, or sign in and choose your summaries on the page /summaries.
error-summary-unknown_kind = There is no summary called "{ $value }". There are: { $known }.

## Feed and clock

feed-summary-sent = I sent the { $symptom ->
    [daily_summary] day's
    [monthly_summary] month's
   *[weekly_summary] week's
} summary { part-channel-by }{ $receipt ->
    [none] .
   *[other] {" "}(receipt: { $receipt }).
}
feed-summary-stopped = As you asked, I send no more summaries of the { $summary ->
    [daily_summary] day
    [monthly_summary] month
   *[weekly_summary] week
}.
feed-summary-resumed = As you asked, I send summaries of the { $summary ->
    [daily_summary] day
    [monthly_summary] month
   *[weekly_summary] week
} again.
job-daily-summary = Summary of the day
job-daily-summary-about = In the evening I write to you by e-mail, in short, what I did that day, if I did something.
job-weekly-summary = Summary of the week
job-weekly-summary-about = On Monday morning I send the week's summary by e-mail, with a chart.
job-monthly-summary = Summary of the month
job-monthly-summary-about = On the first day of the month I send the summary of the last one by e-mail.
slot-reason-unsubscribed = You do not want these summaries.
slot-reason-no_email = There is no way to send an e-mail.
