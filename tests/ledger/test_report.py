"""The report: the effectiveness score, and what was saved beside what sending is worth."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from interventions.scene import Scene
from ledger.drawn import draw, end, live, lover_of

from exoskull.ledger import learn, preferences
from exoskull.ledger.report import Report, report
from exoskull.outcomes import service as outcomes
from exoskull.outcomes.settle import settle_due


async def reported(scene: Scene) -> Report:
    async with scene.transaction() as tx:
        return await report(tx, at=scene.at)


async def a_day(scene: Scene, *, answers: bool, **parts: Any) -> UUID:
    """A message, answered after six hours or not at all, and its window closed."""
    sent = await scene.send(**parts)
    scene.later(hours=6)
    if answers:
        async with scene.transaction() as tx:
            await outcomes.on_reply(tx, sent, stop=False, at=scene.at, ids=scene.ids)
    scene.later(hours=18)
    async with scene.transaction() as tx:
        await outcomes.close_windows(tx, at=scene.at, ids=scene.ids)
        await settle_due(tx, at=scene.at, ids=scene.ids)
    return sent.id


async def test_the_score_is_a_mean_over_ten_or_more_and_digests_are_not_in_it(
    scene: Scene,
) -> None:
    for day in range(9):
        await a_day(scene, answers=day % 3 == 0)
        await a_day(scene, answers=False, symptom="evening_reflection")
    few = await reported(scene)
    assert (few.effectiveness, few.measured) == (None, 9)
    assert "brakuje zmierzonych wyników: 1" in few.lines("pl")[0]
    await a_day(scene, answers=True)
    enough = await reported(scene)
    assert (enough.effectiveness, enough.measured) == (pytest.approx(0.2), 10)
    assert enough.outcomes == {"user_response": 4, "ignored": 6}
    assert enough.lines("pl")[0] == "Skuteczność: 20% (zmierzone wyniki: 10)."
    assert enough.lines("en")[0] == "Effectiveness: 20% (measured outcomes: 10)."


async def test_what_was_not_measured_is_in_no_mean(scene: Scene) -> None:
    sent = await scene.send(metric="mood")
    await scene.plan(expires_at=scene.at + timedelta(minutes=1))
    scene.later(days=2)
    async with scene.transaction() as tx:
        await outcomes.close_windows(tx, at=scene.at, ids=scene.ids)
        await settle_due(tx, at=scene.at, ids=scene.ids)
    assert (await reported(scene)).measured == 1  # the one with a receipt, ignored
    assert sent.receipt is not None


async def test_messages_saved_stand_beside_the_effect(scene: Scene) -> None:
    chance = lover_of("hour", "09", else_=0.4)
    async with scene.transaction() as tx:
        for _ in range(25):
            await live(tx, scene, chance, decisions=3)
        stopped = await draw(tx, scene)
        await end(tx, stopped, None, None, at=scene.at)
    found = await reported(scene)
    assert found.worth.decisions == found.worth.sent + found.worth.saved == 75
    assert found.worth.effect is not None
    assert found.worth.effect.n == 75
    _, saved, effect, *_ = found.lines("pl")
    assert f"Wiadomości oszczędzone przez milczenie: {found.worth.saved}." in saved
    assert "przedział 95%: od" in effect
    document = found.to_json("pl")
    assert document["sending"]["saved"] == found.worth.saved
    assert document["sending"]["effect"]["low"] <= document["sending"]["effect"]["estimate"]


async def test_only_the_last_ninety_days_are_in_it(scene: Scene) -> None:
    async with scene.transaction() as tx:
        await live(tx, scene, lover_of("hour", "09"), decisions=3)
    scene.later(days=89)
    assert (await reported(scene)).worth.decisions == 3
    scene.later(days=2)
    assert (await reported(scene)).worth.decisions == 0


async def test_it_tells_what_was_learned_and_what_the_person_said(scene: Scene) -> None:
    async with scene.transaction() as tx:
        await live(tx, scene, lover_of("hour", "09"), decisions=3)
        scene.later(days=1)
        await learn.learn(tx, night=scene.tenant.local_date(scene.at), at=scene.at)
        await preferences.state_anew(tx, at=scene.at, ids=scene.ids)
        await preferences.correct(
            tx, factor="channel", level="sms", wish="prefer", at=scene.at, ids=scene.ids
        )
    document = (await reported(scene)).to_json("pl")
    assert document["corrections"] == [{"factor": "channel", "level": "sms", "wish": "prefer"}]
    assert {one["spoken"] for one in document["preferences"]} == {False}
    assert all("za mało danych" in one["text"] for one in document["preferences"])
    assert len(document["text"]) == 3  # what cannot be said is not in the sentences
