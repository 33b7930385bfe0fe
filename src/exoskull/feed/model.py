"""An event: one thing that happened, as the feed shows it and a replay prints it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from exoskull.kit.ids import TraceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened to one tenant.

    `kind` is dotted, noun first: `intervention.sent`. `trace` is shared by everything that one
    need or symptom led to. `data` is plain JSON.
    """

    at: datetime
    kind: str
    trace: TraceId
    data: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEvent(Event):
    """An event with its place in the tenant's order."""

    seq: int
