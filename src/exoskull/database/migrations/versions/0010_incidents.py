"""Incidents: what keeps failing, told once; and the job's name with every stale run."""

from alembic import op

from exoskull.database.migrations.rls import dispatchable, protect

revision = "0010"
down_revision = "0009"

INCIDENTS = """
    create table incidents (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        kind text not null check (kind in ('job', 'channel', 'zone')),
        subject text not null check (length(subject) between 1 and 128),
        since timestamptz not null,
        count integer not null check (count > 0),
        reason text,
        opened_at timestamptz not null,
        closed_at timestamptz check (closed_at >= opened_at),
        notice_id uuid,
        trace uuid not null,
        primary key (tenant_id, id)
    );
    create unique index incidents_open on incidents (tenant_id, kind, subject)
        where closed_at is null;
"""

# Triage must cost by what is in trouble, not by how many people there are.
INDEXES = """
    create index runs_failed on runs (finished_at, tenant_id, job) where state = 'failed';
    create index interventions_not_sent on interventions (send_at, tenant_id, channel)
        where state in ('failed', 'unknown');
"""

# A day's failures of a cycle, or three of a daily job: whoever has as many is looked at. So is
# whoever has an open incident, and whose zone the program does not know.
TROUBLED = """
    create function system_troubled(moment timestamptz, in_a_row integer, zones text[],
                                    most integer)
        returns table (tenant_id uuid)
        language sql stable security definer set search_path = public
        as $$ select i.tenant_id from incidents i where i.closed_at is null
              union
              select r.tenant_id from runs r
               where r.state = 'failed' and r.finished_at > moment - interval '4 days'
                 and r.finished_at <= moment
                 and r.tenant_id <> '00000000-0000-0000-0000-000000000000'
               group by r.tenant_id, r.job having count(*) >= in_a_row
              union
              select v.tenant_id from interventions v
               where v.state in ('failed', 'unknown') and v.send_at > moment - interval '7 days'
                 and v.send_at <= moment
               group by v.tenant_id, v.channel having count(*) >= in_a_row
              union
              select t.tenant_id from tenants t where t.timezone <> all(zones)
              order by 1 limit most $$;

    create function system_open_incidents()
        returns table (tenant_id uuid, name text, kind text, subject text, since timestamptz,
                       reason text)
        language sql stable security definer set search_path = public
        as $$ select i.tenant_id, t.name, i.kind, i.subject, i.since, i.reason
                from incidents i join tenants t using (tenant_id)
               where i.closed_at is null order by i.since, i.tenant_id, i.kind, i.subject $$;
"""

# With the job's name, which spares the worker a look at the run before it begins.
STALE = """
    drop function system_stale_runs(timestamptz, timestamptz, integer);
    create function system_stale_runs(moment timestamptz, again_at timestamptz, most integer)
        returns table (tenant_id uuid, id uuid, job text, attempt integer, due_at timestamptz)
        language sql volatile security definer set search_path = public
        as $$ with stale as materialized (
                  select r.tenant_id, r.id from runs r
                   where r.state in ('due', 'running') and r.lease_until <= moment
                   order by r.lease_until limit most for update skip locked)
              update runs r
                 set state = 'due', lease_until = again_at, worker = null
                from stale s
               where r.tenant_id = s.tenant_id and r.id = s.id
              returning r.tenant_id, r.id, r.job, r.attempt, r.due_at $$;
"""

FUNCTIONS = (
    "system_stale_runs(timestamptz, timestamptz, integer)",
    "system_troubled(timestamptz, integer, text[], integer)",
    "system_open_incidents()",
)


def upgrade() -> None:
    op.execute(INCIDENTS)
    op.execute(INDEXES)
    op.execute(protect("incidents"))
    op.execute(dispatchable("incidents"))
    op.execute(TROUBLED)
    op.execute(STALE)
    for function in FUNCTIONS:
        op.execute(f"revoke all on function {function} from public")
        op.execute(f"grant execute on function {function} to exoskull_app")
