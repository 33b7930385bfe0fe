### The morning plan, the evening reflection, the welcome. Each line apart; code puts them together.

## Morning

# $date: "5 March".
briefing-subject = Your plan for today, { $date }
briefing-title = Good morning! Today is { $date }.
# $actions: what to do, joined.
briefing-goal = For the goal "{ $goal }": { $actions }.
# Where there are no actions for a goal, just where it stands.
briefing-goal-pace = { assistant-status-goal }
# One action for today out of a goal: the step meant.
briefing-action = { part-step }
briefing-tasks = Tasks for today: { $list }.
briefing-overdue = Overdue: { $list }.
briefing-no-tasks = There are no tasks due today.
briefing-reminders = I will remind you today: { $list }.
briefing-yesterday = Yesterday: { $list }.
briefing-yesterday-nothing = I have no entries from yesterday.
briefing-waiting = { $count ->
    [one] { $count } question is waiting for your approval.
   *[other] { $count } questions are waiting for your approval.
}
briefing-nothing = Nothing pressing today. Have a good day!
briefing-closing = Have a good day!
reason-briefing = This is the morning plan, at the hour in your settings.

## Evening

reflection-subject = Your day, { $date }
reflection-title = Good evening! This was your day ({ $date }).
reflection-done = Tasks done: { $done } of { $planned }.
reflection-done-list = Behind you: { $list }.
reflection-none-planned = No tasks were planned for today.
reflection-measured = Logged today: { $list }.
reflection-nothing-measured = Nothing was logged today.
reflection-goal = { assistant-status-goal }
# $met: how many goals are met.
reflection-closing-met = { $met ->
    [one] { $met } goal met. That is something to be glad of.
   *[other] { $met } goals met. That is something to be glad of.
}
reflection-closing-all = Everything planned is done. Rest with a clear head.
reflection-closing-some = Part of the plan is behind you, the rest can wait until tomorrow. Good night.
reflection-closing-none = The plan will keep; tomorrow is a day too. Rest well.
reflection-closing-quiet = Have a quiet evening.
reason-reflection = This is the evening reflection, at the hour in your settings.

## Welcome

welcome-subject = Welcome to ExoSkull
welcome = Hello, { $name }! This is ExoSkull. I will keep an eye on your goals, write when it may help, and always say why. I do nothing that your rules do not allow, and you can change each of them under permissions.
welcome-first-step = To begin, tell me a goal, e.g. "I want to run 3 times a week".
welcome-limits = At most { $limit } messages a day, never in your quiet hours ({ $from }-{ $until }). "Don't write today" works at once.
