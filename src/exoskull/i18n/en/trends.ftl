### What measures show: sentences of findings, with how much data and how sure.

part-trend-weekday = { $weekday ->
    [0] On Mondays
    [1] On Tuesdays
    [2] On Wednesdays
    [3] On Thursdays
    [4] On Fridays
    [5] On Saturdays
    [6] On Sundays
   *[7] At weekends
}
part-trend-weeks = { $weeks } { $weeks ->
    [one] week
   *[other] weeks
}
trend-weekday = { part-trend-weekday }: { $there } on average, on other days: { $elsewhere } ({ part-trend-weeks }, p { $p }).
trend-weekday-sleep = { part-trend-weekday } you sleep { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
} { $less ->
    [yes] less
   *[no] more
} than on other days ({ part-trend-weeks }, p { $p }).
trend-change = Since { $on }: { $after } on average, before that: { $before } (days measured: { $n_after } since, { $n_before } before, p { $p }).
trend-relation-same = { $first } above your usual: { $high } on such days on average, { $low } on the others (days in common: { $n }, rho = { $rho }, q { $q }). They go together; that does not prove a cause.
trend-relation-next = { $first } above your usual: { $high } the next day on average, { $low } after other days (days in common: { $n }, rho = { $rho }, q { $q }). They go together; that does not prove a cause.
trend-flaw-impossible = { $value } ({ $when }): that does not happen, it looks like a slip. I can remove this entry.
trend-flaw-unit_slip = { $value } ({ $when }): it looks like another unit, as it is usually about { $usual }. I can change this entry to { $suggested }.
trend-flaw-duplicate = { $value } ({ $when }): this entry is there twice, in the same minute. I can remove the second one.
trend-strategy-weak = The present way to the goal "{ LINE($title) }" works on { $done } of { $days } days. I can choose another.
