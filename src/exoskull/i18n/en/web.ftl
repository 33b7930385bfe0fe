### The pages, and what the web says when something cannot be done.

## Everywhere

web-skip = Skip to the content
web-language = Language
web-close = Close
web-loading = Loading…
web-save = Save
web-examples = Examples
web-error-title = That did not work
web-error-back = Back to the page

## Around every page

web-nav-all = All pages
web-nav-bar = Main pages
web-nav-more = More
web-nav-group-day = Every day
web-nav-group-learned = What I learn
web-nav-group-allowed = What I may do
web-nav-group-own = You
web-nav-today = Today
web-nav-feed = What I did
web-nav-goals = Goals
web-nav-apps = Apps
web-nav-briefings = Daily plan
web-nav-overview = How it works
web-nav-preferences = Preferences
web-nav-conductor = Findings
web-nav-optimization = Journal
web-nav-skills = Skills
web-nav-permissions = Permissions
web-nav-interventions = Messages
web-nav-scheduling = Schedule
web-nav-settings = Settings
web-nav-summaries = Summaries
web-nav-accounts = Account
web-app-about = What your autonomous loop did, why, and how to change it.
web-offline-title = No connection
web-offline-lead = ExoSkull cannot be reached from here now. Nothing is lost: it keeps working where it runs. This page opens by itself when the connection is back.
web-offline-again = Try again
web-lost = Connection lost. What you see is from { $time }. I keep trying to reach it.
web-lost-back = The connection is back.
web-lost-unsent = What you did last did not arrive: please do it again.
date-tick = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}

## Signing in

web-login-title = Sign in
web-login-once = This link lets you in once. It is yours alone: do not pass it on.
web-login-button = Sign in
web-login-need-link = You sign in by a one-time link. Whoever runs this ExoSkull makes one with:
web-login-name = NAME
web-login-first = `./exo up` prints such a link too, each time it starts.
web-sign-out = Sign out

## First steps

web-setup-title = First steps
web-steps = Steps
web-step-name = You
web-step-zone = Clock
web-step-goal = Goal
web-step-rules = Rules
web-step-taste = Questions
web-setup-name-title = Hello! What shall I call you?
web-setup-name-lead = This makes your own space. Everything in it stays on this machine.
web-setup-name-label = Name
web-setup-zone-title = Where are you, { $name }?
web-setup-zone-lead = So that I write in the morning of your day, and never at night.
web-setup-zone-label = Time zone
web-setup-zone-hint = Taken from your browser where it told me. Begin to type a city to change it.
web-setup-next = Continue
web-goal-label = Your first goal
web-goal-placeholder = I want to run 3 times a week
web-goal-example-1 = I want to run 3 times a week
web-goal-example-2 = I want to drink 8 glasses of water a day
web-goal-example-3 = I want to sleep at least 7 hours a night
web-goal-begin = Begin
web-goal-skip = Not now

## The page

web-today = Today
web-hello = Hello, { $name }
web-status-awake = I am at work, and look every 15 minutes
web-status-quiet = Quiet hours: I write nothing until { $until }
web-status-paused = { $until ->
    [none] Paused until you resume
   *[other] Paused until { $until }
}
web-pause = Pause for today
web-resume = Resume
web-live = live
web-connecting = connecting…

web-chat-title = Chat
web-chat-label = Your message
web-chat-placeholder = Tell me what you did, want, or ask "why?"
web-chat-empty = Nothing here yet. Tell me a goal, what you drank, how you slept, or ask "how am I doing?".
web-chat-example-1 = I drank 3 glasses of water
web-chat-example-2 = remind me tomorrow at 18 about the dentist
web-chat-example-3 = how am I doing?
web-send = Send
web-you = You
web-notice = Notice
web-by-sms = SMS
web-by-email = e-mail

web-waiting-title = What I mean to send
web-waiting-asks = May I?
web-waiting-closed = Waiting for an answer
web-waiting-planned = I plan to write
web-waiting-when = { $when }, { $channel ->
    [in_app] in the app
    [email] by e-mail
    [sms] by SMS
   *[other] { $channel }
}
web-waiting-until = Without your answer by { $when }, I do nothing.
web-waiting-empty = Nothing is planned. What I mean to send stands here first, and you can take it back.
web-waiting-more = Show what comes later ({ $count } more)
web-waiting-nearest = Back to the nearest
web-waiting-end = Nothing waits beyond this.
web-because = Because: { $reason }
web-approve = Yes, do it
web-reject = No
web-undo = Do not send

web-feed-title = What I am doing
web-feed-empty = Here you will see everything I notice, decide and do, as it happens, and why.
web-feed-earlier = Show earlier
web-earlier = Show earlier ({ $count } more)
web-newest = Back to the newest
web-why = Why?
web-chain-rule = Rule:
web-chain-receipt = Receipt:
web-chain-trace = Chain
web-remedy = { $limit ->
    [none] Allow: { $rule }
   *[other] Allow: { $rule }, up to { $limit } a day
}
web-remedy-done = Changed. It holds from now on.

web-rules-title = What I may do
web-rules-lead = Each of these is a switch, and takes effect at once, also on what is planned.
web-rules-empty = There are no rules, so I do nothing that cannot be taken back, and ask before the rest.
web-effect-allow = Allow
web-effect-ask = Ask me
web-effect-deny = Never
web-rule-by = { $by ->
    [default] there from the start
    [approval] your yes to a proposal
   *[person] set by you
}
web-rule-used = { $limit ->
    [none] today: { $used }
   *[other] today: { $used } of { $limit }
}
web-rule-until = until { $when }
web-rule-more = More
web-rule-limit = At most a day
web-rule-no-limit = no limit
web-rule-remove = Remove the rule

## What went wrong

error-route-not_found = There is nothing at { $path }. Check the address for a slip, or go back to the first page. Addresses for programs are listed in /openapi.json.
error-method-not_allowed = { $method } is not possible here. The Allow header says what is.
error-body-too_large = That is too much at once: at most { $limit } KiB are taken. Send it in parts.
error-body-malformed = What was sent cannot be read. Send it as JSON or as a form, whole, and say so in Content-Type.
error-input-missing = { $field } is missing. Give it a value.
error-input-extra_forbidden = There is no field { $field } here. Check its spelling, or leave it out.
error-input-naive_instant = { $field } lacks its time zone. Write it with an offset, for example 2026-03-02T08:00:00+01:00.
error-input-out_of_range = { $field } is outside its range. The limit is { $limit }.
error-input-too_long = { $field } is too long. At most { $limit } characters will fit.
error-input-wrong_type = { $field } is not what it should be: { $expected ->
    [string] give a text
    [int] give a whole number
    [float] give a number
    [bool] give true or false
    [date] give a date, for example 2026-05-31
    [datetime] give an instant with an offset, for example 2026-03-02T08:00:00+01:00
    [uuid] give an id as it was given to you
    [list] give a list
   *[other] compare it with /openapi.json
}.
error-token-missing = This needs a token, in the header "Authorization: Bearer TOKEN". `exoskull tenant token` makes one.
error-session-missing = You are not signed in. Open your one-time link; `exoskull tenant token` makes a new one.
error-setup-link_invalid = This link does not work: it has expired, or was used before. `./exo up` prints a new one each time it starts.
error-request-cross_site = This request came from another site, so nothing was done. Use the page itself.
error-idempotency_key-invalid = An Idempotency-Key is 1 to { $limit } ordinary ASCII characters. Give another one, or none.
error-message-key_reused = This Idempotency-Key was used for another message. Take a new key for a new message.
error-event-invalid_position = Last-Event-ID must be the id of an event, a whole number. Leave it out to begin now.
error-event-unknown_trace = There is no such chain of events, or it is not yours. Open it from the feed.
error-port-unusable = The web cannot listen on { $host }, port { $port }. Check EXOSKULL_HOST and --port; ports below 1024 need root.
