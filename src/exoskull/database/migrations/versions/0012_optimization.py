"""Levers, trials of the Ralph loop with its journal, and goals that nothing serves."""

from alembic import op

from exoskull.database.migrations.rls import protect

revision = "0012"
down_revision = "0011"

TABLES = """
    create table levers (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        name text not null,
        subject text not null,
        value jsonb not null,
        trial_id uuid not null,
        set_at timestamptz not null,
        lifted_at timestamptz,
        primary key (tenant_id, id),
        constraint levers_name check (name in (
            'retire_option', 'prefer_option', 'plain_wording', 'lengthen_cooldown',
            'raise_threshold', 'demote_channel'))
    );
    create unique index levers_pulled on levers (tenant_id, name, subject)
        where lifted_at is null;

    create table trials (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        problem text not null,
        subject text not null,
        facts jsonb not null,
        evidence jsonb not null,
        lever text not null,
        lever_subject text not null,
        value jsonb not null,
        before jsonb,
        measure jsonb not null,
        state text not null,
        verdict text,
        within jsonb,
        p_better float8,
        started_at timestamptz not null,
        ends_at timestamptz not null,
        extended boolean not null,
        ended_at timestamptz,
        trace uuid not null,
        primary key (tenant_id, id),
        constraint trials_state check (state in ('running', 'kept', 'reverted')),
        constraint trials_verdict check (verdict in (
            'better', 'not_better', 'inconclusive', 'by_person', 'gone'))
    );
    create unique index trials_running on trials (tenant_id) where state = 'running';
    create index trials_by_time on trials (tenant_id, started_at);

    create table trial_looks (
        tenant_id uuid primary key references tenants on delete cascade,
        next_at timestamptz not null
    );

    create table gaps (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        goal_id uuid not null,
        facts jsonb not null,
        found_at timestamptz not null,
        closed_at timestamptz,
        trace uuid not null,
        primary key (tenant_id, id)
    );
    create unique index gaps_open on gaps (tenant_id, goal_id) where closed_at is null;
"""


def upgrade() -> None:
    op.execute(TABLES)
    for table in ("levers", "trials", "trial_looks", "gaps"):
        op.execute(protect(table))
