"""From a suggestion to a skill: written, checked, tried on the person's own rows, and put to work
or to a question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.grants import service as grants
from exoskull.grants.decide import decide
from exoskull.grants.model import Action, Effect
from exoskull.sandbox.pool import Interpreter
from exoskull.skills import lifecycle, records, store
from exoskull.skills.calling import call
from exoskull.skills.catalogue import CATALOGUE
from exoskull.skills.check import Checked, Workbench, check
from exoskull.skills.form import read_skill
from exoskull.skills.generate import SlotMissing, Written, base_name, slots_of, write
from exoskull.skills.lifecycle import content_of
from exoskull.skills.model import SkillFile
from exoskull.skills.notice import Means
from exoskull.skills.owned import (
    STANDING,
    Caller,
    Origin,
    Result,
    RiskWord,
    Skill,
    SkillKind,
    SkillState,
    Source,
    Suggestion,
    SuggestionStatus,
    Version,
)
from exoskull.skills.particulars import particulars
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be written for a suggestion; `result` where nothing is, and why (`detail`).
    `by`: the model, the prompt and the number of tries, where a model wrote it."""

    suggestion: Suggestion
    written: Written | None = None
    slots: Mapping[str, Any] | None = None
    result: Result | None = None
    detail: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """A plan whose file was checked in the sandbox, outside of any transaction."""

    plan: Plan
    checked: Checked | None


async def plan(tx: Transaction, suggestion: Suggestion, *, at: datetime) -> Plan:
    """What would do what is suggested. Reads only."""
    tenant = await current(tx)
    standing = await store.in_states(tx, STANDING)
    if any(one.answers == suggestion.key for one in standing):
        return Plan(suggestion=suggestion, result=Result.EXISTS)
    template = CATALOGUE.get(suggestion.template or "")
    if template is None:
        return Plan(suggestion=suggestion, result=Result.NEEDS_MODEL)
    known = await particulars(tx, tenant, template, suggestion.slots, at=at)
    try:
        slots = slots_of(template, known)
    except SlotMissing as error:
        return Plan(suggestion=suggestion, result=Result.LACKING, detail=error.slot)
    name = free_name(base_name(template.name, slots), {one.name for one in standing})
    written = write(template.name, slots, tenant.language.value, name=name)
    return Plan(suggestion=suggestion, written=written, slots=slots)


def free_name(base: str, taken: set[str]) -> str:
    """`base`, or with a number behind it where a skill is called so."""
    if base not in taken:
        return base
    return next(name for n in range(2, 1000) if (name := f"{base[:60]}-{n}") not in taken)


async def prove(sandbox: Workbench, planned: Plan, *, at: datetime) -> Proved:
    """Check what was planned, examples and all. Raises SandboxUnavailable."""
    if planned.written is None:
        return Proved(plan=planned, checked=None)
    read = read_skill(planned.written.file.encode())
    return Proved(plan=planned, checked=await check(sandbox, read, clock=at))


async def settle(
    tx: Transaction, proved: Proved, sandbox: Interpreter, *, at: datetime, means: Means
) -> Result:
    """Make the skill, try it on the person's rows, and put it to work or to a question. The
    suggestion is processed, with the result, whatever that is."""
    suggestion, checked = proved.plan.suggestion, proved.checked
    kept = await store.suggestion(tx, suggestion.id)
    if kept is None or kept.status is not SuggestionStatus.PENDING:
        return kept.result or Result.EXISTS if kept else Result.EXISTS
    if proved.plan.result is not None:
        return await _processed(tx, kept, proved.plan.result, at, detail=proved.plan.detail)
    assert checked is not None
    assert proved.plan.written is not None
    if not checked.ok or checked.warnings or checked.skill is None:
        wrong = [one.key for one in (*checked.problems, *checked.warnings)]
        return await _processed(tx, kept, Result.INVALID, at, detail=", ".join(wrong)[:200])
    tenant = await current(tx)
    skill, version = _new(kept, proved.plan, checked.skill, tenant, at=at, means=means)
    skill = await store.add(tx, skill)
    version = await store.add_version(tx, version)
    passed = len(checked.examples)
    more = {"written_by": proved.plan.by} if proved.plan.by else {}
    await publish(tx, records.event(skill, version, "generated", at, examples=passed, **more))
    failed = await smoke(tx, sandbox, skill, version, checked.skill, tenant, at=at, means=means)
    if failed is not None:
        await lifecycle.reject(tx, skill, version, because=failed, at=at, by="loop")
        return await _processed(tx, kept, Result.INVALID, at, skill=skill, detail=failed)
    result = await decide_on(tx, tenant, skill, version, at=at, means=means)
    return await _processed(tx, kept, result, at, skill=skill, detail=proved.plan.by)


def _new(
    suggestion: Suggestion,
    planned: Plan,
    file: SkillFile,
    tenant: Tenant,
    *,
    at: datetime,
    means: Means,
) -> tuple[Skill, Version]:
    assert planned.written is not None
    slots = planned.slots or {}
    template = CATALOGUE.get(suggestion.template or "")
    skill = Skill(
        id=means.ids.new(),
        name=file.name,
        kind=SkillKind.CODE,
        state=SkillState.AWAITING,
        version=1,
        source=Source.GENERATED,
        template=template.name if template else None,
        answers=suggestion.key,
        metrics=tuple(str(slots[one]) for one in ("metric", "other") if one in slots),
        risk=RiskWord.of(file.risk),
        daily_at=template.daily_at.strftime("%H:%M") if template and template.daily_at else None,
        next_run_at=None,
        suggestion_id=suggestion.id,
        created_at=at,
        activated_at=None,
        used_at=None,
        ended_at=None,
        ended_because=None,
        trace=suggestion.trace,
    )
    return skill, content_of(skill, file, planned.written.file, 1, Origin.GENERATED, at=at)


async def smoke(
    tx: Transaction,
    sandbox: Interpreter,
    skill: Skill,
    version: Version,
    file: SkillFile,
    tenant: Tenant,
    *,
    at: datetime,
    means: Means,
) -> str | None:
    """Run the skill once on the person's own rows, its effects let go; why it failed, a key."""
    value = {} if not file.parameters.get("required") else dict(file.examples[0].input)
    called = await call(
        tx,
        sandbox,
        skill,
        version,
        value,
        tenant=tenant,
        caller=Caller.SMOKE,
        at=at,
        means=means,
        trace=skill.trace,
    )
    return called.error


async def decide_on(
    tx: Transaction, tenant: Tenant, skill: Skill, version: Version, *, at: datetime, means: Means
) -> Result:
    """Put a proved skill to work where it can do no harm and no rule says otherwise; else ask."""
    rules = await grants.rules(tx, at=at, ids=means.ids)
    usage = await grants.usage(tx, tenant.local_date(at))
    scope = (skill.template or "imported").replace("-", "_")
    rule = decide(Action(verb="activate_skill", scope=scope), rules, usage, at)
    if rule.grant is not None and rule.effect is Effect.DENY:
        await lifecycle.reject(tx, skill, version, because="grant", at=at, by="grant")
        return Result.REFUSED
    asks = rule.grant is not None and not rule.is_allowed
    if version.risk is RiskWord.LOW and skill.kind is SkillKind.CODE and not asks:
        await lifecycle.activate(tx, skill, version, at=at, by="loop")
        return Result.ACTIVATED
    await lifecycle.ask(tx, tenant, skill, version, at=at, means=means)
    return Result.ASKED


_NOT_MADE = (Result.NEEDS_MODEL, Result.LACKING, Result.INVALID)


async def _processed(
    tx: Transaction,
    suggestion: Suggestion,
    result: Result,
    at: datetime,
    *,
    skill: Skill | None = None,
    detail: str | None = None,
) -> Result:
    done = replace(
        suggestion,
        status=SuggestionStatus.PROCESSED,
        result=result,
        detail=detail,
        skill_id=skill.id if skill else None,
        processed_at=at,
    )
    await store.save_suggestion(tx, done)
    if result in _NOT_MADE and skill is None:
        more = {"lacking": detail} if result is Result.LACKING else {}
        await publish(tx, records.not_made(done, at, why=f"skill_{result.value}", **more))
    return result


def sure(suggestions: Sequence[Suggestion], least: float) -> list[Suggestion]:
    """Those that are made by themselves."""
    return [one for one in suggestions if one.confidence > least]
