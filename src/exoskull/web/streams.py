"""Server-sent events as a response."""

from collections.abc import AsyncIterator

import psycopg
import structlog
from sse_starlette import EventSourceResponse, ServerSentEvent

from exoskull.kit.errors import ExoSkullError

HEARTBEAT_S = 15
"""Between two signs of life, and between two looks without a notification."""


log = structlog.get_logger()


def stream(events: AsyncIterator[ServerSentEvent]) -> EventSourceResponse:
    """`events` as they come, with heartbeats; the client's leaving ends them.

    They must end by themselves when the hub closes: a server that stops waits for its streams.
    """
    return EventSourceResponse(_until_trouble(events), ping=HEARTBEAT_S, send_timeout=30, sep="\n")


async def _until_trouble(events: AsyncIterator[ServerSentEvent]) -> AsyncIterator[ServerSentEvent]:
    """`events`, ended where the database or the tenant goes away: the client asks again."""
    try:
        async for event in events:
            yield event
    except (psycopg.OperationalError, ExoSkullError) as error:
        log.warning("web.stream_cut", reason=type(error).__name__)
