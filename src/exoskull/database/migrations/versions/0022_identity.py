"""Sign-in by another identity provider, and how far a person is in the first steps."""

from alembic import op

from exoskull.database.migrations.rls import dispatchable, protect

revision = "0022"
down_revision = "0021"

IDENTITIES = """
    create table identities (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        issuer text not null check (length(issuer) <= 500),
        subject text not null check (length(subject) between 1 and 255),
        label text not null check (length(label) between 1 and 254),
        created_at timestamptz not null,
        used_at timestamptz,
        primary key (tenant_id, id),
        unique (issuer, subject)
    );
"""

# The installation's own rows, as those of passkey_challenges: who comes back is not known yet.
# `state_hash` tells the answer's request, `browser_hash` that it is the browser that asked.
REQUESTS = """
    create table identity_requests (
        tenant_id uuid not null,
        state_hash text not null,
        browser_hash text not null,
        issuer text not null,
        nonce text not null,
        verifier text not null,
        purpose text not null check (purpose in ('sign_in', 'link', 'setup')),
        owner uuid,
        setup jsonb,
        expires_at timestamptz not null,
        primary key (tenant_id, state_hash),
        check ((purpose = 'link') = (owner is not null)),
        check ((purpose = 'setup') = (setup is not null))
    );
    create index identity_requests_by_age on identity_requests (tenant_id, expires_at);
"""

TRIES = """
    alter table sign_in_attempts drop constraint sign_in_attempts_kind_check;
    alter table sign_in_attempts add constraint sign_in_attempts_kind_check
        check (kind in ('password', 'link', 'passkey', 'provider'));
"""

# One row while somebody is in the first steps: the step that they are to see next.
FIRST_STEPS = """
    create table first_steps (
        tenant_id uuid primary key references tenants on delete cascade,
        step text not null check (step in ('you', 'clock', 'goal', 'rules', 'taste')),
        reached_at timestamptz not null
    );
"""

FUNCTIONS = """
    create function system_tenant_by_identity(by_issuer text, by_subject text)
        returns uuid language sql stable security definer set search_path = public
        as $$ select i.tenant_id from identities i
               where i.issuer = by_issuer and i.subject = by_subject $$;

    revoke all on function system_tenant_by_identity(text, text) from public;
    grant execute on function system_tenant_by_identity(text, text) to exoskull_app;
"""


def upgrade() -> None:
    """Add the tables."""
    op.execute(IDENTITIES)
    op.execute(REQUESTS)
    op.execute(TRIES)
    op.execute(FIRST_STEPS)
    for table in ("identities", "identity_requests", "first_steps"):
        op.execute(protect(table))
    op.execute(dispatchable("identities"))
    op.execute(FUNCTIONS)
