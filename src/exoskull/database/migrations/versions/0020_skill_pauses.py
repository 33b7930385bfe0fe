"""Runs of skills that wait for the person's word; what questions said of their particulars."""

from alembic import op

from exoskull.database.migrations.rls import protect

revision = "0020"
down_revision = "0019"

# `state` is the very text that `mark` was made of: text, not jsonb, which would write it anew.
PAUSES = """
    create table skill_pauses (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        run_id uuid not null,
        skill_id uuid not null,
        version integer not null check (version > 0),
        content_hash text not null,
        state text not null check (octet_length(state) <= 131072),
        mark text not null,
        status text not null check (status in ('waiting', 'done', 'refused', 'let_go')),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        ended_by text,
        trace uuid not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, skill_id) references skills on delete cascade,
        check ((status = 'waiting') = (ended_at is null))
    );
    create index skill_pauses_waiting on skill_pauses (tenant_id, expires_at)
        where status = 'waiting';
"""


def upgrade() -> None:
    op.execute(PAUSES)
    op.execute(protect("skill_pauses"))
    op.execute("alter table skill_questions add column slots jsonb not null default '{}'")
    op.execute(
        """
        alter table approvals drop constraint approvals_subject_kind_check;
        alter table approvals add constraint approvals_subject_kind_check
            check (subject_kind in (
                'intervention', 'grant', 'app', 'skill', 'skill_run', 'tool_use'));
        """
    )
