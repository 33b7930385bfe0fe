"""The permission table at work: reading it, changing it, and the gate that every act passes.

`set_grant`, `revoke` and `accept` of a proposal are for the person's own hand: a door (command,
page, API, a tape's `grant` line) that knows whom it speaks with. What a message, a mail, a title,
a model or a skill says is data; nothing that reads such text may call them.
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import psycopg

from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.grants import announce, store
from exoskull.grants.decide import Decision, Rules, Usage, decide, refuse_unread
from exoskull.grants.defaults import DEFAULTS
from exoskull.grants.explain import Explanation, explain_decision
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
    Terms,
)
from exoskull.kit.errors import Conflict, InvalidInput, NotFound
from exoskull.kit.ids import SYSTEM, Ids, TenantId, TraceId

_TRIES = 3


async def write_defaults(
    tx: Transaction, at: datetime, ids: Ids, *, trace: TraceId | None = None
) -> list[Grant]:
    """Give a new tenant the default rules, each with its `grant.changed` event.

    For the transaction that creates the tenant; a tenant that has rules already clashes.
    """
    trace = trace or TraceId(ids.new())
    grants = [_grant(terms, by=By.DEFAULT, at=at, ids=ids) for terms in DEFAULTS]
    await store.add(tx, grants)
    await publish(tx, *(announce.changed(grant, None, at=at, trace=trace) for grant in grants))
    return grants


async def rules(tx: Transaction, *, at: datetime, ids: Ids) -> Rules:
    """The tenant's rules, for `decide`.

    A tenant that never had one gets the default rules here, and the event
    `grant.defaults_applied` says so. One who revoked all of theirs keeps none.
    """
    return Rules.of(await _live(tx, None, at=at, ids=ids))


async def usage(tx: Transaction, local_date: date) -> Usage:
    """What was done on `local_date`, for `decide`."""
    return await store.usage(tx, local_date)


async def explain(
    tx: Transaction,
    action: Action,
    *,
    at: datetime,
    local_date: date,
    ids: Ids,
    cost_cents: int = 0,
) -> Explanation:
    """What would be decided of `action`, by which rule, and what would change it."""
    _check_cost(cost_cents)
    known = await rules(tx, at=at, ids=ids)
    used = await store.usage(tx, local_date, action.patterns)
    return explain_decision(decide(action, known, used, at, cost_cents), known, at)


async def history(tx: Transaction, *, limit: int = 500) -> list[GrantRecord]:
    """The newest rules, revoked and replaced ones among them, newest first."""
    return await store.history(tx, limit)


async def ended(tx: Transaction, *, limit: int, before: UUID | None = None) -> list[GrantRecord]:
    """The rules that are no longer in force, the last to end first; `before` pages back."""
    return await store.ended(tx, limit, before=before)


async def count_ended(tx: Transaction, before: UUID) -> int:
    """How many rules ended before the one called `before`."""
    return await store.count_ended(tx, before)


async def named(tx: Transaction, grant_id: UUID) -> Grant:
    """The rule with this id, in force or not; raises NotFound (`grant.no_such_record`)."""
    found = await store.get(tx, grant_id)
    if found is None:
        raise NotFound("grant.no_such_record", field="grant")
    return found


async def set_grant(
    tx: Transaction,
    pattern: ActionPattern,
    effect: Effect,
    *,
    daily_limit: int | None = None,
    daily_spend_limit_cents: int | None = None,
    expires_at: datetime | None = None,
    by: By,
    at: datetime,
    ids: Ids,
    trace: TraceId | None = None,
) -> Grant:
    """Put a rule in force, in the place of the live one of the same pattern.

    The same hand setting the same terms again changes nothing. What was used of the pattern today
    stays used.

    Raises:
        InvalidInput: terms that make no sense, or an expiry that has passed.
        NotFound: no such tenant (`row.not_found`).
    """
    terms = Terms(
        pattern=pattern,
        effect=effect,
        daily_limit=daily_limit,
        daily_spend_limit_cents=daily_spend_limit_cents,
        expires_at=expires_at,
    )
    if expires_at is not None and expires_at <= at:
        raise InvalidInput("grant.expired_already", field="expires_at", value=expires_at)
    before = await _live_one(tx, pattern, at=at, ids=ids)
    if before is not None and before.terms == terms and before.set_by is by:
        return before
    grant = _grant(terms, by=by, at=at, ids=ids)
    if before is not None:
        await store.revoke(tx, before.id, by=by, at=at)
    await store.add(tx, [grant])
    await publish(tx, announce.changed(grant, before, at=at, trace=trace or TraceId(ids.new())))
    return grant


async def revoke(
    tx: Transaction,
    pattern: ActionPattern,
    *,
    by: By,
    at: datetime,
    ids: Ids,
    trace: TraceId | None = None,
) -> Grant:
    """Take the rule of this pattern out of force; wider rules decide from now on.

    It stops what is already queued too: the gate is asked again at the act. Raises NotFound
    (`grant.not_found`) where no such rule is in force.
    """
    grant = await _live_one(tx, pattern, at=at, ids=ids)
    if grant is None:
        raise NotFound("grant.not_found", field="pattern", pattern=str(pattern))
    await store.revoke(tx, grant.id, by=by, at=at)
    await publish(tx, announce.revoked(grant, by=by, at=at, trace=trace or TraceId(ids.new())))
    return grant


async def authorize(
    tx: Transaction,
    action: Action,
    *,
    at: datetime,
    local_date: date,
    ids: Ids,
    cost_cents: int = 0,
    approved: bool = False,
) -> Authorization | Decision:
    """The gate, at the moment of acting: permission used up by this act, or why there is none.

    The place in the rule's daily limits is taken in `tx`; `commit` it once the act has happened,
    `release` it where it did not. Under any number of concurrent calls no limit is exceeded.
    Where the rules cannot be read, the answer is a denial that says so.

    Args:
        local_date: the tenant's, at `at`.
        cost_cents: what the act may cost at most; 0 or more.
        approved: whether the person approved this very act: that answers ASK, never DENY.
    """
    _check_cost(cost_cents)
    try:
        async with tx.connection.transaction():  # a savepoint: a failure leaves `tx` usable
            return await _authorize(
                tx,
                action,
                at=at,
                local_date=local_date,
                ids=ids,
                cost_cents=cost_cents,
                approved=approved,
            )
    except psycopg.Error:
        return refuse_unread(action, cost_cents)


async def commit(tx: Transaction, authorization_id: UUID) -> None:
    """The act has happened; its place stays taken. Twice is once.

    Raises Conflict (`grant.place_given_back`) after a release, NotFound for no such authorization.
    """
    if not await store.commit(tx, authorization_id):
        found = await store.authorization(tx, authorization_id)
        if found.state is AuthorizationState.RELEASED:
            raise Conflict("grant.place_given_back", action=str(found.action))


async def release(tx: Transaction, authorization_id: UUID) -> bool:
    """The act did not happen: give its place back to the local day that it was taken from.

    Also after `commit`, where a provider reports a failure later. Returns whether the place was
    given back just now; twice is once. Raises NotFound for no such authorization.
    """
    released = await store.release(tx, authorization_id)
    if not released:
        await store.authorization(tx, authorization_id)
    return released


async def give_defaults(database: Database, *, at: datetime, ids: Ids) -> list[TenantId]:
    """Give the default rules to every tenant that never had one; returns who got them.

    For the command `migrate`, after the schema's own migration did the same for the tenants of
    its time.
    """
    async with database.transaction(SYSTEM) as tx:
        found = await tx.dicts("select system_tenants_without_grants() as tenant_id")
    given = [TenantId(row["tenant_id"]) for row in found]
    for tenant_id in given:
        async with database.transaction(tenant_id) as tx:
            await _mend(tx, at=at, ids=ids)
    return given


async def _authorize(
    tx: Transaction,
    action: Action,
    *,
    at: datetime,
    local_date: date,
    ids: Ids,
    cost_cents: int,
    approved: bool,
) -> Authorization | Decision:
    for _ in range(_TRIES):  # again where a limit filled up, or a rule changed, in between
        found = await _live(tx, action.patterns, at=at, ids=ids)
        used = await store.usage(tx, local_date, action.patterns)
        decision = decide(action, Rules.of(found), used, at, cost_cents)
        if not (decision.is_allowed or (approved and decision.effect is Effect.ASK)):
            return decision
        grant = decision.grant
        authorization = Authorization(
            id=AuthorizationId(ids.new()),
            action=action,
            grant_id=grant.id if grant else None,
            pattern=grant.pattern if grant else None,
            approved=approved,
            local_date=local_date,
            cost_cents=cost_cents,
            state=AuthorizationState.RESERVED,
            created_at=at,
        )
        if await store.reserve(tx, authorization, grant):
            return authorization
    return refuse_unread(action, cost_cents)


async def _live(
    tx: Transaction, patterns: Sequence[str] | None, *, at: datetime, ids: Ids
) -> list[Grant]:
    """The live rules, of `patterns` at least; the default ones where there never was any."""
    found = await store.live(tx, patterns)
    if found:
        return found
    if await store.has_any(tx):
        return await store.live(tx, patterns)  # somebody may have given the defaults just now
    return await _mend(tx, at=at, ids=ids)


async def _live_one(
    tx: Transaction, pattern: ActionPattern, *, at: datetime, ids: Ids
) -> Grant | None:
    """The live rule of `pattern`, with the tenant's rules locked until `tx` ends."""
    await store.lock_table(tx)
    if not await store.has_any(tx):
        await _mend(tx, at=at, ids=ids)
    found = await store.live(tx, [str(pattern)])
    return found[0] if found else None


async def _mend(tx: Transaction, *, at: datetime, ids: Ids) -> list[Grant]:
    """Give a tenant that never had a rule the default ones; whoever has, keeps what is live."""
    await store.lock_table(tx)
    if await store.has_any(tx):
        return await store.live(tx)
    trace = TraceId(ids.new())
    grants = await write_defaults(tx, at, ids, trace=trace)
    await publish(tx, announce.defaults_applied(grants, at=at, trace=trace))
    return grants


def _grant(terms: Terms, *, by: By, at: datetime, ids: Ids) -> Grant:
    return Grant(
        id=GrantId(ids.new()),
        pattern=terms.pattern,
        effect=terms.effect,
        daily_limit=terms.daily_limit,
        daily_spend_limit_cents=terms.daily_spend_limit_cents,
        expires_at=terms.expires_at,
        set_by=by,
        created_at=at,
    )


def _check_cost(cost_cents: int) -> None:
    if cost_cents < 0:
        raise InvalidInput("grant.negative_cost", field="cost_cents", value=cost_cents)
