"""SQL of runs that wait for the person's word."""

from dataclasses import asdict
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.skills.owned import Pause, PauseStatus

_PAUSE: LiteralString = """
    id, run_id, skill_id, version, content_hash, state, mark, status, created_at, expires_at,
    ended_at, ended_by, trace"""


async def add(tx: Transaction, one: Pause) -> None:
    await tx.execute(
        f"""
        insert into skill_pauses (tenant_id, {_PAUSE})
        values (%(tenant)s, %(id)s, %(run_id)s, %(skill_id)s, %(version)s, %(content_hash)s,
                %(state)s, %(mark)s, %(status)s, %(created_at)s, %(expires_at)s, %(ended_at)s,
                %(ended_by)s, %(trace)s)
        """,
        **(asdict(one) | {"tenant": tx.tenant_id}),
    )


async def get(tx: Transaction, pause_id: UUID) -> Pause | None:
    """What waits, held against other lockers."""
    return await tx.maybe(
        Pause,
        f"""
        select {_PAUSE} from skill_pauses
         where tenant_id = %(tenant)s and id = %(id)s for update
        """,
        tenant=tx.tenant_id,
        id=pause_id,
    )


async def waiting(tx: Transaction, skill_id: UUID | None = None) -> list[Pause]:
    """What waits, of one skill where it is named, oldest first."""
    return await tx.fetch(
        Pause,
        f"""
        select {_PAUSE} from skill_pauses
         where tenant_id = %(tenant)s and status = 'waiting'
           and (%(skill)s::uuid is null or skill_id = %(skill)s)
         order by created_at, id
        """,
        tenant=tx.tenant_id,
        skill=skill_id,
    )


async def late(tx: Transaction, at: datetime) -> list[Pause]:
    """What waits for a word that nobody can give any more."""
    return await tx.fetch(
        Pause,
        f"""
        select {_PAUSE} from skill_pauses p
         where p.tenant_id = %(tenant)s and p.status = 'waiting'
           and (p.expires_at <= %(at)s or not exists (
                select 1 from approvals a
                 where a.tenant_id = p.tenant_id and a.subject_id = p.id
                   and a.answered_at is null and a.expires_at > %(at)s))
         order by p.created_at, p.id
        """,
        tenant=tx.tenant_id,
        at=at,
    )


async def end(
    tx: Transaction, pause_id: UUID, status: PauseStatus, *, at: datetime, by: str
) -> bool:
    """Have it wait no longer; False where it did not."""
    ended = await tx.execute(
        """
        update skill_pauses set status = %(status)s, ended_at = %(at)s, ended_by = %(by)s
         where tenant_id = %(tenant)s and id = %(id)s and status = 'waiting'
        """,
        tenant=tx.tenant_id,
        id=pause_id,
        status=status.value,
        at=at,
        by=by,
    )
    return ended == 1
