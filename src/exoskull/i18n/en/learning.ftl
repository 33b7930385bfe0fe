### What goes wrong when the learner is used as a library.

error-learning-invalid_arms = The learner needs at least one arm, and each arm only once. Leave out the doubles.
error-learning-unknown_arm = The learner was not given the arm { $arm }. Name it when the learner is made, or take it off the list of what can be sent.
error-learning-invalid_context = The context value "{ $field }" must be a number, not "{ $value }". Give a number, or leave it out for 0.
error-learning-invalid_cost = The cost of { $channel } must be a number, not "{ $value }". Give the price of one send in units of the outcome, e.g. 0.05.
error-learning-invalid_outcome = "{ $field }" must be between 0 and 1, not { $value }. Leave it out where nothing was measured.
error-learning-unknown_choice = There was no choice "{ $id }". Use the id that choose gave; a person who was forgotten takes their choices along.
error-learning-malformed_state = The stored state cannot be read: "{ $field }" is missing or broken. Use what state gave, unchanged, or start this person anew.
error-learning-invalid_constraint = A wish cannot be made of "{ $value }". It needs a wish (prefer or avoid), a factor (channel, hour, framing, option or send) and a level.
error-learning-not_enough_data = There is not enough data ({ $n } so far, at least { $missing } more needed). Ask again when more decisions have their outcome.
error-learning-shapes_differ = The columns { $field } do not have the same number of rows. Give one row for each decision in all of them.
error-learning-invalid_action = An action is 0 (nothing was done) or 1 (it was done). Recode the column "{ $field }".
error-learning-invalid_probability = The column "{ $field }" must hold the probabilities with which chance decided, above 0 and at most 1 (below 1 for an effect). Leave out decisions that were not left to chance: before and after alone is not an effect.
