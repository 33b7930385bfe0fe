"""Running the code of a checked file: its host functions, its effects, its answer."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from exoskull.sandbox.limits import (
    AnswerRefused,
    CalledTooEarly,
    CodeRaised,
    Crossed,
    LimitCrossed,
    RunFailed,
)
from exoskull.sandbox.pool import Host, Interpreter
from exoskull.skills.arguments import bind
from exoskull.skills.model import EFFECTS, Effect, SkillFile
from exoskull.skills.world import World

EFFECTS_MAX = 10
NOTICES_MAX = 3


class Reader(Protocol):
    """Where a skill reads: a world of an example, or the rows of the tenant it runs for."""

    @property
    def now(self) -> datetime: ...
    async def measures(self, metric: str, days: int) -> list[dict[str, Any]]: ...
    async def tasks(self, status: str) -> list[dict[str, Any]]: ...
    async def goals(self) -> list[dict[str, Any]]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class InWorld:
    """Reads from a world."""

    world: World

    @property
    def now(self) -> datetime:
        return self.world.now

    async def measures(self, metric: str, days: int) -> list[dict[str, Any]]:
        return self.world.measured(metric, days)

    async def tasks(self, status: str) -> list[dict[str, Any]]:
        return self.world.listed(status)

    async def goals(self) -> list[dict[str, Any]]:
        return [dict(goal) for goal in self.world.goals]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a run gave: plain JSON, and the calls that are to leave, in their order."""

    output: Any
    effects: Sequence[Effect]
    calls: Mapping[str, int]


async def run(sandbox: Interpreter, skill: SkillFile, value: Any, reader: Reader) -> Answer:
    """Run `skill` with the input `value`, which fits its parameters.

    Effects are collected and handed out with a valid answer only: a run that fails has none.

    Raises:
        RunFailed: a limit, an exception of the code, or an answer that is none; see `failure`.
        SandboxUnavailable: nothing was run.
    """
    effects: list[Effect] = []
    calls: dict[str, int] = {}
    hosts = {name: _host(name, reader, effects, calls) for name in skill.hosts}
    text = await sandbox.run(skill.code, value, hosts, at=reader.now)
    return Answer(output=json.loads(text), effects=tuple(effects), calls=calls)


def _host(name: str, reader: Reader, effects: list[Effect], calls: dict[str, int]) -> Host:
    answer = _reads(reader).get(name)

    async def host(given: tuple[Any, ...], named: dict[str, Any]) -> Any:
        bound = bind(name, given, named)
        calls[name] = calls.get(name, 0) + 1
        if answer is not None:
            return await answer(**bound)
        assert name in EFFECTS
        told = sum(1 for effect in effects if effect.call == "notify")
        if len(effects) >= EFFECTS_MAX or (name == "notify" and told >= NOTICES_MAX):
            raise LimitCrossed(Crossed.EFFECTS)
        effects.append(Effect(call=name, args=bound))
        return None

    return host


def _reads(reader: Reader) -> Mapping[str, Callable[..., Awaitable[Any]]]:
    async def now() -> str:
        return reader.now.isoformat()

    async def today() -> str:
        return reader.now.date().isoformat()

    return {
        "measures": reader.measures,
        "tasks": reader.tasks,
        "goals": reader.goals,
        "now": now,
        "today": today,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a run gave nothing; the sentence is the text `skill-<key>` with `args`. `line`: of the
    code, from 1."""

    key: str
    args: Mapping[str, str]
    line: int | None = None


def failure(error: RunFailed) -> Failure:
    """What to tell of a run that failed."""
    match error:
        case LimitCrossed(limit=limit):
            return Failure(key=f"{limit.value}_limit", args={})
        case AnswerRefused(why=why):
            return Failure(key=f"result_{why}", args={})
        case CalledTooEarly():
            return Failure(key="host_at_top_level", args={})
        case CodeRaised():
            said = " ".join(error.said.split())[:200]
            args = {"name": error.name[:64], "said": said}
            return Failure(key="raised", args=args, line=error.line)
    return Failure(key="raised", args={"name": type(error).__name__, "said": ""})
