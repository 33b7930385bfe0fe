### The first steps.

onboarding-title-you = What shall I call you?
onboarding-title-clock = Where are you, and when do you sleep?
onboarding-title-goal = What would you like to get done?
onboarding-title-rules = What may I do?
onboarding-title-taste = How do you like to be reached?
onboarding-lead-you = The language is switched above.
onboarding-lead-clock = So that I write in the morning of your day, and never at night.
onboarding-lead-goal = One sentence is enough. I will keep an eye on it, and write only when it may help.
onboarding-lead-rules = Nothing happens outside these rules. Each is a switch, takes effect at once, and can be changed later under Permissions.
onboarding-lead-taste = Your answers are your word: they count before anything I learn. They stand on the page Preferences, where you can take each of them back.

onboarding-back = Back
onboarding-end = Skip the rest
onboarding-finish = Done
onboarding-goals-set = Set so far: { $goals }.
onboarding-goal-another = Another goal (optional)

onboarding-zone-hint = Begin to type a city to change it.
onboarding-zone-found = Places found
onboarding-zone-now = { $time } now
onboarding-zone-none = No city found by that. Try a larger one near you, or a zone such as Europe/Warsaw.
onboarding-quiet-hint = I send nothing within these hours.

onboarding-ask-hour = When do you like to be reached?
onboarding-answer-hour = { $answer ->
    [open] Not sure, find out
    [9] In the morning (9)
    [12] At noon
    [15] In the afternoon (15)
    [18] In the evening (18)
   *[other] Late ({ $answer })
}
onboarding-ask-channel = Where?
onboarding-answer-channel = { $answer ->
    [open] Not sure, find out
    [email] By e-mail
    [sms] By SMS
   *[in_app] Here, in the app
}
onboarding-ask-framing = In what tone?
onboarding-answer-framing = { $answer ->
    [open] Not sure, find out
    [gentle] Gently
    [humor] With humour
   *[direct] Straight
}
onboarding-ask-often = How often?
onboarding-answer-often = { $answer ->
    [gladly] Gladly often
    [asked] Only what I ask for
   *[open] When it helps
}

onboarding-greeting = Hello, { $name }. { $goal ->
    [none] You have set no goal yet: tell me one whenever you like, and I will keep an eye on it.
   *[other] I am keeping an eye on your goal "{ $goal }".
} I look every 15 minutes, and your first plan of the day comes { $morning }.
onboarding-greeting-reason = you have just finished the first steps.

error-steps-unknown = There is no such step. Choose one of: { $known }.
error-steps-unknown_answer = There is no such answer. Choose one of: { $known }.
error-steps-address_needed = { $channel ->
    [sms] To write to you by SMS I need your telephone number. Give it, or choose another way.
   *[email] To write to you by e-mail I need your address. Give it, or choose another way.
}
