"""The reference of all commands, as Markdown, out of the parser itself."""

import argparse
from argparse import ArgumentParser
from collections.abc import Iterator

HEAD = """\
# Commands

Made from the program's own parser; `exoskull COMMAND --help` says the same. Every command takes
`--json`: one JSON document (or JSON Lines where it says so) on standard output and nothing else
there. It exits 0 on success, 1 on a failed check or where something is missing or refused, 2 on bad
usage, with one line on standard error that says what is wrong and how to mend it.
"""


def reference(parser: ArgumentParser) -> str:
    """A section for each command, in the order of the help."""
    sections = [HEAD]
    for command in commands(parser):
        sections.append(f"## `{_usage(command)}`\n\n{_sentence(command.description)}\n")
        if rows := [row for action in command._actions if (row := _row(action))]:
            sections.append("\n".join(rows) + "\n")
    return "\n".join(sections)


def commands(parser: ArgumentParser) -> Iterator[ArgumentParser]:
    """Every command that can be run, those of groups included."""
    groups = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    if not groups:
        yield parser
    for group in groups:
        for command in group.choices.values():
            yield from commands(command)


def _usage(command: ArgumentParser) -> str:
    shown = [command.prog]
    for action in command._actions:
        if action.dest in ("help", "json"):
            continue
        shown.append(_argument(action))
    return " ".join(shown)


def _argument(action: argparse.Action) -> str:
    name = str(action.metavar or action.dest.upper())
    if not action.option_strings:
        return {"?": f"[{name}]", "+": f"{name}..."}.get(str(action.nargs), name)
    flag = action.option_strings[0]
    shown = flag if action.nargs == 0 else f"{flag} {name}"
    return shown if action.required else f"[{shown}]"


def _row(action: argparse.Action) -> str | None:
    if not action.help or action.dest in ("help", "json"):
        return None
    named = action.option_strings[0] if action.option_strings else _argument(action)
    return f"- `{named}`: {action.help}"


def _sentence(text: str | None) -> str:
    said = (text or "").strip().rstrip(".")
    return f"{said[:1].upper()}{said[1:]}."
