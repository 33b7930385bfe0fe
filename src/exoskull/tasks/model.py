"""A task."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from exoskull.channels.text import clean_line
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import TraceId
from exoskull.signals.model import Source

TITLE_MAX = 200

LOOK_AHEAD = timedelta(minutes=17)
"""How long before a reminder the loop looks at it, so that its message goes out on the minute: a
quarter of an hour, and what the spread of runs over their slot may take."""


class TaskState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to do. `due_on`: a local day. `remind_at`: when the person wants to be told.

    `goal_id` and `intervention_id`: what it serves and what made it, where something did.
    """

    id: UUID
    title: str
    due_on: date | None
    remind_at: datetime | None
    state: TaskState
    goal_id: UUID | None
    intervention_id: UUID | None
    source: Source
    created_at: datetime
    ended_at: datetime | None
    trace: TraceId


def parse_title(value: object) -> str:
    """A task's title, one line of 1-200 characters; raises InvalidInput otherwise."""
    if isinstance(value, str) and 1 <= len(title := clean_line(value)) <= TITLE_MAX:
        return title
    raise InvalidInput("task.invalid_title", field="title", limit=TITLE_MAX)


def named(tasks: Sequence[Task], wanted: str) -> list[Task]:
    """Those of `tasks` that `wanted` may mean: the same words, whatever their endings.

    A word of the title counts as said where both share their first four letters, diacritics
    folded; of shorter words three ("joga", "jogę"; "dom", "domu").
    """
    said = _words(wanted)
    scored = [
        (sum(any(_alike(word, one) for one in said) for word in _words(task.title)), task)
        for task in tasks
    ]
    best = max((score for score, _ in scored), default=0)
    return [task for score, task in scored if best and score == best]


def _words(text: str) -> set[str]:
    folded = unicodedata.normalize("NFKD", text.lower().replace("ł", "l"))
    letters = "".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c))
    return {word for word in letters.split() if len(word) > 2}


def _alike(a: str, b: str) -> bool:
    shared = 4 if min(len(a), len(b)) > 4 else 3
    return a[:shared] == b[:shared]
