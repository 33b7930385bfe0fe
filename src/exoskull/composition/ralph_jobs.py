"""What other features tell the Ralph loop, and the weekly look for goals that nothing serves."""

from collections.abc import Sequence
from datetime import datetime

from exoskull.apps import service as apps
from exoskull.composition.assembling import Installation
from exoskull.database.transaction import Transaction
from exoskull.optimization import gap_service
from exoskull.optimization import jobs as optimization
from exoskull.optimization import service as improving
from exoskull.optimization.jobs import Ralph
from exoskull.optimization.model import Observation, Problem
from exoskull.scheduling.claims import hold
from exoskull.scheduling.model import Ended, Run
from exoskull.skills import service as skills
from exoskull.skills import suggestions


async def failing_skills(tx: Transaction, at: datetime) -> Sequence[Observation]:
    """What the Ralph loop notices of skills: those that fail."""
    return [
        Observation(
            problem=Problem.FAILING_SKILL,
            subject=one.skill.name,
            severity=min(1.0, one.errors / one.runs),
            facts={"skill": one.skill.name, "errors": one.errors, "runs": one.runs},
            evidence=one.evidence,
        )
        for one in await skills.trouble(tx)
    ]


async def kept_by_apps(tx: Transaction) -> frozenset[str]:
    """The metrics that the person's apps keep."""
    return frozenset(link.metric for app in await apps.active(tx) for link in app.spec.metrics)


RALPH = Ralph(observers=(failing_skills,), served=(kept_by_apps,))
"""What other features notice for the Ralph loop, and the metrics that they keep."""


async def detect_gaps(here: Installation, run: Run) -> Ended:
    """gap-detection: goals that nothing serves."""
    at = here.clock.now()
    ended = await optimization.detect_gaps(here.database, here.ids, run, at=at, ralph=RALPH)
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        for gap in await gap_service.open_gaps(tx):
            await suggestions.from_goal(
                tx,
                goal_id=gap.goal_id,
                metric=str(gap.facts["metric"]),
                found_at=gap.found_at,
                at=at,
                ids=here.ids,
                trace=gap.trace,
            )
        for one in await improving.noticed(tx, at=at, observers=RALPH.observers):
            if one.problem is Problem.NOISY_METRIC:
                metric = str(one.facts["metric"])
                await suggestions.from_noise(tx, metric=metric, evidence=(), at=at, ids=here.ids)
    return ended
