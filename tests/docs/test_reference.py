"""The reference is complete and true: what the program has stands there, and nothing else."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from docs.generate import REFERENCE, ROOT, filled, pages

import exoskull
from exoskull.apps.model import AppState
from exoskull.grants.decide import Reason as GrantReason
from exoskull.i18n.catalogue import catalogue
from exoskull.interventions.model import State
from exoskull.scheduling.model import OPEN
from exoskull.scheduling.model import State as SlotState
from exoskull.settings import Settings
from exoskull.simulation.tape import KINDS
from exoskull.tenants.parse import SETTABLE
from exoskull.toolbox.model import UseState

SOURCE = Path(exoskull.__file__).parent


def page(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


def named(text: str) -> set[str]:
    """What stands in backticks as the first cell of a table's row."""
    return set(re.findall(r"^\| `([^`]+)`", text, re.MULTILINE))


def section(text: str, title: str) -> str:
    """What stands under the heading `title`, down to the next of its rank."""
    return text.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_the_generated_parts_are_what_the_program_says() -> None:
    stale = [
        str(path.relative_to(ROOT))
        for path in pages()
        if filled(path.read_text(encoding="utf-8")) != path.read_text(encoding="utf-8")
    ]
    assert stale == [], "Run: .venv/bin/python tests/docs/generate.py"


def test_every_setting_stands_in_the_reference_and_no_other() -> None:
    settings = {f"EXOSKULL_{field.name.upper()}" for field in fields(Settings)}
    assert named(section(page("settings.md"), "The installation")) == settings


def test_every_setting_of_a_person_stands_in_the_reference_and_no_other() -> None:
    assert named(section(page("settings.md"), "A person")) == SETTABLE | {"paused_until"}


def test_every_field_of_a_tape_is_explained() -> None:
    used = {field for needed, allowed in KINDS.values() for field in needed | allowed}
    explained = named(section(page("tape-and-records.md"), "The tape"))
    assert used | {"at", "tenant", "kind"} <= explained | SETTABLE


def events_published() -> Iterator[str]:
    """The kinds of events that the program publishes."""
    told = [key.removeprefix("feed-") for key in catalogue("en").entries if "feed-" in key]
    known = {kind.replace("-", ".", 1) for kind in told if "-" in kind}
    for path in sorted(SOURCE.rglob("*.py")):
        if path.is_relative_to(SOURCE / "i18n"):
            continue
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        called = {
            getattr(node.func, "id", getattr(node.func, "attr", ""))
            for node in nodes
            if isinstance(node, ast.Call)
        }
        texts = {
            node.value
            for node in nodes
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        if "Event" in called:
            yield from texts & known
        if called & {"event", "_event", "entry_event"}:
            for kind in known:
                family, _, verb = kind.partition(".")
                if verb in texts and path.parent.name in {
                    "intervention": ("interventions",),
                    "message": ("conversations",),
                    "app": ("apps",),
                    "entry": ("apps",),
                    "skill": ("skills",),
                    "memory": ("memory",),
                    "tool": ("toolbox",),
                    "tool_server": ("toolbox",),
                }.get(family, ()):
                    yield kind
    yield from (f"app.{state.value}" for state in (AppState.ARCHIVED, AppState.DELETED))
    yield from (f"tool.{state.value}" for state in UseState if state is not UseState.RUNNING)
    yield from (f"slot.{state.value}" for state in SlotState if state not in OPEN)


def test_every_kind_of_record_stands_in_the_reference_and_no_other() -> None:
    written = named(section(page("tape-and-records.md"), "The records"))
    assert written == set(events_published())


def test_every_state_of_a_message_is_explained() -> None:
    text = (ROOT / "docs/explanation/the-outbox.md").read_text(encoding="utf-8")
    assert {state.value for state in State} <= named(text)


def test_every_reason_of_the_gate_is_explained() -> None:
    text = page("grants.md")
    assert {reason.value for reason in GrantReason} <= named(text)
