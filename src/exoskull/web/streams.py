"""Server-sent events as a response."""

from collections.abc import AsyncIterator

from sse_starlette import EventSourceResponse, ServerSentEvent

HEARTBEAT_S = 15
"""Between two signs of life, and between two looks without a notification."""


def stream(events: AsyncIterator[ServerSentEvent]) -> EventSourceResponse:
    """`events` as they come, with heartbeats; the client's leaving ends them.

    They must end by themselves when the hub closes: a server that stops waits for its streams.
    """
    return EventSourceResponse(events, ping=HEARTBEAT_S, send_timeout=30, sep="\n")
