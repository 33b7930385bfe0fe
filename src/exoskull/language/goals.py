"""Goals: so much in every period, at most so much, or a value by a date."""

from dataclasses import replace

from exoskull.language.clauses import Clause
from exoskull.language.context import Context
from exoskull.language.metrics import DAILY_UNSAID, metric_named
from exoskull.language.model import Direction, Period, SetGoal, VagueGoal
from exoskull.language.quantities import Quantity
from exoskull.language.subjects import value_in
from exoskull.language.targets import (
    Parts,
    baseline_of,
    own_metric,
    parts_of,
    subject_of,
)
from exoskull.language.titles import capitalised, title_of
from exoskull.language.tokens import Kind
from exoskull.language.topics import TOPICS, Topic
from exoskull.language.verbs import verb_at
from exoskull.language.when import find_when
from exoskull.language.wishes import CHANGE, LIMITS
from exoskull.language.wordset import wordset

_LOSING = wordset("schudnac zrzucic lose losing przytyc gain zbic chudnac")
_TO = wordset("do to below under ponizej na at")
_STEADY = wordset("codziennie zaczac start nauczyc learn")
_IDIOMS = wordset(
    "isc pojsc go wiedziec know kupic buy zapytac ask powiedziec tell zobaczyc see anulowac "
    "sledzic track zapisywac notowac log cancel usunac delete"
)
_LEADING = wordset("zeby zebym aby bym to ze that jest bedzie is the by : - i a and sobie")


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
    parts = parts_of(body, ctx.at, ctx.polish)
    topic, amount = subject_of(body, parts.amounts, ctx.polish)
    goal = _goal(body, parts, topic, amount, ctx, firm)
    if goal is not None:
        return goal if wish or goal.period is not None or goal.by is not None else None
    return _vague(body, parts, topic, ctx) if wish else None


def _goal(
    body: Clause,
    parts: Parts,
    topic: Topic | None,
    amount: Quantity | None,
    ctx: Context,
    firm: bool,
) -> SetGoal | None:
    found = _target(body, parts, topic, amount)
    if found is None:
        return None
    metric, target = found
    known = metric_named(metric)
    if not known.low <= target <= known.high * 366:
        return None
    direction = parts.direction or known.usual
    period: Period | None = None
    if parts.streak is not None and direction is not Direction.REACH:
        period = Period.DAY
    elif known.usual is Direction.REACH:
        if _is_relative(body, amount):
            return None
        direction = Direction.REACH
    elif parts.period is not None or (firm and metric in DAILY_UNSAID and parts.by is None):
        period = parts.period or Period.DAY
    elif parts.by is not None:
        direction = Direction.REACH
    else:
        return None
    in_a_row = parts.streak is not None and period is Period.DAY
    return SetGoal(
        title=_title(body, parts, direction, ctx.text),
        metric=metric,
        unit=known.unit,
        target=round(target, 6),
        direction=direction,
        period=period,
        by=parts.by if direction is Direction.REACH else None,
        baseline=None if in_a_row else baseline_of(parts, topic, amount),
        streak=parts.streak if in_a_row else None,
    )


def at_most(goal: SetGoal | VagueGoal) -> SetGoal | VagueGoal:
    """The goal as a limit: what was said of it was denied ("I don't want more than 2")."""
    if isinstance(goal, SetGoal) and goal.direction is Direction.AT_LEAST:
        return replace(goal, direction=Direction.AT_MOST)
    return goal


def _target(
    body: Clause, parts: Parts, topic: Topic | None, amount: Quantity | None
) -> tuple[str, float] | None:
    """The metric and its target; `codziennie medytować` is one a day."""
    if amount is not None:
        known = value_in(topic, amount) if topic is not None else None
        return known or own_metric(body, parts, amount)
    changing = any(token.text in CHANGE - _STEADY for token in body)
    rhythm = parts.period is not None or parts.streak is not None
    if topic is None or not topic.session or not rhythm or changing:
        return None
    return topic.session, 1.0


def _is_relative(body: Clause, amount: Quantity | None) -> bool:
    """`schudnąć 4 kg`, `lose 5 kg`: by how much, not to what."""
    if amount is None or not any(token.text in _LOSING for token in body):
        return False
    return amount.start == 0 or body[amount.start - 1].text not in _TO


def _title(body: Clause, parts: Parts, direction: Direction, text: str) -> str:
    """Short, in the person's words: without dates, periods, the baseline and `3 razy`."""
    drop = set(parts.drop)
    if parts.often and direction is not Direction.AT_MOST:
        drop |= set(range(*parts.often))
        for i in range(len(body)):
            if (limit := LIMITS.at(body, i)) is not None:
                drop |= set(range(i, limit[1]))
    return capitalised(title_of(text, body, drop, leading=_LEADING) or title_of(text, body))


def _vague(body: Clause, parts: Parts, topic: Topic | None, ctx: Context) -> VagueGoal | None:
    """A wish for change, or about a known topic; None for a plan for one day and other wishes."""
    words = [token.text for token in body if token.kind is Kind.WORD]
    if not words or words[0] in _IDIOMS or not _KEEPING.isdisjoint(words):
        return None
    if parts.by is None and find_when(body, ctx.at, polish=ctx.polish, clock=False):
        return None
    known = any(
        (verb := verb_at(word, ctx.polish)) is not None and verb.topic in TOPICS for word in words
    )
    if not known and not any(word in CHANGE for word in words):
        return None
    title = title_of(ctx.text, body, leading=_LEADING)
    metric = topic.main if topic is not None else None
    return VagueGoal(title=capitalised(title), metric=metric) if title else None


_KEEPING = wordset("sledzic track zapisywac")
"""Wishes to keep a record: those want a tracker, not a goal."""
