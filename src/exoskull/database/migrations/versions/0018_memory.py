"""What is remembered of a person, with where it is from; and what a model did in the chat."""

from alembic import op

from exoskull.database.migrations.rls import protect

revision = "0018"
down_revision = "0017"

# A fact that a model read out of a message carries the words that say it.
FACTS = """
    create table memory_facts (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        text text not null check (length(text) between 1 and 300),
        kind text not null check (kind in (
            'name', 'people', 'health', 'food', 'work', 'home', 'date', 'habit', 'liking',
            'other')),
        made_by text not null check (made_by in ('person', 'model')),
        message_id uuid,
        quote text check (length(quote) <= 300),
        confidence float8 not null check (confidence between 0 and 1),
        at timestamptz not null,
        superseded_by uuid,
        deleted_at timestamptz,
        trace uuid not null,
        primary key (tenant_id, id),
        check (made_by = 'person' or (message_id is not null and quote is not null))
    );
    create index memory_facts_by_time on memory_facts (tenant_id, at);
    create unique index memory_facts_of_a_message
        on memory_facts (tenant_id, message_id, text);

    create table memory_readings (
        tenant_id uuid not null references tenants on delete cascade,
        message_id uuid not null,
        at timestamptz not null,
        primary key (tenant_id, message_id)
    );
"""

# A message is answered by a model at most once, and a tool does the same thing in it at most once.
CHAT = """
    create table chat_runs (
        tenant_id uuid not null references tenants on delete cascade,
        message_id uuid not null,
        answer_id uuid not null,
        state text not null check (state in ('open', 'answered', 'declined')),
        why text,
        at timestamptz not null,
        ended_at timestamptz,
        primary key (tenant_id, message_id),
        check ((state = 'open') = (ended_at is null))
    );

    create table chat_calls (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        message_id uuid not null,
        tool text not null,
        arguments jsonb not null,
        content_hash text not null,
        state text not null check (state in ('done', 'held', 'refused')),
        told text not null,
        receipts text[] not null,
        at timestamptz not null,
        answered_at timestamptz,
        trace uuid not null,
        primary key (tenant_id, id),
        unique (tenant_id, message_id, content_hash),
        foreign key (tenant_id, message_id) references chat_runs on delete cascade
    );
"""


def upgrade() -> None:
    """Facts, and the runs of a model in the chat with what its tools did."""
    op.execute(FACTS)
    op.execute(CHAT)
    for table in ("memory_facts", "memory_readings", "chat_runs", "chat_calls"):
        op.execute(protect(table))
