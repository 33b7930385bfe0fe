"""What a goal's words name: the amount, its metric, the period, the date, where it starts."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise

from exoskull.language.calendar_words import PERIODS
from exoskull.language.clauses import Clause
from exoskull.language.metrics import SLUG
from exoskull.language.model import Direction, Period
from exoskull.language.numbers import number_at
from exoskull.language.quantities import Quantity, quantities
from exoskull.language.subjects import value_in
from exoskull.language.tokens import Kind
from exoskull.language.topics import NOUNS, TOPICS, Topic
from exoskull.language.units import CALENDAR_UNITS, Dimension
from exoskull.language.verbs import verb_at
from exoskull.language.when import When, find_when
from exoskull.language.wishes import FRAME, LIMITS
from exoskull.language.wordset import wordset

_YEARLY = wordset("rocznie annually yearly")
_IN_A_YEAR = frozenset(
    {
        ("a", "year"),
        ("per", "year"),
        ("this", "year"),
        ("every", "year"),
        ("w", "roku"),
        ("na", "rok"),
        ("tym", "roku"),
    }
)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a wish names. `amounts`: its quantities, without those of time and the baseline.

    `drop`: tokens that say when and how often, and the baseline: no part of the title.
    `often`: the span of `3 razy`, `twice`, where that is the amount. `streak`: the number in
    `7 dni z rzędu`, `7 days in a row`.
    """

    amounts: tuple[Quantity, ...]
    baseline: Quantity | None
    direction: Direction | None
    period: Period | None
    by: date | None
    drop: frozenset[int]
    often: tuple[int, int] | None
    streak: int | None = None


def parts_of(body: Clause, at: datetime, polish: bool) -> Parts:
    """What the words of a wish name."""
    period, by, drop = _rhythm(body, at)
    streak, in_a_row = _streak(body)
    drop |= in_a_row
    when = _deadline(body, at, polish)
    if when is not None and when.day is not None:
        by = when.day.day
        drop |= {i for begin, end in when.spans for i in range(begin, end)}
    amounts = [quantity for quantity in quantities(body) if quantity.start not in drop]
    baseline = _baseline(body, amounts)
    if baseline is not None:
        drop |= set(range(baseline.start - 1, baseline.end))
        amounts = [quantity for quantity in amounts if quantity is not baseline]
    times = next((q for q in amounts if q.dimension is Dimension.TIMES), None)
    return Parts(
        tuple(amounts),
        baseline,
        _direction(body, amounts, period if polish else None),
        period,
        by,
        frozenset(drop),
        (times.start, times.end) if times else None,
        streak,
    )


def _rhythm(body: Clause, at: datetime) -> tuple[Period | None, date | None, set[int]]:
    """The period; the end of the year for what is wanted in a year; the tokens that say so."""
    period: Period | None = None
    by: date | None = None
    drop: set[int] = set()
    i = 0
    while i < len(body):
        if found := PERIODS.at(body, i):
            period = period or found[0]
            end = found[1]
        elif body[i].text in _YEARLY:
            by, end = date(at.year, 12, 31), i + 1
        elif tuple(token.text for token in body[i : i + 2]) in _IN_A_YEAR:
            by, end = date(at.year, 12, 31), i + 2
        else:
            i += 1
            continue
        drop |= set(range(i, end))
        i = end
    return period, by, drop


_IN_A_ROW = (("z", "rzedu"), ("pod", "rzad"), ("in", "a", "row"), ("straight",), ("running",))
_FOR = wordset("przez for")


def _streak(body: Clause) -> tuple[int | None, set[int]]:
    """How many days in a row are wanted, and the tokens that say so."""
    for i, token in enumerate(body):
        number = number_at(body, i) if token.kind is not Kind.MARK else None
        if number is None or number.end >= len(body):
            continue
        if CALENDAR_UNITS.get(body[number.end].text) != "days" or number.value % 1:
            continue
        behind = tuple(one.text for one in body[number.end + 1 : number.end + 4])
        found = next((words for words in _IN_A_ROW if behind[: len(words)] == words), None)
        if found is not None:
            begin = i - 1 if i and body[i - 1].text in _FOR else i
            return int(number.value), set(range(begin, number.end + 1 + len(found)))
    return None, set()


def _deadline(body: Clause, at: datetime, polish: bool) -> When | None:
    """The date by which; a plain `jutro` is none."""
    when = find_when(body, at, polish=polish, clock=False)
    if when.day is None or when.day.day < at.date():
        return None
    far = when.day.counted and (when.day.day - at.date()).days >= 7
    return when if when.until or far else None


def _baseline(body: Clause, amounts: list[Quantity]) -> Quantity | None:
    """`z 72 do 68 kg`, `from 72 to 68`: the first is where it starts."""
    for first, second in pairwise(amounts):
        starts = first.start and body[first.start - 1].text in ("z", "ze", "from", "od")
        if starts and body[second.start - 1].text in ("do", "to", "na"):
            return first
    return None


def _direction(body: Clause, amounts: list[Quantity], period: Period | None) -> Direction | None:
    """At most or at least, where a word says so; `do 2 dziennie` is at most."""
    if (limit := LIMITS.first(body)) is not None:
        return limit[0]
    if amounts and period and amounts[0].start and body[amounts[0].start - 1].text == "do":
        return Direction.AT_MOST
    return None


def subject_of(
    body: Clause, amounts: tuple[Quantity, ...], polish: bool
) -> tuple[Topic | None, Quantity | None]:
    """The topic of a wish and the amount that is its target."""
    verbs = [
        verb.topic
        for token in body
        if (verb := verb_at(token.text, polish)) and verb.topic in TOPICS
    ]
    nouns = [NOUNS[token.text][0] for token in body if token.text in NOUNS]
    for amount in amounts:
        near = [
            NOUNS[token.text][0]
            for token in body[amount.end : amount.end + 3]
            if token.text in NOUNS
        ]
        usual = {Dimension.GLASS: ["water"], Dimension.MASS: ["weight"]}
        for name in (*near, *verbs, *nouns, *usual.get(amount.dimension, [])):
            if value_in(TOPICS[name], amount) is not None:
                return TOPICS[name], amount
    named = next(iter((*nouns, *verbs)), None)
    return (TOPICS[named] if named else None), next(iter(amounts), None)


def own_metric(body: Clause, parts: Parts, amount: Quantity) -> tuple[str, float] | None:
    """A metric of the person's own, from what is counted: `dzwonić do mamy 2 razy w tygodniu`."""
    if amount.dimension not in (Dimension.NONE, Dimension.TIMES):
        return None
    words = [
        token.text
        for i, token in enumerate(body)
        if i not in parts.drop
        and not amount.start <= i < amount.end
        and token.kind is Kind.WORD
        and token.text not in FRAME - _INNER
        and LIMITS.at(body, i) is None
    ][:4]
    while words and words[-1] in _INNER:
        words.pop()
    slug = "_".join(words)
    return (slug, amount.value) if SLUG.fullmatch(slug) else None


_INNER = wordset("do w na")
"""Words that hold a name together: dzwonic_do_mamy."""


def baseline_of(parts: Parts, topic: Topic | None, amount: Quantity | None) -> float | None:
    """Where a goal starts, in the unit of its metric; None where the person did not say."""
    start = parts.baseline
    if start is None or amount is None:
        return None
    if start.dimension is Dimension.NONE:
        start = replace(start, dimension=amount.dimension, value=start.value * amount.worth)
    found = value_in(topic, start) if topic is not None else None
    return round(found[1], 6) if found else start.value
