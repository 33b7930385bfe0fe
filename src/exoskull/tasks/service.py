"""Making tasks and reminders, and finishing them."""

from datetime import date, datetime
from uuid import UUID

from exoskull.channels.text import untrusted
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.ids import Ids, TraceId
from exoskull.scheduling.service import move_attention
from exoskull.signals.model import Source
from exoskull.tasks import store
from exoskull.tasks.model import LOOK_AHEAD, Task, TaskState, parse_title
from exoskull.tasks.store import Placed


async def create(
    tx: Transaction,
    *,
    title: str,
    at: datetime,
    source: Source,
    ids: Ids,
    trace: TraceId,
    due_on: date | None = None,
    remind_at: datetime | None = None,
    goal_id: UUID | None = None,
    intervention_id: UUID | None = None,
) -> Task:
    """Make a task, or, with `remind_at`, a reminder; returns it as the database has it.

    Raises:
        InvalidInput: no title, or one that is too long.
    """
    task = await store.insert(
        tx,
        Task(
            id=ids.new(),
            title=untrusted(parse_title(title)),
            due_on=due_on,
            remind_at=remind_at,
            state=TaskState.OPEN,
            goal_id=goal_id,
            intervention_id=intervention_id,
            source=source,
            created_at=at,
            ended_at=None,
            trace=trace,
        ),
    )
    await publish(tx, Event(at=at, kind="task.created", trace=trace, data=_data(task)))
    if remind_at is not None:
        await move_attention(tx, f"reminder:{task.id}", remind_at - LOOK_AHEAD)
    else:
        await move_attention(tx, "task", at)
    return task


async def finish(tx: Transaction, task: Task, *, at: datetime) -> Task | None:
    """Mark an open task done and tell the feed; None where it is no longer open."""
    done = await store.move(tx, task.id, from_=TaskState.OPEN, to=TaskState.DONE, at=at)
    if done is not None:
        await publish(tx, Event(at=at, kind="task.done", trace=done.trace, data=_data(done)))
        await move_attention(tx, "task", at)
    return done


async def drop(tx: Transaction, task_id: UUID, *, at: datetime) -> Task | None:
    """Take an open task off the list; None where it is no longer open."""
    dropped = await store.move(tx, task_id, from_=TaskState.OPEN, to=TaskState.DROPPED, at=at)
    if dropped is not None:
        await publish(
            tx, Event(at=at, kind="task.dropped", trace=dropped.trace, data=_data(dropped))
        )
    return dropped


async def reopen(tx: Transaction, task_id: UUID, *, at: datetime) -> Task | None:
    """Take back a 'done'; None where the task is not done."""
    task = await store.move(tx, task_id, from_=TaskState.DONE, to=TaskState.OPEN, at=at)
    if task is not None:
        await publish(tx, Event(at=at, kind="task.reopened", trace=task.trace, data=_data(task)))
        await move_attention(tx, "task", at)
    return task


async def open_tasks(tx: Transaction) -> list[Task]:
    """The open tasks and reminders, oldest first."""
    return await store.in_state(tx, TaskState.OPEN)


async def placed(
    tx: Transaction, *, today: date, begin: datetime, end: datetime, most: int
) -> list[Placed]:
    """Open tasks beside the local day `today`, which is from `begin` to `end`: of each place the
    `most` oldest."""
    return await store.placed(tx, today=today, begin=begin, end=end, most=most)


async def done_since(tx: Transaction, at: datetime) -> list[Task]:
    """Tasks done at or after `at`, in the order they were done."""
    return await store.done_since(tx, at)


async def of_goal(
    tx: Transaction, goal_id: UUID, *, limit: int, before: UUID | None = None
) -> list[Task]:
    """What is to be done for a goal and what was done, the open ones first, each newest first;
    `before` pages back."""
    return await store.of_goal(tx, goal_id, limit=limit, before=before)


async def count_of_goal(tx: Transaction, goal_id: UUID, before: UUID) -> int:
    """How many tasks of a goal stand beyond the one called `before`."""
    return await store.count_of_goal(tx, goal_id, before)


def _data(task: Task) -> dict[str, object]:
    return {
        "id": str(task.id),
        "title": task.title,
        "due": task.due_on.isoformat() if task.due_on else None,
        "remind_at": task.remind_at.isoformat() if task.remind_at else None,
        "status": task.state.value,
        "goal": str(task.goal_id) if task.goal_id else None,
        "source": task.source.value,
    }
