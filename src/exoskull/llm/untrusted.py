"""Text from others, read by a call that has no tools and an answer that cannot carry a message.

What a stranger wrote may tell a model anything. So the model gets nothing but that text, and can
only fill in a closed form: members of an enum, numbers, dates, and short quotes that stand in the
text itself. What comes out names where it came from, and is never acted upon.
"""

import re
import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Any, Generic, Literal, Union, get_args, get_origin
from uuid import UUID

from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from exoskull.kit.ids import TenantId, TraceId
from exoskull.llm.gateway import Models
from exoskull.llm.model import Answered, Ask, Declined, Feature, Prompt, T
from exoskull.llm.prompts import load

TEXT_MAX = 6000
"""Characters of a text that are read."""
QUOTE_MAX = 120


@dataclass(frozen=True, slots=True)
class Quoted:
    """Marks text that stands letter for letter in what was read."""


Quote = Annotated[str, Quoted(), StringConstraints(min_length=1, max_length=QUOTE_MAX)]
"""A short piece of the text that was read: data, to be shown as a quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a value came from. `kind`: `mail`, `page` or `import`; `id`: the row's."""

    kind: str
    id: str
    trust: Literal["untrusted"] = "untrusted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Untrusted(Generic[T]):
    """A value read out of what others wrote. It may be shown; nothing may be done because of it."""

    value: T
    source: Provenance
    call: UUID
    prompt: str


async def read_untrusted(
    models: Models,
    tenant_id: TenantId,
    text: str,
    output: type[T],
    *,
    source: Provenance,
    language: str,
    trace: TraceId,
    prompt: Prompt | None = None,
) -> Untrusted[T] | Declined:
    """What a model reads out of `text`, a closed form. Never called with a transaction open.

    Raises:
        TypeError: `output` is not closed: it could carry words of the model's own.
    """
    open_fields = list(not_closed(output))
    if open_fields:
        raise TypeError(f"{output.__name__} is not closed: {', '.join(open_fields)}")
    shown = text[:TEXT_MAX]
    ask = Ask(
        feature=Feature.UNTRUSTED,
        prompt=prompt or load("untrusted", 1),
        material=shown,
        output=output,
        trace=trace,
        language=language,
        tokens_max=300,
        accept=lambda value: list(inventions(value, shown)),
    )
    answer = await models.ask(tenant_id, ask)
    if not isinstance(answer, Answered):
        return answer
    return Untrusted(value=answer.value, source=source, call=answer.call, prompt=answer.prompt)


_CLOSED = (bool, int, float, date, datetime, UUID, types.NoneType)


def not_closed(output: type[BaseModel]) -> Iterator[str]:
    """The fields of `output` through which a model could say what it likes."""
    if output.model_config.get("extra") == "allow":
        yield "*"
    for name, field in output.model_fields.items():
        if not _is_closed(field.annotation, _is_quote(field)):
            yield name


def _is_quote(field: FieldInfo) -> bool:
    return any(isinstance(one, Quoted) for one in field.metadata)


def _is_closed(kind: Any, quoted: bool) -> bool:
    origin = get_origin(kind)
    if origin is Annotated:
        inner, *marks = get_args(kind)
        return _is_closed(inner, quoted or any(isinstance(one, Quoted) for one in marks))
    if origin is Literal:
        return True
    if origin in (Union, types.UnionType, list, tuple):
        return all(_is_closed(one, quoted) for one in get_args(kind) if one is not Ellipsis)
    if not isinstance(kind, type):
        return False
    if kind is str:
        return quoted
    if issubclass(kind, BaseModel):
        return not list(not_closed(kind))
    return issubclass(kind, (Enum, *_CLOSED))


def inventions(value: BaseModel, text: str) -> Iterator[str]:
    """What is wrong with `value`: quotes and numbers that do not stand in `text`."""
    words, numbers = _plain(text), _numbers(text)
    for name, one in _leaves(value, ""):
        if isinstance(one, Enum | bool | date):
            continue
        if isinstance(one, str) and _plain(one) not in words:
            yield f"{name}: that does not stand in the text, letter for letter."
        if isinstance(one, int | float) and round(float(one), 2) not in numbers:
            yield f"{name}: that number does not stand in the text."


def _leaves(value: Any, at: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, BaseModel):
        literal = {
            name
            for name, field in type(value).model_fields.items()
            if isinstance(getattr(value, name), str) and not _is_quote_anywhere(field)
        }
        for name in type(value).model_fields:
            if name not in literal:
                yield from _leaves(getattr(value, name), f"{at}.{name}".strip("."))
    elif isinstance(value, list | tuple):
        for place, one in enumerate(value):
            yield from _leaves(one, f"{at}.{place}")
    elif value is not None:
        yield at, value


def _is_quote_anywhere(field: FieldInfo) -> bool:
    return _is_quote(field) or "Quoted" in repr(field.annotation)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?")


def _numbers(text: str) -> set[float]:
    """Every number that `text` may be read to hold: "1.234,50" is 1234.5, "1.234" both."""
    found: set[float] = set()
    for one in _NUMBER.findall(text):
        plain = re.sub(r"[ \u00a0\u202f]", "", one)
        for candidate in {
            plain.replace(",", "."),
            plain.replace(".", "").replace(",", "."),
            plain.replace(",", ""),
        }:
            if re.fullmatch(r"\d+(?:\.\d+)?", candidate):
                found.add(round(float(candidate), 2))
    return found
