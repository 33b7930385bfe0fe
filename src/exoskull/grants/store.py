"""SQL of the permission table: the rules, and what is used of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.grants.model import (
    Action,
    ActionPattern,
    Authorization,
    AuthorizationId,
    AuthorizationState,
    By,
    Effect,
    Grant,
    GrantId,
    GrantRecord,
    Used,
)
from exoskull.kit.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    id: GrantId
    pattern: str
    effect: Effect
    daily_limit: int | None
    daily_spend_limit_cents: int | None
    expires_at: datetime | None
    set_by: By
    created_at: datetime
    revoked_at: datetime | None
    revoked_by: By | None

    @property
    def grant(self) -> Grant:
        return Grant(
            id=self.id,
            pattern=ActionPattern.parse(self.pattern),
            effect=self.effect,
            daily_limit=self.daily_limit,
            daily_spend_limit_cents=self.daily_spend_limit_cents,
            expires_at=self.expires_at,
            set_by=self.set_by,
            created_at=self.created_at,
        )

    @property
    def record(self) -> GrantRecord:
        return GrantRecord(grant=self.grant, revoked_at=self.revoked_at, revoked_by=self.revoked_by)


async def lock_table(tx: Transaction) -> None:
    """Wait for whoever else is changing the tenant's rules; raises NotFound for no such tenant."""
    found = await tx.value(
        "select 1 from tenants where tenant_id = %(tenant)s for no key update",
        tenant=tx.tenant_id,
    )
    if found is None:
        raise NotFound("row.not_found", what="tenant")


async def live(tx: Transaction, patterns: Sequence[str] | None = None) -> list[Grant]:
    """The rules that are not revoked, by pattern; of `patterns` only, where given."""
    rows = await tx.fetch(
        _Row,
        """
        select id, pattern, effect, daily_limit, daily_spend_limit_cents, expires_at, set_by,
               created_at, revoked_at, revoked_by
          from grants
         where tenant_id = %(tenant)s and revoked_at is null
           and (%(patterns)s::text[] is null or pattern = any(%(patterns)s))
         order by pattern
        """,
        tenant=tx.tenant_id,
        patterns=list(patterns) if patterns is not None else None,
    )
    return [row.grant for row in rows]


async def has_any(tx: Transaction) -> bool:
    """Whether the tenant has, or ever had, a rule."""
    return await tx.value(
        "select exists (select 1 from grants where tenant_id = %(tenant)s)", tenant=tx.tenant_id
    )


async def history(tx: Transaction, limit: int) -> list[GrantRecord]:
    """The newest rules, those no longer in force among them, newest first."""
    rows = await tx.fetch(
        _Row,
        """
        select id, pattern, effect, daily_limit, daily_spend_limit_cents, expires_at, set_by,
               created_at, revoked_at, revoked_by
          from grants
         where tenant_id = %(tenant)s
         order by created_at desc, pattern, id desc
         limit %(limit)s
        """,
        tenant=tx.tenant_id,
        limit=limit,
    )
    return [row.record for row in rows]


async def ended(tx: Transaction, limit: int, *, before: UUID | None = None) -> list[GrantRecord]:
    """The rules that are no longer in force, the last to end first; before the one called
    `before`."""
    rows = await tx.fetch(
        _Row,
        """
        select id, pattern, effect, daily_limit, daily_spend_limit_cents, expires_at, set_by,
               created_at, revoked_at, revoked_by
          from grants
         where tenant_id = %(tenant)s and revoked_at is not null
           and (%(before)s::uuid is null or (revoked_at, id) < (
                select revoked_at, id from grants
                 where tenant_id = %(tenant)s and id = %(before)s))
         order by revoked_at desc, id desc
         limit %(limit)s
        """,
        tenant=tx.tenant_id,
        before=before,
        limit=limit,
    )
    return [row.record for row in rows]


async def count_ended(tx: Transaction, before: UUID) -> int:
    """How many rules ended before the one called `before`."""
    return await tx.value(
        """
        select count(*) from grants
         where tenant_id = %(tenant)s and revoked_at is not null and (revoked_at, id) < (
               select revoked_at, id from grants where tenant_id = %(tenant)s and id = %(before)s)
        """,
        tenant=tx.tenant_id,
        before=before,
    )


async def get(tx: Transaction, grant_id: UUID) -> Grant | None:
    """The rule with this id, in force or not."""
    row = await tx.maybe(
        _Row,
        """
        select id, pattern, effect, daily_limit, daily_spend_limit_cents, expires_at, set_by,
               created_at, revoked_at, revoked_by
          from grants where tenant_id = %(tenant)s and id = %(id)s
        """,
        tenant=tx.tenant_id,
        id=grant_id,
    )
    return None if row is None else row.grant


async def add(tx: Transaction, grants: Iterable[Grant]) -> None:
    """Put new rules in force; their patterns must be free."""
    await tx.execute_many(
        """
        insert into grants (tenant_id, id, pattern, effect, daily_limit, daily_spend_limit_cents,
                            expires_at, set_by, created_at)
        values (%(tenant)s, %(id)s, %(pattern)s, %(effect)s, %(daily_limit)s,
                %(daily_spend_limit_cents)s, %(expires_at)s, %(set_by)s, %(created_at)s)
        """,
        [
            {
                "tenant": tx.tenant_id,
                "id": grant.id,
                "pattern": str(grant.pattern),
                "effect": grant.effect.value,
                "daily_limit": grant.daily_limit,
                "daily_spend_limit_cents": grant.daily_spend_limit_cents,
                "expires_at": grant.expires_at,
                "set_by": grant.set_by.value,
                "created_at": grant.created_at,
            }
            for grant in grants
        ],
    )


async def revoke(tx: Transaction, grant_id: GrantId, *, by: By, at: datetime) -> None:
    """Take the rule out of force; it stays in the history."""
    await tx.execute(
        """
        update grants set revoked_at = %(at)s, revoked_by = %(by)s
         where tenant_id = %(tenant)s and id = %(id)s and revoked_at is null
        """,
        tenant=tx.tenant_id,
        id=grant_id,
        at=at,
        by=by.value,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _UseRow:
    pattern: str
    used: int
    spent_cents: int


async def usage(
    tx: Transaction, local_date: date, patterns: Sequence[str] | None = None
) -> dict[str, Used]:
    """What was done on `local_date`, by pattern; of `patterns` only, where given."""
    rows = await tx.fetch(
        _UseRow,
        """
        select pattern, used, spent_cents
          from grant_uses
         where tenant_id = %(tenant)s and local_date = %(local_date)s
           and (%(patterns)s::text[] is null or pattern = any(%(patterns)s))
        """,
        tenant=tx.tenant_id,
        local_date=local_date,
        patterns=list(patterns) if patterns is not None else None,
    )
    return {row.pattern: Used(used=row.used, spent_cents=row.spent_cents) for row in rows}


async def reserve(tx: Transaction, authorization: Authorization, grant: Grant | None) -> bool:
    """Take the place of one act that `decide` found room for under `grant`.

    False where others took the room since, or the rule is no longer in force. Whoever comes second
    waits for the first to commit, and then sees what is left.
    """
    row = {
        "tenant": tx.tenant_id,
        "id": authorization.id,
        "action": str(authorization.action),
        "grant_id": authorization.grant_id,
        "approved": authorization.approved,
        "local_date": authorization.local_date,
        "cost": authorization.cost_cents,
        "state": authorization.state.value,
        "at": authorization.created_at,
    }
    if grant is None:
        taken = await tx.execute(
            """
            insert into authorizations (tenant_id, id, action, approved, local_date, cost_cents,
                                        state, created_at)
            values (%(tenant)s, %(id)s, %(action)s, %(approved)s, %(local_date)s, %(cost)s,
                    %(state)s, %(at)s)
            """,
            **row,
        )
    else:
        taken = await tx.execute(
            """
            with taken as (
                insert into grant_uses as u (tenant_id, local_date, pattern, used, spent_cents)
                select g.tenant_id, %(local_date)s, g.pattern, 1, %(cost)s
                  from grants g
                 where g.tenant_id = %(tenant)s and g.id = %(grant_id)s and g.revoked_at is null
                on conflict (tenant_id, local_date, pattern) do update
                   set used = u.used + 1, spent_cents = u.spent_cents + excluded.spent_cents
                 where (%(count_limit)s::int is null or u.used < %(count_limit)s)
                   and (%(spend_limit)s::int is null
                        or u.spent_cents + excluded.spent_cents <= %(spend_limit)s)
                returning pattern
            )
            insert into authorizations (tenant_id, id, action, grant_id, pattern, approved,
                                        local_date, cost_cents, state, created_at)
            select %(tenant)s, %(id)s, %(action)s, %(grant_id)s, taken.pattern, %(approved)s,
                   %(local_date)s, %(cost)s, %(state)s, %(at)s
              from taken
            """,
            count_limit=grant.daily_limit,
            spend_limit=grant.daily_spend_limit_cents,
            **row,
        )
    return taken == 1


async def commit(tx: Transaction, authorization_id: UUID) -> bool:
    """Settle a reserved act as done; False where it is not, or no longer, reserved."""
    settled = await tx.execute(
        """
        update authorizations set state = 'committed'
         where tenant_id = %(tenant)s and id = %(id)s and state = 'reserved'
        """,
        tenant=tx.tenant_id,
        id=authorization_id,
    )
    return settled == 1


async def release(tx: Transaction, authorization_id: UUID) -> bool:
    """Settle an act as not done and give its place back, once; False where that was done before."""
    released = await tx.maybe(
        _Released,
        """
        update authorizations set state = 'released'
         where tenant_id = %(tenant)s and id = %(id)s and state <> 'released'
        returning pattern, local_date, cost_cents
        """,
        tenant=tx.tenant_id,
        id=authorization_id,
    )
    if released is not None and released.pattern is not None:
        await tx.execute(
            """
            update grant_uses set used = used - 1, spent_cents = spent_cents - %(cost)s
             where tenant_id = %(tenant)s and local_date = %(local_date)s
               and pattern = %(pattern)s
            """,
            tenant=tx.tenant_id,
            local_date=released.local_date,
            pattern=released.pattern,
            cost=released.cost_cents,
        )
    return released is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Released:
    pattern: str | None
    local_date: date
    cost_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _AuthorizationRow:
    id: AuthorizationId
    action: str
    grant_id: GrantId | None
    pattern: str | None
    approved: bool
    local_date: date
    cost_cents: int
    state: AuthorizationState
    created_at: datetime


async def authorization(tx: Transaction, authorization_id: UUID) -> Authorization:
    """The authorization; raises NotFound (`grant.authorization_not_found`)."""
    row = await tx.maybe(
        _AuthorizationRow,
        """
        select id, action, grant_id, pattern, approved, local_date, cost_cents, state, created_at
          from authorizations
         where tenant_id = %(tenant)s and id = %(id)s
        """,
        tenant=tx.tenant_id,
        id=authorization_id,
    )
    if row is None:
        raise NotFound("grant.authorization_not_found", id=authorization_id)
    return Authorization(
        id=row.id,
        action=Action.parse(row.action),
        grant_id=row.grant_id,
        pattern=ActionPattern.parse(row.pattern) if row.pattern else None,
        approved=row.approved,
        local_date=row.local_date,
        cost_cents=row.cost_cents,
        state=row.state,
        created_at=row.created_at,
    )
