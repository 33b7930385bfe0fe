### The page of the day and the feed of everything.

today-plan-title = Today's plan
today-plan-empty = Nothing is planned for today. When a goal falls behind, one to three steps for it stand here in the morning.
today-plan-no-goals = You have no goal yet. Tell me one in the chat, for example "I want to run 3 times a week", and I will find today's steps for it.
today-plan-more = { $count ->
    [one] And { $count } more task for later.
   *[other] And { $count } more tasks for later.
}
today-done = Done: { $title }
today-done-short = Mark as done
today-late = late
today-is-done = Done
today-undo = Undo
today-briefing-read = Read this morning's message
today-briefing-all = All daily plans
today-all-messages = All messages
today-effect-title = Does it help?
today-effect-more = More
today-effect-open = See what has worked so far
today-feed-all = Show everything I did

evolution-title = What I did
evolution-lead = Everything I noticed, decided, did and learned, and what I left undone. Each item can tell you why.
evolution-list = Newest first
evolution-filters = Show only
evolution-show-all = Everything
evolution-show-learned = Learned
evolution-show-built = Built
evolution-show-wrote = Messages
evolution-show-left = Not done
evolution-show-goals = Goals and tasks
evolution-show-rules = Rules
evolution-empty-filter = Nothing of this kind has happened yet. When it does, it stands here with its reason.

web-later = Not now
why-not-not_now = You said: not now.
error-feed-unknown_filter = There is no filter { $value } for the feed. Choose one of: { $known }.
