"""SQL of entries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import LiteralString
from uuid import UUID

from exoskull.apps.model import Entry
from exoskull.database.transaction import Transaction

_COLUMNS: LiteralString = """
    id, app_id, at, local_date, cells, source, idempotency_key, message_id, created_at,
    changed_at, undone_at, trace"""

_INSERT: LiteralString = f"""
    insert into entries (tenant_id, {_COLUMNS})
    values (%(tenant)s, %(id)s, %(app_id)s, %(at)s, %(local_date)s, %(cells)s, %(source)s,
            %(idempotency_key)s, %(message_id)s, %(created_at)s, %(changed_at)s,
            %(undone_at)s, %(trace)s)
    on conflict do nothing
"""

SLOTS: Mapping[str, LiteralString] = {"i1": "i1", "i2": "i2", "n1": "n1", "n2": "n2"}
"""Keys of columns with a typed column of their own."""

BEGIN, END = datetime(1900, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)
MARGIN = timedelta(days=2)

STREAK_NEAR, STREAK_MAX = 60, 1100
"""Days in a row that are looked for at first, and at most: three years."""


def _params(tx: Transaction, entry: Entry) -> dict:
    return {
        "tenant": tx.tenant_id,
        "id": entry.id,
        "app_id": entry.app_id,
        "at": entry.at,
        "local_date": entry.local_date,
        "cells": entry.cells,
        "source": entry.source,
        "idempotency_key": entry.idempotency_key,
        "message_id": entry.message_id,
        "created_at": entry.created_at,
        "changed_at": entry.changed_at,
        "undone_at": entry.undone_at,
        "trace": entry.trace,
    }


async def insert(tx: Transaction, entry: Entry) -> bool:
    """Add an entry; False, and nothing added, where one with its idempotency key is there."""
    return await tx.execute(_INSERT, **_params(tx, entry)) == 1


async def insert_many(tx: Transaction, entries: Sequence[Entry]) -> None:
    """Add entries, those of a known idempotency key left out."""
    await tx.execute_many(_INSERT, [_params(tx, entry) for entry in entries])


async def get(tx: Transaction, entry_id: UUID) -> Entry | None:
    return await tx.maybe(
        Entry,
        f"select {_COLUMNS} from entries where tenant_id = %(tenant)s and id = %(id)s",
        tenant=tx.tenant_id,
        id=entry_id,
    )


async def by_key(tx: Transaction, app_id: UUID, key: str) -> Entry | None:
    """The entry that this idempotency key stands for."""
    return await tx.maybe(
        Entry,
        f"""
        select {_COLUMNS} from entries
         where tenant_id = %(tenant)s and app_id = %(app)s and idempotency_key = %(key)s
        """,
        tenant=tx.tenant_id,
        app=app_id,
        key=key,
    )


async def change(tx: Transaction, entry: Entry) -> Entry | None:
    """Keep an entry's cells and time as they are now; None where it was taken back."""
    return await tx.maybe(
        Entry,
        f"""
        update entries
           set cells = %(cells)s, at = %(at)s, local_date = %(local_date)s,
               changed_at = %(changed_at)s
         where tenant_id = %(tenant)s and id = %(id)s and undone_at is null
        returning {_COLUMNS}
        """,
        **_params(tx, entry),
    )


async def undo(tx: Transaction, entry_id: UUID, at: datetime) -> Entry | None:
    """Take an entry back; None where it is gone already."""
    return await tx.maybe(
        Entry,
        f"""
        update entries set undone_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s and undone_at is null
        returning {_COLUMNS}
        """,
        tenant=tx.tenant_id,
        id=entry_id,
        at=at,
    )


async def page(
    tx: Transaction,
    app_id: UUID,
    *,
    limit: int,
    before: tuple[datetime, UUID] | None = None,
    first: date | None = None,
    last: date | None = None,
) -> list[Entry]:
    """Entries, newest first: those before `before`, on the local days from `first` to `last`.

    Bounds are always given, so that every plan walks the index from one to the other; local days
    are within two days of UTC's.
    """
    low = datetime(first.year, first.month, first.day, tzinfo=UTC) - MARGIN if first else BEGIN
    high = datetime(last.year, last.month, last.day, tzinfo=UTC) + MARGIN if last else END
    before_at, before_id = before or (END, UUID(int=2**128 - 1))
    return await tx.fetch(
        Entry,
        f"""
        select {_COLUMNS} from entries
         where tenant_id = %(tenant)s and app_id = %(app)s and undone_at is null
           and at >= %(low)s and at <= %(high)s
           and (at, id) < (%(before_at)s, %(before_id)s)
           and local_date between %(first)s and %(last)s
         order by at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        app=app_id,
        limit=limit,
        low=low,
        high=min(high, before_at),
        before_at=before_at,
        before_id=before_id,
        first=first or BEGIN.date(),
        last=last or END.date(),
    )


async def everything(tx: Transaction, app_id: UUID) -> list[Entry]:
    """All entries that stand, oldest first."""
    return await tx.fetch(
        Entry,
        f"""
        select {_COLUMNS} from entries
         where tenant_id = %(tenant)s and app_id = %(app)s and undone_at is null
         order by at, id
        """,
        tenant=tx.tenant_id,
        app=app_id,
    )


async def of_trace(tx: Transaction, app_id: UUID, trace: UUID) -> list[Entry]:
    """The entries of one message or request, oldest first."""
    return await tx.fetch(
        Entry,
        f"""
        select {_COLUMNS} from entries
         where tenant_id = %(tenant)s and app_id = %(app)s and trace = %(trace)s
           and undone_at is null
         order by created_at, id
        """,
        tenant=tx.tenant_id,
        app=app_id,
        trace=trace,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """One local day of one column: `entries` that day, `values` of them in the column, and what
    these come to; None for a day without values."""

    on: date
    entries: int
    values: int
    total: float | None
    low: float | None
    high: float | None
    last: float | None


async def by_day(
    tx: Transaction, app_id: UUID, key: str | None, *, first: date, last: date
) -> list[DayRow]:
    """The days with entries from `first` to `last`, oldest first.

    Args:
        key: the numeric column's; None counts entries only.
    """
    typed = SLOTS.get(key or "")
    value: LiteralString = typed if typed is not None else "(cells ->> %(key)s)::float8"
    return await tx.fetch(
        DayRow,
        f"""
        select local_date as on, count(*)::int as entries, count(v)::int as values,
               sum(v)::float8 as total, min(v) as low, max(v) as high,
               (array_agg(v order by at desc, id desc) filter (where v is not null))[1] as last
          from (select local_date, at, id, ({value})::float8 as v from entries
                 where tenant_id = %(tenant)s and app_id = %(app)s and undone_at is null
                   and local_date between %(first)s and %(last)s) found
         group by local_date order by local_date
        """,
        tenant=tx.tenant_id,
        app=app_id,
        key=key,
        first=first,
        last=last,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AppDayRow(DayRow):
    """One local day of one app's measured column."""

    app_id: UUID


async def by_day_of(
    tx: Transaction, keys: Mapping[UUID, str | None], *, first: date, last: date
) -> list[AppDayRow]:
    """As `by_day`, of several apps at once, oldest first.

    Args:
        keys: by app, the numeric column's; None counts entries only.
    """
    return await tx.fetch(
        AppDayRow,
        """
        select app_id, local_date as on, count(*)::int as entries, count(v)::int as values,
               sum(v)::float8 as total, min(v) as low, max(v) as high,
               (array_agg(v order by at desc, id desc) filter (where v is not null))[1] as last
          from (select e.app_id, e.local_date, e.at, e.id, (e.cells ->> a.key)::float8 as v
                  from unnest(%(apps)s::uuid[], %(keys)s::text[]) as a (app_id, key)
                  join entries e
                    on e.tenant_id = %(tenant)s and e.app_id = a.app_id and e.undone_at is null
                   and e.local_date between %(first)s and %(last)s) found
         group by app_id, local_date order by local_date
        """,
        tenant=tx.tenant_id,
        apps=list(keys),
        keys=list(keys.values()),
        first=first,
        last=last,
    )


async def streaks(tx: Transaction, apps: Sequence[UUID], today: date) -> dict[UUID, int]:
    """By app, local days in a row with an entry, up to `today`; up to yesterday where today has
    none yet; at most STREAK_MAX. Days further back are read only where a run reaches there."""
    found = await _runs(tx, apps, today, STREAK_NEAR)
    far = [app for app, length in found.items() if length >= STREAK_NEAR]
    return found | (await _runs(tx, far, today, STREAK_MAX) if far else {})


async def _runs(tx: Transaction, apps: Sequence[UUID], today: date, most: int) -> dict[UUID, int]:
    """The days of a run all have the same sum of their date and their place, newest first."""
    rows = await tx.dicts(
        """
        select app_id, count(*)::int as length
          from (select app_id, day, day + place as run,
                       first_value(day + place) over newest as last
                  from (select app_id, local_date as day,
                               row_number() over (partition by app_id order by local_date desc)::int
                                   as place
                          from entries
                         where tenant_id = %(tenant)s and app_id = any(%(apps)s)
                           and undone_at is null
                           and local_date between %(first)s and %(today)s
                         group by app_id, local_date) days
                window newest as (partition by app_id order by day desc)) runs
         where run = last and last >= %(today)s
         group by app_id
        """,
        tenant=tx.tenant_id,
        apps=list(apps),
        first=today - timedelta(days=most),
        today=today,
    )
    return dict.fromkeys(apps, 0) | {row["app_id"]: min(most, row["length"]) for row in rows}


async def latest_of(tx: Transaction, apps: Sequence[UUID]) -> list[Entry]:
    """The newest entry of each of the apps that has one."""
    return await tx.fetch(
        Entry,
        """
        select e.* from unnest(%(apps)s::uuid[]) as a cross join lateral (
            select id, app_id, at, local_date, cells, source, idempotency_key, message_id,
                   created_at, changed_at, undone_at, trace
              from entries
             where tenant_id = %(tenant)s and app_id = a and undone_at is null
               and at >= %(low)s and at <= %(high)s
             order by at desc, id desc limit 1) e
        """,
        tenant=tx.tenant_id,
        apps=list(apps),
        low=BEGIN,
        high=END,
    )


async def count_since(tx: Transaction, app_id: UUID, at: datetime) -> int:
    """How many entries were made at or after `at` and stand."""
    return await tx.value(
        """
        select count(*) from entries
         where tenant_id = %(tenant)s and app_id = %(app)s and undone_at is null
           and created_at >= %(at)s
        """,
        tenant=tx.tenant_id,
        app=app_id,
        at=at,
    )


async def moments_since(tx: Transaction, app_id: UUID, at: datetime) -> list[datetime]:
    """When the entries of the app are about, from `at` on, oldest first."""
    rows = await tx.dicts(
        """
        select at from entries
         where tenant_id = %(tenant)s and app_id = %(app)s and undone_at is null and at >= %(at)s
         order by at, id
        """,
        tenant=tx.tenant_id,
        app=app_id,
        at=at,
    )
    return [row["at"] for row in rows]


async def filled_since(tx: Transaction, app_id: UUID, at: datetime) -> dict[str, int]:
    """How many of the app's entries from `at` on have a value in each column, by column key."""
    rows = await tx.dicts(
        """
        select key, count(*)::int as filled
          from entries, jsonb_object_keys(cells) as key
         where tenant_id = %(tenant)s and app_id = %(app)s and undone_at is null and at >= %(at)s
         group by key order by key
        """,
        tenant=tx.tenant_id,
        app=app_id,
        at=at,
    )
    return {row["key"]: row["filled"] for row in rows}


async def keys_known(tx: Transaction, app_id: UUID, keys: Sequence[str]) -> set[str]:
    """Those of `keys` that an entry of the app has."""
    rows = await tx.dicts(
        """
        select idempotency_key as key from entries
         where tenant_id = %(tenant)s and app_id = %(app)s and idempotency_key = any(%(keys)s)
        """,
        tenant=tx.tenant_id,
        app=app_id,
        keys=list(keys),
    )
    return {row["key"] for row in rows}
