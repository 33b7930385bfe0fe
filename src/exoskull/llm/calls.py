"""Calls as they are kept: one row a request, with no word of what was said."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from exoskull.kit.ids import TraceId
from exoskull.llm.model import Why


class CallState(StrEnum):
    """OPEN: on its way, or its program died. INVALID: answered, and not taken. BROKEN: a stream
    that ended before its end."""

    OPEN = "open"
    ANSWERED = "answered"
    INVALID = "invalid"
    REFUSED = "refused"
    TIMED_OUT = "timed_out"
    UNAVAILABLE = "unavailable"
    BROKEN = "broken"
    CANCELLED = "cancelled"

    @property
    def why(self) -> Why:
        """Why a question that ended so has no answer."""
        return _WHY.get(self, Why.UNAVAILABLE)


_WHY = {
    CallState.INVALID: Why.INVALID,
    CallState.REFUSED: Why.REFUSED,
    CallState.TIMED_OUT: Why.TIMED_OUT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request to a model. `model`: `provider:name`; `detail`: what failed, as `http_429`."""

    id: UUID
    reservation_id: UUID
    feature: str
    model: str
    prompt: str
    state: CallState
    detail: str | None
    tokens_in: int | None
    tokens_out: int | None
    micros: int | None
    started_at: datetime
    ended_at: datetime | None
    trace: TraceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Of one request. `cached`: those of `into` that the provider had kept."""

    into: int
    out: int
    cached: int = 0

    @property
    def all(self) -> int:
        return self.into + self.out
