### The journal of trials: what I noticed, what I try, how it is measured, what came of it.

## The page

journal-title = What I am improving
journal-lead = When something of mine goes badly, I change one thing at a time, measure, and keep the change only if it helps. You can take back any of them.
journal-empty-title = No trials yet
journal-empty = I look once a day. As soon as one of my messages keeps going unheard, a channel fails or a goal has nothing that serves it, I try one change for two weeks, and you can read about it here. It takes at least six messages to notice anything.
journal-now-title = What I notice now
journal-now-empty = Nothing goes badly enough to change anything.
journal-trials-title = Trials
journal-revert = Take back
journal-state-running = Trying
journal-state-kept = Kept
journal-state-reverted = Taken back
journal-started = since { $when }
journal-bar-before = Before
journal-bar-within = In the trial
journal-bar-label = Before: { $hits } of { $n } ({ $share }). In the trial: { $hits_within } of { $n_within } ({ $share_within }).
journal-part-noticed = Noticed
journal-part-tried = Tried
journal-part-hypothesis = Expected
journal-part-measured = Measured
journal-part-outcome = Result

## What is noticed: journal-noticed-<problem>

journal-noticed-ignored-option = My messages "{ $symptom_name }" in the version "{ $option_name }" go unheard: { $hits } of { $n } worked{ $n_other ->
    [0] .
   *[other] , of the other versions { $hits_other } of { $n_other }.
}
journal-noticed-failing-approach = The way of going about "{ $goal }" does not work: { $failed } of { $n } days failed.
journal-noticed-noisy-metric = "{ $symptom_name }" comes and goes: { $spells } short spells in { $days } days, as the numbers ({ $metric_name }) vary by { PERCENT($variation) }.
journal-noticed-failing-channel = My messages { $channel_name } do not arrive: { $failed } of { $n } failed.
journal-noticed-goal-without-means = For a week nothing has served the goal "{ $goal }": no measure, no app, no task.
journal-noticed-failing-skill = The skill "{ $subject }" keeps failing.
journal-noticed-unused-app = The app "{ $subject }" is hardly used.

## What is tried: journal-tries-<lever>, journal-lever-<lever>

journal-tries-retire-option = I stop using the version "{ $option_name }" of "{ $symptom_name }".
journal-tries-prefer-option = For "{ $symptom_name }" I use the version "{ $option_name }".
journal-tries-plain-wording = I write about "{ $symptom_name }" briefly and directly.
journal-tries-lengthen-cooldown = I bring up "{ $symptom_name }" at most once in { $days } days.
journal-tries-raise-threshold = I act on "{ $symptom_name }" only from a severity of { $severity } on.
journal-tries-demote-channel = I do not write { $channel_name } until { $until }.

journal-lever-retire-option = leaving out a version
journal-lever-prefer-option = one version before the others
journal-lever-plain-wording = writing briefly and directly
journal-lever-lengthen-cooldown = longer breaks
journal-lever-raise-threshold = a higher threshold
journal-lever-demote-channel = a rest for the channel

journal-changed-approach = { $before } failed { $failures ->
    [one] { $failures } time
   *[other] { $failures } times
} about the same thing, so I am changing the approach: { $after }.

## How it is measured

journal-hypothesis-worked = Messages "{ $symptom_name }" will work more often than { $hits } of { $n } ({ $share }).
journal-hypothesis-delivered = More messages will arrive than { $hits } of { $n } ({ $share }).
journal-hypothesis-free-days = Days without "{ $symptom_name }" will not become fewer: { $hits } of { $n } so far ({ $share }).
journal-hypothesis-goal-days = There will be more days with something done for the goal than { $hits } of { $n } ({ $share }).
journal-measured = I count { $days ->
    [yes] days
   *[no] messages
} until { $ends }, at least { $n_min }. I keep the change if it is better with a probability of { $enough } or more, otherwise it goes back.
journal-measured-no-worse = I count days until { $ends }, at least { $n_min }. The change asks less of you, so I keep it if it is worse by { $margin } at most, with a probability of { $enough } or more; otherwise it goes back.
journal-running = { $extended ->
    [yes] Still trying. Too little could be seen so far, so it takes longer, this once.
   *[no] Still trying.
}
journal-ended = { $ended }: { $result }
journal-verdict-better = Kept. Before: { $hits } of { $n } ({ $share }), in the trial: { $hits_within } of { $n_within } ({ $share_within }). It does what it should with a probability of { $probability }.
journal-verdict-not-better = Taken back. Before: { $hits } of { $n } ({ $share }), in the trial: { $hits_within } of { $n_within } ({ $share_within }). It does what it should with a probability of { $probability } only.
journal-verdict-inconclusive = Taken back: too little could be seen to say. Before: { $hits } of { $n }, in the trial: { $hits_within } of { $n_within }.
journal-verdict-by-person = You took it back.
journal-verdict-gone = Taken back: what it was about is no longer there.

## Names: journal-symptom-<kind>, journal-option-<option>, journal-channel-<channel>

journal-symptom-goal-off-pace = a goal behind its pace
journal-symptom-goal-without-data = a goal without data
journal-symptom-sleep-debt = short nights
journal-symptom-overload = overdue tasks
journal-symptom-low-mood = a low mood
journal-symptom-silence = a long silence
journal-symptom-broken-routine = a broken routine
journal-symptom-achievement = something achieved
journal-symptom-reminder-due = a reminder
journal-symptom-noticed = something in your words
journal-option-next-step = next step
journal-option-plan-time = choosing a time
journal-option-smaller-step = smaller step
journal-option-log-one = one entry
journal-option-easier-log = easier entry
journal-option-earlier-bed = earlier to bed
journal-option-wind-down = winding down
journal-option-pick-one = picking one
journal-option-drop-some = letting some go
journal-option-check-in = checking in
journal-option-small-pleasure = small pleasure
journal-option-restart-small = small restart
journal-option-ask-reason = asking for the reason
journal-option-word = a kind word
journal-option-remind = reminder
journal-option-ease-off = easing off
journal-channel-in-app = in the app
journal-channel-email = by e-mail
journal-channel-sms = by SMS

## The feed

feed-trial-started = I am trying to improve something. { $statement }
feed-trial-kept = A trial has ended, and the change stays. { $statement }
feed-trial-reverted = A trial has ended, and everything is as before. { $statement }
feed-trial-changed_approach = { $statement }
feed-gap-found = Nothing has served the goal "{ $goal }" for a week: no measure, no app, no task.

## Why nothing is sent, and the job

why-not-channel_demoted = I am giving this channel a rest, as a trial: see the journal.
why-not-below_threshold = It is not grave enough to act on, by a trial of mine: see the journal.
why-not-resting = I bring this up less often, as a trial: see the journal.
job-gap-detection = Goals without means
job-gap-detection-about = Once a week I look for goals that nothing serves: no measure, no app, no task.
slot-reason-no_gaps = Every goal has something that serves it.

## Errors

error-trial-not_found = There is no such trial. The journal lists those there are.
error-trial-already_reverted = This trial was taken back already, so everything is as it was before it.
error-trial-superseded = A later trial changed the same thing. Take that one back first.
