"""SQL of what was learned to say of a person's preferences, and of their own corrections."""

from datetime import datetime
from typing import Any, LiteralString

from exoskull.database.transaction import Transaction
from exoskull.ledger.model import Correction, Preference

_PREFERENCE: LiteralString = "id, factor, level, spoken, statement, learned_at, trace"


async def preferences(tx: Transaction) -> list[Preference]:
    """What is stated now of this person, the spoken first."""
    return await tx.fetch(
        Preference,
        f"""
        select {_PREFERENCE} from preferences
         where tenant_id = %(tenant)s and replaced_at is null
         order by spoken desc, (statement ->> 'probability')::float8 desc, factor, level
        """,
        tenant=tx.tenant_id,
    )


async def restate_preference(tx: Transaction, same: Preference) -> None:
    """Give a statement that says what it said its newest numbers."""
    await tx.execute(
        """
        update preferences set statement = %(statement)s
         where tenant_id = %(tenant)s and id = %(id)s
        """,
        tenant=tx.tenant_id,
        id=same.id,
        statement=same.statement,
    )


async def rows_behind(tx: Transaction) -> list[dict[str, Any]]:
    """What statements are read from, in short: the rows that a night has taken in, oldest first,
    each with id, at, chosen (an arm or None), outcome and reply."""
    return await tx.dicts(
        """
        select id, at, nullif(ledger -> 'chosen', 'null'::jsonb) as chosen, outcome, reply
          from decisions
         where tenant_id = %(tenant)s and learned_on is not null
           and (outcome is not null or reply is not null)
           and ledger ->> 'reason' is distinct from 'unavailable'
         order by at, id
        """,
        tenant=tx.tenant_id,
    )


async def replace_preference(tx: Transaction, new: Preference) -> None:
    """Put a statement in the place of the one about the same level."""
    await tx.execute(
        """
        update preferences set replaced_at = %(at)s
         where tenant_id = %(tenant)s and factor = %(factor)s and level = %(level)s
           and replaced_at is null
        """,
        tenant=tx.tenant_id,
        factor=new.factor,
        level=new.level,
        at=new.learned_at,
    )
    await tx.execute(
        f"""
        insert into preferences (tenant_id, {_PREFERENCE})
        values (%(tenant)s, %(id)s, %(factor)s, %(level)s, %(spoken)s, %(statement)s, %(at)s,
                %(trace)s)
        """,
        tenant=tx.tenant_id,
        id=new.id,
        factor=new.factor,
        level=new.level,
        spoken=new.spoken,
        statement=new.statement,
        at=new.learned_at,
        trace=new.trace,
    )


_CORRECTION: LiteralString = "id, factor, level, wish, created_at, trace"


async def corrections(tx: Transaction) -> list[Correction]:
    """What the person said of their own preferences, and has not lifted, oldest first."""
    return await tx.fetch(
        Correction,
        f"""
        select {_CORRECTION} from corrections
         where tenant_id = %(tenant)s and lifted_at is null
         order by created_at, id
        """,
        tenant=tx.tenant_id,
    )


async def lift(tx: Transaction, factor: str, level: str, at: datetime) -> Correction | None:
    """Take a correction back; None where there is none."""
    return await tx.maybe(
        Correction,
        f"""
        update corrections set lifted_at = %(at)s
         where tenant_id = %(tenant)s and factor = %(factor)s and level = %(level)s
           and lifted_at is null
        returning {_CORRECTION}
        """,
        tenant=tx.tenant_id,
        factor=factor,
        level=level,
        at=at,
    )


async def insert_correction(tx: Transaction, new: Correction) -> None:
    await tx.execute(
        f"""
        insert into corrections (tenant_id, {_CORRECTION})
        values (%(tenant)s, %(id)s, %(factor)s, %(level)s, %(wish)s, %(at)s, %(trace)s)
        """,
        tenant=tx.tenant_id,
        id=new.id,
        factor=new.factor,
        level=new.level,
        wish=new.wish,
        at=new.created_at,
        trace=new.trace,
    )
