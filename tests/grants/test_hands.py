"""Only the person's own hand changes a rule."""

import ast
from pathlib import Path

import exoskull

SOURCE = Path(exoskull.__file__).parent
CHANGES = {"set_grant", "revoke", "write_defaults", "accept"}
READS_STRANGERS_TEXT = (
    "apps",
    "channels",
    "feed",
    "goals",
    "interventions",
    "language",
    "learning",
    "llm",
    "mape",
    "optimization",
    "outcomes",
    "sandbox",
    "signals",
    "skills",
    "tasks",
)


def _reaches_for_a_change(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    services = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and "exoskull.grants" in node.module:
            if node.module.endswith("service") and CHANGES & {name.name for name in node.names}:
                return True
            services |= {n.asname or n.name for n in node.names if n.name in ("service", "store")}
    return any(
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in services
        and node.attr in CHANGES
        for node in ast.walk(tree)
    )


def test_nothing_that_reads_other_peoples_text_can_change_a_rule():
    reaching = [
        str(path.relative_to(SOURCE))
        for folder in READS_STRANGERS_TEXT
        for path in sorted((SOURCE / folder).rglob("*.py"))
        if _reaches_for_a_change(path)
    ]
    assert reaching == []


def test_the_check_sees_a_module_that_does():
    assert _reaches_for_a_change(SOURCE / "grants/proposals/service.py")
