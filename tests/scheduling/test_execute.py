"""Who executes a run, and how often: workers that die, fall silent, fail and come back."""

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from exoskull.kit.errors import Conflict, Unavailable
from exoskull.kit.ids import TenantId
from exoskull.scheduling import claims
from exoskull.scheduling.claims import TakenOver
from exoskull.scheduling.model import Ended, Reason, Run, State, ran, skipped

MORNING = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
JOB = "morning-briefing"


@pytest.fixture
async def briefing(installation) -> Run:
    """A run that is due, of a person alone."""
    anna = await installation.person()
    installation.clock.advance(MORNING)
    await installation.dispatcher.tick(MORNING)
    installation.queue.pop(MORNING)
    [run] = await installation.runs(anna, JOB)
    return run


async def now(installation, run: Run) -> Run:
    [found] = await installation.runs(run.tenant_id, JOB)
    return found


async def test_a_run_that_was_done_is_not_done_again(installation, briefing):
    for _ in range(2):
        await installation.executor.execute(briefing.tenant_id, briefing.id)
    assert len(installation.handled) == 1
    run = await now(installation, briefing)
    assert (run.state, run.attempt, run.worker, run.lease_until) == (State.RAN, 1, "inline", None)
    assert (run.started_at, run.finished_at) == (MORNING, MORNING)


async def test_a_handler_may_skip_with_its_reason(installation, briefing):
    async def nothing_to_say(_, run: Run) -> Ended:
        return skipped("nothing_to_say", goals=0)

    worker = installation.worker("w", nothing_to_say)
    assert await worker.execute(briefing.tenant_id, briefing.id) is State.SKIPPED
    run = await now(installation, briefing)
    assert (run.state, run.reason, run.detail) == (State.SKIPPED, "nothing_to_say", {"goals": 0})
    [event] = await installation.events(briefing.tenant_id)
    assert (event.kind, event.data["reason"]) == ("slot.skipped", "nothing_to_say")
    assert event.trace == briefing.trace


async def test_two_workers_at_once_and_one_does_it(installation, briefing):
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(_, run: Run) -> Ended:
        begun.set()
        await go_on.wait()
        return ran()

    first = asyncio.create_task(
        installation.worker("one", slowly).execute(briefing.tenant_id, briefing.id)
    )
    await begun.wait()
    assert await installation.executor.execute(briefing.tenant_id, briefing.id) is None
    go_on.set()
    assert await first is State.RAN
    assert installation.handled == []


async def test_a_silent_worker_is_replaced_and_changes_nothing_any_more(installation, briefing):
    begun, go_on, writes = asyncio.Event(), asyncio.Event(), []

    async def slowly(_, run: Run) -> Ended:
        begun.set()
        await go_on.wait()
        async with installation.database.transaction(run.tenant_id) as tx:
            await claims.hold(tx, run)
            writes.append(run.attempt)
        return ran()

    silent = asyncio.create_task(
        installation.worker("silent", slowly).execute(briefing.tenant_id, briefing.id)
    )
    await begun.wait()
    installation.clock.advance(MORNING + timedelta(seconds=61))
    await installation.drain()
    run = await now(installation, briefing)
    assert (run.state, run.attempt, run.worker) == (State.RAN, 2, "inline")
    go_on.set()
    assert await silent is None
    assert writes == []
    assert await now(installation, briefing) == run
    kinds = [event.kind for event in await installation.events(briefing.tenant_id)]
    assert kinds == ["slot.ran"]


async def test_a_silent_worker_that_nobody_replaced_may_end_its_run(installation, briefing):
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slowly(_, run: Run) -> Ended:
        begun.set()
        await go_on.wait()
        async with installation.database.transaction(run.tenant_id) as tx:
            await claims.hold(tx, run)
        return ran()

    silent = asyncio.create_task(
        installation.worker("silent", slowly).execute(briefing.tenant_id, briefing.id)
    )
    await begun.wait()
    await installation.dispatcher.tick(MORNING + timedelta(seconds=61))
    assert (await now(installation, briefing)).state is State.DUE
    go_on.set()
    assert await silent is State.RAN


async def test_an_effect_may_end_its_run_in_one_transaction(installation, briefing):
    async def at_once(_, run: Run) -> Ended:
        async with installation.database.transaction(run.tenant_id) as tx:
            await claims.hold(tx, run)
            assert await claims.finish(tx, run, ran(done=1), at=installation.clock.now())
        raise Unavailable("killed.after_commit")

    worker = installation.worker("w", at_once)
    await worker.execute(briefing.tenant_id, briefing.id)
    run = await now(installation, briefing)
    assert (run.state, run.detail) == (State.RAN, {"done": 1})
    assert len(await installation.events(briefing.tenant_id)) == 1


async def test_a_failing_run_is_tried_again_later_and_then_fails(installation, briefing):
    tried: list[datetime] = []

    async def fail(_, run: Run) -> Ended:
        tried.append(installation.clock.now())
        raise Unavailable("model.unreachable", reason="Anna's secret")

    installation.executor = installation.worker("w", fail)
    await installation.executor.execute(briefing.tenant_id, briefing.id)
    run = await now(installation, briefing)
    assert (run.state, run.reason, run.attempt) == (State.DUE, "model.unreachable", 1)
    await installation.pass_time(MORNING + timedelta(hours=1))
    waits = [(b - a).total_seconds() for a, b in pairwise(tried)]
    assert waits == [10, 20, 40, 80]
    run = await now(installation, briefing)
    assert (run.state, run.reason, run.attempt) == (State.FAILED, "model.unreachable", 5)
    [event] = [e for e in await installation.events(briefing.tenant_id) if e.data["job"] == JOB]
    assert event.kind == "slot.failed"
    assert "secret" not in str(event.data)


async def test_a_run_that_kills_every_worker_fails(installation, briefing):
    async def die(_, run: Run) -> Ended:
        async with installation.database.transaction(run.tenant_id) as tx:
            # What is left of a worker killed by -9: a lease that runs out.
            await tx.execute(
                "update runs set lease_until = %(at)s where id = %(id)s",
                at=installation.clock.now() + timedelta(seconds=60),
                id=run.id,
            )
        raise TakenOver("run.taken_over", run=run.id)

    installation.executor = installation.worker("w", die)
    await installation.executor.execute(briefing.tenant_id, briefing.id)
    await installation.pass_time(MORNING + timedelta(hours=1))
    run = await now(installation, briefing)
    assert (run.state, run.reason) == (State.FAILED, Reason.ATTEMPTS_EXHAUSTED)
    assert run.attempt == 5


async def test_a_cancelled_run_is_handed_back_at_once(installation, briefing):
    begun = asyncio.Event()

    async def forever(_, run: Run) -> Ended:
        begun.set()
        await asyncio.Event().wait()
        return ran()

    task = asyncio.create_task(
        installation.worker("stopping", forever).execute(briefing.tenant_id, briefing.id)
    )
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (await now(installation, briefing)).state is State.DUE
    await installation.drain()
    run = await now(installation, briefing)
    assert (run.state, run.attempt) == (State.RAN, 2)


async def test_work_the_queue_lost_is_enqueued_again(installation, briefing):
    assert installation.queue.next_at() is None
    await installation.pass_time(MORNING + timedelta(seconds=61))
    run = await now(installation, briefing)
    assert run.state is State.RAN
    assert run.finished_at == MORNING + timedelta(seconds=60)


async def test_work_for_a_run_that_is_gone_does_nothing(installation):
    nobody = TenantId(UUID(int=5))
    assert await installation.executor.execute(nobody, UUID(int=6)) is None


async def test_holding_a_run_of_another_attempt_is_refused(installation, briefing):
    await installation.executor.execute(briefing.tenant_id, briefing.id)
    async with installation.database.transaction(briefing.tenant_id) as tx:
        with pytest.raises(Conflict, match=r"run\.taken_over"):
            await claims.hold(tx, briefing)


async def test_a_catalogue_with_a_job_that_nobody_does_is_refused(installation):
    with pytest.raises(ValueError, match="morning-briefing"):
        type(installation.executor)(
            database=installation.database,
            clock=installation.clock,
            handlers={"loop-15": installation.handle},
            deps=None,
            worker="w",
        )


@pytest.mark.parametrize("hint", [JOB, "loop-15", "gone", None])
async def test_knowing_the_job_or_not_a_run_is_begun_once(installation, briefing, hint):
    execute = installation.executor.execute
    assert await execute(briefing.tenant_id, briefing.id, hint=hint) is State.RAN
    assert await execute(briefing.tenant_id, briefing.id, hint=hint) is None
    run = await now(installation, briefing)
    assert (run.state, run.attempt, run.started_at) == (State.RAN, 1, MORNING)


@pytest.mark.parametrize(("hours", "state"), [(4, State.RAN), (5, State.MISSED)])
async def test_knowing_the_job_a_worker_still_keeps_its_rule_of_being_late(
    installation, briefing, hours: int, state: State
):
    installation.clock.advance(MORNING + timedelta(hours=hours))
    await installation.executor.execute(briefing.tenant_id, briefing.id, hint=JOB)
    assert (await now(installation, briefing)).state is state


async def test_knowing_the_job_a_run_of_another_worker_is_left_to_it(installation, briefing):
    async with installation.database.transaction(briefing.tenant_id) as tx:
        claimed = await claims.claim(
            tx, briefing.id, installation.catalogue, worker="one", at=MORNING, hint=JOB
        )
        assert claimed is not None
        assert (claimed.attempt, claimed.worker) == (1, "one")
        again = await claims.claim(
            tx, briefing.id, installation.catalogue, worker="two", at=MORNING, hint=JOB
        )
    assert again is None


async def test_a_run_begun_too_often_fails_also_where_the_job_is_known(installation, briefing):
    async with installation.database.transaction(briefing.tenant_id) as tx:
        await tx.execute("update runs set attempt = 5 where id = %(id)s", id=briefing.id)
    await installation.executor.execute(briefing.tenant_id, briefing.id, hint=JOB)
    run = await now(installation, briefing)
    assert (run.state, run.reason) == (State.FAILED, Reason.ATTEMPTS_EXHAUSTED)
