"""A row of the ledger: one decision, final once its outcome window has closed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from exoskull.kit.ids import TraceId


class Rule(StrEnum):
    """How a decision's proximal outcome is measured; seen whether or not anything was sent.

    MEASURED: the metric was measured. AT_LEAST: its last day's value reached `threshold`. AT_MOST:
    that value, or for a metric that adds up all of it together, stayed within `threshold`. HEARD:
    the person wrote, measured or finished anything. TASK_DONE: any task was done.
    """

    MEASURED = "measured"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    HEARD = "heard"
    TASK_DONE = "task_done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proximal:
    """The proximal outcome of a decision: what is looked for within 24 h of it."""

    rule: Rule
    metric: str | None = None
    threshold: float | None = None

    def to_json(self) -> dict[str, Any]:
        return {"rule": self.rule.value, "metric": self.metric, "threshold": self.threshold}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Proximal":
        return cls(rule=Rule(data["rule"]), metric=data["metric"], threshold=data["threshold"])


@dataclass(frozen=True, slots=True, kw_only=True)
class PastDecision:
    """A decision, in short: what it was about, on which local day, and whether it was sent."""

    id: UUID
    at: datetime
    local_date: date
    kind: str
    subject: str
    option: str
    sent: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(PastDecision):
    """A decision with its draw (`ledger`: arms, probabilities, seed, model version, context) and,
    once final, its outcome. `outcome` and `reply` are 0 to 1, None where not measured."""

    trace: TraceId
    ledger: dict[str, Any]
    outcome: float | None
    reply: float | None
    final_due_at: datetime
    final_at: datetime | None
    learned_on: date | None = None
    """The night that took it in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """A learned statement as it stands: `statement` is `Statement.to_json()`, with `since`, from
    when on this has been said, and `rows`, what it was read from.

    Not `spoken`: there is not enough data yet; `statement["missing"]` says how much is missing.
    `learned_at`: when it came to say this; its numbers are those of the last night.
    """

    id: UUID
    factor: str
    level: str
    spoken: bool
    statement: dict[str, Any]
    learned_at: datetime
    trace: TraceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What the person said of their own preferences: it outranks what was learned, until lifted."""

    id: UUID
    factor: str
    level: str
    wish: str
    created_at: datetime
    trace: TraceId
