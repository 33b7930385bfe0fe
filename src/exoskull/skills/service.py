"""Skills of a tenant: read, called, brought in as files, changed and rolled back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.interventions import approvals
from exoskull.interventions.approvals import Approval
from exoskull.kit.errors import Conflict, InvalidInput, NotFound
from exoskull.kit.ids import TraceId
from exoskull.sandbox.limits import SandboxUnavailable
from exoskull.sandbox.pool import Interpreter
from exoskull.skills import calling, lifecycle, store
from exoskull.skills.calling import Called, can_be_called
from exoskull.skills.notice import Means
from exoskull.skills.owned import (
    CANARY_RUNS,
    STANDING,
    Caller,
    RiskWord,
    Skill,
    SkillRun,
    SkillState,
    Suggestion,
    Version,
)
from exoskull.tenants.service import current

FACTS_MAX = 3
"""Skills that one cycle asks."""


async def everything(tx: Transaction) -> list[Skill]:
    """All skills, those at work and those that wait first, else the newest first."""
    found = await store.in_states(tx, tuple(SkillState))
    order = {SkillState.AWAITING: 0, SkillState.ACTIVE: 1}
    newest = found[::-1]
    return sorted(newest, key=lambda one: order.get(one.state, 2))


async def standing(tx: Transaction) -> list[Skill]:
    """The skills at work and those that wait for a yes, the newest first."""
    return (await store.in_states(tx, (SkillState.AWAITING, SkillState.ACTIVE)))[::-1]


async def get(tx: Transaction, skill_id: UUID, *, lock: bool = False) -> Skill:
    """The skill; raises NotFound (`skill.not_found`)."""
    found = await store.get(tx, skill_id, lock=lock)
    if found is None:
        raise NotFound("skill.not_found")
    return found


async def named(tx: Transaction, name: str) -> Skill:
    """The skill that `name` means: its name or its id, the standing one first; raises NotFound,
    naming those there are."""
    found = await everything(tx)
    meant = [one for one in found if name in (one.name, str(one.id))]
    standing = [one for one in meant if one.state in STANDING]
    if meant:
        return (standing or meant)[0]
    known = ", ".join(sorted({one.name for one in found})) or "-"
    raise NotFound("skill.unknown", field="skill", name=name[:64], known=known)


async def in_force(tx: Transaction, skill: Skill) -> Version:
    """The version that the skill goes by."""
    return await lifecycle.in_force(tx, skill)


async def versions(tx: Transaction, skill: Skill) -> list[Version]:
    """The newest first."""
    return await store.versions(tx, skill.id)


async def runs(
    tx: Transaction, skill: Skill, *, limit: int = 20, before: UUID | None = None
) -> list[SkillRun]:
    """The newest first; `before` pages back."""
    return await store.runs(tx, skill.id, limit=limit, before=before)


async def suggestions(
    tx: Transaction, *, limit: int = 50, before: UUID | None = None
) -> list[Suggestion]:
    """The newest first; `before` pages back."""
    return await store.suggestions(tx, limit=limit, before=before)


async def question_of(tx: Transaction, skill: Skill, at: datetime) -> Approval | None:
    """The open question about a skill."""
    found = [one for one in await approvals.open_questions(tx, at) if one.subject_id == skill.id]
    return found[-1] if found else None


async def call(
    tx: Transaction,
    sandbox: Interpreter,
    skill: Skill,
    value: Mapping[str, Any],
    *,
    caller: Caller,
    at: datetime,
    means: Means,
    trace: TraceId,
) -> Called:
    """Run a skill that is at work.

    Raises:
        Conflict: `skill.not_active`.
        InvalidInput: `skill.wrong_input`.
        SandboxUnavailable: nothing ran.
    """
    if not can_be_called(skill):
        raise Conflict("skill.not_active", name=skill.name, state=skill.state.value)
    return await calling.call(
        tx,
        sandbox,
        skill,
        await in_force(tx, skill),
        value,
        tenant=await current(tx),
        caller=caller,
        at=at,
        means=means,
        trace=trace,
    )


async def answering(tx: Transaction, key: str) -> Skill | None:
    """The skill at work that answers the question of `key`."""
    return await store.answering(tx, key)


async def facts(
    tx: Transaction,
    sandbox: Interpreter,
    metrics: Collection[str],
    *,
    at: datetime,
    means: Means,
    trace: TraceId,
) -> list[dict[str, str]]:
    """What the person's harmless skills say of `metrics` now, at most three of them: read-only, and
    nothing leaves. None of it where the sandbox cannot be had."""
    found = []
    for skill in await store.in_states(tx, (SkillState.ACTIVE,)):
        if len(found) >= FACTS_MAX:
            break
        if skill.risk is not RiskWord.LOW or not set(skill.metrics) & set(metrics):
            continue
        try:
            called = await call(
                tx, sandbox, skill, {}, caller=Caller.LOOP, at=at, means=means, trace=trace
            )
        except (InvalidInput, SandboxUnavailable, Conflict):
            continue  # it needs to be told something, or cannot run here
        if called.text:
            said = {"skill": skill.name, "run": str(called.run.id), "text": called.text}
            found.append(said)
    return found


async def approve(
    tx: Transaction,
    skill: Skill,
    *,
    yes: bool,
    by: str,
    at: datetime,
    question: UUID | None = None,
) -> Skill:
    """Answer the open question about a skill, by the hand that is shown exactly it.

    Args:
        question: the one that the person saw; a newer one is not answered by it.

    Raises:
        NotFound: `approval.not_open`.
        Conflict: `approval.changed`.
    """
    asked = await question_of(tx, skill, at)
    if asked is None:
        raise NotFound("approval.not_open")
    if question is not None and question != asked.id:
        raise Conflict("approval.changed")
    return await lifecycle.answer(tx, asked, yes=yes, by=by, at=at)


async def ask_again(tx: Transaction, skill: Skill, *, at: datetime, means: Means) -> Skill:
    """Ask anew about a skill that waits, or that was rejected or switched off.

    Raises:
        Conflict: `skill.not_waiting`.
    """
    ended = skill.state in (SkillState.REJECTED, SkillState.REVOKED)
    if ended and any(one.name == skill.name for one in await store.in_states(tx, STANDING)):
        raise Conflict("skill.name_taken", name=skill.name)
    if not ended and skill.state is not SkillState.AWAITING:
        raise Conflict("skill.not_waiting", name=skill.name)
    version = await in_force(tx, skill)
    return await lifecycle.ask(tx, await current(tx), skill, version, at=at, means=means)


async def revoke(tx: Transaction, skill: Skill, *, at: datetime, by: str) -> Skill:
    """Switch a skill off, by the person's hand.

    Raises:
        Conflict: `skill.ended_already`.
    """
    if skill.state not in STANDING:
        raise Conflict("skill.ended_already", name=skill.name)
    return await lifecycle.revoke(tx, skill, because="by_person", at=at, by=by, means=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A skill at work that fails: so many errors in so many runs."""

    skill: Skill
    errors: int
    runs: int
    evidence: tuple[str, ...]


async def trouble(tx: Transaction, *, least: int = 3) -> list[Trouble]:
    """Skills at work of whose newest runs at least `least`, and a fifth, failed."""
    found = []
    for skill in await store.in_states(tx, (SkillState.ACTIVE,)):
        lately = await store.runs(tx, skill.id, limit=CANARY_RUNS, number=skill.version)
        failed = [one for one in lately if one.error is not None]
        if len(failed) >= least and len(failed) * 5 >= len(lately):
            shown = tuple(str(one.id) for one in reversed(failed))
            found.append(Trouble(skill=skill, errors=len(failed), runs=len(lately), evidence=shown))
    return found
