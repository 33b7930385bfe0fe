### The pages of apps: the gallery, one app, entries, the file, settings.

## Words

apps-yes = yes
apps-no = no
apps-nothing = nothing
apps-nothing-yet = nothing yet
apps-entries = { $count } { $count ->
    [one] entry
   *[other] entries
}
apps-days = { $count } { $count ->
    [one] day
   *[other] days
}
apps-week-of = week of { $date }
apps-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
apps-month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
apps-weekday = { $weekday ->
    [1] Mo
    [2] Tu
    [3] We
    [4] Th
    [5] Fr
    [6] Sa
   *[7] Su
}
apps-goal = Goal: { $goal }
apps-of-goal = goal: { $goal }
apps-so-far = { $span ->
    [week] this week
   *[day] today
}
apps-streak = { $count } { $count ->
    [one] day
   *[other] days
} in a row with an entry
apps-view = { $view ->
    [form] form
    [table] table
    [calendar] calendar
    [line] chart
    [bar] chart
   *[streak] streak
}

## The gallery

apps-title = Apps
apps-lead = Small logs that do the counting. An entry is one tap, and everything here can be changed, deleted and undone.
apps-active-title = At work
apps-make-title = A new tracker
apps-make-first = Your first tracker
apps-make-lead = Say in your own words what to keep track of and what you count it in. You see a preview first; it is made at your yes.
apps-make-label = What do you want to keep track of?
apps-make-placeholder = e.g. how many glasses of water I drink a day
apps-make-button = Show a preview
apps-make-example-1 = water in glasses
apps-make-example-2 = spending in USD
apps-make-example-3 = my mood in the evening
apps-make-example-4 = chess games, such as 3 games
apps-empty-title = There is no app here yet.
apps-empty-said = You can also just talk: when you mention three times that you forget something or want to keep track of it, I propose a tracker myself.
apps-empty-self = Later you can enter things here, on the Today page, or in one sentence in the chat, such as "2 glasses of water".
apps-archived-title = In the archive
apps-archived-lead = Their data stay. Bring any of them back whenever you like.
apps-gone-title = Deleted and declined
apps-gone-lead = After 30 days they are gone for good.
apps-gone-deleted = deleted, can be had back for { $days } more { $days ->
    [one] day
   *[other] days
}
apps-gone-refused = declined, can be made for { $days } more { $days ->
    [one] day
   *[other] days
}
apps-gone-undo = Have it back
apps-gone-activate = Make it after all
apps-restore = Restore
apps-delete = Delete
apps-archive = Archive
apps-undo = Undo

## Arranging widgets

apps-arrange = Arrange
apps-arrange-title = Arrange widgets
apps-arrange-lead = The order and size of your apps on the page of the day and in the gallery. What you hide keeps working; it is only out of sight on the page of the day.
apps-arrange-earlier = Earlier
apps-arrange-later = Later
apps-arrange-wide = Wide
apps-arrange-small = Small
apps-arrange-hide = Hide
apps-arrange-show = Show
apps-arrange-hidden = hidden
apps-arrange-is-wide = wide
apps-arrange-undo = Undo the last change
apps-arrange-reset = As it was at first
apps-arrange-hidden-count = { $count ->
    [one] { $count } widget is hidden.
   *[other] { $count } widgets are hidden.
}
apps-drag = Move: { $name }
apps-drag-how = Drag, or press Space and use the arrow keys
apps-drag-lifted = { $name } is lifted, place { $place } of { $count }. Arrow keys move it, Space puts it down, Escape leaves everything as it was.
apps-drag-moved = { $name }: place { $place } of { $count }.
apps-drag-dropped = { $name } is put down, place { $place } of { $count }.
apps-drag-left = { $name } is back where it was.
apps-drag-failed = The new order could not be kept. Reload the page and try again.

## Preview

apps-preview-title = Shall I make it: { $name }?
apps-preview-asked = This is how I understood your words.
apps-preview-noticed = { $mentions ->
    [0] It fits your goals and measures.
    [one] You mention it { $mentions } time.
   *[other] You mention it { $mentions } times.
}
apps-preview-fields = Fields of the form
apps-preview-shows = On its page: { $views }.
apps-preview-reminder = I can remind you at { $time }; switch that on in the settings.
apps-preview-risky = Careful: these fields could identify somebody. They stay on this machine.
apps-preview-yes = Yes, make it
apps-preview-no = No
apps-name = Name

## Proposals

apps-idea-title = An idea: { $name }
apps-idea-preview = What would change:
apps-idea-take = Change it so
apps-idea-refuse = No, leave it
apps-change-archive = the app goes to the archive, its data stay
apps-change-reminder = a reminder at { $time }
apps-change-added = a new field: { $columns }
apps-change-hidden = a form without: { $columns } (data stay)
apps-change-first = first on the page: { $view ->
    [form] the form
    [table] the table
    [calendar] the calendar
    [line] the chart
    [bar] the chart
   *[streak] the streak
}

## One app

apps-settings = Settings
apps-is-archived = This app is in the archive: nothing is entered in it, and its data wait.
apps-stat-now = { $span ->
    [week] This week
   *[day] Today
}
apps-stat-streak = In a row
apps-stat-entered = With an entry in the last 17 weeks
apps-form-title = A new entry
apps-tap-same = Same as last time: { $what }
apps-other-time = At another time than now?
apps-when = When
apps-enter = Save entry
apps-less = Less: { $label }
apps-more-of = More: { $label }
apps-span = Period of the chart
apps-span-day = 30 days
apps-span-week = 26 weeks
apps-span-month = 12 months
apps-which-column = What the chart shows
apps-chart-label = { $goal ->
    [none] Chart: { $title }. The table below it has the same numbers.
   *[other] Chart: { $title }. { $goal }. The table below it has the same numbers.
}
apps-chart-empty = There are no numbers in this period yet. They appear here with the first entry.
apps-as-table = Show as a table
apps-span-column = { $span ->
    [day] Day
    [week] Week
   *[month] Month
}
apps-value-column = Value
apps-entries-column = Entries
apps-calendar-title = Calendar
apps-calendar-caption = The last 17 weeks: a row is a weekday, a column is a week.
apps-heat-less = less
apps-heat-more = more
apps-table-title = Entries
apps-all-entries = All entries
apps-table-empty = Nothing is here yet. Add the first entry above, or in one sentence in the chat.
apps-table-end = There are no earlier entries.
apps-when-column = When
apps-acts-column = What to do with the entry
apps-edit = Edit
apps-edit-entry = Edit the entry of { $when }
apps-undo-entry = Undo the entry of { $when }
apps-earlier = Earlier
apps-newest = Newest
apps-import = Import a file

## One entry

apps-entry-title = Edit an entry
apps-take-back = Undo this entry
apps-leave = Leave it as it is

## CSV file

apps-import-title = Entries from a file
apps-import-lead = I show what the file holds first. It is kept only when every line is right and you agree.
apps-import-file-title = File
apps-import-file = CSV file (UTF-8)
apps-import-paste = Or paste it here
apps-import-columns = Columns in the first line:
apps-import-look = Check the file
apps-import-found = { $count ->
    [0] There are no entries in the file
    [one] { $count } good line in the file
   *[other] { $count } good lines in the file
}
apps-import-wrong = { $count ->
    [one] { $count } field is wrong
   *[other] { $count } fields are wrong
}
apps-import-mend = Nothing is kept while a single field is wrong. Mend it in the file and check again.
apps-import-line = Line { $line }:
apps-import-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
apps-import-preview = The first lines
apps-import-line-column = Line
apps-import-keep = { $count ->
    [one] Keep { $count } entry
   *[other] Keep { $count } entries
}

## Settings

apps-settings-title = Settings of the app
apps-settings-lead = None of these changes touches what is entered already, and each can be undone for 30 days.
apps-reminder-title = Reminder
apps-reminder-lead = I write at this hour only on days without an entry, within the limits and quiet hours.
apps-reminder-on = Remind me
apps-reminder-time = Hour of the reminder
apps-columns-title = Fields
apps-columns-lead = A hidden field leaves the form, and its data stay.
apps-column-label = { $type ->
    [integer] Whole number
    [number] Number
    [boolean] Yes or no
    [text] Text
    [choice] Choice of a list
    [date] Date
    [time] Time of day
    [duration] Duration
    [rating] Rating
   *[money] Amount of money
}
apps-column-shown = In the form
apps-column-options = Options, each on its own line
apps-add-column-title = A new field
apps-add-column-label = Name of the field
apps-add-column-type = Kind
apps-add-column-unit = Unit (km, pages, USD)
apps-add-column-options = Options of a choice, each on its own line
apps-add-column-button = Add the field
apps-type = { $type ->
    [integer] whole number
    [number] number
    [boolean] yes or no
    [text] text
    [choice] choice of a list
    [date] date
    [time] time of day
    [duration] duration
    [rating] rating of 1 to 10
   *[money] amount of money
}
apps-end-title = To end it
apps-archive-lead = Archive: it leaves the dashboard, its data stay.
apps-delete-lead = Delete: at once, and it can be undone for 30 days.

## Dashboard

apps-open-form = Full entry
apps-widgets-empty = There is no tracker yet.
apps-widgets-make = Make the first

## What was just done

apps-said-previewed = Below is a preview: { $name }. It is made at your yes.
apps-said-made = Done: { $name } is at work.
apps-said-exists = It is there already: { $name }.
apps-said-extended = It is there already: { $name }. It has new fields now.
apps-said-restored = { $name }: at work again, with all its data.
apps-said-skill = A tracker cannot do that: it only keeps and shows entries. I am noting it as an idea for a skill.
apps-said-failed = { $name }: it does not pass its test, so I am not starting it.
apps-said-refused = { $name }: not made. For 30 days you can change your mind, at the end of this page.
apps-said-archived = { $name }: in the archive. Its data stay.
apps-said-deleted = { $name }: deleted. For 30 days you can have it back.
apps-said-undone = { $name }: undone.
apps-said-changed = Saved.
apps-said-taken = Changed, as proposed.
apps-said-declined = It stays as it is.
apps-said-added = Saved.
apps-said-edited = The entry is changed.
apps-said-entry_undone = The entry is undone.
apps-said-imported = { $count ->
    [one] From the file: { $count } entry.
   *[other] From the file: { $count } entries.
}

## Errors

error-app-no_words = Say what the tracker shall keep track of, such as "water in glasses".
