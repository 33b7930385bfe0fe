"""What a model is asked, and what comes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, Literal, TypeVar
from uuid import UUID

from pydantic import BaseModel

from exoskull.kit.ids import TraceId

T = TypeVar("T", bound=BaseModel)


class Feature(StrEnum):
    """Where a model may help; costs are shown by these."""

    SITUATION = "situation"
    OPTIONS = "options"
    PHRASING = "phrasing"
    ACTIONS = "actions"
    NEEDS = "needs"
    MEMORY = "memory"
    APP = "app"
    SKILL = "skill"
    INSTRUCTION = "instruction"
    SUMMARY = "summary"
    CHAT = "chat"
    UNTRUSTED = "untrusted"


class Why(StrEnum):
    """Why there is no answer; the built-in reasoner takes over."""

    NO_MODEL = "no_model"
    BUDGET = "budget"
    UNPRICED = "unpriced"
    UNAVAILABLE = "unavailable"
    TIMED_OUT = "timed_out"
    REFUSED = "refused"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A versioned prompt file: `prompts/<name>.v<version>.md`."""

    name: str
    version: int
    text: str

    @property
    def id(self) -> str:
        return f"{self.name}.v{self.version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Generic[T]):
    """One question with a typed answer and no tools.

    `material`: what it is about, as data, made of the person's rows. `accept`: what is wrong with
    an answer that has the right shape (an evidence id that does not exist, a text too long), in
    English and fed back once; nothing: it is taken. `tokens_max`: of the answer.
    """

    feature: Feature
    prompt: Prompt
    material: str
    output: type[T]
    trace: TraceId
    language: str
    tokens_max: int = 800
    accept: Callable[[T], Sequence[str]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What the legs of one question cost together."""

    model: str
    tokens_in: int
    tokens_out: int
    micros: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Generic[T]):
    """An answer of the right shape, that `accept` found nothing wrong with. `call`: its row."""

    value: T
    call: UUID
    prompt: str
    spent: Spent


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """No answer. An event tells of it, but for `NO_MODEL`."""

    why: Why
    call: UUID | None = None
    spent: Spent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A verb of the product's, offered to a model in a conversation.

    `run` takes the checked arguments and returns what is told to the model: text or JSON. It goes
    through the gate itself. `private`: shows the person's data; `untrusted`: brings in what others
    wrote; `outward`: acts outside. At most two of the three stand in one run without approval.
    """

    name: str
    description: str
    parameters: dict[str, Any]
    run: Callable[[dict[str, Any]], Any]
    private: bool = False
    untrusted: bool = False
    outward: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One turn of the conversation so far. `role`: "person" or "assistant"."""

    role: Literal["person", "assistant"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A conversation to go on with, and the verbs that may be used in it.

    `material`: facts and memory, as data. `said`: oldest first; the last one is the person's.
    `tokens_max`: of one answer. `turns_max`: requests to the model in one run, tools between them.
    `accept`: what is wrong with all that was said, in English; nothing: it is taken.
    """

    prompt: Prompt
    material: str
    said: Sequence[Said]
    trace: TraceId
    language: str
    tools: Sequence[Tool] = ()
    tokens_max: int = 800
    turns_max: int = 6
    accept: Callable[[str], Sequence[str]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """A piece of the answer, as it comes."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A tool was run. `result`: as it was told to the model."""

    tool: str
    arguments: dict[str, Any]
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """The run is over. `text`: the whole answer; `call`: the row of its last request."""

    text: str
    spent: Spent
    call: UUID
