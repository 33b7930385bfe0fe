"""What went wrong with a request, told from the error that it ended with.

Imports pydantic_ai: load it only when a model is asked.
"""

import asyncio
from dataclasses import dataclass

from pydantic_ai import exceptions as ai

from exoskull.llm.calls import CallState


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """`billed`: whether the provider may charge for it. `again`: whether it may go better in a
    moment; `wait_s`: how long the provider asked to wait. `detail`: without a word of content."""

    state: CallState
    detail: str
    billed: bool = True
    again: bool = False
    wait_s: float | None = None


def read_failure(error: BaseException) -> Failure:
    """What `error` means for the account, and for the next attempt."""
    match error:
        case asyncio.CancelledError() | GeneratorExit():
            return Failure(state=CallState.CANCELLED, detail="cancelled")
        case ai.ModelConnectionError(phase="pool" | "connect"):
            return Failure(
                state=CallState.UNAVAILABLE, detail="no_connection", billed=False, again=True
            )
        case TimeoutError() | ai.ModelRequestTimeout() | ai.ModelTimeoutError():
            return Failure(state=CallState.TIMED_OUT, detail="timed_out")
        case ai.ModelConnectionError():
            return Failure(state=CallState.UNAVAILABLE, detail="connection_lost", again=True)
        case ai.ModelHTTPError():
            return Failure(
                state=CallState.UNAVAILABLE,
                detail=f"http_{error.status_code}",
                billed=error.in_stream,
                again=_may_pass(error),
                wait_s=error.retry_after,
            )
        case ai.ContentFilterError():
            return Failure(state=CallState.REFUSED, detail="content_filter")
        case ai.UnexpectedModelBehavior():
            return Failure(state=CallState.INVALID, detail="unreadable")
        case ai.ModelAPIError():
            return Failure(state=CallState.UNAVAILABLE, detail="provider_error", again=True)
        case _:
            return Failure(state=CallState.BROKEN, detail=type(error).__name__[:64])


def _may_pass(error: ai.ModelHTTPError) -> bool:
    if isinstance(error, ai.ModelQuotaExceededError):
        return False
    return error.status_code == 429 or error.status_code >= 500
