"""Running evaluations: every case, one after the other, in a database that nobody lives in."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from exoskull.database.pool import Database
from exoskull.evaluation import actions, apps, cases, needs, phrasing, situation, skills
from exoskull.evaluation.counted import CountedModels
from exoskull.evaluation.model import Evaluation, Examinee, Result
from exoskull.kit.clock import Clock, VirtualClock
from exoskull.kit.ids import Ids, SeededIds
from exoskull.language.model import Language
from exoskull.llm.gateway import Models
from exoskull.onboarding.service import create_tenant
from exoskull.sandbox.lazy import LazySandbox

EVALUATIONS: Mapping[str, Evaluation] = MappingProxyType(
    {
        one.EVALUATION.name: one.EVALUATION
        for one in (situation, actions, needs, apps, skills, phrasing)
    }
)
"""Every evaluation by name."""

BUILT_IN = "built-in"
AT = datetime(2026, 3, 26, 14, 30, tzinfo=ZoneInfo("Europe/Warsaw"))
"""When all cases are set, a Thursday."""
BUDGET_CENTS = 1_000_000
"""What a person of an evaluation may cost: it ends by itself."""

MakeModels = Callable[[Database, Clock, Ids], Models]


@asynccontextmanager
async def hall(
    database: Database, models: MakeModels | None = None, *, without_landlock: bool = False
) -> AsyncIterator[Examinee]:
    """Somebody to examine over an empty `database`; `models` None: the built-in reasoner alone."""
    clock = VirtualClock(AT)
    ids = SeededIds(clock, 1)
    tenants = {}
    for language in Language:
        made = await create_tenant(
            database,
            at=AT,
            ids=ids,
            name=f"evaluation-{language.value}",
            language=language.value,
            timezone="Europe/Warsaw",
            settings={"ai_budget_cents": BUDGET_CENTS},
        )
        tenants[language] = made.tenant_id
    sandbox = LazySandbox(without_landlock=without_landlock)
    inner = models(database, clock, ids) if models else Models()
    counted = CountedModels(inner=inner)
    try:
        yield Examinee(
            database=database,
            clock=clock,
            ids=ids,
            sandbox=sandbox,
            models=counted,
            tenants=tenants,
        )
    finally:
        await sandbox.close()
        await counted.close()


async def examine(
    who: Examinee,
    evaluation: Evaluation,
    *,
    model: str = BUILT_IN,
    moved: Callable[[], None] | None = None,
) -> Result:
    """What comes of all cases of `evaluation`.

    Args:
        model: its name, to be told.
        moved: called after each case.
    """
    who.models.used.clear()
    found = []
    for case in cases.load(evaluation.name):
        found.append(await evaluation.examine(who, case))
        if moved is not None:
            moved()
    return Result(name=evaluation.name, model=model, judged=found, used=dict(who.models.used))


def chosen(name: str) -> Sequence[Evaluation]:
    """The evaluation called `name`, or all of them for `all`; raises KeyError."""
    return list(EVALUATIONS.values()) if name == "all" else [EVALUATIONS[name]]
