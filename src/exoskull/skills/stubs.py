"""The types of the host functions, for the type checker and for whoever writes a skill."""

from exoskull.skills.model import HOSTS, Capability

_STUBS = {
    "measures": "def measures(metric: str, days: int) -> list[dict[str, Any]]: ...",
    "tasks": "def tasks(status: str) -> list[dict[str, Any]]: ...",
    "goals": "def goals() -> list[dict[str, Any]]: ...",
    "record": "def record(metric: str, value: float, unit: str) -> None: ...",
    "create_task": "def create_task(title: str, due: str | None) -> None: ...",
    "notify": "def notify(text: str) -> None: ...",
    "now": "def now() -> str: ...",
    "today": "def today() -> str: ...",
}


def stubs(capabilities: tuple[Capability, ...]) -> str:
    """The stubs of what `capabilities` give, and of the clocks."""
    lines = [
        _STUBS[name] for name, needs in HOSTS.items() if needs is None or needs in capabilities
    ]
    return "\n".join(["from typing import Any", *lines, ""])
