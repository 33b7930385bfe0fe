"""How far a person is in the first steps: kept, so that a closed browser loses nothing."""

from datetime import datetime

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import Ids, TraceId
from exoskull.onboarding import store
from exoskull.onboarding.greeting import greet
from exoskull.onboarding.service import finish
from exoskull.onboarding.steps import Step
from exoskull.tenants.model import Tenant

FIRST = Step.GOAL
"""Where somebody begins whose space is there already."""


async def step_of(tx: Transaction) -> Step:
    """The step that the person is to see next."""
    return await store.step(tx) or FIRST


async def move(tx: Transaction, step: Step, *, at: datetime) -> None:
    """Go to `step`, ahead or back."""
    await store.save_step(tx, step, at)


async def complete(tx: Transaction, *, at: datetime, ids: Ids, trace: TraceId) -> Tenant:
    """End the first steps, and greet; done twice, it is done once."""
    tenant = await finish(tx, at=at, trace=trace)
    await store.drop_step(tx)
    await greet(tx, tenant, at=at, ids=ids)
    return tenant
