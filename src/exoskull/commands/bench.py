"""`exoskull bench [NAME]`: the benchmarks, each beside a baseline measured in the same run."""

import importlib
import inspect
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from exoskull.commands.console import Call
from exoskull.kit.errors import InvalidInput, Unavailable

ROOT = Path(__file__).parents[3]

NAMES: Mapping[str, str] = {
    "grants": "one decision of the gate, beside casbin on the same 50 rules",
    "cycles": "full cycles a second with two workers, beside pgbench on the same database",
    "triage": "triage of 100,000 tenants of which 1,000 are due, beside 1,000 of 1,000",
    "dispatch": "100,000 due slots into runs and work",
    "needs": "what a message costs in need detection, beside its embedding alone",
    "apps": "a million entries of 2,000 people in one table, beside one table for each of 200 apps",
    "skills": "a warm call of a skill, beside a process a call and RestrictedPython",
    "pages": "CPU of each page for a person with 10,000 events, beside a page that asks nothing",
    "live": "from a commit to the open page, with 1,000 open, beside a bare notification",
    "learner": "the learner in synthetic worlds, beside other bandits",
}


async def run(call: Call) -> int:
    """Run one benchmark, or all; the figures go to standard output as JSON."""
    wanted = call.args.name
    if wanted is not None and wanted not in NAMES:
        raise InvalidInput("bench.unknown", field="NAME", name=wanted, known=", ".join(NAMES))
    if not (ROOT / "benchmarks").is_dir():
        raise Unavailable("bench.not_here")
    sys.path.insert(0, str(ROOT / "benchmarks"))
    results: dict[str, Any] = {}
    for name in [wanted] if wanted else NAMES:
        sys.stderr.write(f"bench {name}: {NAMES[name]}\n")
        module = importlib.import_module(name)
        found = module.run()
        results[name] = await found if inspect.isawaitable(found) else found
    shown = json.dumps(results, indent=2, ensure_ascii=False, default=str)
    call.console.document(results, shown.splitlines())
    return 0
