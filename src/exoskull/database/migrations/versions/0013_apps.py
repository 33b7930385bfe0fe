"""Apps, what was changed about them, what is suggested for them, and their entries.

All entries of all apps stand in one table, hash-partitioned by tenant. `cells` holds the values by
the columns' own keys (`n1`, `t2`); the first of each kind are generated columns, typed, so that
sums and filters need not look into the JSON, and indexes can be used under row-level security.
The partitions are reached through `entries` only: nothing is granted on them.
"""

from typing import LiteralString

from alembic import op

from exoskull.database.migrations.rls import protect

revision = "0013"
down_revision = "0012"

APPS = """
    create table apps (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        slug text not null check (slug ~ '^[a-z][a-z0-9_]{0,39}$'),
        name text not null,
        family text not null,
        state text not null check (state in (
            'proposed', 'active', 'archived', 'deleted', 'refused')),
        source text not null check (source in ('user_request', 'suggestion', 'auto_detection')),
        risk text not null check (risk in ('low', 'medium', 'high')),
        spec jsonb not null,
        smoke jsonb not null,
        mentions integer not null,
        evidence uuid[] not null,
        confidence float8 not null check (confidence between 0 and 1),
        created_at timestamptz not null,
        activated_at timestamptz,
        ended_at timestamptz,
        trace uuid not null,
        primary key (tenant_id, id)
    );
    create unique index apps_by_slug on apps (tenant_id, slug)
        where state not in ('deleted', 'refused');

    create table app_changes (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        app_id uuid not null,
        seq bigint generated always as identity,
        at timestamptz not null,
        kind text not null check (kind in (
            'activated', 'archived', 'deleted', 'restored', 'changed')),
        before jsonb not null,
        undone_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, app_id) references apps on delete cascade
    );
    create index app_changes_by_app on app_changes (tenant_id, app_id, seq);

    create table app_suggestions (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        app_id uuid not null,
        kind text not null,
        week date not null,
        state text not null check (state in ('open', 'taken', 'refused', 'ignored')),
        facts jsonb not null,
        spec jsonb,
        created_at timestamptz not null,
        answered_at timestamptz,
        trace uuid not null,
        primary key (tenant_id, id),
        unique (tenant_id, app_id, week),
        foreign key (tenant_id, app_id) references apps on delete cascade
    );
"""

DAY = """make_date(substr(cells ->> 'd1', 1, 4)::int, substr(cells ->> 'd1', 6, 2)::int,
                  substr(cells ->> 'd1', 9, 2)::int)"""

ENTRIES: LiteralString = f"""
    create table entries (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        app_id uuid not null,
        at timestamptz not null,
        local_date date not null,
        cells jsonb not null check (
            jsonb_typeof(cells) = 'object' and octet_length(cells::text) <= 16384),
        source text not null,
        idempotency_key text,
        message_id uuid,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        undone_at timestamptz,
        trace uuid not null,
        i1 bigint generated always as ((cells ->> 'i1')::bigint) stored,
        i2 bigint generated always as ((cells ->> 'i2')::bigint) stored,
        n1 float8 generated always as ((cells ->> 'n1')::float8) stored,
        n2 float8 generated always as ((cells ->> 'n2')::float8) stored,
        t1 text generated always as (left(cells ->> 't1', 200)) stored,
        d1 date generated always as ({DAY}) stored,
        primary key (tenant_id, id),
        foreign key (tenant_id, app_id) references apps on delete cascade
    ) partition by hash (tenant_id);
    create index entries_by_time on entries (tenant_id, app_id, at desc, id desc)
        where undone_at is null;
    create index entries_by_day on entries (tenant_id, app_id, local_date)
        include (n1, i1) where undone_at is null;
    create unique index entries_once on entries (tenant_id, app_id, idempotency_key)
        where idempotency_key is not null;

    create table entry_measures (
        tenant_id uuid not null references tenants on delete cascade,
        entry_id uuid not null,
        metric text not null,
        measure_id uuid not null,
        primary key (tenant_id, entry_id, metric),
        unique (tenant_id, measure_id),
        foreign key (tenant_id, entry_id) references entries on delete cascade
    );
"""

PARTITIONS: tuple[LiteralString, ...] = (
    "entries_0",
    "entries_1",
    "entries_2",
    "entries_3",
    "entries_4",
    "entries_5",
    "entries_6",
    "entries_7",
)
REMAINDERS: tuple[LiteralString, ...] = ("0", "1", "2", "3", "4", "5", "6", "7")


def upgrade() -> None:
    op.execute(APPS)
    op.execute(ENTRIES)
    for table in ("apps", "app_changes", "app_suggestions", "entries", "entry_measures"):
        op.execute(protect(table))
    for partition, remainder in zip(PARTITIONS, REMAINDERS, strict=True):
        op.execute(
            f"create table {partition} partition of entries"
            f" for values with (modulus 8, remainder {remainder})"
        )
        op.execute(protect(partition))
        op.execute(f"revoke all on {partition} from exoskull_app")
    op.execute(
        """
        alter table approvals drop constraint approvals_subject_kind_check;
        alter table approvals add constraint approvals_subject_kind_check
            check (subject_kind in ('intervention', 'grant', 'app'));
        """
    )
