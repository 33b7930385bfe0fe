### The journal of events: one sentence for each kind. feed-<kind>, dots as dashes.
### Variables are the event's `data`; an object's field is <object>_<field>, a list's length <list>_count.

## Parts

part-channel-by = { $channel ->
    [none] by message
    [in_app] in the app
    [web] in the browser
    [email] by e-mail
    [sms] by SMS
    [telegram] by Telegram
    [ntfy] by notification
    [push] by notification
    [voice] by phone
    [cli] from the command line
    [api] through the API
    [notice] in the app
   *[other] ({ $channel })
}
part-chosen-by = { $chosen_channel ->
    [in_app] in the app
    [email] by e-mail
    [sms] by SMS
    [telegram] by Telegram
    [voice] by phone
   *[none] by message
}
part-why-not = { $why_not_text ->
    [none] {""}
   *[other] {""} { $why_not_text }
}
part-because = { $reason_text ->
    [none] {""}
   *[other] {""} The reason: { $reason_text }
}
part-quote = { $text ->
    [none] a message.
   *[other] "{ LINE($text) }"
}
part-titled = { $title ->
    [none] without a name
   *[other] "{ $title }"
}
part-named = { $name ->
    [none] without a name
   *[other] "{ $name }"
}
part-fact-goal = { $facts_goal ->
    [none] a goal
   *[other] the goal "{ $facts_goal }"
}
part-symptom = { $symptom ->
    [goal_off_pace] { part-fact-goal } is behind its pace
    [goal_without_data] { part-fact-goal } has no fresh data
    [sleep_debt] shorter nights than usual
    [overload] overdue tasks
    [low_mood] a lower mood than usual
    [silence] a long silence
    [broken_routine] a broken routine
    [achievement] something worth a kind word
    [reminder_due] a reminder is nearly due
    [noticed] something in what you wrote
   *[none] something worth a look
}
part-job = { $job_name ->
    [none] a job
   *[other] { $job_name }
}
part-slot = { $slot ->
    [none] {""}
   *[other] {""} ({ $slot })
}

## Needs, symptoms, decisions

feed-symptom-found = I noticed: { part-symptom }.
feed-cycle-completed = { $symptoms_count ->
    [none] I have looked things over.
    [0] I have looked things over, and nothing calls for action.
    [one] I have looked things over and noticed { $symptoms_count } thing.
   *[other] I have looked things over and noticed { $symptoms_count } things.
}
feed-decision-made = { $chosen_channel ->
    [none] I let a moment pass without writing{ part-p-send }.
   *[other] Decided to write { part-chosen-by }{ part-p-send }.
}
feed-decision-final = { $outcome ->
    [none] The decision is settled, with no outcome measured.
   *[other] The decision is settled, measured outcome: { PERCENT($outcome) }.
}
part-p-send = { $p_send ->
    [none] {""}
   *[other] {""} (chance of sending: { PERCENT($p_send) })
}

## Acts

feed-intervention-planned = I plan to write { part-channel-by }: { part-quote }
feed-intervention-put_off = { $until ->
    [none] I am holding a message back.{ part-why-not }
   *[other] I am holding a message back until { $until }.{ part-why-not }
}
feed-intervention-refused = I did not write { part-channel-by }: { part-quote }{ part-why-not }
feed-intervention-suppressed = In the end I did not write { part-channel-by }: { part-quote }{ part-why-not }
feed-intervention-awaiting_approval = I am asking whether to write { part-channel-by }: { part-quote }
feed-intervention-approved = You approved: { part-quote }
feed-intervention-rejected = You said no, so I will not send: { part-quote }
feed-intervention-expired = There was no approval in time, so I did not send: { part-quote }
feed-intervention-sent = I wrote { part-channel-by }: { part-quote }{ $receipt ->
    [none] {""}
   *[other] {""} (receipt: { $receipt })
}
feed-intervention-failed = Sending { part-channel-by } failed: { part-quote }{ part-why-not }
feed-intervention-unknown = I do not know whether this arrived: { part-quote } I will check first, and not send it twice.
feed-intervention-undone = Undone, I will not send: { part-quote }

feed-outcome-recorded = { $type ->
    [user_response] Outcome: an answer{ part-after-minutes }{ part-effectiveness }.
    [behavior_change] Outcome: an entry after the message{ part-effectiveness }.
    [goal_progress] Outcome: the goal moved on{ part-effectiveness }.
   *[ignored] Outcome: no answer{ part-effectiveness }.
}
part-after-minutes = { $response_minutes ->
    [none] {""}
   *[other] {""} after { NUMBER($response_minutes, digits: 0) } min
}
part-effectiveness = { $effectiveness ->
    [none] , effectiveness not measured
   *[other] , effectiveness { PERCENT($effectiveness) }
}
feed-outcome-corrected = I corrected an outcome, because the answer came later{ part-effectiveness }.
feed-preference-learned = { $statement ->
    [none] I learned something about how to write to you.
   *[other] I learned: { $statement }
}

## Skills and apps

feed-skill-suggested = An idea for a skill: { part-named }.
feed-skill-generated = A skill is ready: { part-named }.{ part-written-by }
feed-skill-rejected = A skill was rejected: { part-named }.{ part-why-not }
feed-skill-activated = A skill is at work: { part-named }.
feed-skill-revoked = A skill was switched off: { part-named }.{ part-why-not }
feed-app-proposed = I propose an app: { part-named }.{ part-because }
feed-app-activated = I built the app { part-named }{ $mentions ->
    [none] .
    [one] : you mentioned it { $mentions } time.
   *[other] : you mentioned it { $mentions } times.
}
feed-app-optimized = I improved an app: { part-named }.{ part-because }
feed-app-archived = An app went to the archive: { part-named }. Its data stay.{ part-because }
feed-app-deleted = An app was deleted: { part-named }.
feed-app-arranged = The widgets of your apps are in another order.

## Goals and tasks

feed-goal-created = New goal: { part-titled }.
feed-goal-progress = { $have_text ->
    [none] Nothing measured for the goal { part-goal-named }.
   *[other] Progress on the goal { part-goal-named }: { $have_text }{ part-aim }.
}
part-aim = { $target_text ->
    [none] {""}
   *[other] , goal: { $target_text }
}
part-goal-named = { $goal ->
    [none] { part-titled }
   *[other] "{ $goal }"
}
feed-goal-completed = Goal met: { part-titled }.
feed-goal-missed = The date of the goal { part-titled } has passed. Set a new one if it still matters to you.
feed-goal-dropped = I no longer track the goal { part-titled }.
feed-task-created = { $remind_at ->
    [none] { $due ->
        [none] New task: { part-titled }.
       *[other] New task: { part-titled }, due { $due }.
    }
   *[other] New reminder: { part-titled }, { $remind_at }.
}
feed-task-done = Done: { part-titled }.
feed-task-dropped = Off the list: { part-titled }.
feed-task-reopened = Open again: { part-titled }.
feed-briefing-sent = I sent the morning plan { part-channel-by }{ $receipt ->
    [none] .
   *[other] {" "}(receipt: { $receipt }).
}
feed-reflection-sent = I sent the evening reflection { part-channel-by }{ $receipt ->
    [none] .
   *[other] {" "}(receipt: { $receipt }).
}

## Permissions

feed-grant-changed = { grant-pattern }: { grant-effect }{ part-by-hand }.
part-by-hand = { $by ->
    [default] {""} (a default rule)
    [approval] {""} (with your approval)
   *[person] {""} (your decision)
}
feed-grant-proposed = { grant-pattern }: I propose to allow it from now on. The decision is yours.
feed-grant-asked = { grant-pattern }: I ask whether to allow it from now on.
feed-grant-refused = { grant-pattern }: not permitted.{ part-why-not }
feed-grant-defaults_applied = There were no rules at all, so the default ones apply.

## Budget

feed-budget-reserved = Set aside for the model: { part-cents }.
feed-budget-settled = Spent on the model: { part-cents }.
feed-budget-refused = The model would not fit into the day's budget, so I am doing without it.
part-cents = { $cents ->
    [none] part of the budget
    [one] { $cents } cent
   *[other] { $cents } cents
}

## Clock

feed-slot-ran = Done: { part-job }{ part-slot }.
feed-slot-skipped = Skipped: { part-job }{ part-slot }.{ part-why-not }
feed-slot-failed = Failed: { part-job }{ part-slot }.{ part-why-not }
feed-slot-missed = Missed: { part-job }{ part-slot }.{ part-why-not }

## Talk, measures, settings

feed-message-received = A message from you ({ part-channel-by }): { part-quote }
feed-message-answered = I answered: { part-quote }
feed-measure-logged = { $measured ->
    [none] I logged a measure.
   *[other] Logged: { $measured }.
}
feed-measure-undone = { $measured ->
    [none] An entry was removed.
   *[other] An entry was removed: { $measured }.
}
feed-settings-changed = { $changes ->
    [none] Settings changed.
   *[other] { $changes }
}
setting-name = You changed your name to "{ $value }".
setting-language = You changed the language to { $value ->
    [pl] Polish
   *[en] English
}.
setting-timezone = You changed the time zone to { $value }.
setting-email = You changed your e-mail address.
setting-phone = You changed your phone number.
setting-channels = { $value ->
    [none] You switched all channels off: I write to you in the app only.
   *[other] You chose how I may write to you: { $value }.
}
setting-quiet_from = You changed the start of your quiet hours to { $value }.
setting-quiet_until = You changed the end of your quiet hours to { $value }.
setting-morning_at = You moved the morning plan to { $value }.
setting-evening_at = You moved the evening reflection to { $value }.
setting-ai_budget_cents = You changed the budget for the model to { $value ->
    [one] { $value } cent
   *[other] { $value } cents
} a day.
setting-paused_until = { $value ->
    [none] You ended the pause, so I write again.
    [open] You asked for a pause, until you end it.
   *[other] You asked for a pause until { $value }.
}
setting-onboarded_at = You finished the first steps.
setting-week_starts = { $value ->
    [sunday] Your weeks begin on Sunday now.
    [monday] Your weeks begin on Monday now.
   *[none] Your weeks begin as is usual where you are.
}
setting-other = You changed a setting: { $name }.
feed-tenant-created = { $name ->
    [none] Welcome to ExoSkull!
   *[other] Welcome, { $name }! Your space is ready, with careful rules to start with.
}

feed-tape-refused = This line of the tape could not be done.{ part-why-not }
feed-entry-refused = This entry could not be kept.{ part-why-not }
feed-integrity-alarm = Mind, something in the loop is stuck: { part-hop }{ $count ->
    [none] {""}
   *[other] {""} ({ $count })
}.
part-hop = { $hop ->
    [planned_not_sent] a planned message did not leave in time
    [sending_not_ended] a sending has not come to an end
    [sent_without_receipt] a sent message has no receipt
    [outcome_not_closed] an outcome window was not closed
    [decision_not_final] a decision has no outcome
    [no_grants] there are no rules at all
    [no_schedule] there is no schedule
    [attention_not_looked_at] something has waited too long for a look
   *[none] one of its links
}

## On the page

evolution-times = { $count ->
    [one] { $count } time that day
   *[other] { $count } times that day
}
evolution-receipt = Receipt:

feed-other = Event: { $kind }.

## Why not: why-not-<reason>

why-not-denied_by_rule = Your rule forbids it.
why-not-asks_by_rule = By your rule, I am to ask first.
why-not-limit_reached = This rule's daily limit is used up.
why-not-spend_limit_reached = This rule's daily spending limit is used up.
why-not-nothing_matches_irreversible = No rule allows it, and it cannot be undone, so I am not doing it.
why-not-nothing_matches_reversible = No rule speaks of it, so I am asking first.
why-not-lookup_failed = The rules could not be read, so to be safe I am not doing it.
why-not-quiet_hours = { $until ->
    [none] It is quiet hours.
   *[other] It is quiet hours (until { $until }).
}
why-not-daily_limit = The day's limit of messages is used up.
why-not-spacing = Too little time has passed since the last message.
why-not-paused = { $until ->
    [none] You asked for a pause.
   *[other] You asked for a pause (until { $until }).
}
why-not-opted_out = You do not want messages, so I am sending none.
why-not-reason_gone = The reason for the message was gone before its time came.
why-not-no_channel = There is no channel to send it by. Add an address or switch a channel on in the settings.
why-not-channel_failed = The channel did not take the message.
why-not-learner_chose_nothing = The draw said not to write this time. That is how I find out whether messages really help.
why-not-cooldown = I brought this up not long ago and am giving it a rest.
why-not-already_planned = A message about it is planned already.
why-not-decisions_of_the_day_made = There have been enough decisions about writing to you today.
why-not-hour_has_passed = The hours at which I write are over for today.
why-not-no_hour = There is no good hour left today.
why-not-expired = The message lost its point before it could leave.
why-not-undone = The message was taken back.
why-not-awaiting_approval = I am waiting for your approval.
why-not-rejected_by_person = You said no.
why-not-not_approved_in_time = Your approval did not come in time, and silence is not consent.
why-not-crashed = The program stopped while sending, so nobody knows whether the message arrived.
why-not-done_before = It was done before.
why-not-nothing_to_say = There was nothing to say.
why-not-other = The reason: { $reason }.
