"""SQL of the long lists of skills: a page at a time, and how much is left."""

from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.skills.owned import Skill
from exoskull.skills.store import SKILL_COLUMNS


async def ended(tx: Transaction, *, limit: int, before: UUID | None = None) -> list[Skill]:
    """Skills that are neither at work nor wait for a yes, the newest first; older than the one
    called `before`."""
    return await tx.fetch(
        Skill,
        f"""
        select {SKILL_COLUMNS} from skills
         where tenant_id = %(tenant)s and state not in ('awaiting', 'active')
           and (%(before)s::uuid is null or (created_at, id) < (
                select created_at, id from skills
                 where tenant_id = %(tenant)s and id = %(before)s))
         order by created_at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        before=before,
        limit=limit,
    )


async def count_ended(tx: Transaction, before: UUID) -> int:
    """How many skills that have ended are older than the one called `before`."""
    return await tx.value(
        """
        select count(*) from skills
         where tenant_id = %(tenant)s and state not in ('awaiting', 'active')
           and (created_at, id) < (
               select created_at, id from skills where tenant_id = %(tenant)s and id = %(before)s)
        """,
        tenant=tx.tenant_id,
        before=before,
    )


async def count_suggestions(tx: Transaction, before: UUID) -> int:
    """How many suggestions are older than the one called `before`."""
    return await tx.value(
        """
        select count(*) from skill_suggestions
         where tenant_id = %(tenant)s and (created_at, id) < (
               select created_at, id from skill_suggestions
                where tenant_id = %(tenant)s and id = %(before)s)
        """,
        tenant=tx.tenant_id,
        before=before,
    )


async def count_runs(tx: Transaction, skill_id: UUID, before: UUID) -> int:
    """How many runs, trials left out, are older than the one called `before`."""
    return await tx.value(
        """
        select count(*) from skill_runs
         where tenant_id = %(tenant)s and skill_id = %(id)s and caller <> 'smoke'
           and (at, id) < (
               select at, id from skill_runs where tenant_id = %(tenant)s and id = %(before)s)
        """,
        tenant=tx.tenant_id,
        id=skill_id,
        before=before,
    )
