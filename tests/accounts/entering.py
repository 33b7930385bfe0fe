"""What tests of ways in share: a browser's headers, a password, mails, and tries at the door."""

import asyncio
from dataclasses import dataclass
from typing import Any

from serving.served import Served

from exoskull.channels.adapters.recording import RecordingAdapter
from exoskull.channels.model import ChannelName

HERE = {"Sec-Fetch-Site": "same-origin"}
PASSWORD = "correct horse battery"


async def mails(web: Served, count: int) -> list[Any]:
    """What was handed to the mail server, oldest first, once it is `count` and all is recorded.

    Mails leave after the answer, so that its time tells nothing.
    """
    adapter = web.installation.adapters[ChannelName.EMAIL]
    assert isinstance(adapter, RecordingAdapter)
    async with asyncio.timeout(20):
        while len(adapter.sent) < count:  # noqa: ASYNC110
            await asyncio.sleep(0)
    return [recorded.delivery for recorded in adapter.sent]


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """What a sign-in was answered with."""

    status: int
    session: str | None


async def sign_in(
    web: Served, login: str, password: str, *, headers: dict[str, str] | None = None
) -> Try:
    """Try to sign in from a browser without a session."""
    answer = await web.client(headers=HERE | (headers or {})).post(
        "/sign-in", data={"login": login, "password": password}
    )
    return Try(status=answer.status_code, session=answer.cookies.get("exo_session"))
