"""A sandbox that is started by the first who needs it, and costs nothing before."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from exoskull.sandbox.pool import CodeProblem, Host, Sandbox
from exoskull.sandbox.seal import Seal


class LazySandbox:
    """One sandbox for an installation; `close` it at the end.

    Args:
        without_landlock: see `launcher.confine`; an operator's decision.
        seal: None: one that is gone with this process.
    """

    def __init__(
        self, *, workers: int = 2, without_landlock: bool = False, seal: Seal | None = None
    ) -> None:
        self.seal = seal or Seal.of_this_process()
        self._workers = workers
        self._without_landlock = without_landlock
        self._opened: Sandbox | None = None
        self._lock = asyncio.Lock()

    async def run(self, code: str, value: Any, hosts: Mapping[str, Host], *, at: datetime) -> str:
        """As `Sandbox.run`."""
        return await (await self._sandbox()).run(code, value, hosts, at=at)

    async def code_problems(self, code: str, stubs: str) -> Sequence[CodeProblem]:
        """As `Sandbox.code_problems`."""
        return await (await self._sandbox()).code_problems(code, stubs)

    async def close(self) -> None:
        """End its workers; the next call starts anew."""
        async with self._lock:
            opened, self._opened = self._opened, None
            if opened is not None:
                await opened.__aexit__(None, None, None)

    async def _sandbox(self) -> Sandbox:
        async with self._lock:
            if self._opened is None:
                made = Sandbox(
                    workers=self._workers,
                    without_landlock=self._without_landlock,
                    seal=self.seal,
                )
                self._opened = await made.__aenter__()
            return self._opened
