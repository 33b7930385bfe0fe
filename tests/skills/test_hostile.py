"""Files that want what they may not have: none gets it, and none holds anything up."""

import time
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime

import psutil
import pytest
from skills import hostile, odd
from skills.files import skill

from exoskull.sandbox.limits import RunFailed
from exoskull.sandbox.pool import Sandbox
from exoskull.skills.form import Refused, read_skill
from exoskull.skills.model import SkillFile
from exoskull.skills.running import InWorld, failure, run
from exoskull.skills.world import world

REFUSED = {**hostile.REFUSED, **odd.REFUSED}
FAILS = {**hostile.FAILS, **odd.FAILS}
AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
SECONDS = 2.0
SLACK = 1.5
"""For a machine that is busy; the limit itself is the worker's own."""


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_of_bad_form_is_refused_soon_and_by_what_is_wrong(name: str) -> None:
    file, keys = REFUSED[name]
    begun = time.process_time()
    read = read_skill(file)
    assert time.process_time() - begun < SECONDS
    assert isinstance(read, Refused)
    assert {one.key for one in read.problems} & set(keys.split())
    assert all(one.line is not None and one.line >= 1 for one in read.problems) or name in _WHOLE


_WHOLE = {
    "too large",
    "one byte too many",
    "no code",
    "60,000 minuses",
    "30,000 brackets",
    "30,000 attributes",
}
"""What is wrong with these is on no line."""


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(workers=1) as made:
        yield made


async def failed(sandbox: Sandbox, file: bytes) -> str:
    read = read_skill(file)
    assert isinstance(read, SkillFile), read
    try:
        answer = await run(sandbox, read, {}, InWorld(world=world(None, clock=AT)))
    except RunFailed as error:
        return failure(error).key
    raise AssertionError(f"it gave {str(answer)[:200]}")


@pytest.mark.parametrize("name", FAILS)
async def test_a_run_that_takes_more_than_it_may_fails_in_time(name: str, sandbox: Sandbox) -> None:
    file, keys = FAILS[name]
    begun = time.monotonic()
    slow = ["time_limit"] if "memory_limit" in keys else []  # where memory is slow to be had
    assert await failed(sandbox, file) in [*keys.split(), *slow]
    assert time.monotonic() - begun < SECONDS + SLACK


@pytest.mark.parametrize("name", odd.TAKEN)
async def test_what_is_just_inside_the_rules_is_taken(name: str, sandbox: Sandbox) -> None:
    file, gives = odd.TAKEN[name]
    read = read_skill(file)
    assert isinstance(read, SkillFile), read
    answer = await run(sandbox, read, {}, InWorld(world=world(None, clock=AT)))
    assert answer.output == gives


def test_no_case_is_lost_by_a_name_that_two_have() -> None:
    assert not {*hostile.REFUSED, *hostile.FAILS} & {*odd.REFUSED, *odd.FAILS}
    assert len(REFUSED) + len(FAILS) >= 250


def started() -> set[psutil.Process]:
    """The live programs below this one, but for the database, which forks as it likes."""
    found = set[psutil.Process]()
    for one in psutil.Process().children(recursive=True):
        with suppress(psutil.NoSuchProcess):  # ended meanwhile
            if one.status() != psutil.STATUS_ZOMBIE and one.name() != "postgres":
                found.add(one)
    return found


async def test_after_each_of_them_the_next_one_gets_its_answer() -> None:
    read = read_skill(skill())
    assert isinstance(read, SkillFile)
    others = started()  # by the tests before
    async with Sandbox(workers=1) as sandbox:
        for name, (file, _) in FAILS.items():
            if name.startswith(("a loop", "printing", "equal")):
                continue  # two seconds each; one of them is enough
            await failed(sandbox, file)
            answer = await run(sandbox, read, {}, InWorld(world=world(None, clock=AT)))
            assert answer.output == 1, name
        await failed(sandbox, FAILS["a loop"][0])
        answer = await run(sandbox, read, {}, InWorld(world=world(None, clock=AT)))
        assert answer.output == 1
    assert started() - others == set()
