"""Calls of models, and secrets of tenants."""

from alembic import op

from exoskull.database.migrations.rls import protect

revision = "0017"
down_revision = "0016"

# One row for each request that left for a provider, with no word of what was said. Amounts are
# millionths of a US dollar.
CALLS = """
    create table model_calls (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        reservation_id uuid not null,
        feature text not null check (feature ~ '^[a-z][a-z0-9_-]{0,63}$'),
        model text not null check (length(model) between 3 and 256),
        prompt text not null check (length(prompt) between 1 and 128),
        state text not null check (state in (
            'open', 'answered', 'invalid', 'refused', 'timed_out', 'unavailable', 'broken',
            'cancelled')),
        detail text check (length(detail) <= 64),
        tokens_in integer check (tokens_in >= 0),
        tokens_out integer check (tokens_out >= 0),
        micros bigint check (micros >= 0),
        started_at timestamptz not null,
        ended_at timestamptz,
        trace uuid not null,
        primary key (tenant_id, id),
        check ((state = 'open') = (ended_at is null)),
        check ((state = 'open') = (micros is null))
    );
    create index model_calls_by_time on model_calls (tenant_id, started_at);

    create table model_declines (
        tenant_id uuid not null references tenants on delete cascade,
        day date not null,
        feature text not null,
        why text not null check (why in (
            'budget', 'unpriced', 'unavailable', 'timed_out', 'refused', 'invalid')),
        times integer not null default 1,
        primary key (tenant_id, day, feature, why)
    );
"""

# `sealed`: AES-GCM under the installation's key, bound to the tenant and the name.
SECRETS = """
    create table tenant_secrets (
        tenant_id uuid not null references tenants on delete cascade,
        name text not null check (name ~ '^[a-z][a-z0-9_.:-]{0,63}$'),
        nonce bytea not null check (length(nonce) = 12),
        sealed bytea not null,
        set_at timestamptz not null,
        primary key (tenant_id, name)
    );

    create table tenant_models (
        tenant_id uuid not null references tenants on delete cascade,
        model text not null check (length(model) between 3 and 256),
        set_at timestamptz not null,
        primary key (tenant_id)
    );
"""


def upgrade() -> None:
    op.execute(CALLS)
    op.execute(SECRETS)
    for table in ("model_calls", "model_declines", "tenant_secrets", "tenant_models"):
        op.execute(protect(table))
