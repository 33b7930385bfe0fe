"""SQL of incidents: the newest ends of runs and deliveries, and what stands open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.incidents.model import Cause, Incident, Kind, Try
from exoskull.kit.ids import TenantId

_INCIDENT: LiteralString = """id, kind, subject, since, count, reason, opened_at, closed_at,
    notice_id, trace"""

NEWEST = 10
"""Tries of each cause that are looked at."""

LOOKS_BACK = timedelta(days=30)
"""For deliveries; runs are kept for less, and looked at as far as they go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Troubled:
    """A tenant that is worth a look."""

    tenant_id: TenantId


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOne:
    """An open incident of anybody's, for whoever runs the installation."""

    tenant_id: TenantId
    name: str
    kind: Kind
    subject: str
    since: datetime
    reason: str | None


async def runs(tx: Transaction, jobs: Sequence[str]) -> list[Try]:
    """The newest ends of each of `jobs`. A slot that was missed is no try."""
    return await tx.fetch(
        Try,
        """
        select 'job' as kind, r.job as subject, r.finished_at as at, r.state <> 'failed' as worked,
               r.reason
          from unnest(%(jobs)s::text[]) as wanted (job)
         cross join lateral (
               select job, finished_at, state, reason from runs
                where tenant_id = %(tenant)s and job = wanted.job
                  and state in ('ran', 'skipped', 'failed')
                order by slot desc limit %(newest)s) r
        """,
        tenant=tx.tenant_id,
        jobs=list(jobs),
        newest=NEWEST,
    )


async def deliveries(tx: Transaction, at: datetime) -> list[Try]:
    """The newest ends of messages on each channel. What the person's own "stop" refused is no
    failure."""
    return await tx.fetch(
        Try,
        """
        select 'channel' as kind, d.channel as subject, d.ended as at, d.worked, d.failure as reason
          from (select channel, state = 'sent' as worked, failure,
                       coalesce(sent_at, send_at) as ended,
                       row_number() over (partition by channel
                                          order by coalesce(sent_at, send_at) desc, id desc) as n
                  from interventions
                 where tenant_id = %(tenant)s and created_at >= %(since)s
                   and state in ('sent', 'failed', 'unknown')
                   and failure is distinct from 'sms.opted_out') d
         where d.n <= %(newest)s
        """,
        tenant=tx.tenant_id,
        since=at - LOOKS_BACK,
        newest=NEWEST,
    )


async def open_incidents(tx: Transaction) -> list[Incident]:
    """What is open, the oldest first."""
    return await tx.fetch(
        Incident,
        f"""
        select {_INCIDENT} from incidents
         where tenant_id = %(tenant)s and closed_at is null order by since, kind, subject
        """,
        tenant=tx.tenant_id,
    )


async def latest(tx: Transaction, limit: int) -> list[Incident]:
    """The newest incidents, open ones first."""
    return await tx.fetch(
        Incident,
        f"""
        select {_INCIDENT} from incidents where tenant_id = %(tenant)s
         order by closed_at is not null, opened_at desc, kind, subject limit %(limit)s
        """,
        tenant=tx.tenant_id,
        limit=limit,
    )


async def told_at(tx: Transaction, cause: Cause) -> datetime | None:
    """When the person was last told of this cause."""
    return await tx.value(
        """
        select max(opened_at) from incidents
         where tenant_id = %(tenant)s and kind = %(kind)s and subject = %(subject)s
           and notice_id is not null
        """,
        tenant=tx.tenant_id,
        kind=cause.kind,
        subject=cause.subject,
    )


async def insert(tx: Transaction, incident: Incident) -> bool:
    """Keep a new incident; False where its cause has an open one."""
    added = await tx.execute(
        f"""
        insert into incidents (tenant_id, {_INCIDENT})
        values (%(tenant)s, %(id)s, %(kind)s, %(subject)s, %(since)s, %(count)s, %(reason)s,
                %(opened_at)s, %(closed_at)s, %(notice_id)s, %(trace)s)
        on conflict (tenant_id, kind, subject) where closed_at is null do nothing
        """,
        tenant=tx.tenant_id,
        id=incident.id,
        kind=incident.kind,
        subject=incident.subject,
        since=incident.since,
        count=incident.count,
        reason=incident.reason,
        opened_at=incident.opened_at,
        closed_at=incident.closed_at,
        notice_id=incident.notice_id,
        trace=incident.trace,
    )
    return added == 1


async def close(tx: Transaction, incident_id: UUID, at: datetime) -> bool:
    """Close it; False where it is closed already."""
    closed = await tx.execute(
        """
        update incidents set closed_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s and closed_at is null
        """,
        tenant=tx.tenant_id,
        id=incident_id,
        at=at,
    )
    return closed == 1


async def troubled(
    tx: Transaction, at: datetime, *, in_a_row: int, zones: Sequence[str], limit: int
) -> list[TenantId]:
    """Tenants with so many failures lately, an open incident, or a zone that is not in `zones`;
    in a transaction of the installation."""
    found = await tx.fetch(
        Troubled,
        "select tenant_id from system_troubled(%(at)s, %(in_a_row)s, %(zones)s, %(limit)s)",
        at=at,
        in_a_row=in_a_row,
        zones=list(zones),
        limit=limit,
    )
    return [row.tenant_id for row in found]


async def everybodys(tx: Transaction) -> list[OpenOne]:
    """Every open incident; in a transaction of the installation."""
    return await tx.fetch(
        OpenOne,
        "select tenant_id, name, kind, subject, since, reason from system_open_incidents()",
    )
