"""A tenant's skills: each with its versions, its runs, and the suggestion it came of."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from exoskull.kit.ids import TraceId
from exoskull.skills.model import Risk

SURE = 0.8
"""A suggestion is made into a skill by itself above this confidence."""

KEEPS_FOR = timedelta(days=14)
"""How long a suggestion waits."""

CANARY_RUNS = 50
CANARY_LEAST = 10
CANARY_ERRORS = 0.3
"""Of the last 50 runs: with more than 10, and more than 30% errors, a skill is switched off."""

UNUSED_AFTER = timedelta(days=30)

VERIFIED_WITH = "pydantic-monty 1.4.0, checks 1"
"""What a version was verified with. Another one here has every skill verified again."""


class SuggestionSource(StrEnum):
    """What suggested it: a need heard, a question asked again and again, a goal without means,
    what the Ralph loop noticed, a pattern of work, an app that cannot do it."""

    CONVERSATION = "conversation"
    QUESTION = "question"
    GOAL = "goal"
    RALPH = "ralph"
    PATTERN = "pattern"
    APP = "app"


class SuggestionStatus(StrEnum):
    PENDING = "pending"
    PROCESSED = "processed"
    EXPIRED = "expired"


class Result(StrEnum):
    """What became of a suggestion. NEEDS_MODEL: no template fits it; it stays open to be written
    by a model. LACKING: a particular that nobody said. INVALID: what was written did not pass.
    EXISTS: a skill does it already. REFUSED: a rule, or the person, says no."""

    ACTIVATED = "activated"
    ASKED = "asked"
    NEEDS_MODEL = "needs_model"
    LACKING = "lacking"
    INVALID = "invalid"
    EXISTS = "exists"
    REFUSED = "refused"


class SkillState(StrEnum):
    """AWAITING waits for the person's yes; ACTIVE works; REJECTED and REVOKED are final for the
    version; ARCHIVED was not used, and can be had back."""

    AWAITING = "awaiting"
    ACTIVE = "active"
    REJECTED = "rejected"
    REVOKED = "revoked"
    ARCHIVED = "archived"


STANDING = (SkillState.AWAITING, SkillState.ACTIVE, SkillState.ARCHIVED)


class SkillKind(StrEnum):
    """CODE runs in the sandbox. INSTRUCTION is words for a model, and never runs."""

    CODE = "code"
    INSTRUCTION = "instruction"


class Source(StrEnum):
    GENERATED = "generated"
    IMPORTED = "imported"


class Origin(StrEnum):
    GENERATED = "generated"
    IMPORTED = "imported"
    ROLLBACK = "rollback"


class Caller(StrEnum):
    """Who had a skill run: the assistant, the cycle, the clock, the person, a program, or the
    trial before it goes to work."""

    CHAT = "chat"
    LOOP = "loop"
    CLOCK = "clock"
    WEB = "web"
    API = "api"
    SMOKE = "smoke"


class RiskWord(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @classmethod
    def of(cls, risk: Risk) -> "RiskWord":
        return cls(risk.word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An idea for a skill. `key`: what it is the same as another by. `template` and `slots`: what
    would do it. `evidence`: ids of what suggested it. `result`, `detail`: what became of it."""

    id: UUID
    key: str
    source: SuggestionSource
    label: str
    template: str | None
    slots: dict[str, Any]
    confidence: float
    evidence: tuple[UUID, ...]
    status: SuggestionStatus
    result: Result | None
    detail: str | None
    skill_id: UUID | None
    created_at: datetime
    expires_at: datetime
    processed_at: datetime | None
    trace: TraceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """A skill of the tenant's. `version`: the one in force. `answers`: the key of the question it
    answers. `metrics`: what it is about. `daily_at`: the local hour, `HH:MM`, at which it runs by
    itself, next at `next_run_at`. `used_at`: when it was last called."""

    id: UUID
    name: str
    kind: SkillKind
    state: SkillState
    version: int
    source: Source
    template: str | None
    answers: str | None
    metrics: tuple[str, ...]
    risk: RiskWord
    daily_at: str | None
    next_run_at: datetime | None
    suggestion_id: UUID | None
    created_at: datetime
    activated_at: datetime | None
    used_at: datetime | None
    ended_at: datetime | None
    ended_because: str | None
    trace: TraceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a skill's file; it never changes."""

    skill_id: UUID
    version: int
    file: str
    content_hash: str
    description: str
    capabilities: tuple[str, ...]
    risk: RiskWord
    origin: Origin
    verified_with: str
    verified_at: datetime
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRun:
    """One run. `calls`: how often each host function was called; `effects`: what was to be done,
    each with what became of it; `error`: the key of why it gave nothing."""

    id: UUID
    skill_id: UUID
    version: int
    at: datetime
    caller: Caller
    input: dict[str, Any]
    output: Any
    calls: dict[str, int]
    effects: list[dict[str, Any]]
    error: str | None
    took_us: int
    trace: TraceId


class PauseStatus(StrEnum):
    """WAITING for the person's word; DONE at a yes; REFUSED at a no; LET_GO where there was none in
    time, or the skill has changed."""

    WAITING = "waiting"
    DONE = "done"
    REFUSED = "refused"
    LET_GO = "let_go"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A run that waits for the person's word on one of its effects.

    `content_hash`: of the version that ran. `state`: JSON, what is left to be done; `mark`: what
    shows that all of this was written here.
    """

    id: UUID
    run_id: UUID
    skill_id: UUID
    version: int
    content_hash: str
    state: str
    mark: str
    status: PauseStatus
    created_at: datetime
    expires_at: datetime
    ended_at: datetime | None
    ended_by: str | None
    trace: TraceId


def content_hash(skill_id: UUID, file: str) -> str:
    """What a yes to a skill is a yes to: this skill, to the last byte."""
    return hashlib.sha256(f"skill\x1f{skill_id}\x1f{file}".encode()).hexdigest()


def is_failing(runs: list[SkillRun]) -> bool:
    """Whether the newest runs of a version, at most 50, say that it does not work."""
    errors = sum(1 for one in runs if one.error is not None)
    return len(runs) > CANARY_LEAST and errors / len(runs) > CANARY_ERRORS
