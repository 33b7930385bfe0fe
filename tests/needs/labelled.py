"""The labelled sentences: read from data/, for the tests, the fit and the figures of the docs."""

from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A sentence, the needs it is a mention of (none: a negative) and what it does."""

    language: str
    needs: frozenset[str]
    label: str
    text: str


def labelled(half: str) -> list[Labelled]:
    """The sentences of `tuning` or `heldout`, in order."""
    found = []
    for line in (DATA / f"{half}.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        language, needs, label, text = line.split("|", 3)
        named = frozenset() if needs == "-" else frozenset(needs.split("+"))
        found.append(Labelled(language=language, needs=named, label=label, text=text))
    return found
