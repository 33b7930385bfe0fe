"""Goals: so much in every period, at most so much, or a value by a date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from exoskull.language.calendar_words import PERIODS
from exoskull.language.clauses import Clause
from exoskull.language.context import Context
from exoskull.language.fillers import FILLERS
from exoskull.language.fold import fold
from exoskull.language.metrics import DAILY_UNSAID, SLUG, metric_named
from exoskull.language.model import Direction, Period, SetGoal, VagueGoal
from exoskull.language.numbers import number_at
from exoskull.language.quantities import Quantity, quantities
from exoskull.language.titles import capitalised, title_of
from exoskull.language.tokens import Kind, Phrases, Token, phrases
from exoskull.language.topics import NOUNS, TOPICS, Topic
from exoskull.language.units import UNITS, Dimension
from exoskull.language.verbs import Tense, verb_at
from exoskull.language.when import When, find_when
from exoskull.language.wordset import wordset

WANT: Phrases[bool] = phrases(
    (
        True,
        "chce | chcialabym | chcialbym | zamierzam | planuje | postanowilam | postanowilem | moim celem jest"
        " | moj cel to | cel | moj cel | nowy cel | dodaj cel | ustaw cel | celem jest | mam zamiar"
        " | mam cel | ustal cel | chcemy | postanawiam | mam w planach | marze zeby | marze o tym zeby"
        " | chce zaczac | chcialabym zaczac | chcialbym zaczac | stawiam sobie za cel | podejmuje wyzwanie"
        " | i want to | i want | i'd like to | i would like to | i wanna | my goal is to | my goal is"
        " | my goal | goal | new goal | add goal | add a goal | set a goal | set goal | i plan to"
        " | i'm going to | i am going to | i aim to | i intend to | i'm aiming for | i'm aiming to"
        " | i'm trying to | i hope to | want to | the goal is to | my aim is to | my target is | target"
        " | i've decided to | i decided to | i want to start | i'd like | help me | pomoz mi"
        " | set a goal to | set me a goal to | goal is to | i wish to | i'm planning to | aim"
        " | my target is to | i will try to | sprobuje | postaram sie | i resolve to",
    ),
)
_LIMITS: Phrases[Direction] = phrases(
    (
        Direction.AT_MOST,
        "max | maks | maksymalnie | najwyzej | co najwyzej | nie wiecej niz | mniej niz | ponizej"
        " | no more than | not more than | at most | less than | under | below | up to | fewer than"
        " | maximum | maximum of | a maximum of | nie dluzej niz | limit to | ograniczyc do | limit"
        " | ograniczyc sie do | zmniejszyc do | zejsc do | cut down to | reduce to | keep it under"
        " | nie przekraczac | stay under | keep under | tylko | only | nie wiecej jak | zmiescic sie w"
        " | ograniczenie do | cut to | down to | not exceed | najdluzej | or less | or fewer | lub mniej",
    ),
    (
        Direction.AT_LEAST,
        "min | co najmniej | przynajmniej | minimum | nie mniej niz | at least | no less than"
        " | not less than | no fewer than | more than | wiecej niz | ponad | or more | lub wiecej"
        " | minimum of | a minimum of | conajmniej | powyzej | over",
    ),
)
_CHANGE = wordset(
    "wiecej mniej czesciej rzadziej regularnie lepiej zdrowiej zdrowo schudnac zrzucic rzucic "
    "przestac ograniczyc zaczac wysypiac zadbac dbac forma forme formy kondycja kondycje "
    "kondycji nauczyc oszczedzac przytyc codziennie more less better regularly healthier lose "
    "quit stop reduce start improve fitter fit fewer healthy gain save consistently shape "
    "learn weight poprawic ruszac wczesniej earlier odzywiac odstawic habit nawyk"
)
_IDIOMS = wordset(
    "isc pojsc go wiedziec know kupic buy zapytac ask powiedziec tell zobaczyc see anulowac "
    "sledzic track zapisywac notowac log cancel usunac delete"
)
_FRAME = wordset(
    "zeby aby to jest bedzie sie i a and the of w na do przez sobie moj moim nowy o za my is "
    "that start zaczac bym zebym just po prostu also tez : , - jeszcze really bardzo want "
    "chce would like najlepiej ideally preferably okolo about around rowniez ok"
)
_YEARLY = wordset("rocznie annually yearly")


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a wish names: its quantities without those of `from` and of time."""

    amounts: tuple[Quantity, ...]
    baseline: Quantity | None
    direction: Direction | None
    period: Period | None
    by: date | None
    drop: frozenset[int]
    """Tokens that say when and how often, and the baseline: no part of the title."""
    often: tuple[int, int] | None
    """Span of `3 razy`, `twice`, where that is the amount."""


def wants(clause: Clause) -> int:
    """The index behind `chcę`, `my goal is to`, at the start of the clause; 0 without it."""
    found = WANT.at(clause, 0)
    return found[1] if found else 0


def read_goal(
    clause: Clause, start: int, ctx: Context, *, wish: bool, firm: bool = True
) -> SetGoal | VagueGoal | None:
    """The goal in the tokens from `start` on.

    Args:
        wish: it was called a wish or a goal ("chcę", "cel:"); else only a number with a period
            or a limit makes it one.
        firm: whether a period may be understood ("I want to sleep 8 hours": a night).

    Returns:
        A VagueGoal for a wish that speaks of change or of a known topic without a number and a
        period; None for what is no goal.
    """
    body = clause[start:]
    if not body:
        return None
    parts = _parts(body, ctx.at, ctx.polish)
    topic, amount = _subject(body, parts, ctx.polish)
    goal = _goal(body, parts, topic, amount, ctx.text, firm)
    if goal is not None:
        return goal if wish or goal.period is not None or goal.by is not None else None
    return _vague(body, parts, topic, ctx) if wish else None


def _parts(body: Clause, at: datetime, polish: bool) -> _Parts:
    drop: set[int] = set()
    period, by = None, None
    i = 0
    while i < len(body):
        if found := PERIODS.at(body, i):
            if period is None:
                period = found[0]
            drop |= set(range(i, found[1]))
            i = found[1]
            continue
        if body[i].text in _YEARLY or _a_year(body, i):
            end = i + (1 if body[i].text in _YEARLY else 2)
            by = date(at.year, 12, 31)
            drop |= set(range(i, end))
            i = end
            continue
        i += 1
    when = _deadline(body, at, polish)
    if when is not None:
        by = when.day.day if when.day else by
        for begin, stop in when.spans:
            drop |= set(range(begin, stop))
    spoken = [q for q in quantities(body) if q.start not in drop]
    baseline, spoken = _baseline(body, spoken, drop)
    limit = _LIMITS.first(body)
    direction = limit[0] if limit else None
    if limit is None and (amount := next(iter(spoken), None)):
        if body[amount.start - 1].text == "do" and amount.start and period is not None:
            direction = Direction.AT_MOST
    times = next((q for q in spoken if q.dimension is Dimension.TIMES), None)
    return _Parts(
        tuple(spoken),
        baseline,
        direction,
        period,
        by,
        frozenset(drop),
        (times.start, times.end) if times else None,
    )


def _a_year(body: Clause, i: int) -> bool:
    pair = tuple(token.text for token in body[i : i + 2])
    return pair in (
        ("a", "year"),
        ("per", "year"),
        ("this", "year"),
        ("w", "roku"),
        ("na", "rok"),
        ("tym", "roku"),
        ("every", "year"),
    )


def _deadline(body: Clause, at: datetime, polish: bool) -> When | None:
    """The date by which; a plain `jutro` is none."""
    when = find_when(body, at, polish=polish, clock=False)
    if when.day is None or when.day.day < at.date():
        return None
    far = when.day.counted and (when.day.day - at.date()).days >= 7
    return when if when.until or far else None


def _baseline(
    body: Clause, spoken: list[Quantity], drop: set[int]
) -> tuple[Quantity | None, list[Quantity]]:
    """`z 72 do 68 kg`, `from 72 to 68`: the first is where it starts."""
    for first, second in zip(spoken, spoken[1:], strict=False):
        if first.start and body[first.start - 1].text in ("z", "ze", "from", "od"):
            if second.start and body[second.start - 1].text in ("do", "to", "na"):
                drop |= set(range(first.start - 1, first.end))
                return first, [q for q in spoken if q is not first]
    return None, spoken


def _subject(body: Clause, parts: _Parts, polish: bool) -> tuple[Topic | None, Quantity | None]:
    """The topic of the wish and the amount that is its target."""
    verbs = [
        verb.topic
        for token in body
        if (verb := verb_at(token.text, polish)) and verb.topic in TOPICS
    ]
    nouns = [NOUNS[token.text][0] for token in body if token.text in NOUNS]
    for amount in parts.amounts:
        near = [
            NOUNS[token.text][0]
            for token in body[amount.end : amount.end + 3]
            if token.text in NOUNS
        ]
        for name in (
            *near,
            *verbs,
            *nouns,
            *(("water",) if amount.dimension is Dimension.GLASS else ()),
        ):
            topic = TOPICS[name]
            if amount.dimension in topic.metrics or (
                amount.dimension is Dimension.TIMES and topic.session
            ):
                return topic, amount
    named = next(iter((*nouns, *verbs)), None)
    return (TOPICS[named] if named else None), next(iter(parts.amounts), None)


def _goal(
    body: Clause,
    parts: _Parts,
    topic: Topic | None,
    amount: Quantity | None,
    text: str,
    firm: bool,
) -> SetGoal | None:
    if amount is None:
        if topic is None or not topic.session or parts.period is None:
            return None
        if any(
            token.text in _CHANGE - {"codziennie", "zaczac", "start", "nauczyc", "learn"}
            for token in body
        ):
            return None
        found = (topic.session, 1.0)
    else:
        found = _target(body, parts, topic, amount)
    if found is None:
        return None
    metric, target = found
    known = metric_named(metric)
    if not known.low <= target <= max(known.high * 366, known.high):
        return None
    baseline = _in_metric(parts.baseline, metric, amount, topic)
    direction = parts.direction or known.usual
    if known.usual is Direction.REACH:
        if topic is not None and topic.name == "weight" and _relative(body, amount):
            return None
        direction, period = Direction.REACH, None
    elif parts.period is not None:
        direction = Direction.AT_LEAST if direction is Direction.REACH else direction
        period = parts.period
    elif firm and metric in DAILY_UNSAID and parts.by is None:
        period = Period.DAY
    elif parts.by is not None:
        direction, period = Direction.REACH, None
    else:
        return None
    return SetGoal(
        title=_title(body, parts, direction, text),
        metric=metric,
        unit=known.unit,
        target=round(target, 6),
        direction=direction,
        period=period,
        by=parts.by if direction is Direction.REACH else None,
        baseline=baseline,
    )


def _target(
    body: Clause, parts: _Parts, topic: Topic | None, amount: Quantity
) -> tuple[str, float] | None:
    value = amount.value
    if topic is not None:
        if amount.dimension in topic.metrics:
            metric, factor = topic.metrics[amount.dimension]
            if amount.thousands is not None and amount.dimension is Dimension.NONE:
                value = amount.thousands
            if amount.thousands is not None and amount.dimension is not Dimension.NONE:
                value = amount.thousands
            return metric, value * factor
        if amount.dimension is Dimension.TIMES and topic.session:
            return topic.session, value
        if amount.dimension is Dimension.MASS and topic.name == "weight":
            return "weight_kg", value
    if amount.dimension not in (Dimension.NONE, Dimension.TIMES):
        return None
    slug = _slug(body, parts, amount)
    return (slug, value) if slug else None


def _slug(body: Clause, parts: _Parts, amount: Quantity) -> str | None:
    """A metric of the person's own, from what is counted: `dzwonić do mamy 2 razy w tygodniu`."""
    words = [
        token.text
        for i, token in enumerate(body)
        if i not in parts.drop
        and not amount.start <= i < amount.end
        and token.kind is Kind.WORD
        and token.text not in _FRAME - {"do", "w", "na"}
        and _LIMITS.at(body, i) is None
    ][:4]
    while words and words[-1] in ("do", "w", "na"):
        words.pop()
    slug = "_".join(words)
    return slug if SLUG.fullmatch(slug) else None


def _in_metric(
    baseline: Quantity | None, metric: str, amount: Quantity | None, topic: Topic | None
) -> float | None:
    if baseline is None or amount is None:
        return None
    if baseline.dimension is Dimension.NONE and amount.dimension is not Dimension.NONE:
        scale = amount.value and _unit_scale(amount, topic)
        return round(baseline.value * (scale or 1.0), 6)
    if topic is not None and baseline.dimension in topic.metrics:
        return round(baseline.value * topic.metrics[baseline.dimension][1], 6)
    return baseline.value if metric else None


def _unit_scale(amount: Quantity, topic: Topic | None) -> float:
    """Base units per written unit; pounds and miles are known by no other trace than this."""
    return (
        topic.metrics[amount.dimension][1] if topic and amount.dimension in topic.metrics else 1.0
    )


def _relative(body: Clause, amount: Quantity | None) -> bool:
    """`schudnąć 4 kg`, `lose 5 kg`: by how much, not to what."""
    if amount is None:
        return False
    before = body[amount.start - 1].text if amount.start else ""
    losing = any(
        token.text
        in ("schudnac", "zrzucic", "lose", "losing", "przytyc", "gain", "zbic", "chudnac")
        for token in body
    )
    return losing and before not in ("do", "to", "below", "under", "ponizej", "na")


def _title(body: Clause, parts: _Parts, direction: Direction, text: str) -> str:
    """Short, in the person's words: without dates, periods, the baseline and `3 razy`."""
    drop = set(parts.drop)
    if parts.often and direction is not Direction.AT_MOST:
        drop |= set(range(*parts.often))
        for i in range(len(body)):
            if (limit := _LIMITS.at(body, i)) is not None:
                drop |= set(range(i, limit[1]))
    title = title_of(text, body, drop, leading=_TITLE_LEADING)
    return capitalised(title) or capitalised(title_of(text, body))


_TITLE_LEADING = wordset("zeby zebym aby bym to ze that jest bedzie is the by : - i a and sobie")


def _vague(body: Clause, parts: _Parts, topic: Topic | None, ctx: Context) -> VagueGoal | None:
    words = [token.text for token in body if token.kind is Kind.WORD]
    if parts.by is None and find_when(body, ctx.at, polish=ctx.polish, clock=False).day is not None:
        return None  # a plan for one day
    if (
        not words
        or words[0] in _IDIOMS
        or any(w in ("sledzic", "track", "zapisywac") for w in words)
    ):
        return None
    verb = any(
        (found := verb_at(word, ctx.polish)) is not None and found.topic in TOPICS for word in words
    )
    if not (verb or any(word in _CHANGE for word in words)):
        return None
    metric = None
    if topic is not None:
        metric = "water_glasses" if topic.name == "drink" else topic.main or topic.session
    title = title_of(ctx.text, body, leading=_TITLE_LEADING)
    return VagueGoal(title=capitalised(title), metric=metric) if title else None


def looks_like_goal(clause: Sequence[Token], polish: bool) -> bool:
    """Whether a clause without `chcę` names an amount for every period, or a limit, as a goal
    does: `max 2 kawy dziennie`, `8 szklanek wody dziennie`, `sleep at least 7 hours a night`."""
    amounts = quantities(clause)
    if not amounts:
        return False
    often = limited = infinitive = False
    i = 0
    while i < len(clause):
        word = clause[i].text
        phrase = PERIODS.at(clause, i) or _LIMITS.at(clause, i)
        if phrase:
            often = often or PERIODS.at(clause, i) is not None
            limited = limited or _LIMITS.at(clause, i) is not None
            i = phrase[1]
            continue
        verb = verb_at(word, polish)
        if verb is not None and verb.tense is Tense.INFINITIVE and not (verb.english and polish):
            infinitive = True
        elif verb is not None and word not in NOUNS and word != "read" and word not in FILLERS:
            return False
        elif word in ("nie", "not", "don't", "should", "powinnam", "powinienem"):
            return False
        elif i < amounts[0].start and not _expected(clause[i]):
            return False
        i += 1
    by = any(token.text in ("do", "by", "until") for token in clause)
    return often or (limited and often) or (infinitive and by)


def _expected(token: Token) -> bool:
    """Whether a word may stand before the amount of an unspoken goal."""
    if token.kind is not Kind.WORD or token.text in NOUNS or token.text in FILLERS:
        return True
    return token.text in _FRAME or token.text in UNITS


_HABITS = wordset(
    "pic biegac spac sypiac spacerowac chodzic wazyc palic wydawac oszczedzac czytac medytowac"
    " cwiczyc trenowac uczyc plywac brac jesc jezdzic pracowac schudnac drink run sleep walk weigh"
    " smoke spend save read meditate exercise train study swim cycle eat lose"
)


def is_habit(body: Clause, polish: bool) -> bool:
    """Whether what must be done is a way of living (pić, sleep), not one deed (wypić, kupić)."""
    for token in body[:3]:
        verb = verb_at(token.text, polish)
        if verb is not None and verb.topic in TOPICS:
            return token.text in _HABITS
    return False
