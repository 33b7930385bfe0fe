"""Runs code that nobody here wrote: a pool of warm workers, each behind both layers."""

import asyncio
import shlex
import sys
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

import pydantic_monty as monty
from pydantic_monty._binary import find_monty_binary

from exoskull.sandbox import launcher
from exoskull.sandbox.answer import (
    BEGIN,
    PRELUDE_FRAME,
    asked,
    asking,
    call,
    in_words,
    prelude,
)
from exoskull.sandbox.limits import (
    LIMITS,
    AnswerRefused,
    CalledTooEarly,
    CodeRaised,
    Crossed,
    LimitCrossed,
    Limits,
    RunFailed,
    SandboxUnavailable,
)
from exoskull.sandbox.room import Room
from exoskull.sandbox.seal import Seal

START_SECONDS = 5.0
CHECKOUTS_PER_WORKER = 500
GRACE = 0.2
ATTEMPTS = 4
"""To get a worker: one that died while idle is noticed only when it is wanted."""


_STOP = "exoskull_stop"


class BadArgument(Exception):
    """What a host function refuses; becomes `name` (`TypeError`, `ValueError`) inside the code."""

    def __init__(self, name: str, said: str) -> None:
        super().__init__(said)
        self.name = name


Host = Callable[[tuple[Any, ...], dict[str, Any]], Awaitable[Any]]
"""A host function: positional and named arguments in, plain data out. It raises BadArgument for
arguments that are no good, LimitCrossed to end the run."""


class Interpreter(Protocol):
    """What runs code; `seal` marks what of a run has to wait."""

    @property
    def seal(self) -> Seal: ...
    async def run(
        self, code: str, value: Any, hosts: Mapping[str, Host], *, at: datetime
    ) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeProblem:
    """What is wrong with code before it is run: a line of it, from 1, and words. Fatal: the
    interpreter cannot read it; else the type checker doubts it."""

    line: int | None
    said: str
    is_fatal: bool


class Sandbox:
    """Up to `workers` runs at once, each in a worker of its own.

    Use as a context manager. Workers are replaced after a crash, and after some hundred runs, so
    that their memory stays flat. Nothing is left when it is closed, nor when this process is
    killed.

    Args:
        without_landlock: see `launcher.confine`; an operator's decision.
        seal: None: one that is gone with this process.
    """

    def __init__(
        self,
        *,
        workers: int = 2,
        without_landlock: bool = False,
        limits: Limits = LIMITS,
        seal: Seal | None = None,
    ) -> None:
        self.seal = seal or Seal.of_this_process()
        self._limits = limits
        self._is_open = False
        self._room = Room(_script(without_landlock=without_landlock))
        self._pool = monty.AsyncMonty(
            binary_path=self._room.program,
            min_processes=1,
            max_processes=workers,
            checkout_timeout=60.0,
            request_timeout=limits.seconds + 1.0,
            max_checkouts_per_worker=CHECKOUTS_PER_WORKER,
            feed_duration_limit_grace=GRACE,
            turn_duration_limit_grace=GRACE,
        )

    async def __aenter__(self) -> Self:
        """Start the first worker; raises SandboxUnavailable where none can be."""
        try:
            async with asyncio.timeout(START_SECONDS):
                await self._pool.__aenter__()
                self._is_open = True
                async with self._checkout() as session:
                    await session.feed_run("None")
        except (monty.MontyError, OSError, TimeoutError) as error:
            await self._close()
            raise SandboxUnavailable(str(error) or type(error).__name__) from error
        except BaseException:
            await self._close()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._close()

    async def _close(self) -> None:
        self._is_open, was_open = False, self._is_open
        if was_open:
            with suppress(monty.MontyError):
                await self._pool.__aexit__(None, None, None)
        self._room.close()

    async def run(self, code: str, value: Any, hosts: Mapping[str, Host], *, at: datetime) -> str:
        """The answer of `run(value)`, JSON text.

        It waits until a worker is free; the limits of time count from then.

        Args:
            code: has been checked: it defines `run`, and no name in it begins with `_`.
            value: plain JSON.
            hosts: what the code may call, by name; nothing else is there.
            at: what its clocks show, aware.

        Raises:
            LimitCrossed, CodeRaised, CalledTooEarly, AnswerRefused: see there.
            SandboxUnavailable: no worker.
        """
        async with AsyncExitStack() as stack:
            session = await self._session(stack, at)
            try:
                async with asyncio.timeout(self._limits.whole_seconds):
                    said = await self._run(session, code, value, hosts)
            except TimeoutError as error:
                raise LimitCrossed(Crossed.TIME) from error
        if not said.startswith("="):
            raise AnswerRefused(said[1:])
        return said[1:]

    async def _run(
        self, session: monty.AsyncMontySession, code: str, value: Any, hosts: Mapping[str, Host]
    ) -> str:
        limits = self._limits
        calls, begun = 0, False
        try:
            await session.feed_run(prelude(hosts))
            step = await session.feed_start(
                code + call(limits.answer, limits.depth),
                inputs={"__exo_input": value},
                external_lookup=dict.fromkeys((BEGIN, *map(asking, hosts)), _never),
                print_callback=_drop,
            )
            while not isinstance(step, monty.MontyComplete):
                if not isinstance(step, monty.AsyncFunctionSnapshot):
                    step = await step.resume_auto()
                    continue
                name = str(step.function_name)
                host = hosts.get(asked(name) or "")
                if step.is_os_function or (host is None and name != BEGIN):
                    step = await step.resume(_not_there(name))
                elif host is None:
                    begun = True
                    step = await step.resume({"return_value": None})
                elif not begun:
                    raise CalledTooEarly
                else:
                    calls += 1
                    if calls > limits.calls:
                        raise LimitCrossed(Crossed.CALLS)
                    step = await step.resume(await self._ask(host, step))
            return str(step.output)
        except monty.MontyCrashedError as error:
            raise LimitCrossed(Crossed.TIME if error.timed_out else Crossed.MEMORY) from error
        except (monty.MontyRuntimeError, monty.MontySyntaxError) as error:
            raise _ended(error, lines=code.count("\n") + 1) from error

    async def _ask(
        self, host: Host, step: monty.AsyncFunctionSnapshot
    ) -> monty.ExternalReturnValue | monty.ExternalExceptionData:
        try:
            async with asyncio.timeout(self._limits.host_seconds):
                return {"return_value": await host(step.args, step.kwargs)}
        except TimeoutError as error:
            raise LimitCrossed(Crossed.HOST) from error
        except BadArgument as error:
            name = "TypeError" if error.name == "TypeError" else "ValueError"
            return {"exc_type": name, "message": str(error)}

    async def code_problems(self, code: str, stubs: str) -> list[CodeProblem]:
        """What the interpreter cannot read in `code`, or its type checker doubts, where the names
        in `stubs` are known. Nothing of `code` is run: the first line stops it.

        Raises:
            SandboxUnavailable: no worker.
        """
        async with AsyncExitStack() as stack:
            session = await self._session(stack, stubs=f"def {_STOP}() -> None: ...\n{stubs}")
            try:
                async with asyncio.timeout(self._limits.seconds):
                    await session.feed_start(f"{_STOP}()\n{code}")
            except monty.MontyTypingError as error:
                return _doubts(error.display())
            except (monty.MontySyntaxError, monty.MontyRuntimeError) as error:
                return [_unreadable(error, code)]
            except (monty.MontyCrashedError, TimeoutError):
                return [CodeProblem(line=None, said="too much to read", is_fatal=True)]
        return []

    async def _session(
        self, stack: AsyncExitStack, at: datetime | None = None, *, stubs: str | None = None
    ) -> monty.AsyncMontySession:
        if not self._is_open:
            raise SandboxUnavailable("it is closed")
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return await stack.enter_async_context(self._checkout(at, stubs=stubs))
            except (monty.MontyError, OSError, TimeoutError) as error:
                died = isinstance(error, monty.MontyCrashedError)
                if not died or attempt == ATTEMPTS:
                    raise SandboxUnavailable(str(error) or type(error).__name__) from error
        raise AssertionError("the last attempt returns or raises")

    def _checkout(
        self, at: datetime | None = None, *, stubs: str | None = None
    ) -> monty.AsyncMontySession:
        policy: monty.OSPolicy = {
            "sleep": "zero",
            "process_time": "zero",
            "random_start": {"seed": 0},
        }
        if at is not None:
            policy["datetime"] = at
        return self._pool.checkout(
            script_name="skill.py",
            limits={
                "max_feed_duration_secs": self._limits.seconds,
                "max_turn_duration_secs": self._limits.seconds,
                "max_memory": self._limits.memory,
                "max_recursion_depth": 500,
                "max_suspensions": 10 * self._limits.calls,
                "max_total_sleep_secs": 0.0,
                "gc_interval": 10_000,
            },
            os_policy=policy,
            type_check=stubs is not None,
            type_check_stubs=stubs,
            type_check_format="concise" if stubs is not None else None,
        )


def _script(*, without_landlock: bool) -> str:
    """Of a program that starts the launcher, which becomes the interpreter."""
    words = [sys.executable, "-IS", str(Path(launcher.__file__).resolve())]
    if without_landlock:
        words.append("--without-landlock")
    words.append(find_monty_binary())
    return f'#!/bin/sh\nexec {shlex.join(words)} "$@"\n'


def _not_there(name: str) -> monty.ExternalExceptionData:
    return {"exc_type": "NameError", "message": f"name {name[:64]!r} is not defined"}


def _never(*args: Any, **kwargs: Any) -> None:
    raise AssertionError("host functions are answered by hand")


def _drop(stream: str, text: str) -> None:
    """What code prints is dropped."""


def _ended(error: monty.MontyRuntimeError | monty.MontySyntaxError, *, lines: int) -> RunFailed:
    """What `error` means, in code of so many `lines`."""
    inner = error.exception()
    name, said = type(inner).__name__, in_words(str(inner))
    if isinstance(inner, TimeoutError) and "limit exceeded" in said:
        return LimitCrossed(Crossed.TIME)
    if isinstance(inner, MemoryError):
        return LimitCrossed(Crossed.MEMORY)
    if isinstance(inner, RuntimeError) and "suspension" in said:
        return LimitCrossed(Crossed.CALLS)
    own = [frame.line for frame in error.traceback() if frame.filename != PRELUDE_FRAME]
    line = own[-1] if own and own[-1] <= lines else None
    return CodeRaised(name, said, line)


def _unreadable(error: monty.MontySyntaxError | monty.MontyRuntimeError, code: str) -> CodeProblem:
    """Of code that stands below one line of ours."""
    inner = error.exception()
    at = [frame.line - 1 for frame in error.traceback()]
    line = at[-1] if at and 1 <= at[-1] <= code.count("\n") + 1 else None
    return CodeProblem(line=line, said=f"{type(inner).__name__}: {inner}", is_fatal=True)


def _doubts(display: str) -> list[CodeProblem]:
    """Of lines such as `skill.py:3:5: error[rule] words`; the line that stops is not counted."""
    found = []
    for line in display.splitlines():
        parts = line.split(":", 3)
        if len(parts) == 4 and parts[1].isdigit():
            at = int(parts[1]) - 1
            found.append(CodeProblem(line=at, said=parts[3].strip(), is_fatal=False))
    return found
