"""What is old goes, a batch at a time; what a chain needs stays."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from exoskull.database.pool import Database
from exoskull.kit.ids import SYSTEM, SeededIds, TenantId
from exoskull.onboarding.service import create_tenant
from exoskull.retention import jobs
from exoskull.retention.model import Keep
from exoskull.retention.rules import OF_A_TENANT, OF_THE_INSTALLATION
from exoskull.scheduling import service as scheduling
from exoskull.scheduling.model import State
from exoskull.simulation.world import World, make_world

NOW = datetime(2027, 6, 1, 12, 0, tzinfo=UTC)
START = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)
NEVER_TOUCHED = (
    *("decisions", "interventions", "intervention_outcomes", "approvals", "authorizations"),
    *("messages", "measures", "goals", "tasks", "grants", "preferences", "posteriors"),
)


@pytest.fixture
async def world(database: Database) -> World:
    return await make_world(database, at=START, seed=7)


async def a_person(world: World) -> TenantId:
    made = await create_tenant(
        world.installation.database,
        at=world.clock.now(),
        ids=world.installation.ids,
        name="anna",
        language="en",
        timezone="Europe/Warsaw",
    )
    return made.tenant_id


async def counts(database: Database, tenant_id: TenantId, *tables: str) -> dict[str, int]:
    async with database.transaction(tenant_id) as tx:
        return {name: await tx.value(f"select count(*) from {name}") for name in tables}


async def put_runs(world: World, tenant_id: TenantId, count: int, at: datetime) -> None:
    async with world.installation.database.transaction(tenant_id) as tx:
        await tx.execute(
            """
            insert into runs (tenant_id, id, job, slot, local, trace, due_at, state, attempt,
                              detail, finished_at)
            select %(t)s, md5(n::text || %(t)s::text)::uuid, 'loop-15', 'old-' || n, '', %(t)s,
                   %(at)s::timestamptz + n * interval '1 minute', 'ran', 1, '{}', %(at)s
              from generate_series(1, %(count)s) n
            """,
            t=tenant_id,
            count=count,
            at=at,
        )


async def test_the_clock_lets_go_of_old_runs_and_keeps_the_young(world: World):
    anna = await a_person(world)
    database = world.installation.database
    await put_runs(world, anna, 30, START - timedelta(days=100))
    await put_runs(world, SYSTEM, 30, START - timedelta(days=100))
    await world.run_until(START + timedelta(days=1))
    async with database.transaction(anna) as tx:
        found = await scheduling.runs(tx)
    assert min(run.due_at for run in found) >= START
    [tidied] = [run for run in found if run.job == "retention"]
    assert (tidied.state, tidied.detail) == (State.RAN, {"runs": 30})
    async with database.system() as tx:
        own = await scheduling.runs(tx)
    assert min(run.due_at for run in own) >= START
    [tidied] = [run for run in own if run.job == "installation-retention"]
    assert tidied.detail == {"runs": 30}


async def test_a_slot_whose_run_is_gone_does_not_run_again(world: World):
    anna = await a_person(world)
    await world.run_until(START + timedelta(days=3))
    async with world.installation.database.transaction(anna) as tx:
        await tx.execute("delete from runs where tenant_id = %(id)s", id=anna)
    await world.run_until(START + timedelta(days=4))
    async with world.installation.database.transaction(anna) as tx:
        mornings = [run for run in await scheduling.runs(tx) if run.job == "morning-briefing"]
    assert [run.slot for run in mornings] == ["2026-03-05"]


async def test_many_old_rows_go_in_batches_and_what_is_left_goes_tomorrow(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    anna = await a_person(world)
    monkeypatch.setattr(jobs, "BATCHES_MAX", 3)
    await put_runs(world, anna, 100, START - timedelta(days=100))
    run = (await _due(world, anna))[0]
    ended = await jobs._by_rules(world.installation, run, OF_A_TENANT, batch=10)
    assert ended.detail == {"runs": 30}
    left = await counts(world.installation.database, anna, "runs")
    assert left == {"runs": 71}  # and the run itself


async def test_what_a_chain_is_told_from_outlives_the_clockwork(world: World):
    anna, ids = await a_person(world), world.installation.ids
    database = world.installation.database
    old, ancient = NOW - timedelta(days=200), NOW - timedelta(days=450)
    async with database.transaction(anna) as tx:
        for at, name in ((old, "old"), (ancient, "ancient")):
            await _symptom(tx, ids, at=at, slot=f"{name}-left", decided=False)
            await _symptom(tx, ids, at=at, slot=f"{name}-decided", decided=True)
            await tx.execute(
                "insert into cycles values (%(t)s, %(id)s, %(at)s, %(slot)s)",
                t=anna,
                id=ids.new(),
                at=at,
                slot=f"{name}-quiet",
            )
            for kind in ("slot.ran", "cycle.completed", "intervention.sent", "outcome.recorded"):
                await tx.execute(
                    "insert into events (tenant_id, at, kind, trace, data)"
                    " values (%(t)s, %(at)s, %(kind)s, %(id)s, '{}')",
                    t=anna,
                    at=at,
                    kind=kind,
                    id=ids.new(),
                )
    world.clock.advance(NOW)
    before = await counts(database, anna, *NEVER_TOUCHED)
    [run] = await _due(world, anna)
    ended = await jobs.retain(world.installation, run)
    assert ended.detail == {"events": 4, "cycles": 2, "symptoms": 1}
    async with database.transaction(anna) as tx:
        slots = [
            row["slot"]
            for row in await tx.dicts(
                "select c.slot from symptoms s join cycles c on c.id = s.cycle_id order by 1"
            )
        ]
        kinds = {row["kind"] for row in await tx.dicts("select distinct kind from events")}
    assert slots == ["ancient-decided", "old-decided", "old-left"]
    assert kinds >= {"intervention.sent", "outcome.recorded"}
    assert kinds.isdisjoint({"slot.ran", "cycle.completed"})
    assert await counts(database, anna, *NEVER_TOUCHED) == before
    again = await jobs.retain(world.installation, run)
    # The cycle whose only symptom went is quiet now.
    assert again.detail == {"cycles": 1}


async def test_a_worker_that_lost_its_run_lets_go_of_nothing(world: World):
    anna = await a_person(world)
    await put_runs(world, anna, 5, START - timedelta(days=100))
    [run] = await _due(world, anna)
    async with world.installation.database.transaction(anna) as tx:
        await tx.execute("update runs set attempt = attempt + 1 where id = %(id)s", id=run.id)
    with pytest.raises(Exception, match=r"run\.taken_over"):
        await jobs.retain(world.installation, run)
    assert await counts(world.installation.database, anna, "runs") == {"runs": 6}


def test_no_rule_names_a_table_that_must_stay():
    named = {*OF_A_TENANT, *OF_THE_INSTALLATION}
    assert named.isdisjoint(NEVER_TOUCHED)
    for table, rule in (*OF_A_TENANT.items(), *OF_THE_INSTALLATION.items()):
        assert f"delete from {table} where tenant_id = %(tenant)s" in rule.sql


def test_the_operator_may_set_how_long():
    keep = Keep(runs_days=10, traces_days=365)
    runs, symptoms = OF_A_TENANT["runs"], OF_A_TENANT["symptoms"]
    assert keep.before(runs.term, NOW) == NOW - timedelta(days=10)
    assert keep.before(symptoms.term, NOW) == NOW - timedelta(days=365)


async def _due(world: World, tenant_id: TenantId) -> list[Any]:
    """A run of retention's, claimed."""
    ids, at = world.installation.ids, world.clock.now()
    async with world.installation.database.transaction(tenant_id) as tx:
        await tx.execute(
            """
            insert into runs (tenant_id, id, job, slot, local, trace, due_at, state, attempt,
                              detail, lease_until)
            values (%(t)s, %(id)s, 'retention', '2099-01-01', '', %(id)s, %(at)s, 'running', 1,
                    '{}', %(at)s)
            """,
            t=tenant_id,
            id=ids.new(),
            at=at,
        )
        found = await scheduling.runs(tx, since=at)
    return [run for run in found if run.job == "retention"]


async def _symptom(tx: Any, ids: SeededIds, *, at: datetime, slot: str, decided: bool) -> None:
    cycle, symptom, trace = ids.new(), ids.new(), ids.new()
    await tx.execute(
        "insert into cycles values (%(t)s, %(id)s, %(at)s, %(slot)s)",
        t=tx.tenant_id,
        id=cycle,
        at=at,
        slot=slot,
    )
    await tx.execute(
        """
        insert into symptoms (tenant_id, id, cycle_id, at, kind, subject, severity, facts, evidence,
                              trace)
        values (%(t)s, %(id)s, %(cycle)s, %(at)s, 'silence', '', 1, '{}', '[]', %(trace)s)
        """,
        t=tx.tenant_id,
        id=symptom,
        cycle=cycle,
        at=at,
        trace=trace,
    )
    if decided:
        await tx.execute(
            """
            insert into decisions (tenant_id, id, cycle_id, symptom_id, at, local_date, kind,
                                   subject, option, trace, ledger, final_due_at)
            values (%(t)s, %(id)s, %(cycle)s, %(symptom)s, %(at)s, '2026-01-01', 'silence', '',
                    '', %(trace)s, '{}', %(at)s)
            """,
            t=tx.tenant_id,
            id=ids.new(),
            cycle=cycle,
            symptom=symptom,
            at=at,
            trace=trace,
        )
