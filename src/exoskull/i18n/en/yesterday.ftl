### The card of the page of the day that says what was done the day before.

yesterday-title = Yesterday
yesterday-whole = The whole day
yesterday-looks = { $day }. { $count ->
    [0] I was not at work that day.
    [one] I looked once whether you need something.
   *[other] I looked { NUMBER($count) } times whether you need something.
}
yesterday-still = Nothing called for a message, and nothing was logged. A quiet day is a good answer too.
yesterday-wrote = { $count ->
    [one] I wrote to you once.
    [2] I wrote to you twice.
   *[other] I wrote to you { $count } times.
}
yesterday-came = { $came ->
    [0] Nothing has come of it so far.
   *[other] Something came of { $came } of { $asked }: an answer, an entry or a step towards a goal.
}
yesterday-none-asked = Plans and summaries only. They ask for no answer.
yesterday-read = Read them
yesterday-letter = { $time } { part-channel-by }:
yesterday-quote = “{ $text }”
yesterday-came-none = It asked for nothing.
yesterday-came-not-yet = What came of it is not measured yet.
yesterday-came-of-it = { $type ->
    [user_response] You answered{ $minutes ->
        [none] .
       *[other] {""} after { NUMBER($minutes, digits: 0) } min.
    }
    [behavior_change] You logged something after it.
    [goal_progress] The goal moved after it.
   *[ignored] No answer, and no change.
}
yesterday-left = { $count ->
    [one] I left one message unsent.
   *[other] I left { $count } messages unsent.
}
yesterday-left-why = { $count }× { $reason }
yesterday-let-be = { $count }× I had a reason to write and stayed silent on purpose: that is how I find out whether messages help.
yesterday-news = { $count ->
    [one] I learned or changed one thing.
   *[other] I learned or changed { $count } things.
}
yesterday-did = { $done ->
    [0] You logged something.
    [one] { $logged ->
        [0] You did one task.
       *[other] You did one task, and logged something.
    }
   *[other] { $logged ->
        [0] You did { $done } tasks.
       *[other] You did { $done } tasks, and logged something.
    }
}
yesterday-tasks = Which tasks
yesterday-otherwise = Should it be different?
yesterday-more-or-less = Less or more often
yesterday-when-and-how = At another time
yesterday-may = What I may do
yesterday-stop = Stop for today
