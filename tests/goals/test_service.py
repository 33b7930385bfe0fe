from interventions.scene import Scene

from exoskull.goals import service
from exoskull.goals.model import Goal, GoalState, parse_goal
from exoskull.kit.ids import TraceId


async def set_goal(scene: Scene, **parts: object) -> tuple[Goal, Goal | None]:
    fields = {"title": "Biegać", "metric": "runs", "target": 3, "period": "week"} | parts
    async with scene.transaction() as tx:
        return await service.create(
            tx,
            parse_goal(**fields),
            at=scene.at,
            ids=scene.ids,
            trace=TraceId(scene.ids.new()),
        )


async def test_a_goal_replaces_the_one_of_the_same_metric_direction_and_period(
    scene: Scene,
) -> None:
    first, _ = await set_goal(scene)
    other, none = await set_goal(scene, period="month", target=10)
    second, replaced = await set_goal(scene, target=4)
    assert none is None
    assert replaced is not None
    assert (replaced.id, replaced.state) == (first.id, GoalState.DROPPED)
    async with scene.transaction() as tx:
        assert {goal.id for goal in await service.active(tx)} == {other.id, second.id}


async def test_a_goal_ends_once_and_the_feed_says_how(scene: Scene) -> None:
    goal, _ = await set_goal(scene)
    async with scene.transaction() as tx:
        assert await service.finish(tx, goal.id, GoalState.COMPLETED, at=scene.at)
        assert await service.finish(tx, goal.id, GoalState.DROPPED, at=scene.at) is None
    ended = await scene.events("goal.completed", "goal.dropped")
    assert [one.kind for one in ended] == ["goal.completed"]


async def test_words_that_came_from_outside_carry_no_link(scene: Scene) -> None:
    goal, _ = await set_goal(scene, title="Zobacz http://evil.example/x")
    assert goal.title == "Zobacz [link]"


async def test_taking_a_goal_back_brings_the_one_it_replaced_back(scene: Scene) -> None:
    first, _ = await set_goal(scene)
    second, _ = await set_goal(scene, target=4)
    async with scene.transaction() as tx:
        undone = await service.undo(tx, second.id, at=scene.at)
        assert undone is not None
        assert (undone[0].id, undone[1] and undone[1].id) == (second.id, first.id)
        assert [goal.id for goal in await service.active(tx)] == [first.id]
        assert await service.undo(tx, second.id, at=scene.at) is None
    assert [one.kind for one in await scene.events("goal.reinstated")] == ["goal.reinstated"]
