"""The owner's counts of everybody: the same as each person's own, added up, and nothing else."""

from dataclasses import replace
from datetime import timedelta

import psycopg
from acceptance.handmade import delivered, planned
from acceptance.life import Life, born

from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.ids import TenantId, TraceId
from exoskull.onboarding.service import create_tenant
from exoskull.tracing import everyone
from exoskull.tracing.funnel import Funnel, funnel
from exoskull.tracing.integrity import PATIENCE, open_hops
from exoskull.tracing.stuck import NAMED, stuck_things


async def neighbour(ann: Life, name: str) -> Life:
    """Somebody else in the same world."""
    made = await create_tenant(
        ann.database,
        at=ann.now,
        ids=ann.world.installation.ids,
        name=name,
        language="pl",
        timezone="Europe/Warsaw",
    )
    return replace(ann, tenant_id=made.tenant_id)


async def decides_on_what_came(life: Life) -> None:
    """A decision of a moment later, which read every outcome that there is."""
    ids, at = life.world.installation.ids, life.now + timedelta(seconds=5)
    async with life.tx() as tx:
        rows = await tx.dicts("select id from intervention_outcomes")
        read = {"read": {"outcomes": [str(row["id"]) for row in rows]}}
        made, trace = ids.new(), TraceId(ids.new())
        await tx.execute(
            """
            insert into decisions (tenant_id, id, cycle_id, symptom_id, at, local_date, kind,
                                   subject, option, trace, ledger, final_due_at)
            values (%(t)s, %(id)s, %(id)s, %(id)s, %(at)s, %(at)s::date, 'silence', 'x', 'x',
                    %(trace)s, %(ledger)s, %(at)s)
            """,
            t=life.tenant_id,
            id=made,
            at=at,
            trace=trace,
            ledger=read,
        )
        data = {"id": str(made), **read}
        await publish(tx, Event(at=at, kind="decision.made", trace=trace, data=data))


async def own(life: Life) -> Funnel:
    async with life.tx() as tx:
        return await funnel(tx)


async def test_the_funnel_of_all_is_the_sum_of_everybodys_own(database: Database) -> None:
    ann = await born(database, language="en")
    ben = await neighbour(ann, "Ben")
    ids = ann.world.installation.ids
    await ann.say("I want to run 7 times a week")
    await ann.wait(days=2)
    sent = await delivered(ben, decision_id=ids.new(), symptom="silence")
    await ben.say("ok", reply_to=sent)
    await ben.grant("send_email:summary", "deny")
    await planned(ben, decision_id=ids.new(), action="send_email:summary")
    await delivered(ben)
    await decides_on_what_came(ben)
    hers, his = await own(ann), await own(ben)
    assert hers.decided > 0
    assert (his.refused, his.outcome, his.used) == (1, 1, 1)
    async with database.system() as tx:
        assert await everyone.funnel_of_all(tx) == hers + his
        both = await everyone.funnels_of(tx, [ann.tenant_id, ben.tenant_id])
        assert both == {ann.tenant_id: hers, ben.tenant_id: his}
        assert await everyone.funnels_of(tx, [ben.tenant_id]) == {ben.tenant_id: his}
        assert await everyone.funnels_of(tx, []) == {}


async def test_what_is_stuck_is_counted_of_everybody_and_named_to_its_owner(
    database: Database,
) -> None:
    ann = await born(database, language="en")
    ben = await neighbour(ann, "Ben")
    await ann.wait(hours=1)
    for number in range(NAMED + 2):
        await planned(ann, idempotency_key=f"late {number}")
    await planned(ben)
    async with ben.tx() as tx:
        await tx.execute("delete from authorizations")
        await tx.execute("delete from grants")
    late = ann.now + PATIENCE + timedelta(hours=1)
    counts = {}
    for life in (ann, ben):
        async with life.tx() as tx:
            counts[life.tenant_id] = await open_hops(tx, late)
            things = await stuck_things(tx, late)
        named = [one for one in things if one.hop == "planned_not_sent"]
        assert len(named) == min(NAMED, counts[life.tenant_id]["planned_not_sent"])
        assert all(one.text and one.trace for one in named)
    assert counts[ann.tenant_id]["planned_not_sent"] == NAMED + 2
    assert counts[ben.tenant_id]["no_grants"] == 1
    async with database.system() as tx:
        apart = await everyone.open_hops_of(tx, list(counts), late)
        whole = await everyone.open_hops_of_all(tx, late)
    assert {id: dict(hops) for id, hops in apart.items()} == counts
    added: dict[str, int] = {}
    for hops in counts.values():
        for hop, count in hops.items():
            added[hop] = added.get(hop, 0) + count
    assert whole == added


async def test_the_counts_tell_nothing_that_a_person_made(
    database: Database, database_url: str
) -> None:
    """Ids, the tenant's own name, the names of hops, and numbers: no other column."""
    with psycopg.connect(database_url) as owner:
        rows = owner.execute(
            """
            select proname, pg_get_function_result(oid), prosecdef from pg_proc
             where proname in ('system_funnels', 'system_open_hops', 'system_queues',
                               'system_people')
            """
        ).fetchall()
    assert len(rows) == 4
    allowed = {"tenant_id uuid", "hop text", "name text"}
    for name, result, is_definer in rows:
        assert is_definer, name
        columns = result.removeprefix("TABLE(").removesuffix(")").split(", ")
        odd = {one for one in columns if not one.endswith(" bigint")} - allowed
        assert not odd, (name, odd)


async def test_no_tenants_transaction_reads_anothers_rows_beside_the_functions(
    database: Database,
) -> None:
    ann = await born(database, language="en")
    ben = await neighbour(ann, "Ben")
    await delivered(ben, decision_id=ann.world.installation.ids.new())

    async def seen(tx: Transaction, whose: TenantId) -> int:
        return await tx.value(
            """
            select (select count(*) from symptoms where tenant_id = %(id)s)
                 + (select count(*) from intervention_outcomes where tenant_id = %(id)s)
                 + (select count(*) from interventions where tenant_id = %(id)s)
            """,
            id=whose,
        )

    async with ann.tx() as tx:
        assert await seen(tx, ben.tenant_id) == 0
    async with database.system() as tx:
        assert await seen(tx, ben.tenant_id) == 0
