"""Taking back the last thing that was done."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from exoskull.conversations import runs
from exoskull.conversations.acts import building
from exoskull.conversations.acts.desk import Desk
from exoskull.conversations.runs import Instant
from exoskull.feed import service as feed
from exoskull.feed.model import StoredEvent
from exoskull.goals import service as goals
from exoskull.i18n import listing, measured
from exoskull.interventions import service as interventions
from exoskull.kit.errors import Conflict, NotFound
from exoskull.measuring import service as measuring
from exoskull.memory import service as memory
from exoskull.tasks import service as tasks

UNDO_WITHIN = timedelta(hours=24)
UNDOABLE = (
    "measure.logged",
    "goal.created",
    "task.created",
    "task.done",
    "intervention.planned",
    "app.activated",
    "memory.remembered",
    "memory.forgotten",
)


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
        acted = await runs.instants(desk.tx, event.at)
        lines = await _undo_group(desk, [one for one in events if _together(one, event, acted)])
        if lines:
            return lines
    return [desk.say("assistant-undo-nothing")]


def _together(one: StoredEvent, other: StoredEvent, acted: Sequence[Instant]) -> bool:
    """Whether both are of one message: they share its trace, or, for tasks that were made before
    and keep their own, were done at the same instant.

    Args:
        acted: the instants of the message that `other` is of, where a model did several things
            for it, one after the other.
    """
    if "intervention.planned" in (one.kind, other.kind):
        return one.seq == other.seq
    if one.at == other.at and (one.trace == other.trace or one.kind == other.kind):
        return True
    return any(
        one.at == instant.at and (one.trace == instant.trace or one.kind == "task.done")
        for instant in acted
    )


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
        case "memory.remembered" | "memory.forgotten":
            return await _undo_memory(desk, event)
        case "task.done":
            task = await tasks.reopen(desk.tx, _id(event), at=desk.at)
            return [desk.say("assistant-undone-done", title=task.title)] if task else []
        case _:
            try:
                undone = await interventions.undo(desk.tx, _id(event), at=desk.at)
            except Conflict:
                return []
            return [desk.say("assistant-undone-message", text=undone.text)]


async def _undo_memory(desk: Desk, event: StoredEvent) -> list[str]:
    try:
        fact = await memory.get(desk.tx, _id(event))
        if (event.kind == "memory.remembered") is (fact.deleted_at is not None):
            return []  # taken back before
        if fact.is_current:
            fact = await memory.forget(desk.tx, fact.id, at=desk.at)
            return [desk.say("memory-chat-undone", fact=fact.text)]
        fact = await memory.restore(desk.tx, fact.id, at=desk.at)
    except NotFound:
        return []
    return [desk.say("memory-chat-kept", fact=fact.text)]


def _id(event: StoredEvent) -> UUID:
    return UUID(event.data["id"])
