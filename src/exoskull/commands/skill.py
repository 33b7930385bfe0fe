"""`exoskull skill check|run`: a skill file, outside any tenant."""

import json
import os
import signal
import stat
from collections.abc import Coroutine, Iterator, Mapping
from contextlib import contextmanager
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
from exoskull.skills import schema, world
from exoskull.skills.check import check as check_skill
from exoskull.skills.form import Refused, read_skill
from exoskull.skills.model import FILE_MAX, Problem, SkillFile
from exoskull.skills.running import InWorld, failure
from exoskull.skills.running import run as run_skill

READING_SECONDS = 4.0
LANGUAGE = "en"


def check(call: Call) -> Coroutine[Any, Any, int]:
    """`exoskull skill check FILE`."""
    return _check(call, _read(call))


def run(call: Call) -> Coroutine[Any, Any, int]:
    """`exoskull skill run FILE [--input JSON] [--given JSON]`."""
    given = _json(call.args.given, "given")
    return _run(call, _read(call), _json(call.args.input, "input"), given)


async def _check(call: Call, read: SkillFile | Refused) -> int:
    try:
        async with Sandbox(without_landlock=call.settings.sandbox_without_landlock) as sandbox:
            found = await check_skill(sandbox, read, clock=_clock())
    except SandboxUnavailable as error:
        return _unavailable(call, error)
    document = {
        "ok": found.ok,
        "name": found.name,
        "capabilities": [one.value for one in found.capabilities],
        "risk": found.risk.word if found.risk is not None else None,
        "problems": [_told(one) for one in found.problems],
        "examples": [{"ok": one} for one in found.examples],
        "warnings": [_told(one) for one in found.warnings],
    }
    lines = [text(LANGUAGE, "skill-checked", name=found.name or "?", ok=str(found.ok).lower())]
    for one in (*found.problems, *found.warnings):
        lines.append(f"  {one.line or '-'}: {_sentence(one.key, one.args)}")
    if found.risk is not None:
        able = ", ".join(one.value for one in found.capabilities) or "-"
        lines.append(f"  risk {found.risk.word}; capabilities {able}")
    call.console.document(document, lines)
    return 0 if found.ok else 1


async def _run(call: Call, read: SkillFile | Refused, value: Any, given: Any) -> int:
    if isinstance(read, Refused):
        first = read.problems[0]
        return _failed(call, first.key, first.args)
    if given is not None and (places := list(world.faults(given))):
        return _failed(call, "skill.given_invalid", {"place": places[0][:80]})
    wanted = {} if value is None and call.args.input is None else value
    if places := list(schema.mismatches(wanted, read.parameters)):
        return _failed(call, "skill.input_invalid", {"place": places[0][:80]})
    reader = InWorld(world=world.world(given, clock=_clock()))
    try:
        async with Sandbox(
            workers=1, without_landlock=call.settings.sandbox_without_landlock
        ) as sandbox:
            answer = await run_skill(sandbox, read, wanted, reader)
    except RunFailed as error:
        why = failure(error)
        return _failed(call, f"skill.{why.key}", why.args)
    except SandboxUnavailable as error:
        return _failed(call, "sandbox.unavailable", {"said": _cleaned(str(error))})
    effects = [effect.to_json() for effect in answer.effects]
    output = json.dumps(answer.output, ensure_ascii=False)
    call.console.document(
        {"ok": True, "output": answer.output, "effects": effects},
        [output, *(f"  {one['call']} {json.dumps(one['args'])}" for one in effects)],
    )
    return 0


def _clock() -> datetime:
    return SystemClock().now().astimezone()


def _failed(call: Call, key: str, args: Mapping[str, str]) -> int:
    message = _sentence(key, args)
    error = {"key": key, "message": message}
    call.console.document({"ok": False, "error": error, "effects": []}, [message])
    return 1


def _unavailable(call: Call, error: SandboxUnavailable) -> int:
    one = Problem(key="sandbox.unavailable", args={"said": _cleaned(str(error))})
    nothing: dict[str, Any] = {"ok": False, "name": None, "capabilities": [], "risk": None}
    call.console.document(
        nothing | {"problems": [_told(one)], "examples": [], "warnings": []},
        [_sentence(one.key, one.args)],
    )
    return 1


def _told(one: Problem) -> dict[str, Any]:
    return {"key": one.key, "message": _sentence(one.key, one.args), "line": one.line}


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


def _json(given: str | None, option: str) -> Any:
    if given is None:
        return None
    try:
        return json.loads(given, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise InvalidInput("skill.not_json", field=option) from error


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


def _read(call: Call) -> SkillFile | Refused:
    data = _bytes(Path(call.args.file))
    try:
        with _no_longer_than(READING_SECONDS):
            return read_skill(data)
    except TimeoutError:
        return Refused(name=None, problems=(Problem(key="file.too_slow"),))


def _bytes(path: Path) -> bytes:
    """The file, or one byte more than it may have; raises InvalidInput where there is none."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        raise InvalidInput("skill.no_file", field="file", path=storable(str(path))) from error
    with os.fdopen(file, "rb") as opened:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            raise InvalidInput("skill.no_file", field="file", path=storable(str(path)))
        return opened.read(FILE_MAX + 1)


@contextmanager
def _no_longer_than(seconds: float) -> Iterator[None]:
    """Ends what is done inside with TimeoutError, also where it never looks up."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
