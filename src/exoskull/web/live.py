"""The hub: one ear on the database for the whole process, and every open stream woken by it."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

import psycopg
import structlog

from exoskull.database.pool import APP_ROLE
from exoskull.kit.ids import TenantId

CHANNEL = "exoskull_events"
"""A notification of this name tells that a tenant, its payload, has new events."""

STREAMS_MAX = 4
"""Streams of one browser: it opens six connections to a host, and pages need some of them."""

RETRY_S = 1.0

log = structlog.get_logger()


@dataclass(slots=True, kw_only=True)
class Subscription:
    """One open stream of one tenant. `ended`: it is to close, because the program stops or the
    same browser opened a newer one."""

    holder: str | None
    ended: bool = False
    displaced: bool = False
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def wake(self) -> None:
        self._news.set()

    def end(self, *, displaced: bool = False) -> None:
        self.ended = True
        self.displaced = displaced
        self._news.set()

    async def wait(self, timeout_s: float) -> None:
        """Return when there may be news, at the latest after `timeout_s`."""
        try:
            async with asyncio.timeout(timeout_s):
                await self._news.wait()
        except TimeoutError:
            return
        self._news.clear()


class Hub:
    """Wakes the streams of a tenant when something of theirs was published.

    A notification says only that there is news: streams read it themselves, and look now and then
    without one, so that a lost connection delays news but loses none.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._open: dict[UUID, list[Subscription]] = defaultdict(list)
        self._closing = asyncio.Event()
        self.is_listening = False

    @contextmanager
    def subscribe(self, tenant_id: TenantId, *, holder: str | None) -> Iterator[Subscription]:
        """A stream of `tenant_id`, until the block ends.

        Args:
            holder: whose stream it is; of more than STREAMS_MAX, the oldest is ended. None: nobody
                in particular, not counted.
        """
        subscription = Subscription(holder=holder, ended=self._closing.is_set())
        open_ones = self._open[tenant_id]
        if holder is not None:
            same = [one for one in open_ones if one.holder == holder and not one.ended]
            for oldest in same[: max(0, len(same) - STREAMS_MAX + 1)]:
                oldest.end(displaced=True)
        open_ones.append(subscription)
        try:
            yield subscription
        finally:
            open_ones.remove(subscription)
            if not open_ones:
                self._open.pop(tenant_id, None)

    def end(self, tenant_id: TenantId, holder: str) -> None:
        """End the streams of `holder`: their session is over."""
        for subscription in self._open.get(tenant_id, ()):
            if subscription.holder == holder:
                subscription.end()

    @property
    def count(self) -> int:
        """How many streams are open."""
        return sum(len(subscriptions) for subscriptions in self._open.values())

    async def run(self) -> None:
        """Listen until `close`; a lost connection is made again."""
        closing = asyncio.create_task(self._closing.wait())
        try:
            while not self._closing.is_set():
                listening = asyncio.create_task(self._listen())
                await asyncio.wait({closing, listening}, return_when=asyncio.FIRST_COMPLETED)
                self.is_listening = False
                if not listening.done():
                    listening.cancel()
                    await asyncio.wait({listening})
                elif (error := listening.exception()) is not None:
                    if not isinstance(error, psycopg.OperationalError):
                        raise error
                    log.warning("web.listening_lost", reason=str(error).strip())
                    await asyncio.wait({closing}, timeout=RETRY_S)
        finally:
            closing.cancel()

    def close(self) -> None:
        """End every stream, and the listening."""
        self._closing.set()
        for subscriptions in self._open.values():
            for subscription in subscriptions:
                subscription.end()

    async def _listen(self) -> None:
        async with await psycopg.AsyncConnection.connect(
            self._url, autocommit=True, connect_timeout=5, options=f"-c role={APP_ROLE}"
        ) as connection:
            await connection.execute(f"listen {CHANNEL}")
            self.is_listening = True
            for subscriptions in self._open.values():  # what came while nobody listened
                for subscription in subscriptions:
                    subscription.wake()
            async for notice in connection.notifies():
                self._wake(notice.payload)

    def _wake(self, payload: str) -> None:
        try:
            tenant_id = UUID(payload)
        except ValueError:
            return
        for subscription in self._open.get(tenant_id, ()):
            subscription.wake()
