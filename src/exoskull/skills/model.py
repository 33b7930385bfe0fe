"""A skill file: what it says of itself, its code, and what may be wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any

FILE_MAX = 64 * 1024
DESCRIPTION_MAX = 1024
EXAMPLES_MAX = 10
LEVELS_MAX = 20
INTEGER_MAX = 2**53 - 1


class Capability(StrEnum):
    """What a skill may ask of its host."""

    READ_MEASURES = "read:measures"
    READ_TASKS = "read:tasks"
    READ_GOALS = "read:goals"
    WRITE_MEASURES = "write:measures"
    WRITE_TASKS = "write:tasks"
    NOTIFY = "notify"


HOSTS: Mapping[str, Capability | None] = {
    "measures": Capability.READ_MEASURES,
    "tasks": Capability.READ_TASKS,
    "goals": Capability.READ_GOALS,
    "record": Capability.WRITE_MEASURES,
    "create_task": Capability.WRITE_TASKS,
    "notify": Capability.NOTIFY,
    "now": None,
    "today": None,
}
"""Every host function, and the capability it needs; None for the clocks, which need none."""

EFFECTS = frozenset({"record", "create_task", "notify"})


class Risk(IntEnum):
    """What harm a skill could do: it reads and computes; writes what is the person's own, or speaks
    to the assistant; reaches the person."""

    LOW = 0
    MEDIUM = 1
    HIGH = 2

    @property
    def word(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is wrong with a file. `line`: of the file, from 1; None where it is the whole.

    The sentence for people is the text `skill-<key>` with dots and underscores as dashes, with
    `args`.
    """

    key: str
    line: int | None = None
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """A call that leaves: `record`, `create_task` or `notify`, and its arguments by name."""

    call: str
    args: Mapping[str, Any]

    def to_json(self) -> dict[str, Any]:
        return {"call": self.call, "args": dict(self.args)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One input, the world it is run in, and what has to come out. `line`: of the file."""

    input: Any
    given: Mapping[str, Any] | None
    output: Any
    effects: tuple[Effect, ...]
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillFile:
    """A file of good form. `code_line`: the line of the file on which the code begins."""

    name: str
    description: str
    parameters: Mapping[str, Any]
    capabilities: tuple[Capability, ...]
    examples: tuple[Example, ...]
    prose: str
    code: str
    code_line: int
    risk: Risk
    source: str

    @property
    def hosts(self) -> tuple[str, ...]:
        """The host functions that its code may call."""
        return tuple(
            name for name, needs in HOSTS.items() if needs is None or needs in self.capabilities
        )
