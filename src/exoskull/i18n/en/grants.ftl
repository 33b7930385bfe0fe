### The permission table: why an act may happen or not, and what is wrong with a rule.
### $action, $pattern: as they are written, "send_sms:wellness", "create_task:*".

## Parts

grant-effect = { $effect ->
    [allow] allowed
    [ask] asked about first
    [deny] not allowed
    [revoked] no rule any more
   *[other] { $effect }
}
grant-by = { $by ->
    [default] there from the start
    [person] set by you
    [tape] set by you, in the recording
    [approval] your yes to a proposal
   *[other] { $by }
}
grant-verb = { $verb ->
    [activate_app] Switch an app on
    [activate_skill] Switch a skill on
    [all] Anything at all
    [archive_app] Archive an app
    [complete_task] Tick off a task
    [create_app] Build an app
    [create_goal] Set a goal
    [create_task] Add a task
    [delete_data] Delete data
    [log_health] Log a measure
    [modify_source] Change its own program
    [send_email] Send an e-mail
    [send_notification] Send a notification
    [send_sms] Send an SMS
    [spend_money] Spend money
    [trigger_checkin] Ask how you are
    [update_app] Change an app
    [update_goal] Change a goal
    [update_task] Change a task
   *[other] { $verb }
}
grant-scope = { $scope ->
    [goal] about your goals
    [stranger] to a stranger
    [summary] with a summary
    [wellness] about how you feel
   *[other] ({ $scope })
}
# "Send an SMS about your goals"
grant-pattern = { $verb ->
    [all] { grant-verb }
   *[other] { $scope ->
        [all] { grant-verb }
       *[other] { grant-verb } { grant-scope }
    }
}
grant-part-times = { $daily_limit ->
    [one] once
    [2] twice
   *[other] { $daily_limit } times
}
grant-part-spent = { $spent ->
    [one] { $spent } cent
   *[other] { $spent } cents
}
grant-part-spend-limit = { $spend_limit ->
    [one] { $spend_limit } cent
   *[other] { $spend_limit } cents
}
grant-part-cost = { $cost ->
    [one] { $cost } cent
   *[other] { $cost } cents
}

## Why

grant-reason-allowed-by-rule = { $action } is allowed by the rule { $pattern }.
grant-reason-asks-by-rule = The rule { $pattern } wants you to be asked before { $action }.
grant-reason-denied-by-rule = The rule { $pattern } does not allow { $action }.
grant-reason-limit-reached = { $daily_limit ->
    [0] The rule { $pattern } allows nothing in a day, so { $action } does not happen.
   *[other] The rule { $pattern } allows { grant-part-times } a day, and today that is used up.
}
grant-reason-spend-limit-reached = { $action } would cost { grant-part-cost }. Today { grant-part-spent } of the { grant-part-spend-limit } under { $pattern } are gone.
grant-reason-nothing-matches-reversible = No rule speaks of { $action }. It can be taken back, so you are asked first.
grant-reason-nothing-matches-irreversible = No rule allows { $action }, and it cannot be taken back, so it does not happen.
grant-reason-lookup-failed = Your rules could not be read, so { $action } does not happen. Try again in a while; `exoskull doctor` says what is wrong.

## What would change it

grant-remedy-allow = To let it happen unasked, allow { $pattern }.
grant-remedy-limit = To let it happen today, raise the limit of { $pattern } to { $daily_limit } a day.
grant-remedy-spend-limit = To let it happen today, raise what { $pattern } may spend in a day to { grant-part-spend-limit }.

## Each rule and each limit

grant-standing = { $standing ->
    [decides] decides
    [outranked] outranked
   *[expired] expired
}
grant-limit-daily-count = { $limit ->
    [none] Today: { $used }, no limit.
   *[other] Today: { $used } of { $limit }.
}
grant-limit-daily-spend-cents = { $limit ->
    [none] Cents spent today: { $used }, no limit.
   *[other] Cents spent today: { $used } of { $limit }.
}

## A proposal

grant-proposal = { $approvals ->
    [one] You approved this { $approvals } time
   *[other] You approved this { $approvals } times
}, and never said no: { $pattern }. Allow it from now on, without asking?
grant-question-subject = Do this without asking?
grant-question = { $asked } YES { $code } or NO { $code }. Without an answer nothing changes.
grant-question-reason = Your own answers suggest it. You can change the rule at any time, on the page of permissions.
assistant-rule-made = From now on without asking: { $about }. You can change it on the page of permissions.
assistant-rule-left = It stays as it is, and I keep asking: { $about }.

## Errors

error-grant-invalid_action = "{ $value }" is not an action. Write verb:scope in small letters, for example send_sms:wellness.
error-grant-invalid_pattern = "{ $value }" is not a pattern. Write verb:scope, verb:* or *:*, for example send_sms:wellness or create_task:*.
error-grant-invalid_effect = "{ $value }" is not an effect. Choose allow, ask or deny.
error-grant-invalid_limit = { $value } cannot be a limit. Give a whole number from 0 to { $maximum }.
error-grant-limit_on_deny = A rule that denies needs no limit. Leave the limit of { $pattern } out, or choose allow or ask.
error-grant-naive_expiry = The expiry lacks its time zone. Write it with an offset, for example 2026-03-02T08:00:00+01:00.
error-grant-expired_already = { $value } has passed. Give an expiry that is yet to come, or none.
error-grant-negative_cost = An act cannot cost { $value } cents. Give 0 or more.
error-grant-not_found = There is no rule { $pattern } to revoke. `exoskull grants list` shows those there are.
error-grant-no_such_record = There is no such earlier rule. Look at the page Permissions, under Earlier rules.
error-grant-authorization_not_found = There is no permission { $id } for this person. Check the id, and whose it is.
error-grant-place_given_back = The permission for { $action } was given back already. Ask for a new one before acting.
error-grant-proposal_not_found = There is no such proposal. Open your permissions to see those that wait for you.
error-grant-proposal_closed = This proposal was settled before. To change the rule, set it in your permissions.
error-grant-proposal_overtaken = Your own rules have settled { $pattern } since. To change that, set the rule in your permissions.
