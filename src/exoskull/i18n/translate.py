"""A sentence in the person's language."""

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import lru_cache
from types import NoneType
from typing import Any

from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.runtime.types import FluentType

from exoskull.i18n.arguments import fluent
from exoskull.i18n.catalogue import OPTIONAL, Catalogue, MissingText, catalogue
from exoskull.kit.errors import ExoSkullError

# Fluent refuses a part over 2500 characters, so long arguments are put in after it has done.
_LONG = 200

_PLAIN = frozenset({int, float, bool, NoneType, date, time})


def text(language: str, key: str, /, **args: Any) -> str:
    """The entry `key` in `language` with `args` put in as plain data.

    Numbers decide plurals and are written as the language does; a date, time or instant is
    written out (an instant in its own zone). Arguments the entry does not name are ignored; those
    with a `[none]` variant may be left out or None.

    Raises MissingText for an unknown language or key, or a missing argument.
    """
    if all(type(value) in _PLAIN for value in args.values()):
        return _remembered(language, key, *((name, type(v), v) for name, v in args.items()))
    return _text(language, key, args)


@lru_cache(maxsize=4096)
def _remembered(language: str, key: str, /, *args: tuple[str, type, Any]) -> str:
    """Sentences of numbers and days alone, made once: pages are full of them. None has a word of a
    person's in it. 1, 1.0 and True are told apart by their types."""
    return _text(language, key, {name: value for name, _, value in args})


def _text(language: str, key: str, args: Mapping[str, Any]) -> str:
    texts = catalogue(language)
    entry = texts.entries.get(key)
    if entry is None:
        raise MissingText(f"no text {key!r} in {texts.language}")
    missing = entry.required - args.keys()
    if missing:
        raise MissingText(f"text {key!r} needs {', '.join(sorted(missing))}")
    values: dict[str, Any] = dict.fromkeys(entry.optional, OPTIONAL)
    long: dict[str, str] = {}
    for name in args.keys() & (entry.required | entry.optional):
        value = _argument(args[name], language)
        if isinstance(value, str) and len(value) > _LONG:
            # NUL cannot stand in an argument: `fluent` has cleaned them.
            stand_in = f"\0{name}\0"
            long[stand_in] = value
            value = stand_in
        values[name] = value
    return _put_in(_formatted(texts, key, values), long)


def has(key: str, language: str = "en") -> bool:
    """Whether there is an entry `key`."""
    return key in catalogue(language).entries


def error_text(error: ExoSkullError, language: str) -> str:
    """What went wrong and how to mend it: the entry `error-<key>` with dots turned to dashes.

    An error without an entry, or that does not tell its entry all it needs, is still told, by its
    key and parameters, through `error-unexpected`.
    """
    key = "error-" + error.key.replace(".", "-")
    told = {"field": error.field, **error.params}
    if has(key, language) and catalogue(language).entries[key].required <= told.keys():
        return text(language, key, **told)
    return text(language, "error-unexpected", detail=str(error))


def _argument(value: Any, language: str) -> str | FluentType:
    match value:
        case datetime():
            day, clock = (_argument(part, language) for part in (value.date(), value.time()))
            return text(language, "date-and-time", date=day, time=clock)
        case date():
            return text(
                language, "date-full", day=value.day, month=value.month, year=str(value.year)
            )
        case time():
            return f"{value.hour}:{value:%M}"
        case _:
            return fluent(value)


def _formatted(texts: Catalogue, key: str, values: Mapping[str, Any]) -> str:
    # FluentBundle.format_pattern would make its own numbers out of ours.
    errors: list[Exception] = []
    env = ResolverEnvironment(
        context=texts.bundle, current=CurrentEnvironment(args=dict(values)), errors=errors
    )
    pattern: Any = texts.bundle.get_message(key).value
    result = pattern(env)
    if errors:
        raise MissingText(f"text {key!r} cannot be made: {errors[0]}") from errors[0]
    return str(result)


def _put_in(told: str, long: Mapping[str, str]) -> str:
    for stand_in, value in long.items():
        told = told.replace(stand_in, value)
    return told
