"""Pulling levers, and putting them back exactly as they were."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import Ids
from exoskull.levers import store
from exoskull.levers.model import Lever, LeverName


async def current(tx: Transaction) -> list[Lever]:
    """The levers as they stand now."""
    return await store.pulled(tx)


async def pull(tx: Transaction, lever: Lever) -> Lever | None:
    """Put `lever` in force; returns the one of the same name and subject that it replaced."""
    replaced = await store.lift(tx, lever.name, lever.subject, at=lever.set_at)
    await store.insert(tx, lever)
    return replaced


async def put_back(
    tx: Transaction,
    name: LeverName,
    subject: str,
    *,
    trial_id: UUID,
    before: Lever | None,
    at: datetime,
    ids: Ids,
) -> bool:
    """Lift what `trial_id` pulled, and put `before`, which it replaced, back in its place.

    Returns:
        False where something else is pulled there by now; then nothing changes.
    """
    if await store.lift(tx, name, subject, at=at, trial_id=trial_id) is None:
        return False
    if before is not None:
        await store.insert(tx, replace(before, id=ids.new(), set_at=at))
    return True
