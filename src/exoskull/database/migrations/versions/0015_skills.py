"""Skills, their versions, runs and suggestions; questions that come back; approvals of skills."""

from alembic import op

from exoskull.database.migrations.rls import protect

revision = "0015"
down_revision = "0014"

# A version is never changed: what a yes was given to stays what it was. A suggestion of a key that
# was processed is not made again for a while; see `suggestions.py`.
TABLES = """
    create table skill_suggestions (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        key text not null check (length(key) between 1 and 300),
        source text not null check (source in (
            'conversation', 'question', 'goal', 'ralph', 'pattern', 'app')),
        label text not null check (length(label) <= 300),
        template text,
        slots jsonb not null,
        confidence float8 not null check (confidence between 0 and 1),
        evidence uuid[] not null,
        status text not null check (status in ('pending', 'processed', 'expired')),
        result text,
        detail text,
        skill_id uuid,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        processed_at timestamptz,
        trace uuid not null,
        primary key (tenant_id, id),
        check ((status = 'processed') = (result is not null))
    );
    create unique index skill_suggestions_pending on skill_suggestions (tenant_id, key)
        where status = 'pending';
    create index skill_suggestions_by_key on skill_suggestions (tenant_id, key, created_at);

    create table skill_questions (
        tenant_id uuid not null references tenants on delete cascade,
        key text not null check (length(key) between 1 and 300),
        message_id uuid not null,
        at timestamptz not null,
        primary key (tenant_id, key, message_id)
    );

    create table skills (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        name text not null check (name ~ '^[a-z][a-z0-9-]{0,63}$'),
        kind text not null check (kind in ('code', 'instruction')),
        state text not null check (state in (
            'awaiting', 'active', 'rejected', 'revoked', 'archived')),
        version integer not null check (version > 0),
        source text not null check (source in ('generated', 'imported')),
        template text,
        answers text,
        metrics text[] not null,
        risk text not null check (risk in ('low', 'medium', 'high')),
        daily_at text,
        next_run_at timestamptz,
        suggestion_id uuid,
        created_at timestamptz not null,
        activated_at timestamptz,
        used_at timestamptz,
        ended_at timestamptz,
        ended_because text,
        trace uuid not null,
        primary key (tenant_id, id)
    );
    create unique index skills_by_name on skills (tenant_id, name)
        where state in ('awaiting', 'active', 'archived');
    create index skills_due on skills (tenant_id, next_run_at)
        where state = 'active' and next_run_at is not null;

    create table skill_versions (
        tenant_id uuid not null references tenants on delete cascade,
        skill_id uuid not null,
        version integer not null check (version > 0),
        file text not null check (octet_length(file) <= 65536),
        content_hash text not null,
        description text not null,
        capabilities text[] not null,
        risk text not null check (risk in ('low', 'medium', 'high')),
        origin text not null check (origin in ('generated', 'imported', 'rollback')),
        verified_with text not null,
        verified_at timestamptz not null,
        created_at timestamptz not null,
        primary key (tenant_id, skill_id, version),
        foreign key (tenant_id, skill_id) references skills on delete cascade
    );

    create table skill_runs (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        skill_id uuid not null,
        version integer not null,
        at timestamptz not null,
        caller text not null check (caller in ('chat', 'loop', 'clock', 'web', 'api', 'smoke')),
        input jsonb not null,
        output jsonb,
        calls jsonb not null,
        effects jsonb not null,
        error text,
        took_us bigint not null check (took_us >= 0),
        trace uuid not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, skill_id) references skills on delete cascade
    );
    create index skill_runs_by_skill on skill_runs (tenant_id, skill_id, at desc, id desc);
"""


def upgrade() -> None:
    op.execute(TABLES)
    for table in (
        "skill_suggestions",
        "skill_questions",
        "skills",
        "skill_versions",
        "skill_runs",
    ):
        op.execute(protect(table))
    op.execute(
        """
        alter table approvals drop constraint approvals_subject_kind_check;
        alter table approvals add constraint approvals_subject_kind_check
            check (subject_kind in ('intervention', 'grant', 'app', 'skill'));
        """
    )
