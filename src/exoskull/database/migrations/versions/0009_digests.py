"""Digests: what was asked in the evening, and who does not want summaries."""

from alembic import op

from exoskull.database.migrations.rls import dispatchable, protect

revision = "0009"
down_revision = "0008"

HTML = "alter table interventions add column html text;"

TABLES = """
    create table evening_questions (
        tenant_id uuid not null references tenants on delete cascade,
        intervention_id uuid not null,
        on_date date not null,
        task_ids uuid[] not null check (cardinality(task_ids) > 0),
        asked_at timestamptz not null,
        open_until timestamptz not null,
        answer text check (answer in ('yes', 'no')),
        answered_at timestamptz,
        primary key (tenant_id, intervention_id),
        check ((answer is null) = (answered_at is null))
    );
    create unique index evening_questions_of_day on evening_questions (tenant_id, on_date);

    create table summary_subscriptions (
        tenant_id uuid not null references tenants on delete cascade,
        kind text not null
            check (kind in ('daily_summary', 'weekly_summary', 'monthly_summary')),
        wanted boolean not null,
        changed_at timestamptz not null,
        primary key (tenant_id, kind)
    );

    create table unsubscribe_links (
        tenant_id uuid not null references tenants on delete cascade,
        secret_hash text not null unique,
        kind text not null
            check (kind in ('daily_summary', 'weekly_summary', 'monthly_summary')),
        intervention_id uuid not null,
        created_at timestamptz not null,
        primary key (tenant_id, secret_hash)
    );
"""

FUNCTION = """
    create function system_tenant_by_unsubscribe_link(wanted_hash text)
        returns uuid language sql stable security definer set search_path = public
        as $$ select l.tenant_id from unsubscribe_links l where l.secret_hash = wanted_hash $$;

    revoke all on function system_tenant_by_unsubscribe_link(text) from public;
    grant execute on function system_tenant_by_unsubscribe_link(text) to exoskull_app;
"""


def upgrade() -> None:
    op.execute(HTML)
    op.execute(TABLES)
    for table in ("evening_questions", "summary_subscriptions", "unsubscribe_links"):
        op.execute(protect(table))
    op.execute(dispatchable("unsubscribe_links"))
    op.execute(FUNCTION)
