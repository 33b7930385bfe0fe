"""Tools of other servers, behind rules."""

from alembic import op

from exoskull.database.migrations.rls import protect

revision = "0023"
down_revision = "0022"

TOOLS = """
    create table tool_servers (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        name text not null check (name ~ '^[a-z][a-z0-9_]{0,23}$'),
        url text not null check (length(url) <= 500),
        has_key boolean not null,
        added_at timestamptz not null,
        looked_at timestamptz not null,
        trouble text,
        tools jsonb not null,
        seen text not null,
        accepted text not null,
        removed_at timestamptz,
        primary key (tenant_id, id)
    );
    create unique index tool_servers_in_use
        on tool_servers (tenant_id, name) where removed_at is null;

    create table tool_uses (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        server_id uuid not null,
        server text not null,
        tool text not null,
        arguments jsonb not null,
        content_hash text not null,
        state text not null
            check (state in ('asked', 'running', 'done', 'failed', 'refused', 'unknown')),
        reason text,
        result text check (length(result) <= 16384),
        asked_at timestamptz not null,
        begun_at timestamptz,
        ended_at timestamptz,
        authorization_id uuid,
        trace uuid not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, server_id) references tool_servers on delete cascade,
        check ((state in ('asked', 'running')) = (ended_at is null)),
        check ((state = 'done') = (result is not null))
    );
    create index tool_uses_open on tool_uses (tenant_id, content_hash)
        where state in ('asked', 'running');
"""

# What a question may be about is the features' matter, not the table's: a kind that nobody answers
# for is refused where it is answered.
QUESTIONS = """
    alter table approvals drop constraint approvals_subject_kind_check;
    alter table approvals add constraint approvals_subject_kind_check
        check (subject_kind ~ '^[a-z][a-z_]{0,31}$');
"""


def upgrade() -> None:
    """The servers that a person added, and every use of their tools."""
    op.execute(TOOLS)
    op.execute(QUESTIONS)
    op.execute(protect("tool_servers"))
    op.execute(protect("tool_uses"))
