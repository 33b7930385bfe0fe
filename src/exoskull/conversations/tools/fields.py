"""Arguments of a model's calls, read strictly: dates and times are the person's, without a zone."""

from datetime import date, datetime, timedelta
from typing import Any

from exoskull.conversations.acts.desk import Desk
from exoskull.kit.errors import InvalidInput
from exoskull.kit.text import storable

AHEAD_MOST = timedelta(days=3 * 366)
BACK_MOST = timedelta(days=31)

DATE = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "description": "YYYY-MM-DD"}
MOMENT = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$",
    "description": "The person's local time, YYYY-MM-DDTHH:MM.",
}


def text_of(arguments: dict[str, Any], name: str) -> str:
    """The text, as it can be stored; raises InvalidInput (`chat.empty`) where there is none."""
    value = storable(str(arguments.get(name, ""))).strip()
    if not value:
        raise InvalidInput("chat.empty", field=name)
    return value


def date_of(arguments: dict[str, Any], name: str) -> date | None:
    """The day, None where none was given; raises InvalidInput (`chat.invalid_date`)."""
    value = arguments.get(name)
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise InvalidInput("chat.invalid_date", field=name, value=str(value)[:40]) from error


def day_ahead(desk: Desk, arguments: dict[str, Any], name: str) -> date | None:
    """The day, today or later; raises InvalidInput (`chat.invalid_date`, `chat.not_ahead`)."""
    day, today = date_of(arguments, name), desk.now.date()
    if day is not None and not today <= day <= today + AHEAD_MOST:
        raise InvalidInput("chat.not_ahead", field=name, value=day.isoformat())
    return day


def moment_of(desk: Desk, arguments: dict[str, Any], name: str) -> datetime | None:
    """The moment in the person's zone; raises InvalidInput (`chat.invalid_date`)."""
    value = arguments.get(name)
    if value is None:
        return None
    try:
        return datetime.fromisoformat(str(value)).replace(tzinfo=desk.tenant.zone)
    except ValueError as error:
        raise InvalidInput("chat.invalid_date", field=name, value=str(value)[:40]) from error


def moment_ahead(desk: Desk, arguments: dict[str, Any], name: str) -> datetime | None:
    """The moment, later than now; raises InvalidInput (`chat.invalid_date`, `chat.not_ahead`)."""
    at = moment_of(desk, arguments, name)
    if at is not None and not desk.at < at <= desk.at + AHEAD_MOST:
        raise InvalidInput("chat.not_ahead", field=name, value=str(arguments[name])[:40])
    return at


def moment_back(desk: Desk, arguments: dict[str, Any], name: str) -> datetime:
    """The moment in the last 31 days, now where none was given; raises InvalidInput
    (`chat.invalid_date`, `chat.not_lately`)."""
    at = moment_of(desk, arguments, name)
    if at is None:
        return desk.now
    if not desk.at - BACK_MOST <= at <= desk.at:
        raise InvalidInput("chat.not_lately", field=name, value=str(arguments[name])[:40])
    return at
