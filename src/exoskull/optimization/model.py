"""What the Ralph loop notices, what it tries about it, and how a trial is measured."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from exoskull.kit.ids import TraceId
from exoskull.levers.model import LeverName

TRIAL_LASTS = timedelta(days=14)
"""How long a trial lasts; once more as long, where too little was seen by then."""

BEFORE = timedelta(days=28)
"""The days that a trial is compared with."""

ENOUGH = 0.8
"""A trial is kept from this probability of being better on."""

REST = timedelta(days=14)
"""How long a problem rests after a trial about it has ended."""

FAILURES_MAX = 2
"""After so many failures, a lever is not tried again about the same problem."""


class Problem(StrEnum):
    """What can be noticed; the subject says of what: `kind:option`, a channel, `kind:metric`, a
    goal's id, the name of a skill or an app."""

    IGNORED_OPTION = "ignored_option"
    FAILING_APPROACH = "failing_approach"
    NOISY_METRIC = "noisy_metric"
    FAILING_CHANNEL = "failing_channel"
    GOAL_WITHOUT_MEANS = "goal_without_means"
    FAILING_SKILL = "failing_skill"
    UNUSED_APP = "unused_app"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """Something that could go better, with what shows it.

    `severity` is 0 to 1. `facts`: names and numbers that texts are rendered from, plain JSON.
    `evidence`: ids of the rows that show it, the newest last.
    """

    problem: Problem
    subject: str
    severity: float
    facts: Mapping[str, Any]
    evidence: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return f"{self.problem.value}:{self.subject}"


class MeasureKind(StrEnum):
    """What is counted; a hit is:

    WORKED: a message about `subject` (a kind) was answered, or what it was for happened in a day.
    DELIVERED: a message, whatever the channel, left with a receipt.
    FREE_DAYS: a day without the symptom `subject` (a kind, or `kind:subject`).
    GOAL_DAYS: a day on which something was done for the goal `subject`.
    """

    WORKED = "worked"
    DELIVERED = "delivered"
    FREE_DAYS = "free_days"
    GOAL_DAYS = "goal_days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """So many hits in n."""

    hits: int = 0
    n: int = 0

    @property
    def share(self) -> float:
        return self.hits / self.n if self.n else 0.0

    def plus(self, other: "Tally") -> "Tally":
        return Tally(hits=self.hits + other.hits, n=self.n + other.n)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How a trial is measured: fixed before it begins.

    `before` was counted over `since` until the trial's beginning. The trial counts as better where
    its share is above that before by more than `margin`; a negative margin says how much worse it
    may be where it asks less of the person. Below `n_min` within the trial nothing is concluded.
    """

    kind: MeasureKind
    subject: str
    since: datetime
    before: Tally
    n_min: int
    margin: float = 0.0

    def to_json(self) -> dict[str, Any]:
        return asdict(self) | {"kind": self.kind.value, "since": self.since.isoformat()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        read = {
            "kind": MeasureKind(data["kind"]),
            "since": datetime.fromisoformat(data["since"]),
            "before": Tally(**data["before"]),
        }
        return cls(**{**data, **read})


class TrialState(StrEnum):
    RUNNING = "running"
    KEPT = "kept"
    REVERTED = "reverted"


class Verdict(StrEnum):
    """Why a trial ended as it did; only BETTER keeps what was tried.

    BY_PERSON: the person took it back. GONE: what it was about is no longer there.
    """

    BETTER = "better"
    NOT_BETTER = "not_better"
    INCONCLUSIVE = "inconclusive"
    BY_PERSON = "by_person"
    GONE = "gone"


FAILED = (Verdict.NOT_BETTER, Verdict.INCONCLUSIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One change, tried.

    `before`: the lever that it replaced, as JSON, None where there was none: the rollback.
    `within`, `p_better`: what was counted in the trial, once it has ended by measure.
    """

    id: UUID
    problem: Problem
    subject: str
    facts: dict[str, Any]
    evidence: list[str]
    lever: LeverName
    lever_subject: str
    value: dict[str, Any]
    before: dict[str, Any] | None
    measure: dict[str, Any]
    state: TrialState
    verdict: Verdict | None
    within: dict[str, int] | None
    p_better: float | None
    started_at: datetime
    ends_at: datetime
    extended: bool
    ended_at: datetime | None
    trace: TraceId

    @property
    def key(self) -> str:
        """The problem that it is about."""
        return f"{self.problem.value}:{self.subject}"

    @property
    def measured_by(self) -> Measure:
        return Measure.from_json(self.measure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A goal that nothing serves, from when it was found until something does."""

    id: UUID
    goal_id: UUID
    facts: dict[str, Any]
    found_at: datetime
    closed_at: datetime | None
    trace: TraceId
