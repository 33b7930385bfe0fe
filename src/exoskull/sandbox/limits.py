"""What one run may use, and how a run ends that does not end well."""

from dataclasses import dataclass
from enum import StrEnum

MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Of one run. `seconds`: of the code's own time; `host_seconds`: of one call to the host;
    `whole_seconds`: of the run with all its waiting for the host; `memory`: bytes of its heap;
    `answer`: bytes of its answer as JSON, UTF-8 without spaces; `depth`: levels of it."""

    seconds: float = 2.0
    host_seconds: float = 2.0
    whole_seconds: float = 6.0
    memory: int = 64 * MIB
    calls: int = 100
    answer: int = 64 * 1024
    depth: int = 32


LIMITS = Limits()


class Crossed(StrEnum):
    """A limit that ended a run."""

    TIME = "time"
    MEMORY = "memory"
    CALLS = "calls"
    EFFECTS = "effects"
    HOST = "host"


class RunFailed(Exception):
    """A run that gave no answer."""


class LimitCrossed(RunFailed):
    """A limit ended the run; the code could not catch it."""

    def __init__(self, limit: Crossed) -> None:
        super().__init__(limit.value)
        self.limit = limit


class CalledTooEarly(RunFailed):
    """A host function was called while the code was read, before `run`."""


class CodeRaised(RunFailed):
    """The code raised, or cannot be read.

    `name`: of the exception; `said`: its message, as the code made it; `line`: of the code, from 1.
    """

    def __init__(self, name: str, said: str, line: int | None) -> None:
        super().__init__(name)
        self.name, self.said, self.line = name, said, line


class AnswerRefused(RunFailed):
    """The answer is not what JSON has, too long or too deep: `type`, `number`, `key`, `length`,
    `depth`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class SandboxUnavailable(RuntimeError):
    """No worker could be started: the system lacks a part of the second layer. Nothing was run."""
