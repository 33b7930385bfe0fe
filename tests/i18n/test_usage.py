"""The program and the catalogues fit: what it says exists, and is told all that it needs."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import exoskull
from exoskull.i18n.catalogue import LANGUAGES, catalogue
from exoskull.kit import errors

SOURCE = Path(exoskull.__file__).parent
ERRORS = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.ExoSkullError)
}
LISTED = {"text", "say"}
"""Functions that take a key: `text(language, key, ...)`, and `say(key, ...)` over it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A key used in the program; `told` is None where it is handed on with `**`."""

    where: str
    key: re.Pattern[str]
    told: frozenset[str] | None


def calls() -> Iterator[tuple[str, ast.Call, str]]:
    for file in sorted(SOURCE.rglob("*.py")):
        if file.is_relative_to(SOURCE / "i18n"):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                yield f"{file.relative_to(SOURCE)}:{node.lineno}", node, name


def told(call: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else frozenset(name for name in names if name)


def keys(node: ast.expr) -> Iterator[re.Pattern[str]]:
    """The keys that an expression can be, as far as it is written down."""
    match node:
        case ast.Constant(value=str(key)):
            yield re.compile(re.escape(key))
        case ast.IfExp(body=yes, orelse=no):
            yield from keys(yes)
            yield from keys(no)
        case ast.JoinedStr(values=parts):
            written = [
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
                for part in parts
            ]
            yield re.compile("".join(written))


def texts_used() -> Iterator[Use]:
    for where, call, name in calls():
        place = 1 if name == "text" else 0
        if name in LISTED and len(call.args) == place + 1:
            for key in keys(call.args[place]):
                yield Use(where=where, key=key, told=told(call))


def errors_raised() -> Iterator[Use]:
    for where, call, name in calls():
        if name in ERRORS and call.args:
            for key in keys(call.args[0]):
                entry = "error-" + key.pattern.replace(r"\.", "-")
                names = told(call)
                known = None if names is None else names | {"field"}
                yield Use(where=where, key=re.compile(entry), told=known)


def misfits(uses: Iterator[Use]) -> list[str]:
    found = []
    for use in uses:
        for language in LANGUAGES:
            entries = catalogue(language).entries
            named = [key for key in entries if use.key.fullmatch(key)]
            if not named:
                found.append(f"{use.where}: no {use.key.pattern} in {language}")
            if len(named) == 1 and use.told is not None:
                lacking = entries[named[0]].required - use.told
                if lacking:
                    found.append(f"{use.where}: {named[0]} lacks {', '.join(sorted(lacking))}")
    return sorted(set(found))


def test_every_text_the_program_says_exists_and_is_told_what_it_needs() -> None:
    assert misfits(texts_used()) == []


def test_every_error_the_program_raises_is_worded_and_told_what_it_needs() -> None:
    assert misfits(errors_raised()) == []


def kinds_published() -> Iterator[tuple[str, str]]:
    for where, call, name in calls():
        if name == "Event":
            for keyword in call.keywords:
                if keyword.arg == "kind":
                    for key in keys(keyword.value):
                        yield where, key.pattern


def test_every_event_the_program_publishes_can_be_told() -> None:
    entries = catalogue("en").entries
    untold = [
        f"{where}: {kind}"
        for where, kind in kinds_published()
        if not any(re.fullmatch("feed-" + kind.replace(r"\.", "-"), key) for key in entries)
    ]
    assert untold == []
