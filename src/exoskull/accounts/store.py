"""SQL of accounts, passkeys, tries at the door, and of what is signed in."""

from datetime import datetime
from uuid import UUID

from exoskull.accounts.model import Account, Passkey, Session, Token, Way
from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId

# accounts


async def account(tx: Transaction) -> Account | None:
    return await tx.maybe(
        Account,
        """
        select password_hash, password_set_at, mail_links from accounts
         where tenant_id = %(tenant)s
        """,
        tenant=tx.tenant_id,
    )


async def save_account(tx: Transaction, account: Account) -> None:
    await tx.execute(
        """
        insert into accounts (tenant_id, password_hash, password_set_at, mail_links)
        values (%(tenant)s, %(hash)s, %(set_at)s, %(mail_links)s)
        on conflict (tenant_id) do update
           set password_hash = excluded.password_hash,
               password_set_at = excluded.password_set_at, mail_links = excluded.mail_links
        """,
        tenant=tx.tenant_id,
        hash=account.password_hash,
        set_at=account.password_set_at,
        mail_links=account.mail_links,
    )


async def of_login(tx: Transaction, login: str) -> list[TenantId]:
    """Whose name or e-mail it is, oldest first; several where they share an e-mail."""
    rows = await tx.dicts("select system_tenants_by_login(%(login)s) as id", login=login)
    return [row["id"] for row in rows]


# sessions and tokens


async def sessions(
    tx: Transaction, at: datetime, *, limit: int, before: UUID | None = None
) -> list[Session]:
    """Those that are signed in, the last used first; used before the one called `before`."""
    return await tx.fetch(
        Session,
        """
        select id, secret_hash, created_at, used_at, expires_at, address, agent
          from access_tokens
         where tenant_id = %(tenant)s and kind = 'session' and revoked_at is null
           and expires_at > %(at)s
           and (%(before)s::uuid is null or (coalesce(used_at, created_at), id) < (
                select coalesce(used_at, created_at), id from access_tokens
                 where tenant_id = %(tenant)s and id = %(before)s))
         order by coalesce(used_at, created_at) desc, id desc
         limit %(limit)s
        """,
        tenant=tx.tenant_id,
        at=at,
        before=before,
        limit=limit,
    )


async def count_sessions(tx: Transaction, at: datetime, before: UUID) -> int:
    """How many are signed in that were last used before the one called `before`."""
    return await tx.value(
        """
        select count(*) from access_tokens
         where tenant_id = %(tenant)s and kind = 'session' and revoked_at is null
           and expires_at > %(at)s and (coalesce(used_at, created_at), id) < (
               select coalesce(used_at, created_at), id from access_tokens
                where tenant_id = %(tenant)s and id = %(before)s)
        """,
        tenant=tx.tenant_id,
        at=at,
        before=before,
    )


async def session(tx: Transaction, secret_hash: str) -> Session | None:
    return await tx.maybe(
        Session,
        """
        select id, secret_hash, created_at, used_at, expires_at, address, agent
          from access_tokens
         where tenant_id = %(tenant)s and kind = 'session' and secret_hash = %(hash)s
        """,
        tenant=tx.tenant_id,
        hash=secret_hash,
    )


async def end_sessions(
    tx: Transaction, at: datetime, *, id: UUID | None = None, but: str | None = None
) -> list[str]:
    """End one session, or all but the one of the hash `but`; the hashes of those that ended."""
    rows = await tx.dicts(
        """
        update access_tokens set revoked_at = %(at)s
         where tenant_id = %(tenant)s and kind = 'session' and revoked_at is null
           and (%(id)s::uuid is null or id = %(id)s)
           and (%(but)s::text is null or secret_hash <> %(but)s)
        returning secret_hash
        """,
        tenant=tx.tenant_id,
        at=at,
        id=id,
        but=but,
    )
    return [row["secret_hash"] for row in rows]


async def tokens(tx: Transaction) -> list[Token]:
    """Those that work, the newest first."""
    return await tx.fetch(
        Token,
        """
        select id, label, scope, created_at, used_at from access_tokens
         where tenant_id = %(tenant)s and kind = 'api' and revoked_at is null
         order by created_at desc, id desc
         limit 200
        """,
        tenant=tx.tenant_id,
    )


async def revoke_token(tx: Transaction, id: UUID, at: datetime) -> bool:
    touched = await tx.execute(
        """
        update access_tokens set revoked_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s and kind = 'api' and revoked_at is null
        """,
        tenant=tx.tenant_id,
        id=id,
        at=at,
    )
    return touched == 1


async def drop_login_links(tx: Transaction, at: datetime) -> None:
    """Let no link that is still on its way be used."""
    await tx.execute(
        """
        update access_tokens set revoked_at = %(at)s
         where tenant_id = %(tenant)s and kind = 'login_link' and revoked_at is null
           and used_at is null
        """,
        tenant=tx.tenant_id,
        at=at,
    )


# passkeys


async def passkeys(tx: Transaction) -> list[Passkey]:
    return await tx.fetch(
        Passkey,
        """
        select id, credential_id, public_key, sign_count, label, created_at, used_at
          from passkeys where tenant_id = %(tenant)s order by created_at, id
        """,
        tenant=tx.tenant_id,
    )


async def passkey(tx: Transaction, credential_id: str) -> Passkey | None:
    """The key, held until the transaction ends."""
    return await tx.maybe(
        Passkey,
        """
        select id, credential_id, public_key, sign_count, label, created_at, used_at
          from passkeys where tenant_id = %(tenant)s and credential_id = %(credential)s
           for update
        """,
        tenant=tx.tenant_id,
        credential=credential_id,
    )


async def insert_passkey(tx: Transaction, key: Passkey) -> None:
    await tx.execute(
        """
        insert into passkeys (tenant_id, id, credential_id, public_key, sign_count, label,
                              created_at)
        values (%(tenant)s, %(id)s, %(credential)s, %(public_key)s, %(count)s, %(label)s, %(at)s)
        """,
        tenant=tx.tenant_id,
        id=key.id,
        credential=key.credential_id,
        public_key=key.public_key,
        count=key.sign_count,
        label=key.label,
        at=key.created_at,
    )


async def use_passkey(tx: Transaction, id: UUID, *, sign_count: int, at: datetime) -> None:
    await tx.execute(
        """
        update passkeys set sign_count = %(count)s, used_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s
        """,
        tenant=tx.tenant_id,
        id=id,
        count=sign_count,
        at=at,
    )


async def delete_passkey(tx: Transaction, id: UUID) -> bool:
    touched = await tx.execute(
        "delete from passkeys where tenant_id = %(tenant)s and id = %(id)s",
        tenant=tx.tenant_id,
        id=id,
    )
    return touched == 1


async def owner_of_passkey(tx: Transaction, credential_id: str) -> TenantId | None:
    return await tx.value("select system_tenant_by_passkey(%(id)s)", id=credential_id)


async def insert_challenge(
    tx: Transaction, challenge: str, *, owner: UUID | None, at: datetime, expires_at: datetime
) -> None:
    """Keep a challenge until it is answered; those that nobody answered go."""
    await tx.execute(
        "delete from passkey_challenges where tenant_id = %(tenant)s and expires_at <= %(at)s",
        tenant=tx.tenant_id,
        at=at,
    )
    await tx.execute(
        """
        insert into passkey_challenges (tenant_id, challenge, owner, expires_at)
        values (%(tenant)s, %(challenge)s, %(owner)s, %(expires_at)s)
        """,
        tenant=tx.tenant_id,
        challenge=challenge,
        owner=owner,
        expires_at=expires_at,
    )


async def use_challenge(
    tx: Transaction, challenge: str, *, owner: UUID | None, at: datetime
) -> bool:
    """Use the challenge up; False where it was not given to `owner`, or is old or used."""
    touched = await tx.execute(
        """
        delete from passkey_challenges
         where tenant_id = %(tenant)s and challenge = %(challenge)s and expires_at > %(at)s
           and owner is not distinct from %(owner)s
        """,
        tenant=tx.tenant_id,
        challenge=challenge,
        owner=owner,
        at=at,
    )
    return touched == 1


# tries at the door


async def hold_door(tx: Transaction, keys: list[str]) -> None:
    """Let nobody else count tries of these until the transaction ends."""
    for key in sorted(keys):
        await tx.execute(
            "select pg_advisory_xact_lock(hashtextextended(%(key)s, 16))", key=f"sign-in {key}"
        )


async def count_tries(
    tx: Transaction, way: Way, *, since: datetime, subject: str | None, address: str
) -> tuple[int, int]:
    """How many there were after `since`: of the subject, and of the address."""
    of_subject = await tx.value(
        """
        select count(*) from sign_in_attempts
         where tenant_id = %(tenant)s and kind = %(kind)s and subject = %(subject)s
           and at > %(since)s
        """,
        tenant=tx.tenant_id,
        kind=way.value,
        subject=subject,
        since=since,
    )
    of_address = await tx.value(
        """
        select count(*) from sign_in_attempts
         where tenant_id = %(tenant)s and kind = %(kind)s and address = %(address)s
           and at > %(since)s
        """,
        tenant=tx.tenant_id,
        kind=way.value,
        address=address,
        since=since,
    )
    return of_subject, of_address


async def insert_try(
    tx: Transaction, *, id: UUID, way: Way, subject: str | None, address: str, at: datetime
) -> None:
    await tx.execute(
        """
        insert into sign_in_attempts (tenant_id, id, kind, subject, address, at)
        values (%(tenant)s, %(id)s, %(kind)s, %(subject)s, %(address)s, %(at)s)
        """,
        tenant=tx.tenant_id,
        id=id,
        kind=way.value,
        subject=subject,
        address=address,
        at=at,
    )


async def forget_tries(tx: Transaction, *, before: datetime, most: int) -> None:
    """Let go of tries that count no longer, some at a time."""
    await tx.execute(
        """
        delete from sign_in_attempts where tenant_id = %(tenant)s and id in (
            select id from sign_in_attempts
             where tenant_id = %(tenant)s and at <= %(before)s limit %(most)s)
        """,
        tenant=tx.tenant_id,
        before=before,
        most=most,
    )


async def forgive(tx: Transaction, way: Way, *, subject: str) -> None:
    """Forget the tries about `subject`: the person got in."""
    await tx.execute(
        """
        delete from sign_in_attempts
         where tenant_id = %(tenant)s and kind = %(kind)s and subject = %(subject)s
        """,
        tenant=tx.tenant_id,
        kind=way.value,
        subject=subject,
    )


# mails


async def insert_mail(tx: Transaction, *, id: UUID, kind: str, at: datetime) -> None:
    await tx.execute(
        """
        insert into account_mails (tenant_id, id, kind, state, asked_at)
        values (%(tenant)s, %(id)s, %(kind)s, 'asked', %(at)s)
        """,
        tenant=tx.tenant_id,
        id=id,
        kind=kind,
        at=at,
    )


async def end_mail(
    tx: Transaction, id: UUID, *, state: str, receipt: str | None, reason: str | None, at: datetime
) -> None:
    await tx.execute(
        """
        update account_mails
           set state = %(state)s, receipt = %(receipt)s, reason = %(reason)s, ended_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s
        """,
        tenant=tx.tenant_id,
        id=id,
        state=state,
        receipt=receipt,
        reason=reason,
        at=at,
    )
