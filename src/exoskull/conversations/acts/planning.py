"""Goals, tasks and reminders that a message asked for."""

from exoskull.channels.text import untrusted
from exoskull.conversations.acts.desk import Desk
from exoskull.conversations.bare_time import bare_time
from exoskull.goals import service as goals
from exoskull.goals.model import parse_goal
from exoskull.i18n import day_phrase, listing, local_date, measure, metric_name, moment
from exoskull.interventions.model import Intervention
from exoskull.kit.errors import InvalidInput
from exoskull.language.model import FinishTask, MakeTask, Remind, SetGoal
from exoskull.measuring.service import finish_task
from exoskull.tasks import service as tasks
from exoskull.tasks.model import Task, named


async def set_goal(desk: Desk, act: SetGoal) -> list[str]:
    """Set the goal; says how it will be tracked."""
    try:
        wanted = parse_goal(
            title=act.title,
            metric=act.metric,
            target=act.target,
            direction=act.direction.value,
            period=act.period.value if act.period else None,
            by=act.by,
            baseline=act.baseline,
            unit=act.unit,
            streak=act.streak,
        )
    except InvalidInput:
        return [desk.say("assistant-not-understood", text=untrusted(act.title))]
    goal, replaced = await goals.create(desk.tx, wanted, at=desk.at, ids=desk.ids, trace=desk.trace)
    language = desk.tenant.language.value
    start = goal.baseline
    lines = [
        desk.say(
            "assistant-goal-set" if replaced is None else "assistant-goal-updated",
            title=goal.title,
            metric=goal.metric,
            metric_text=metric_name(goal.metric, language),
            target_text=measure(goal.metric, goal.target, language, unit=goal.unit),
            period=goal.period.value if goal.period else "none",
            direction=goal.direction.value,
            by=local_date(goal.by_date, language, desk.now.date()) if goal.by_date else None,
            start_text=None
            if start is None
            else measure(goal.metric, start, language, unit=goal.unit),
        )
    ]
    if goal.streak is not None:
        lines.append(desk.say("assistant-goal-streak", days=goal.streak))
    return lines


async def make_task(desk: Desk, act: MakeTask) -> list[str]:
    """Make the task; says so, from the row."""
    task = await tasks.create(
        desk.tx,
        title=act.title,
        at=desk.at,
        source=desk.source,
        ids=desk.ids,
        trace=desk.trace,
        due_on=act.due,
    )
    due = (
        day_phrase(task.due_on, desk.now.date(), desk.tenant.language.value)
        if task.due_on
        else None
    )
    return [desk.say("assistant-task-made", title=task.title, due=due)]


async def remind(desk: Desk, act: Remind) -> list[str]:
    """Make the reminder; says when, also where quiet hours will hold it up."""
    if act.at is None:
        return [desk.say("assistant-reminder-when", title=untrusted(act.title))]
    task = await tasks.create(
        desk.tx,
        title=act.title,
        at=desk.at,
        source=desk.source,
        ids=desk.ids,
        trace=desk.trace,
        remind_at=act.at,
    )
    lines = [_reminded(desk, task)]
    if act.every is not None:
        lines.append(desk.say("assistant-reminder-once"))
    return lines


PLAN_TIME = "plan_time"
"""The option of an intervention that asks when the next step will be."""


async def plan_time(desk: Desk, replied_to: Intervention, said: str) -> list[str]:
    """Make a reminder of a time that answers "when will the next step be?"; nothing where the
    delivery did not ask, or the answer is more than a time."""
    if replied_to.option != PLAN_TIME:
        return []
    at = bare_time(said, language=desk.tenant.language, at=desk.now)
    goal = next((one for one in await goals.active(desk.tx) if one.id == replied_to.goal_id), None)
    if at is None or goal is None:
        return []
    task = await tasks.create(
        desk.tx,
        title=goal.title,
        at=desk.at,
        source=desk.source,
        ids=desk.ids,
        trace=desk.trace,
        remind_at=at,
        goal_id=goal.id,
        intervention_id=replied_to.id,
    )
    return [_reminded(desk, task)]


def _reminded(desk: Desk, task: Task) -> str:
    """When the reminder will come, by its row."""
    assert task.remind_at is not None
    tenant, language = desk.tenant, desk.tenant.language.value
    today = desk.now.date()
    when = moment(tenant.local(task.remind_at), today, language)
    if not tenant.is_quiet(task.remind_at):
        return desk.say("assistant-reminder-set", when=when, title=task.title)
    until = moment(tenant.local(tenant.quiet_end(task.remind_at)), today, language)
    return desk.say("assistant-reminder-quiet", time=when, title=task.title, until=until)


async def finish(desk: Desk, act: FinishTask) -> list[str]:
    """Finish the task that is meant, or ask which; the outcome of what led to it goes with it."""
    open_ones = await tasks.open_tasks(desk.tx)
    if not open_ones:
        return [desk.say("assistant-task-none")]
    if act.every:
        meant = _for_today(open_ones, desk)
    elif act.title is None:
        meant = open_ones if len(open_ones) == 1 else []
    else:
        meant = named(open_ones, act.title)
        if not meant:
            shown = _choices(desk, open_ones)
            return [desk.say("assistant-task-unknown", title=untrusted(act.title), list=shown)]
    if not meant or (len(meant) > 1 and not act.every):
        return [desk.say("assistant-task-which", list=_choices(desk, meant or open_ones))]
    done = [await finish_task(desk.tx, task, at=desk.at, ids=desk.ids) for task in meant]
    kept = [task for task in done if task is not None]
    if len(kept) == 1:
        return [desk.say("assistant-task-done", title=kept[0].title)]
    return [desk.say("assistant-tasks-done", count=len(kept))]


def _choices(desk: Desk, tasks_: list[Task]) -> str:
    quote = "„{}”" if desk.tenant.language.value == "pl" else '"{}"'
    shown = [quote.format(task.title) for task in tasks_[:5]]
    return listing(shown, desk.tenant.language.value)


def _for_today(open_ones: list[Task], desk: Desk) -> list[Task]:
    today = desk.now.date()
    due = [task for task in open_ones if task.due_on is None or task.due_on <= today]
    return [task for task in due if task.remind_at is None or task.remind_at <= desk.at]
