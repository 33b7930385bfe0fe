### Apps: messages, chat, feed, errors.

## Messages

app-notice-activated-subject = A new app: { $name }
app-notice-activated = { $mentions ->
    [0] I made a { $of } tracker. See your dashboard. Delete it with one click.
    [1] I made a { $of } tracker: you mention { $about } once. See your dashboard. Delete it with one click.
   *[other] I made a { $of } tracker: you mention { $about } { $mentions } times. See your dashboard. Delete it with one click.
}
app-notice-reason = { $mentions ->
    [0] It fits your goals and measures.
    [1] You mention { $about } once.
   *[other] You mention { $about } { $mentions } times.
}
app-ask-subject = Shall I make an app: { $name }?
app-ask = { $mentions ->
    [0] I can make a { $of } tracker with these fields: { $columns }.
    [1] I can make a { $of } tracker with these fields: { $columns }. You mention { $about } once.
   *[other] I can make a { $of } tracker with these fields: { $columns }. You mention { $about } { $mentions } times.
} { $why ->
    [first_app] It would be your first app, so I ask.
    [risk] It is about data that could identify somebody, so I ask.
   *[other] I would rather ask.
} Reply YES { $code } and it starts, or NO { $code } and I will not come back to it.
app-reminder-subject = An entry: { $name }
app-reminder = Time for an entry: { $name }. One click is enough, and "same as last time" is at hand.
app-reminder-reason = This reminder is set in the app "{ $name }"; there is no entry in it today yet.
app-archived-subject = To the archive: { $name }
app-archived = I am putting the app "{ $name }" into the archive: hardly anything was entered for weeks. Its data stay, and one click brings it back.
app-archived-reason = Two proposals had no answer, and there are fewer than 3 entries a week.
app-suggested-subject = An idea for an app: { $name }
app-suggested-reason = In the last week there { $entries ->
    [one] was { $entries } entry in it.
   *[other] were { $entries } entries in it.
}

## Proposals

app-suggest-reminder = Little happens in the app "{ $name }" of late. I can remind you at { $hour }. Take it or refuse it on the page Apps.
app-suggest-fewer_fields = Little happens in the app "{ $name }" of late. Its form can be shorter, without: { $columns }. Take it or refuse it on the page Apps.
app-suggest-merge = The apps "{ $name }" and "{ $other }" measure the same thing. I can keep one of them. Take it or refuse it on the page Apps.
app-suggest-pattern_weekday = Most entries of the app "{ $name }" fall on { $weekday ->
    [0] Mondays
    [1] Tuesdays
    [2] Wednesdays
    [3] Thursdays
    [4] Fridays
    [5] Saturdays
   *[6] Sundays
}. I can show the calendar first. Take it or refuse it on the page Apps.
app-suggest-pattern_hour = Entries of the app "{ $name }" mostly come about { $hour }. I can set a reminder there. Take it or refuse it on the page Apps.
app-suggest-view = There are a good many entries in the app "{ $name }" by now. I can show its chart first. Take it or refuse it on the page Apps.
app-suggest-note = There are many entries in the app "{ $name }". I can add a field for a note. Take it or refuse it on the page Apps.
app-suggest-related = The app "{ $name }" goes with something else: { $metric_text } ({ $direction ->
    [up] they rise together
   *[down] one rises as the other falls
}, n = { $n }). I can show its chart first. Take it or refuse it on the page Apps.

## Chat

app-chat-preview = I can make a { $of } tracker. Fields: { $columns }. { $risk ->
    [low] Reply YES and it starts.
   *[other] Careful: it holds data that could identify somebody. Reply YES if it shall start.
}
app-chat-exists = A { $of } tracker is at work already. It is on your dashboard.
app-chat-extended = A { $of } tracker is at work already; it has new fields: { $columns }.
app-chat-restored = The { $of } tracker comes back from the archive, with its data.
app-chat-made = Done: the { $of } tracker is at work. It is on your dashboard, and one click deletes it.
app-chat-refused = All right, I will not make the { $of } tracker.
app-chat-undone = Undone: the { $of } tracker is deleted. For 30 days it can be had back.
app-chat-failed = The { $of } tracker did not pass its test, so I am not starting it.
app-chat-what = What shall the app keep track of? Write for example "make me a spending tracker".
app-chat-skill = A tracker is not enough here: { $reason ->
    [calculates] this takes calculating, and a tracker only keeps and shows entries.
    [looks_outside] this takes data from outside, and a tracker gets none.
    [acts_outside] this takes acting outside, and a tracker only keeps and shows entries.
   *[other] this takes work on a text, and a tracker only keeps and shows entries.
} I am noting it as an idea for a skill.
app-field = { $unit ->
    [none] { $label }
   *[other] { $label } ({ $unit })
}

## Events

feed-app-refused = I am not making an app: { part-named }.
feed-app-restored = An app is back: { part-named }.
feed-app-awaiting_approval = I am asking whether to make an app: { part-named }.
feed-app-suggested = An idea for an app: { part-named }.
feed-entry-added = A new entry: { part-named }.
feed-entry-changed = An entry was changed: { part-named }.
feed-entry-undone = An entry was taken back: { part-named }.
feed-entry-imported = { $count ->
    [one] { $count } entry came from a file: { part-named }.
   *[other] { $count } entries came from a file: { part-named }.
}

## Jobs

job-app-reminders = Reminders of apps
job-app-reminders-about = In the morning I plan the day's reminders that are switched on in apps.
slot-reason-no_apps = No app is at work.
slot-reason-no_reminders = Apps had no reminder for this day.
why-not-hardly_used = Hardly anything was entered in it.
why-not-by_person = You decided so.
why-not-merge = It measured the same as another app.
job-app-optimizer = Improving apps
job-app-optimizer-about = Once a week I look at how you use your apps, and propose a change or the archive.

## Errors: apps

error-app-unknown = There is no app "{ $name }". There are: { $known }.
error-app-not_active = The app "{ $name }" is not at work. Restore it before you enter something.
error-app-wrong_state = That cannot be done with the app "{ $name }" now: it is { $state }. Reload the list to see what can.
error-app-smoke_failed = The app "{ $name }" did not pass its test (step: { $step }), so it does not start. Mend its fields.
error-app-slug_taken = The app "{ $name }" cannot come back, as "{ $other }" has its name by now. Delete that one first.
error-app-nothing_to_undo = There is nothing to undo about the app "{ $name }" in the last 30 days.
error-app-column_in_use = The column "{ $name }" has entries, so it cannot go or hold another type. Hide it and add a new one.
error-app-not_an_object = The field { $field } must be a JSON object of names and values.
error-app-unknown_field = A definition of an app has no field "{ $name }". Leave it out.
error-app-invalid_text = The field { $field } must be one line of text of 1 to { $limit } characters.
error-app-invalid_slug = "{ $value }" cannot be a name for programs. Use small letters of a to z, digits and underscores, 40 characters at most.
error-app-no_columns = An app needs at least one column that is shown.
error-app-too_many_columns = An app has { $limit } columns at most.
error-app-column_twice = The name "{ $name }" is there twice. Give one of them another.
error-app-invalid_key = "{ $value }" cannot be the key of this column. Leave it out, and it gets one.
error-app-empty_range = Nothing lies between { $low } and { $high }. Swap the bounds.
error-app-rating_without_range = A rating needs a range: give "low" and "high".
error-app-no_currency = An amount of money needs a currency: give "unit" as three capital letters, such as USD.
error-app-invalid_options = A choice needs 2 to { $limit } different options.
error-app-no_such_number = There is no column of numbers called "{ $name }". Give one of the app's own.
error-app-nothing_named = Say what the app shall keep track of: "family", "label" or a whole definition in "spec".
error-app-placed_twice = The app "{ $name }" has two places. Name each app once.
error-app-invalid_order = The order must be ids of apps with commas between. Reload the page and move the widget again.
error-app-no_views = Give at least one view, such as "form".
error-app-suggestion_closed = This proposal is closed by now. Reload the page.

## Errors: entries

error-entry-not_found = There is no such entry. It may have been taken back.
error-entry-unknown_field = This app has no column "{ $name }". It has: { $known }.
error-entry-missing = The field "{ $label }" is required. Enter a value.
error-entry-empty = The entry is empty. Fill in at least one field.
error-entry-not_number = The field { $field } takes a number, such as 2.5.
error-entry-not_whole = The field "{ $label }" takes a whole number, such as 2.
error-entry-not_money = The field "{ $label }" takes an amount with two decimals at most, such as 12.50.
error-entry-not_duration = The field "{ $label }" takes minutes or a time span, such as 90 or 1:30.
error-entry-out_of_range = The field "{ $label }" takes { $low } to { $high }. Enter a value in that range.
error-entry-not_boolean = The field { $field } takes yes or no.
error-entry-not_text = The field { $field } takes text of up to { $limit } characters.
error-entry-not_an_option = The field "{ $label }" takes one of: { $options }.
error-entry-not_date = The field "{ $label }" takes a date, such as 2026-03-02.
error-entry-not_time = The field { $field } takes a time of day, such as 07:30.
error-entry-in_the_future = An entry cannot be about a time more than a day ahead. Give an earlier moment.
error-entry-key_reused = This Idempotency-Key stood for another entry before. Give a new one.
error-entry-invalid_cursor = There is no such place in the list. Begin it anew.
error-entry-span_too_long = One question spans { $limit } days at most, and "first" is not after "last". Narrow it.

## Errors: CSV files

error-csv-no_header = The file has no header. Put the names of the columns into its first line.
error-csv-unknown_column = The column "{ $name }" is not the app's, or is there twice. Known: { $known }.
error-csv-too_long = The file has more than { $limit } lines. Split it.
error-csv-too_many_fields = The line has more than { $limit } fields. Look at its quotes and commas.
error-csv-not_text = The file is not UTF-8 text. Save it as CSV UTF-8.
error-csv-bad_rows = Nothing was imported, as { $count ->
    [one] { $count } field is wrong.
   *[other] { $count } fields are wrong.
} The first is in line { $line }, field { $field }. Mend the file and import it again.
