"""What the morning plan and the evening reflection say, out of the day's rows. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from exoskull.goals.pace import Trajectory
from exoskull.i18n import listing, local_date, local_time, measure, measured, text
from exoskull.language.model import Direction
from exoskull.mape.model import Context, Standing
from exoskull.tasks.model import Task
from exoskull.tenants.model import Tenant

BEHIND = (Trajectory.OFF_TRACK, Trajectory.AT_RISK)
SHOWN_MAX = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A message made for a day."""

    subject: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    """What is to be done today for a goal that is behind: titles of tasks."""

    standing: Standing
    titles: tuple[str, ...]


def actions_for_today(context: Context, language: str) -> list[Actions]:
    """One concrete step for each goal that is off track or at risk; at most five in all."""
    found = []
    for standing in context.standings:
        if standing.progress.trajectory not in BEHIND:
            continue
        step = text(
            language,
            "briefing-action",
            metric=standing.goal.metric,
            direction=standing.goal.direction.value,
        )
        found.append(Actions(standing=standing, titles=(f"{standing.goal.title}: {step}",)))
    return found[:5]


def morning(
    context: Context, tenant: Tenant, *, actions: Sequence[Actions], waiting: int
) -> Digest | None:
    """The morning plan; None where there is nothing to say.

    Args:
        actions: those for today, as tasks were made of them.
        waiting: how many questions wait for the person.
    """
    language, today = tenant.language.value, context.today
    due = [task for task in context.open_tasks if task.remind_at is None and task.due_on == today]
    late = [
        task
        for task in context.open_tasks
        if task.remind_at is None and task.due_on is not None and task.due_on < today
    ]
    reminders = [
        task
        for task in context.open_tasks
        if task.remind_at is not None and tenant.local_date(task.remind_at) == today
    ]
    if not (context.standings or due or late or reminders or waiting):
        return None

    def say(key: str, **args: Any) -> str:
        return text(language, key, **args)

    shown = local_date(today, language, today)
    lines = [say("briefing-title", date=shown)]
    named = {str(one.standing.goal.id): one for one in actions}
    of_goals = {title for one in actions for title in one.titles}
    for standing in context.standings:
        lines.append(say("briefing-goal-pace", **_pace(standing, language)))
        if one := named.get(str(standing.goal.id)):
            steps = [title.split(": ", 1)[-1] for title in one.titles]
            lines.append(
                say("briefing-goal", goal=standing.goal.title, actions=listing(steps, language))
            )
    if others := [task.title for task in due if task.title not in of_goals]:
        lines.append(say("briefing-tasks", list=listing(others[:SHOWN_MAX], language)))
    if late:
        titles = [task.title for task in late[:SHOWN_MAX]]
        lines.append(say("briefing-overdue", list=listing(titles, language)))
    if reminders:
        titles = [_reminder(task, tenant) for task in reminders[:SHOWN_MAX]]
        lines.append(say("briefing-reminders", list=listing(titles, language)))
    if waiting:
        lines.append(say("briefing-waiting", count=waiting))
    if yesterday := _measured_on(context, today - timedelta(days=1), language):
        lines.append(say("briefing-yesterday", list=listing(yesterday, language)))
    lines.append(say("briefing-closing"))
    return Digest(
        subject=say("briefing-subject", date=shown),
        text="\n".join(lines),
        reason=say("reason-briefing"),
    )


def evening(context: Context, tenant: Tenant, *, done_today: Sequence[Task]) -> Digest | None:
    """The evening reflection, rendered from what was done and measured; None where the day left
    nothing to look back on."""
    language, today = tenant.language.value, context.today
    still_open = [
        task
        for task in context.open_tasks
        if task.remind_at is None and task.due_on is not None and task.due_on <= today
    ]
    planned = len(done_today) + len(still_open)
    logged = _measured_on(context, today, language)
    if not (planned or logged):
        return None

    def say(key: str, **args: Any) -> str:
        return text(language, key, **args)

    shown = local_date(today, language, today)
    lines = [say("reflection-title", date=shown)]
    if planned:
        lines.append(say("reflection-done", done=len(done_today), planned=planned))
    if done_today:
        titles = [task.title for task in done_today[:SHOWN_MAX]]
        lines.append(say("reflection-done-list", list=listing(titles, language)))
    if logged:
        lines.append(say("reflection-measured", list=listing(logged, language)))
    lines += [say("reflection-goal", **_pace(one, language)) for one in context.standings]
    met = sum(
        1
        for standing in context.standings
        if standing.progress.trajectory is Trajectory.COMPLETED
        and standing.goal.direction is not Direction.AT_MOST
    )
    lines.append(_closing(say, met=met, done=len(done_today), planned=planned))
    return Digest(
        subject=say("reflection-subject", date=shown),
        text="\n".join(lines),
        reason=say("reason-reflection"),
    )


def _closing(say: Any, *, met: int, done: int, planned: int) -> str:
    if met:
        return say("reflection-closing-met", met=met)
    if planned and done == planned:
        return say("reflection-closing-all")
    if done:
        return say("reflection-closing-some")
    return say("reflection-closing-none" if planned else "reflection-closing-quiet")


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
        measured(metric, one.value, language, unit=one.measures[-1].unit)
        for metric, days in context.days.items()
        for one in days
        if one.on == day
    ]
    return told[:SHOWN_MAX]
