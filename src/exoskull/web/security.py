"""What every answer tells the browser to keep to, and which requests other sites may not make."""

import ipaddress
from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from exoskull.kit.errors import InvalidInput, Refused

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "object-src 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self), payment=()",
    "Referrer-Policy": "same-origin",  # not no-referrer: browsers would send `Origin: null`
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_PROOF = ("/api/", "/hooks/")
"""Paths whose requests prove themselves, by a token or a signature, and never by a cookie."""


TRUSTED_FIELD = "EXOSKULL_TRUSTED_PROXY"


def trusted_proxies(text: str | None) -> Sequence[str]:
    """The addresses and networks, with commas between, of proxies whose word is believed.

    They may say for whom they ask (`X-Forwarded-For`, read from its end up to the first address
    that is none of them) and by which scheme (`X-Forwarded-Proto`). Nobody is believed by default,
    and there is no way to believe everybody.

    Raises:
        InvalidInput: `settings.invalid_trusted_proxy`.
    """
    found = [part.strip() for part in (text or "").split(",") if part.strip()]
    for part in found:
        try:
            network = ipaddress.ip_network(part)
        except ValueError:
            network = None
        if network is None or network.prefixlen == 0:
            raise InvalidInput(
                "settings.invalid_trusted_proxy", field=TRUSTED_FIELD, value=part[:64]
            )
    return found


class SecurityHeaders:
    """Adds HEADERS to every answer, and `no-store` where it says nothing about caching.

    Over https browsers are told to stay with it for a year.
    """

    def __init__(self, app: ASGIApp, *, is_https: bool) -> None:
        self._app = app
        self._is_https = is_https

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if self._is_https or scope["scheme"] == "https":
                    headers["Strict-Transport-Security"] = "max-age=31536000"
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)


class SameOrigin:
    """Refuses what another site makes a browser send: cookies prove who, not what was meant.

    By Sec-Fetch-Site, which no page can forge; browsers that lack it send Origin. A request with
    neither comes from no browser page, and so carries nobody else's cookie.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        public_url: str | None,
        refuse: Callable[[Request, Exception], Awaitable[ASGIApp]],
    ) -> None:
        self._app = app
        self._public = urlsplit(public_url).netloc if public_url else None
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (
            scope["type"] == "http"
            and scope["method"] not in SAFE
            and not scope["path"].startswith(OWN_PROOF)
            and not self._is_same_origin(Headers(scope=scope))
        ):
            response = await self._refuse(Request(scope), Refused("request.cross_site"))
            await response(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _is_same_origin(self, headers: Headers) -> bool:
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site in ("same-origin", "none")
        origin = headers.get("origin")
        if origin is None:
            return True
        try:
            asked = urlsplit(origin).netloc
        except ValueError:
            return False
        return asked in (headers.get("host"), self._public)
