from datetime import timedelta

import pytest
from interventions.scene import Scene

from exoskull.goals import service as goals
from exoskull.goals.model import parse_goal
from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import TraceId
from exoskull.measuring import service
from exoskull.signals import service as signals
from exoskull.signals.model import Measure, Source


async def log(scene: Scene, metric: str, value: float) -> Measure:
    async with scene.transaction() as tx:
        return await service.log(
            tx,
            scene.tenant,
            metric=metric,
            value=value,
            unit="",
            measured_at=scene.at,
            at=scene.at,
            source=Source.API,
            ids=scene.ids,
            trace=TraceId(scene.ids.new()),
        )


async def test_a_measure_has_its_metrics_unit_and_moves_the_goals_about_it(scene: Scene) -> None:
    async with scene.transaction() as tx:
        wanted = parse_goal(title="Woda", metric="water_glasses", target=8, period="day")
        goal, _ = await goals.create(
            tx, wanted, at=scene.at, ids=scene.ids, trace=TraceId(scene.ids.new())
        )
    kept = await log(scene, "water_glasses", 2)
    assert kept.unit == "glass"
    await log(scene, "water_glasses", 3)
    told = await scene.events("goal.progress")
    assert [one.data["have"] for one in told] == [2, 5]
    assert told[0].data["id"] == str(goal.id)
    assert told[0].trace == goal.trace
    await log(scene, "runs", 1)
    assert len(await scene.events("goal.progress")) == 2


@pytest.mark.parametrize(("metric", "value"), [("Sen!", 7), ("mood", float("nan"))])
async def test_what_cannot_be_accepted_is_not_kept(scene: Scene, metric: str, value: float) -> None:
    with pytest.raises(InvalidInput):
        await log(scene, metric, value)
    async with scene.transaction() as tx:
        assert await signals.latest(tx) == []
    assert await scene.events("measure.logged") == []


async def test_a_measure_taken_back_is_gone_once_and_does_not_count(scene: Scene) -> None:
    kept = await log(scene, "mood", 7)
    async with scene.transaction() as tx:
        assert await signals.undo(tx, kept.id, at=scene.at) is not None
        assert await signals.undo(tx, kept.id, at=scene.at) is None
        assert await signals.since(tx, scene.at - timedelta(days=1)) == []
    assert len(await scene.events("measure.undone")) == 1
