### Needs: what a person keeps coming back to.

error-needs-malformed_line = Line { $line } is wrong, field "{ $field }": { $reason }. Nothing was detected. Each line is one JSON object with "id", "at" and "text"; correct that line and try again.
error-need-not_found = There is no such need. GET /api/v1/needs lists those there are.

## What was heard

part-need = { $family ->
    [hydration] drinking
    [sleep] sleep
    [exercise] exercise
    [medication] medication
    [spending] spending
    [mood] mood
    [weight] weight
    [reading] reading
    [smoking] smoking
    [caffeine] caffeine
    [alcohol] alcohol
    [screen_time] screen time
    [meals] meals
    [study] study
    [pain] pain
    [cycle] the cycle
    [gratitude] gratitude
    [cleaning] cleaning
    [plants] plants
    [pets] pets
    [blood_pressure] blood pressure
    [glucose] blood sugar
    [meditation] meditation and prayer
    [family_calls] calls to family
    [work_hours] working hours
    [sweets] sweets
    [savings] savings
    [steps] steps
   *[other] { $label ->
        [none] something you want to keep track of
       *[other] "{ $label }"
    }
}
part-need-sure = { $confidence ->
    [none] {""}
   *[other] {""} ({ PERCENT($confidence) } sure)
}
part-need-days = { $days ->
    [none] {""}
    [one] {""} on one day
   *[other] {""} on { $days } days
}
feed-need-detected = { $mentions ->
    [none] You spoke of { part-need }.
    [one] You spoke of { part-need }. I am listening whether it comes back{ part-need-sure }.
   *[other] You have spoken of { part-need } { $mentions } times{ part-need-days }{ part-need-sure }.
}
feed-need-closed = { $state ->
    [refused] You want nothing built for { part-need }, so I have stopped counting.
   *[other] { part-need } is settled, from what you said, so I have stopped counting.
}

job-post-conversation = Listening
job-post-conversation-about = Once you have been silent for ten minutes, I look in what you wrote for things you keep coming back to.
slot-reason-nothing_said = Nothing new had been said.
