"""Every command stands in the reference, and the contract's commands are there."""

from pathlib import Path

import pytest

from exoskull.cli import parser
from exoskull.commands.reference import commands, reference

PAGE = Path(__file__).parents[2] / "docs/reference/commands.md"


def test_the_reference_is_what_the_parser_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(parser()), (
        "make it anew: python -c 'from exoskull.cli import parser; "
        'from exoskull.commands.reference import reference; print(reference(parser()), end="")\''
        " > docs/reference/commands.md"
    )


@pytest.mark.parametrize(
    "name",
    [
        "up",
        "web",
        "work",
        "migrate",
        "doctor",
        "status",
        "tenant create",
        "tenant list",
        "tenant token",
        "tenant delete",
        "grants list",
        "grants set",
        "grants revoke",
        "grants explain",
        "schedule preview",
        "schedule runs",
        "trace",
        "replay",
        "bench",
        "say",
        "log",
    ],
)
def test_every_promised_command_is_there_and_takes_json(name: str) -> None:
    (found,) = [one for one in commands(parser()) if one.prog == f"exoskull {name}"]
    assert "--json" in found.format_help()
    assert found.description
