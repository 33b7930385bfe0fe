"""Background work, findings, and the budget for models."""

from alembic import op

from exoskull.database.migrations.rls import dispatchable, protect

revision = "0011"
down_revision = "0010"

# What a budget is held against: a person's days and months; and the installation's days, which
# belong to the nil tenant, hence no foreign key there. All amounts are millionths of a US dollar.
BUDGETS = """
    create table budget_periods (
        tenant_id uuid not null references tenants on delete cascade,
        period text not null check (period in ('day', 'month')),
        starts_on date not null,
        reserved_micros bigint not null default 0 check (reserved_micros >= 0),
        spent_micros bigint not null default 0 check (spent_micros >= 0),
        reserved_tokens bigint not null default 0 check (reserved_tokens >= 0),
        spent_tokens bigint not null default 0 check (spent_tokens >= 0),
        refused integer not null default 0,
        closed_at timestamptz,
        primary key (tenant_id, period, starts_on)
    );

    create table installation_budgets (
        tenant_id uuid not null,
        starts_on date not null,
        reserved_micros bigint not null default 0 check (reserved_micros >= 0),
        spent_micros bigint not null default 0 check (spent_micros >= 0),
        reserved_tokens bigint not null default 0 check (reserved_tokens >= 0),
        spent_tokens bigint not null default 0 check (spent_tokens >= 0),
        primary key (tenant_id, starts_on)
    );

    create table budget_reservations (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        feature text not null check (feature ~ '^[a-z][a-z0-9_-]{0,63}$'),
        state text not null check (state in ('open', 'settled', 'released', 'stale')),
        day date not null,
        month date not null,
        installation_day date not null,
        upper_micros bigint not null check (upper_micros >= 0),
        upper_tokens bigint not null check (upper_tokens >= 0),
        actual_micros bigint check (actual_micros >= 0),
        actual_tokens bigint check (actual_tokens >= 0),
        reserved_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        trace uuid not null,
        primary key (tenant_id, id),
        check ((state in ('settled', 'stale')) = (actual_micros is not null)),
        check ((state = 'open') = (ended_at is null))
    );
    create index budget_reservations_by_day on budget_reservations (tenant_id, day);
    create index budget_reservations_open on budget_reservations (tenant_id, expires_at)
        where state = 'open';
"""

# `work_wanted` is what makes a quiet tenant free: a measure that comes in is counted here, and
# only who has something new is looked at.
WORK = """
    create table work_wanted (
        tenant_id uuid not null references tenants on delete cascade,
        news bigint not null,
        due_at timestamptz,
        primary key (tenant_id)
    );
    create index work_wanted_due on work_wanted (due_at nulls first) where news > 0;

    create table work_runs (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        item text not null check (item ~ '^[a-z][a-z0-9-]{0,63}$'),
        state text not null check (state in ('running', 'done', 'failed')),
        attempt integer not null,
        worth float8 not null,
        started_at timestamptz not null,
        lease_until timestamptz,
        finished_at timestamptz,
        result jsonb not null,
        reason text,
        reservation_id uuid,
        cost_micros bigint not null default 0,
        trace uuid not null,
        primary key (tenant_id, id),
        check ((state = 'running') = (lease_until is not null)),
        check ((state = 'running') = (finished_at is null))
    );
    create unique index work_runs_running on work_runs (tenant_id) where state = 'running';
    create index work_runs_leased on work_runs (lease_until) where state = 'running';
    create index work_runs_by_time on work_runs (tenant_id, started_at);

    create table findings (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        kind text not null check (kind in (
            'weekday', 'change', 'relation', 'impossible', 'unit_slip', 'duplicate',
            'weak_strategy')),
        key text not null check (length(key) between 1 and 256),
        metric text not null,
        other_metric text,
        state text not null check (state in ('current', 'retired', 'dismissed', 'corrected')),
        statement jsonb not null,
        evidence jsonb not null,
        found_at timestamptz not null,
        confirmed_at timestamptz not null,
        ended_at timestamptz,
        reason text,
        work_run_id uuid not null,
        trace uuid not null,
        primary key (tenant_id, id),
        check ((state = 'current') = (ended_at is null))
    );
    create unique index findings_current on findings (tenant_id, key) where state = 'current';
    create index findings_by_key on findings (tenant_id, key);
"""

MARK = """
    create function measures_came() returns trigger language plpgsql set search_path = public
        as $$ begin
            insert into work_wanted as w (tenant_id, news)
            select c.tenant_id, count(*) from came c group by c.tenant_id
                on conflict (tenant_id) do update set news = w.news + excluded.news;
            return null;
        end $$;
    create trigger measures_came after insert on measures
        referencing new table as came for each statement execute function measures_came();
"""

FUNCTIONS = """
    create function system_work_wanted(moment timestamptz, most integer)
        returns table (tenant_id uuid, served bigint, last_at timestamptz, waits_since timestamptz)
        language sql stable security definer set search_path = public
        as $$ select w.tenant_id, count(r.id), max(r.started_at), w.due_at
                from work_wanted w
                join tenants t on t.tenant_id = w.tenant_id
                left join work_runs r on r.tenant_id = w.tenant_id
                     and r.started_at > moment - interval '7 days'
               where w.news > 0 and (w.due_at is null or w.due_at <= moment)
                 and (t.paused_until is null or t.paused_until <= moment)
                 and not exists (select 1 from work_runs o
                                  where o.tenant_id = w.tenant_id and o.state = 'running')
               group by w.tenant_id, w.due_at
               order by 2, 3 nulls first, 1 limit most $$;

    create function system_work_running()
        returns table (tenant_id uuid, id uuid, item text, lease_until timestamptz)
        language sql stable security definer set search_path = public
        as $$ select r.tenant_id, r.id, r.item, r.lease_until from work_runs r
               where r.state = 'running' order by r.lease_until, r.tenant_id $$;
"""


def upgrade() -> None:
    op.execute(BUDGETS)
    op.execute(WORK)
    for table in (
        "budget_periods",
        "installation_budgets",
        "budget_reservations",
        "work_wanted",
        "work_runs",
        "findings",
    ):
        op.execute(protect(table))
    for table in ("work_wanted", "work_runs"):
        op.execute(dispatchable(table))
    op.execute(MARK)
    op.execute(FUNCTIONS)
    op.execute(
        """
        do $$ declare f text; begin
            revoke all on function measures_came() from public;
            foreach f in array array[
                'system_work_wanted(timestamptz, integer)',
                'system_work_running()'] loop
                execute format('revoke all on function %s from public', f);
                execute format('grant execute on function %s to exoskull_app', f);
            end loop;
        end $$;
        """
    )
