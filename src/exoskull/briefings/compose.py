"""What the morning plan and the evening reflection say, out of the day's rows. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from exoskull.briefings.actions import Actions, lower_first
from exoskull.briefings.close import Closed
from exoskull.goals.pace import Trajectory
from exoskull.i18n import listing, local_date, local_time, measure, measured, text
from exoskull.language.model import Direction, Period
from exoskull.mape.model import Context, Standing
from exoskull.signals.model import Source
from exoskull.strategies.model import Verdict
from exoskull.strategies.wording import why_changed
from exoskull.tasks.model import Task
from exoskull.tenants.model import Tenant

SHOWN_MAX = 6
ROW_MIN = 2
"""From so many days in a row on, a reflection says so."""

_QUOTES = {"pl": "„{}”", "en": '"{}"'}

QUIET = (Trajectory.ON_TRACK, Trajectory.COMPLETED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A message made for a day."""

    subject: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """What a morning plan is made of.

    `actions`: those for today, as they stand on the list. `waiting`: how many questions wait for
    the person. `yesterday`: what became of its actions. `done_yesterday`: the tasks done then.
    """

    context: Context
    tenant: Tenant
    actions: Sequence[Actions]
    waiting: int
    yesterday: Sequence[Closed]
    done_yesterday: Sequence[Task]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evening:
    """What a reflection is made of. `asks`: tasks that nothing says anything of, to be asked about
    once."""

    context: Context
    tenant: Tenant
    closed: Sequence[Closed]
    done_today: Sequence[Task]
    asks: Sequence[Task]


def morning(day: Morning, *, short: bool = False) -> Digest | None:
    """The morning plan; None where there is nothing to say. `short`: for a phone."""
    say, language = _voice(day.tenant)
    context, today = day.context, day.context.today
    own = [task for task in context.open_tasks if task.source is not Source.LOOP]
    due = [task.title for task in own if task.remind_at is None and task.due_on == today]
    late = [
        task.title
        for task in own
        if task.remind_at is None and task.due_on is not None and task.due_on < today
    ]
    reminders = [
        _reminder(task, day.tenant)
        for task in own
        if task.remind_at is not None and day.tenant.local_date(task.remind_at) == today
    ]
    past = _yesterday(day)
    unsure = [one for one in context.standings if one.progress.trajectory not in QUIET]
    if not (day.actions or due or late or reminders or day.waiting or past or unsure):
        return None

    shown = local_date(today, language, today)
    lines = [] if short else [say("briefing-title", date=shown)]
    for one in day.actions:
        steps = "; ".join(lower_first(step) for step in one.steps)
        lines.append(say("briefing-goal", goal=one.goal.title, actions=steps))
    changes = [one for one in day.yesterday if one.change is not None]
    lines += [why_changed(one.change, one.day.goal, language) for one in changes if one.change]
    if due:
        lines.append(say("briefing-tasks", list=listing(due[:SHOWN_MAX], language)))
    if late:
        lines.append(say("briefing-overdue", list=listing(late[:SHOWN_MAX], language)))
    if reminders:
        lines.append(say("briefing-reminders", list=listing(reminders[:SHOWN_MAX], language)))
    if day.waiting:
        lines.append(say("briefing-waiting", count=day.waiting))
    if past:
        lines.append(say("briefing-yesterday", list="; ".join(past)))
    if not short:
        lines += [_stands(one, context, say, language) for one in context.standings]
        lines.append(say("briefing-closing"))
    return Digest(
        subject=say("briefing-subject", date=shown),
        text="\n".join(lines),
        reason=say("reason-briefing"),
    )


def evening(day: Evening, *, short: bool = False) -> Digest | None:
    """The evening reflection, rendered from what was done and measured; None where the day left
    nothing to look back on. `short`: for a phone."""
    say, language = _voice(day.tenant)
    context, today = day.context, day.context.today
    by_measure = {one.day.goal.id for one in day.closed if one.day.verdict is Verdict.DONE}
    still_open = [
        task
        for task in context.open_tasks
        if task.remind_at is None
        and task.due_on is not None
        and task.due_on <= today
        and task.goal_id not in by_measure  # its day is done, by other means
    ]
    done = list(day.done_today)
    planned = len(done) + len(still_open)
    logged = _measured_on(context, today, language)
    if not (planned or logged):
        return None

    shown = local_date(today, language, today)
    lines = [] if short else [say("reflection-title", date=shown)]
    if planned:
        lines.append(say("reflection-done", done=len(done), planned=planned))
    if done and not short:
        titles = [task.title for task in done[:SHOWN_MAX]]
        lines.append(say("reflection-done-list", list=listing(titles, language)))
    if logged:
        lines.append(say("reflection-measured", list=listing(logged, language)))
    if not short:
        lines += [say("reflection-goal", **_pace(one, language)) for one in context.standings]
    lines += _tomorrow(day, say, language)
    if day.asks:
        lines.append(say("reflection-asks", list=_asked(day), count=len(day.asks)))
    if not short:
        lines.append(_kind_word(day, say, planned=planned))
    return Digest(
        subject=say("reflection-subject", date=shown),
        text="\n".join(lines),
        reason=say("reason-reflection"),
    )


def _voice(tenant: Tenant) -> tuple[Any, str]:
    language = tenant.language.value

    def say(key: str, /, **args: Any) -> str:
        return text(language, key, **args)

    return say, language


def _yesterday(day: Morning) -> list[str]:
    """Yesterday in a line: of the day's actions, and what was logged."""
    say, language = _voice(day.tenant)
    told = []
    if given := sum(len(one.day.given) for one in day.yesterday):
        done = given - sum(len(one.day.open) for one in day.yesterday)
        if done or not any(one.day.verdict is Verdict.DONE for one in day.yesterday):
            told.append(say("briefing-yesterday-done", done=done, given=given))
    elif day.done_yesterday:
        titles = [task.title for task in day.done_yesterday[:SHOWN_MAX]]
        told.append(say("briefing-yesterday-tasks", list=listing(titles, language)))
    yesterday = day.context.today - timedelta(days=1)
    if logged := _measured_on(day.context, yesterday, language):
        told.append(listing(logged, language))
    return told


def _stands(standing: Standing, context: Context, say: Any, language: str) -> str:
    """Where a goal stands, as a morning sees it."""
    if standing.goal.period is not Period.DAY:
        return say("briefing-goal-pace", **_pace(standing, language))
    goal, yesterday = standing.goal, context.today - timedelta(days=1)
    had = next((day.value for day in standing.days if day.on == yesterday), None)
    return say(
        "briefing-goal-day",
        goal=goal.title,
        have_text=None if had is None else measure(goal.metric, had, language, unit=goal.unit),
        target_text=measure(goal.metric, goal.target, language, unit=goal.unit),
    )


def _tomorrow(day: Evening, say: Any, language: str) -> list[str]:
    """What changes from tomorrow on, and why."""
    changed = [one for one in day.closed if one.change is not None]
    lines = [why_changed(one.change, one.day.goal, language) for one in changed if one.change]
    quote = _QUOTES[language]
    smaller = [
        quote.format(one.day.goal.title)
        for one in day.closed
        if one.change is None and one.day.verdict is Verdict.FAILED
    ]
    if smaller:
        told = listing(smaller, language)
        lines.append(say("reflection-tomorrow-smaller", list=told, count=len(smaller)))
    return lines


def _asked(day: Evening) -> str:
    """What is asked about, a goal after the other: "Run": put your shoes by the door; ..."""
    quote = _QUOTES[day.tenant.language.value]
    told = []
    for one in day.closed:
        goal = one.day.goal
        titles = [task.title for task in day.asks if task.goal_id == goal.id]
        if titles:
            steps = "; ".join(title.removeprefix(f"{goal.title}: ") for title in titles)
            told.append(f"{quote.format(goal.title)}: {steps}")
    return "; ".join(told)


def _kind_word(day: Evening, say: Any, *, planned: int) -> str:
    """A kind word, from what is there to be glad of."""
    met = sum(
        1
        for standing in day.context.standings
        if standing.progress.trajectory is Trajectory.COMPLETED
        and standing.goal.direction is not Direction.AT_MOST
    )
    rows = [(_row(one, day.context.today), one.goal.title) for one in day.context.standings]
    row, of_goal = max(rows, default=(0, ""))
    done = len(day.done_today)
    if met:
        return say("reflection-closing-met", met=met)
    if row >= ROW_MIN:
        return say("reflection-closing-row", goal=of_goal, count=row)
    if planned and done == planned:
        return say("reflection-closing-all")
    if done:
        return say("reflection-closing-some")
    return say("reflection-closing-none" if planned else "reflection-closing-quiet")


def _row(standing: Standing, today: date) -> int:
    """On how many days in a row, up to today, the goal's metric was measured."""
    measured_on = {day.on for day in standing.days}
    row = 0
    while today - timedelta(days=row) in measured_on:
        row += 1
    return row


def _pace(standing: Standing, language: str) -> dict[str, Any]:
    goal, progress = standing.goal, standing.progress
    return {
        "goal": goal.title,
        "trajectory": progress.trajectory.value,
        "direction": goal.direction.value,
        "period": goal.period.value if goal.period else "none",
        "days_left": progress.days_left,
        "have_text": measure(goal.metric, progress.have or 0, language, unit=goal.unit),
        "target_text": measure(goal.metric, progress.target, language, unit=goal.unit),
    }


def _reminder(task: Task, tenant: Tenant) -> str:
    assert task.remind_at is not None
    at = local_time(tenant.local(task.remind_at), tenant.language.value)
    return f"{task.title} ({at})"


def _measured_on(context: Context, day: date, language: str) -> list[str]:
    told = [
        measured(metric, one.value, language, unit=one.unit)
        for metric, days in context.days.items()
        for one in days
        if one.on == day
    ]
    return told[:SHOWN_MAX]
