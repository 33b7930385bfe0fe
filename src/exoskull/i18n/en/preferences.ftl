### What was learned of a person, said with its numbers.

# Where, when or how: the start of a sentence.
preference-side-channel = { $level ->
    [email] By e-mail
    [sms] By SMS
   *[in_app] In the app
}
preference-side-hour = { $level ->
    [9] At 9 in the morning
    [12] At noon
   *[other] At { $level }:00
}
preference-side-framing = { $level ->
    [gentle] When I write gently
    [humor] When I write with humor
   *[direct] When I write directly
}
preference-side-send = When I write

preference-reply = { $side }{ $factor ->
    [framing] ,
   *[other] {""}
} you answer { $hits } times in { $n } ({ $rate }), otherwise { $hits_other } in { $n_other } ({ $rate_other }). Corrected for chance, I expect { $expected } against { $expected_other }.
preference-outcome = { $side }{ $factor ->
    [framing] ,
   *[other] {""}
} a message works { $hits } times in { $n } ({ $rate }), otherwise { $hits_other } in { $n_other } ({ $rate_other }). Corrected for chance, I expect { $expected } against { $expected_other }.
preference-send = When I write, it happens { $hits } times in { $n } ({ $rate }); when I do not, { $hits_other } in { $n_other } ({ $rate_other }). Corrected for chance, I expect { $expected } against { $expected_other }.
preference-not-enough = { $side }: not enough data ({ $n } so far, about { $missing } more needed).
preference-no-difference = { $side }: no difference can be seen in { $n } cases.

error-preference-invalid_wish = A wish is prefer or avoid, not "{ $value }".
error-preference-invalid_factor = There is no preference about "{ $value }". Name channel, hour, framing or send.
error-preference-invalid_level = "{ $value }" is not one of: { $known }.
error-preference-no_correction = There is no correction about { $factor } { $level } to lift.
error-bench-unknown = There is no benchmark "{ $name }". There are: { $known }.
error-bench-not_here = The benchmarks come with the source, not with the installed package. Run them from a clone.

feed-preference-withdrawn = I am no longer sure: { $statement }
part-preference = { $factor ->
    [channel] { preference-side-channel }
    [hour] { preference-side-hour }
    [framing] { preference-side-framing }
   *[send] { preference-side-send }
}
feed-preference-corrected = { $wish ->
    [avoid] You told me what to avoid
   *[prefer] You told me what you prefer
}: { part-preference }. From now on it counts before anything I learned.
feed-preference-correction_lifted = You took a wish back: { part-preference }. What I learned counts again.

report-effectiveness = Effectiveness: { $share } (measured outcomes: { $n }).
report-effectiveness-unknown = Effectiveness: not enough data yet, { $missing } more measured outcomes needed.
report-saved = Decisions that led to a message: { $sent }. Messages saved by not sending: { $saved }.
report-effect = What writing changes in the share of days that work out: { $estimate } percentage points (95% interval { $low } to { $high }, decisions drawn by chance: { $n }). Where zero lies in it, it may change nothing.
report-effect-unknown = Whether writing helps: not enough data yet, about { $missing } more decisions needed.
feed-decision-corrected = I corrected a settled decision: what happened that day reached me later, or was taken back.
error-ledger-state_gone = The state { $version } that this decision was drawn from is no longer there, so the draw cannot be made again. Restore it from a backup.
feed-intervention-measured = { $effectiveness ->
    [none] A message has been measured: nothing says how well it worked.
   *[other] A message has been measured: effectiveness { PERCENT($effectiveness) }.
}

assistant-preference-prefer = All right: { $side }, wherever I can. Your word counts before anything I learned.
assistant-preference-avoid = All right, no longer: { $side }. Your word counts before anything I learned.
