"""Answers that are being given, apart from whoever reads them: a broken connection ends none."""

import asyncio
from collections.abc import AsyncIterator

from starlette.requests import HTTPConnection

from exoskull.conversations.pieces import Piece
from exoskull.kit.ids import TenantId


class Underway:
    """The answers of one process that are under way, by tenant and key."""

    def __init__(self) -> None:
        self._tasks: dict[tuple[TenantId, str], asyncio.Task[None]] = {}
        self._running: set[asyncio.Task[None]] = set()  # whoever reads them may be gone

    async def follow(
        self, tenant_id: TenantId, key: str, pieces: AsyncIterator[Piece]
    ) -> AsyncIterator[Piece]:
        """`pieces` as they come. They are made to their end also where nobody reads any more; after
        a `cancel` they just stop.

        Raises:
            What `pieces` raises.
        """
        queue: asyncio.Queue[Piece | None] = asyncio.Queue()

        async def run() -> None:
            try:
                async for piece in pieces:
                    queue.put_nowait(piece)
            finally:
                queue.put_nowait(None)

        task = asyncio.create_task(run())
        self._running.add(task)
        self._tasks.setdefault((tenant_id, key), task)
        task.add_done_callback(lambda done: self._forget((tenant_id, key), done))
        while (piece := await queue.get()) is not None:
            yield piece
        await asyncio.wait({task})
        if not task.cancelled() and (error := task.exception()) is not None:
            raise error

    def cancel(self, tenant_id: TenantId, key: str) -> bool:
        """Stop an answer; whether it was under way here. What was done before stays done."""
        task = self._tasks.get((tenant_id, key))
        return task is not None and task.cancel()

    async def settled(self) -> None:
        """Wait until no answer is under way."""
        while self._running:
            await asyncio.wait(set(self._running))

    def _forget(self, key: tuple[TenantId, str], done: asyncio.Task[None]) -> None:
        self._running.discard(done)
        if self._tasks.get(key) is done:
            del self._tasks[key]
        if not done.cancelled():
            done.exception()  # told to the reader, where there is one


def underway_of(request: HTTPConnection) -> Underway:
    """The answers under way in the process that the request came to."""
    state = request.app.state
    if not hasattr(state, "underway"):
        state.underway = Underway()
    return state.underway
