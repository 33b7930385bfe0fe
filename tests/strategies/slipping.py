"""Goals, and where they stand, for the tests of strategies."""

from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from uuid import UUID

from interventions.scene import Scene

from exoskull.goals import service as goals
from exoskull.goals.model import Goal, GoalState, parse_goal
from exoskull.goals.pace import Progress, Trajectory, assess
from exoskull.kit.ids import TraceId

MONDAY = date(2026, 3, 2)
FIELDS = {"title": "Biegać", "metric": "runs", "target": 3, "period": "week"}


def a_goal(number: int = 1, **parts: object) -> Goal:
    """A goal that is in no database."""
    new = parse_goal(**(FIELDS | parts))
    return Goal(
        **asdict(new),
        id=UUID(int=number),
        state=GoalState.ACTIVE,
        created_at=datetime(2026, 2, 2, tzinfo=UTC),
        trace=TraceId(UUID(int=number)),
    )


async def set_goal(scene: Scene, **parts: object) -> Goal:
    """A goal of Anna's."""
    async with scene.transaction() as tx:
        goal, _ = await goals.create(
            tx,
            parse_goal(**(FIELDS | parts)),
            at=scene.at,
            ids=scene.ids,
            trace=TraceId(scene.ids.new()),
        )
    return goal


def behind(goal: Goal, trajectory: Trajectory = Trajectory.OFF_TRACK) -> Progress:
    """A goal's progress with nothing measured, said to be off its pace."""
    found = assess(goal, [], datetime(2026, 3, 4, 8, tzinfo=UTC))
    return replace(found, trajectory=trajectory, missing=goal.target)
