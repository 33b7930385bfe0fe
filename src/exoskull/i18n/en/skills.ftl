# The life of skills: what is asked, what is told, the page, and what can go wrong.

skill-question-subject = May I switch on a skill?
skill-question = May I switch on a skill? YES { $code } or NO. { $about } { $able } No answer in 24 h: it stays off.
skill-question-reason = You said you wanted it, or it would help with a goal of yours. { $able }
skill-able = It can { $list }.
skill-able-nothing = It only reckons with what it is told.
skill-able-read-measures = read your measures
skill-able-read-tasks = read your tasks
skill-able-read-goals = read your goals
skill-able-write-measures = log measures for you
skill-able-write-tasks = put tasks on your list
skill-able-notify = write to you

skill-revoked-subject = I switched a skill off
skill-revoked = I switched a skill off: { $about } { $why }
skill-because-failing = It kept failing.
skill-because-not-verified = It no longer passes its checks.
skill-says-reason = A skill of yours told you: { $about }

skill-chat-by = (By your skill "{ $name }".)
skill-chat-failed = Your skill "{ $name }" could not answer that: it failed.
skill-chat-noted = You have asked this { $count } times. By tomorrow I will try to make a skill of it.
skill-chat-approved = The skill is at work: { $about }
skill-chat-rejected = The skill stays off: { $about }

slot-reason-nothing_suggested = No idea for a skill was sure enough.
slot-reason-no_skills = There are no skills.
slot-reason-sandbox_unavailable = The sandbox cannot be started; "exoskull doctor" says more.

why-not-skill_needs_model = No template fits; a language model would be needed to write it.
why-not-skill_lacking = Something is missing that only you can say.
why-not-skill_invalid = What was written did not pass the checks.
why-not-unused = Nobody used it for 30 days.
why-not-failing = More than 30% of its last runs failed.
why-not-not_verified = It no longer passes its checks.

skills-title = Skills
skills-intro = Small tools that I wrote for you, or that you brought in. Each runs walled in, and touches only what is named here. Those that write or tell need your yes to exactly this version.
skills-empty = There are no skills yet. Ask me the same thing three times, and I make one of it by the next morning; or bring a file in.
skills-waiting = Waits for your yes
skills-at-work = At work
skills-ended = Put away, switched off or rejected
skills-ideas = Ideas
skills-ideas-empty = No ideas for now.
skill-state = { $state ->
    [awaiting] waits for your yes
    [active] at work
    [rejected] rejected
    [revoked] switched off
   *[archived] put away
}
skill-risk = { $risk ->
    [low] low risk
    [medium] medium risk
   *[high] high risk
}
skill-kind-instruction = words for a model, not run
skill-version = version { $version }
skill-runs = Runs
skill-runs-none = It has not run yet.
skill-run-line = { $when }: { $error ->
    [none] done
   *[other] failed ({ $error })
}, { $effects ->
    [0] nothing left it
    [one] { $effects } effect
   *[other] { $effects } effects
}
skill-versions = Versions
skill-origin = { $origin ->
    [generated] written by me
    [imported] brought in
   *[rollback] rolled back
}
skill-diff = What changed
skill-file = The file
skill-file-show = Show the file
skill-waits-badge = waits for your word
skill-file-text = What the file says
skill-approve = Switch on
skill-reject = No, leave it off
skill-ask-again = Ask me again
skill-revoke = Switch off
skill-restore = Have it back
skill-rollback = Go back to this version
skill-export = Save as a file
skill-import = Add from a file
skill-import-button = Add
skill-import-problems = The file was not taken:
skill-make = Make it now
skill-suggestion-status = { $status ->
    [pending] waits ({ $confidence } sure)
    [expired] let go after 14 days
   *[processed] { $result ->
        [activated] made, at work
        [asked] made, waits for your yes
        [needs_model] open: a language model would be needed to write it
        [lacking] open: it lacks { $detail }
        [invalid] did not pass the checks
        [exists] a skill does it already
       *[refused] a rule of yours says no
    }
}

skill-lacks = { $slot ->
    [names] the names in their order, as in "Whose turn is it to cook, Anna, Tom or Zoe?"
    [start] the day to count from, as in "since March 1"
    [a_day] an amount a day, as in "20 a day"
    [budget] the budget of a month
    [limit] the limit of a day
    [least] the least number of a day
   *[other] { $slot }
}

error-skill-not_found = There is no such skill. Look at /skills, or "exoskull skill list TENANT".
error-skill-unknown = There is no skill "{ $name }". There are: { $known }.
error-skill-no_version = There is no version { $version } of it. Look at its versions.
error-skill-in_force = Version { $version } is in force already.
error-skill-not_archived = The skill "{ $name }" is not put away, so there is nothing to have back.
error-skill-not_active = The skill "{ $name }" is not at work ({ $state }). Switch it on first.
error-skill-not_waiting = The skill "{ $name }" does not wait for a yes.
error-skill-name_taken = Another skill is called "{ $name }". Switch that one off first.
error-skill-ended_already = The skill "{ $name }" is off already.
error-skill-other_kind = "{ $name }" is a skill of another kind. Give the file another name.
error-skill-wrong_input = The input does not fit the skill "{ $name }", at { $field }. Look at its parameters.
error-skill-invalid_file = The skill's file can no longer be read ({ $problem }). Bring it in anew.
error-skill-import_refused = The file is no skill: { $problem }. "exoskull skill check FILE" says it line by line.
error-skill-no_suggestion = That idea does not wait any more.
error-sandbox-unavailable = The sandbox cannot be started, so nothing was run. "exoskull doctor" says more.

job-skill-auto-generator = Making skills
job-skill-auto-generator-about = At four in the morning I make skills of the ideas that are sure enough, and check each; what may do harm waits for your yes.
job-skill-lifecycle = Looking after skills
job-skill-lifecycle-about = Every day I switch off skills that fail, put away those that nobody used for 30 days, and check them again where the sandbox has changed.

feed-skill-awaiting_approval = I am asking whether to switch on a skill: { part-named }.
feed-skill-archived = A skill was put away: { part-named }.{ part-why-not }
feed-skill-changed = A skill has another version: { part-named }.
feed-skill-imported = A skill was brought in: { part-named }.
feed-skill-used = { $text ->
    [none] Your skill { part-named } ran.
   *[other] Your skill { part-named } says: { LINE($text) }
}
feed-skill-failed = Your skill { part-named } failed.{ part-why-not }

skill-wants-subject = A skill asks for your yes
skill-wants = The skill "{ $name }" wants to do this: { $what }. YES { $code } or NO. Without an answer in 24 h nothing happens.
skill-wants-reason = A rule of yours says to ask about it. The skill: { $about }
skill-effect-record = log "{ $what }"
skill-effect-create-task = the task "{ $title }"
skill-effect-notify = a message to you ("{ $text }")
skill-resumed = Done by the skill "{ $name }": { $list }.
skill-resumed-nothing = The skill "{ $name }" did nothing: your rules do not allow it.
skill-resumed-asks = I ask about the next thing on its own.
skill-chat-let-go = All right, the skill "{ $name }" will not do it.
skill-waits = Waiting for your word
skill-waits-line = It wants to do this: { $what }.{ $rest ->
    [0] {""}
    [one] {" "}{ $rest } thing waits behind it.
   *[other] {" "}{ $rest } things wait behind it.
}
skill-waits-yes = Yes, do it
skill-waits-no = Do not do it

why-not-skill_changed = The skill has changed, or works no longer.

feed-skill-paused = The skill { part-named } waits for your word: { LINE($what) }.
feed-skill-resumed = After your yes the skill { part-named } went on.
feed-skill-let_go = The skill { part-named } did not do what it asked about.{ part-why-not }
