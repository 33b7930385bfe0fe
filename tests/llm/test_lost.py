"""A program that dies in the middle of a call leaves nothing open for good."""

from interventions.scene import Scene
from peers.questions import question
from peers.scripted import scripted

from exoskull.budgets import service as budgets
from exoskull.llm import lost, store
from exoskull.llm.calls import CallState, Tokens
from exoskull.llm.meter import Purpose
from exoskull.llm.model import Answered, Feature

GOOD = {"mood": "tired", "evidence": ["m1"]}


async def died(scene: Scene) -> int:
    """A call is reserved, and its program dies; returns the most it could cost, in micros."""
    said = scripted(scene.database, scene.clock, scene.ids, answer=lambda _: GOOD)
    ask = question()
    purpose = Purpose(
        tenant_id=scene.id, feature=Feature.SITUATION, prompt=ask.prompt.id, trace=ask.trace
    )
    upper = Tokens(into=1000, out=100)
    return (await said.meter.reserve(said.choices[0], purpose, upper)).micros


async def states(scene: Scene) -> list[tuple[CallState, str | None, int | None]]:
    async with scene.transaction() as tx:
        return [(one.state, one.detail, one.micros) for one in await store.latest(tx, limit=9)]


async def test_a_call_whose_program_died_is_ended_at_its_most(scene: Scene) -> None:
    most = await died(scene)
    async with scene.transaction() as tx:
        assert await lost.sweep(tx, at=scene.at) == []
    assert await states(scene) == [(CallState.OPEN, None, None)]
    scene.later(minutes=16)
    async with scene.transaction() as tx:
        assert len(await lost.sweep(tx, at=scene.at)) == 1
        gauge = await budgets.gauge(tx, today=scene.tenant.local_date(scene.at))
    assert await states(scene) == [(CallState.BROKEN, "lost", most)]
    assert (gauge.today.reserved_micros, gauge.today.spent_micros) == (0, most)


async def test_the_next_call_finds_what_was_lost(scene: Scene) -> None:
    most = await died(scene)
    scene.later(minutes=16)
    said = scripted(scene.database, scene.clock, scene.ids, answer=lambda _: GOOD)
    assert isinstance(await said.ask(scene.id, question()), Answered)
    assert (CallState.BROKEN, "lost", most) in await states(scene)
