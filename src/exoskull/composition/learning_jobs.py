"""The nightly jobs of learning: one person's beliefs, and what people have in common."""

from exoskull.composition.assembling import Installation
from exoskull.ledger import learn as learning
from exoskull.ledger import preferences
from exoskull.ledger import service as ledger
from exoskull.scheduling.claims import hold
from exoskull.scheduling.model import Ended, Run, ran, skipped
from exoskull.tenants.service import current


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
