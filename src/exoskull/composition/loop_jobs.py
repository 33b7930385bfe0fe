"""The jobs of the loop and its day: the cycle, outcomes, briefing, reflection, integrity."""

from collections.abc import Awaitable, Callable
from functools import partial

from exoskull.briefings import service as briefings
from exoskull.briefings.wording import word_actions
from exoskull.composition.assembling import Installation
from exoskull.composition.means import means_of
from exoskull.composition.ralph_jobs import RALPH
from exoskull.conversations import strangers, widening
from exoskull.grants.proposals.service import propose_wider
from exoskull.incidents import service as incidents
from exoskull.interventions import service as interventions
from exoskull.ledger import service as ledger
from exoskull.mape.cycle import run_cycle
from exoskull.optimization import jobs as optimization
from exoskull.outcomes import service as outcomes
from exoskull.outcomes.settle import settle_due
from exoskull.scheduling.claims import hold
from exoskull.scheduling.model import Ended, Run, ran, skipped
from exoskull.skills import jobs as skills_jobs
from exoskull.skills import lifecycle as skills_life
from exoskull.tenants.service import current
from exoskull.tracing import integrity


async def look(here: Installation, run: Run) -> Ended:
    """loop-15: what the Ralph loop has to try or to measure, then one MAPE-K cycle for the tenant
    of the run."""
    at = here.clock.now()
    await optimization.improve(here.database, here.loop, run, at=at, ralph=RALPH)
    await skills_jobs.run_due(here, run, means_of=means_of(here))
    if await here.models.ready(run.tenant_id):
        await strangers.read_strangers(here.database, here.models, run.tenant_id, at=at)
    plan = await run_cycle(here.loop, run.tenant_id, run.slot, here.clock.now())
    if plan is None:
        return skipped("done_before")
    return ran(symptoms=len(plan.symptoms), decided=len(plan.decided))


async def sweep_outcomes(here: Installation, run: Run) -> Ended:
    """outcome-sweep: close the windows that have ended, and make decisions final. Silence on a
    question is no."""
    at = here.clock.now()
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        await interventions.expire_questions(tx, at=at)
        await skills_life.expire_questions(tx, at=at)
        closed = await outcomes.close_windows(tx, at=at, ids=here.ids)
        settled = await settle_due(tx, at=at, ids=here.ids)
        final = await ledger.make_final(tx, at=at)
    return ran(closed=closed, settled=settled, final=final)


async def brief(here: Installation, run: Run) -> Ended:
    """morning-briefing: today's actions, and the message that names them."""
    worded = await word_actions(here.loop, run.tenant_id, at=here.clock.now())
    return await _digest(here, run, partial(briefings.plan_morning, worded=worded))


async def reflect(here: Installation, run: Run) -> Ended:
    """evening-reflection: what the day brought."""
    return await _digest(here, run, briefings.plan_evening)


async def _digest(here: Installation, run: Run, plan: Callable[..., Awaitable[str]]) -> Ended:
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        said = await plan(tx, here.loop, slot=run.slot, at=here.clock.now())
    return skipped(said) if said == "nothing_to_say" else ran(message=said)


async def check_integrity(here: Installation, run: Run) -> Ended:
    """integrity-check: alarms where a loop of the tenant's is open, looks whether something keeps
    failing, and proposes a rule where the person has said yes to the same thing again and again."""
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        found = await integrity.check(tx, at=here.clock.now(), ids=here.ids)
        await incidents.look(tx, at=here.clock.now(), ids=here.ids)
        proposed = await propose_wider(tx, at=here.clock.now(), ids=here.ids)
        for one in proposed:
            tenant, means = await current(tx), await means_of(here)(tx)
            await widening.ask(tx, tenant, one, at=here.clock.now(), means=means)
    return ran(open=found, proposed=len(proposed))
