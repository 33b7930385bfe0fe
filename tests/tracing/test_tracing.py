"""One chain, the funnel of all, and the alarm where a loop is open."""

from datetime import timedelta
from uuid import UUID

import pytest
from acceptance.handmade import delivered, planned
from acceptance.life import Life, born

from exoskull.database.pool import Database
from exoskull.goals import service as goals
from exoskull.goals.model import parse_goal
from exoskull.kit.errors import NotFound
from exoskull.kit.ids import TraceId
from exoskull.tracing.chain import find_chain
from exoskull.tracing.funnel import NOTHING, funnel
from exoskull.tracing.integrity import PATIENCE, check, open_hops
from exoskull.tracing.story import tell


@pytest.fixture
async def ann(database: Database) -> Life:
    return await born(database, language="en")


async def test_a_chain_is_found_by_its_trace_and_by_any_id_in_it(ann: Life) -> None:
    sent = await delivered(ann)
    await ann.say("ok, will do", reply_to=sent)
    async with ann.tx() as tx:
        chain = await find_chain(tx, sent.trace)
        assert await find_chain(tx, sent.id) == chain
    assert {event.trace for event in chain.events} == {sent.trace}
    assert chain.hops["outcome"]
    assert chain.open_hop == "sent"  # made by hand, without the record of it


async def test_a_briefings_chain_ends_with_its_receipt_and_a_goals_own_is_not_open(
    ann: Life,
) -> None:
    ids = ann.world.installation.ids
    wanted = parse_goal(title="Run", metric="runs", target=7, period="week")
    async with ann.tx() as tx:
        await goals.create(tx, wanted, at=ann.now, ids=ids, trace=TraceId(ids.new()))
    await ann.wait(days=1)
    [briefing] = await ann.events("briefing.sent")
    [chosen] = await ann.events("strategy.chosen")
    async with ann.tx() as tx:
        sent = await find_chain(tx, briefing.trace)
        goal = await find_chain(tx, chosen.trace)
    assert (sent.hops["grant"], sent.hops["sent"], sent.open_hop) == (True, True, None)
    assert (goal.events[0].kind, goal.open_hop) == ("goal.created", None)


async def test_an_id_of_nothing_is_not_found(ann: Life) -> None:
    async with ann.tx() as tx:
        with pytest.raises(NotFound) as caught:
            await find_chain(tx, UUID(int=3))
    assert caught.value.key == "trace.not_found"


async def test_a_new_tenants_funnel_is_empty_and_nothing_is_open(ann: Life) -> None:
    await ann.wait(hours=1)
    async with ann.tx() as tx:
        assert await funnel(tx) == NOTHING
        assert await open_hops(tx, ann.now) == {}
    assert NOTHING + NOTHING == NOTHING


async def test_the_funnel_counts_the_same_decisions_hop_by_hop(ann: Life) -> None:
    ids = ann.world.installation.ids
    sent = await delivered(ann, decision_id=ids.new(), symptom="silence")
    await ann.say("ok", reply_to=sent)
    await ann.grant("send_email:summary", "deny")
    await planned(ann, decision_id=ids.new(), action="send_email:summary")
    await ann.grant("send_email:summary", "ask")
    await planned(ann, decision_id=ids.new(), action="send_email:summary")
    await delivered(ann)  # a briefing
    async with ann.tx() as tx:
        counts = await funnel(tx)
    assert (counts.permitted, counts.refused, counts.awaiting) == (1, 1, 1)
    assert (counts.sent, counts.receipted, counts.beside) == (1, 1, 1)
    assert (counts.outcome, counts.learned, counts.used) == (1, 0, 0)


async def test_in_a_life_no_hop_is_larger_than_the_one_before(ann: Life) -> None:
    ids = ann.world.installation.ids
    wanted = parse_goal(title="Run", metric="runs", target=7, period="week")
    async with ann.tx() as tx:
        await goals.create(tx, wanted, at=ann.now, ids=ids, trace=TraceId(ids.new()))
    for _ in range(6):
        await ann.wait(days=1)
        await ann.say("ran 3 km")
    async with ann.tx() as tx:
        counts = await funnel(tx)
    hops = [counts.decided, counts.permitted, counts.sent, counts.receipted, counts.outcome]
    assert hops == sorted(hops, reverse=True)
    assert counts.permitted > 0
    assert counts.beside > 0
    assert max(counts.learned, counts.used) <= counts.outcome


async def test_a_message_that_nobody_sent_is_an_alarm_after_two_hours(ann: Life) -> None:
    await ann.wait(hours=1)
    await planned(ann)
    async with ann.tx() as tx:
        assert await open_hops(tx, ann.now + PATIENCE) == {}
        late = ann.now + PATIENCE + timedelta(seconds=1)
        found = await check(tx, at=late, ids=ann.world.installation.ids)
    assert found["planned_not_sent"] == 1
    alarms = [event.data["hop"] for event in await ann.events("integrity.alarm")]
    assert "planned_not_sent" in alarms


async def test_a_tenant_without_rules_or_schedule_is_an_alarm(ann: Life) -> None:
    async with ann.tx() as tx:
        await tx.execute("delete from authorizations")
        await tx.execute("delete from grants")
        found = await open_hops(tx, ann.now)
    assert found == {"no_grants": 1}


async def test_an_event_is_told_on_one_line_by_the_persons_clock(ann: Life) -> None:
    await ann.say("drank 2 glasses of water")
    (event,) = await ann.events("measure.logged")
    told = tell(event, language="en", timezone="Asia/Kathmandu")
    assert told.startswith("2026-03-02 12:45  ")
    assert "\n" not in told
