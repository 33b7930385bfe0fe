"""What one call of a skill costs when a worker is warm, beside a Python process for each call, and
beside RestrictedPython in this very process.

CPU time of this process and of its workers together; wall time beside it. A process for each call
is what isolation costs without a pool (and that one isolates nothing yet). RestrictedPython has no
limit of time or memory and shares our process: what it costs is the price of no isolation at all.
All must give the same answer before anything is timed.
"""

import asyncio
import json
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter, process_time
from typing import Any

import psutil
from RestrictedPython.compile import compile_restricted
from RestrictedPython.Eval import default_guarded_getitem, default_guarded_getiter
from RestrictedPython.Guards import safe_globals

from exoskull.sandbox.pool import Sandbox
from exoskull.skills.form import read_skill
from exoskull.skills.model import SkillFile
from exoskull.skills.running import InWorld
from exoskull.skills.running import run as run_skill
from exoskull.skills.world import world

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
GOAL_MS = 1.0
WARM_CALLS = 2000
PROCESSES = 30

CODE = """\
def run(input):
    values = [m["value"] for m in measures("sleep_hours", input["days"])]
    if not values:
        return {"mean": None, "days_logged": 0}
    return {"mean": round(sum(values) / len(values), 2), "days_logged": len(values)}
"""
FILE = f"""\
---
name: sleep-average
description: Mean hours of sleep over the last days.
parameters: {{type: object, properties: {{days: {{type: integer}}}}}}
capabilities: [read:measures]
examples: [{{input: {{days: 3}}, output: {{mean: null, days_logged: 0}}}}]
---
```python
{CODE}```
"""
INPUT = {"days": 7}
GIVEN: dict[str, Any] = {
    "now": AT.isoformat(),
    "measures": {
        "sleep_hours": [
            {"at": f"2026-02-{day:02}T07:00:00+00:00", "value": 6 + day / 20, "unit": "h"}
            for day in range(20, 29)
        ]
    },
}


async def run() -> dict[str, Any]:
    """Milliseconds a call."""
    skill = read_skill(FILE.encode())
    assert isinstance(skill, SkillFile)
    reader = InWorld(world=world(GIVEN, clock=AT))
    async with Sandbox(workers=1) as sandbox:
        answer = (await run_skill(sandbox, skill, INPUT, reader)).output
        for other in (_by_process(), _by_restricted()()):
            assert other == answer, (other, answer)
        for _ in range(100):
            await run_skill(sandbox, skill, INPUT, reader)
        before, began = _used(), perf_counter()
        for _ in range(WARM_CALLS):
            await run_skill(sandbox, skill, INPUT, reader)
        cpu_ms = (_used() - before) * 1000 / WARM_CALLS
        wall_ms = (perf_counter() - began) * 1000 / WARM_CALLS
    process_ms = _cpu_of_processes()
    restricted_ms = _cpu_of(_by_restricted(), WARM_CALLS)
    return {
        "warm_call_cpu_ms": round(cpu_ms, 3),
        "warm_call_wall_ms": round(wall_ms, 3),
        "process_a_call_cpu_ms": round(process_ms, 2),
        "restrictedpython_cpu_ms": round(restricted_ms, 4),
        "ratio_to_a_process": round(cpu_ms / process_ms, 3),
        "ratio_to_restrictedpython": round(cpu_ms / restricted_ms, 1),
        "goal": f"at most {GOAL_MS} ms of CPU a warm call",
        "met": cpu_ms <= GOAL_MS,
    }


def _used() -> float:
    """Seconds of CPU that this process and its workers have used."""
    theirs = [one.cpu_times() for one in psutil.Process().children(recursive=True)]
    return process_time() + sum(one.user + one.system for one in theirs)


def _rows() -> list[dict[str, Any]]:
    return world(GIVEN, clock=AT).measured("sleep_hours", INPUT["days"])


def _by_process() -> Any:
    program = (
        "import json, sys\n"
        "given = json.load(sys.stdin)\n"
        "def measures(metric, days): return given['rows']\n"
        f"{CODE}\n"
        "print(json.dumps(run(given['input'])))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-IS", "-c", program],
        check=True, capture_output=True, text=True,
        input=json.dumps({"input": INPUT, "rows": _rows()}),
    )  # fmt: skip
    return json.loads(ended.stdout)


def _by_restricted() -> Callable[[], Any]:
    names = safe_globals | {
        "_getitem_": default_guarded_getitem,
        "_getiter_": default_guarded_getiter,
        "measures": lambda metric, days: _rows(),
        "sum": sum,
    }
    code = compile_restricted(CODE, "skill.py", "exec")

    def call() -> Any:
        scope: dict[str, Any] = dict(names)
        exec(code, scope)
        return json.loads(json.dumps(scope["run"](INPUT)))

    return call


def _cpu_of(call: Callable[[], Any], times: int) -> float:
    before = process_time()
    for _ in range(times):
        call()
    return (process_time() - before) * 1000 / times


def _cpu_of_processes() -> float:
    def theirs() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    before, own = theirs(), process_time()
    for _ in range(PROCESSES):
        _by_process()
    return (theirs() - before + process_time() - own) * 1000 / PROCESSES


if __name__ == "__main__":
    print(json.dumps(asyncio.run(run()), indent=2))
