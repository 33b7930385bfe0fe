"""How well each intervention worked, and the week that its behaviour window lasts."""

from alembic import op

from exoskull.database.migrations.rls import dispatchable, protect

revision = "0006"
down_revision = "0005"

TABLES = """
    create table intervention_effectiveness (
        tenant_id uuid not null references tenants on delete cascade,
        intervention_id uuid not null,
        at timestamptz not null,
        window_days integer not null check (window_days in (1, 7)),
        effectiveness float8 check (effectiveness between 0 and 1),
        parts jsonb not null,
        formula text not null,
        primary key (tenant_id, intervention_id, window_days, at)
    );

    create table week_windows (
        tenant_id uuid not null references tenants on delete cascade,
        intervention_id uuid not null,
        due_at timestamptz not null,
        closed_at timestamptz,
        primary key (tenant_id, intervention_id)
    );
    create index week_windows_due on week_windows (due_at) where closed_at is null;
"""

FUNCTION = """
    create or replace function system_due_outcomes(moment timestamptz, most integer)
        returns table (tenant_id uuid)
        language sql stable security definer set search_path = public
        as $$ select due.tenant_id from (
                  select i.tenant_id from interventions i
                   where i.outcome_closed_at is null and i.outcome_due_at <= moment
                  union
                  select d.tenant_id from decisions d
                   where d.final_at is null and d.final_due_at <= moment
                  union
                  select a.tenant_id from approvals a
                   where a.answered_at is null and a.expires_at <= moment
                  union
                  select w.tenant_id from week_windows w
                   where w.closed_at is null and w.due_at <= moment) due
               order by due.tenant_id limit most $$;
"""


def upgrade() -> None:
    op.execute(TABLES)
    for table in ("intervention_effectiveness", "week_windows"):
        op.execute(protect(table))
    op.execute(dispatchable("week_windows"))
    op.execute(FUNCTION)
