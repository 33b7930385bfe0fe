"""The whole loop over days: what was decided can be read, made again, and was learned honestly."""

from datetime import timedelta
from typing import Any

import pytest
from acceptance.life import Life, born

from exoskull.database.pool import Database
from exoskull.interventions.model import State
from exoskull.ledger import learn, preferences
from exoskull.ledger import store as ledger_store
from exoskull.ledger.model import Row


async def with_goals(database: Database, *, seed: int = 1) -> Life:
    life = await born(database, seed=seed)
    await life.say("chcę biegać 3 razy w tygodniu")
    await life.say("chcę medytować 5 razy w tygodniu")
    return life


async def rows(life: Life) -> list[Row]:
    async with life.tx() as tx:
        final = await ledger_store.final(tx, life.now - timedelta(days=400))
        return [*final, *await ledger_store.closing(tx, life.now + timedelta(days=400))]


async def drawn(life: Life) -> list[dict[str, Any]]:
    return [one.data for one in await life.events("decision.made")]


@pytest.mark.parametrize("seed", [1, 2])
async def test_whoever_stays_silent_is_neither_flooded_nor_given_up(
    database: Database, seed: int
) -> None:
    life = await with_goals(database, seed=seed)
    await life.wait(days=12)
    found = await rows(life)
    assert len(found) >= 10
    assert all(0.1 <= row.ledger["p_send"] <= 0.9 for row in found)
    assert any(row.at > life.now - timedelta(days=4) for row in found)
    sent = {one.decision_id: one for one in await life.interventions(State.SENT)}
    taught = 0
    for row in found:
        kept = row.ledger
        assert {
            "arms", "chosen", "p_send", "p_arm", "seed", "model_version", "context", "costs",
            "constraints", "proximal", "moved_by", "unavailable", "read",
        } <= kept.keys()  # fmt: skip
        assert len(kept["p_arm"]) == len(kept["arms"]) + 1
        if row.final_at is None:
            continue
        assert row.final_at >= row.at + timedelta(hours=24)
        receipt = sent[row.id].receipt if row.id in sent else None
        assert row.sent is (receipt is not None)
        taught += learn.observed(row) is not None
    assert taught
    async with life.tx() as tx:
        for row in found:
            again = (await learn.redraw(tx, row)).to_json()
            assert again == {name: row.ledger[name] for name in again}
        learned = await ledger_store.learned(tx)
        state = await ledger_store.posterior_state(tx)
        evidence, tally = learn.rebuild(learn.SHIPPED, learn._lessons(learned))
    assert state is not None
    assert state["evidence"] == evidence.to_json()
    assert state["tally"] == tally.to_json()
    assert len({row.ledger["model_version"] for row in found}) > 5  # it learned most nights


async def test_the_persons_word_rules_the_next_decision_until_it_is_lifted(
    database: Database,
) -> None:
    life = await with_goals(database)
    ids = life.world.installation.ids
    async with life.tx() as tx:
        said = await preferences.correct(
            tx, factor="hour", level="18", wish="avoid", at=life.now, ids=ids
        )
    await life.wait(days=4)
    bound = await drawn(life)
    assert bound
    for one in bound:
        assert "18" not in {arm["hour"] for arm in one["arms"]}
        assert {"wish": "avoid", "factor": "hour", "level": "18"} in one["constraints"]
        assert str(said.id) in {moved["id"] for moved in one["moved_by"]}
    async with life.tx() as tx:
        await preferences.lift(tx, factor="hour", level="18", at=life.now)
    await life.wait(days=4)
    free = (await drawn(life))[len(bound) :]
    assert any("18" in {arm["hour"] for arm in one["arms"]} for one in free)
    assert all(one["moved_by"] == [] for one in free)


async def test_not_to_be_written_to_is_no_draw_and_teaches_nothing(database: Database) -> None:
    life = await with_goals(database)
    async with life.tx() as tx:
        await preferences.correct(
            tx,
            factor="send",
            level="",
            wish="avoid",
            at=life.now,
            ids=life.world.installation.ids,
        )
    await life.wait(days=4)
    found = await rows(life)
    assert found
    assert {row.ledger["reason"] for row in found} == {"unavailable"}
    assert [one for one in await life.interventions() if one.decision_id] == []
    assert all(learn.observed(row) is None for row in found)
    async with life.tx() as tx:
        assert await ledger_store.posterior_state(tx) is None
