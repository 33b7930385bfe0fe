"""Who wants looking at, and triage, which asks nothing else."""

from datetime import timedelta

import pytest

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import SYSTEM, TenantId
from exoskull.scheduling import service
from exoskull.scheduling.accounts import quiet_slots
from exoskull.scheduling.dispatch import Dispatcher
from exoskull.scheduling.model import Reason, State
from exoskull.scheduling.triage import offset

HOUR = timedelta(hours=1)


async def rows(installation, tenant_id: TenantId) -> dict:
    async with installation.database.transaction(tenant_id) as tx:
        found = await tx.dicts("select reason, due_at from attention order by reason")
        return {row["reason"]: row["due_at"] for row in found}


async def move(installation, tenant_id: TenantId, reason: str, due_at) -> None:
    async with installation.database.transaction(tenant_id) as tx:
        await service.move_attention(tx, reason, due_at)


async def clear(installation, tenant_id: TenantId, upto) -> None:
    async with installation.database.transaction(tenant_id) as tx:
        await service.clear_attention(tx, upto)


async def due(installation, at) -> list[TenantId]:
    async with installation.database.system() as tx:
        return await service.due_attention(tx, at, 100)


async def test_of_two_moments_the_earlier_wins(installation):
    anna, at = await installation.person(), installation.clock.now()
    for moment in (at + 2 * HOUR, at + HOUR, at + 3 * HOUR):
        await move(installation, anna, "goal", moment)
    assert await rows(installation, anna) == {"goal": at + HOUR}


async def test_the_later_moment_is_kept_until_the_earlier_was_looked_at(installation):
    anna, at = await installation.person(), installation.clock.now()
    await move(installation, anna, "goal", at)
    await move(installation, anna, "goal", at + HOUR)
    await clear(installation, anna, at)
    assert await rows(installation, anna) == {"goal": at + HOUR}
    await clear(installation, anna, at + HOUR)
    assert await rows(installation, anna) == {}


async def test_what_comes_in_while_a_cycle_runs_is_looked_at_by_the_next(installation):
    anna, read_at = await installation.person(), installation.clock.now()
    await move(installation, anna, "message", read_at - HOUR)
    await move(installation, anna, "message", read_at + timedelta(seconds=1))
    await clear(installation, anna, read_at)
    assert await due(installation, read_at + timedelta(seconds=1)) == [anna]


async def test_triage_finds_each_due_tenant_once_the_longest_waiting_first(installation):
    people = [await installation.person(name) for name in ("anna", "ben", "cyd")]
    at = installation.clock.now()
    for number, tenant_id in enumerate(people):
        await move(installation, tenant_id, "message", at - number * HOUR)
        await move(installation, tenant_id, "goal", at)
    await move(installation, await installation.person("dan"), "goal", at + HOUR)
    assert await due(installation, at) == people[::-1]


async def test_a_tenant_whose_last_run_is_open_gets_no_second(installation):
    anna = await installation.person()
    since = installation.clock.now()
    await installation.attend(anna)
    installation.clock.advance(since + timedelta(minutes=5))
    await installation.dispatcher.tick(installation.clock.now())
    installation.clock.advance(since + timedelta(minutes=20))
    await installation.dispatcher.tick(installation.clock.now())
    [run] = await installation.runs(anna, "loop-15")
    assert run.state is State.DUE
    second = (await installation.runs(SYSTEM, "loop-15"))[1]
    assert second.detail == {"tenants": 1, "due": 0, "busy": 1, "quiet": 0}
    await installation.drain()
    assert await due(installation, installation.clock.now()) == []
    until = installation.clock.now() + timedelta(minutes=1)
    slots = await quiet_slots(
        installation.database, anna, timezone="Europe/Warsaw", since=since, until=until
    )
    reasons = [slot.reason for slot in slots if slot.job == "loop-15"]
    assert reasons == [Reason.STILL_RUNNING]


async def test_a_failing_source_fails_its_slot_and_no_other(installation):
    anna = await installation.person()
    await installation.attend(anna)

    async def broken(tx: Transaction, at, limit: int) -> list[TenantId]:
        await tx.execute("select 1 / 0")
        return []

    installation.dispatcher.sources["outcome-sweep"] = broken
    await installation.pass_time(installation.clock.now() + timedelta(minutes=30))
    sweeps = await installation.runs(SYSTEM, "outcome-sweep")
    assert {(run.state, run.reason) for run in sweeps} == {(State.FAILED, "DivisionByZero")}
    assert [run.state for run in await installation.runs(anna, "loop-15")] == [State.RAN]


async def test_spread_runs_begin_at_a_moment_of_their_own_the_same_in_every_slot(installation):
    people = [await installation.person(f"p{number}") for number in range(5)]
    for tenant_id in people:
        await installation.attend(tenant_id)
    spread = timedelta(seconds=300)
    dispatcher = Dispatcher(
        database=installation.database,
        queue=installation.queue,
        ids=installation.ids,
        sources=installation.dispatcher.sources,
        catalogue=installation.catalogue,
        spread=spread,
    )
    installation.dispatcher = dispatcher
    slot = installation.clock.now() + timedelta(minutes=5)
    await installation.pass_time(slot + spread)
    for tenant_id in people:
        [run] = await installation.runs(tenant_id, "loop-15")
        assert run.due_at == run.finished_at == slot + offset(tenant_id, spread)
        assert run.slot_at == slot
    offsets = {offset(tenant_id, spread) for tenant_id in people}
    assert len(offsets) > 1


async def test_a_triage_job_without_a_source_is_refused(installation):
    with pytest.raises(ValueError, match="outcome-sweep"):
        Dispatcher(
            database=installation.database,
            queue=installation.queue,
            ids=installation.ids,
            sources={"loop-15": service.due_attention},
        )
