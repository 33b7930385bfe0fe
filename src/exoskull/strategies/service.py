"""Strategies of goals: choosing one, giving its actions for a day, closing the day, changing it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.goals.model import Goal
from exoskull.goals.pace import Progress
from exoskull.kit.ids import Ids
from exoskull.kit.plain import plain
from exoskull.strategies import store
from exoskull.strategies.catalogue import BY_KEY, CATALOGUE
from exoskull.strategies.categorize import category_of
from exoskull.strategies.choose import (
    NOTHING,
    Yesterday,
    candidates,
    choose,
    failed_in_a_row,
    is_to_change,
    todays,
)
from exoskull.strategies.evidence import Evidence, evidence_of
from exoskull.strategies.model import (
    ACTIONS_MAX,
    Change,
    Day,
    DayAction,
    Reason,
    Strategy,
    Verdict,
)

_LOOK_BACK = timedelta(days=7)
_KNOWN = {Verdict.NO_ACTIONS: 0, Verdict.UNKNOWN: 0, Verdict.FAILED: 1, Verdict.DONE: 2}
"""What is known of a closed day only grows: it may turn out done, never undone."""


async def current(tx: Transaction, goal: Goal, *, at: datetime, ids: Ids, today: date) -> Strategy:
    """The active strategy of `goal`; one is chosen, and told, where there is none."""
    found = await store.active_of(tx, goal.id)
    if found is not None:
        return found
    chosen, evidence = await _begin(tx, goal, Reason.FIRST, on=today, at=at, ids=ids)
    if chosen is None:  # another has just begun one
        return await _must_be_active(tx, goal.id)
    await publish(
        tx,
        Event(
            at=at,
            kind="strategy.chosen",
            trace=chosen.trace,
            data=_of_goal(goal)
            | {
                "approach": chosen.approach,
                "kind": chosen.kind.value,
                "trial": chosen.trial,
                "reason": chosen.reason.value,
            }
            | _chances(chosen, evidence),
        ),
    )
    return chosen


async def actions(
    tx: Transaction,
    goal: Goal,
    progress: Progress,
    *,
    at: datetime,
    ids: Ids,
    today: date,
    language: str,
    most: int = ACTIONS_MAX,
    free_minutes: int | None = None,
) -> tuple[DayAction, ...]:
    """Today's actions for `goal`, kept as given: asked again that day, they are the same.

    Args:
        most: how many at most; 0 gives none, and keeps nothing.
        free_minutes: how long they may take together; None: any time.
    """
    kept = await store.given(tx, goal.id, today)
    if kept is not None:
        return kept
    if most < 1:
        return ()
    strategy = await current(tx, goal, at=at, ids=ids, today=today)
    made = todays(
        strategy,
        goal,
        progress,
        today=today,
        yesterday=_yesterday(await store.days_of(tx, strategy.id), today),
        free_minutes=free_minutes,
        most=most,
        language=language,
    )
    if await store.give(tx, strategy, today, made, at=at):
        return made
    return await store.given(tx, goal.id, today) or ()


async def preview(
    tx: Transaction, goal: Goal, progress: Progress, *, today: date, language: str
) -> tuple[DayAction, ...]:
    """What the active strategy has for today, as many as a day may hold; nothing where none is
    active, or today's are given already. Changes nothing."""
    strategy = await store.active_of(tx, goal.id)
    if strategy is None or await store.given(tx, goal.id, today) is not None:
        return ()
    return todays(
        strategy,
        goal,
        progress,
        today=today,
        yesterday=_yesterday(await store.days_of(tx, strategy.id), today),
        language=language,
    )


async def close_day(
    tx: Transaction,
    goal: Goal,
    *,
    on: date,
    verdict: Verdict,
    facts: Mapping[str, Any],
    at: datetime,
    ids: Ids,
) -> Change | None:
    """Keep what became of the local day `on`; changes the strategy after three failed days in a
    row, and returns the change.

    A day for which no actions were given has NO_ACTIONS, whatever `verdict` says. Closing a day
    again changes nothing, but that more may come to be known: an UNKNOWN one may turn out FAILED
    or DONE, a FAILED one DONE.
    """
    began = await store.day(tx, goal.id, on)
    active = await store.active_of(tx, goal.id)
    owner = began.strategy_id if began else active.id if active else None
    if owner is None:
        return None
    strategy = await store.lock(tx, owner)
    day = await store.day(tx, goal.id, on)
    if day is None or not day.steps:
        verdict = Verdict.NO_ACTIONS
    if day is not None and day.verdict and _KNOWN[verdict] <= _KNOWN[day.verdict]:
        return None
    await store.close(tx, strategy, on, verdict, facts, at=at)
    strategy = await _count(tx, strategy)
    if verdict is not Verdict.FAILED or not is_to_change(strategy):
        return None
    return await _change(tx, goal, strategy, Reason.FAILED, on=on, facts=facts, at=at, ids=ids)


async def ask_for_another(
    tx: Transaction, goal: Goal, *, today: date, at: datetime, ids: Ids
) -> Change | None:
    """Change the strategy because the person asks for it; where there was none, one is chosen and
    None returned. Actions given for today stay; the next ones are of the new strategy."""
    active = await store.active_of(tx, goal.id)
    if active is None:
        await current(tx, goal, at=at, ids=ids, today=today)
        return None
    strategy = await store.lock(tx, active.id)
    if strategy.ended_on is not None:
        return None
    return await _change(tx, goal, strategy, Reason.ASKED, on=today, facts={}, at=at, ids=ids)


async def history(tx: Transaction, goal_id: UUID) -> list[Strategy]:
    """The trials of a goal, oldest first."""
    return await store.of_goal(tx, goal_id)


async def active(tx: Transaction) -> list[Strategy]:
    """The active strategies of active goals."""
    return await store.active(tx)


async def evidence(tx: Transaction) -> Evidence:
    """What the person's own days say about approaches."""
    return evidence_of(await store.everything(tx))


async def _begin(
    tx: Transaction, goal: Goal, reason: Reason, *, on: date, at: datetime, ids: Ids
) -> tuple[Strategy | None, Evidence]:
    """Choose and record a trial; None in its place where there is an active one already."""
    known = await evidence(tx)
    tried = await store.of_goal(tx, goal.id)
    approach = choose(goal, candidates(goal, CATALOGUE), known, tried, today=on)
    new = Strategy(
        id=ids.new(),
        goal_id=goal.id,
        trial=len(tried) + 1,
        approach=approach.key,
        kind=approach.kind,
        reason=reason,
        started_on=on,
        ended_on=None,
        ended_because=None,
        days_done=0,
        days_failed=0,
        failed_in_a_row=0,
        chosen_at=at,
        trace=goal.trace,
    )
    return (new if await store.insert(tx, new) else None), known


async def _change(
    tx: Transaction,
    goal: Goal,
    strategy: Strategy,
    reason: Reason,
    *,
    on: date,
    facts: Mapping[str, Any],
    at: datetime,
    ids: Ids,
) -> Change:
    old = await store.end(tx, strategy.id, on=on, because=reason)
    is_given = await store.day(tx, goal.id, on) is not None
    start = on + timedelta(days=1) if is_given else on
    new, known = await _begin(tx, goal, reason, on=start, at=at, ids=ids)
    if new is None:
        new = await _must_be_active(tx, goal.id)
    told = {
        "old": old.approach,
        "new": new.approach,
        "old_kind": old.kind.value,
        "new_kind": new.kind.value,
        "old_trial": old.trial,
        "new_trial": new.trial,
        "reason": reason.value,
        "failed_days": old.failed_in_a_row,
        "days_done": old.days_done,
        "days_failed": old.days_failed,
        "starts_on": new.started_on.isoformat(),
        "facts": plain(dict(facts)),
    } | _chances(new, known)
    await publish(
        tx,
        Event(at=at, kind="strategy.changed", trace=new.trace, data=_of_goal(goal) | told),
    )
    return Change(old=old, new=new, reason_key=f"strategy-because-{reason.value}", facts=told)


async def _must_be_active(tx: Transaction, goal_id: UUID) -> Strategy:
    found = await store.active_of(tx, goal_id)
    assert found is not None  # the unique index says that there is one
    return found


async def _count(tx: Transaction, strategy: Strategy) -> Strategy:
    days = await store.days_of(tx, strategy.id)
    verdicts = [day.verdict for day in days]
    return await store.count(
        tx,
        strategy.id,
        done=verdicts.count(Verdict.DONE),
        failed=verdicts.count(Verdict.FAILED),
        in_a_row=failed_in_a_row(days),
    )


def _yesterday(days: list[Day], today: date) -> Yesterday:
    """The last day with actions, if it was not long ago."""
    for day in reversed(days):
        if day.steps and today - _LOOK_BACK <= day.on_date < today:
            done = {Verdict.DONE: True, Verdict.FAILED: False}.get(day.verdict or Verdict.UNKNOWN)
            return Yesterday(steps=frozenset(day.steps), done=done)
    return NOTHING


def _of_goal(goal: Goal) -> dict[str, Any]:
    return {"goal": str(goal.id), "title": goal.title, "category": category_of(goal).value}


def _chances(chosen: Strategy, known: Evidence) -> dict[str, Any]:
    """What the person's days say of the approach chosen: the chance of a day to be done, and how
    many days of its kind it rests on."""
    return {
        "chance": round(known.mean(BY_KEY[chosen.approach]), 3),
        "days_known": known.of_kind(chosen.kind).n,
    }
