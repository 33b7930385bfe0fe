"""skill-auto-generator at 04:00, skill-lifecycle every day; and what runs by the clock."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.kit.clock import Clock
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import Ids, TenantId
from exoskull.llm.gateway import Models
from exoskull.sandbox.limits import SandboxUnavailable
from exoskull.scheduling.claims import hold
from exoskull.scheduling.model import Ended, Run, ran, skipped
from exoskull.skills import authoring, calling, lifecycle, making, store
from exoskull.skills.check import Workbench, check
from exoskull.skills.form import read_skill
from exoskull.skills.notice import Means
from exoskull.skills.owned import (
    CANARY_RUNS,
    SURE,
    UNUSED_AFTER,
    VERIFIED_WITH,
    Caller,
    Result,
    Skill,
    SkillKind,
    SkillState,
    SuggestionStatus,
    Version,
    is_failing,
)
from exoskull.tenants.service import current

A_NIGHT = 5
"""Suggestions that one night makes into skills; the rest wait."""


class Deps(Protocol):
    """What the handlers need of an installation."""

    @property
    def database(self) -> Database: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def ids(self) -> Ids: ...
    @property
    def sandbox(self) -> Workbench: ...
    @property
    def models(self) -> Models: ...


MeansOf = Callable[[Transaction], Awaitable[Means]]
"""How the person of a transaction is told of their skills."""


async def generate(here: Deps, run: Run, *, means_of: MeansOf) -> Ended:
    """Make skills of the suggestions that are sure enough; each is processed, with its result.

    The check runs outside of any transaction. A worker that dies in between leaves the suggestion
    as it was.
    """
    at = here.clock.now()
    models = await here.models.ready(run.tenant_id)
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        await store.expire_suggestions(tx, at)
        waiting = making.sure(await store.pending(tx), SURE)
        if models:
            waiting += making.sure(await authoring.open_ideas(tx, at), SURE)
        waiting = waiting[:A_NIGHT]
        plans = [await making.plan(tx, one, at=at) for one in waiting]
    if not plans:
        return skipped("nothing_suggested")
    results: dict[str, int] = {}
    for planned in plans:
        try:
            result = await _make(here, run, planned, at=at, means_of=means_of)
        except SandboxUnavailable:
            return skipped("sandbox_unavailable")  # the suggestions wait; they expire in time
        results[result.value] = results.get(result.value, 0) + 1
    return ran(**results)


async def _make(
    here: Deps, run: Run, planned: making.Plan, *, at: datetime, means_of: MeansOf
) -> Result:
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        # Anew: the one before may have taken its name, or do the same.
        planned = await making.plan(tx, planned.suggestion, at=at)
    planned = await authoring.authored(here, run.tenant_id, planned, at=at)
    was_open = planned.suggestion.result is Result.NEEDS_MODEL
    if was_open and planned.result is Result.NEEDS_MODEL:
        return Result.NEEDS_MODEL  # as it was
    proved = await making.prove(here.sandbox, planned, at=at)
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        if was_open:
            await authoring.reopen(tx, planned.suggestion)
        return await making.settle(tx, proved, here.sandbox, at=at, means=await means_of(tx))


async def make_now(
    here: Deps, tenant_id: TenantId, suggestion_id, *, means_of: MeansOf
) -> Result | None:
    """Make a skill of one suggestion at once, by the person's hand; None where it does not wait.

    Raises:
        SandboxUnavailable: it could not be checked.
    """
    at = here.clock.now()
    async with here.database.transaction(tenant_id) as tx:
        found = await store.suggestion(tx, suggestion_id)
        if found is None or found.status is not SuggestionStatus.PENDING:
            return None
        planned = await making.plan(tx, found, at=at)
    planned = await authoring.authored(here, tenant_id, planned, at=at)
    proved = await making.prove(here.sandbox, planned, at=at)
    async with here.database.transaction(tenant_id) as tx:
        return await making.settle(tx, proved, here.sandbox, at=at, means=await means_of(tx))


async def tend(here: Deps, run: Run, *, means_of: MeansOf) -> Ended:
    """Switch off what fails, put away what nobody used for 30 days, and verify again what was
    verified with another sandbox."""
    at = here.clock.now()
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        active = await store.in_states(tx, (SkillState.ACTIVE,))
        if not active:
            return skipped("no_skills")
        means = await means_of(tx)
        done = {"skills": len(active), "revoked": 0, "archived": 0, "verified": 0}
        stale: list[tuple[Skill, Version]] = []
        for skill in active:
            version = await lifecycle.in_force(tx, skill)
            lately = await store.runs(tx, skill.id, limit=CANARY_RUNS, number=skill.version)
            if is_failing(lately):
                await lifecycle.revoke(tx, skill, because="failing", at=at, by="loop", means=means)
                done["revoked"] += 1
            elif skill.used_at is not None and skill.used_at <= at - UNUSED_AFTER:
                await lifecycle.archive(tx, skill, at=at, by="loop")
                done["archived"] += 1
            elif version.verified_with != VERIFIED_WITH and skill.kind is SkillKind.CODE:
                stale.append((skill, version))
    for skill, version in stale:
        passed = await _verify(here, run, skill, version, at=at, means_of=means_of)
        done["verified" if passed else "revoked"] += 1
    return ran(**done)


async def _verify(
    here: Deps, run: Run, skill: Skill, version: Version, *, at: datetime, means_of: MeansOf
) -> bool:
    checked = await check(here.sandbox, read_skill(version.file.encode()), clock=at)
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        if checked.ok:
            await store.verified(tx, skill.id, version.version, with_=VERIFIED_WITH, at=at)
            return True
        found = await store.get(tx, skill.id, lock=True)
        if found is not None and found.state is SkillState.ACTIVE:
            await lifecycle.revoke(
                tx, found, because="not_verified", at=at, by="loop", means=await means_of(tx)
            )
        return False


async def run_due(here: Deps, run: Run, *, means_of: MeansOf) -> int:
    """Run the skills whose hour has come, each in a transaction of its own; returns how many.

    Each is moved on to its next hour first, so that it runs once for this one.
    """
    at = here.clock.now()
    async with here.database.transaction(run.tenant_id) as tx:
        due = await store.due(tx, at)
    for one in due:
        async with here.database.transaction(run.tenant_id) as tx:
            await hold(tx, run)
            skill = await store.get(tx, one.id, lock=True)
            if skill is None or skill.next_run_at is None or skill.next_run_at > at:
                continue
            tenant = await current(tx)
            skill = await store.save(
                tx, replace(skill, next_run_at=lifecycle.next_run(skill, tenant, at))
            )
            await lifecycle.schedule(tx, skill)
            try:
                await calling.call(
                    tx,
                    here.sandbox,
                    skill,
                    await lifecycle.in_force(tx, skill),
                    {},
                    tenant=tenant,
                    caller=Caller.CLOCK,
                    at=at,
                    means=await means_of(tx),
                    trace=skill.trace,
                )
            except (SandboxUnavailable, InvalidInput):
                continue  # it has its next hour; `doctor` tells of the sandbox
    return len(due)
