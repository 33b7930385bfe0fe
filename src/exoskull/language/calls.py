"""Calls that open a clause and take what follows: remind me, add a task, I must, I want."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from exoskull.language.clauses import Clause, clauses
from exoskull.language.context import Context
from exoskull.language.finishing import DONE_WORDS
from exoskull.language.goals import at_most, read_goal
from exoskull.language.measures import read_measures
from exoskull.language.model import Act, SetGoal, VagueGoal
from exoskull.language.reminders import REMIND, read_reminder
from exoskull.language.stance import Status
from exoskull.language.tasks import ADD_TASK, MUST, puts_on_a_list, read_task
from exoskull.language.tokens import Kind
from exoskull.language.when import find_when
from exoskull.language.wishes import MORE_THAN, WANT, is_habit, wants
from exoskull.language.wordset import wordset


class Call(StrEnum):
    REMIND = "remind"
    TASK = "task"
    MUST = "must"
    WANT = "want"


@dataclass(frozen=True, slots=True)
class Called:
    """A call and the token it starts at."""

    call: Call
    start: int
    denied: bool = False
    """`nie chcę więcej niż 2`: a limit."""


_WITHIN = 8
"""Tokens that may stand before a call."""
_BEFORE = wordset(
    "prosze please can could would you mozesz moglbys moglabys czy i a no to ok hej hey oraz and"
    " also tez jeszcze potem then btw so wiec bo naprawde really bardzo w takim razie right just"
    " kindly will my new nowy dobra super"
)
_NOT = wordset("nie not don't didn't never")


def call_of(clause: Clause, ctx: Context) -> Called | None:
    """The call that opens a clause, behind times and filler; None without one, or denied."""
    when = find_when(clause[:_WITHIN], ctx.at, polish=ctx.polish)
    for i in range(min(len(clause), _WITHIN)):
        if call := _call_at(clause, i):
            denied = i > 0 and clause[i - 1].text in _NOT
            if denied and (call is Call.REMIND or MORE_THAN.first(clause) is None):
                return None
            return None if call is Call.TASK and _is_done(clause, i) else Called(call, i, denied)
        if (
            clause[i].text in _NOT
            or clause[i].kind is Kind.MARK
            or when.covers(i)
            or clause[i].text in _BEFORE
        ):
            continue
        return None
    return None


def _is_done(clause: Clause, i: int) -> bool:
    """`zadanie wykonane`: no task to add."""
    return all(token.text in DONE_WORDS for token in clause[i + 1 :]) and i + 1 < len(clause)


def _call_at(clause: Clause, i: int) -> Call | None:
    if REMIND.at(clause, i):
        return Call.REMIND
    if ADD_TASK.at(clause, i) or puts_on_a_list(clause, i):
        return Call.TASK
    if MUST.at(clause, i):
        return Call.MUST
    return Call.WANT if WANT.at(clause, i) else None


REPORTED = wordset("ze that iz jakoby")
"""What opens a clause that tells what somebody said."""


def belonging(parts: Sequence[Clause], i: int, ctx: Context) -> int:
    """The index behind the clauses that belong to the call in `parts[i]`: up to the next call or
    statement of fact."""
    end = i + 1
    while end < len(parts) and call_of(parts[end], ctx) is None:
        measured = read_measures(parts[end], ctx.at, polish=ctx.polish)
        if measured.logs and measured.stance.status is Status.MINE:
            break
        end += 1
    return end


def answer_call(called: Called, body: Clause, ctx: Context) -> list[Act]:
    """The acts that a call asks for; [] where it cannot be made out."""
    match called.call:
        case Call.REMIND:
            reminder = read_reminder(body, called.start, ctx)
            return [reminder] if reminder else []
        case Call.TASK:
            task = read_task(body, called.start, ctx)
            return [task] if task else []
        case Call.MUST:
            return _must(body, called.start, ctx)
        case Call.WANT:
            found = WANT.at(body, called.start)
            if found is None or ctx.asks:
                return []
            goals = _goals(_wished(body, called.start, found[1], ctx), ctx)
            return [at_most(goal) for goal in goals] if called.denied else list(goals)


def _wished(body: Clause, start: int, end: int, ctx: Context) -> Clause:
    """What is wished, with the time that was named before the call (do czerwca chcę...)."""
    when = find_when(body[:start], ctx.at, polish=ctx.polish, clock=False)
    named = tuple(token for i, token in enumerate(body[:start]) if when.covers(i))
    return (*named, *body[end:])


def _must(body: Clause, start: int, ctx: Context) -> list[Act]:
    """A duty: a goal where it has a number and a period, a way of living, or a task."""
    found = MUST.at(body, start)
    if found is None or ctx.asks:
        return []
    wished = _wished(body, start, found[1], ctx)
    goals = _goals(wished, ctx, firm=False)
    if any(isinstance(goal, SetGoal) for goal in goals):
        return list(goals)
    task = None if is_habit(wished, ctx.polish) else read_task(body, start, ctx)
    return [task] if task else list(goals)


def _goals(body: Clause, ctx: Context, *, firm: bool = True) -> list[SetGoal | VagueGoal]:
    """One goal, or several where more than one clause is a whole goal by itself.

    Args:
        firm: it is wanted; else only said to be a duty, and needs its period in words.
    """
    whole = [
        goal
        for part in clauses(body, ctx.polish)
        if isinstance(goal := read_goal(part, wants(part), ctx, wish=True, firm=firm), SetGoal)
    ]
    if len(whole) > 1:
        return list(whole)
    joined = read_goal(body, 0, ctx, wish=True, firm=firm)
    if isinstance(joined, SetGoal) or not whole:
        return [joined] if joined else []
    return list(whole)
