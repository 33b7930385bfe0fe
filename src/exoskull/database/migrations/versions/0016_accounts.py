"""Ways in: passwords, passkeys, mails with links, what was tried at the door, invitations."""

from alembic import op

from exoskull.database.migrations.rls import dispatchable, protect

revision = "0016"
down_revision = "0015"

# A token made before there were scopes could do everything, and still can.
TOKENS = """
    alter table access_tokens
        add column scope text not null default 'admin' check (scope in ('read', 'write', 'admin')),
        add column label text check (length(label) <= 100),
        add column address text check (length(address) <= 64),
        add column agent text check (length(agent) <= 300);
    create index access_tokens_by_kind on access_tokens (tenant_id, kind, created_at desc);
"""

ACCOUNTS = """
    create table accounts (
        tenant_id uuid primary key references tenants on delete cascade,
        password_hash text,
        password_set_at timestamptz,
        mail_links boolean not null,
        check ((password_hash is null) = (password_set_at is null))
    );

    create table passkeys (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        credential_id text not null unique,
        public_key bytea not null,
        sign_count bigint not null check (sign_count >= 0),
        label text not null check (length(label) between 1 and 100),
        created_at timestamptz not null,
        used_at timestamptz,
        primary key (tenant_id, id)
    );

    create table account_mails (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        kind text not null check (kind in ('sign_in', 'invitation')),
        state text not null check (state in ('asked', 'sent', 'failed', 'unknown')),
        asked_at timestamptz not null,
        ended_at timestamptz,
        receipt text,
        reason text,
        primary key (tenant_id, id),
        check ((state = 'sent') = (receipt is not null)),
        check ((state = 'asked') = (ended_at is null))
    );
"""

# The rows of these two are the installation's own, as those of setup_links: who knocks is not
# known to be anybody yet.
DOOR = """
    create table sign_in_attempts (
        tenant_id uuid not null,
        id uuid not null,
        kind text not null check (kind in ('password', 'link', 'passkey')),
        subject text,
        address text not null,
        at timestamptz not null,
        primary key (tenant_id, id)
    );
    create index sign_in_attempts_by_subject on sign_in_attempts (tenant_id, kind, subject, at);
    create index sign_in_attempts_by_address on sign_in_attempts (tenant_id, kind, address, at);
    create index sign_in_attempts_by_age on sign_in_attempts (tenant_id, at);

    create table passkey_challenges (
        tenant_id uuid not null,
        challenge text not null,
        owner uuid,
        expires_at timestamptz not null,
        primary key (tenant_id, challenge)
    );
    create index passkey_challenges_by_age on passkey_challenges (tenant_id, expires_at);

    alter table setup_links
        add column id uuid,
        add column invited_by uuid,
        add column label text check (length(label) <= 100),
        add column revoked_at timestamptz;
    create index setup_links_by_inviter on setup_links (tenant_id, invited_by, created_at)
        where invited_by is not null;
"""

FUNCTIONS = """
    create function system_tenants_by_login(wanted text)
        returns setof uuid language sql stable security definer set search_path = public
        as $$ select t.tenant_id from tenants t
               where case when position('@' in wanted) > 0 then lower(t.email) = lower(wanted)
                          else t.name = wanted end
               order by t.created_at, t.tenant_id limit 3 $$;

    create function system_tenant_by_passkey(wanted text)
        returns uuid language sql stable security definer set search_path = public
        as $$ select p.tenant_id from passkeys p where p.credential_id = wanted $$;

    create function system_owner()
        returns uuid language sql stable security definer set search_path = public
        as $$ select t.tenant_id from tenants t order by t.created_at, t.tenant_id limit 1 $$;

    revoke all on function system_tenants_by_login(text), system_tenant_by_passkey(text),
        system_owner() from public;
    grant execute on function system_tenants_by_login(text), system_tenant_by_passkey(text),
        system_owner() to exoskull_app;
"""


def upgrade() -> None:
    op.execute(TOKENS)
    op.execute(ACCOUNTS)
    op.execute(DOOR)
    for table in (
        "accounts",
        "passkeys",
        "account_mails",
        "sign_in_attempts",
        "passkey_challenges",
    ):
        op.execute(protect(table))
    op.execute(dispatchable("passkeys"))
    op.execute(FUNCTIONS)
