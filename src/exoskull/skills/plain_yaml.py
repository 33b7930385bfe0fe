"""YAML that can only say what JSON can: read by its events, so that nothing is expanded.

No anchor, alias, tag, merge key, second key of a name, document or directive; keys are strings;
integers within +/-(2^53 - 1), finite floats; a bounded number of levels. Plain scalars mean what
YAML 1.2's core schema says: `yes`, dates and `1:30` are strings.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from yaml import events

from exoskull.skills.model import INTEGER_MAX, LEVELS_MAX, Problem

_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_WORDS |= dict.fromkeys(("true", "True", "TRUE"), True)
_WORDS |= dict.fromkeys(("false", "False", "FALSE"), False)
_DIGITS_MAX = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a text says. `lines`: of the text, from 1, on which each key of the outermost mapping
    stands, `(key,)`, and each entry of a list that is its value, `(key, index)`."""

    value: Any
    lines: Mapping[tuple[str] | tuple[str, int], int]


class NotPlain(Exception):
    """The text is not such YAML."""

    def __init__(self, key: str, mark: Any, **args: str) -> None:
        super().__init__(key)
        self.problem = Problem(key=key, line=mark.line + 1 if mark else None, args=args)


def read(text: str) -> Document:
    """The document in `text`; raises NotPlain, with a line of `text` from 1."""
    try:
        return _read(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        said = " ".join(str(error.problem or error.context or "").split())[:120]
        raise NotPlain("yaml.invalid", error.problem_mark, said=said) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise NotPlain("yaml.invalid", None, said=type(error).__name__) from error


def _read(stream: Any) -> Document:
    lines: dict[tuple[str] | tuple[str, int], int] = {}
    outermost = ""
    root: list[Any] = []
    open_: list[list[Any] | dict[str, Any]] = [root]
    keys: list[str | None] = [None]
    documents = 0
    for event in stream:
        match event:
            case events.DocumentStartEvent():
                documents += 1
                if documents > 1 or event.version or event.tags:
                    raise NotPlain("yaml.second_document", event.start_mark)
                continue
            case events.AliasEvent():
                raise NotPlain("yaml.alias", event.start_mark)
            case events.NodeEvent():
                _refuse_extras(event)
            case events.MappingEndEvent() | events.SequenceEndEvent():
                open_.pop()
                keys.pop()
                continue
            case _:
                continue
        value: Any
        if isinstance(event, events.ScalarEvent):
            value = _scalar(event)
        else:
            value = {} if isinstance(event, events.MappingStartEvent) else []
        into = open_[-1]
        if isinstance(into, list):
            if len(open_) == 3 and outermost:
                lines[outermost, len(into)] = event.start_mark.line + 1
            into.append(value)
        elif keys[-1] is None:
            keys[-1] = _key(event, value, into)
            if len(open_) == 2:
                outermost = keys[-1]
                lines[(outermost,)] = event.start_mark.line + 1
            continue
        else:
            into[keys[-1]] = value
            keys[-1] = None
        if isinstance(value, dict | list):
            if len(open_) > LEVELS_MAX:
                raise NotPlain("yaml.too_deep", event.start_mark, limit=str(LEVELS_MAX))
            open_.append(value)
            keys.append(None)
    return Document(value=root[0] if root else None, lines=lines)


def _refuse_extras(event: Any) -> None:
    if event.anchor is not None:
        raise NotPlain("yaml.anchor", event.start_mark)
    if getattr(event, "tag", None) is not None:
        raise NotPlain("yaml.tag", event.start_mark)


def _key(event: Any, value: Any, into: dict[str, Any]) -> str:
    if not isinstance(value, str):
        raise NotPlain("yaml.key_not_text", event.start_mark)
    if value == "<<":
        raise NotPlain("yaml.merge", event.start_mark)
    if value in into:
        raise NotPlain("yaml.key_twice", event.start_mark, name=value[:64])
    return value


def _scalar(event: Any) -> Any:
    text = event.value
    if event.style is not None:  # quoted, or a block
        return _text(event, text)
    if text in _WORDS:
        return _WORDS[text]
    if _NOT_FINITE.fullmatch(text):
        raise NotPlain("yaml.number", event.start_mark)
    if _INTEGER.fullmatch(text):
        if len(text) > _DIGITS_MAX:
            raise NotPlain("yaml.number", event.start_mark)
        number = int(text, 0) if text[:2] in ("0o", "0x") else int(text)
        if abs(number) > INTEGER_MAX:
            raise NotPlain("yaml.number", event.start_mark)
        return number
    if _FLOAT.fullmatch(text):
        number = float(text)
        if not math.isfinite(number):
            raise NotPlain("yaml.number", event.start_mark)
        return number
    return _text(event, text)


def _text(event: Any, text: str) -> str:
    """`text`, its pairs of surrogate escapes made the characters that they mean, as JSON has them;
    half a pair is no text."""
    if not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError as error:
        raise NotPlain("yaml.surrogate", event.start_mark) from error
