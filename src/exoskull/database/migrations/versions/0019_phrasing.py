"""What a model said of a situation and how a message was phrased."""

from alembic import op

from exoskull.database.migrations.rls import protect

revision = "0019"
down_revision = "0018"

# One row for each cycle that had news to read. `seen`: ids of the person's rows that were looked
# at; they are not read twice, also where there was no answer (`situation` null). Amounts are
# millionths of a US dollar.
READINGS = """
    create table situation_readings (
        tenant_id uuid not null references tenants on delete cascade,
        cycle_id uuid not null,
        at timestamptz not null,
        seen jsonb not null,
        situation text check (situation in (
            'steady', 'gaining', 'slipping', 'overloaded', 'unwell', 'upheaval', 'recovering',
            'unclear')),
        evidence jsonb not null,
        signs jsonb not null,
        prompt text,
        model text,
        micros bigint not null check (micros >= 0),
        primary key (tenant_id, cycle_id),
        check ((situation is null) = (prompt is null))
    );
    create index situation_readings_by_time on situation_readings (tenant_id, at);
"""

# Kept before anything is drawn: what was proposed, taken or not.
PROPOSALS = """
    create table option_proposals (
        tenant_id uuid not null references tenants on delete cascade,
        cycle_id uuid not null,
        kind text not null,
        subject text not null,
        at timestamptz not null,
        option text not null,
        idea text check (length(idea) between 1 and 200),
        prompt text not null,
        model text not null,
        primary key (tenant_id, cycle_id, kind, subject)
    );
"""

# Words of a model's: of a message, of one of the day's actions (a task), or of a summary.
# `facts`: SHA-256 of what they were made of; by others they are not used.
WORDS = """
    create table model_words (
        tenant_id uuid not null references tenants on delete cascade,
        about text not null check (about in ('message', 'action', 'summary')),
        id uuid not null,
        at timestamptz not null,
        facts bytea not null check (length(facts) = 32),
        text text not null check (length(text) between 1 and 2000),
        prompt text not null,
        model text not null,
        micros bigint not null check (micros >= 0),
        primary key (tenant_id, about, id)
    );
"""


def upgrade() -> None:
    for table in (READINGS, PROPOSALS, WORDS):
        op.execute(table)
    for table in ("situation_readings", "option_proposals", "model_words"):
        op.execute(protect(table))
