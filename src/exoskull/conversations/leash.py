"""What a model in the chat may never bring together without the person's yes. Pure.

The rule of two: in one run at most two of private data, what others wrote, and a way out. Whoever
has all three can be talked, by what others wrote, into carrying the private out.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from exoskull.language.fold import clean, own_lines

PASTED_LEAST = 40
"""Characters of a message that are not the person's own words before they count as pasted."""

LONG = 1200
"""Characters beyond which a message is taken to hold pasted text, whatever it looks like."""

_HEADER = re.compile(
    r"^\s*(?:from|to|subject|sent|od|do|temat|wyslano|wysłano|data)\s*:\s*\S", re.IGNORECASE | re.M
)


class Flags(Protocol):
    """What a tool touches."""

    @property
    def private(self) -> bool: ...
    @property
    def untrusted(self) -> bool: ...
    @property
    def outward(self) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """What one run has touched so far. The person's facts are in every run."""

    private: bool = True
    untrusted: bool = False
    outward: bool = False

    def with_(self, tool: Flags) -> "Touched":
        """What it will have touched after `tool`."""
        return Touched(
            private=self.private or tool.private,
            untrusted=self.untrusted or tool.untrusted,
            outward=self.outward or tool.outward,
        )

    @property
    def count(self) -> int:
        return self.private + self.untrusted + self.outward


def needs_yes(touched: Touched, tool: Flags) -> bool:
    """Whether `tool` would bring all three together in the run, and so waits for the person."""
    after = touched.with_(tool)
    return after.count > 2 and (tool.outward or after.count > touched.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """A message as the model is shown it: the person's own words, and what they pasted."""

    own: str
    pasted: str


def parted(message: str) -> Parted:
    """The message with what was quoted or forwarded in it set apart, as data."""
    lines = clean(message).split("\n")
    own = own_lines("\n".join(lines))
    kept = set(own)
    other = [line.strip() for line in lines if line.strip() and line.strip() not in kept]
    return Parted(own="\n".join(own), pasted="\n".join(other))


def holds_pasted(message: str) -> bool:
    """Whether `message` seems to hold what others wrote: quoted lines, a mail's head, much text."""
    if len(parted(message).pasted) >= PASTED_LEAST or len(message) > LONG:
        return True
    return len(_HEADER.findall(message)) > 1


def content_hash(tool: str, arguments: Mapping[str, Any]) -> str:
    """What exactly a yes is a yes to."""
    plain = json.dumps(
        {"tool": tool, "arguments": dict(arguments)},
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
        allow_nan=True,
    )
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
