### The chat: slash commands, cards, quick replies, the field.

## Slash commands, in every channel. $command: the word with its slash.

command-does-status = how you are doing
command-does-why = why the last message came
command-does-goals = your goals and how far they are
command-does-log = log a measure, such as "3 glasses of water"
command-does-undo = take back the last thing
command-does-approve = say yes to what I asked
command-does-reject = say no to what I asked
command-does-apps = the apps that are at work
command-does-pause = I write nothing for a while, such as "until Friday"
command-does-resume = end the pause
command-does-stop = no more messages at all
command-does-help = all commands
command-help = Commands:
command-line = { $command }: { $does }
# $name: what was written; $meant: the command that was probably meant.
command-unknown = There is no command "/{ $name }". { $meant ->
    [none] {""}
   *[other] Did you mean { $meant }?{" "}
}{ $help } lists them all.
command-needs-log = Say what to log behind it, for example: { $command } 3 glasses of water
command-needs-pause = I did not understand until when. Write for example: { $command } until Friday, or { $command } alone to pause until you resume.
command-apps = { $count ->
    [one] { $count } app is at work: { $list }.
   *[other] { $count } apps are at work: { $list }.
}
command-no-apps = No app is at work yet. Write for example "make me a water tracker".

## On the page

web-nav-chat = Chat
chat-thinking = I am thinking…
chat-cancel = Stop
chat-cut = The connection broke before the answer was here. Reload the page: what arrived stands in the thread, with its answer.
chat-unsent = This did not get through. What you wrote stands in the field again: send it once the connection is back. It will be there only once.
chat-signed-out = You are signed out, so this was not sent. What you wrote is kept in the field.
chat-sign-in = Sign in
chat-earlier = Show earlier
chat-whole = On a page of its own
chat-newest = Back to the newest
chat-to-end = To the newest
chat-commands = Commands
# The page puts the number of commands in the place of {count}.
chat-menu-how = Commands that fit: { "{count}" }. Choose with the arrow keys and Enter, close with Escape.
chat-how = Enter sends, Shift and Enter begins a line, a slash opens the commands, the up arrow brings back what you wrote last, Escape stops an answer.
chat-voice = Speak instead of typing
chat-replies = Quick replies
chat-reply-yes = Yes
chat-reply-no = No
chat-reply-done = Done
chat-reply-not-done = Not this time
chat-says-done = yes
chat-says-not-done = no
chat-reply-why = Why?
chat-reply-resume = Resume
chat-card-undo = Undo
chat-card-done = Done
chat-card-reopen = Not done
chat-card-approve = Yes, do it
chat-card-reject = No
chat-card-open = Open

error-chat-cut = The answer was cut off on the way. What you wrote is kept; reload the page to see how it stands.
error-chat-no_such_card = There is nothing here to do that to. Reload the page to see how it stands.
error-chat-card_over = This cannot be done any more: it has been changed since. Reload the page to see how it stands.
