"""`exoskull skill check|run`: a skill file, outside any tenant."""

import asyncio
import json
import os
import signal
import stat
import time
from collections.abc import Coroutine, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import Any

from exoskull.commands.console import Call
from exoskull.i18n import text
from exoskull.kit.clock import SystemClock
from exoskull.kit.errors import InvalidInput
from exoskull.kit.text import storable
from exoskull.sandbox.limits import RunFailed, SandboxUnavailable
from exoskull.sandbox.pool import Sandbox
from exoskull.skills import plain_json, schema, world
from exoskull.skills.check import Checked
from exoskull.skills.check import check as check_skill
from exoskull.skills.form import Refused, read_skill
from exoskull.skills.model import FILE_MAX, Problem, SkillFile
from exoskull.skills.running import InWorld, failure
from exoskull.skills.running import run as run_skill
from exoskull.skills.world import World

READING_SECONDS = 3.0
WHOLE_SECONDS = 8.0
"""For all that a command does, with its start; the promise is 10 s."""
START_MAX = 4.0
"""What a start is taken to have cost at most: a program that calls this is older."""
LANGUAGE = "en"


def check(call: Call) -> Coroutine[Any, Any, int]:
    """`exoskull skill check FILE`."""
    until = _end()
    data = _bytes(Path(call.args.file))
    try:
        with _no_longer_than(READING_SECONDS):
            read = read_skill(data)
    except TimeoutError:
        read = Refused(name=None, problems=(Problem(key="file.too_slow", line=1),))
    return _check(call, read, until)


def run(call: Call) -> Coroutine[Any, Any, int]:
    """`exoskull skill run FILE [--input JSON] [--given JSON]`."""
    until = _end()
    data = _bytes(Path(call.args.file))
    try:
        with _no_longer_than(READING_SECONDS):
            wanted = _wanted(call, data)
    except TimeoutError:
        wanted = Problem(key="file.too_slow")
    return _run(call, wanted, until)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    skill: SkillFile
    input: Any
    world: World


def _wanted(call: Call, data: bytes) -> _Wanted | Problem:
    """What is to be run, or what is wrong with it."""
    value = _json(call.args.input, "input", absent={})
    given = _json(call.args.given, "given", absent={})
    read = read_skill(data)
    if isinstance(read, Refused):
        return read.problems[0]
    for place in ["given"] if given is _NOT_PLAIN else world.faults(given):
        return Problem(key="skill.given_invalid", args={"place": place})
    for place in ["input"] if value is _NOT_PLAIN else schema.mismatches(value, read.parameters):
        return Problem(key="skill.input_invalid", args={"place": place})
    return _Wanted(skill=read, input=value, world=world.world(given, clock=_clock()))


async def _check(call: Call, read: SkillFile | Refused, until: float) -> int:
    try:
        async with _ending_at(until), _sandbox(call, workers=2) as sandbox:
            found = await check_skill(sandbox, read, clock=_clock())
    except TimeoutError:
        late = Problem(key="examples.too_slow", line=1)
        found = Checked(name=None, skill=None, problems=(late,))
    except SandboxUnavailable as error:
        none = Problem(key="sandbox.unavailable", args={"said": str(error)})
        found = Checked(name=None, skill=None, problems=(none,))
    document = {
        "ok": found.ok,
        "name": found.name,
        "capabilities": [one.value for one in found.capabilities],
        "risk": found.risk.word if found.risk is not None else None,
        "problems": [
            {"key": one.key, "message": _sentence(one.key, one.args), "line": one.line}
            for one in found.problems
        ],
        "examples": [{"ok": one} for one in found.examples],
    }
    lines = [text(LANGUAGE, "skill-checked", name=found.name or "?", ok=str(found.ok).lower())]
    lines += [
        f"  {one.line or '-'}: {_sentence(one.key, one.args)}"
        for one in (*found.problems, *found.warnings)
    ]
    if found.risk is not None:
        able = ", ".join(one.value for one in found.capabilities) or "-"
        lines.append(f"  risk {found.risk.word}; capabilities {able}")
    call.console.document(document, lines)
    return 0 if found.ok else 1


async def _run(call: Call, wanted: _Wanted | Problem, until: float) -> int:
    if isinstance(wanted, Problem):
        return _failed(call, wanted.key, wanted.args)
    try:
        async with _ending_at(until), _sandbox(call, workers=1) as sandbox:
            reader = InWorld(world=wanted.world)
            answer = await run_skill(sandbox, wanted.skill, wanted.input, reader)
    except TimeoutError:
        return _failed(call, "skill.time_limit", {})
    except RunFailed as error:
        why = failure(error)
        return _failed(call, f"skill.{why.key}", why.args)
    except SandboxUnavailable as error:
        return _failed(call, "sandbox.unavailable", {"said": str(error)})
    effects = [effect.to_json() for effect in answer.effects]
    shown = [_shown(answer.output), *(f"  {one['call']} {_shown(one['args'])}" for one in effects)]
    call.console.document({"ok": True, "output": answer.output, "effects": effects}, shown)
    return 0


def _end() -> float:
    """When a command that begins now has to be done, as `time.monotonic` has it."""
    began = int(Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()[19])
    age = time.clock_gettime(time.CLOCK_BOOTTIME) - began / os.sysconf("SC_CLK_TCK")
    return time.monotonic() + WHOLE_SECONDS - min(age, START_MAX)


def _ending_at(until: float) -> asyncio.Timeout:
    return asyncio.timeout(until - time.monotonic())


def _sandbox(call: Call, *, workers: int) -> Sandbox:
    return Sandbox(workers=workers, without_landlock=call.settings.sandbox_without_landlock)


def _shown(value: Any) -> str:
    """`value` as JSON, with what a terminal might obey written as escapes."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(one if one.isprintable() else json.dumps(one)[1:-1] for one in text)


def _clock() -> datetime:
    return SystemClock().now().astimezone()


def _failed(call: Call, key: str, args: Mapping[str, str]) -> int:
    message = _sentence(key, args)
    error = {"key": key, "message": message}
    call.console.document({"ok": False, "error": error, "effects": []}, [message])
    return 1


def _sentence(key: str, args: Mapping[str, str]) -> str:
    name = key.removeprefix("skill.").replace(".", "-").replace("_", "-")
    cleaned = {one: _cleaned(value) for one, value in args.items()}
    if why := args.get("why"):
        name_of_why = why.replace(".", "-").replace("_", "-")
        cleaned["because"] = text(LANGUAGE, f"skill-{name_of_why}", **cleaned)
    return text(LANGUAGE, f"skill-{name}", **cleaned)


def _cleaned(value: str) -> str:
    """What a file's author wrote, fit for a line of ours."""
    plain = "".join(one if one.isprintable() else " " for one in storable(value))
    return " ".join(plain.split())[:200]


_NOT_PLAIN = object()


def _json(given: str | None, option: str, *, absent: Any) -> Any:
    """What an option says; `_NOT_PLAIN` where it is JSON that no skill is handed."""
    if given is None:
        return absent
    try:
        return plain_json.read(given)
    except plain_json.NotPlain:
        return _NOT_PLAIN
    except plain_json.NotJson as error:
        raise InvalidInput("skill.not_json", field=option) from error


def _bytes(path: Path) -> bytes:
    """The file, or one byte more than it may have; raises InvalidInput where there is none."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        raise InvalidInput("skill.no_file", field="file", path=storable(str(path))) from error
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise InvalidInput("skill.no_file", field="file", path=storable(str(path)))
    with os.fdopen(file, "rb") as opened:
        return opened.read(FILE_MAX + 1)


@contextmanager
def _no_longer_than(seconds: float) -> Iterator[None]:
    """Ends what is done inside with TimeoutError, also where it never looks up."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.2)  # again, should a collector swallow it
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
