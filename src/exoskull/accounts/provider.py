"""The identity provider that the operator named: its addresses and keys, and what it is asked.

What it says of a person is checked in `claims`; here it is only fetched. Addresses must be https,
but for a provider on this very machine. OpenID Connect Core 1.0 and Discovery 1.0.
"""

import ipaddress
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote_plus, urlencode, urlsplit

import httpx2
from starlette.requests import HTTPConnection

from exoskull.kit.errors import Unauthorized, Unavailable
from exoskull.settings import Settings

KEEPS_FOR = timedelta(hours=1)
"""How long its addresses and keys are believed without another look."""

TIMEOUT_S = 10.0
ANSWER_MAX = 1 << 20
"""Bytes."""

SCOPES = "openid profile email"


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """Who we are to the provider. `secret` None: a public client; PKCE holds for both.

    `links_by_email`: whether an address that the provider has verified may sign in the one person
    whose address it is: an operator's decision, for providers that they trust with all spaces.
    """

    issuer: str
    id: str
    secret: str | None
    label: str
    links_by_email: bool


def client_of(settings: Settings) -> Client | None:
    """What the operator set; None where there is no provider."""
    if settings.oidc_issuer is None or settings.oidc_client_id is None:
        return None
    return Client(
        issuer=settings.oidc_issuer,
        id=settings.oidc_client_id,
        secret=settings.oidc_client_secret,
        label=settings.oidc_label or urlsplit(settings.oidc_issuer).hostname or "OpenID",
        links_by_email=settings.oidc_link_by_email,
    )


def provider_label(settings: Settings) -> str | None:
    """What people call the provider; None where there is none."""
    client = client_of(settings)
    return None if client is None else client.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the provider publishes of itself. `names_itself`: its answers carry `iss`."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    algorithms: tuple[str, ...]
    secret_in_body: bool
    names_itself: bool


@dataclass(slots=True, kw_only=True)
class Provider:
    """One provider, as it is spoken to. What it publishes is kept for KEEPS_FOR."""

    client: Client
    _metadata: tuple[Metadata, datetime] | None = None
    _keys: tuple[Sequence[Mapping[str, Any]], datetime] | None = None

    async def metadata(self, at: datetime) -> Metadata:
        """Its addresses; raises Unavailable (`identity.provider_down`)."""
        if self._metadata is None or at - self._metadata[1] >= KEEPS_FOR:
            url = f"{self.client.issuer.rstrip('/')}/.well-known/openid-configuration"
            found = await self._fetch("GET", url)
            self._metadata = (self._read(found), at)
        return self._metadata[0]

    async def keys(self, at: datetime, *, anew: bool = False) -> Sequence[Mapping[str, Any]]:
        """Its public keys, as JWK; `anew` where it may have changed them."""
        if anew or self._keys is None or at - self._keys[1] >= KEEPS_FOR:
            found = await self._fetch("GET", (await self.metadata(at)).jwks_uri)
            keys = found.get("keys")
            if not isinstance(keys, list):
                raise self._down("keys")
            self._keys = ([one for one in keys if isinstance(one, dict)], at)
        return self._keys[0]

    async def address(
        self, *, state: str, nonce: str, challenge: str, redirect_uri: str, at: datetime
    ) -> str:
        """Where the browser is sent to ask."""
        endpoint = (await self.metadata(at)).authorization_endpoint
        asked = {
            "response_type": "code",
            "client_id": self.client.id,
            "redirect_uri": redirect_uri,
            "scope": SCOPES,
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(asked)}"

    async def exchange(self, code: str, *, verifier: str, redirect_uri: str, at: datetime) -> str:
        """The ID token that the code is good for, unchecked.

        Raises:
            Unauthorized: `identity.code_refused`.
            Unavailable: `identity.provider_down`.
        """
        known = await self.metadata(at)
        body = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": verifier,
        }
        auth = None
        if self.client.secret is None or known.secret_in_body:
            body |= {"client_id": self.client.id}
            body |= {"client_secret": self.client.secret} if self.client.secret else {}
        else:
            auth = (quote_plus(self.client.id), quote_plus(self.client.secret))  # RFC 6749, 2.3.1
        found = await self._fetch("POST", known.token_endpoint, data=body, auth=auth)
        token = found.get("id_token")
        if not isinstance(token, str):
            raise self._down("id_token")
        return token

    def _read(self, found: Mapping[str, Any]) -> Metadata:
        if found.get("issuer") != self.client.issuer:
            raise self._down("issuer")
        urls: dict[str, str] = {}
        for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
            url = found.get(name)
            if not isinstance(url, str) or not self._may_ask(url):
                raise self._down(name)
            urls[name] = url
        ways = _texts(found.get("token_endpoint_auth_methods_supported"))
        return Metadata(
            **urls,
            algorithms=_texts(found.get("id_token_signing_alg_values_supported")) or ("RS256",),
            secret_in_body="client_secret_post" in ways and "client_secret_basic" not in ways,
            names_itself=found.get("authorization_response_iss_parameter_supported") is True,
        )

    def _may_ask(self, url: str) -> bool:
        """https, or as near as the issuer itself is: on this machine."""
        parts = urlsplit(url)
        if parts.scheme == "https":
            return bool(parts.hostname)
        near = _is_here(parts.hostname) and _is_here(urlsplit(self.client.issuer).hostname)
        return parts.scheme == "http" and near

    async def _fetch(
        self,
        method: str,
        url: str,
        *,
        data: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
    ) -> Mapping[str, Any]:
        """The JSON object that it answers with; redirects are not followed."""
        try:
            async with (
                httpx2.AsyncClient(timeout=TIMEOUT_S, follow_redirects=False) as http,
                http.stream(
                    method, url, data=data, auth=auth, headers={"Accept": "application/json"}
                ) as answer,
            ):
                read = bytearray()
                async for piece in answer.aiter_bytes():
                    read += piece
                    if len(read) > ANSWER_MAX:
                        raise self._down("size")
                if method == "POST" and answer.status_code in (400, 401, 403):
                    raise Unauthorized("identity.code_refused", provider=self.client.label)
                if answer.status_code != httpx2.codes.OK:
                    raise self._down(f"HTTP {answer.status_code}")
                found = httpx2.Response(200, content=bytes(read)).json()
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
            raise self._down(type(error).__name__) from error
        if not isinstance(found, dict):
            raise self._down("JSON")
        return found

    def _down(self, what: str) -> Unavailable:
        return Unavailable("identity.provider_down", provider=self.client.label, what=what)


def _texts(found: object) -> tuple[str, ...]:
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()


def _is_here(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


def provider_of(request: HTTPConnection) -> Provider | None:
    """The installation's provider, with what it published."""
    return request.app.state.provider
