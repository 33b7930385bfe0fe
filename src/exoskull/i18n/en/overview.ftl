### Pages that read over several features: why, how it works, goals, preferences, messages.

chart-as-table = Show as a table

## Why

why-title = Why
why-lead = Put together now from what is stored, not from memory.
why-part-noticed = What I noticed
why-part-known = What I knew
why-part-chosen = How I chose
why-part-permitted = What allows it
why-part-done = What I did
why-part-came = What came of it
why-part-next = What followed
why-part-cost = What it cost
why-row = { $kind ->
    [measure] { $text }, { $when }
    [message] You wrote { $when }: "{ $text }"
    [goal] Your goal "{ $text }", set { $when }
   *[task] The task "{ $text }", made { $when }
}
why-wish = { $wish ->
    [avoid] Your wish, avoided: { $side }
   *[prefer] Your wish, preferred: { $side }
}
why-read = { $count ->
    [0] No earlier outcome was known yet.
    [one] I had { $count } earlier outcome to go by.
   *[other] I had { $count } earlier outcomes to go by.
}
why-no-way = There was no way to write that your rules and hours leave open.
why-undrawn = { $count ->
    [one] There was one way, and nothing was left to chance: you asked for this.
   *[other] There were { $count } ways, and nothing was left to chance: you asked for this.
}
why-send = { $count ->
    [one] I could write in { $count } way, or not at all. The chance of writing was { $chance }.
   *[other] I could write in { $count } ways, or not at all. The chance of writing was { $chance }.
}
why-drew-nothing = I left it to chance, so that I can learn, and chance said: send nothing.
why-drew = Chance, weighted by what I learned, chose: { $way } ({ $chance }).
why-other-ways = The likeliest others: { $ways }.
why-unavailable = { $count ->
    [one] { $count } way was closed. { $reason }
   *[other] { $count } ways were closed. { $reason }
}
why-way = { $channel ->
    [email] by e-mail
    [sms] by SMS
   *[in_app] in the app
} at { $hour }:00, { $framing ->
    [gentle] gently
    [humor] with humor
   *[direct] directly
}
why-rule = { $approved ->
    [True] Your yes to exactly this, under the rule: { $rule } ({ $pattern }).
   *[other] The rule: { $rule } ({ $pattern }).
}
why-rule-refused = No rule allowed it: { $rule } ({ $pattern }).
why-rule-asked-later = The rule is asked again at the moment of sending: { $rule } ({ $pattern }).
why-limit = Messages on that day: { $used } of at most { $limit }.
why-act = { $state ->
    [planned] Planned { $channel ->
        [email] by e-mail
        [sms] by SMS
       *[in_app] in the app
    } for { $when }.
    [awaiting_approval] Waiting for your yes; to be sent { $when } at the earliest.
    [sending] Being sent.
    [sent] Sent { $channel ->
        [email] by e-mail
        [sms] by SMS
       *[in_app] in the app
    }, { $when }. { $receipt ->
        [none] There is no receipt.
       *[other] Receipt: { $receipt }
    }
    [unknown] It is not known whether it arrived. I check first, and do not send it twice.
   *[other] Not sent.{ $why_not ->
        [none] {""}
       *[other] {""} { $why_not }
    }
}
why-effectiveness = { $days ->
    [one] Effectiveness over { $days } day: { $share }.
   *[other] Effectiveness over { $days } days: { $share }.
}
why-effect-part = { $part ->
    [user_response] Your answer: { $share }
    [behavior_change] What changed in what you measure: { $share }
   *[goal_progress] Progress of the goal: { $share }
}
why-waits = I wait for what comes of it until { $when }.
why-unmeasured = Nothing was measured that could say how well it worked.
why-read-later = { $read ->
    [True] Later decisions have read this outcome.
   *[other] No later decision has read this outcome yet.
}
why-cost = { $calls ->
    [one] Models: { $cost }, in { $calls } call.
   *[other] Models: { $cost }, in { $calls } calls.
}
why-cost-none = Nothing: no model was called.
why-own-rule = { $family ->
    [clock] My rule: it goes out every day, week or month at the hour in your settings. No preference had a part in it.
    [reminder] My rule: I remind you at the time that you chose. No preference had a part in it.
    [app] My rule: I propose an app once you have mentioned the same need { $mentions } times, or when you ask for one.
    [app_change] My rule: where an app is used much, hardly or no longer, I propose a change, and it waits for you.
    [skill] My rule: I propose a skill once you have asked for the same thing several times, or have said that you want it.
    [strategy] My rule: a goal that falls behind gets a strategy, and another one after { $days } failed days.
    [preference] My rule: I state a preference only with at least { $cases } measured messages on either side and 95% certainty.
    [grant] My rule: I propose to widen a rule only after { $approvals } of your approvals in a row.
    [task] My rule: a goal that needs it gets one to three small actions a day, from its strategy.
    [trial] My rule: I try one change at a time, measure it, and take it back where it does not help.
    [gap] My rule: once a week I look for goals that nothing serves.
    [finding] My rule: I tell what your measures show only where there is enough data.
    [incident] My rule: I tell you when something of mine fails several times in a row.
    [person] You did this or said it yourself. No rule of mine and no preference had a part in it.
   *[other] No preference of yours and no wish had a part in it: it follows from my daily work.
}
why-held = What I held then, learned { $when }: { $said }
why-held-now = What I hold now: { $said }
why-held-no-more = By now I am no longer sure of it.
why-wish-lifted = You have taken this wish back since.
why-wish-since = Since then you have told me something. { $wish }
why-wish-now = Your word now. { $wish }
why-sure = How sure I was: { $chance }.
why-nothing-drawn = Nothing was left to chance here, so there are no chances to tell.
why-chance-channel = { $level ->
    [email] By e-mail
    [sms] By SMS
   *[in_app] In the app
}: chosen with { $chance } chance among { $count } { $count ->
    [one] channel
   *[other] channels
}.
why-chance-hour = At { $level }:00: chosen with { $chance } chance among { $count } { $count ->
    [one] hour
   *[other] hours
}.
why-chance-framing = { $level ->
    [gentle] Gently
    [humor] With humor
   *[direct] Directly
}: chosen with { $chance } chance among { $count } { $count ->
    [one] tone
   *[other] tones
}.
why-rule-limit = Uses of this rule on that day: { $used } of at most { $limit }.
why-rule-no-limit = Uses of this rule on that day: { $used }. It has no daily limit of its own.
why-rule-gone = That rule is out of force since { $when }.
why-rule-never-asked = It did not come to asking the rule: { $rule } ({ $pattern }).
why-permit-yours = It needed no permission: you did it yourself, or asked for it.
why-permit-asks = I ask you first. Nothing happens without your yes.
why-permit-yes = Your yes, to exactly this.
why-permit-low = It touches nothing outside and its risk is low, so it went to work by itself. You can switch it off at any time.
why-hoped-unknown = It is settled, and whether what I hoped for came about cannot be told.
why-permit-none = It needed no permission: I only looked and noted; nothing went out.
why-record = { $acts ->
    [0] No message belongs to it, so there is no provider's receipt. It stands in my records as number { $number }, { $when }.
   *[other] It stands in my records as number { $number }, { $when }.
}
why-hoped = { $sent ->
    [True] { $came ->
        [yes] What I hoped for came about after the message. Whether because of it, one case cannot tell.
       *[no] What I hoped for did not come about after the message.
    }
   *[False] { $came ->
        [yes] Nothing was sent, and what I hoped for came about all the same.
       *[no] Nothing was sent, and what I hoped for did not come about.
    }
}
why-hoped-waits = Whether what I hoped for comes about is not known yet.
why-came-days = Days with it so far: { $days }.
why-came-none = { $family ->
    [app] Whether it is used is seen on the page of the app. No outcome beyond that is measured.
    [skill] Whether it runs is seen on the page of the skill. No outcome beyond that is measured.
    [trial] It is measured as a trial. What came of it stands in the journal.
   *[other] No outcome is measured for this.
}
why-came-unsent = Nothing went out, so nothing could come of it.
why-cost-act = The act itself: { $cost }.
why-chain = Every step
why-chain-more = { $count ->
    [one] { $count } earlier step is not shown.
   *[other] { $count } earlier steps are not shown.
}

## How it works

optimization-title = How it works
optimization-lead = What my messages achieved, what I learned from it, where the loop is stuck, and what it cost.
optimization-effect-title = Effectiveness
optimization-not-enough = Not enough data
optimization-not-enough-lead = Measured messages: { $n }. { $missing } more, and I can say a share.
optimization-worked = of the measured messages worked: { $worked } of { $n }, in 90 days
optimization-trend-unknown = No trend yet
optimization-trend-missing = Ten measured messages are needed in the last four weeks, and ten in the four before: { $missing } more in all.
optimization-trend = percentage points: the last four weeks against the four before
optimization-weeks-label = Messages that worked, week by week
optimization-weeks-told = week from { $begins }: { $worked } of { $n } worked.
optimization-week = Week from
optimization-week-sent = Measured
optimization-week-worked = Worked
optimization-log-title = Learning log
optimization-log-empty = Nothing is certain yet
optimization-log-empty-lead = I speak of a preference only once at least ten measured messages on either side support it. You can tell me what you prefer at any time.
optimization-log-link = Tell me what you prefer
optimization-tried-title = Strategies at work
optimization-tried-empty = No strategy is running
optimization-tried-empty-lead = When a goal falls behind, I choose a strategy for it, and change it after three failed days.
optimization-days = { $done } done, { $failed } failed
optimization-built-title = Built without being asked
optimization-built-empty = Nothing yet
optimization-built-empty-lead = When you mention the same need three times, for example water, I build a small tracker for it.
optimization-built-why = { $source ->
    [auto_detection] { $count ->
        [one] You mentioned it { $count } time.
       *[other] You mentioned it { $count } times.
    }
   *[other] I suggested it.
}
optimization-built-state = { $state ->
    [active] active
    [archived] archived
   *[proposed] awaits your yes
}
optimization-built-count = Built without being asked:
optimization-funnel-title = The loop
optimization-funnel-lead = How far what I noticed came, since the beginning: the same decisions, hop by hop.
optimization-funnel-stopped = On the way: refused by a rule: { $refused }, left unsent because the reason was gone or the hour was wrong: { $suppressed }, waiting for your yes: { $awaiting }.
optimization-funnel-beside = { $count ->
    [one] Besides, I sent { $count } message that no decision led to: a plan of the day, a summary or a reminder.
   *[other] Besides, I sent { $count } messages that no decision led to: plans of the day, summaries and reminders.
}
optimization-hop-detected = Noticed
optimization-hop-permitted = Permitted
optimization-hop-sent = Sent
optimization-hop-receipted = With a receipt
optimization-hop-outcome = With an outcome
optimization-hop-learned = Learned from
optimization-hop-used = Used later
optimization-stuck-title = Stuck for more than two hours
optimization-stuck-none = Nothing is stuck.
optimization-stuck-planned_not_sent = Planned, and not sent
optimization-stuck-sending_not_ended = Sending began and did not end
optimization-stuck-sent_without_receipt = Sent without a receipt
optimization-stuck-outcome_not_closed = Outcomes not looked for
optimization-stuck-decision_not_final = Decisions not settled
optimization-stuck-no_grants = There are no rules
optimization-stuck-no_schedule = There is no schedule
optimization-stuck-attention_not_looked_at = Reasons to look that nobody looked at
optimization-stuck-since = since { $when }
optimization-mend-link = Look at it
optimization-mend-planned_not_sent = It leaves as soon as a worker runs again. You can also put it off or take it back.
optimization-mend-sending_not_ended = The sending was cut off. I ask the provider before I try again, so that nothing goes out twice.
optimization-mend-sent_without_receipt = The provider gave no proof, so I do not count it as arrived. Ask the person who looks after this installation if it goes on.
optimization-mend-outcome_not_closed = The job that looks for outcomes is late. The schedule shows whether it ran.
optimization-mend-decision_not_final = The job that settles decisions is late. The schedule shows whether it ran.
optimization-mend-attention_not_looked_at = The loop is late in looking. The schedule shows whether it ran.
optimization-mend-no_grants = Without rules I may do nothing. Set some.
optimization-mend-no_schedule = Save your hours once more, and the schedule is made anew.
optimization-saved-title = Messages saved
optimization-saved = { $decisions ->
    [one] messages I did not send, out of { $decisions } chance to write
   *[other] messages I did not send, out of { $decisions } chances to write
}
optimization-saved-how = How it is counted: of the last 90 days, only settled decisions in which chance decided whether to write. { $sent } of them led to a message, the rest to none. What your rules, limits or quiet hours stopped is not in it, nor whether a message would have helped.
optimization-next-title = Next
optimization-cost-title = Cost of models
optimization-cost-today = Today: { $spent } of { $budget }.
optimization-cost-month = This month: { $month }.
optimization-cost-refused = { $count ->
    [one] { $count } call did not fit and was not made.
   *[other] { $count } calls did not fit and were not made.
}

## Goals

goals-title = Goals
goals-lead = Where each goal stands, by what you measured and never by counting tasks, and what I am trying for it.
goals-empty = No goal yet
goals-empty-lead = A goal is one sentence, such as "I want to run 3 times a week". I watch its pace, suggest small steps when it falls behind, and leave you in peace while it goes well.
goals-wanted = { $kind ->
    [milestone] { $by ->
        [none] To be done
       *[other] To be done by { $by }
    }
    [streak] { $days } { $days ->
        [one] day
       *[other] days
    } in a row: { $direction ->
        [at_most] at most
       *[other] at least
    } { $target }
    [reach] To reach: { $target }{ $by ->
        [none] {""}
       *[other] , by { $by }
    }
   *[rhythm] { $direction ->
        [at_most] At most
       *[other] At least
    } { $target } { $period ->
        [day] a day
        [month] a month
       *[other] a week
    }
}
goals-trajectory-on_track = on track
goals-trajectory-at_risk = at risk
goals-trajectory-off_track = behind
goals-trajectory-completed = reached
goals-trajectory-no_data = no data yet
goals-state-active = active
goals-state-completed = reached
goals-state-dropped = given up
goals-state-missed = missed
goals-legend-have = Measured
goals-legend-plan = Even pace
goals-legend-target = Goal
goals-legend-band = Where it leads (80%)
goals-day = Day
goals-strategy-now = Strategy: { $name }
goals-new-title = Set a goal
goals-new-lead = Quicker in one sentence:
goals-new-name = Name
goals-new-metric = What is measured
goals-new-direction = How
goals-direction-at_least = at least
goals-direction-at_most = at most
goals-new-target = How much
goals-new-period = How often
goals-period-week = every week
goals-period-day = every day
goals-period-month = every month
goals-period-once = once, in all
goals-new-by = Until (if there is a date)
goals-new-make = Set the goal
goals-ended-title = Ended goals
goals-again = Set again
goals-pace-title = Pace against plan
goals-projection = { $latest ->
    [none] If it goes on like this, it is reached about { $on }, at the earliest { $earliest }; the end cannot be said yet (from { $points } measured days).
   *[other] If it goes on like this, it is reached about { $on }, likely between { $earliest } and { $latest } (from { $points } measured days).
}
goals-no-data = Nothing measured yet
goals-no-data-lead = Tell me in the chat what you did or measured, for example "ran 5 km" or "slept 7 hours". The chart begins with the first measure.
goals-momentum = { $heading ->
    [towards] Momentum: the last seven days are better than the seven before
    [away] Momentum: the last seven days are worse than the seven before
   *[steady] Momentum: the last seven days are much like the seven before
} ({ $recent } against { $before }).
goals-strategy-title = Strategy
goals-trial = Trial { $number }, since { $since }
goals-chance = { $count ->
    [0] Chance that a day is done: { $chance }, a guess: there are no days of this kind yet.
    [one] Chance that a day is done: { $chance }, from { $count } day of yours.
   *[other] Chance that a day is done: { $chance }, from { $count } days of yours.
}
goals-source = Evidence: { $source }
goals-strategy-change = Try another strategy
goals-strategy-past = { $count ->
    [one] { $count } earlier strategy
   *[other] { $count } earlier strategies
}
goals-actions-title = Actions
goals-actions-empty = There are none now. When the goal falls behind, one to three small steps stand here in the morning.
goals-end-title = End it
goals-end-lead = What you measured stays. An ended goal can be set again.
goals-undo = Undo setting it
goals-complete = It is reached
goals-drop = Give it up
error-goal-invalid_target = How much is not a number. Write it in digits, for example 3 or 7.5.

## Preferences

preferences-title = Preferences
preferences-lead = What I learned about how to reach you, with the numbers behind it. Your own word always counts before what I learned.
preferences-told-title = You told me
preferences-told-lead = Your word, from the first steps, this page or the chat. It is no measurement, and it counts until you take it back.
preferences-told-when = Said { $when }.
preferences-sure-title = What I am sure of
preferences-sure-empty = I say something here once at least ten measured messages on either side support it. Until then I try things out, within your rules.
preferences-factor-send = Whether to write
preferences-factor-channel = Where
preferences-factor-hour = When
preferences-factor-framing = How
preferences-nothing = Not tried yet.
preferences-numbers = Numbers
preferences-col-here = This way
preferences-col-other = Otherwise
preferences-row-hits = Worked / times
preferences-row-expected = Expected
preferences-interval = The difference lies between { $low } and { $high } percentage points (95%). The chance that this way is better: { $probability }.
preferences-prefer = I prefer this
preferences-avoid = Avoid this
preferences-prefer-send = Write gladly
preferences-avoid-send = Only what I ask for
preferences-lift = Let it go by what you learn
preferences-said-prefer = you prefer this
preferences-said-avoid = you avoid this

## Messages

messages-title = Messages
messages-lead = Everything I meant to write: planned, sent with its receipt and what came of it, or left unsent with the reason. Today: { $used } of at most { $limit }.
messages-show-all = All
messages-show-sent = Sent
messages-show-unsent = Not sent
messages-show-waiting = Waiting
messages-past = So far
messages-empty = No messages here
messages-empty-lead = I write when a goal slips, something is due or you asked for it. Each message will stand here with its receipt.
messages-effect = worked { $share }
messages-state-planned = planned
messages-state-awaiting_approval = awaits your yes
messages-state-sending = being sent
messages-state-sent = sent
messages-state-failed = failed
messages-state-unknown = uncertain
messages-state-refused = refused by a rule
messages-state-suppressed = left unsent
messages-state-rejected = your no
messages-state-expired = no answer
messages-state-undone = taken back

## Permissions

permissions-title = Permissions
permissions-proposals = May I, from now on?
permissions-accept = Yes, from now on
permissions-try-title = What would happen if …
permissions-try-label = I wanted to
permissions-try = Show
permissions-would-allow = I would do it
permissions-would-ask = I would ask first
permissions-would-deny = I would not do it
permissions-limits-title = Today's limit
permissions-limit-used = Messages today: { $used } of { $limit }.
permissions-limit-lead = The limit, your quiet hours and half an hour between two messages hold for every message, whatever the rules allow.
permissions-history-title = Earlier rules
permissions-restore = Put back
permissions-history-empty = Rules that you change or remove stand here, so that you can see what held when.
permissions-was = { $effect ->
    [allow] was allowed
    [ask] was asked about first
   *[deny] was not allowed
}
permissions-until = until { $when }

## Settings

settings-title = Settings
settings-lead = Changes hold at once; the schedule follows them.
settings-saved = Saved.
settings-wrong-hour = Give the time as HH:MM, such as 7:30.
settings-wrong-budget = Give whole cents, such as 50. 0 turns models off.
settings-wrong-day = Choose today or a later day.
settings-you = You
settings-name = Name
settings-timezone = Time zone
settings-timezone-now = For you it is { $time } ({ $place }). To change it, begin to type a city.
settings-week = Weeks begin on
settings-week-usual = { $day ->
    [sunday] as is usual (Sunday)
   *[monday] as is usual (Monday)
}
settings-week-monday = Monday
settings-week-sunday = Sunday
settings-hours = Hours
settings-hours-lead = In quiet hours I send nothing. The plan of the day comes in the morning, the look back in the evening.
settings-morning = Morning plan
settings-evening = Evening look back
settings-quiet-from = Quiet from
settings-quiet-until = Quiet until
settings-channels = Channels
settings-channels-lead = Where I may reach you. The app always works.
settings-email = E-mail
settings-phone = Phone
settings-phone-hint = With the country's code, for example +44 20 7946 0018.
settings-use = Use
settings-channel-in_app = In the app
settings-channel-email = E-mail
settings-channel-sms = SMS
settings-test = { $channel ->
    [email] Send a test by e-mail
    [sms] Send a test by SMS
   *[in_app] Send a test in the app
}
settings-test-subject = A test from ExoSkull
settings-test-text = This is a test from ExoSkull. It reached you, so this channel works.
settings-test-reason = you asked for a test message.
settings-budget = Budget for models
settings-budget-lead = What calls to language models may cost a day. A call that does not fit is not made. Without a model everything here works too.
settings-budget-label = Cents a day
settings-budget-hint = 100 cents are one US dollar. 0 turns models off.
settings-pause = Pause
settings-pause-lead = While paused I write nothing. What is planned waits, or is left unsent.
settings-pause-for-good = Until I resume
settings-pause-until = Until the end of
settings-pause-do = Pause until then
settings-data = Your data
settings-data-lead = Everything of yours in one ZIP file: one file for each table, readable without this program.
settings-export = Download everything
settings-admin = The installation, for its owner
settings-delete = Delete everything
settings-delete-lead = This deletes your space with all that is in it, at once and for good. Download everything first, if you may want it.
settings-delete-label = To confirm, type your name: { $name }
settings-delete-do = Delete everything
settings-spent = Today, by what it was for
settings-spent-on = For
settings-spent-calls = Calls
settings-spent-tokens = Tokens
settings-spent-cost = Cost
settings-models = Which model answers, and your own model and key
settings-tested-going = on its way
settings-tested-waits = it waits until { $when }, as your hours and limits ask
settings-delete-messages = { $count ->
    [one] { $count } message in the chat
   *[other] { $count } messages in the chat
}
settings-delete-measures = { $count ->
    [one] { $count } measurement
   *[other] { $count } measurements
}
settings-delete-goals = { $count ->
    [one] { $count } goal
   *[other] { $count } goals
}
settings-delete-tasks = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
}
settings-delete-apps = { $count ->
    [one] { $count } app
   *[other] { $count } apps
}
settings-delete-entries = { $count ->
    [one] { $count } entry in apps
   *[other] { $count } entries in apps
}
settings-delete-skills = { $count ->
    [one] { $count } skill
   *[other] { $count } skills
}
settings-delete-interventions = { $count ->
    [one] { $count } message that I wrote or planned
   *[other] { $count } messages that I wrote or planned
}
settings-delete-rest = everything learned of you, permissions, ways to sign in, and the record of all that was done
error-settings-unknown_section = There is no such part of the settings. Choose one of: { $known }.
error-settings-name_differs = Nothing was deleted: the name you typed is another one. Type it exactly as it is shown.

## The installation

admin-title = Installation
admin-lead = Counts only: nothing that anybody wrote, measured or planned is shown here.
admin-queue-title = Queue
admin-waiting = slots waiting
admin-running = slots running
admin-trouble-title = What keeps failing
admin-trouble-none = Nothing keeps failing.
admin-trouble-of = { $name }, since { $when }
admin-beside = { $count ->
    [one] Besides, { $count } message went out that no decision led to.
   *[other] Besides, { $count } messages went out that no decision led to.
}
admin-badly = In the last 24 hours: failed { $failed }, missed { $missed }.
admin-trouble-more = { $count ->
    [one] { $count } more is not shown.
   *[other] { $count } more are not shown.
}
admin-mend-planned_not_sent = Check that a worker runs: exoskull doctor.
admin-mend-sending_not_ended = A worker died while sending. The sweep takes it up; if not, run exoskull doctor.
admin-mend-sent_without_receipt = A channel gives no receipts. Look at its provider's account.
admin-mend-outcome_not_closed = The job of outcomes is late. Check that a worker runs.
admin-mend-decision_not_final = The job that settles decisions is late. Check that a worker runs.
admin-mend-attention_not_looked_at = The loop is late. More workers can run beside this one: exoskull work.
admin-mend-no_grants = Run exoskull migrate: it gives the default rules to whoever has none.
admin-mend-no_schedule = A worker makes a schedule where there is none. Check that one runs.
admin-people-title = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
admin-before = Earlier ones
admin-after = Later ones
admin-page = Page { $number } of { $pages }. The counts above are of everybody.
admin-stuck = Stuck
admin-failed = Failed in 24 h
error-admin-not_owner = This page is for the owner of the installation. Ask them, or use your own settings.
