"""SQL of what a person would leave behind: how much there is of what they know by name."""

from dataclasses import dataclass

from exoskull.database.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Belongings:
    """Counts of the person's rows."""

    messages: int
    measures: int
    goals: int
    tasks: int
    apps: int
    entries: int
    skills: int
    interventions: int


async def belongings(tx: Transaction) -> Belongings:
    """What would go with the tenant of `tx`."""
    return await tx.one(
        Belongings,
        """
        select (select count(*) from messages where tenant_id = %(tenant)s) as messages,
               (select count(*) from measures where tenant_id = %(tenant)s) as measures,
               (select count(*) from goals where tenant_id = %(tenant)s) as goals,
               (select count(*) from tasks where tenant_id = %(tenant)s) as tasks,
               (select count(*) from apps where tenant_id = %(tenant)s) as apps,
               (select count(*) from entries where tenant_id = %(tenant)s) as entries,
               (select count(*) from skills where tenant_id = %(tenant)s) as skills,
               (select count(*) from interventions where tenant_id = %(tenant)s) as interventions
        """,
        tenant=tx.tenant_id,
    )
