"""Runs in the pool: what comes out, what ends them, and what is left afterwards."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exoskull.sandbox.limits import (
    AnswerRefused,
    CalledTooEarly,
    CodeRaised,
    Crossed,
    LimitCrossed,
    Limits,
    SandboxUnavailable,
)
from exoskull.sandbox.pool import BadArgument, Sandbox

AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
ONE = "def run(input):\n    return 1\n"
ECHO = "def run(input):\n    return input\n"
SPIN = "def run(input):\n    while True: pass\n"
MULTIPLY = "def run(input):\n    x = 3\n    for i in range(99): x = x * x\n    return 1\n"
"""Where the interpreter does not look up: one multiplication takes longer than all limits."""


def workers() -> list[psutil.Process]:
    """Processes of sandboxes; a peer of other tests may live as long as they do."""
    return [one for one in psutil.Process().children(recursive=True) if _is_of_a_sandbox(one)]


def _is_of_a_sandbox(process: psutil.Process) -> bool:
    try:
        command = process.cmdline()
    except psutil.Error:  # it is ending, or a zombie
        return True
    return not command or any("monty" in one or "launcher" in one for one in command)


async def nobody_left() -> bool:
    for _ in range(100):
        if not workers():
            return True
        await asyncio.to_thread(psutil.wait_procs, workers(), 0.05)
    return False


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as made:
        yield made
    assert await nobody_left()


async def run(sandbox: Sandbox, code: str, value: Any = None, **hosts: Any) -> Any:
    return json.loads(await sandbox.run(code, value, hosts, at=AT))


def kept(seen: list[Any]) -> Callable[..., Any]:
    async def host(given: tuple[Any, ...], named: dict[str, Any]) -> Any:
        seen.append((given, named))
        return len(seen)

    return host


TEXT = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=30,
)


async def test_json_goes_in_and_comes_out_as_it_was() -> None:
    async with Sandbox(workers=1) as sandbox:

        @settings(
            max_examples=100,
            suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
        )
        @given(JSON)
        def found(value: Any) -> None:
            values.append(value)

        values: list[Any] = []
        found()
        for value in values:
            said = await run(sandbox, ECHO, value)
            assert said == value
            assert json.dumps(said, sort_keys=True) == json.dumps(value, sort_keys=True)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("(1, [2.5, None])", "[1,[2.5,null]]"),
        ("[]", "[]"),
        ("{}", "{}"),
        ("{'': {}}", '{"":{}}'),
        ("True", "true"),
        ("[True, 1, 1.0]", "[true,1,1.0]"),
        ("-0.0", "-0.0"),
        ("'zażółć'", '"zażółć"'),
        ("'\\x00\\n\"'", '"\\u0000\\n\\""'),
        ("2 ** 53 - 1", "9007199254740991"),
        ("'a' * 65534", '"' + "a" * 65534 + '"'),
        ("'ą' * 32767", '"' + "ą" * 32767 + '"'),
        ("[1] * 32767", "[" + ",".join("1" * 32767) + "]"),
    ],
)
async def test_an_answer_is_compact_json(sandbox: Sandbox, expression: str, text: str) -> None:
    code = f"def run(input):\n    return {expression}\n"
    assert await sandbox.run(code, None, {}, at=AT) == text


@pytest.mark.parametrize(("levels", "fits"), [(32, True), (33, False)])
@pytest.mark.parametrize("box", ["[x]", "(x,)", "{'a': x}"])
async def test_an_answer_may_have_32_levels(
    sandbox: Sandbox, levels: int, box: str, fits: bool
) -> None:
    code = f"def run(input):\n    x = 1\n    for i in range({levels}): x = {box}\n    return x\n"
    if fits:
        assert await run(sandbox, code)
    else:
        with pytest.raises(AnswerRefused, match="depth"):
            await run(sandbox, code)


async def test_its_clocks_stand_still_and_have_the_offset_of_the_world(sandbox: Sandbox) -> None:
    code = (
        "import datetime\n"
        "def run(input):\n"
        "    a = datetime.datetime.now()\n"
        "    for i in range(100000): pass\n"
        "    return [str(a), str(datetime.datetime.now()), str(datetime.date.today())]\n"
    )
    at = datetime.fromisoformat("2026-03-02T00:30:00+01:00")
    said = json.loads(await sandbox.run(code, None, {}, at=at))
    assert said == ["2026-03-02 00:30:00", "2026-03-02 00:30:00", "2026-03-02"]


async def test_two_runs_have_the_same_order_of_a_set_and_the_same_names_of_objects() -> None:
    code = (
        "def run(input):\n"
        "    class A:\n"
        "        x = 1\n"
        "    return [str({str(i) for i in range(99)}), str(A()), str(lambda: 1)]\n"
    )
    async with Sandbox(workers=1) as one, Sandbox(workers=1) as other:
        assert await run(one, code) == await run(one, code) == await run(other, code)


async def test_a_run_knows_nothing_of_the_one_before_it() -> None:
    async with Sandbox(workers=1) as sandbox:
        await run(sandbox, "kept = 'secret'\ndef run(input):\n    return 1\n")
        with pytest.raises(CodeRaised, match="NameError"):
            await run(sandbox, "def run(input):\n    return kept\n")


async def test_what_reaches_a_host_is_small(sandbox: Sandbox) -> None:
    seen: list[Any] = []
    code = (
        "def run(input):\n"
        "    x = ['a']\n"
        "    for i in range(41): x = [x, x]\n"
        "    host(x, 'a' * 30000000, 10 ** 10000, -10 ** 10000)\n"
        "    host(1, 2, 3, 4, 5, 6, 7)\n"
        "    host(**{'a' * 30000000: 1, 'b': None, 'c': 2.5, 'd': True, 'e': 1, 'f': 1})\n"
        "    return host(run)\n"
    )
    assert await run(sandbox, code, host=kept(seen)) == 4
    assert seen == [
        (((), "a" * 1000, 10**13, -(10**13)), {}),
        ((1, 2, 3, 4), {}),
        ((), {"a" * 80: 1, "b": None, "c": 2.5, "d": True}),
        (((),), {}),
    ]


async def test_code_may_catch_what_a_host_refuses(sandbox: Sandbox) -> None:
    async def host(given: tuple[Any, ...], named: dict[str, Any]) -> Any:
        raise BadArgument("TypeError", "a number")

    code = (
        "def run(input):\n"
        "    try:\n"
        "        host(1)\n"
        "    except TypeError as error:\n"
        "        return str(error)\n"
    )
    assert await run(sandbox, code, host=host) == "a number"


async def test_an_exception_names_its_line(sandbox: Sandbox) -> None:
    async def host(given: tuple[Any, ...], named: dict[str, Any]) -> Any:
        raise BadArgument("ValueError", "no")

    with pytest.raises(CodeRaised) as raised:
        await run(sandbox, "def f(x):\n    return 1 / x\n\ndef run(input):\n    return f(0)\n")
    assert (raised.value.name, raised.value.line) == ("ZeroDivisionError", 2)
    with pytest.raises(CodeRaised) as raised:
        await run(sandbox, "def run(input):\n    x = 1\n    return host(1)\n", host=host)
    assert (raised.value.name, raised.value.line) == ("ValueError", 3)


async def test_no_host_answers_before_run_and_that_cannot_be_caught(sandbox: Sandbox) -> None:
    seen: list[Any] = []
    code = "def f(): return host(1)\nx = [f]\ny = x[0]()\ndef run(input):\n    return y\n"
    with pytest.raises(CalledTooEarly):
        await run(sandbox, code, host=kept(seen))
    code = (
        "def f():\n"
        "    try:\n"
        "        return host(1)\n"
        "    except BaseException:\n"
        "        return 2\n"
        "y = f()\n"
        "def run(input):\n"
        "    return y\n"
    )
    with pytest.raises(CalledTooEarly):
        await run(sandbox, code, host=kept(seen))
    assert seen == []


async def test_a_host_that_hangs_ends_the_run() -> None:
    async def host(given: tuple[Any, ...], named: dict[str, Any]) -> Any:
        await asyncio.Event().wait()

    async with Sandbox(workers=1, limits=Limits(host_seconds=0.1)) as sandbox:
        with pytest.raises(LimitCrossed) as crossed:
            await run(sandbox, "def run(input):\n    return host()\n", host=host)
        assert crossed.value.limit is Crossed.HOST
        assert await run(sandbox, ONE) == 1


async def test_20_runs_at_once_share_two_workers_and_wait_for_them(sandbox: Sandbox) -> None:
    code = "def run(input):\n    for i in range(200000): pass\n    return input\n"
    said = await asyncio.gather(*(run(sandbox, code, number) for number in range(20)))
    assert said == list(range(20))
    assert len(workers()) <= 2


async def test_waiting_for_a_worker_is_not_the_time_of_a_run() -> None:
    limits = Limits(seconds=0.5, whole_seconds=1.0)
    async with Sandbox(workers=1, limits=limits) as sandbox:
        ends = await asyncio.gather(
            *(run(sandbox, SPIN) for _ in range(4)), run(sandbox, ONE), return_exceptions=True
        )
    assert [isinstance(one, LimitCrossed) for one in ends] == [True] * 4 + [False]


@pytest.mark.parametrize("code", [SPIN, MULTIPLY])
async def test_a_cancelled_run_leaves_a_pool_that_works(code: str) -> None:
    async with Sandbox(workers=1) as sandbox:
        begun = asyncio.get_running_loop().create_task(run(sandbox, code))
        done, _ = await asyncio.wait({begun}, timeout=0.2)
        assert not done
        begun.cancel()
        with pytest.raises(asyncio.CancelledError):
            await begun
        assert await run(sandbox, ONE) == 1
    assert await nobody_left()


async def test_a_worker_that_is_killed_is_replaced() -> None:
    async with Sandbox(workers=1) as sandbox:
        for _ in range(3):
            (worker,) = workers()
            worker.kill()
            worker.wait(5)
            assert await run(sandbox, ONE) == 1
        begun = asyncio.get_running_loop().create_task(run(sandbox, SPIN))
        await asyncio.wait({begun}, timeout=0.2)
        workers()[0].kill()
        with pytest.raises(LimitCrossed):
            await begun
        assert await run(sandbox, ONE) == 1


async def test_closed_twice_is_closed_and_runs_nothing() -> None:
    sandbox = Sandbox()
    async with sandbox:
        assert await run(sandbox, ONE) == 1
    await sandbox.__aexit__(None, None, None)
    with pytest.raises(SandboxUnavailable):
        await run(sandbox, ONE)
    assert await nobody_left()


async def test_closing_ends_what_still_runs() -> None:
    sandbox = Sandbox()
    async with sandbox:
        begun = asyncio.get_running_loop().create_task(run(sandbox, SPIN))
        await asyncio.wait({begun}, timeout=0.2)
    with pytest.raises((LimitCrossed, SandboxUnavailable)):
        await begun
    assert await nobody_left()


async def test_without_a_second_layer_nothing_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exoskull.sandbox.pool.launcher.__file__", "/nowhere/launcher.py")
    with pytest.raises(SandboxUnavailable):
        async with Sandbox():
            raise AssertionError("it started")
    assert await nobody_left()


PARENT = """
import asyncio
from datetime import UTC, datetime
from exoskull.sandbox.pool import Sandbox

async def main():
    async with Sandbox() as sandbox:
        print("up", flush=True)
        await sandbox.run({code!r}, None, {{}}, at=datetime(2026, 3, 2, tzinfo=UTC))

asyncio.run(main())
"""


def runs(process: psutil.Process) -> bool:
    """Whether it does; one that nobody has buried yet does not."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.mark.parametrize("code", [SPIN, MULTIPLY], ids=["spins", "multiplies"])
def test_a_parent_that_is_killed_leaves_no_worker(code: str, tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    command = [sys.executable, "-c", PARENT.format(code=code)]
    env = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=env) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        left = psutil.Process(parent.pid).children(recursive=True)
        assert left
        parent.send_signal(signal.SIGKILL)
    until = time.monotonic() + 1.0
    while any(map(runs, left)) and time.monotonic() < until:
        psutil.wait_procs(left, timeout=0.05)
    assert not any(map(runs, left))


def test_what_a_killed_parent_left_goes_when_the_next_one_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o755)
    command = [sys.executable, "-c", PARENT.format(code=SPIN)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env=os.environ | {"TMPDIR": str(tmp_path)}
    ) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        parent.send_signal(signal.SIGKILL)
    (left,) = tmp_path.iterdir()
    (tmp_path / "exoskull-sandbox-being-made").mkdir()
    (tmp_path / "another").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    async def use() -> set[str]:
        async with Sandbox() as first, Sandbox() as second:
            assert await run(first, ONE) == await run(second, ONE) == 1
            return set(os.listdir(tmp_path))

    seen = asyncio.run(use())
    assert left.name not in seen
    assert len(seen) == 4  # those two that run, and what is nobody's program
    assert {one.name for one in tmp_path.iterdir()} == {"exoskull-sandbox-being-made", "another"}


@pytest.mark.slow
async def test_a_worker_outlives_the_rest_of_the_pool() -> None:
    """A worker dies with the thread that started it: that has to be one that stays."""
    async with Sandbox(workers=2) as sandbox:
        await asyncio.gather(*(run(sandbox, SPIN) for _ in range(2)), return_exceptions=True)
        await asyncio.gather(*(run(sandbox, ONE) for _ in range(20)))
        before = {one.pid for one in workers()}
        await asyncio.wait(
            {asyncio.get_running_loop().create_task(asyncio.Event().wait())}, timeout=12.0
        )
        assert {one.pid for one in workers()} == before


def test_nothing_of_the_pool_is_left_in_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def use() -> int:
        async with Sandbox() as sandbox:
            assert await run(sandbox, ONE) == 1
            return len(os.listdir(tmp_path))

    tmp_path.chmod(0o755)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert asyncio.run(use()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
async def test_the_memory_of_a_worker_is_flat_over_10_000_runs() -> None:
    code = "def run(input):\n    return [str(i) * 10 for i in range(200)]\n"
    async with Sandbox(workers=1) as sandbox:
        sizes = []
        begun = time.monotonic()
        for number in range(10_000):
            await run(sandbox, code)
            if number % 250 == 249:
                sizes.append(sum(one.memory_info().rss for one in workers()))
        assert time.monotonic() - begun < 200
        assert max(sizes[20:]) <= max(sizes[:20]) * 1.1
        assert max(sizes) < 100 * 2**20
