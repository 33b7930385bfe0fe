### What went wrong and how to mend it. error-<key>, dots as dashes.
### The errors of single parts stand in files of their own.

error-unexpected = Something went wrong ({ $detail }). Try again; if it comes back, `exoskull doctor` will say more.
error-usage = { $problem ->
    [none] The command cannot be used like that. Add --help to see how it works.
   *[other] The command cannot be used like that: { $problem }. Add --help to see how it works.
}

## Tape

error-tape-malformed = Line { $line } of the tape is wrong{ $field ->
    [none] {""}
   *[other] , field "{ $field }"
}: { $reason }. Nothing was run. Correct that line and try again.
error-tape-unknown_kind = Line { $line } of the tape has the unknown kind "{ $value }". Nothing was run. The tape's documentation lists the kinds of lines.

error-field-not_instant = "{ $value }" is not an instant with an offset. Give it e.g. as 2026-03-02T08:00:00+01:00.
error-field-not_text = The field "{ $field }" must be text.
error-field-not_one_of = "{ $value }" does not fit the field "{ $field }". Choose one of: { $options }.
error-app-not_found = There is no such app. The dashboard lists those there are.
error-entry-invalid_values = The values of an entry must be a JSON object.

## The person and the settings

error-timezone-unknown = I do not know the time zone "{ $value }". { $suggestions ->
    [none] Give an IANA name, e.g. Europe/Warsaw.
   *[other] Did you mean: { $suggestions }?
}
error-language-unknown = I do not know the language "{ $value }". Choose pl or en.
error-name-invalid = That name cannot be accepted. Use 1 to { $limit } ordinary characters, on one line.
error-tenant-not_found = { $name ->
    [none] There is no such tenant. `exoskull tenant list` shows those there are.
   *[other] There is no tenant "{ $name }". { $known ->
        [none] `exoskull tenant list` shows those there are.
       *[other] There are: { $known }.
    }
}
error-tenant-exists = There is a tenant "{ $name }" already. Choose another name.
error-tenant-delete_unconfirmed = This deletes the tenant "{ $name }" and all of their data, for good. If that is what you want, add --yes.
error-token-invalid = That link or token does not work: it has expired, was used before, or is wrong. `exoskull tenant token` makes a new one.
error-settings-unknown = There is no setting "{ $name }". Check its spelling.
error-settings-invalid = The setting "{ $name }" cannot be "{ $value }". Give hours as HH:MM, channels out of in_app, email, sms, and the budget in whole cents.

## Messages, measures, goals, tasks

error-message-too_long = The message is too long: at most { $limit } KiB will fit. Send it in parts.
error-message-empty = The message is empty. Write at least one word.
error-message-not_text = The message must be text.
error-measure-invalid_metric = "{ $value }" cannot be the name of a metric. Use lower-case letters without accents, digits and underscores, beginning with a letter, e.g. run_km.
error-measure-invalid_value = "{ $value }" is not a number that can be kept. Give an ordinary number, of at most a million million.
error-measure-not_found = There is no such entry. It may have been removed already.
error-goal-invalid_title = A goal needs a name of 1 to { $limit } characters.
error-goal-invalid_direction = "{ $value }" is not a direction of a goal. Choose at_least, at_most or reach.
error-goal-invalid_period = "{ $value }" is not a period of a goal. Choose day, week or month.
error-goal-invalid_date = "{ $value }" is not a date. Give it as YYYY-MM-DD, e.g. 2026-05-31.
error-goal-period_with_reach = A goal to be reached has no period. Leave the period out, and give its date as "by".
error-goal-date_without_reach = A goal for every day, week or month has no date. Leave out "by", or choose the direction reach.
error-goal-not_found = There is no such goal. It may have ended already.
error-task-invalid_title = A task needs a name of 1 to { $limit } characters.
error-task-invalid_date = "{ $value }" is not a date. Give it as YYYY-MM-DD, e.g. 2026-05-31.
error-task-not_found = There is no such task. It may be done already.

## Acts and approvals

error-intervention-not_found = There is no such message or act.
error-intervention-too_late = This can no longer be undone{ $state ->
    [sent] {""}: the message has left
    [sending] {""}: the message is just leaving
    [unknown] {""}: the message may have left
    [undone] {""}, because it is undone already
   *[none] {""}, because the matter is closed
}.
error-approval-not_found = There is no such question for approval.
error-approval-nothing_open = Nothing is waiting for approval.
error-approval-not_open = That question is closed: it was answered before, or has expired.
error-approval-changed = The wording has changed since the question was asked, so that approval does not cover it. Wait for a new question.
error-approval-wrong_code = That code fits no open question. Check it and reply again.
error-approval-code_missing = An approval needs the code from the question, e.g. "YES 1234".
error-approval-locked = There were too many wrong codes, so the question is closed. If it is still needed, you will be asked again.

error-trace-invalid_id = "{ $value }" is not an id. Copy all of it, e.g. from the output of --json.
error-trace-not_found = There is nothing with the id { $id }. Check that it is whole, and of this installation.

## The machine

error-port-taken = Port { $port } is in use. Stop the program that uses it, or choose another one: --port.
error-disk-full = The disk that holds { $path } is full. Free some space and try again.
error-file-not_found = There is no file { $path }. Check the path.
error-file-unreadable = The file { $path } cannot be read{ $reason ->
    [none] {""}
   *[other] {""} ({ $reason })
}. Check its permissions and that it is UTF-8.
error-file-not_written = The file { $path } cannot be written{ $reason ->
    [none] {""}
   *[other] {""} ({ $reason })
}. Check the permissions and the space on the disk.
error-replay-home_in_use = There are people in { $path } already, and a replay must start from an empty place. Give --home another, empty directory.
