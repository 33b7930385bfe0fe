"""Signing in by a provider: asking it, believing it, and whose identity it is.

An identity belongs to a person because they, signed in, linked it, or because they made their
space by it from an invitation. An address alone never signs anybody in, unless the provider has
verified it and the operator said that this is enough.
"""

import base64
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import psycopg

from exoskull.accounts import identity_store, store
from exoskull.accounts.claims import Claims, UnknownKey, check_token
from exoskull.accounts.identity_store import Asked
from exoskull.accounts.model import ANSWER_WITHIN, IDENTITIES_MAX, Identity
from exoskull.accounts.provider import Provider
from exoskull.accounts.service import tell
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.kit.errors import Conflict, InvalidInput, NotFound, Refused, Unauthorized
from exoskull.kit.ids import Ids, TenantId, TraceId
from exoskull.tenants.service import hash_secret, hold


class Purpose(StrEnum):
    """What a browser asked the provider for."""

    SIGN_IN = "sign_in"
    LINK = "link"
    SETUP = "setup"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question on its way: `address` is where the browser goes, `browser` what it keeps."""

    address: str
    browser: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, checked. `setup`: the space that is to be made, where that was asked."""

    purpose: Purpose
    owner: TenantId | None
    setup: Mapping[str, Any] | None
    claims: Claims


async def ask(
    database: Database,
    provider: Provider,
    purpose: Purpose,
    *,
    redirect_uri: str,
    at: datetime,
    owner: TenantId | None = None,
    setup: dict[str, Any] | None = None,
) -> Question:
    """A question to the provider, good once, in this browser, for ANSWER_WITHIN.

    Raises:
        Unavailable: `identity.provider_down`.
    """
    state, nonce, browser, verifier = (secrets.token_urlsafe(32) for _ in range(4))
    address = await provider.address(
        state=state,
        nonce=nonce,
        challenge=challenge_of(verifier),
        redirect_uri=redirect_uri,
        at=at,
    )
    async with database.system() as tx:
        await identity_store.insert_request(
            tx,
            Asked(
                issuer=provider.client.issuer,
                nonce=nonce,
                verifier=verifier,
                purpose=purpose.value,
                owner=owner,
                setup=setup,
            ),
            state_hash=hash_secret(state),
            browser_hash=hash_secret(browser),
            at=at,
            expires_at=at + ANSWER_WITHIN,
        )
    return Question(address=address, browser=browser)


async def hear(
    database: Database,
    provider: Provider,
    given: Mapping[str, str],
    *,
    browser: str,
    redirect_uri: str,
    at: datetime,
) -> Answer:
    """What the provider answered, checked; an answer counts once, whatever it says.

    Args:
        given: the query that the browser came back with.
        browser: what it kept.

    Raises:
        Unauthorized: `identity.request_unknown`, `identity.token_invalid`,
            `identity.code_refused`.
        Refused: `identity.refused`: the provider, or the person there, said no.
        Unavailable: `identity.provider_down`.
    """
    client = provider.client
    async with database.system() as tx:
        asked = await identity_store.use_request(
            tx,
            state_hash=hash_secret(given.get("state", "")),
            browser_hash=hash_secret(browser),
            issuer=client.issuer,
            at=at,
        )
    if asked is None:
        raise Unauthorized("identity.request_unknown")
    known = await provider.metadata(at)
    if given.get("iss", client.issuer if not known.names_itself else None) != client.issuer:
        raise Unauthorized("identity.token_invalid", why="issuer")  # RFC 9207: a mix-up
    if "error" in given or not given.get("code"):
        raise Refused("identity.refused", provider=client.label)
    token = await provider.exchange(
        given["code"], verifier=asked.verifier, redirect_uri=redirect_uri, at=at
    )
    claims = await _believe(provider, token, nonce=asked.nonce, at=at)
    return Answer(
        purpose=Purpose(asked.purpose),
        owner=None if asked.owner is None else TenantId(asked.owner),
        setup=asked.setup,
        claims=claims,
    )


async def _believe(provider: Provider, token: str, *, nonce: str, at: datetime) -> Claims:
    """The token's claims; where its key is not known, the provider's keys are looked at again."""
    client, known = provider.client, await provider.metadata(at)
    for anew in (False, True):
        try:
            return check_token(
                token,
                await provider.keys(at, anew=anew),
                issuer=client.issuer,
                client_id=client.id,
                algorithms=known.algorithms,
                nonce=nonce,
                at=at,
            )
        except UnknownKey:
            continue
    raise Unauthorized("identity.token_invalid", why="key")


async def owner_of(database: Database, claims: Claims) -> TenantId | None:
    """Whose identity it is; None: nobody's yet."""
    async with database.system() as tx:
        return await identity_store.owner_of(tx, claims.issuer, claims.subject)


async def enter(
    database: Database, provider: Provider, claims: Claims, *, at: datetime, ids: Ids
) -> TenantId:
    """The person who may come in by this identity.

    Raises:
        Unauthorized: `identity.unknown`.
    """
    found = await owner_of(database, claims)
    if found is None and provider.client.links_by_email and claims.email is not None:
        found = await _by_email(database, claims, at=at, ids=ids)
    if found is None:
        raise Unauthorized("identity.unknown", provider=provider.client.label)
    async with database.transaction(found) as tx:
        if not await identity_store.use(
            tx, claims.issuer, claims.subject, label=claims.label, at=at
        ):
            raise Unauthorized("identity.unknown", provider=provider.client.label)
    return found


async def _by_email(
    database: Database, claims: Claims, *, at: datetime, ids: Ids
) -> TenantId | None:
    """Link it to the one person whose address it verified; None where it is nobody's, or of
    several."""
    assert claims.email is not None
    if "@" not in claims.email:
        return None
    async with database.system() as tx:
        having = await store.of_login(tx, claims.email)
    if len(having) != 1:
        return None
    async with database.transaction(having[0]) as tx:
        await link(tx, claims, at=at, ids=ids, trace=TraceId(ids.new()))
    return having[0]


async def link(tx: Transaction, claims: Claims, *, at: datetime, ids: Ids, trace: TraceId) -> None:
    """Make the identity a way into the person's space; linked twice, it is linked once.

    Raises:
        Conflict: `identity.taken`: it is somebody else's; `identity.too_many`.
    """
    await hold(tx)
    known = await identity_store.identities(tx)
    if await identity_store.owner_of(tx, claims.issuer, claims.subject) == tx.tenant_id:
        await identity_store.use(tx, claims.issuer, claims.subject, label=claims.label, at=at)
        return
    if len(known) >= IDENTITIES_MAX:
        raise Conflict("identity.too_many", most=IDENTITIES_MAX)
    made = Identity(
        id=ids.new(), issuer=claims.issuer, label=claims.label, created_at=at, used_at=None
    )
    try:
        await identity_store.insert(tx, made, claims.subject)
    except psycopg.errors.UniqueViolation as error:
        raise Conflict("identity.taken") from error
    await tell(tx, "provider_linked", at=at, trace=trace)


async def unlink(tx: Transaction, id: UUID, *, at: datetime, trace: TraceId) -> None:
    """Forget an identity; raises NotFound (`identity.not_found`)."""
    if not await identity_store.delete(tx, id):
        raise NotFound("identity.not_found", field="identity")
    await tell(tx, "provider_unlinked", at=at, trace=trace)


async def identities(tx: Transaction) -> list[Identity]:
    """The person's identities, oldest first."""
    return await identity_store.identities(tx)


def needed(provider: Provider | None) -> Provider:
    """The provider; raises InvalidInput (`identity.no_provider`) where the operator named none."""
    if provider is None:
        raise InvalidInput("identity.no_provider")
    return provider


def challenge_of(verifier: str) -> str:
    """What is shown of `verifier` when asking. RFC 7636, 4.2: S256."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
