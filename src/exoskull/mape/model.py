"""What the loop reasons about: what is known, the picture made of it, symptoms, and decisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from exoskull.channels.model import ChannelName
from exoskull.goals.model import Goal
from exoskull.goals.pace import Progress
from exoskull.grants.decide import Rules, Usage
from exoskull.interventions.model import Intervention
from exoskull.kit.ids import TraceId
from exoskull.learning import Choice, Posterior
from exoskull.learning import Context as LearnerContext
from exoskull.learning.constraints import Constraint
from exoskull.ledger.model import Correction, PastDecision, Preference, Proximal
from exoskull.levers.model import Lever
from exoskull.outcomes.model import Outcome
from exoskull.signals.daily import Baseline, Day
from exoskull.signals.model import Measure
from exoskull.tasks.model import Task
from exoskull.tenants.model import Tenant


class SymptomKind(StrEnum):
    GOAL_OFF_PACE = "goal_off_pace"
    GOAL_WITHOUT_DATA = "goal_without_data"
    SLEEP_DEBT = "sleep_debt"
    OVERLOAD = "overload"
    LOW_MOOD = "low_mood"
    SILENCE = "silence"
    BROKEN_ROUTINE = "broken_routine"
    ACHIEVEMENT = "achievement"
    REMINDER_DUE = "reminder_due"
    NOTICED = "noticed"
    """What a model read out of the person's words; only ever one of a closed list of themes."""


class Situation(StrEnum):
    """How a person's days go at large, as a model reads it. UNCLEAR where nothing shows it."""

    STEADY = "steady"
    GAINING = "gaining"
    SLIPPING = "slipping"
    OVERLOADED = "overloaded"
    UNWELL = "unwell"
    UPHEAVAL = "upheaval"
    RECOVERING = "recovering"
    UNCLEAR = "unclear"


class Theme(StrEnum):
    """What a model may notice in a person's words."""

    TIRED = "tired"
    STRESSED = "stressed"
    DISCOURAGED = "discouraged"
    UNWELL = "unwell"
    STUCK = "stuck"
    BUSY = "busy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Everything a cycle reads, as the rows have it, oldest first."""

    tenant: Tenant
    measures: Sequence[Measure]
    goals: Sequence[Goal]
    open_tasks: Sequence[Task]
    done_tasks: Sequence[Task]
    last_inbound: datetime | None
    last_inbound_id: UUID | None
    interventions: Sequence[Intervention]
    outcomes: Sequence[Outcome]
    decisions: Sequence[PastDecision]
    posterior: Posterior
    preferences: Sequence[Preference]
    corrections: Sequence[Correction]
    rules: Rules
    usage: Usage
    reachable: frozenset[ChannelName]
    levers: Sequence[Lever] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A goal and where it stands."""

    goal: Goal
    progress: Progress
    days: Sequence[Day]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The picture that Monitor makes: the person's days, with the person's own baselines.

    `now` is aware, in the person's zone. `baselines` are of the days before the last three, so
    that what is compared does not compare with itself.
    """

    at: datetime
    now: datetime
    days: Mapping[str, Sequence[Day]]
    baselines: Mapping[str, Baseline]
    standings: Sequence[Standing]
    open_tasks: Sequence[Task]
    last_inbound: datetime | None
    last_inbound_id: UUID | None
    since: datetime
    done_tasks: Sequence[Task] = ()

    @property
    def today(self) -> date:
        return self.now.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Symptom:
    """Something worth a thought, with what shows it.

    `subject`: what exactly it is about; with `kind` it is the symptom's identity over cycles.
    `severity` 0 to 1. `facts`: numbers and names that texts are rendered from. `evidence`: ids of
    the rows that show it. `proximal`: what a message about it is to bring about, measured also
    where none is sent; None where nothing is drawn.
    """

    kind: SymptomKind
    subject: str
    severity: float
    facts: Mapping[str, Any]
    evidence: tuple[str, ...]
    metric: str | None = None
    goal_id: UUID | None = None
    task_id: UUID | None = None
    due_at: datetime | None = None
    proximal: Proximal | None = None

    @property
    def key(self) -> str:
        return f"{self.kind.value}:{self.subject}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """Something that a model noticed. `subject`: `goal:<id>`, `task:<id>` or `metric:<name>` of
    the person's; `severity` 0.3 to 0.6; `evidence`: ids of rows that it was shown."""

    theme: Theme
    subject: str
    severity: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The option that a model would take for a symptom, of those that there are; `idea`: something
    concrete to say with it, in the person's language."""

    kind: str
    subject: str
    option: str
    idea: str | None
    prompt: str

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.subject}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a model read of a person's situation at `at`, and what it was shown to that end.

    `seen`: ids of the person's rows that have been looked at, whatever came of it; `situation`
    None: there was no answer. `micros`: what it cost, in millionths of a US dollar.
    """

    at: datetime
    seen: tuple[str, ...]
    situation: Situation | None = None
    evidence: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    prompt: str | None = None
    model: str | None = None
    micros: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Thought:
    """What models had to say before a cycle decides: a reading, where there was `news` (rows not
    read before), and the options that they propose."""

    news: bool = False
    reading: Reading | None = None
    proposals: Sequence[Proposal] = ()
    model: str | None = None
    micros: int = 0
    """Of the proposals."""


NO_THOUGHT = Thought()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A built-in option and a model's, and which of them was drawn, with the chance of it."""

    built_in: str
    proposed: str
    chosen: str
    p: float
    prompt: str

    def to_json(self) -> dict[str, Any]:
        return {
            "built_in": self.built_in,
            "proposed": self.proposed,
            "chosen": self.chosen,
            "p": self.p,
            "prompt": self.prompt,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What is to be done about one symptom: an arm drawn by the learner, or, where the person
    asked for it (a reminder), just that; `send_at` is None where nothing is sent."""

    symptom: Symptom
    option: str
    choice: Choice | None
    context: LearnerContext
    channel: ChannelName | None
    framing: str
    send_at: datetime | None
    expires_at: datetime | None
    unavailable: Mapping[str, int]
    """How many arms were left out, by reason."""
    wishes: Sequence[Constraint] = ()
    """What the draw was bound by."""
    offer: Offer | None = None
    idea: str | None = None
    """A model's, where its option was drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """One run of the loop for one tenant: `slot` names it, `at` is its time."""

    id: UUID
    at: datetime
    slot: str
    trace: TraceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a cycle found and decided."""

    symptoms: Sequence[Symptom]
    decided: Sequence[Decided]
    left: Mapping[str, str]
    """Symptoms about which nothing was decided now, with the reason."""
