"""SQL of tasks."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.tasks.model import Task, TaskState

_COLUMNS: LiteralString = """
    id, title, due_on, remind_at, state, goal_id, intervention_id, source,
    created_at, ended_at, trace"""


async def insert(tx: Transaction, task: Task) -> Task:
    """Add a task; returns it as the database now has it."""
    return await tx.one(
        Task,
        f"""
        insert into tasks (tenant_id, {_COLUMNS})
        values (%(tenant)s, %(id)s, %(title)s, %(due_on)s, %(remind_at)s, %(state)s, %(goal_id)s,
                %(intervention_id)s, %(source)s, %(created_at)s, %(ended_at)s, %(trace)s)
        returning {_COLUMNS}
        """,
        tenant=tx.tenant_id,
        id=task.id,
        title=task.title,
        due_on=task.due_on,
        remind_at=task.remind_at,
        state=task.state,
        goal_id=task.goal_id,
        intervention_id=task.intervention_id,
        source=task.source,
        created_at=task.created_at,
        ended_at=task.ended_at,
        trace=task.trace,
    )


async def in_state(tx: Transaction, state: TaskState) -> list[Task]:
    """Tasks in `state`, oldest first."""
    return await tx.fetch(
        Task,
        f"""
        select {_COLUMNS} from tasks
         where tenant_id = %(tenant)s and state = %(state)s
         order by created_at, id
        """,
        tenant=tx.tenant_id,
        state=state,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Task):
    """An open task beside a day: `late`, `due` on it, `later`, or of no day (`some_day`); `among`:
    how many stand in the same place."""

    place: str
    among: int


async def placed(
    tx: Transaction, *, today: date, begin: datetime, end: datetime, most: int
) -> list[Placed]:
    """Open tasks beside the local day `today`, which is from `begin` to `end`: of each place the
    `most` oldest, oldest first. A reminder counts by its moment, whatever its day."""
    return await tx.fetch(
        Placed,
        f"""
        select {_COLUMNS}, place, among
          from (select {_COLUMNS}, place, count(*) over (partition by place)::int as among,
                       row_number() over (partition by place order by created_at, id) as number
                  from (select {_COLUMNS},
                               case when remind_at < %(begin)s then 'late'
                                    when remind_at >= %(end)s then 'later'
                                    when remind_at is not null then 'due'
                                    when due_on is null then 'some_day'
                                    when due_on < %(today)s then 'late'
                                    when due_on > %(today)s then 'later'
                                    else 'due' end as place
                          from tasks
                         where tenant_id = %(tenant)s and state = 'open') found) numbered
         where number <= %(most)s
         order by created_at, id
        """,
        tenant=tx.tenant_id,
        today=today,
        begin=begin,
        end=end,
        most=most,
    )


async def done_since(tx: Transaction, at: datetime) -> list[Task]:
    """Tasks done at or after `at`, in the order they were done."""
    return await tx.fetch(
        Task,
        f"""
        select {_COLUMNS} from tasks
         where tenant_id = %(tenant)s and state = 'done' and ended_at >= %(at)s
         order by ended_at, id
        """,
        tenant=tx.tenant_id,
        at=at,
    )


async def of_goal(
    tx: Transaction, goal_id: UUID, *, limit: int, before: UUID | None = None
) -> list[Task]:
    """The tasks of a goal that are open or done, the open ones first, then the newest first;
    beyond the one called `before`."""
    return await tx.fetch(
        Task,
        f"""
        select {_COLUMNS} from tasks
         where tenant_id = %(tenant)s and goal_id = %(goal)s and state in ('open', 'done')
           and (%(before)s::uuid is null or (state = 'open', created_at, id) < (
                select state = 'open', created_at, id from tasks
                 where tenant_id = %(tenant)s and id = %(before)s))
         order by state = 'open' desc, created_at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        goal=goal_id,
        before=before,
        limit=limit,
    )


async def count_of_goal(tx: Transaction, goal_id: UUID, before: UUID) -> int:
    """How many tasks of a goal stand beyond the one called `before`."""
    return await tx.value(
        """
        select count(*) from tasks
         where tenant_id = %(tenant)s and goal_id = %(goal)s and state in ('open', 'done')
           and (state = 'open', created_at, id) < (
               select state = 'open', created_at, id from tasks
                where tenant_id = %(tenant)s and id = %(before)s)
        """,
        tenant=tx.tenant_id,
        goal=goal_id,
        before=before,
    )


async def move(
    tx: Transaction, task_id: UUID, *, from_: TaskState, to: TaskState, at: datetime
) -> Task | None:
    """Change a task's state; None where it is not in `from_`."""
    return await tx.maybe(
        Task,
        f"""
        update tasks
           set state = %(to)s,
               ended_at = case when %(to)s = 'open' then null else %(at)s::timestamptz end
         where tenant_id = %(tenant)s and id = %(id)s and state = %(from)s
        returning {_COLUMNS}
        """,
        **{"tenant": tx.tenant_id, "id": task_id, "from": from_, "to": to, "at": at},
    )
