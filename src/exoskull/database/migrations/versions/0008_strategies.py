"""Strategies of goals, one row for each trial, and their days."""

from alembic import op

from exoskull.database.migrations.rls import protect

revision = "0008"
down_revision = "0007"

TABLES = """
    create table strategies (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        goal_id uuid not null,
        trial integer not null check (trial >= 1),
        approach text not null,
        kind text not null check (kind in ('schedule', 'shrink', 'environment', 'social',
            'tracking', 'substitute', 'reward', 'commitment', 'recovery', 'reflection',
            'technique')),
        reason text not null check (reason in ('first', 'failed', 'asked')),
        started_on date not null,
        ended_on date,
        ended_because text check (ended_because in ('failed', 'asked')),
        days_done integer not null check (days_done >= 0),
        days_failed integer not null check (days_failed >= 0),
        failed_in_a_row integer not null check (failed_in_a_row between 0 and days_failed),
        chosen_at timestamptz not null,
        trace uuid not null,
        primary key (tenant_id, id),
        unique (tenant_id, goal_id, trial),
        foreign key (tenant_id, goal_id) references goals on delete cascade,
        check (ended_on >= started_on),
        check ((ended_on is null) = (ended_because is null))
    );
    create unique index strategies_one_active on strategies (tenant_id, goal_id)
        where ended_on is null;

    create table strategy_days (
        tenant_id uuid not null references tenants on delete cascade,
        goal_id uuid not null,
        on_date date not null,
        strategy_id uuid not null,
        steps text[] not null,
        actions jsonb not null,
        given_at timestamptz,
        verdict text check (verdict in ('done', 'failed', 'unknown', 'no_actions')),
        facts jsonb,
        closed_at timestamptz,
        primary key (tenant_id, goal_id, on_date),
        foreign key (tenant_id, strategy_id) references strategies on delete cascade,
        check ((verdict is null) = (closed_at is null)),
        check (verdict = 'no_actions' or given_at is not null)
    );
    create index strategy_days_of_trial on strategy_days (tenant_id, strategy_id, on_date);
"""


def upgrade() -> None:
    op.execute(TABLES)
    op.execute(protect("strategies"))
    op.execute(protect("strategy_days"))
