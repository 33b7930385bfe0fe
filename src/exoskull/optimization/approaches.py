"""What the strategies of goals show: a goal for which one approach after another fails."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from exoskull.database.transaction import Transaction
from exoskull.goals import service as goals
from exoskull.goals.model import Goal
from exoskull.mape.model import SymptomKind
from exoskull.optimization.model import Observation, Problem
from exoskull.strategies import service as strategies
from exoskull.strategies.model import Reason, Strategy

FAILED_TRIALS = 2
"""Of a goal's last approaches, so many failed. One is changed by the strategies themselves; where
that does not help, what is written about the goal is looked at."""

DAYS_MIN = 6
DONE_SHARE = 0.25


async def failing_approaches(tx: Transaction, at: datetime) -> list[Observation]:
    """The active goals for which the last two approaches failed, and the days with them."""
    active = await goals.active(tx)
    histories = [(goal, await strategies.history(tx, goal.id)) for goal in active]
    return list(find(histories))


def find(histories: Iterable[tuple[Goal, Sequence[Strategy]]]) -> Iterable[Observation]:
    """The same of given histories, each oldest first. Pure."""
    for goal, history in histories:
        ended = [one for one in history if one.ended_on is not None][-FAILED_TRIALS:]
        if len(ended) < FAILED_TRIALS or any(
            one.ended_because is not Reason.FAILED for one in ended
        ):
            continue
        lately = [*ended, *(one for one in history if one.ended_on is None)]
        done, failed = sum(one.days_done for one in lately), sum(one.days_failed for one in lately)
        if done + failed < DAYS_MIN or done / (done + failed) > DONE_SHARE:
            continue
        yield Observation(
            problem=Problem.FAILING_APPROACH,
            subject=str(goal.id),
            severity=min(0.9, 0.4 + failed / 30),
            facts={
                "symptom": SymptomKind.GOAL_OFF_PACE.value,
                "goal": goal.title,
                "failed": failed,
                "n": done + failed,
                "approaches": [one.approach for one in lately],
            },
            evidence=tuple(str(one.id) for one in lately),
        )
