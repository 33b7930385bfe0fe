"""What a model is shown: rows within a number of tokens, the newest and most relevant first. Pure.

Each row gets a short name (`m1`, `g2`), so that an answer can cite it in few tokens and a name
that was not given is found out. What others wrote is left out, always: it has a reader of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from exoskull.channels.text import clean_line

HALF_LIFE = timedelta(days=7)
"""A row a week older counts half."""

BYTES_A_TOKEN = 3
"""Of Polish and English; to stay within a number, not to pay by."""


class Origin(StrEnum):
    """Who made the row: the PERSON, the product itself out of rows (OURS), or OTHERS."""

    PERSON = "person"
    OURS = "ours"
    OTHERS = "others"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One row, or a few that belong together, in one line.

    `letter`: of its short name. `heading`: the part it is shown in. `weight`: its relevance, over
    0, 1 as a rule. `ids`: the rows it shows. `subject`: what it is itself, where it can be spoken
    of (`goal:<id>`).
    """

    letter: str
    heading: str
    text: str
    at: datetime
    ids: tuple[str, ...]
    weight: float = 1.0
    subject: str | None = None
    origin: Origin = Origin.PERSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What is shown, as text; `shown`: the pieces by their short names."""

    text: str
    shown: Mapping[str, Piece]

    def ids(self, names: Iterable[str]) -> tuple[str, ...]:
        """The rows that `names` cite, each once, in their order; unknown names cite nothing."""
        cited = (one for name in names if name in self.shown for one in self.shown[name].ids)
        return tuple(dict.fromkeys(cited))

    def unknown(self, names: Iterable[str]) -> list[str]:
        """Those of `names` that were not given."""
        return [name for name in names if name not in self.shown]


def tokens_of(text: str) -> int:
    """About how many tokens `text` is."""
    return -(-len(text.encode()) // BYTES_A_TOKEN)


def assemble(
    pieces: Sequence[Piece], *, tokens_max: int, at: datetime, opening: str = ""
) -> Material:
    """The pieces that fit into `tokens_max`, taken by relevance and age, shown part by part and
    there by time.

    Args:
        opening: a first line that is always there, such as what time it is.
    """
    left = tokens_max - tokens_of(opening)
    taken: list[Piece] = []
    headings: set[str] = set()
    for piece in sorted(pieces, key=lambda one: _order(one, at)):
        if piece.origin is Origin.OTHERS:
            continue
        cost = tokens_of(f"[{piece.letter}999] {_line(piece)}\n")
        if piece.heading not in headings:
            cost += tokens_of(f"\n{piece.heading}:\n")
        if cost <= left:
            left -= cost
            headings.add(piece.heading)
            taken.append(piece)
    return _shown(pieces, taken, opening)


def _order(piece: Piece, at: datetime) -> tuple[float, float, str]:
    age = max(timedelta(), at - piece.at)
    return (-piece.weight * 0.5 ** (age / HALF_LIFE), age.total_seconds(), piece.text)


def _shown(pieces: Sequence[Piece], taken: Sequence[Piece], opening: str) -> Material:
    shown: dict[str, Piece] = {}
    counts: dict[str, int] = defaultdict(int)
    lines = [opening] if opening else []
    for heading in dict.fromkeys(piece.heading for piece in pieces):
        group = [piece for piece in taken if piece.heading == heading]
        if group:
            lines += ["", f"{heading}:"]
        for piece in sorted(group, key=lambda one: (one.at, one.text)):
            counts[piece.letter] += 1
            name = f"{piece.letter}{counts[piece.letter]}"
            shown[name] = piece
            lines.append(f"[{name}] {_line(piece)}")
    return Material(text="\n".join(lines).strip("\n"), shown=shown)


def _line(piece: Piece) -> str:
    return clean_line(piece.text)
