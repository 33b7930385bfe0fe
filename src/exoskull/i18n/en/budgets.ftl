### The budget for models.

job-budget-reset = Closing the day's budget
job-budget-reset-about = Once a day I close yesterday's account for models; the new day begins with a full budget.
why-not-no_budget_used = No model was needed yesterday.
error-budget-no_reservation = There is no reservation { $id }. Reserve the cost before calling a model, and settle that same reservation.
error-settings-invalid_whole = "{ $value }" does not fit { $field }. Give a whole number from 0 to { NUMBER($most) }.

# "0 cents", "1 cent", "12.5 cents", "$2.50"
cost-amount = { $size ->
    [dollars] ${ $amount }
    [traces] less than { $amount } cents
   *[cents] { $amount ->
        [one] { $amount } cent
       *[other] { $amount } cents
    }
}
cost-of = { cost-amount }
