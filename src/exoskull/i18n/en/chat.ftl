# A model in the chat: what it asked for, what waits for a yes, and where it fails.
chat-verb-log-measure = log a measure ({ $given })
chat-verb-set-goal = set a goal ({ $given })
chat-verb-make-task = make a task ({ $given })
chat-verb-remind = make a reminder ({ $given })
chat-verb-finish-task = finish a task ({ $given })
chat-verb-build-app = show an app ({ $given })
chat-verb-remember = remember something ({ $given })
chat-verb-undo = take back the last thing
chat-verb-pause = pause messages ({ $given })
chat-verb-resume = go on writing
chat-verb-status = look at how things stand
chat-verb-why = look up a reason ({ $given })
chat-verb-list = look things up ({ $given })
chat-held = This waits for your yes: { $what }. If you want it, reply "YES { $code }"; if not, "NO { $code }". The code holds for 24 hours and for exactly this.
chat-refused = Your rules do not allow this, so it was not done: { $what }. You can change them on the page Permissions.
chat-let-go = All right, I will not do this: { $what }.

feed-message-revised = With the help of a model I answered what I had not understood at first.

error-chat-empty = A field that was to say something is empty. Fill it in.
error-chat-invalid_date = "{ $value }" is no date or time. Write it like 2026-03-02 or 2026-03-02T18:00.
error-chat-not_ahead = "{ $value }" is not ahead, or too far away. Give a time after now, within three years.
error-chat-not_lately = "{ $value }" is not in the last 31 days. Give a time that has passed since.
error-chat-implausible = { $value } looks like a mistake. Give a number from { $low } to { $high }.
error-chat-goal_period = A goal of "at least" or "at most" needs a period (day, week, month); one of "reach" has none, but a date.
error-chat-not_said = The quote does not stand in the person's own words. Copy it exactly, or ask the person.
chat-tool-asked = { $tool } of { $server } waits for your yes. It would be given exactly this: { $given }. If you want it, reply "YES { $code }"; if not, "NO { $code }". The code holds for 24 hours and for exactly this.
chat-tool-waits = { $tool } of { $server } waits for your yes already, with exactly this: { $given }. Reply with the code that you were given, or answer on the page Tools.
chat-tool-refused = Your rules do not allow { $tool } of { $server }, so it was not used. You can change them on the page Tools.
chat-tool-said = { $tool } of { $server } was used once. It says: “{ $said }”
chat-tool-failed = { $tool } of { $server } was not done: it could not be reached, or says that it did not work. What it said is on the page Tools.
chat-tool-unknown = It is not known whether { $tool } of { $server } did it: it gave no answer. Look there before you ask again.
chat-tool-forbidden = { $tool } of { $server } was not used: your rules no longer allow it.
chat-tool-not-done = { $tool } of { $server } was not used. { $why }
