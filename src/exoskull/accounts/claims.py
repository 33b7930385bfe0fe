"""Whether an ID token is what it says: by whom, for whom, when, and for which question.

The signature by PyJWT; the times by our own clock, as everything here. OpenID Connect Core 1.0,
3.1.3.7.
"""

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from exoskull.kit.errors import Unauthorized

LEEWAY = timedelta(minutes=1)
"""How far the provider's clock may be from ours."""

OLDEST = timedelta(minutes=10)
"""A token that was made before we can have asked for it is not for us."""

TRUSTED = frozenset(
    {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"}
)
"""Signatures by a key that only the provider has: never `none`, never a shared secret."""

SUBJECT_MAX = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Whom the provider vouches for. `email` is there only where it has verified it."""

    issuer: str
    subject: str
    label: str
    email: str | None


class UnknownKey(Exception):
    """It is signed by a key that is not among those that were given."""


def check_token(
    token: str,
    keys: Sequence[Mapping[str, Any]],
    *,
    issuer: str,
    client_id: str,
    algorithms: Sequence[str],
    nonce: str,
    at: datetime,
) -> Claims:
    """Whom `token` vouches for.

    Args:
        keys: the provider's, as JWK.
        algorithms: those that the provider says it signs by.

    Raises:
        Unauthorized: `identity.token_invalid`; `why` names what is wrong.
        UnknownKey: the provider may have changed its keys.
    """
    import jwt

    try:
        header = jwt.get_unverified_header(token)
        algorithm = header.get("alg")
        if algorithm not in TRUSTED or algorithm not in algorithms:
            raise _wrong("algorithm")
        found = jwt.decode(
            token,
            _key(header, keys, algorithm),
            algorithms=[algorithm],
            audience=client_id,
            issuer=issuer,
            options={
                "require": ["iss", "sub", "aud", "exp", "iat"],
                "verify_exp": False,
                "verify_iat": False,
                "verify_nbf": False,
            },
        )
    except jwt.InvalidAudienceError as error:
        raise _wrong("audience") from error
    except jwt.InvalidIssuerError as error:
        raise _wrong("issuer") from error
    except jwt.MissingRequiredClaimError as error:
        raise _wrong("claims") from error
    except jwt.InvalidTokenError as error:
        raise _wrong("signature") from error
    _check_times(found, at)
    _check_party(found, client_id)
    said = found.get("nonce")
    if not isinstance(said, str) or not hmac.compare_digest(said.encode(), nonce.encode()):
        raise _wrong("nonce")
    subject = found["sub"]
    if not isinstance(subject, str) or not 1 <= len(subject) <= SUBJECT_MAX:
        raise _wrong("claims")
    return Claims(issuer=issuer, subject=subject, label=_label(found), email=_email(found))


def _key(header: Mapping[str, Any], keys: Sequence[Mapping[str, Any]], algorithm: str) -> Any:
    """The key that the header names; without a name, the only one there can be."""
    import jwt

    kind = "RSA" if algorithm[0] in "RP" else "EC" if algorithm[:2] == "ES" else "OKP"
    fit = [
        one
        for one in keys
        if one.get("kty") == kind
        and one.get("use", "sig") == "sig"
        and one.get("alg", algorithm) == algorithm
    ]
    named = header.get("kid")
    if named is not None:
        fit = [one for one in fit if one.get("kid") == named]
    if len(fit) != 1:
        raise UnknownKey
    try:
        return jwt.PyJWK(dict(fit[0]), algorithm).key
    except jwt.PyJWTError as error:
        raise _wrong("key") from error


def _check_times(found: Mapping[str, Any], at: datetime) -> None:
    now, leeway = at.timestamp(), LEEWAY.total_seconds()
    times = {name: found.get(name, now) for name in ("exp", "iat", "nbf")}
    if not all(
        isinstance(one, int | float) and not isinstance(one, bool) for one in times.values()
    ):
        raise _wrong("claims")
    if times["exp"] <= now - leeway:
        raise _wrong("expired")
    early = max(times["iat"], times["nbf"]) > now + leeway
    if early or times["iat"] < now - OLDEST.total_seconds() - leeway:
        raise _wrong("time")


def _check_party(found: Mapping[str, Any], client_id: str) -> None:
    """Among several audiences, it must be we who asked."""
    party, several = found.get("azp"), isinstance(found["aud"], list) and len(found["aud"]) > 1
    if (party is None and several) or (party is not None and party != client_id):
        raise _wrong("audience")


def _email(found: Mapping[str, Any]) -> str | None:
    email = found.get("email")
    return email if isinstance(email, str) and found.get("email_verified") is True else None


def _label(found: Mapping[str, Any]) -> str:
    """What to show for the identity, so that people know which it is."""
    for name in ("email", "preferred_username", "name", "sub"):
        said = found.get(name)
        if isinstance(said, str) and said.strip().isprintable() and 1 <= len(said.strip()) <= 254:
            return said.strip()
    return "?"


def _wrong(why: str) -> Unauthorized:
    return Unauthorized("identity.token_invalid", why=why)
