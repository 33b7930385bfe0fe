### Strategies of goals: what is said of them. Approaches and their steps have files by category.

part-strategy-old = { $old_name ->
    [none] {""}
   *[other] {""} "{ $old_name }"
}
part-strategy-new = { $new_name ->
    [none] another one
   *[other] "{ $new_name }"
}
part-strategy-failed-days = { $failed_days ->
    [none] some days
    [one] { $failed_days } day
   *[other] { $failed_days } days
}

strategy-because-failed = The strategy{ part-strategy-old } for the goal { part-titled } is not working: { part-strategy-failed-days } in a row not done. I am changing it to { part-strategy-new }.
strategy-because-asked = As you asked, I am changing the strategy for the goal { part-titled } to { part-strategy-new }.

feed-strategy-changed = { $reason ->
    [asked] { strategy-because-asked }
   *[failed] { strategy-because-failed }
}
feed-strategy-chosen = The strategy for the goal { part-titled }{ $approach_name ->
    [none] {""} is chosen.
   *[other] : "{ $approach_name }".
}

# The kind of an approach, a noun phrase.
approach-kind = { $kind ->
    [schedule] a plan for time and place
    [shrink] a small step
    [environment] a change of surroundings
    [social] help from others
    [tracking] keeping count
    [substitute] something else instead
    [reward] something pleasant now
    [commitment] a commitment
    [recovery] rest and return
    [reflection] thinking it through
   *[technique] a better method
}

error-strategy-goal_ended = This goal has ended, so there is no strategy to change. Choose an active goal, or set a new one.
