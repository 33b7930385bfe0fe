"""The proximal outcome of a decision: the same look at the same 24 hours, sent or not. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from exoskull.ledger.model import Proximal, Rule
from exoskull.signals.daily import adds_up, by_day
from exoskull.signals.model import Measure

WINDOW = timedelta(hours=24)


def measure_proximal(
    wanted: Proximal,
    decided_at: datetime,
    *,
    measures: Sequence[Measure],
    heard: Sequence[datetime],
    tasks_done: Sequence[datetime],
    zone: tzinfo,
) -> float | None:
    """1.0 where what was looked for happened within 24 h of `decided_at`, else 0.0.

    None where it could not be seen: a threshold with no value to hold against it.

    Args:
        measures: at least those of the window.
        heard, tasks_done: when the person wrote, and finished tasks.
    """
    until = decided_at + WINDOW

    def inside(at: datetime) -> bool:
        return decided_at < at <= until

    within = [one for one in measures if inside(one.at)]
    match wanted.rule:
        case Rule.HEARD:
            return float(any(map(inside, [*heard, *tasks_done])) or bool(within))
        case Rule.TASK_DONE:
            return float(any(map(inside, tasks_done)))
        case Rule.MEASURED:
            return float(any(one.metric == wanted.metric for one in within))
        case Rule.AT_LEAST | Rule.AT_MOST:
            days = by_day(within, wanted.metric or "", zone)
            if not days or wanted.threshold is None:
                return None
            if wanted.rule is Rule.AT_LEAST:
                return float(days[-1].value >= wanted.threshold)
            # The last date of the window is a part of a day: less of it is no restraint.
            whole = sum(day.value for day in days) if adds_up(days[-1].measures[0].metric) else None
            return float((days[-1].value if whole is None else whole) <= wanted.threshold)
