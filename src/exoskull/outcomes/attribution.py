"""Which intervention an event belongs to: by link only, never by being next.

A reply names its delivery. A task names the intervention that made it, a reminder's task the
reminder. A measure belongs to a delivery about its metric in whose window it falls. Where it
falls into several, the latest delivery has the credit, and the earlier ones lose it.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from exoskull.interventions.model import RESPONSE_WINDOW, Intervention
from exoskull.tasks.model import Task


def of_measure(
    metric: str, measured_at: datetime, sent: Iterable[Intervention]
) -> Intervention | None:
    """The delivery that a measure of `metric` belongs to, or None."""
    return _latest(
        (one for one in sent if one.metric == metric), measured_at, within=RESPONSE_WINDOW
    )


def of_task(task: Task, done_at: datetime, sent: Iterable[Intervention]) -> Intervention | None:
    """The delivery that a finished task belongs to, or None."""
    linked = (one for one in sent if one.id == task.intervention_id or one.task_id == task.id)
    return _latest(linked, done_at, within=RESPONSE_WINDOW)


def _latest(
    linked: Iterable[Intervention], at: datetime, *, within: timedelta
) -> Intervention | None:
    """The last delivered of `linked` whose window, from its receipt on, holds `at`."""
    best: Intervention | None = None
    for one in linked:
        if one.sent_at is None or not one.sent_at <= at <= one.sent_at + within:
            continue
        if best is None or best.sent_at is None or one.sent_at > best.sent_at:
            best = one
    return best
