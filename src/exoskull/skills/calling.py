"""Having a skill run for its tenant: the run, what it leaves, and the log of both."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from exoskull.channels.text import untrusted
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import TraceId
from exoskull.sandbox.limits import RunFailed
from exoskull.sandbox.pool import Interpreter
from exoskull.skills import lifecycle, pausing, records, schema, store
from exoskull.skills.effects import Leaving
from exoskull.skills.form import Refused, read_skill
from exoskull.skills.hosts import TenantReader
from exoskull.skills.model import SkillFile
from exoskull.skills.notice import Means
from exoskull.skills.owned import (
    CANARY_RUNS,
    Caller,
    Skill,
    SkillKind,
    SkillRun,
    SkillState,
    Version,
    is_failing,
)
from exoskull.skills.running import Answer, failure, run
from exoskull.tenants.model import Tenant

QUIET = (Caller.LOOP, Caller.SMOKE)
"""Callers of whose runs the feed is told elsewhere, or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What a run gave. `text`: what it has to say, None where it says nothing. `error`: why it gave
    nothing, a key."""

    run: SkillRun
    text: str | None
    error: str | None


async def call(
    tx: Transaction,
    sandbox: Interpreter,
    skill: Skill,
    version: Version,
    value: Mapping[str, Any],
    *,
    tenant: Tenant,
    caller: Caller,
    at: datetime,
    means: Means,
    trace: TraceId,
) -> Called:
    """Run a skill of the tenant of `tx`; its effects go through the grants gate and the outbox,
    and only after a valid answer.

    One that fails again and again is switched off here, and the person told.

    Raises:
        InvalidInput: `skill.wrong_input`: the input does not fit its parameters; nothing ran.
        SandboxUnavailable: nothing ran.
    """
    file = parsed(version.file)
    if places := list(schema.mismatches(dict(value), file.parameters)):
        raise InvalidInput("skill.wrong_input", field=places[0][:80], name=skill.name)
    begun = time.perf_counter()
    answer, error = await _run(tx, sandbox, file, value, TenantReader(tx, tenant, at))
    done = SkillRun(
        id=means.ids.new(),
        skill_id=skill.id,
        version=version.version,
        at=at,
        caller=caller,
        input=dict(value),
        output=answer.output if answer else None,
        calls=dict(answer.calls) if answer else {},
        effects=[],
        error=error,
        took_us=round((time.perf_counter() - begun) * 1e6),
        trace=trace,
    )
    work = Leaving(skill=skill, version=version, run=done, tenant=tenant, at=at, means=means)
    if answer is not None and caller is not Caller.SMOKE:
        left, _ = await pausing.leave(tx, sandbox.seal, work, answer.effects)
        done = replace(done, effects=left)
    await store.add_run(tx, done)
    said = _said(answer.output) if answer else None
    if caller is not Caller.SMOKE:
        await _log(tx, skill, version, done, said, at=at, means=means)
    return Called(run=done, text=said, error=error)


@lru_cache(maxsize=256)
def parsed(file: str) -> SkillFile:
    """The skill in a file that was checked before it was kept."""
    read = read_skill(file.encode())
    if isinstance(read, Refused):
        raise InvalidInput("skill.invalid_file", problem=read.problems[0].key)
    return read


async def _run(
    tx: Transaction,
    sandbox: Interpreter,
    file: SkillFile,
    value: Mapping[str, Any],
    reader: TenantReader,
) -> tuple[Answer | None, str | None]:
    try:
        async with tx.connection.transaction():  # a read that ran out of time spoils no more
            return await run(sandbox, file, dict(value), reader), None
    except RunFailed as error:
        return None, failure(error).key


def _said(output: Any) -> str | None:
    said = output.get("text") if isinstance(output, dict) else None
    return untrusted(said) if isinstance(said, str) and said.strip() else None


async def _log(
    tx: Transaction,
    skill: Skill,
    version: Version,
    done: SkillRun,
    said: str | None,
    *,
    at: datetime,
    means: Means,
) -> None:
    current = await store.get(tx, skill.id, lock=True)
    if current is not None and current.state is SkillState.ACTIVE:
        current = await store.save(tx, replace(current, used_at=at))
    if done.caller not in QUIET:
        verb = "used" if done.error is None else "failed"
        more: dict[str, Any] = {"why_not": done.error} if done.error else {}
        if said:
            more["text"] = said
        await publish(
            tx,
            records.event(
                skill,
                version,
                verb,
                at,
                run=str(done.id),
                caller=done.caller.value,
                effects=[{"call": one["call"], "state": one["state"]} for one in done.effects],
                **more,
            ),
        )
    if done.error is None or current is None or current.state is not SkillState.ACTIVE:
        return
    lately = await store.runs(tx, skill.id, limit=CANARY_RUNS, number=version.version)
    if is_failing(lately):
        await lifecycle.revoke(tx, current, because="failing", at=at, by="loop", means=means)


def can_be_called(skill: Skill) -> bool:
    """Whether there is anything to run."""
    return skill.state is SkillState.ACTIVE and skill.kind is SkillKind.CODE
