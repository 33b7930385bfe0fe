"""Letting people in by what they know, and showing and ending what lets them in."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from exoskull.accounts import store, throttle
from exoskull.accounts.model import (
    FRESH,
    LABEL_MAX,
    NO_ACCOUNT,
    TOKENS_MAX,
    Account,
    Session,
    Token,
    Way,
)
from exoskull.accounts.passwords import (
    hash_password,
    is_outdated,
    is_password,
    normal,
    parse_password,
)
from exoskull.channels.text import clean_line
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.errors import Conflict, InvalidInput, NotFound, Refused, Unauthorized
from exoskull.kit.ids import Ids, TenantId, TraceId
from exoskull.kit.text import storable
from exoskull.tenants.model import Credential, Scope, Tenant
from exoskull.tenants.service import add_credential, hold

SESSIONS_SHOWN = 20
LOGIN_MAX = 254


async def of_login(database: Database, login: str) -> list[TenantId]:
    """Whose name or e-mail `login` is, oldest first; several where they share an address."""
    wanted = storable(login.strip())[:LOGIN_MAX]
    if not wanted:
        return []
    async with database.system() as tx:
        return await store.of_login(tx, wanted)


def subject_of(login: str, found: list[TenantId]) -> str:
    """What tries by `login` are counted under: a person by name or address is the same one."""
    return throttle.subject_of(str(found[0]) if found else storable(login.strip()).casefold())


async def enter_by_password(
    database: Database, login: str, password: str, *, address: str, at: datetime, ids: Ids
) -> TenantId:
    """The tenant whose name or e-mail and password these are.

    Raises:
        Unauthorized: `sign_in.wrong`; it does not say whether there is such an account.
        TooManyTries: about this account, or from this address.
    """
    found = await of_login(database, login)
    subject = subject_of(login, found)
    await throttle.take(database, Way.PASSWORD, subject=subject, address=address, at=at, ids=ids)
    kept: dict[TenantId, str | None] = {}
    for tenant_id in found:
        async with database.transaction(tenant_id) as tx:
            kept[tenant_id] = (await account(tx)).password_hash
    having = [tenant_id for tenant_id in found if kept[tenant_id] is not None]
    for tenant_id in having or [None]:  # once even for nobody: time must not tell
        known = None if tenant_id is None else kept[tenant_id]
        if await is_password(known, password) and tenant_id is not None and known is not None:
            await throttle.forgive(database, Way.PASSWORD, subject=subject)
            if is_outdated(known):
                await _renew(database, tenant_id, known, await hash_password(normal(password)))
            return tenant_id
    raise Unauthorized("sign_in.wrong")


async def _renew(database: Database, tenant_id: TenantId, before: str, now: str) -> None:
    """Keep the same password by today's parameters, unless it was changed meanwhile."""
    async with database.transaction(tenant_id) as tx:
        await hold(tx)
        found = await account(tx)
        if found.password_hash == before:
            await store.save_account(tx, replace(found, password_hash=now))


async def account(tx: Transaction) -> Account:
    """The person's ways in."""
    return await store.account(tx) or NO_ACCOUNT


async def is_fresh(tx: Transaction, holder: str, at: datetime) -> bool:
    """Whether the session `holder` began just now."""
    session = await store.session(tx, holder)
    return session is not None and at - session.created_at < FRESH


async def check_may_change(
    database: Database,
    tenant: Tenant,
    *,
    holder: str,
    current: str,
    address: str,
    at: datetime,
    ids: Ids,
) -> None:
    """Return where the person has shown again who they are.

    Raises:
        Unauthorized: `password.wrong_current`.
        Refused: `password.sign_in_again`: there is no password, and the session is not fresh.
        TooManyTries: guesses count as those at the door do.
    """
    async with database.transaction(tenant.tenant_id) as tx:
        kept = (await account(tx)).password_hash
        fresh = await is_fresh(tx, holder, at)
    if fresh and not current:
        return
    if kept is None:
        raise Refused("password.sign_in_again", field="current")
    subject = throttle.subject_of(str(tenant.tenant_id))
    await throttle.take(database, Way.PASSWORD, subject=subject, address=address, at=at, ids=ids)
    if not await is_password(kept, current):
        raise Unauthorized("password.wrong_current", field="current")
    await throttle.forgive(database, Way.PASSWORD, subject=subject)


async def make_password(tenant: Tenant, text: str) -> str:
    """The hash of a password that this person may have; raises InvalidInput."""
    known = frozenset(filter(None, (tenant.name, tenant.email, tenant.phone, "exoskull")))
    return await hash_password(parse_password(text, known=known))


async def set_password(
    tx: Transaction, password_hash: str | None, *, holder: str, at: datetime, trace: TraceId
) -> list[str]:
    """Keep a new password, or none; every other session ends, and links on their way do.

    Returns the hashes of the sessions that ended.
    """
    await hold(tx)
    before = await account(tx)
    changed = replace(
        before, password_hash=password_hash, password_set_at=at if password_hash else None
    )
    await store.save_account(tx, changed)
    await store.drop_login_links(tx, at)
    ended = await store.end_sessions(tx, at, but=holder)
    await tell(tx, "password_set" if password_hash else "password_removed", at=at, trace=trace)
    return ended


async def set_mail_links(tx: Transaction, on: bool, *, at: datetime, trace: TraceId) -> None:
    """Whether whoever reads the person's mail may sign in by a link."""
    await hold(tx)
    before = await account(tx)
    if before.mail_links == on:
        return
    await store.save_account(tx, replace(before, mail_links=on))
    if not on:
        await store.drop_login_links(tx, at)
    await tell(tx, "mail_links_on" if on else "mail_links_off", at=at, trace=trace)


async def sessions(tx: Transaction, at: datetime, *, before: UUID | None = None) -> list[Session]:
    """Where the person is signed in, the last used first; SESSIONS_SHOWN at most, `before` pages
    back."""
    return await store.sessions(tx, at, limit=SESSIONS_SHOWN, before=before)


async def count_sessions(tx: Transaction, at: datetime, before: UUID) -> int:
    """How many sessions were last used before the one called `before`."""
    return await store.count_sessions(tx, at, before)


async def end_session(tx: Transaction, id: UUID, *, at: datetime) -> str:
    """End a session; its hash. Raises NotFound (`session.not_found`)."""
    ended = await store.end_sessions(tx, at, id=id)
    if not ended:
        raise NotFound("session.not_found", field="session")
    return ended[0]


async def end_other_sessions(tx: Transaction, *, holder: str, at: datetime) -> list[str]:
    """End every session but `holder`; the hashes of those that ended."""
    return await store.end_sessions(tx, at, but=holder)


async def tokens(tx: Transaction) -> list[Token]:
    """The tokens that work, the newest first."""
    return await store.tokens(tx)


async def make_token(
    tx: Transaction, *, label: str, scope: str, at: datetime, ids: Ids, trace: TraceId
) -> str:
    """A new token's secret, to be shown once.

    Raises:
        InvalidInput: `label.invalid`, `token.unknown_scope`.
        Conflict: `token.too_many`.
    """
    try:
        wanted = Scope(scope)
    except ValueError as error:
        known = ", ".join(Scope)
        raise InvalidInput("token.unknown_scope", field="scope", known=known) from error
    name = parse_label(label)
    await hold(tx)
    if len(await store.tokens(tx)) >= TOKENS_MAX:
        raise Conflict("token.too_many", most=TOKENS_MAX)
    secret = await add_credential(tx, Credential.API, at=at, ids=ids, scope=wanted, label=name)
    await tell(tx, "token_made", at=at, trace=trace, label=name, scope=wanted.value)
    return secret


async def revoke_token(tx: Transaction, id: UUID, *, at: datetime, trace: TraceId) -> None:
    """End a token; raises NotFound (`token.not_found`)."""
    if not await store.revoke_token(tx, id, at):
        raise NotFound("token.not_found", field="token")
    await tell(tx, "token_revoked", at=at, trace=trace)


def parse_label(text: str) -> str:
    """What somebody calls a thing of theirs: 1 to 100 characters on one line."""
    label = clean_line(storable(text)).strip()
    if not 1 <= len(label) <= LABEL_MAX:
        raise InvalidInput("label.invalid", field="label", most=LABEL_MAX)
    return label


async def tell(tx: Transaction, what: str, *, at: datetime, trace: TraceId, **more: Any) -> None:
    """Tell the feed that a way in was changed."""
    await publish(
        tx, Event(at=at, kind="account.changed", trace=trace, data={"what": what, **more})
    )
