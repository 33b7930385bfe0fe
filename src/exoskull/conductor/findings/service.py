"""Keeping facts: telling new ones once, confirming, giving up, and the person's word on them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from exoskull.conductor.findings import store
from exoskull.conductor.findings.model import (
    FLAWS,
    Finding,
    FindingKind,
    FindingState,
    Found,
    News,
    compare,
)
from exoskull.conductor.findings.sentences import sentence
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.goals import service as goals
from exoskull.kit.errors import Conflict, NotFound
from exoskull.kit.ids import Ids, TraceId
from exoskull.measuring import service as measuring
from exoskull.signals import service as signals
from exoskull.signals.model import Source
from exoskull.strategies import service as strategies
from exoskull.tenants import service as tenants
from exoskull.tenants.model import Tenant

SHOWN = (FindingState.CURRENT, FindingState.CORRECTED)


async def learn(
    tx: Transaction,
    found: Sequence[Found],
    asked: Mapping[str, float],
    *,
    work_run_id: UUID,
    at: datetime,
    ids: Ids,
) -> News:
    """Keep what an analysis found, and tell what is news; done twice, it tells once.

    Args:
        asked: by key, the p of every question that was asked.
    """
    tenant = await tenants.current(tx)
    known = await store.lock_current(tx)
    answered = [FindingState.DISMISSED.value, FindingState.CORRECTED.value]
    news = compare(found, asked, known, await store.in_states(tx, answered))
    for one in news.retired:
        await retire(tx, one.finding, reason=one.reason, at=at)
    for old, new in news.confirmed:
        statement = new.statement | {"claim": old.claim}
        confirmed = replace(
            old,
            statement=statement,
            evidence=list(new.evidence),
            confirmed_at=at,
            work_run_id=work_run_id,
        )
        await store.save(tx, confirmed)
    for new in news.told:
        finding = Finding(
            id=ids.new(),
            kind=new.kind,
            key=new.key,
            metric=new.metric,
            other_metric=new.other_metric,
            state=FindingState.CURRENT,
            statement=new.statement | {"claim": new.claim},
            evidence=list(new.evidence),
            found_at=at,
            confirmed_at=at,
            ended_at=None,
            reason=None,
            work_run_id=work_run_id,
            trace=TraceId(ids.new()),
        )
        if await store.insert(tx, finding):
            await publish(tx, _event(finding, "finding.told", tenant, at))
    return news


async def retire(tx: Transaction, finding: Finding, *, reason: str, at: datetime) -> None:
    """Give a current fact up, and say so."""
    retired = await store.retire(tx, finding.id, reason=reason, at=at)
    if retired is not None:
        tenant = await tenants.current(tx)
        await publish(tx, _event(retired, "finding.retired", tenant, at))


async def shown(
    tx: Transaction, *, limit: int | None = None, before: UUID | None = None
) -> list[Finding]:
    """What is known now, and what was corrected, the newest first; `before` pages back."""
    states = [state.value for state in SHOWN]
    return await store.in_states(tx, states, limit=limit, before=before)


async def count_shown_before(tx: Transaction, before: UUID) -> int:
    """How many of those that are shown were found before the one called `before`."""
    return await store.count_before(tx, [state.value for state in SHOWN], before)


async def in_state(tx: Transaction, state: FindingState, *, limit: int) -> list[Finding]:
    """The facts of one state, the newest first."""
    return await store.in_states(tx, [state.value], limit=limit)


async def current(tx: Transaction) -> list[Finding]:
    """Every current fact, the newest first."""
    return await store.in_states(tx, [FindingState.CURRENT.value])


async def count_current(tx: Transaction) -> int:
    """How many facts are current."""
    return await store.count_current(tx)


async def dismiss(tx: Transaction, finding_id: UUID, *, at: datetime) -> Finding:
    """The person does not want this fact: it is not told again.

    Raises:
        NotFound: `finding.not_found`.
        Conflict: `finding.not_current`.
    """
    finding = await _held(tx, finding_id, FindingState.CURRENT)
    return await _moved(tx, finding, FindingState.DISMISSED, "finding.dismissed", at)


async def correct(
    tx: Transaction, tenant: Tenant, finding_id: UUID, *, at: datetime, ids: Ids
) -> Finding:
    """Do what a finding suggests. A wrong reading is taken back, and the suggested value logged at
    the same instant, where there is one; `undo` puts it as it was. A weak strategy is changed.

    Raises:
        NotFound: `finding.not_found`.
        Conflict: `finding.not_current`; `finding.no_correction` where it suggests none, or the
            reading is gone.
    """
    finding = await _held(tx, finding_id, FindingState.CURRENT)
    if finding.kind is FindingKind.WEAK_STRATEGY:
        return await _try_another_way(tx, tenant, finding, at=at, ids=ids)
    if finding.kind not in FLAWS:
        raise Conflict("finding.no_correction", field="state")
    undone = await signals.undo(tx, UUID(finding.statement["measure"]), at=at)
    if undone is None:
        raise Conflict("finding.no_correction", field="state")
    suggested = finding.statement["suggested"]
    logged = None
    if suggested is not None:
        kept = await measuring.log(
            tx,
            tenant,
            metric=undone.metric,
            value=suggested,
            unit=finding.statement["unit"],
            measured_at=undone.at,
            at=at,
            source=Source.API,
            ids=ids,
            trace=finding.trace,
        )
        logged = str(kept.id)
    statement = finding.statement | {"logged": logged}
    corrected = replace(finding, statement=statement)
    return await _moved(tx, corrected, FindingState.CORRECTED, "finding.corrected", at)


async def undo(
    tx: Transaction, tenant: Tenant, finding_id: UUID, *, at: datetime, ids: Ids
) -> Finding:
    """Take back what the person said of a finding. One that was dismissed is current again; of one
    that was corrected the reading is as it was, and the finding is dismissed: it was right.

    Raises:
        NotFound: `finding.not_found`.
        Conflict: `finding.nothing_to_undo`; `finding.answered` where a newer finding stands in
            its place.
    """
    finding = await store.lock(tx, finding_id)
    if finding is None:
        raise NotFound("finding.not_found", field="finding_id")
    if finding.state is FindingState.CORRECTED and finding.kind in FLAWS:
        return await _put_back(tx, tenant, finding, at=at, ids=ids)
    if finding.state is not FindingState.DISMISSED:
        raise Conflict("finding.nothing_to_undo", field="state")
    if any(one.key == finding.key for one in await store.lock_current(tx)):
        raise Conflict("finding.answered", field="state")
    return await _moved(tx, finding, FindingState.CURRENT, "finding.reinstated", at)


async def _try_another_way(
    tx: Transaction, tenant: Tenant, finding: Finding, *, at: datetime, ids: Ids
) -> Finding:
    active = {str(goal.id): goal for goal in await goals.active(tx)}
    goal = active.get(finding.statement["goal"])
    if goal is None:
        raise Conflict("finding.no_correction", field="state")
    # Where three failed days have changed it since, the other way is there already.
    if any(str(one.id) == finding.statement["strategy"] for one in await strategies.active(tx)):
        today = tenant.local_date(at)
        await strategies.ask_for_another(tx, goal, today=today, at=at, ids=ids)
    return await _moved(tx, finding, FindingState.CORRECTED, "finding.corrected", at)


async def _put_back(
    tx: Transaction, tenant: Tenant, finding: Finding, *, at: datetime, ids: Ids
) -> Finding:
    logged = finding.statement.get("logged")
    if logged is not None:
        await signals.undo(tx, UUID(logged), at=at)
    before = await store.of_measure(tx, UUID(finding.statement["measure"]))
    if before is None:
        raise Conflict("finding.nothing_to_undo", field="state")
    again = await measuring.log(
        tx,
        tenant,
        metric=before["metric"],
        value=before["value"],
        unit=before["unit"],
        measured_at=before["at"],
        at=at,
        source=Source(before["source"]),
        ids=ids,
        trace=finding.trace,
    )
    statement = finding.statement | {"measure": str(again.id), "logged": None}
    put_back = replace(finding, statement=statement, evidence=[str(again.id)])
    return await _moved(tx, put_back, FindingState.DISMISSED, "finding.dismissed", at)


async def _held(tx: Transaction, finding_id: UUID, state: FindingState) -> Finding:
    finding = await store.lock(tx, finding_id)
    if finding is None:
        raise NotFound("finding.not_found", field="finding_id")
    if finding.state is not state:
        raise Conflict("finding.not_current", field="state", state=finding.state.value)
    return finding


async def _moved(
    tx: Transaction, finding: Finding, to: FindingState, kind: str, at: datetime
) -> Finding:
    ended = None if to is FindingState.CURRENT else at
    moved = replace(finding, state=to, ended_at=ended, reason=None if ended is None else "person")
    await store.save(tx, moved)
    await publish(tx, _event(moved, kind, await tenants.current(tx), at))
    return moved


def _event(finding: Finding, kind: str, tenant: Tenant, at: datetime) -> Event:
    data = {
        "id": str(finding.id),
        "finding": finding.kind.value,
        "key": finding.key,
        "metric": finding.metric,
        "other_metric": finding.other_metric,
        "statement": sentence(finding, tenant.language.value, tenant.zone),
        "numbers": finding.statement,
        "why_ended": finding.reason,
        "evidence": finding.evidence,
    }
    return Event(at=at, kind=kind, trace=finding.trace, data=data)
