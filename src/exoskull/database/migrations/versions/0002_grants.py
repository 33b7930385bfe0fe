"""Grants, what was used of them, and default ones for every tenant that has none."""

from alembic import op

from exoskull.database.migrations.rls import dispatchable, protect

revision = "0002"
down_revision = "0001"

GRANTS = r"""
    create table grants (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        pattern text not null
            check (pattern ~ '^(\*:\*|[a-z][a-z0-9_]{0,31}:(\*|[a-z0-9][a-z0-9_.-]{0,63}))$'),
        effect text not null check (effect in ('allow', 'ask', 'deny')),
        daily_limit integer check (daily_limit between 0 and 1000000),
        daily_spend_limit_cents integer check (daily_spend_limit_cents between 0 and 1000000),
        expires_at timestamptz,
        set_by text not null check (set_by in ('default', 'tape', 'person', 'approval')),
        created_at timestamptz not null,
        revoked_at timestamptz,
        revoked_by text check (revoked_by in ('default', 'tape', 'person', 'approval')),
        primary key (tenant_id, id),
        check (effect <> 'deny' or (daily_limit is null and daily_spend_limit_cents is null)),
        check ((revoked_at is null) = (revoked_by is null))
    );
    create unique index grants_live on grants (tenant_id, pattern) where revoked_at is null;
"""

# By pattern, not by rule: a rule replaced or set again does not start the day anew. No reference
# to grants: what was done stays counted whatever becomes of the rule.
USES = """
    create table grant_uses (
        tenant_id uuid not null references tenants on delete cascade,
        local_date date not null,
        pattern text not null,
        used integer not null check (used >= 0),
        spent_cents bigint not null check (spent_cents >= 0),
        primary key (tenant_id, local_date, pattern)
    );

    create table authorizations (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        action text not null,
        grant_id uuid,
        pattern text,
        approved boolean not null,
        local_date date not null,
        cost_cents integer not null check (cost_cents >= 0),
        state text not null check (state in ('reserved', 'committed', 'released')),
        created_at timestamptz not null,
        primary key (tenant_id, id),
        check ((grant_id is null) = (pattern is null)),
        check (grant_id is not null or approved)
    );
"""

PROPOSALS = """
    create table grant_answers (
        tenant_id uuid not null references tenants on delete cascade,
        approval_id uuid not null,
        action text not null,
        approved boolean not null,
        at timestamptz not null,
        local_date date not null,
        cost_cents integer not null check (cost_cents >= 0),
        primary key (tenant_id, approval_id)
    );
    create index grant_answers_by_time on grant_answers (tenant_id, at);

    create table grant_proposals (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        pattern text not null,
        effect text not null check (effect in ('allow', 'ask', 'deny')),
        daily_limit integer,
        daily_spend_limit_cents integer,
        expires_at timestamptz,
        approvals integer not null check (approvals > 0),
        first_at timestamptz not null,
        last_at timestamptz not null,
        state text not null check (state in ('open', 'accepted', 'declined', 'void')),
        created_at timestamptz not null,
        closed_at timestamptz,
        primary key (tenant_id, id),
        check ((state = 'open') = (closed_at is null))
    );
    create unique index grant_proposals_open on grant_proposals (tenant_id, pattern)
        where state = 'open';
"""

# Tenant by tenant under its own setting, so that it also holds where the owner of the schema is
# no superuser and row-level security binds it. A tenant that ever had a rule, even one revoked
# since, is left alone.
GIVE_DEFAULTS = """
    do $$
    declare
        given record;
    begin
        for given in
            select t.tenant_id, gen_random_uuid() as trace
              from tenants t
             where not exists (select 1 from grants g where g.tenant_id = t.tenant_id)
        loop
            perform set_config('exoskull.tenant_id', given.tenant_id::text, true);
            insert into grants (tenant_id, id, pattern, effect, set_by, created_at)
            select given.tenant_id, gen_random_uuid(), d.pattern, d.effect, 'default',
                   transaction_timestamp()
              from (values
                ('send_sms:wellness', 'allow'),
                ('send_sms:goal', 'allow'),
                ('send_email:summary', 'allow'),
                ('create_task:*', 'allow'),
                ('log_health:*', 'allow'),
                ('send_notification:*', 'allow'),
                ('trigger_checkin:*', 'allow'),
                ('send_sms:stranger', 'deny'),
                ('spend_money:*', 'deny'),
                ('delete_data:*', 'deny'),
                ('modify_source:*', 'deny')
              ) as d (pattern, effect);
            insert into events (tenant_id, at, kind, trace, data)
            values (given.tenant_id, transaction_timestamp(), 'grant.defaults_applied',
                    given.trace,
                    jsonb_build_object('reason', 'migration', 'patterns', (
                        select jsonb_agg(g.pattern order by g.pattern)
                          from grants g where g.tenant_id = given.tenant_id)));
        end loop;
        perform set_config('exoskull.tenant_id', '', true);
    end $$;
"""

FUNCTIONS = """
    create function system_tenants_without_grants()
        returns setof uuid language sql stable security definer set search_path = public
        as $$ select t.tenant_id from tenants t
               where not exists (select 1 from grants g where g.tenant_id = t.tenant_id)
               order by t.created_at, t.tenant_id $$;
    revoke all on function system_tenants_without_grants() from public;
    grant execute on function system_tenants_without_grants() to exoskull_app;
"""


def upgrade() -> None:
    op.execute(GRANTS)
    op.execute(USES)
    op.execute(PROPOSALS)
    for table in ("grants", "grant_uses", "authorizations", "grant_answers", "grant_proposals"):
        op.execute(protect(table))
    op.execute(dispatchable("grants"))
    op.execute(FUNCTIONS)
    op.execute(GIVE_DEFAULTS)
