"""An OpenID Connect provider on loopback, with real keys, that can also misbehave."""

import base64
import hashlib
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from jwt.algorithms import RSAAlgorithm
from peers.loopback import Loopback

CLIENT_ID = "exo"
CLIENT_SECRET = "s3cret:with/odd characters"


def _new_key() -> RSAPrivateKey:
    return generate_private_key(public_exponent=65537, key_size=2048)


@dataclass(slots=True, kw_only=True)
class Person:
    """Who is signed in at the provider."""

    sub: str = "sub-anna"
    email: str = "anna@example.org"
    email_verified: Any = True


@dataclass(slots=True, kw_only=True)
class Behaviour:
    """How it answers. `claims`: put into tokens in the place of the true ones, None takes one out;
    `sign`: makes the token of its claims, instead of by its own key; `metadata`: published in the
    place of the true."""

    claims: dict[str, Any] = field(default_factory=dict)
    sign: Callable[[dict[str, Any]], str] | None = None
    metadata: dict[str, Any] = field(default_factory=dict)
    answer: dict[str, str | None] = field(default_factory=dict)
    kid: str | None = "key-1"
    broken: bool = False


class IdentityPeer(Loopback):
    """The provider; a context manager. `now` is its clock; `tokens` counts exchanges."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self.person = Person()
        self.behaviour = Behaviour()
        self.key = _new_key()
        self.exchanges = 0
        self.looks = 0
        self._codes: dict[str, dict[str, str]] = {}
        peer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                url = urlsplit(self.path)
                if url.path == "/.well-known/openid-configuration":
                    self._json(peer.metadata())
                elif url.path == "/jwks":
                    peer.looks += 1
                    self._json({"keys": [peer.public_key()]})
                elif url.path == "/authorize":
                    self.send_response(302)
                    self.send_header("Location", peer.authorize(dict(parse_qsl(url.query))))
                    self.end_headers()
                else:
                    self._json({"error": "not_found"}, 404)

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                given = {name: values[0] for name, values in parse_qs(body).items()}
                status, said = peer.token(given, self.headers.get("Authorization", ""))
                self._json(said, status)

            def _json(self, said: dict[str, Any], status: int = 200) -> None:
                data = b"<html>" if peer.behaviour.broken else json.dumps(said).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing."""

        super().__init__(Handler, name="identity-peer")

    @property
    def issuer(self) -> str:
        return self.url

    def metadata(self) -> dict[str, Any]:
        """What it publishes of itself."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            "authorization_response_iss_parameter_supported": True,
        } | self.behaviour.metadata

    def public_key(self) -> dict[str, Any]:
        """Its key, as JWK."""
        made = RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return made | {"kid": self.behaviour.kid, "use": "sig", "alg": "RS256"}

    def turn_keys(self, kid: str) -> None:
        """Sign by another key from now on."""
        self.key, self.behaviour.kid = _new_key(), kid

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser of the person is sent back to: they say yes at once."""
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT_ID
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        code = secrets.token_urlsafe(16)
        self._codes[code] = asked
        answer = {"code": code, "state": asked["state"], "iss": self.issuer}
        answer |= self.behaviour.answer
        said = {name: value for name, value in answer.items() if value is not None}
        return f"{asked['redirect_uri']}?{urlencode(said)}"

    def token(self, given: dict[str, str], authorization: str) -> tuple[int, dict[str, Any]]:
        """What it gives for a code."""
        self.exchanges += 1
        asked = self._codes.pop(given.get("code", ""), None)
        wanted = urlencode({CLIENT_ID: CLIENT_SECRET}).replace("=", ":", 1).encode()
        if authorization != f"Basic {base64.b64encode(wanted).decode()}":
            return 401, {"error": "invalid_client"}
        if asked is None or asked["redirect_uri"] != given["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        digest = hashlib.sha256(given["code_verifier"].encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != asked["code_challenge"]:
            return 400, {"error": "invalid_grant"}
        now = int(self.now().timestamp())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "sub": self.person.sub,
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
            "email": self.person.email,
            "email_verified": self.person.email_verified,
        } | self.behaviour.claims
        claims = {name: value for name, value in claims.items() if value is not None}
        return 200, {"id_token": self._signed(claims), "token_type": "Bearer"}

    def _signed(self, claims: dict[str, Any]) -> str:
        if self.behaviour.sign is not None:
            return self.behaviour.sign(claims)
        return jwt.encode(claims, self.key, "RS256", headers={"kid": self.behaviour.kid})
