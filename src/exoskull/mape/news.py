"""Whether a person's rows hold something that no model has read. Pure: rows decide, not time."""

from collections.abc import Collection, Sequence
from datetime import datetime

from exoskull.conversations.model import Message
from exoskull.mape.analyze import last_heard
from exoskull.mape.model import Context, Knowledge
from exoskull.signals.model import Source

NEWEST = 40
"""Rows of each kind that are looked at; as many again are remembered, so that one taken back
makes no older one look new."""


def seen(known: Knowledge, said: Sequence[Message]) -> tuple[str, ...]:
    """The rows that are looked at now: what the person said, measured, set out to do and did. What
    the loop made itself is none."""
    return _rows(known, said, 2 * NEWEST)


def is_news(known: Knowledge, said: Sequence[Message], before: Collection[str]) -> bool:
    """Whether there is a row among the newest that is not in `before`."""
    return any(one not in before for one in _rows(known, said, NEWEST))


def _rows(known: Knowledge, said: Sequence[Message], most: int) -> tuple[str, ...]:
    measures = sorted(known.measures, key=lambda one: one.at)[-most:]
    tasks = [one for one in known.open_tasks if one.source is not Source.LOOP][-most:]
    rows = (
        [str(one.id) for one in said[-most:]],
        [str(one.id) for one in measures],
        [str(one.id) for one in known.goals],
        [str(one.id) for one in tasks],
        [f"{one.id}:done" for one in known.done_tasks[-most:]],
    )
    return tuple(dict.fromkeys(one for group in rows for one in group))


def heard_since(context: Context, moment: datetime | None) -> bool:
    """Whether the person was heard of after `moment`; not, where there was no such moment."""
    heard, evidence = last_heard(context)
    return moment is not None and bool(evidence) and heard > moment
