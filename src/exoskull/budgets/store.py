"""SQL of budgets."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import LiteralString
from uuid import UUID

from exoskull.budgets.model import Amount, FeatureCost, Reservation
from exoskull.database.transaction import Transaction
from exoskull.kit.ids import SYSTEM

_COLUMNS: LiteralString = """id, feature, state, day, month, installation_day, upper_micros,
    upper_tokens, actual_micros, actual_tokens, reserved_at, expires_at, ended_at, trace"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What is on its way and spent in one period."""

    reserved_micros: int = 0
    spent_micros: int = 0
    reserved_tokens: int = 0
    spent_tokens: int = 0


NOTHING = Amount()
_SUMS: LiteralString = "reserved_micros, spent_micros, reserved_tokens, spent_tokens"


async def sums(tx: Transaction, period: str, starts_on: date) -> Sums:
    """The tenant's sums of a day or month, as they stand."""
    found = await tx.maybe(
        Sums,
        f"""
        select {_SUMS} from budget_periods
         where tenant_id = %(tenant)s and period = %(period)s and starts_on = %(starts_on)s
        """,
        tenant=tx.tenant_id,
        period=period,
        starts_on=starts_on,
    )
    return found or Sums()


async def lock_sums(tx: Transaction, period: str, starts_on: date) -> Sums:
    """The same, held against other holders until the transaction ends."""
    return await tx.one(
        Sums,
        f"""
        insert into budget_periods (tenant_id, period, starts_on)
        values (%(tenant)s, %(period)s, %(starts_on)s)
            on conflict (tenant_id, period, starts_on)
            do update set refused = budget_periods.refused
        returning {_SUMS}
        """,
        tenant=tx.tenant_id,
        period=period,
        starts_on=starts_on,
    )


async def lock_installation(tx: Transaction, day: date) -> Sums:
    """The installation's sums of a UTC day, held until the transaction ends."""
    async with _as_installation(tx) as theirs:
        return await theirs.one(
            Sums,
            f"""
            insert into installation_budgets as i (tenant_id, starts_on)
            values (%(tenant)s, %(day)s)
                on conflict (tenant_id, starts_on) do update set spent_micros = i.spent_micros
            returning {_SUMS}
            """,
            tenant=theirs.tenant_id,
            day=day,
        )


async def move(
    tx: Transaction,
    held: Reservation,
    *,
    reserved: int = 0,
    spent: Amount = NOTHING,
    unspent: Amount = NOTHING,
) -> None:
    """Add to every period of the reservation: `reserved` times its upper bound (1 or -1), what was
    spent, less what was wrongly counted so. In the order of the locks: day, month, installation."""
    added = {
        "reserved_micros": reserved * held.upper_micros,
        "reserved_tokens": reserved * held.upper_tokens,
        "spent_micros": spent.micros - unspent.micros,
        "spent_tokens": spent.tokens - unspent.tokens,
    }
    for period, starts_on in (("day", held.day), ("month", held.month)):
        await tx.execute(
            """
            update budget_periods
               set reserved_micros = reserved_micros + %(reserved_micros)s,
                   reserved_tokens = reserved_tokens + %(reserved_tokens)s,
                   spent_micros = spent_micros + %(spent_micros)s,
                   spent_tokens = spent_tokens + %(spent_tokens)s
             where tenant_id = %(tenant)s and period = %(period)s and starts_on = %(starts_on)s
            """,
            tenant=tx.tenant_id,
            period=period,
            starts_on=starts_on,
            **added,
        )
    async with _as_installation(tx) as theirs:
        await theirs.execute(
            """
            update installation_budgets
               set reserved_micros = reserved_micros + %(reserved_micros)s,
                   reserved_tokens = reserved_tokens + %(reserved_tokens)s,
                   spent_micros = spent_micros + %(spent_micros)s,
                   spent_tokens = spent_tokens + %(spent_tokens)s
             where tenant_id = %(tenant)s and starts_on = %(day)s
            """,
            tenant=theirs.tenant_id,
            day=held.installation_day,
            **added,
        )


async def count_refusal(tx: Transaction, day: date) -> int:
    """Count a refusal of the day; returns how many there were with it."""
    return await tx.value(
        """
        update budget_periods set refused = refused + 1
         where tenant_id = %(tenant)s and period = 'day' and starts_on = %(day)s
        returning refused
        """,
        tenant=tx.tenant_id,
        day=day,
    )


async def refused(tx: Transaction, day: date) -> int:
    """How many calls of the day were refused."""
    found = await tx.value(
        """
        select refused from budget_periods
         where tenant_id = %(tenant)s and period = 'day' and starts_on = %(day)s
        """,
        tenant=tx.tenant_id,
        day=day,
    )
    return found or 0


async def insert(tx: Transaction, reservation: Reservation) -> None:
    await tx.execute(
        f"""
        insert into budget_reservations (tenant_id, {_COLUMNS})
        values (%(tenant)s, %(id)s, %(feature)s, %(state)s, %(day)s, %(month)s,
                %(installation_day)s, %(upper_micros)s, %(upper_tokens)s, %(actual_micros)s,
                %(actual_tokens)s, %(reserved_at)s, %(expires_at)s, %(ended_at)s, %(trace)s)
        """,
        tenant=tx.tenant_id,
        **asdict(reservation),
    )


async def lock(tx: Transaction, reservation_id: UUID) -> Reservation | None:
    """The reservation, held against other holders until the transaction ends."""
    return await tx.maybe(
        Reservation,
        f"""
        select {_COLUMNS} from budget_reservations
         where tenant_id = %(tenant)s and id = %(id)s for no key update
        """,
        tenant=tx.tenant_id,
        id=reservation_id,
    )


async def save(tx: Transaction, reservation: Reservation) -> None:
    await tx.execute(
        """
        update budget_reservations
           set state = %(state)s, actual_micros = %(actual_micros)s,
               actual_tokens = %(actual_tokens)s, ended_at = %(ended_at)s
         where tenant_id = %(tenant)s and id = %(id)s
        """,
        tenant=tx.tenant_id,
        id=reservation.id,
        state=reservation.state,
        actual_micros=reservation.actual_micros,
        actual_tokens=reservation.actual_tokens,
        ended_at=reservation.ended_at,
    )


async def expired(tx: Transaction, at: datetime) -> list[Reservation]:
    """Open reservations whose time was over at `at`, oldest first, held."""
    return await tx.fetch(
        Reservation,
        f"""
        select {_COLUMNS} from budget_reservations
         where tenant_id = %(tenant)s and state = 'open' and expires_at <= %(at)s
         order by expires_at, id for no key update
        """,
        tenant=tx.tenant_id,
        at=at,
    )


async def close_before(tx: Transaction, day: date, at: datetime) -> int:
    """Close every day of the tenant's before `day`, and months before its month, with nothing on
    its way; returns how many were."""
    return await tx.execute(
        """
        update budget_periods set closed_at = %(at)s
         where tenant_id = %(tenant)s and closed_at is null
           and reserved_micros = 0 and reserved_tokens = 0
           and starts_on < case when period = 'day' then %(day)s::date else %(month)s::date end
        """,
        tenant=tx.tenant_id,
        day=day,
        month=day.replace(day=1),
        at=at,
    )


async def by_feature(tx: Transaction, day: date) -> list[FeatureCost]:
    """What each feature cost on `day`, the dearest first."""
    return await tx.fetch(
        FeatureCost,
        """
        select feature, count(*)::int as calls, sum(actual_micros)::bigint as micros,
               sum(actual_tokens)::bigint as tokens
          from budget_reservations
         where tenant_id = %(tenant)s and day = %(day)s and actual_micros is not null
         group by feature order by micros desc, feature
        """,
        tenant=tx.tenant_id,
        day=day,
    )


@asynccontextmanager
async def _as_installation(tx: Transaction) -> AsyncIterator[Transaction]:
    """The same database transaction, seeing the rows of the installation until the block ends."""
    scope = "select set_config('exoskull.tenant_id', %(tenant)s, true)"
    await tx.execute(scope, tenant=str(SYSTEM))
    yield Transaction(tx.connection, SYSTEM)
    await tx.execute(scope, tenant=str(tx.tenant_id))
