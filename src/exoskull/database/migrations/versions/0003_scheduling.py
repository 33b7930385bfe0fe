"""The schedule of each tenant, what became of each slot, who wants looking at, and the queue."""

from typing import LiteralString

from alembic import op
from pgqueuer.adapters.persistence.schema_ddl import render_install
from pgqueuer.domain.settings import DBSettings, Durability

from exoskull.database.migrations.rls import dispatchable, protect

revision = "0003"
down_revision = "0002"

# The nil tenant owns what belongs to no person, hence no foreign keys here: a trigger below
# deletes what was a tenant's.
TABLES = """
    create table tenant_schedule (
        tenant_id uuid not null,
        job text not null check (job ~ '^[a-z][a-z0-9-]{0,63}$'),
        timezone text not null,
        wall_at time,
        since timestamptz not null,
        last_slot text,
        next_slot text not null,
        next_at timestamptz not null,
        primary key (tenant_id, job)
    );
    create index tenant_schedule_due on tenant_schedule (next_at);

    create table runs (
        tenant_id uuid not null,
        id uuid not null,
        job text not null,
        slot text not null,
        local text not null,
        trace uuid not null,
        due_at timestamptz not null,
        state text not null
            check (state in ('due', 'running', 'ran', 'skipped', 'failed', 'missed')),
        attempt integer not null,
        lease_until timestamptz,
        worker text,
        reason text,
        detail jsonb not null,
        started_at timestamptz,
        finished_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, job, slot),
        check ((state in ('due', 'running')) = (lease_until is not null)),
        check ((state in ('due', 'running')) = (finished_at is null))
    );
    create index runs_by_time on runs (tenant_id, due_at);
    create index runs_stale on runs (lease_until) where state in ('due', 'running');
    create index runs_open on runs (tenant_id, job) where state in ('due', 'running');

    create table attention (
        tenant_id uuid not null references tenants on delete cascade,
        reason text not null check (length(reason) between 1 and 128),
        due_at timestamptz not null,
        latest_at timestamptz not null check (latest_at >= due_at),
        primary key (tenant_id, reason)
    );
    create index attention_due on attention (due_at, tenant_id);
"""


def operable(table: LiteralString) -> LiteralString:
    """Let the schema's owner write `table` for all tenants, for the functions below only."""
    return f"""
        do $$ begin
            execute format(
                'create policy operate on {table} to %I using (true) with check (true)',
                current_user);
        end $$;
    """


# How many tenants there are, without counting them: triage must not cost more where more people
# have nothing to look at.
TENANT_COUNT = """
    create table tenant_count (
        only_row boolean primary key default true check (only_row),
        tenants bigint not null
    );
    insert into tenant_count (tenants) select count(*) from tenants;
    grant select on tenant_count to exoskull_app;

    create function tenants_came() returns trigger
        language plpgsql security definer set search_path = public
        as $$ begin
            update tenant_count set tenants = tenants + (select count(*) from came);
            return null;
        end $$;
    create function tenants_went() returns trigger
        language plpgsql security definer set search_path = public
        as $$ begin
            update tenant_count set tenants = tenants - (select count(*) from went);
            delete from tenant_schedule s using went w where s.tenant_id = w.tenant_id;
            delete from runs r using went w where r.tenant_id = w.tenant_id;
            return null;
        end $$;
    create trigger tenants_came after insert on tenants
        referencing new table as came for each statement execute function tenants_came();
    create trigger tenants_went after delete on tenants
        referencing old table as went for each statement execute function tenants_went();
"""

SCHEDULE_FUNCTIONS = """
    create function system_due_schedule(known text[], moment timestamptz, most integer)
        returns setof tenant_schedule
        language sql volatile security definer set search_path = public
        as $$ select * from tenant_schedule s
               where s.next_at <= moment and s.job = any(known)
               order by s.next_at, s.tenant_id, s.job limit most
                 for update skip locked $$;

    create function system_advance(rows json)
        returns void language sql volatile security definer set search_path = public
        as $$ update tenant_schedule s
                 set last_slot = n.last_slot, next_slot = n.next_slot, next_at = n.next_at
                from json_to_recordset(rows)
                     as n (tenant_id uuid, job text, last_slot text, next_slot text,
                           next_at timestamptz)
               where s.tenant_id = n.tenant_id and s.job = n.job $$;

    create function system_unscheduled(jobs text[], most integer)
        returns table (tenant_id uuid, timezone text, morning_at time, evening_at time)
        language sql stable security definer set search_path = public
        as $$ select t.tenant_id, t.timezone, t.morning_at, t.evening_at from tenants t
               where (select count(*) from tenant_schedule s
                       where s.tenant_id = t.tenant_id and s.job = any(jobs)) < cardinality(jobs)
               order by t.created_at, t.tenant_id limit most $$;
"""

RUN_FUNCTIONS = """
    create function system_open_runs(rows json, one_at_a_time boolean)
        returns table (tenant_id uuid, id uuid)
        language sql volatile security definer set search_path = public
        as $$ insert into runs as r (tenant_id, job, slot, id, trace, local, due_at, state,
                                attempt, lease_until, finished_at, reason, detail)
              select n.tenant_id, n.job, n.slot, n.id, n.trace, n.local, n.due_at, n.state,
                     0, n.lease_until, n.finished_at, n.reason, n.detail
                from json_to_recordset(rows)
                     as n (tenant_id uuid, job text, slot text, id uuid, trace uuid, local text,
                           due_at timestamptz, state text, lease_until timestamptz,
                           finished_at timestamptz, reason text, detail jsonb)
               where (n.tenant_id = '00000000-0000-0000-0000-000000000000'
                      or exists (select 1 from tenants t where t.tenant_id = n.tenant_id))
                 and not (one_at_a_time and exists (
                         select 1 from runs o
                          where o.tenant_id = n.tenant_id and o.job = n.job
                            and o.state in ('due', 'running')))
              on conflict on constraint runs_tenant_id_job_slot_key do nothing
              returning r.tenant_id, r.id $$;

    create function system_stale_runs(moment timestamptz, again_at timestamptz, most integer)
        returns table (tenant_id uuid, id uuid, attempt integer, due_at timestamptz)
        language sql volatile security definer set search_path = public
        as $$ with stale as materialized (
                  select r.tenant_id, r.id from runs r
                   where r.state in ('due', 'running') and r.lease_until <= moment
                   order by r.lease_until limit most for update skip locked)
              update runs r
                 set state = 'due', lease_until = again_at, worker = null
                from stale s
               where r.tenant_id = s.tenant_id and r.id = s.id
              returning r.tenant_id, r.id, r.attempt, r.due_at $$;

    create function system_batches(after timestamptz, upto timestamptz)
        returns table (job text, slot text, local text, due_at timestamptz, state text,
                       detail jsonb)
        language sql stable security definer set search_path = public
        as $$ select r.job, r.slot, r.local, r.due_at, r.state, r.detail from runs r
               where r.tenant_id = '00000000-0000-0000-0000-000000000000'
                 and r.due_at >= after and r.due_at < upto
               order by r.due_at, r.job $$;

    create function system_due_attention(moment timestamptz, most integer)
        returns table (tenant_id uuid)
        language sql stable security definer set search_path = public
        as $$ select d.tenant_id from (
                  select a.tenant_id, min(a.due_at) as due_at from attention a
                   where a.due_at <= moment group by a.tenant_id) d
               order by d.due_at, d.tenant_id limit most $$;

    create function system_zones(wanted uuid[])
        returns table (tenant_id uuid, timezone text)
        language sql stable security definer set search_path = public
        as $$ select t.tenant_id, t.timezone from tenants t where t.tenant_id = any(wanted) $$;

    create function system_next_due(known text[])
        returns timestamptz language sql stable security definer set search_path = public
        as $$ select least(
                  (select min(s.next_at) from tenant_schedule s where s.job = any(known)),
                  (select min(r.lease_until) from runs r where r.state in ('due', 'running'))) $$;
"""

FUNCTIONS = (
    "system_due_schedule(text[], timestamptz, integer)",
    "system_advance(json)",
    "system_unscheduled(text[], integer)",
    "system_open_runs(json, boolean)",
    "system_stale_runs(timestamptz, timestamptz, integer)",
    "system_batches(timestamptz, timestamptz)",
    "system_due_attention(timestamptz, integer)",
    "system_zones(uuid[])",
    "system_next_due(text[])",
    "tenants_came()",
    "tenants_went()",
)

# PgQueuer's tables hold ids of rows and nothing of a person. They need not outlive a crash of the
# server: `runs` is the truth, and the sweep enqueues again what the queue forgot. Its log would say
# three times over what `runs` says once, and grow for ever: it stays empty.
QUEUE_LOG = """
    create function keep_nothing() returns trigger language plpgsql
        as $$ begin return null; end $$;
    create trigger keep_nothing before insert on pgqueuer_log
        for each row execute function keep_nothing();
"""

QUEUE_GRANTS = """
    grant select, insert, update, delete
        on pgqueuer, pgqueuer_log, pgqueuer_statistics, pgqueuer_schedules to exoskull_app;
    grant usage on sequence pgqueuer_id_seq to exoskull_app;
"""


def upgrade() -> None:
    op.execute(TABLES)
    for table in ("tenant_schedule", "runs", "attention"):
        op.execute(protect(table))
    for table in ("tenant_schedule", "runs"):
        op.execute(operable(table))
    op.execute(dispatchable("attention"))
    op.execute(TENANT_COUNT)
    op.execute(SCHEDULE_FUNCTIONS)
    op.execute(RUN_FUNCTIONS)
    for function in FUNCTIONS:
        op.execute(f"revoke all on function {function} from public")
        if function.startswith("system_"):
            op.execute(f"grant execute on function {function} to exoskull_app")
    op.execute(render_install(DBSettings(durability=Durability.volatile)))
    op.execute(QUEUE_LOG)
    op.execute(QUEUE_GRANTS)
