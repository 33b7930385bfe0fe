"""Logging: events, not sentences, to standard error; never what a person wrote.

An exception is logged by its type and the lines of code it came through. Its message and the
values in its frames stay out: a database's error may quote a row.
"""

import sys
import traceback
from types import TracebackType
from typing import Any

import structlog
from structlog.typing import EventDict

from exoskull.settings import LEVELS


def configure(level: str) -> None:
    """Send the program's logs to standard error, from `level` (one of `settings.LEVELS`) on: for a
    terminal as text, else as JSON Lines."""
    renderer = (
        structlog.dev.ConsoleRenderer()
        if sys.stderr.isatty()
        else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            exception_without_values,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(LEVELS.get(level, LEVELS["info"])),
        logger_factory=_StandardError,
        cache_logger_on_first_use=False,
    )


def exception_without_values(_: Any, __: str, event: EventDict) -> EventDict:
    """A structlog processor: `exc_info` becomes the type of the error and where it came from."""
    found = event.pop("exc_info", None)
    if found is None or found is False:
        return event
    error = found if isinstance(found, BaseException) else _current(found)
    if error is None:
        return event
    event["exception"] = type(error).__qualname__
    event["at"] = _places(error.__traceback__)
    return event


def _current(found: Any) -> BaseException | None:
    return found[1] if isinstance(found, tuple) else sys.exc_info()[1]


def _places(tb: TracebackType | None) -> list[str]:
    """The last eight places of the traceback: module file, line, function."""
    frames = traceback.extract_tb(tb)[-8:]
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]


class _StandardError:
    """Writes to what standard error is now, not to what it was when logging was set up."""

    def __init__(self, *_: Any) -> None:
        pass

    def msg(self, message: str) -> None:
        sys.stderr.write(message + "\n")
        sys.stderr.flush()

    log = debug = info = warn = warning = error = err = exception = critical = fatal = msg
