"""SQL of interventions."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.interventions.model import COUNTED, Intervention, State
from exoskull.kit.ids import TenantId

_COLUMNS: LiteralString = """
    id, decision_id, symptom, subject_key, action, channel, framing, option,
    subject, text, reason, state, idempotency_key, created_at, send_at, expires_at, attempts,
    claimed_at, lease_until, authorization_id, local_date, recipient, receipt, sent_at, failure,
    goal_id, task_id, metric, outcome_due_at, outcome_closed_at, html, trace"""


async def insert(tx: Transaction, intervention: Intervention) -> bool:
    """Add it; False where its idempotency key is already there, and then nothing is added."""
    touched = await tx.execute(
        f"""
        insert into interventions (tenant_id, {_COLUMNS})
        values (%(tenant)s, %(id)s, %(decision_id)s, %(symptom)s, %(subject_key)s, %(action)s,
                %(channel)s, %(framing)s, %(option)s, %(subject)s, %(text)s, %(reason)s,
                %(state)s, %(idempotency_key)s, %(created_at)s, %(send_at)s, %(expires_at)s,
                %(attempts)s, %(claimed_at)s, %(lease_until)s, %(authorization_id)s,
                %(local_date)s, %(recipient)s, %(receipt)s, %(sent_at)s, %(failure)s,
                %(goal_id)s, %(task_id)s, %(metric)s, %(outcome_due_at)s,
                %(outcome_closed_at)s, %(html)s, %(trace)s)
        on conflict (tenant_id, idempotency_key) do nothing
        """,
        tenant=tx.tenant_id,
        **asdict(intervention),
    )
    return touched == 1


async def get(tx: Transaction, intervention_id: UUID, *, lock: bool = False) -> Intervention | None:
    """The intervention, held against other lockers where `lock`; None where there is none."""
    if lock:
        return await tx.maybe(
            Intervention,
            f"""
            select {_COLUMNS} from interventions
             where tenant_id = %(tenant)s and id = %(id)s for update
            """,
            tenant=tx.tenant_id,
            id=intervention_id,
        )
    return await tx.maybe(
        Intervention,
        f"select {_COLUMNS} from interventions where tenant_id = %(tenant)s and id = %(id)s",
        tenant=tx.tenant_id,
        id=intervention_id,
    )


async def change(
    tx: Transaction, intervention_id: UUID, *, from_: State, to: State, **fields: Any
) -> Intervention | None:
    """Move from one state to another and set `fields`; None where it is not in `from_`."""
    current = await get(tx, intervention_id, lock=True)
    if current is None or current.state is not from_:
        return None
    merged = asdict(current) | fields
    return await tx.one(
        Intervention,
        f"""
        update interventions
           set state = %(to)s, send_at = %(send_at)s, attempts = %(attempts)s,
               claimed_at = %(claimed_at)s, lease_until = %(lease_until)s,
               authorization_id = %(authorization_id)s, local_date = %(local_date)s,
               recipient = %(recipient)s, receipt = %(receipt)s, sent_at = %(sent_at)s,
               failure = %(failure)s, text = %(text)s, subject = %(subject)s,
               reason = %(reason)s, outcome_due_at = %(outcome_due_at)s
         where tenant_id = %(tenant)s and id = %(id)s
        returning {_COLUMNS}
        """,
        **(merged | {"tenant": tx.tenant_id, "id": intervention_id, "to": to}),
    )


async def day_so_far(tx: Transaction, local_date: date) -> tuple[int, datetime | None]:
    """How many took a place on `local_date`, and when the last of any day left: at its claim, or
    at its receipt where that took a while."""
    rows = await tx.dicts(
        """
        select count(*) filter (where local_date = %(day)s) as used,
               max(greatest(claimed_at, sent_at)) as last_at
          from interventions
         where tenant_id = %(tenant)s and local_date >= %(day)s::date - 2
           and state = any(%(counted)s)
        """,
        tenant=tx.tenant_id,
        day=local_date,
        counted=list(COUNTED),
    )
    return rows[0]["used"], rows[0]["last_at"]


async def waiting(tx: Transaction) -> list[Intervention]:
    """Planned ones and those that await approval, by when they are to leave."""
    return await tx.fetch(
        Intervention,
        f"""
        select {_COLUMNS} from interventions
         where tenant_id = %(tenant)s and state in ('planned', 'awaiting_approval')
         order by send_at, id
        """,
        tenant=tx.tenant_id,
    )


async def some(tx: Transaction, ids: Sequence[UUID]) -> list[Intervention]:
    """Those with these ids, in no order."""
    return await tx.fetch(
        Intervention,
        f"""
        select {_COLUMNS} from interventions
         where tenant_id = %(tenant)s and id = any(%(ids)s)
        """,
        tenant=tx.tenant_id,
        ids=list(ids),
    )


async def since(tx: Transaction, at: datetime) -> list[Intervention]:
    """Those made at or after `at`, oldest first."""
    return await tx.fetch(
        Intervention,
        f"""
        select {_COLUMNS} from interventions
         where tenant_id = %(tenant)s and created_at >= %(at)s
         order by created_at, id
        """,
        tenant=tx.tenant_id,
        at=at,
    )


async def last_sent(
    tx: Transaction, *, before: datetime, channel: str | None = None
) -> Intervention | None:
    """The one sent last at or before `before`, on `channel` where one is named."""
    return await tx.maybe(
        Intervention,
        f"""
        select {_COLUMNS} from interventions
         where tenant_id = %(tenant)s and state = 'sent' and sent_at <= %(before)s
           and (%(channel)s::text is null or channel = %(channel)s)
         order by sent_at desc, id desc limit 1
        """,
        tenant=tx.tenant_id,
        before=before,
        channel=channel,
    )


async def by_receipt(tx: Transaction, receipt: str) -> Intervention | None:
    return await tx.maybe(
        Intervention,
        f"""
        select {_COLUMNS} from interventions
         where tenant_id = %(tenant)s and receipt = %(receipt)s
        """,
        tenant=tx.tenant_id,
        receipt=receipt,
    )


async def unclosed(tx: Transaction, *, sent_since: datetime) -> list[Intervention]:
    """Sent ones whose window of response is still open, oldest first."""
    return await tx.fetch(
        Intervention,
        f"""
        select {_COLUMNS} from interventions
         where tenant_id = %(tenant)s and state = 'sent' and sent_at >= %(since)s
           and outcome_closed_at is null
         order by sent_at, id
        """,
        tenant=tx.tenant_id,
        since=sent_since,
    )


async def sent_between(tx: Transaction, first: datetime, last: datetime) -> list[Intervention]:
    """Those sent from `first` to `last`, both included, oldest first."""
    return await tx.fetch(
        Intervention,
        f"""
        select {_COLUMNS} from interventions
         where tenant_id = %(tenant)s and state = 'sent' and sent_at between %(first)s and %(last)s
         order by sent_at, id
        """,
        tenant=tx.tenant_id,
        first=first,
        last=last,
    )


async def closing(tx: Transaction, at: datetime) -> list[Intervention]:
    """Those whose window of response ended by `at` and is not closed yet, oldest first."""
    return await tx.fetch(
        Intervention,
        f"""
        select {_COLUMNS} from interventions
         where tenant_id = %(tenant)s and outcome_due_at <= %(at)s
           and outcome_closed_at is null
         order by outcome_due_at, id
        """,
        tenant=tx.tenant_id,
        at=at,
    )


async def close(tx: Transaction, intervention_id: UUID, at: datetime | None) -> None:
    """Close the window of response, or, with None, reopen it."""
    await tx.execute(
        """
        update interventions set outcome_closed_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s
        """,
        tenant=tx.tenant_id,
        id=intervention_id,
        at=at,
    )


async def due(tx: Transaction, at: datetime, *, limit: int) -> list[tuple[TenantId, UUID]]:
    """Over all tenants: planned ones whose time has come, oldest first."""
    rows = await tx.dicts(
        "select tenant_id, id from system_due_deliveries(%(at)s, %(limit)s)", at=at, limit=limit
    )
    return [(row["tenant_id"], row["id"]) for row in rows]


async def next_due(tx: Transaction) -> datetime | None:
    """Over all tenants: when the next planned one is to leave."""
    return await tx.value("select system_next_delivery()")


async def stale(tx: Transaction, at: datetime, *, limit: int) -> list[tuple[TenantId, UUID]]:
    """Over all tenants: claimed ones whose lease has run out."""
    rows = await tx.dicts(
        "select tenant_id, id from system_stale_deliveries(%(at)s, %(limit)s)", at=at, limit=limit
    )
    return [(row["tenant_id"], row["id"]) for row in rows]
