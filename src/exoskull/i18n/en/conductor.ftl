### Background work and what comes of it.

job-conductor = Background work
job-conductor-about = Every hour, when there is room, I look for patterns, changes and slips in your measures.
why-not-switched_off = Background work is switched off.
why-not-nothing_worth_doing = There was nothing worth doing in the background.

feed-finding-told = { $statement ->
    [none] Your measures show something.
   *[other] { $statement }
}
feed-finding-retired = { $why_ended ->
    [stale] There was no new data for long, so I do not say this any more
    [contradicted] The last days contradict it, so I do not say this any more
    [replaced] New data says otherwise, so I do not say this any more
   *[other] New data does not confirm it, so I do not say this any more
}{ $statement ->
    [none] .
   *[other] : { $statement }
}
feed-finding-dismissed = { $statement ->
    [none] Dismissed, I will not come back to it.
   *[other] Dismissed, I will not come back to it: { $statement }
}
feed-finding-corrected = { $statement ->
    [none] Entry corrected, as you wished.
   *[other] Corrected, as you wished: { $statement }
}
feed-finding-reinstated = { $statement ->
    [none] The finding counts again.
   *[other] It counts again: { $statement }
}

finding-page-title = What your measures show
finding-page-lead = Statistics on your own days: with how much data, and how likely mere chance would look the same (p, q). I change nothing without you.
finding-page-empty = There is nothing here yet: I need more days. After two weeks of two measures (sleep and mood, say) I ask whether they go together, after four weeks I look for changes, after six for weekdays that differ.
finding-page-example = slept 7 hours, mood 6
finding-page-example-lead = It is enough to write in the chat, such as:
finding-page-since = Found { $when }
finding-dismiss = Dismiss
finding-correct = Correct it
finding-try = Try another way
finding-undo = Undo the correction
finding-corrected = Corrected
finding-picture = Chart: { $statement }

error-finding-not_found = There is no such finding. Open the list of findings again.
error-finding-not_current = This finding is closed already ({ $state }). Reload the list to see what holds.
error-finding-no_correction = There is nothing to correct here: this finding names no entry, or the entry is gone. You can dismiss it.
error-finding-nothing_to_undo = There is nothing to undo here. A dismissal or a correction can be undone.
error-finding-answered = There is a newer finding in its place. Dismiss that one first.
error-work-taken_up = Another process has taken up this work ({ $item }). There is nothing to do: that one will finish it.
