"""Making tenants, changing what the clock must follow, and letting a tenant go."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import psycopg

from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.grants.service import write_defaults
from exoskull.i18n import text
from exoskull.kit.errors import Conflict
from exoskull.kit.ids import Ids, TenantId, TraceId
from exoskull.scheduling.service import ensure_schedule, move_attention
from exoskull.tenants import service as tenants
from exoskull.tenants.model import Tenant
from exoskull.tenants.parse import new_tenant, with_settings


async def create_tenant(
    database: Database,
    *,
    at: datetime,
    ids: Ids,
    name: str,
    language: str,
    timezone: str,
    email: str | None = None,
    phone: str | None = None,
    settings: Mapping[str, Any] | None = None,
) -> Tenant:
    """A new tenant with its default grants, schedule and welcome, all or nothing.

    Raises:
        InvalidInput: naming the setting that cannot be accepted.
        Conflict: `tenant.exists`.
    """
    tenant = new_tenant(
        tenant_id=TenantId(ids.new()),
        at=at,
        name=name,
        language=language,
        timezone=timezone,
        email=email,
        phone=phone,
    )
    if settings:
        tenant = with_settings(tenant, settings)
    trace = TraceId(ids.new())
    try:
        async with database.transaction(tenant.tenant_id) as tx:
            await tenants.add(tx, tenant)
            await publish(tx, _created(tenant, at, trace))
            await write_defaults(tx, at, ids, trace=trace)
            await ensure_schedule(tx, tenant, at=at, ids=ids)
            await move_attention(tx, "created", at)
    except psycopg.errors.UniqueViolation as error:
        raise Conflict("tenant.exists", field="name", name=tenant.name) from error
    return tenant


def _created(tenant: Tenant, at: datetime, trace: TraceId) -> Event:
    return Event(
        at=at,
        kind="tenant.created",
        trace=trace,
        data={
            "name": tenant.name,
            "language": tenant.language.value,
            "timezone": tenant.timezone,
            "channels": [channel.value for channel in tenant.channels],
            "text": text(tenant.language.value, "welcome", name=tenant.name),
        },
    )


async def change_settings(
    tx: Transaction, changes: Mapping[str, Any], *, at: datetime, ids: Ids, trace: TraceId
) -> Tenant:
    """Change settings by the person's own hand; the schedule follows.

    Raises:
        InvalidInput: naming the setting that cannot be accepted.
        Conflict: `tenant.exists`: the name is another's.
    """
    before = await tenants.hold(tx)
    changed = with_settings(before, changes)
    try:
        await tenants.change(tx, changed, at=at, trace=trace)
    except psycopg.errors.UniqueViolation as error:
        raise Conflict("tenant.exists", field="name", name=changed.name) from error
    await ensure_schedule(tx, changed, at=at, ids=ids)
    await move_attention(tx, "settings", at)
    return changed


async def finish(tx: Transaction, *, at: datetime, trace: TraceId) -> Tenant:
    """Note that the person has been through onboarding."""
    before = await tenants.hold(tx)
    if before.onboarded_at is not None:
        return before
    changed = replace(before, onboarded_at=at)
    await tenants.change(tx, changed, at=at, trace=trace)
    return changed
