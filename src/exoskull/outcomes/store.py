"""SQL of outcomes."""

from dataclasses import asdict
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.outcomes.model import Outcome

_COLUMNS: LiteralString = """
    id, intervention_id, at, type, effectiveness, response_minutes, context,
    formula, corrects, trace"""


async def insert(tx: Transaction, outcome: Outcome) -> Outcome:
    """Add an outcome; returns it as the database now has it."""
    return await tx.one(
        Outcome,
        f"""
        insert into intervention_outcomes (tenant_id, {_COLUMNS})
        values (%(tenant)s, %(id)s, %(intervention_id)s, %(at)s, %(type)s, %(effectiveness)s,
                %(response_minutes)s, %(context)s, %(formula)s, %(corrects)s, %(trace)s)
        returning {_COLUMNS}
        """,
        tenant=tx.tenant_id,
        **(asdict(outcome) | {"type": outcome.type.value}),
    )


async def of_intervention(tx: Transaction, intervention_id: UUID) -> list[Outcome]:
    """The outcomes of one intervention, oldest first."""
    return await tx.fetch(
        Outcome,
        f"""
        select {_COLUMNS} from intervention_outcomes
         where tenant_id = %(tenant)s and intervention_id = %(intervention)s
         order by at, id
        """,
        tenant=tx.tenant_id,
        intervention=intervention_id,
    )


async def since(tx: Transaction, at: datetime) -> list[Outcome]:
    """Outcomes at or after `at` that nothing corrected since, oldest first."""
    return await tx.fetch(
        Outcome,
        f"""
        select {_COLUMNS} from intervention_outcomes o
         where tenant_id = %(tenant)s and at >= %(at)s
           and not exists (select 1 from intervention_outcomes later
                            where later.tenant_id = o.tenant_id and later.corrects = o.id)
         order by at, id
        """,
        tenant=tx.tenant_id,
        at=at,
    )
