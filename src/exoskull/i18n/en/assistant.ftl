### The assistant's answers: what was done (from the rows read back), questions, "why?".

## Logged

# $what: "4.2 km of running"; $list: several such, joined.
assistant-logged = Logged: { $what }.
assistant-logged-many = Logged: { $list }.
# After logging: where the goal is now. $have_text, $target_text, $period, $direction.
assistant-logged-goal = "{ $goal }": { part-score }.
assistant-logged-goal-met = "{ $goal }": { part-score }. Goal met!

## Goals

# $title, $target_text, $metric_text, $direction, $period; where there are: $by (a day), $start_text, $metric.
assistant-goal-set = New goal: "{ $title }". { assistant-goal-how }
assistant-goal-updated = You had such a goal already, so I changed it: "{ $title }". { assistant-goal-how }
assistant-goal-how = { $direction ->
    [at_most] I will watch the limit: at most { $target_text } { part-per }.
    [reach] I will track the way{ part-from } to { $target_text }{ part-by }.
   *[at_least] I will count: at least { $target_text } { part-per }.
} { part-how-to-log }
part-per = { $period ->
    [day] a day
    [month] a month
   *[week] a week
}
part-from = { $start_text ->
    [none] {""}
   *[other] {""} from { $start_text }
}
part-by = { $by ->
    [none] {""}
   *[other] , due { $by }
}
part-how-to-log = { $metric ->
    [none] Log it in plain words.
   *[other] Log it in plain words, e.g. "{ part-example }".
}
assistant-goal-vague = Sure, "{ $title }". How much, and in what time? Say it in one sentence, e.g. "I want to run 3 times a week".
assistant-goal-vague-unnamed = Sure. What exactly, how much, and in what time? E.g. "I want to run 3 times a week".
assistant-goal-same = You have that goal already: "{ $title }". Nothing changes.

## Tasks

# $due: "tomorrow", "on Friday".
assistant-task-made = { $due ->
    [none] Task added: "{ $title }".
   *[other] Task added: "{ $title }", due { $due }.
}
assistant-task-done = Done: "{ $title }".
assistant-tasks-done = { $count ->
    [one] Done: { $count } task.
   *[other] Done: { $count } tasks.
}
assistant-task-already-done = "{ $title }" is ticked off already.
assistant-task-which = Which task do you mean? { $list }
assistant-task-unknown = I have no open task "{ $title }".{ $list ->
    [none] {""}
   *[other] {""} Open: { $list }.
}
assistant-task-none = You have no open tasks now.

## Reminders

# $when: "tomorrow at 18:00".
assistant-reminder-set = I will remind you { $when }: { $title }.
assistant-reminder-when = When shall I remind you of this: "{ $title }"? E.g. "tomorrow at 18".
assistant-reminder-past = That time has passed. When shall I remind you of "{ $title }"? E.g. "tomorrow at 18".
# $time, $until: "on Friday at 7:00"; $until is when it will really come.
assistant-reminder-quiet = Noted ({ $time }): "{ $title }". That is in your quiet hours, so the message will come { $until }. You can change quiet hours in the settings.

## Why

# $reason: a full sentence.
assistant-why-reason = I wrote for this reason: { $reason }
assistant-why-waiting = I have not written yet, but I am going to ({ $when }). The reason: { $reason }
# $rule: a rule's pattern, or its description.
assistant-why-rule = This rule lets me: { $rule }.
assistant-why-approved = Your "yes" let me.
assistant-why-default = It is one of the default rules; you can change it under permissions.
# $count: how many ways there were to choose from; $chosen: what came out.
assistant-why-choice = { $count ->
    [one] There was { $count } possible way
   *[other] There were { $count } possible ways
}{ $chosen ->
    [none] {""}
   *[other] , the choice: { $chosen }
}.
# "by SMS, at 9:00, gently"
assistant-way = { part-channel-by }, at { $time }, { part-framing }
part-framing = { $framing ->
    [gentle] gently
    [humor] with humour
   *[direct] directly
}
# $p from 0 to 1.
assistant-why-chance = The chance that I would write at all was { PERCENT($p) }. That draw is how I learn whether writing really helps.
assistant-why-asked = There was no draw here: you asked for this message.
assistant-why-delivered = Sent { $when }, { part-channel-by }. Receipt: { $receipt }.
assistant-why-learned = I also took this into account: { $statement }
# $day: "yesterday"; $why: a full sentence.
assistant-why-nothing-sent = I did not write to you ({ $day }). { $why }
assistant-why-nothing-found = I did not write to you ({ $day }), because nothing called for it.
assistant-why-nothing = There is nothing to explain: I have done nothing of my own accord lately.
assistant-why-not-sent = I did not send that message. { $why }

## How am I doing

# $trajectory: on_track, at_risk, off_track, completed, no_data; without data $have_text is None.
assistant-status-goal = "{ $goal }": { $trajectory ->
    [no_data] no data yet, goal: { $target_text }
    [on_track] { part-score }, on pace
    [at_risk] { part-score }, a little behind
    [off_track] { $direction ->
        [at_most] { part-score }, over the limit
       *[at_least] { part-score }, behind
    }
   *[completed] { part-score }, goal met
}{ part-left }.
assistant-status-tasks = Open tasks ({ $count }): { $list }.
assistant-status-no-tasks = There are no open tasks.
assistant-status-no-goals = You have no goal yet. Try e.g. "I want to run 3 times a week".
assistant-status-planned = Planned next: { $list }.
# One plan of the list: "tomorrow at 9:00 by SMS".
assistant-status-plan = { $when } { part-channel-by }
assistant-status-nothing-planned = I have nothing planned for you for now.
assistant-status-reminders = Reminders: { $list }.
assistant-status-metric = { $name } ({ $period ->
    [day] today
    [month] this month
   *[week] this week
}): { $value_text }.
assistant-status-unknown = I have nothing about "{ $subject }" yet.
assistant-status-paused = { $until ->
    [none] I am paused until you write "resume".
   *[other] I am paused; you will hear from me { $until } at the earliest.
}

## Approvals. $what says what I would do.

# $expires: "tomorrow at 9:00"; $code as text, not a number.
assistant-approved = { $what ->
    [none] Thank you, your approval is recorded.
   *[other] Thank you, your approval is recorded: { $what }.
}
assistant-rejected = { $what ->
    [none] All right, I will not do it.
   *[other] All right, I will not do it: { $what }.
}
assistant-approve-nothing = Nothing is waiting for your approval.
assistant-approve-needs-code = To be sure that it is you, I need the code from the question. Reply e.g. "YES 1234".
assistant-approve-wrong-code = { $tries_left ->
    [none] That code fits no open question.
    [0] That code does not fit, and there are no tries left. I am closing the question and doing nothing.
    [one] That code does not fit. { $tries_left } try left.
   *[other] That code does not fit. { $tries_left } tries left.
}
assistant-approve-expired = That question has expired, so I am doing nothing. If it is still needed, I will ask again.
assistant-approve-changed = The wording has changed since I asked, so that approval does not cover it. I will ask again.
assistant-approve-first-line = A yes or no counts only where it stands on the first line, with its code. So I did nothing with the one further down. Reply e.g. "YES 1234", and nothing above it.
assistant-approve-stranger = An approval counts only from your own address or number. I did nothing.

## Undo

assistant-undone-measure = Undone, I removed the entry: { $what }.
assistant-undone-goal = Undone, I no longer track the goal "{ $title }".
assistant-undone-task = Undone, I removed the task "{ $title }".
assistant-undone-reminder = Undone, I will not remind you: "{ $title }".
assistant-undone-done = Undone, "{ $title }" is open again.
assistant-undone-message = Undone, I will not send this message: "{ $text }"
assistant-undo-late = This can no longer be undone: { $what }.
assistant-undo-late-message = The message has left already, so it cannot be undone.
assistant-undo-nothing = There is nothing to undo.

## Pause

# $until: "on Friday at 7:00".
assistant-paused = All right, I am not writing. You will hear from me { $until } at the earliest. Write "resume" to end the break sooner.
assistant-paused-open = All right, I will not write until you say so. Just write "resume".
assistant-resumed = The break is over. I may write to you again.
assistant-resumed-already = There is no pause; I may write to you.
assistant-stopped = All right, I will send you no more messages. When you want me back, write "START".

## Talk

assistant-greeting = Hello! How are you? You can log something ("3 glasses of water"), set a goal, or ask "how am I doing?".
assistant-thanks = You are welcome.
assistant-ok = Good.
assistant-bye = Talk to you soon.
assistant-help = You can write, for example:
    • "3 glasses of water", "slept 7.5 hours", "ran 4 km"
    • "I want to run 3 times a week"
    • "remind me tomorrow at 18 about the dentist"
    • "add task: buy tickets by Friday", "done: tickets"
    • "how am I doing?", "why did you write to me yesterday?"
    • "undo", "don't write today", "resume"
assistant-understood-ok = I see, thank you for answering.
# Something told, without a number to log.
assistant-remark = I see.{ $metric ->
    [none] {""}
   *[other] {""} If you like, I will log it as a number, e.g. "{ part-example }".
}

assistant-only-quoted = I see nothing of your own in this message, only a quotation. Write above it.
assistant-not-understood = I do not know what to do with "{ $text }". Try e.g. "3 glasses of water", "remind me tomorrow at 18 about the dentist" or "help".
# Where the rest of the message was understood.
assistant-not-understood-part = I just do not know what to do with "{ $text }".
assistant-too-long = That message is too long. I can take at most { $limit } KiB, so please send it in parts.
assistant-empty = That message is empty. Try e.g. "3 glasses of water" or "help".
assistant-implausible = Did you really mean "{ $what }"? That number looks like a slip, so I did not log it.
