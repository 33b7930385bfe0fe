"""Conducting: whose turn it is, what is worth doing, and doing it once."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from exoskull.budgets import service as budgets
from exoskull.budgets.model import Caps, Refusal
from exoskull.conductor import store
from exoskull.conductor.choose import choose_work
from exoskull.conductor.findings import service as findings
from exoskull.conductor.model import (
    ATTEMPTS,
    LEASE,
    Candidate,
    Done,
    Piece,
    Served,
    TenantState,
    WorkItem,
    WorkRun,
    Workshop,
    WorkState,
)
from exoskull.database.transaction import Transaction
from exoskull.kit.errors import Conflict, ExoSkullError
from exoskull.kit.ids import SYSTEM, TenantId, TraceId
from exoskull.tenants import service as tenants

PIECES_MOST = 256
"""Pieces in one pass; the rest wait for the next."""

REST = timedelta(days=1)
"""How long a tenant for whom nothing is worth doing is not looked at again."""

REST_BROKE = timedelta(hours=6)
"""The same where only the budget is missing."""


class TakenUp(Conflict):
    """Somebody else took the piece up; this one must not go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What a pass did."""

    done: int = 0
    failed: int = 0
    taken_up: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            done=self.done + other.done,
            failed=self.failed + other.failed,
            taken_up=self.taken_up + other.taken_up,
        )

    @property
    def pieces(self) -> int:
        return self.done + self.failed


async def conduct(
    shop: Workshop,
    work: Sequence[WorkItem],
    *,
    most: int,
    caps: Caps = budgets.NO_CAPS,
    pieces_most: int = PIECES_MOST,
) -> Tally:
    """Take up what was abandoned, then do what is worth doing, until nothing is or it is enough.

    Any number of programs may conduct at once: together they have at most `most` pieces in hand.
    """
    items = {item.name: item for item in work}
    tally = await _take_up_abandoned(shop, items)
    while tally.pieces < pieces_most:
        chosen = await _choose(shop, work, most=min(most, pieces_most - tally.pieces), caps=caps)
        if not chosen:
            break
        ended = await asyncio.gather(*(_do(shop, items[one.run.item], one) for one in chosen))
        tally = sum(ended, tally)
    return tally


@asynccontextmanager
async def writing(shop: Workshop, piece: Piece) -> AsyncIterator[Transaction]:
    """A transaction of the piece's tenant, in which the piece is still this worker's.

    Raises:
        TakenUp: `work.taken_up`.
    """
    async with shop.database.transaction(piece.tenant.tenant_id) as tx:
        if not await store.owns(tx, piece.run):
            raise TakenUp("work.taken_up", item=piece.run.item)
        yield tx


async def load_state(tx: Transaction, work: Sequence[WorkItem], at: datetime) -> TenantState:
    """What the worth of work is judged by, for the tenant of `tx`."""
    tenant = await tenants.current(tx)
    gauge = await budgets.gauge(tx, today=tenant.local_date(at))
    extra = {item.name: await item.look(tx, at) for item in work if item.look is not None}
    return TenantState(
        tenant=tenant,
        at=at,
        days=await store.metric_days(tx),
        news=await store.news(tx),
        runs=await store.newest(tx),
        facts=await findings.count_current(tx),
        budget_left_micros=gauge.left_micros,
        extra=extra,
    )


async def runs(tx: Transaction, *, limit: int = 50) -> list[WorkRun]:
    """What was done for the tenant in the background, newest first."""
    return await store.runs(tx, limit=limit)


def candidates(state: TenantState, work: Sequence[WorkItem]) -> list[Candidate]:
    """The pieces that are worth something to the tenant and are not cooling down."""
    return [
        Candidate(
            tenant_id=state.tenant.tenant_id,
            item=item.name,
            worth=item.worth(state),
            cost_micros=item.cost.micros,
        )
        for item in work
        if cool_at(state, item) <= state.at and item.worth(state) > 0
    ]


def cool_at(state: TenantState, item: WorkItem) -> datetime:
    """From when on the tenant may have another piece of `item`."""
    run = state.runs.get(item.name)
    return state.at if run is None else run.started_at + item.cooldown


def rests_until(state: TenantState, work: Sequence[WorkItem]) -> tuple[datetime, bool]:
    """When to look at a tenant again that can have nothing now, and whether its news are done
    with: not while something worth doing only cools down or waits for budget."""
    waiting = [cool_at(state, item) for item in work if item.worth(state) > 0]
    if not waiting:
        return state.at + REST, True
    soonest = min(waiting)
    return (soonest if soonest > state.at else state.at + REST_BROKE), False


async def _choose(
    shop: Workshop, work: Sequence[WorkItem], *, most: int, caps: Caps
) -> list[Piece]:
    """The pieces begun now, each a row; those without a turn wait."""
    at = shop.clock.now()
    async with shop.database.system() as tx:
        free = most - len(await store.in_hand(tx))
        waiting = await store.waiting(tx, at, 1000) if free > 0 else []
    states: dict[TenantId, TenantState] = {}
    offered: list[Candidate] = []
    for one in waiting:  # in the order of their turns, so whoever comes later has none before
        if len(states) >= free:
            break
        async with shop.database.transaction(one.tenant_id) as tx:
            state = await load_state(tx, work, at)
            found = candidates(state, work)
            if not any(
                c.cost_micros <= state.budget_left_micros or not c.cost_micros for c in found
            ):
                until, is_done = rests_until(state, work)
                await store.rest(tx, seen=state.news if is_done else 0, until=until)
                continue
        states[one.tenant_id] = state
        offered += found
    if not offered:
        return []
    served = {one.tenant_id: Served(pieces=one.served, last_at=one.last_at) for one in waiting}
    budget = {tenant_id: state.budget_left_micros for tenant_id, state in states.items()}
    async with shop.database.system() as tx:
        await store.lock_choosing(tx)
        running = {one.tenant_id for one in await store.in_hand(tx)}
        chosen = choose_work(offered, running, served, budget, most=most)
        begun = [await _begin(tx, shop, work, one, states[one.tenant_id], caps) for one in chosen]
    return [piece for piece in begun if piece is not None]


async def _begin(
    tx: Transaction,
    shop: Workshop,
    work: Sequence[WorkItem],
    chosen: Candidate,
    state: TenantState,
    caps: Caps,
) -> Piece | None:
    """The piece, begun, its cost reserved; None where the budget or a faster one forbids it."""
    assert tx.tenant_id == SYSTEM
    item = next(one for one in work if one.name == chosen.item)
    at = state.at
    run = WorkRun(
        id=shop.ids.new(),
        item=item.name,
        state=WorkState.RUNNING,
        attempt=1,
        worth=chosen.worth,
        started_at=at,
        lease_until=at + LEASE,
        finished_at=None,
        result={},
        reason=None,
        reservation_id=None,
        cost_micros=0,
        trace=TraceId(shop.ids.new()),
    )
    async with store.on_behalf_of(tx, state.tenant.tenant_id) as theirs:
        if not item.cost.is_nothing:
            held = await budgets.reserve(
                theirs,
                feature=item.name,
                upper=item.cost,
                at=at,
                today=state.tenant.local_date(at),
                ids=shop.ids,
                caps=caps,
                trace=run.trace,
            )
            if isinstance(held, Refusal):
                await store.rest(theirs, seen=0, until=at + REST_BROKE)
                return None
            run = replace(run, reservation_id=held.id)
        if not await store.begin(theirs, run, after=state.runs.get(item.name)):
            if run.reservation_id is not None:
                await budgets.release(theirs, run.reservation_id, at=at)
            return None
    return Piece(tenant=state.tenant, run=run, state=state, at=at)


async def _do(shop: Workshop, item: WorkItem, piece: Piece) -> Tally:
    try:
        done = await item.do(shop, piece)
    except TakenUp:
        return Tally()
    except Exception as error:  # noqa: BLE001 - one piece's trouble stops no other; its row says it
        reason = error.key if isinstance(error, ExoSkullError) else type(error).__name__
        await _end(shop, piece, Done(result=_kept(piece, {})), reason=reason)
        return Tally(failed=1)
    await _end(shop, piece, replace(done, result=_kept(piece, done.result)), reason=None)
    return Tally(done=1)


def _kept(piece: Piece, result: Mapping[str, object]) -> dict[str, object]:
    """`result`, with what earlier runs of the item had looked at."""
    before = piece.state.looked(piece.run.item)
    now = result.get("looked", {})
    assert isinstance(now, dict)
    return {**result, "looked": {**before, **now}} if before or now else dict(result)


async def _end(shop: Workshop, piece: Piece, done: Done, *, reason: str | None) -> None:
    """The end of a piece and the account of its cost, in one transaction.

    A piece that failed may have called its model all the same: nobody knows, so its reservation is
    left to count at its upper bound.
    """
    at = shop.clock.now()
    state = WorkState.DONE if reason is None else WorkState.FAILED
    async with shop.database.transaction(piece.tenant.tenant_id) as tx:
        ended = await store.end(
            tx,
            piece.run,
            state=state.value,
            result=done.result,
            reason=reason,
            cost_micros=done.cost.micros,
            at=at,
        )
        if ended and reason is None and piece.run.reservation_id is not None:
            await budgets.settle(tx, piece.run.reservation_id, done.cost, at=at)


async def _take_up_abandoned(shop: Workshop, items: Mapping[str, WorkItem]) -> Tally:
    """Do again what a worker that died left in hand, or fail it after the last attempt."""
    at = shop.clock.now()
    async with shop.database.system() as tx:
        abandoned = [one for one in await store.in_hand(tx) if one.lease_until <= at]
    tally = Tally()
    for one in abandoned:
        async with shop.database.transaction(one.tenant_id) as tx:
            run = await store.take_up(tx, one.id, at=at, lease_until=at + LEASE)
            if run is None:
                continue
            state = await load_state(tx, list(items.values()), at)
        item = items.get(run.item)
        before = {name: old for name, old in state.runs.items() if old.id != run.id}
        piece = Piece(tenant=state.tenant, run=run, state=replace(state, runs=before), at=at)
        if item is None or run.attempt > ATTEMPTS:
            reason = "attempts_exhausted" if item else "unknown_item"
            await _end(shop, piece, Done(result={}), reason=reason)
            tally += Tally(failed=1, taken_up=1)
        else:
            tally += await _do(shop, item, piece) + Tally(taken_up=1)
    return tally
