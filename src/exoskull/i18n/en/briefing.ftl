### The morning plan, the evening reflection, the welcome. Each line apart; code puts them together.

## Morning

# $date: "5 March".
briefing-subject = Your plan for today, { $date }
briefing-title = Good morning! Today is { $date }.
# $actions: the steps for today, in small letters, semicolons between them.
briefing-goal = Today for the goal "{ $goal }": { $actions }.
briefing-goal-pace = { assistant-status-goal }
# A goal of every day: today's has only begun.
briefing-goal-day = { $have_text ->
    [none] "{ $goal }": nothing logged yesterday, a day's goal is { $target_text }.
   *[other] "{ $goal }": { $have_text } yesterday, a day's goal is { $target_text }.
}
briefing-tasks = Tasks for today: { $list }.
briefing-overdue = Overdue: { $list }.
briefing-reminders = I will remind you today: { $list }.
# $list: what was done and what was logged, a semicolon between them.
briefing-yesterday = Yesterday: { $list }.
briefing-yesterday-done = { $done } of { $given } done
briefing-yesterday-tasks = done: { $list }
briefing-waiting = { $count ->
    [one] { $count } question is waiting for your approval.
   *[other] { $count } questions are waiting for your approval.
}
briefing-closing = Have a good day!
reason-briefing = This is the morning plan, at the hour in your settings.

## Evening

reflection-subject = Your day, { $date }
reflection-title = Good evening! This was your day ({ $date }).
reflection-done = Tasks done: { $done } of { $planned }.
reflection-done-list = Behind you: { $list }.
reflection-measured = Logged today: { $list }.
reflection-goal = { assistant-status-goal }
# After a day on which nothing of the plan worked out.
# $list: the goals in quotes, $count: how many they are.
reflection-tomorrow-smaller = { $count ->
    [one] Tomorrow, one step, the shortest, is enough for the goal { $list }.
   *[other] Tomorrow, one step, the shortest, is enough for each of the goals { $list }.
}
# One question an evening. $list: the tasks, semicolons between them.
reflection-asks = { $count ->
    [one] I cannot see whether this worked out: { $list }. If it did, answer YES. If not, answer NO.
   *[other] I cannot see whether these worked out: { $list }. If they did, answer YES. If not, answer NO.
}
# $met: how many goals are met.
reflection-closing-met = { $met ->
    [one] { $met } goal met. That is something to be glad of.
   *[other] { $met } goals met. That is something to be glad of.
}
# $count: days in a row with an entry, 2 or more.
reflection-closing-row = An entry for the goal "{ $goal }" { $count } days in a row. That is how a habit grows.
reflection-closing-all = Everything planned is done. Rest with a clear head.
reflection-closing-some = Part of the plan is behind you, the rest can wait until tomorrow. Good night.
reflection-closing-none = The plan will keep; tomorrow is a day too. Rest well.
reflection-closing-quiet = Have a quiet evening.
reason-reflection = This is the evening reflection, at the hour in your settings.

# The answer to YES and NO after the evening's question.
evening-answer-yes = { $count ->
    [one] Noted as done: { $list }. Well done! If that is a mistake, say "undo".
   *[other] Noted as done: { $list }. Well done! If that is a mistake, say "undo".
}
evening-answer-yes-before = Well done! It is noted as done already.
evening-answer-no = Thank you for answering. Tomorrow's plan will take it into account. Rest well.

## The page of the day's plan

briefing-page-title = Plan of the day
briefing-page-actions = To do today for your goals
briefing-page-no-actions = There is nothing to do for your goals today. When one falls behind, one to three steps will stand here in the morning.
briefing-page-no-goals = You have no goal yet, so there is nothing to plan. Say in the chat, for example, "I want to run 3 times a week", and tomorrow morning there will be a plan here.
briefing-page-done = Done
briefing-page-is-done = done
briefing-page-messages = Plans and reflections
briefing-page-no-messages = The first plan comes in the morning at { $morning }, the reflection in the evening at { $evening }. Where there is nothing to say, I do not write.
briefing-page-kind = { $kind ->
    [morning_briefing] Plan of the day
   *[evening_reflection] Evening reflection
}
briefing-page-state = { $state ->
    [sent] sent
    [planned] waiting for its time
    [awaiting_approval] waiting for your approval
    [refused] not sent, a rule of yours forbids it
    [failed] sending failed
    [unknown] it is not known whether it arrived
   *[other] not sent
}
error-briefing-no_such_action = This step is no longer on today's list. Reload the page of the plan to see what is on it.

## Welcome

welcome-subject = Welcome to ExoSkull
welcome = Hello, { $name }! This is ExoSkull. I will keep an eye on your goals, write when it may help, and always say why. I do nothing that your rules do not allow, and you can change each of them under permissions.
