"""Bodies of requests: none longer than a limit is read, and forms as plain text."""

import re
from collections.abc import Awaitable, Callable

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from exoskull.kit.errors import InvalidInput

BODY_MAX = 256 * 1024
"""Bytes of one request's body, but where files and long histories come in."""

ROOMIER = (
    (re.compile(r"(/api/v1)?/apps/[^/]+/import(/keep)?"), 8 * 1024 * 1024),
    (re.compile(r"/v1/chat/completions"), 4 * 1024 * 1024),
)
"""Where more is taken: a table of entries; what a chat client sends along with each question."""


def room(path: str) -> int:
    """How many bytes a body may have at `path`."""
    return next((most for pattern, most in ROOMIER if pattern.fullmatch(path)), BODY_MAX)


class BodyTooLarge(InvalidInput):
    """The body is over `limit` bytes; the rest of it is not read. HTTP 413."""

    def __init__(self, limit: int) -> None:
        super().__init__("body.too_large", limit=limit // 1024)


class BodyLimit:
    """Refuses a body that there is no room for: by its declared length, and while it is read."""

    def __init__(
        self, app: ASGIApp, refuse: Callable[[Request, Exception], Awaitable[ASGIApp]]
    ) -> None:
        self._app = app
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = room(scope["path"])
        declared = dict(scope["headers"]).get(b"content-length", b"")
        if declared.isdigit() and int(declared) > most:
            response = await self._refuse(Request(scope), BodyTooLarge(most))
            await response(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > most:
                raise BodyTooLarge(most)
            return message

        await self._app(scope, counted, send)


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form, the last of each name; files are left out.

    Raises:
        InvalidInput: `body.malformed`.
    """
    form = await request.form(max_files=0, max_fields=100)
    return {name: value for name, value in form.items() if not isinstance(value, UploadFile)}
