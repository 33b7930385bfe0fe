"""SQL of levers."""

from datetime import datetime
from typing import LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.levers.model import Lever, LeverName

_COLUMNS: LiteralString = "id, name, subject, value, trial_id, set_at"


async def pulled(tx: Transaction) -> list[Lever]:
    """The levers as they stand, in the order of their subjects."""
    return await tx.fetch(
        Lever,
        f"""
        select {_COLUMNS} from levers
         where tenant_id = %(tenant)s and lifted_at is null
         order by name, subject
        """,
        tenant=tx.tenant_id,
    )


async def insert(tx: Transaction, lever: Lever) -> None:
    await tx.execute(
        f"""
        insert into levers (tenant_id, {_COLUMNS})
        values (%(tenant)s, %(id)s, %(name)s, %(subject)s, %(value)s, %(trial_id)s, %(set_at)s)
        """,
        tenant=tx.tenant_id,
        id=lever.id,
        name=lever.name.value,
        subject=lever.subject,
        value=lever.value,
        trial_id=lever.trial_id,
        set_at=lever.set_at,
    )


async def lift(
    tx: Transaction, name: LeverName, subject: str, *, at: datetime, trial_id: UUID | None = None
) -> Lever | None:
    """Take the lever off; None where it is not pulled, or not by `trial_id` where that is given."""
    return await tx.maybe(
        Lever,
        f"""
        update levers set lifted_at = %(at)s
         where tenant_id = %(tenant)s and name = %(name)s and subject = %(subject)s
           and lifted_at is null
           and (%(trial)s::uuid is null or trial_id = %(trial)s)
        returning {_COLUMNS}
        """,
        tenant=tx.tenant_id,
        name=name.value,
        subject=subject,
        at=at,
        trial=trial_id,
    )
