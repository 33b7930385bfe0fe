"""The composition root: an installation put together out of its parts."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from exoskull.briefings import service as briefings
from exoskull.channels.adapters.adapter import Adapter
from exoskull.channels.model import ChannelName
from exoskull.conversations.service import post_notice
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.grants.proposals.service import propose_wider
from exoskull.interventions import service as interventions
from exoskull.interventions.claim import Wording
from exoskull.interventions.model import Intervention
from exoskull.interventions.outbox import Outbox
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids
from exoskull.ledger import learn as learning
from exoskull.ledger import preferences
from exoskull.ledger import service as ledger
from exoskull.mape.cycle import Loop, run_cycle, still_holds
from exoskull.outcomes import service as outcomes
from exoskull.outcomes.settle import settle_due
from exoskull.scheduling.claims import hold
from exoskull.scheduling.dispatch import DueTenants
from exoskull.scheduling.execute import Handler
from exoskull.scheduling.model import Ended, Run, ran, skipped
from exoskull.scheduling.service import due_attention
from exoskull.tenants.service import current
from exoskull.tracing import integrity


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """Everything a door needs: where rows are, what time it is, the loop and the way out."""

    database: Database
    clock: Clock
    ids: Ids
    adapters: Mapping[ChannelName, Adapter]
    loop: Loop
    outbox: Outbox


def assemble(
    database: Database,
    *,
    clock: Clock,
    ids: Ids,
    adapters: Mapping[ChannelName, Adapter],
    reveal_codes: bool = False,
) -> Installation:
    """The installation over `database`, with the channels in `adapters`.

    Args:
        reveal_codes: whether events carry approval codes; in replays only.
    """
    usable = {name: one for name, one in adapters.items() if one.provider != "null"}
    loop = Loop(
        database=database,
        ids=ids,
        reachable=frozenset({ChannelName.IN_APP, *usable}),
        reveal_codes=reveal_codes,
    )

    async def revalidate(tx: Transaction, planned: Intervention, at: datetime) -> Wording | None:
        return await still_holds(tx, planned, at, loop=loop)

    async def post_in_app(tx: Transaction, sent: Intervention, at: datetime) -> str:
        return await post_notice(tx, sent, at, ids=ids)

    outbox = Outbox(
        database=database,
        clock=clock,
        ids=ids,
        adapters=usable,
        revalidate=revalidate,
        post_in_app=post_in_app,
        reveal_codes=reveal_codes,
    )
    return Installation(
        database=database, clock=clock, ids=ids, adapters=adapters, loop=loop, outbox=outbox
    )


async def look(here: Installation, run: Run) -> Ended:
    """loop-15: one MAPE-K cycle for the tenant of the run."""
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
        closed = await outcomes.close_windows(tx, at=at, ids=here.ids)
        settled = await settle_due(tx, at=at, ids=here.ids)
        final = await ledger.make_final(tx, at=at)
    return ran(closed=closed, settled=settled, final=final)


async def brief(here: Installation, run: Run) -> Ended:
    """morning-briefing: today's actions, and the message that names them."""
    return await _digest(here, run, briefings.plan_morning)


async def reflect(here: Installation, run: Run) -> Ended:
    """evening-reflection: what the day brought."""
    return await _digest(here, run, briefings.plan_evening)


async def _digest(here: Installation, run: Run, plan: Callable[..., Awaitable[str]]) -> Ended:
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        said = await plan(tx, here.loop, slot=run.slot, at=here.clock.now())
    return skipped(said) if said == "nothing_to_say" else ran(message=said)


async def check_integrity(here: Installation, run: Run) -> Ended:
    """integrity-check: alarms where a loop of the tenant's is open, and proposes a rule where the
    person has said yes to the same thing again and again."""
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        found = await integrity.check(tx, at=here.clock.now(), ids=here.ids)
        proposed = await propose_wider(tx, at=here.clock.now(), ids=here.ids)
    return ran(open=found, proposed=len(proposed))


async def learn(here: Installation, run: Run) -> Ended:
    """learning-update: what became final since the last night, into what is believed."""
    at = here.clock.now()
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        corrected = await ledger.look_again(tx, at=at)
        night = (await current(tx)).local_date(at)
        done = await learning.learn(tx, night=night, at=at)
        news = await preferences.state_anew(tx, at=at, ids=here.ids) if done.changed else []
    if not done.changed and not corrected:
        return skipped("nothing_new")
    return ran(rows=done.rows, corrected=corrected, news=len(news))


async def learn_in_common(here: Installation, run: Run) -> Ended:
    """learning-pool: what people have in common, where there are enough of them."""
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        people = await learning.pool_everybody(tx, at=here.clock.now())
    return ran(people=people) if people else skipped("too_few_people")


HANDLERS: Mapping[str, Handler[Installation]] = {
    "loop-15": look,
    "outcome-sweep": sweep_outcomes,
    "morning-briefing": brief,
    "evening-reflection": reflect,
    "integrity-check": check_integrity,
    "learning-update": learn,
    "learning-pool": learn_in_common,
}
"""What does each job of the catalogue."""

SOURCES: Mapping[str, DueTenants] = {
    "loop-15": due_attention,
    "outcome-sweep": ledger.due_tenants,
}
"""For each triage job, the tenants that have something for it."""
