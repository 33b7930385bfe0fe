"""Passkeys: keys that live on a person's device, and prove themselves to this site only."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import psycopg
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from exoskull.accounts import store
from exoskull.accounts.model import CHALLENGE_LASTS, PASSKEYS_MAX, Passkey
from exoskull.accounts.service import parse_label, tell
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.kit.errors import Conflict, InvalidInput, NotFound, Refused, Unauthorized
from exoskull.kit.ids import Ids, TenantId, TraceId
from exoskull.tenants.service import current, hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The site that keys are made for: its domain, and its address as browsers write it."""

    domain: str
    origin: str


def site_of(public_url: str | None, *, scheme: str, host: str) -> Site | None:
    """The site as browsers see it; None where it can have no passkeys.

    They need a domain and https; this very machine, as `localhost`, needs neither. Without a
    public URL the Host header is believed only where it says `localhost`.
    """
    if public_url:
        parts = urlsplit(public_url)
        name = parts.hostname or ""
        secure = parts.scheme == "https" or name == "localhost"
        if not secure or _is_address(name):
            return None
        return Site(domain=name, origin=f"{parts.scheme}://{parts.netloc}")
    name, _, port = host.partition(":")
    if name != "localhost" or not (port.isdecimal() or not port):
        return None
    return Site(domain="localhost", origin=f"{scheme}://{host}")


async def offer_registration(
    database: Database, tenant_id: TenantId, site: Site, *, at: datetime
) -> str:
    """What the browser needs to make a key for the person, as JSON."""
    async with database.transaction(tenant_id) as tx:
        tenant = await current(tx)
        known = await store.passkeys(tx)
    options = generate_registration_options(
        rp_id=site.domain,
        rp_name="ExoSkull",
        user_id=tenant_id.bytes,
        user_name=tenant.name,
        user_display_name=tenant.name,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[
            PublicKeyCredentialDescriptor(id=base64url_to_bytes(key.credential_id)) for key in known
        ],
    )
    await _keep(database, options.challenge, owner=tenant_id, at=at)
    return options_to_json(options)


async def register(
    database: Database,
    tenant_id: TenantId,
    given: dict[str, Any],
    site: Site,
    *,
    label: str,
    at: datetime,
    ids: Ids,
) -> None:
    """Keep a key that the browser has made.

    Raises:
        InvalidInput: `passkey.invalid`, `label.invalid`.
        Conflict: `passkey.too_many`, `passkey.known`.
    """
    name = parse_label(label)
    challenge = await _spend(database, given, owner=tenant_id, at=at)
    if challenge is None:
        raise InvalidInput("passkey.invalid")
    try:
        made = verify_registration_response(
            credential=given,
            expected_challenge=challenge,
            expected_rp_id=site.domain,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError) as error:
        raise InvalidInput("passkey.invalid") from error
    key = Passkey(
        id=ids.new(),
        credential_id=bytes_to_base64url(made.credential_id),
        public_key=made.credential_public_key,
        sign_count=made.sign_count,
        label=name,
        created_at=at,
        used_at=None,
    )
    try:
        async with database.transaction(tenant_id) as tx:
            await hold(tx)
            if len(await store.passkeys(tx)) >= PASSKEYS_MAX:
                raise Conflict("passkey.too_many", most=PASSKEYS_MAX)
            await store.insert_passkey(tx, key)
            await tell(tx, "passkey_added", at=at, trace=TraceId(ids.new()), label=name)
    except psycopg.errors.UniqueViolation as error:
        raise Conflict("passkey.known") from error


async def offer_entry(database: Database, site: Site, *, at: datetime) -> str:
    """What the browser needs to sign in by any key that it has for this site, as JSON."""
    options = generate_authentication_options(
        rp_id=site.domain, user_verification=UserVerificationRequirement.REQUIRED
    )
    await _keep(database, options.challenge, owner=None, at=at)
    return options_to_json(options)


async def enter(database: Database, given: dict[str, Any], site: Site, *, at: datetime) -> TenantId:
    """The tenant whose key answered; raises Unauthorized (`passkey.unknown`)."""
    challenge = await _spend(database, given, owner=None, at=at)
    credential_id = given.get("id")
    if challenge is None or not isinstance(credential_id, str) or "\0" in credential_id:
        raise Unauthorized("passkey.unknown")
    async with database.system() as tx:
        tenant_id = await store.owner_of_passkey(tx, credential_id)
    if tenant_id is None:
        raise Unauthorized("passkey.unknown")
    async with database.transaction(tenant_id) as tx:
        key = await store.passkey(tx, credential_id)
        if key is None:
            raise Unauthorized("passkey.unknown")
        try:
            answered = verify_authentication_response(
                credential=given,
                expected_challenge=challenge,
                expected_rp_id=site.domain,
                expected_origin=site.origin,
                credential_public_key=key.public_key,
                credential_current_sign_count=key.sign_count,
                require_user_verification=True,
            )
        except (WebAuthnException, ValueError) as error:
            raise Unauthorized("passkey.unknown") from error
        await store.use_passkey(tx, key.id, sign_count=answered.new_sign_count, at=at)
    return tenant_id


async def remove(tx: Transaction, id: UUID, *, at: datetime, trace: TraceId) -> None:
    """Forget a key; raises NotFound (`passkey.not_found`)."""
    if not await store.delete_passkey(tx, id):
        raise NotFound("passkey.not_found", field="passkey")
    await tell(tx, "passkey_removed", at=at, trace=trace)


async def all_keys(tx: Transaction) -> list[Passkey]:
    """The person's keys, oldest first."""
    return await store.passkeys(tx)


def needed(site: Site | None) -> Site:
    """`site`; raises Refused (`passkey.no_site`) where there is none."""
    if site is None:
        raise Refused("passkey.no_site")
    return site


async def _keep(
    database: Database, challenge: bytes, *, owner: TenantId | None, at: datetime
) -> None:
    async with database.system() as tx:
        await store.insert_challenge(
            tx,
            bytes_to_base64url(challenge),
            owner=owner,
            at=at,
            expires_at=at + CHALLENGE_LASTS,
        )


async def _spend(
    database: Database, given: dict[str, Any], *, owner: TenantId | None, at: datetime
) -> bytes | None:
    """The challenge that `given` says it answers, used up; None where it was not open."""
    try:
        said = json.loads(base64url_to_bytes(given["response"]["clientDataJSON"]))["challenge"]
        raw = base64url_to_bytes(said)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    async with database.system() as tx:
        is_open = await store.use_challenge(tx, bytes_to_base64url(raw), owner=owner, at=at)
    return raw if is_open else None


def _is_address(name: str) -> bool:
    return name.replace(".", "").isdigit() or ":" in name
