"""The question that a reflection asks, once: did it work out after all?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from exoskull.database.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class EveningQuestion:
    """Whether the tasks of a local day were done. `intervention_id`: the reflection that asks.
    After `open_until`, silence stands for no."""

    intervention_id: UUID
    on_date: date
    task_ids: Sequence[UUID]
    asked_at: datetime
    open_until: datetime


async def ask(
    tx: Transaction,
    *,
    intervention_id: UUID,
    on: date,
    task_ids: Sequence[UUID],
    at: datetime,
    until: datetime,
) -> None:
    """Keep the question; a day is asked about once."""
    await tx.execute(
        """
        insert into evening_questions
               (tenant_id, intervention_id, on_date, task_ids, asked_at, open_until)
        values (%(tenant)s, %(intervention)s, %(on)s, %(tasks)s, %(at)s, %(until)s)
        on conflict (tenant_id, on_date) do nothing
        """,
        tenant=tx.tenant_id,
        intervention=intervention_id,
        on=on,
        tasks=list(task_ids),
        at=at,
        until=until,
    )


async def open_question(tx: Transaction, at: datetime) -> EveningQuestion | None:
    """The question that waits for an answer at `at`."""
    return await tx.maybe(
        EveningQuestion,
        """
        select intervention_id, on_date, task_ids, asked_at, open_until
          from evening_questions
         where tenant_id = %(tenant)s and answered_at is null and open_until > %(at)s
         order by asked_at desc limit 1
        """,
        tenant=tx.tenant_id,
        at=at,
    )


async def answer(tx: Transaction, question: EveningQuestion, *, yes: bool, at: datetime) -> bool:
    """Keep the answer; False where there is one already."""
    touched = await tx.execute(
        """
        update evening_questions set answer = %(answer)s, answered_at = %(at)s
         where tenant_id = %(tenant)s and intervention_id = %(id)s and answered_at is null
        """,
        tenant=tx.tenant_id,
        id=question.intervention_id,
        answer="yes" if yes else "no",
        at=at,
    )
    return touched == 1
