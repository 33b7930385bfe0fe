"""Tenants, their ways in, and the events of all that happened."""

from alembic import op

from exoskull.database.migrations.rls import dispatchable, protect

revision = "0001"
down_revision = None

TENANTS = """
    create table tenants (
        tenant_id uuid primary key,
        name text not null unique check (name ~ '^[^[:cntrl:]]{1,64}$'),
        language text not null check (language in ('pl', 'en')),
        timezone text not null,
        email text,
        phone text,
        channels text[] not null,
        quiet_from time not null,
        quiet_until time not null,
        morning_at time not null,
        evening_at time not null,
        ai_budget_cents integer not null check (ai_budget_cents >= 0),
        paused_until timestamptz,
        created_at timestamptz not null,
        onboarded_at timestamptz
    );

    create table access_tokens (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        kind text not null check (kind in ('login_link', 'session', 'api')),
        secret_hash text not null unique,
        created_at timestamptz not null,
        expires_at timestamptz,
        used_at timestamptz,
        revoked_at timestamptz,
        primary key (tenant_id, id)
    );
"""

EVENTS = """
    create table events (
        tenant_id uuid not null,
        seq bigint generated always as identity,
        at timestamptz not null,
        kind text not null,
        trace uuid not null,
        data jsonb not null,
        primary key (tenant_id, seq)
    );
    create index events_by_kind on events (tenant_id, kind, seq);
    create index events_by_trace on events (tenant_id, trace, seq);
"""

FUNCTIONS = """
    create function system_tenants()
        returns table (tenant_id uuid, name text) language sql stable security definer
        set search_path = public
        as $$ select t.tenant_id, t.name from tenants t order by t.created_at, t.tenant_id $$;

    create function system_tenant_by_name(wanted text)
        returns uuid language sql stable security definer set search_path = public
        as $$ select t.tenant_id from tenants t where t.name = wanted $$;

    create function system_tenant_by_secret(wanted_hash text)
        returns uuid language sql stable security definer set search_path = public
        as $$ select a.tenant_id from access_tokens a where a.secret_hash = wanted_hash $$;

    create function system_tenant_by_address(wanted_channel text, wanted text)
        returns setof uuid language sql stable security definer set search_path = public
        as $$ select t.tenant_id from tenants t
               where case wanted_channel when 'email' then t.email = wanted
                                         when 'sms' then t.phone = wanted end
               order by t.created_at $$;
"""


def upgrade() -> None:
    op.execute(TENANTS)
    op.execute(EVENTS)
    for table in ("tenants", "access_tokens", "events"):
        op.execute(protect(table))
    for table in ("tenants", "access_tokens"):
        op.execute(dispatchable(table))
    op.execute(FUNCTIONS)
    op.execute(
        """
        revoke all on function system_tenants(), system_tenant_by_name(text),
            system_tenant_by_secret(text), system_tenant_by_address(text, text) from public;
        grant execute on function system_tenants(), system_tenant_by_name(text),
            system_tenant_by_secret(text), system_tenant_by_address(text, text) to exoskull_app;
        """
    )
