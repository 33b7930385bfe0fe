# What is remembered of a person: the page, the chat, the feed, and where it fails.
web-nav-memory = Memory
memory-title = What I remember
memory-lead = Things you told me about yourself, so that you need not say them twice. Each shows where it is from, and you can delete it. Nothing here changes what I may do.
memory-list-title = What I know of you
memory-empty = Nothing yet
memory-empty-lead = Write in the chat, for instance: "remember that I don't eat gluten". Or add it below.
memory-add-title = Add something
memory-add-lead = A sentence of up to 300 characters, as you would say it.
memory-add-text = What should I remember?
memory-add-kind = What is it about?
memory-add = Remember this
memory-delete = Delete
memory-restore = Have it back
memory-deleted-title = Deleted lately
memory-deleted-lead = You can have these back for 30 days. Then they are gone for good.
memory-source-person = You told me, { $when }
memory-source-page = You added it here, { $when }
memory-source-model = A model read it in your message, { $when }
memory-source-quote = You wrote: "{ $quote }"
memory-kind-name = Name
memory-kind-people = People
memory-kind-health = Health
memory-kind-food = Food
memory-kind-work = Work
memory-kind-home = Home
memory-kind-date = Dates
memory-kind-habit = Habits
memory-kind-liking = Likes and dislikes
memory-kind-other = Other

memory-chat-kept = I will remember: { $fact }
memory-chat-undone = Taken back, I do not remember this any more: { $fact }
memory-chat-known = I know this already: { $fact }
memory-chat-empty = I do not remember anything about you yet. Write for instance: "remember that I don't eat gluten".
memory-chat-facts = { $count ->
    [one] I remember one thing about you. You can delete it on the page Memory:
   *[other] I remember { $count } things about you. You can delete them on the page Memory:
}
memory-chat-more = { $count ->
    [one] And one more on the page Memory.
   *[other] And { $count } more on the page Memory.
}
memory-chat-forget-what = What should I forget? Write for instance: "forget about the dentist".
memory-chat-forget-nothing = I remember nothing about "{ $words }". All that I know stands on the page Memory.
memory-chat-forgotten = { $count ->
    [one] Forgotten. You can have it back on the page Memory for 30 days:
   *[other] Forgotten, { $count } things. You can have them back on the page Memory for 30 days:
}

part-memory-kind = { $subject ->
    [name] your name
    [people] people close to you
    [health] your health
    [food] what you eat
    [work] your work
    [home] your home
    [date] a date
    [habit] a habit of yours
    [liking] what you like
   *[other] you
}
feed-memory-remembered = { $by ->
    [model] I noted something about { part-memory-kind }, as I understood your message.
   *[other] I remembered something about { part-memory-kind }.
}
feed-memory-forgotten = I forgot something about { part-memory-kind }.
feed-memory-restored = I remember something about { part-memory-kind } again.

error-memory-empty = There is nothing here to remember. Write a sentence, for instance "I don't eat gluten".
error-memory-too_long = This is too long to remember. Write at most { $limit } characters, in two sentences if need be.
error-memory-invalid_kind = "{ $value }" is no kind of fact. Choose one of: name, people, health, food, work, home, date, habit, liking, other.
error-memory-full = There is no room for more: I remember at most { $limit } things. Delete some on the page Memory.
error-memory-known = I remember this already. Nothing was added.
error-memory-no_fact = There is no such thing in memory, or it was deleted more than 30 days ago. The page Memory shows what there is.
