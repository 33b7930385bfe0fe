"""What waits is looked at a little at a time, however much of it there is."""

from datetime import timedelta
from uuid import UUID

import pytest
from interventions.scene import Scene

from exoskull.channels.model import ChannelName
from exoskull.interventions.waiting import count_waiting, waiting_from


async def walked(scene: Scene, by: int) -> list[UUID]:
    """All that waits, `by` at a time."""
    found: list[UUID] = []
    async with scene.transaction() as tx:
        while rows := await waiting_from(
            tx, at=scene.at, after=found[-1] if found else None, limit=by
        ):
            assert len(rows) <= by
            found += [row.id for row in rows]
            left = await count_waiting(tx, at=scene.at, after=found[-1])
            assert left == await count_waiting(tx, at=scene.at) - len(found)
    return found


@pytest.mark.parametrize("by", [1, 2, 3, 50])
async def test_questions_stand_first_and_then_what_leaves_soonest(scene: Scene, by: int) -> None:
    await scene.grant("send_email:*", "allow")
    late = await scene.plan(send_at=scene.at + timedelta(hours=3))
    soon = await scene.plan(send_at=scene.at + timedelta(hours=1))
    same = await scene.plan(send_at=scene.at + timedelta(hours=1))
    await scene.grant("send_notification:goal", "ask")
    asked = await scene.plan(ChannelName.IN_APP, send_at=scene.at + timedelta(hours=5))
    assert await walked(scene, by) == [asked.id, *sorted((soon.id, same.id)), late.id]
    async with scene.transaction() as tx:
        first = (await waiting_from(tx, at=scene.at, limit=1))[0]
        assert first.question is not None
        assert first.question.subject_id == asked.id


async def test_somebody_elses_waits_for_nobody_here(scene: Scene) -> None:
    mine, other = await scene.plan(), await scene.neighbour("Ola")
    await other.plan()
    assert await walked(scene, 5) == [mine.id]
    async with other.transaction() as tx:
        assert await waiting_from(tx, at=scene.at, after=mine.id, limit=5) == []
