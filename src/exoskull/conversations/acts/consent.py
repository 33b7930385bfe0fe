"""Yes and no, undo, pause and stop: the person's hand on the loop."""

from datetime import timedelta
from uuid import UUID

from exoskull.apps.consent import SUBJECT as APP
from exoskull.conversations.acts import building, skills
from exoskull.conversations.acts.desk import Desk
from exoskull.feed import service as feed
from exoskull.feed.model import StoredEvent
from exoskull.goals import service as goals
from exoskull.i18n import listing, measured, moment
from exoskull.interventions import approvals
from exoskull.interventions import service as interventions
from exoskull.kit.errors import Conflict, NotFound
from exoskull.language.model import Approve, Pause, Reject
from exoskull.measuring import service as measuring
from exoskull.tasks import service as tasks
from exoskull.tenants.model import FOR_GOOD
from exoskull.tenants.pausing import pause as set_pause

UNDO_WITHIN = timedelta(hours=24)
UNDOABLE = (
    "measure.logged",
    "goal.created",
    "task.created",
    "task.done",
    "intervention.planned",
    "app.activated",
)


async def answer(desk: Desk, act: Approve | Reject) -> list[str]:
    """Answer a question by its code; without one, nothing is approved."""
    questions = await approvals.open_questions(desk.tx, desk.at)
    if not questions:
        return [desk.say("assistant-approve-nothing")]
    if act.code is None:
        said = await building.plain_answer(desk, act, questions)
        said = said or await skills.plain_no(desk, act, questions)
        return said or [desk.say("assistant-approve-needs-code")]
    question = await approvals.by_code(desk.tx, act.code, desk.at)
    if question is None:
        left = max(0, min(approvals.TRIES_MAX - one.tries - 1 for one in questions))
        return [desk.say("assistant-approve-wrong-code", tries_left=left)]
    yes = isinstance(act, Approve)
    try:
        if question.subject_kind == APP:
            return await building.answered(desk, question, yes=yes)
        if question.subject_kind == skills.SUBJECT:
            return await skills.answered(desk, question, yes=yes)
        done = await interventions.answer(desk.tx, question, yes=yes, by=desk.via, at=desk.at)
    except NotFound:
        return [desk.say("assistant-approve-expired")]
    except Conflict:
        return [desk.say("assistant-approve-changed")]
    return [desk.say("assistant-approved" if yes else "assistant-rejected", what=done.subject)]


async def undo(desk: Desk) -> list[str]:
    """Take back the last thing that can be: all that one message did, or a message not sent yet."""
    events = await feed.latest(desk.tx, kinds=UNDOABLE, limit=50)
    for event in events:
        if event.at < desk.at - UNDO_WITHIN:
            break
        if event.data.get("symptom") == "reminder_due":
            continue  # it came of the reminder, which is what the person means
        if event.kind == "app.activated" and event.data.get("source") != "user_request":
            continue  # not the person's own act
        lines = await _undo_group(desk, [one for one in events if _together(one, event)])
        if lines:
            return lines
    return [desk.say("assistant-undo-nothing")]


def _together(one: StoredEvent, other: StoredEvent) -> bool:
    """Whether both are of one message: they share its trace, or, for tasks that were made before
    and keep their own, were done at the same instant."""
    if "intervention.planned" in (one.kind, other.kind):
        return one.seq == other.seq
    return one.at == other.at and (one.trace == other.trace or one.kind == other.kind)


async def _undo_group(desk: Desk, group: list[StoredEvent]) -> list[str]:
    language = desk.tenant.language.value
    logged = [one for one in group if one.kind == "measure.logged"]
    taken = [
        one
        for event in reversed(logged)
        for one in await measuring.undo(desk.tx, _id(event), at=desk.at)
    ]
    told = [measured(one.metric, one.value, language, unit=one.unit) for one in taken]
    lines = []
    if told:
        lines.append(desk.say("assistant-undone-measure", what=listing(told, language)))
    for one in group:
        if one.kind != "measure.logged":
            lines += await _undo_one(desk, one)
    return lines


async def _undo_one(desk: Desk, event: StoredEvent) -> list[str]:
    match event.kind:
        case "goal.created":
            undone = await goals.undo(desk.tx, _id(event), at=desk.at)
            if undone is None:
                return []
            goal, again = undone
            lines = [desk.say("assistant-undone-goal", title=goal.title)]
            return lines + ([desk.say("assistant-goal-again", title=again.title)] if again else [])
        case "task.created":
            task = await tasks.drop(desk.tx, _id(event), at=desk.at)
            if task is None:
                return []
            key = "assistant-undone-task" if task.remind_at is None else "assistant-undone-reminder"
            return [desk.say(key, title=task.title)]
        case "app.activated":
            return await building.undo_making(desk, _id(event))
        case "task.done":
            task = await tasks.reopen(desk.tx, _id(event), at=desk.at)
            return [desk.say("assistant-undone-done", title=task.title)] if task else []
        case _:
            try:
                undone = await interventions.undo(desk.tx, _id(event), at=desk.at)
            except Conflict:
                return []
            return [desk.say("assistant-undone-message", text=undone.text)]


def _id(event: StoredEvent) -> UUID:
    return UUID(event.data["id"])


async def pause(desk: Desk, act: Pause) -> list[str]:
    """Write nothing until then; what is planned meanwhile waits, or is let go."""
    until = act.until
    await set_pause(desk.tx, until or FOR_GOOD, at=desk.at, trace=desk.trace)
    if until is None:
        return [desk.say("assistant-paused-open")]
    heard = desk.tenant.local(desk.tenant.quiet_end(until))  # quiet hours may hold it up further
    shown = moment(heard, desk.now.date(), desk.tenant.language.value)
    return [desk.say("assistant-paused", until=shown)]


async def stop(desk: Desk) -> list[str]:
    """Opt out: nothing is written until the person says otherwise."""
    await set_pause(desk.tx, FOR_GOOD, at=desk.at, trace=desk.trace)
    return [desk.say("assistant-stopped")]


async def resume(desk: Desk) -> list[str]:
    """End a pause."""
    if not desk.tenant.is_paused(desk.at):
        return [desk.say("assistant-resumed-already")]
    await set_pause(desk.tx, None, at=desk.at, trace=desk.trace)
    return [desk.say("assistant-resumed")]
