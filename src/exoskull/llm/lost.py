"""Calls whose program died: nobody knows what they used, so they count at their upper bound."""

from collections.abc import Sequence
from datetime import datetime

from exoskull.budgets import service as budgets
from exoskull.budgets.model import Reservation
from exoskull.database.transaction import Transaction
from exoskull.llm import store
from exoskull.llm.calls import CallState


async def sweep(tx: Transaction, *, at: datetime) -> Sequence[Reservation]:
    """Count what was never settled, and end its calls; returns the reservations."""
    swept = await budgets.sweep_stale(tx, at=at)
    for one in swept:
        await store.end_lost(
            tx,
            one.id,
            state=CallState.BROKEN,
            tokens=one.upper_tokens,
            micros=one.upper_micros,
            at=at,
        )
    return swept
