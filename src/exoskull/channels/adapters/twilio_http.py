"""How Twilio's SDK reaches the network here: httpx2, one connection a request.

The SDK takes any HTTP client. Its own lose the difference that matters most: whether a request
that failed had left. A kept-alive connection would blur it again, since a server may close it at
the very moment of use; so none is kept.
"""

import logging
import ssl
from collections.abc import Mapping
from typing import Any

import httpx2
from twilio.http import AsyncHttpClient
from twilio.http.response import Response

NOT_LEFT = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
)
"""Failures of httpx2 before a byte of the request had left for the provider."""


class Connection(AsyncHttpClient):
    """An HTTP client for one call. `retry_after_s` is what the last answer asked for."""

    def __init__(self, timeout_s: float, trust: ssl.SSLContext) -> None:
        super().__init__(logging.getLogger("exoskull.channels.twilio"), True, timeout_s)
        self._trust = trust
        self.retry_after_s: float | None = None

    # The signature is the SDK's, which passes the second argument by position.
    async def request(  # type: ignore[override]
        self,
        method: str,
        url: str,
        params: Mapping[str, Any] | None = None,
        data: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109  the SDK's
        allow_redirects: bool = False,
    ) -> Response:
        """The answer, whatever its status. Raises httpx2's errors."""
        limit = timeout or self.timeout or 30.0
        async with httpx2.AsyncClient(
            verify=self._trust,
            timeout=httpx2.Timeout(limit, connect=min(limit, 10.0)),
            follow_redirects=allow_redirects,
        ) as client:
            answer = await client.request(
                method, url, params=params, data=data, headers=headers, auth=auth
            )
        seconds = answer.headers.get("Retry-After", "")
        self.retry_after_s = float(seconds) if seconds.isdigit() else None
        return Response(answer.status_code, answer.text, answer.headers)
