"""Work for any worker, handed over in the transaction of the data it is about.

The queue only carries: what is to be done, and whether it was, stands in rows. It may deliver
twice, or lose what it holds; a payload is a few ids.
"""

import heapq
import itertools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from pgqueuer.adapters.drivers.psycopg import PsycopgDriver
from pgqueuer.adapters.persistence.queries import Queries
from pydantic_core import to_json

from exoskull.database.transaction import Transaction
from exoskull.kit.clock import Clock

Payload = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Something for the consumer called `entrypoint` to do at `run_at`.

    `key`: while work with this key waits or is being done, the queue takes no more of it.
    """

    entrypoint: str
    payload: Payload
    run_at: datetime
    key: str | None = None


class Queue(Protocol):
    """Takes work."""

    async def enqueue(self, tx: Transaction, work: Sequence[Work]) -> None:
        """Hand over `work`; a worker gets it once `tx` has committed."""
        ...


class PgQueue:
    """PgQueuer, on the caller's connection and in its transaction.

    For work that is due: every worker looks through what waits for later, so that belongs in a
    row with a due time and a tick, not here.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def enqueue(self, tx: Transaction, work: Sequence[Work]) -> None:
        if not work:
            return
        now = self._clock.now()
        await Queries(PsycopgDriver(tx.connection)).enqueue(
            [item.entrypoint for item in work],
            [encode(item.payload) for item in work],
            [0] * len(work),
            [max(item.run_at - now, timedelta()) for item in work],
            [item.key for item in work],
            on_conflict="skip",
        )


class InlineQueue:
    """Keeps work in memory, for a replay to do in order of time and, at one instant, of coming.

    Work enqueued in a transaction that is rolled back stays: its consumer finds no row, and
    does nothing.
    """

    def __init__(self) -> None:
        self._waiting: list[tuple[datetime, int, Work]] = []
        self._keys: set[str] = set()
        self._count = itertools.count()

    async def enqueue(self, tx: Transaction, work: Sequence[Work]) -> None:
        for item in work:
            if item.key in self._keys:
                continue
            if item.key is not None:
                self._keys.add(item.key)
            heapq.heappush(self._waiting, (item.run_at, next(self._count), item))

    def next_at(self) -> datetime | None:
        """When the first work is due; None where none waits."""
        return self._waiting[0][0] if self._waiting else None

    def pop(self, at: datetime) -> Work | None:
        """The first work due at `at`, which then waits no more; None where none is."""
        if not self._waiting or self._waiting[0][0] > at:
            return None
        item = heapq.heappop(self._waiting)[2]
        if item.key is not None:
            self._keys.discard(item.key)
        return item


def encode(payload: Payload) -> bytes:
    """The payload as PgQueuer carries it."""
    return to_json(payload)


def decode(payload: bytes | None) -> Payload:
    """What `encode` made."""
    return json.loads(payload or b"{}")
