"""Needs and the mentions they were heard in; the messages that nobody has listened to yet."""

from alembic import op

from exoskull.database.migrations.rls import dispatchable, protect

revision = "0014"
down_revision = "0013"

# A mention is counted until its need is closed; what was said before a closing is kept, and no
# longer counts.
TABLES = """
    create table unheard_messages (
        tenant_id uuid not null references tenants on delete cascade,
        message_id uuid not null,
        at timestamptz not null,
        primary key (tenant_id, message_id),
        foreign key (tenant_id, message_id) references messages on delete cascade
    );
    create index unheard_messages_by_time on unheard_messages (at, tenant_id);

    create table needs (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        name text not null check (length(name) between 1 and 400),
        family text not null,
        label text not null check (length(label) <= 300),
        kind text not null check (kind in ('tracker', 'skill')),
        state text not null check (state in ('open', 'resolved', 'refused', 'built')),
        confidence float8 not null check (confidence >= 0 and confidence < 1),
        trace uuid not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, name)
    );

    create table need_mentions (
        tenant_id uuid not null references tenants on delete cascade,
        need_id uuid not null,
        message_id uuid not null,
        at timestamptz not null,
        day text not null,
        act text not null check (act in ('complaint', 'wish', 'request', 'skill')),
        probability float8 not null check (probability > 0 and probability <= 1),
        counts boolean not null,
        primary key (tenant_id, need_id, message_id),
        foreign key (tenant_id, need_id) references needs on delete cascade
    );
"""

QUIET = """
    create function system_quiet_conversations(quiet_since timestamptz, most integer)
        returns table (tenant_id uuid)
        language sql stable security definer set search_path = public
        as $$ select waiting.tenant_id from (
                  select u.tenant_id, min(u.at) as first_at, max(u.at) as last_at
                    from unheard_messages u group by u.tenant_id) waiting
               where waiting.last_at <= quiet_since
               order by waiting.first_at, waiting.tenant_id limit most $$;
"""


def upgrade() -> None:
    op.execute(TABLES)
    for table in ("unheard_messages", "needs", "need_mentions"):
        op.execute(protect(table))
    op.execute(dispatchable("unheard_messages"))
    op.execute(QUIET)
    function = "system_quiet_conversations(timestamptz, integer)"
    op.execute(f"revoke all on function {function} from public")
    op.execute(f"grant execute on function {function} to exoskull_app")
