"""Answers to "why?" and "how am I doing?", made from rows."""

from datetime import datetime, timedelta
from typing import Any

from exoskull.conversations.acts.desk import Desk
from exoskull.goals import service as goals
from exoskull.grants.describe import pattern_text
from exoskull.grants.model import ActionPattern
from exoskull.i18n import day_phrase, listing, local_time, measure, moment, why_not
from exoskull.interventions import service as interventions
from exoskull.interventions.model import Intervention, State
from exoskull.interventions.why import Why, explain
from exoskull.language.model import AskStatus, AskWhy
from exoskull.tasks import service as tasks

WEEK = timedelta(days=7)
NOT_SENT = (State.REFUSED, State.SUPPRESSED, State.FAILED, State.EXPIRED, State.REJECTED)


async def why(desk: Desk, act: AskWhy) -> list[str]:
    """Why the last message was written (or that of the day asked about), or why none was."""
    language = desk.tenant.language.value
    ours = await interventions.since(desk.tx, desk.at - WEEK)
    if act.about_day is not None:
        day = act.about_day
        ours = [one for one in ours if desk.tenant.local_date(_moment(one)) == day]
    sent = [one for one in ours if one.state is State.SENT]
    if sent:
        last = max(sent, key=lambda one: (_moment(one), one.id))
        return _told(desk, await explain(desk.tx, last))
    asked = act.about_day or desk.now.date()
    day_text = day_phrase(asked, desk.now.date(), language)
    held = [one for one in ours if one.state in NOT_SENT]
    if held:
        reason = held[-1].failure or ""
        told = why_not(reason, language)
        return [desk.say("assistant-why-nothing-sent", day=day_text, why=told)]
    waiting = [one for one in ours if one.state is State.PLANNED]
    if waiting and act.about_day is None:
        soon = waiting[0]
        when = moment(desk.tenant.local(soon.send_at), desk.now.date(), language)
        return [desk.say("assistant-why-waiting", when=when, reason=soon.reason)]
    if act.about_day is not None:
        return [desk.say("assistant-why-nothing-found", day=day_text)]
    return [desk.say("assistant-why-nothing")]


def _moment(one: Intervention) -> datetime:
    return one.sent_at or one.created_at


def _told(desk: Desk, found: Why) -> list[str]:
    language = desk.tenant.language.value
    one = found.intervention
    lines = [desk.say("assistant-why-reason", reason=one.reason)]
    if found.approved:
        lines.append(desk.say("assistant-why-approved"))
    elif found.rule is not None:
        rule = pattern_text(ActionPattern.parse(found.rule), language)
        lines.append(desk.say("assistant-why-rule", rule=rule))
    if found.arms is None:
        if one.symptom == "reminder_due":
            lines.append(desk.say("assistant-why-asked"))
    else:
        way = desk.say(
            "assistant-way",
            channel=one.channel.value,
            time=local_time(desk.tenant.local(one.send_at), language),
            framing=one.framing,
        )
        lines.append(desk.say("assistant-why-choice", count=found.arms, chosen=way))
        lines.append(desk.say("assistant-why-chance", p=found.p_send))
    if one.sent_at is not None:
        lines.append(
            desk.say(
                "assistant-why-delivered",
                when=moment(desk.tenant.local(one.sent_at), desk.now.date(), language),
                channel=one.channel.value,
                receipt=one.receipt or "-",
            )
        )
    return lines


async def status(desk: Desk, _: AskStatus) -> list[str]:
    """Goals with their pace, open tasks, reminders, what is planned, and a pause."""
    language = desk.tenant.language.value
    lines: list[str] = []
    if desk.tenant.is_paused(desk.at):
        until = desk.tenant.paused_until
        shown = (
            None
            if until is None or until.year == 9999
            else moment(desk.tenant.local(desk.tenant.quiet_end(until)), desk.now.date(), language)
        )
        lines.append(desk.say("assistant-status-paused", until=shown))
    lines += await goal_lines(desk)
    open_ones = await tasks.open_tasks(desk.tx)
    todo = [task.title for task in open_ones if task.remind_at is None]
    if todo:
        lines.append(
            desk.say("assistant-status-tasks", count=len(todo), list=listing(todo[:7], language))
        )
    else:
        lines.append(desk.say("assistant-status-no-tasks"))
    reminders = [
        f"{task.title} ({moment(desk.tenant.local(task.remind_at), desk.now.date(), language)})"
        for task in open_ones
        if task.remind_at is not None and task.remind_at >= desk.at
    ]
    if reminders:
        lines.append(desk.say("assistant-status-reminders", list=listing(reminders[:5], language)))
    lines.append(await _planned_line(desk))
    return lines


async def goal_lines(desk: Desk) -> list[str]:
    """Each goal with how far it is."""
    language = desk.tenant.language.value
    standings = await goals.standings(desk.tx, at=desk.at)
    if not standings:
        return [desk.say("assistant-status-no-goals")]
    lines = []
    for goal, progress in standings:
        args: dict[str, Any] = {
            "goal": goal.title,
            "trajectory": progress.trajectory.value,
            "direction": goal.direction.value,
            "period": goal.period.value if goal.period else "none",
            "days_left": progress.days_left,
            "have_text": measure(goal.metric, progress.have or 0, language, unit=goal.unit),
            "target_text": measure(goal.metric, progress.target, language, unit=goal.unit),
        }
        lines.append(desk.say("assistant-status-goal", **args))
    return lines


async def _planned_line(desk: Desk) -> str:
    language = desk.tenant.language.value
    waiting = [one for one in await interventions.waiting(desk.tx) if one.state is State.PLANNED]
    if not waiting:
        return desk.say("assistant-status-nothing-planned")
    shown = [
        desk.say(
            "assistant-status-plan",
            when=moment(desk.tenant.local(one.send_at), desk.now.date(), language),
            channel=one.channel.value,
        )
        for one in waiting[:3]
    ]
    return desk.say("assistant-status-planned", list=listing(shown, language))
