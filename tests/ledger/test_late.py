"""What comes late puts a settled decision right, and the next night learns it as it stands."""

from datetime import timedelta
from uuid import UUID

import pytest
from interventions.scene import Scene
from ledger.drawn import draw, ledger

from exoskull.conversations.model import Via
from exoskull.conversations.turn import Incoming, receive
from exoskull.interventions.model import Intervention
from exoskull.kit.ids import TraceId
from exoskull.ledger import learn, service, store
from exoskull.ledger.acquaintance import ASKS_TO_SEND
from exoskull.outcomes import service as outcomes
from exoskull.signals import service as signals
from exoskull.signals.model import Measure, Source


async def decide(scene: Scene, *, sends: bool) -> UUID:
    """A decision about the person's mood, drawn until it comes out as wanted."""
    async with scene.transaction() as tx:
        while True:
            row = await draw(tx, scene, constraints=[ASKS_TO_SEND] if sends else [])
            if (row.ledger["chosen"] is not None) == sends:
                return row.id
            await tx.execute("delete from decisions where id = %(i)s", i=row.id)


async def measure(scene: Scene, *, ago: timedelta) -> Measure:
    async with scene.transaction() as tx:
        return await signals.log(
            tx,
            metric="mood",
            value=7,
            unit="",
            measured_at=scene.at - ago,
            at=scene.at,
            source=Source.API,
            ids=scene.ids,
            trace=TraceId(scene.ids.new()),
        )


async def sweep(scene: Scene) -> None:
    async with scene.transaction() as tx:
        await outcomes.close_windows(tx, at=scene.at, ids=scene.ids)
        await service.make_final(tx, at=scene.at)


async def night(scene: Scene) -> int:
    async with scene.transaction() as tx:
        corrected = await service.look_again(tx, at=scene.at)
        await learn.learn(tx, night=scene.tenant.local_date(scene.at), at=scene.at)
        return corrected


async def outcome_of(scene: Scene, decision: UUID) -> float | None:
    async with scene.transaction() as tx:
        return (await ledger(tx))[decision].outcome


async def evidence(scene: Scene) -> tuple[str, int]:
    async with scene.transaction() as tx:
        state = await store.posterior_state(tx)
    assert state is not None
    return state["evidence"]["shift"], state["evidence"]["rows"]


async def test_what_is_told_late_of_the_window_corrects_the_row_and_what_was_learned(
    scene: Scene,
) -> None:
    decision = await decide(scene, sends=False)
    scene.later(hours=25)
    await sweep(scene)
    assert await night(scene) == 0
    assert await outcome_of(scene, decision) == 0.0
    before = await evidence(scene)
    scene.later(days=1)
    await measure(scene, ago=timedelta(hours=45))
    assert await night(scene) == 1
    assert await outcome_of(scene, decision) == 1.0
    after = await evidence(scene)
    assert after != before
    assert after[1] == before[1] == 1  # the same row, learned anew and not twice
    (told,) = await scene.events("decision.corrected")
    assert (told.data["was"], told.data["outcome"]) == (0.0, 1.0)
    scene.later(days=1)
    assert await night(scene) == 0
    assert await evidence(scene) == after


async def test_what_was_taken_back_is_unlearned(scene: Scene) -> None:
    decision = await decide(scene, sends=False)
    scene.later(hours=5)
    slip = await measure(scene, ago=timedelta())
    scene.later(hours=20)
    await sweep(scene)
    await night(scene)
    assert await outcome_of(scene, decision) == 1.0
    async with scene.transaction() as tx:
        await signals.undo(tx, slip.id, at=scene.at)
    scene.later(days=1)
    assert await night(scene) == 1
    assert await outcome_of(scene, decision) == 0.0


async def test_a_stopped_decision_stays_without_an_outcome_whatever_comes(scene: Scene) -> None:
    decision = await decide(scene, sends=True)  # and no message of it ever left
    scene.later(hours=5)
    await measure(scene, ago=timedelta())
    scene.later(hours=24)
    await sweep(scene)
    assert await night(scene) == 0
    assert await outcome_of(scene, decision) is None


@pytest.mark.parametrize("measured", [True, False])
async def test_a_late_answer_corrects_the_reply_also_where_a_deed_came_first(
    scene: Scene, measured: bool
) -> None:
    decision = await decide(scene, sends=True)
    sent: Intervention = await scene.send(decision_id=decision, metric="mood")
    if measured:
        scene.later(hours=2)
        async with scene.transaction() as tx:
            await outcomes.on_measure(
                tx,
                await signals.log(
                    tx,
                    metric="mood",
                    value=7,
                    unit="",
                    measured_at=scene.at,
                    at=scene.at,
                    source=Source.API,
                    ids=scene.ids,
                    trace=TraceId(scene.ids.new()),
                ),
                days=[],
                zone=scene.tenant.zone,
                more_is_better=True,
                at=scene.at,
                ids=scene.ids,
            )
    scene.later(hours=25)
    await sweep(scene)
    async with scene.transaction() as tx:
        assert (await ledger(tx))[decision].reply == 0.0
        incoming = Incoming(text="dzięki, zaraz", via=Via.WEB, reply_to=sent)
        await receive(tx, incoming, at=scene.at, ids=scene.ids)
        reply = (await ledger(tx))[decision].reply
    assert reply is not None
    assert 0 < reply < 0.1


async def test_a_stranger_is_not_the_person(scene: Scene) -> None:
    decision = await decide(scene, sends=False)
    scene.later(hours=1)
    async with scene.transaction() as tx:
        stranger = Incoming(text="hej", via=Via.EMAIL, sender="eve@example.org")
        await receive(tx, stranger, at=scene.at, ids=scene.ids)
    scene.later(hours=24)
    await sweep(scene)
    assert await outcome_of(scene, decision) == 0.0


async def test_the_persons_own_mail_is_heard(scene: Scene) -> None:
    decision = await decide(scene, sends=False)
    scene.later(hours=1)
    async with scene.transaction() as tx:
        own = Incoming(text="hej", via=Via.EMAIL, sender="Anna@example.org")
        await receive(tx, own, at=scene.at, ids=scene.ids)
    scene.later(hours=24)
    await sweep(scene)
    assert await outcome_of(scene, decision) == 1.0
