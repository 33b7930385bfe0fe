### What a language model reads, proposes and phrases. Optional: $theme, $situation.
### intervention-noticed-<option>-<tone>: short, as in interventions.ftl.

## Parts

part-theme = { $theme ->
    [tired] tiredness
    [stressed] stress
    [discouraged] a loss of heart
    [unwell] not feeling well
    [stuck] being stuck
   *[busy] a very full plate
}
part-situation = { $situation ->
    [steady] steady days
    [gaining] things are getting better
    [slipping] things are slipping
    [overloaded] too much at once
    [unwell] days of feeling unwell
    [upheaval] a change in life
    [recovering] coming back after a hard time
   *[unclear] unclear, too little shows it
}

## The message about something noticed

intervention-noticed-check-in-direct = Your words point to { part-theme } (about: { $about }). How is it now? One sentence is enough.
intervention-noticed-check-in-gentle = Between the lines I read { part-theme }, and it may weigh on this: { $about }. If you like, tell me how you are.
intervention-noticed-check-in-humor = My radar shows { part-theme } near this spot: { $about }. False alarm, or shall we talk?
intervention-noticed-ease-off-direct = A sign of { part-theme } in what you wrote. For today the smallest step counts, or none ({ $about }); the rest can wait.
intervention-noticed-ease-off-gentle = With { part-theme } around, this may rest a little today: { $about }. Slow still arrives.
intervention-noticed-ease-off-humor = Carrying { part-theme } and this too ({ $about })? Let the second one travel with hand luggage only: half a step is a step.
reason-noticed = What you wrote points to { part-theme } ({ $about }); a language model read it so.
subject-noticed = How are things: { LINE($about) }

## The feed

feed-situation-read = A language model read how things are: { part-situation }{ $signs_count ->
    [none] .
    [0] .
    [one] , and noticed { $signs_count } thing.
   *[other] , and noticed { $signs_count } things.
}
feed-options-proposed = A language model proposed what I might do: { $proposals_count ->
    [none] an idea.
    [one] { $proposals_count } idea.
   *[other] { $proposals_count } ideas.
} Chance decides between them and my own.
feed-intervention-phrased = A language model phrased the message: { part-quote }

## Why

why-part-model = What a language model had to say
why-model-read = It read your situation ({ $when }): { part-situation }. It rests on { $count ->
    [one] { $count } entry of yours.
   *[other] { $count } entries of yours.
} Cost: { $cost }.
why-model-offer = It proposed another option than mine, and a toss decided: { $taken ->
    [yes] its option was taken.
   *[no] mine was taken.
}
why-model-offer-same = It proposed the same option as I did.
why-model-words = The words are a model's ({ $model }, { $prompt }); each number in them was checked against the facts. Cost: { $cost }.

## A week in words

summary-in-short = In short

## Replays

error-replay-no_model = No model is set to replay with. Set EXOSKULL_MODEL, or name one: --model ollama:llama3.2.
