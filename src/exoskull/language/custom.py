"""Measures under names of the person's own: `kindness: 5`, `log 3 for pages`."""

from collections.abc import Sequence
from datetime import datetime

from exoskull.language.clauses import Clause
from exoskull.language.fillers import FILLERS
from exoskull.language.metrics import METRICS, SLUG, metric_named
from exoskull.language.model import LogMeasure
from exoskull.language.quantities import Quantity, quantities
from exoskull.language.stance import STATED, stance
from exoskull.language.tokens import Kind, Phrases, Token, phrases
from exoskull.language.units import Dimension
from exoskull.language.when import find_when, past_moment
from exoskull.language.wordset import wordset

_LOG: Phrases[bool] = phrases(
    (
        True,
        "zapisz | zanotuj | wpisz | zaloguj | odnotuj | dodaj wpis | log | record | track | add"
        " entry | zarejestruj | zapisz mi | wpis | note down | please log | loguj | dodaj pomiar",
    ),
)
_LINKS = wordset("for do w na of jako as pod : = - to x")
_NO_METRIC = wordset(
    "tel telefon nr numer kod pin cena adres spotkanie o at time date data ok godzina hour "
    "code phone price room pokoj sala rachunek konto faktura tak nie yes no today dzis "
    "dzisiaj jutro zadanie task wersja version rozdzial chapter krok odpowiedz answer ps "
    "punkt point id lat years wiek age"
)
_SUFFIX = {
    Dimension.DURATION: "minutes",
    Dimension.DISTANCE: "km",
    Dimension.MASS: "kg",
    Dimension.VOLUME: "ml",
    Dimension.PERCENT: "percent",
}


def read_custom(clause: Clause, at: datetime, *, polish: bool) -> LogMeasure | None:
    """The measure under a name of the person's own; None where the clause is none."""
    found = _LOG.at(clause, 0)
    body = clause[found[1] :] if found else clause
    if stance(body, polish).status not in STATED:
        return None
    when = find_when(body, at, polish=polish, past=True)
    spoken = [q for q in quantities(body) if not when.covers(q.start)]
    if len(spoken) != 1 or spoken[0].implied:
        return None
    quantity = spoken[0]
    named = [
        (i, token)
        for i, token in enumerate(body)
        if not when.covers(i) and not quantity.start <= i < quantity.end
    ]
    words = [t for _, t in named if t.kind is Kind.WORD and t.text not in _LINKS]
    if found is None and not _key_and_value(body, quantity, words):
        return None
    slug = _slug(words, quantity)
    if slug is None:
        return None
    value = quantity.thousands if quantity.thousands is not None else quantity.value
    known = metric_named(slug)
    if not known.low <= value <= known.high:
        return None
    return LogMeasure(metric=slug, value=round(value, 6), unit=known.unit, at=past_moment(when, at))


def _key_and_value(body: Clause, quantity: Quantity, words: Sequence[Token]) -> bool:
    """`words: number`, and nothing else."""
    before = body[quantity.start - 1].text if quantity.start else ""
    after = [t for t in body[quantity.end :] if t.kind is Kind.WORD and t.text not in FILLERS]
    return (
        before in (":", "=")
        and not after
        and bool(words)
        and words[0].start < body[quantity.start].start
    )


def _slug(words: Sequence[Token], quantity: Quantity) -> str | None:
    texts = [token.text.replace("'", "") for token in words if token.text not in ("mi", "me", "my")]
    if not 1 <= len(texts) <= 3 or any(text in _NO_METRIC for text in texts):
        return None
    slug = "_".join(texts)
    if slug in METRICS:
        return slug if quantity.dimension is Dimension.NONE else None
    if quantity.dimension is not Dimension.NONE:
        if quantity.dimension not in _SUFFIX:
            return None
        slug = f"{slug}_{_SUFFIX[quantity.dimension]}"
    return slug if SLUG.fullmatch(slug) else None
