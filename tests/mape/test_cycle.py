"""One run of the loop, on the real database: once a slot, whole or not at all."""

from datetime import timedelta
from typing import Any

import pytest
from acceptance.life import Life

from exoskull.feed.model import Event
from exoskull.interventions.model import State
from exoskull.ledger import learn
from exoskull.ledger import store as ledger_store
from exoskull.mape import cycle as cycle_module
from exoskull.scheduling import store as scheduling_store
from exoskull.scheduling.service import due_attention, move_attention


async def behind(life: Life, *, goals: int = 1) -> None:
    """Goals of the week that were set ten days ago, one run each since."""
    for n, sport in enumerate(["run", "swim", "walk", "cycle"][:goals]):
        await life.say(f"I want to {sport} 7 times a week")
        assert len(await life.goals()) == n + 1
    life.world.clock.advance(life.now + timedelta(days=3))
    for goal in await life.goals():
        await life.measure(goal.metric, 1.0, life.now - timedelta(days=2))


async def rows(life: Life) -> dict[str, int]:
    async with life.tx() as tx:
        return {
            table: await tx.value(
                f"select count(*) from {table} where tenant_id = %(t)s", t=tx.tenant_id
            )
            for table in ("cycles", "symptoms", "decisions", "interventions", "events")
        }


async def test_a_slot_is_done_once_however_often_it_is_run(anna: Life) -> None:
    await behind(anna)
    assert await anna.cycle("slot 1") is not None
    once = await rows(anna)
    assert once["decisions"] == 1
    assert await anna.cycle("slot 1") is None
    assert await rows(anna) == once
    assert await anna.cycle("slot 2") is not None
    assert (await rows(anna))["decisions"] == 1


async def test_a_crash_in_the_middle_leaves_nothing_and_the_slot_can_be_done_again(
    anna: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    await behind(anna)
    before = await rows(anna)
    with monkeypatch.context() as patch:

        async def crash(*_: Any, **__: Any) -> None:
            raise ConnectionResetError("pulled the plug")

        patch.setattr(cycle_module, "_look_again", crash)
        with pytest.raises(ConnectionResetError):
            await anna.cycle("slot 1")
    assert await rows(anna) == before
    assert await anna.cycle("slot 1") is not None


async def test_every_decision_is_recorded_nothing_among_them_and_redraws_to_the_bit(
    anna: Life,
) -> None:
    await behind(anna, goals=3)
    for day in range(6):
        await anna.cycle(f"day {day}")
        anna.world.clock.advance(anna.now + timedelta(days=1))
    made = await anna.events("decision.made")
    chosen = [event.data["chosen"] for event in made]
    assert None in chosen
    assert any(one is not None for one in chosen)
    planned = [one for one in await anna.interventions() if one.decision_id is not None]
    assert len(planned) == sum(one is not None for one in chosen)
    async with anna.tx() as tx:
        for row in await ledger_store.closing(tx, anna.now + timedelta(days=30)):
            again = (await learn.redraw(tx, row)).to_json()
            assert again == {key: row.ledger[key] for key in again}


async def test_the_evidence_of_a_symptom_are_rows_that_exist(anna: Life) -> None:
    await behind(anna, goals=2)
    for ago in (1, 2, 3):
        await anna.measure("sleep_hours", 5.0, anna.now - timedelta(days=ago))
    await anna.cycle()
    found = await anna.events("symptom.found")
    assert {event.data["symptom"] for event in found} >= {"goal_off_pace", "sleep_debt"}
    async with anna.tx() as tx:
        for one in {evidence for event in found for evidence in event.data["evidence"]}:
            assert await tx.value(
                """
                select exists (select 1 from measures where id = %(id)s::uuid)
                    or exists (select 1 from goals where id = %(id)s::uuid)
                """,
                id=one,
            )


async def test_the_next_cycle_reads_what_came_of_the_last(anna: Life) -> None:
    await anna.until(anna.now + timedelta(days=4, hours=14))
    await behind(anna)
    for _ in range(14):
        await anna.wait(days=1)
        made = await anna.events("decision.made")
        if any(event.data["read"]["outcomes"] for event in made):
            break
    recorded = {event.data["id"] for event in await anna.events("outcome.recorded")}
    read = {one for event in made for one in event.data["read"]["outcomes"]}
    assert read
    assert read <= recorded


async def test_who_has_nothing_new_is_looked_at_once_a_day(anna: Life) -> None:
    await anna.wait(hours=1)
    await anna.wait(days=2)
    looked = [event.at for event in await anna.events("cycle.completed")]
    assert len(looked) == 3  # at the start, and before each morning
    assert {at.astimezone(anna.now.tzinfo).strftime("%H:%M") for at in looked[1:]} == {"06:00"}


async def test_what_comes_in_between_the_look_and_its_clearing_is_not_lost(anna: Life) -> None:
    await anna.wait(hours=1)
    seen = anna.now
    anna.world.clock.advance(seen + timedelta(seconds=3))
    async with anna.tx() as tx:
        await move_attention(tx, "message", anna.now)
    async with anna.tx() as tx:
        await scheduling_store.clear_attention(tx, seen)
    async with anna.database.system() as tx:
        assert await due_attention(tx, anna.now, 10) == [anna.tenant_id]


async def test_a_goal_reached_is_completed(anna: Life) -> None:
    await anna.say("I want to lose weight from 72 to 68 kg by the end of May")
    await anna.say("weight 67.9 kg")
    await anna.cycle()
    assert await anna.goals() == []
    assert len(await anna.events("goal.completed")) == 1


async def test_what_is_denied_is_never_drawn(anna: Life) -> None:
    await behind(anna)
    for verb in ("send_sms", "send_notification", "send_email"):
        await anna.grant(f"{verb}:goal", "deny")
    plan = await anna.cycle()
    assert plan is not None
    assert plan.decided == []
    assert set(plan.left.values()) == {"denied_by_rule"}
    assert await anna.interventions(State.PLANNED) == []


async def test_a_cycle_says_what_it_found_and_left(anna: Life) -> None:
    await behind(anna)
    await anna.cycle("the slot")
    event: Event = (await anna.events("cycle.completed"))[-1]
    assert event.data["slot"] == "the slot"
    assert (len(event.data["symptoms"]), event.data["decided"]) == (1, 1)
