"""Checking a skill file as a whole: its form, its dialect, and its examples, run twice."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from exoskull.sandbox.limits import LimitCrossed, RunFailed
from exoskull.sandbox.pool import CodeProblem, Interpreter
from exoskull.skills.form import Refused
from exoskull.skills.model import Capability, Effect, Example, Problem, Risk, SkillFile
from exoskull.skills.running import Answer, InWorld, failure, run
from exoskull.skills.schema import same
from exoskull.skills.stubs import stubs
from exoskull.skills.world import world

WITHIN = 1e-9
SECONDS = 5.0
"""For all examples together."""


class Workbench(Interpreter, Protocol):
    """What a check needs of the sandbox."""

    async def code_problems(self, code: str, stubs: str) -> Sequence[CodeProblem]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check found. `name`: None where the form is refused. `warnings`: what the type checker
    says; they refuse nothing by themselves, for code may well catch what it provokes."""

    name: str | None
    skill: SkillFile | None
    problems: tuple[Problem, ...]
    examples: tuple[bool, ...] = ()
    warnings: tuple[Problem, ...] = field(default=())

    @property
    def ok(self) -> bool:
        return self.skill is not None and not self.problems and all(self.examples)

    @property
    def capabilities(self) -> tuple[Capability, ...]:
        return self.skill.capabilities if self.skill else ()

    @property
    def risk(self) -> Risk | None:
        return self.skill.risk if self.skill else None


async def check(sandbox: Workbench, read: SkillFile | Refused, *, clock: datetime) -> Checked:
    """Check a file as `form.read_skill` read it. Code of a file whose form is refused is never run.

    Raises:
        SandboxUnavailable: nothing could be run.
    """
    if isinstance(read, Refused):
        return Checked(name=None, skill=None, problems=read.problems)
    said = await sandbox.code_problems(read.code, stubs(read.capabilities))
    lost = [_in_file(read, one) for one in said if one.is_fatal]
    warnings = tuple(_in_file(read, one) for one in said if not one.is_fatal)
    if lost:
        return Checked(name=None, skill=None, problems=tuple(lost), warnings=warnings)
    passed, problems = await _examples(sandbox, read, clock)
    return Checked(
        name=read.name,
        skill=read,
        problems=tuple(problems),
        examples=tuple(passed),
        warnings=warnings,
    )


def _in_file(skill: SkillFile, one: CodeProblem) -> Problem:
    key = "code.dialect" if one.is_fatal else "code.types"
    line = one.line + skill.code_line - 1 if one.line else None
    return Problem(key=key, line=line, args={"said": one.said[:200]})


async def _examples(
    sandbox: Interpreter, skill: SkillFile, clock: datetime
) -> tuple[list[bool], list[Problem]]:
    passed: list[bool] = []
    problems: list[Problem] = []
    try:
        async with asyncio.timeout(SECONDS):
            for number, example in enumerate(skill.examples, 1):
                found = await _twice(sandbox, skill, example, number, clock)
                passed.append(found is None)
                if found is not None:
                    problems.append(found)
                    if found.key == "example.time_limit":
                        break  # the others would take as long
    except TimeoutError:
        late = skill.examples[len(passed)].line
        problems.append(Problem(key="examples.too_slow", line=late))
    passed += [False] * (len(skill.examples) - len(passed))
    return passed, problems


async def _twice(
    sandbox: Interpreter, skill: SkillFile, example: Example, number: int, clock: datetime
) -> Problem | None:
    args = {"number": str(number)}
    for _ in range(2):
        reader = InWorld(world=world(example.given, clock=clock))
        try:
            answer = await run(sandbox, skill, example.input, reader)
        except RunFailed as error:
            why = failure(error)
            line = why.line + skill.code_line - 1 if why.line else example.line
            key = "example.time_limit" if _is_time(error) else "example.failed"
            return Problem(key=key, line=line, args=args | {"why": why.key} | dict(why.args))
        if found := _differs(answer, example):
            said = answer.output if found == "example.output" else _plain(answer.effects)
            shown = json.dumps(said, ensure_ascii=False)[:200]
            return Problem(key=found, line=example.line, args=args | {"said": shown})
    return None


def _is_time(error: RunFailed) -> bool:
    return isinstance(error, LimitCrossed) and error.limit in ("time", "host")


def _differs(answer: Answer, example: Example) -> str | None:
    if not same(answer.output, example.output, within=WITHIN):
        return "example.output"
    return None if _same_effects(answer.effects, example.effects) else "example.effects"


def _same_effects(left: Sequence[Effect], stated: Sequence[Effect]) -> bool:
    return same(_plain(left), _plain(stated), within=WITHIN)


def _plain(effects: Sequence[Effect]) -> list[Mapping[str, Any]]:
    return [effect.to_json() for effect in effects]
