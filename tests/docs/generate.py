"""Writes the parts of the reference that the program knows better than any writer.

A page holds them between `<!-- generated: NAME -->` and `<!-- end -->`. After a change:

    .venv/bin/python tests/docs/generate.py
"""

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from datetime import time, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import exoskull
from exoskull.app import create_app
from exoskull.composition.assembling import Installation
from exoskull.grants.defaults import DEFAULTS
from exoskull.grants.describe import pattern_text
from exoskull.grants.model import REVERSIBLE_VERBS
from exoskull.i18n import text
from exoskull.i18n.catalogue import catalogue
from exoskull.kit import errors
from exoskull.kit.clock import SystemClock
from exoskull.kit.ids import SystemIds
from exoskull.scheduling.catalogue import CATALOGUE, EVENING_AT, MORNING_AT
from exoskull.scheduling.model import (
    Coalesce,
    Cycle,
    Daily,
    DropAfter,
    Job,
    RunLate,
    Scope,
    Setting,
)
from exoskull.settings import Settings
from exoskull.simulation.tape import KINDS
from exoskull.web.bodies import BODY_MAX, BodyTooLarge
from exoskull.web.errors import MethodNotAllowed, status_of

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs/reference"
SOURCE = Path(exoskull.__file__).parent

_PART = re.compile(r"(<!-- generated: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(page: str) -> str:
    """`page` with each of its generated parts made anew."""
    return _PART.sub(lambda found: f"{found[1]}\n{PARTS[found[2]]()}\n{found[3]}", page)


def pages() -> Iterator[Path]:
    """The pages that have generated parts."""
    for path in sorted(REFERENCE.glob("*.md")):
        if _PART.search(path.read_text(encoding="utf-8")):
            yield path


def table(*rows: tuple[str, ...]) -> str:
    """A table of Markdown; the first row is its head."""
    cells = [[cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    lines = ["| " + " | ".join(row) + " |" for row in cells]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]]) + "\n"


def jobs() -> str:
    """Every job of the catalogue: when, for whom, and what of slots that nobody was there for."""
    rows = [
        (f"`{job.name}`", _when(job), _whose(job), _late(job), text("en", f"job-{job.name}-about"))
        for job in CATALOGUE.values()
    ]
    return table(("job", "when", "for", "after a standstill", "in its own words"), *rows)


def _when(job: Job) -> str:
    match job.rule:
        case Cycle(minutes=minutes):
            return f"every {minutes} minutes, UTC"
        case Daily(at=Setting.MORNING):
            return f"daily at the morning hour ({MORNING_AT:%H:%M}, where not set)"
        case Daily(at=Setting.EVENING):
            return f"daily at the evening hour ({EVENING_AT:%H:%M}, where not set)"
        case Daily(at=time() as at):
            return f"daily at {at:%H:%M}"
        case _:
            return str(job.rule)


def _whose(job: Job) -> str:
    return {
        Scope.TENANT: "each person, by their clock",
        Scope.TRIAGE: "each person with something to look at",
        Scope.INSTALLATION: "the installation, by UTC",
    }[job.scope]


def _late(job: Job) -> str:
    match job.catch_up:
        case Coalesce():
            return "one run for all that was missed"
        case DropAfter(late=late):
            return f"runs up to {late // timedelta(hours=1)} hours late, then it is missed"
        case RunLate():
            return "every slot runs, however late"


def default_grants() -> str:
    """The rules of a new person."""
    rows = [
        (f"`{terms.pattern}`", terms.effect.value, pattern_text(terms.pattern, "en"))
        for terms in DEFAULTS
    ]
    return table(("pattern", "effect", "what it speaks of"), *rows)


def reversible_verbs() -> str:
    """The verbs that can be taken back."""
    return ", ".join(f"`{verb}`" for verb in sorted(REVERSIBLE_VERBS)) + "\n"


def tape_kinds() -> str:
    """The kinds of a tape's lines, with their fields."""
    rows = [
        (f"`{kind}`", _fields(needed), "any setting" if kind == "settings" else _fields(allowed))
        for kind, (needed, allowed) in KINDS.items()
    ]
    return table(("kind", "needs", "may have"), *rows)


def _fields(names: frozenset[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names)) or "-"


def routes() -> str:
    """Every route of the API."""
    spec = openapi()
    rows = []
    for path, operations in spec["paths"].items():
        for method, operation in operations.items():
            does = " ".join(operation.get("description", "").split())
            rows.append((f"`{method.upper()} {path}`", _takes(operation, spec), does))
    return table(("route", "takes", "does"), *rows)


def openapi() -> Mapping[str, Any]:
    """What the web says of itself; nothing is connected for that."""
    clock = SystemClock()
    nowhere = SimpleNamespace(
        database=SimpleNamespace(url="postgresql:///"),
        clock=clock,
        ids=SystemIds(clock),
        adapters={},
        sandbox=None,
        models=None,
        shed=None,
    )
    app = create_app(cast(Installation, nowhere), Settings(home=ROOT))
    return app.openapi()


def _takes(operation: Mapping[str, Any], spec: Mapping[str, Any]) -> str:
    query = [f"`?{one['name']}`" for one in operation.get("parameters", []) if one["in"] == "query"]
    return ", ".join([*query, *(f"`{name}`" for name in _body(operation, spec))]) or "-"


def _body(operation: Mapping[str, Any], spec: Mapping[str, Any]) -> list[str]:
    content = operation.get("requestBody", {}).get("content", {})
    schema = content.get("application/json", {}).get("schema", {})
    for option in (schema, *schema.get("anyOf", [])):
        if reference := option.get("$ref"):
            named = spec["components"]["schemas"][reference.rsplit("/", 1)[-1]]
            required = named.get("required", [])
            return [name if name in required else f"{name}?" for name in named["properties"]]
    return []


def error_keys() -> str:
    """Every error that the program can raise or tell, in English."""
    raised = dict(_raised())
    raised["body.too_large"] = "BodyTooLarge"  # its class knows its own key
    rows = []
    for key in told_keys():
        kind = raised.get(key)
        rows.append((f"`{key}`", _kind(kind) if kind else "told, not raised", _said(key)))
    return table(("key", "kind", "what it says"), *rows)


def told_keys() -> list[str]:
    """The keys of the catalogue that stand in the program."""
    patterns = [re.compile(pattern) for pattern in _written()]
    keys = [name for name in catalogue("en").entries if name.startswith("error-")]
    found = [key.removeprefix("error-").replace("-", ".") for key in keys]
    return sorted(key for key in found if any(one.fullmatch(key) for one in patterns))


def _trees() -> Iterator[ast.AST]:
    for path in sorted(SOURCE.rglob("*.py")):
        if not path.is_relative_to(SOURCE / "i18n"):
            yield ast.parse(path.read_text(encoding="utf-8"))


def _written() -> set[str]:
    """Every text of the program that could be a key, as a pattern."""
    found = set[str]()
    for tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant | ast.JoinedStr):
                found |= set(_patterns(node))
    return found


def _patterns(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(key)) if re.fullmatch(r"[a-z_]+(\.[a-z_]+)*", key):
            yield re.escape(key)
        case ast.IfExp(body=yes, orelse=no):
            yield from _patterns(yes)
            yield from _patterns(no)
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), ast.FormattedValue()]) if (
            re.fullmatch(r"[a-z_]+\.", start)
        ):
            yield re.escape(start) + "[a-z_]+"


def _raised() -> Iterator[tuple[str, str]]:
    """Each key that is raised, with the class of its error."""
    keys = told_keys()
    for tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "id", "")
                if name in CLASSES:
                    for pattern in _patterns(node.args[0]):
                        yield from ((key, name) for key in keys if re.fullmatch(pattern, key))


CLASSES = {
    "BodyTooLarge": BodyTooLarge,
    "MethodNotAllowed": MethodNotAllowed,
    "TakenOver": errors.Conflict,
    **{name: kind for name, kind in vars(errors).items() if isinstance(kind, type)},
}


def _kind(name: str) -> str:
    kind = CLASSES[name]
    usage = (errors.InvalidInput, errors.NotFound, errors.Unauthorized)
    exit_code = 2 if issubclass(kind, usage) else 1
    made = BodyTooLarge(BODY_MAX) if kind is BodyTooLarge else kind("usage")
    return f"{kind.__name__} (exit {exit_code}, HTTP {status_of(made)})"


def _said(key: str) -> str:
    """The sentence, with the names of its parameters in braces."""
    entry = "error-" + key.replace(".", "-")
    needs = catalogue("en").entries[entry].required
    return text("en", entry, **{name: f"{{{name}}}" for name in needs})


PARTS = {
    "errors": error_keys,
    "grants": default_grants,
    "jobs": jobs,
    "reversible": reversible_verbs,
    "routes": routes,
    "tape": tape_kinds,
}


def main() -> None:
    for path in pages():
        before = path.read_text(encoding="utf-8")
        after = filled(before)
        if after != before:
            path.write_text(after, encoding="utf-8")
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
