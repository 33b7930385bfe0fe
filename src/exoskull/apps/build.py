"""A definition made: of the catalogue's row, or of the person's own words. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from exoskull.apps.catalogue import CATALOGUE, Field, Row
from exoskull.apps.families import CUSTOM, family_of
from exoskull.apps.model import (
    NAME_MAX,
    AppSpec,
    Column,
    ColumnType,
    Measured,
    MetricLink,
    Rule,
    View,
)
from exoskull.apps.naming import slugify
from exoskull.apps.parse import next_key
from exoskull.channels.text import untrusted
from exoskull.i18n import text
from exoskull.language.fold import clean, fold
from exoskull.language.metrics import METRICS
from exoskull.language.numbers import number_at
from exoskull.language.quantities import quantities
from exoskull.language.tokens import Kind, Token, tokenize
from exoskull.language.topics import NOUNS, TOPICS
from exoskull.language.units import MONEY, UNITS, Dimension
from exoskull.language.wordset import wordset

CURRENCIES = {"pl": "PLN", "en": "USD"}
"""The currency of a person who named none."""


def build(family: str, label: str | None, words: Sequence[str], language: str) -> AppSpec:
    """The definition for a need of `family`, in `language`, with the units of `words`.

    Args:
        family: a name of a family, or anything else for an app of the person's own.
        label: what the person calls it; needed where the family is not of the catalogue.
        words: the person's messages, as they wrote them.
    """
    known = family_of(family)
    if known == CUSTOM:
        return _custom(label or family.replace("_", " "), words, language)
    row = _in_their_units(known, CATALOGUE[known], words, language)
    return _of_row(known, row, language)


def _of_row(family: str, row: Row, language: str) -> AppSpec:
    columns: list[Column] = []
    for field in row.fields:
        columns.append(_column(field, language, columns))
    names = {field.label: column.name for field, column in zip(row.fields, columns, strict=True)}
    shows = names.get(row.shows)
    measured = Measured(column=shows, rule=row.rule if shows else Rule.COUNT)
    name = text(language, f"app-{family}")
    return AppSpec(
        name=name,
        slug=slugify(name),
        family=family,
        columns=tuple(columns),
        views=views_of(measured),
        measured=measured,
        metrics=tuple(
            MetricLink(metric=metric, column=names.get(label), factor=factor)
            for metric, label, factor in row.metrics
        ),
        widget=row.widget,
        reminder=row.reminder,
    )


def views_of(measured: Measured) -> tuple[View, ...]:
    """The views that fit: bars for what adds up, a line for levels."""
    chart = View.BAR if measured.rule in (Rule.SUM, Rule.COUNT) else View.LINE
    return (View.FORM, chart, View.CALENDAR, View.STREAK, View.TABLE)


def _column(field: Field, language: str, before: Iterable[Column]) -> Column:
    label = text(language, f"app-column-{field.label}")
    return Column(
        key=next_key(field.type, {column.key for column in before}),
        name=slugify(label),
        label=label,
        type=field.type,
        unit=field.unit,
        low=field.low,
        high=field.high,
        options=tuple(text(language, f"app-option-{one}") for one in field.options),
        required=field.required,
        default=field.start,
    )


def _in_their_units(family: str, row: Row, words: Sequence[str], language: str) -> Row:
    """The row in the units that the person uses: millilitres, pounds, their currency."""
    said = _said_units(words)
    if family == "hydration" and said[Dimension.VOLUME] > said[Dimension.GLASS]:
        field = replace(row.fields[0], unit="ml", high=15000.0, start=250)
        return replace(row, fields=(field,), metrics=(("water_glasses", "amount", 1 / 250),))
    if family in ("spending", "savings"):
        money = [(count, unit) for unit, count in said.items() if unit in MONEY]
        unit = max(money, key=lambda one: one[0])[1].value if money else None
        currency = unit.upper() if unit else CURRENCIES[language]
        field = replace(row.fields[0], unit=currency)
        metric = f"{family}_{currency.lower()}"
        return replace(row, fields=(field, *row.fields[1:]), metrics=((metric, "sum", 1.0),))
    if family == "weight" and _pounds(words):
        field = replace(row.fields[0], unit="lb", low=44, high=880)
        return replace(row, fields=(field,), metrics=(("weight_kg", "weight", 0.45359237),))
    return row


def _said_units(words: Sequence[str]) -> Counter[Dimension]:
    """How often each kind of quantity is written, with or without a number."""
    said: Counter[Dimension] = Counter()
    for one in words:
        for token in tokenize(clean(one)):
            unit = UNITS.get(token.text)
            if unit is not None and (len(token.text) > 1 or token.text in "$€£l"):
                said[unit.dimension] += 1
    return said


def _pounds(words: Sequence[str]) -> bool:
    said = {token.text for one in words for token in tokenize(clean(one))}
    return bool(said & {"lb", "lbs", "pounds", "funtow", "funty"})


@dataclass(frozen=True, slots=True)
class _Kind:
    """The column that a person's words ask for. `label` is its text's key."""

    type: ColumnType
    unit: str
    label: str
    low: float | None = 0
    high: float | None = 100_000
    start: float | bool | None = None


_KINDS: dict[Dimension, _Kind] = {
    Dimension.GLASS: _Kind(ColumnType.NUMBER, "glass", "amount", start=1),
    Dimension.CUP: _Kind(ColumnType.NUMBER, "cup", "amount", start=1),
    Dimension.SERVING: _Kind(ColumnType.NUMBER, "portion", "amount", start=1),
    Dimension.VOLUME: _Kind(ColumnType.NUMBER, "ml", "amount"),
    Dimension.DISTANCE: _Kind(ColumnType.NUMBER, "km", "distance"),
    Dimension.DURATION: _Kind(ColumnType.DURATION, "min", "minutes", high=1440),
    Dimension.MASS: _Kind(ColumnType.NUMBER, "kg", "amount"),
    Dimension.LENGTH: _Kind(ColumnType.NUMBER, "cm", "amount"),
    Dimension.PLN: _Kind(ColumnType.MONEY, "PLN", "sum", high=1e9),
    Dimension.USD: _Kind(ColumnType.MONEY, "USD", "sum", high=1e9),
    Dimension.EUR: _Kind(ColumnType.MONEY, "EUR", "sum", high=1e9),
    Dimension.GBP: _Kind(ColumnType.MONEY, "GBP", "sum", high=1e9),
    Dimension.ENERGY: _Kind(ColumnType.NUMBER, "kcal", "amount"),
    Dimension.PERCENT: _Kind(ColumnType.NUMBER, "%", "amount", high=100),
    Dimension.SCORE: _Kind(ColumnType.RATING, "/10", "level", high=10),
}
_TIMES = _Kind(ColumnType.INTEGER, "", "amount", high=1000, start=1)
_ASKS_WHETHER = wordset("czy whether if")
_ASKS_HOW_WELL = wordset(
    "ocena ocene oceniac nasilenie nasilenia poziom skala skali rate rating level"
)
_ASKS_WHEN = wordset("ostatnio kiedy when last")


def _custom(label: str, words: Sequence[str], language: str) -> AppSpec:
    """An app of the person's own: its column is what their words count in."""
    name = untrusted(label, NAME_MAX).strip(" .,:;!?„”\"'") or text(language, "app-custom")
    name = name[:1].upper() + name[1:]
    kind = _kind_of(words)
    main = Field(
        label=kind.label,
        type=kind.type,
        unit=kind.unit,
        low=kind.low,
        high=kind.high,
        required=kind.type is not ColumnType.BOOLEAN,
        start=kind.start,
    )
    row = Row(
        fields=(main, Field(label="note", type=ColumnType.TEXT)),
        shows=kind.label if kind.type is not ColumnType.BOOLEAN else "",
        rule=Rule.MEAN if kind.type is ColumnType.RATING else Rule.SUM,
    )
    made = _of_row(CUSTOM, row, language)
    slug = slugify(name)
    link = MetricLink(metric=_metric(name, slug, kind), column=made.columns[0].name)
    return replace(made, name=name, slug=slug, metrics=(link,))


def _metric(name: str, slug: str, kind: _Kind) -> str:
    """The metric of an app of the person's own: the catalogue's where its name and unit say so
    ("Pompki"), else one of its own name."""
    topic = TOPICS.get(NOUNS.get(fold(name), ("", False))[0])
    known = topic.metrics.get(Dimension.NONE) if topic is not None else None
    if known is not None and kind.type is ColumnType.INTEGER:
        return known[0]
    return slug if slug not in METRICS else f"{slug}_x"


def _kind_of(words: Sequence[str]) -> _Kind:
    """The kind of column by what is said most: a quantity's, a counted thing's, or a count."""
    dimensions: Counter[Dimension] = Counter()
    things: Counter[str] = Counter()
    for one in words:
        tokens = tokenize(clean(one))
        for quantity in quantities(tokens):
            if quantity.dimension in _KINDS:
                dimensions[quantity.dimension] += 1
            elif thing := _counted(tokens, quantity.end, one):
                things[thing] += 1
        if not dimensions and any(token.text in _ASKS_HOW_WELL for token in tokens):
            dimensions[Dimension.SCORE] += 1
    if dimensions:
        found = max(dimensions, key=lambda one: dimensions[one])
        return _KINDS[found]
    if things:
        thing = max(things, key=lambda one: things[one])
        return replace(_TIMES, unit=thing)
    if any(token.text in _ASKS_WHETHER for one in words for token in tokenize(clean(one))):
        return _Kind(ColumnType.BOOLEAN, "", "done", low=None, high=None, start=True)
    return _TIMES


_NO_THING = wordset(
    "razy raz dni dzien tygodni tydzien times days weeks tygodniu miesiacu na w za o z do of per a"
    " i and the godziny godzinie dnia roku lat years am pm dziennie daily more less wiecej mniej"
)


def _counted(tokens: Sequence[Token], i: int, written: str) -> str | None:
    """The word that a bare number counts, as the person wrote it: `12 kartek`."""
    if i >= len(tokens) or tokens[i].kind is not Kind.WORD or tokens[i].text in _NO_THING:
        return None
    if number_at(tokens, i) is not None or len(tokens[i].text) < 3:
        return None
    start, end = tokens[i].start, tokens[i].end
    source = clean(written)[start:end]
    return source.lower()[:20] if fold(source) == tokens[i].text else tokens[i].text[:20]
