"""A place in a list of entries, as an address has it."""

from datetime import UTC, datetime
from uuid import UUID

from exoskull.apps.model import Entry
from exoskull.kit.errors import InvalidInput


def place_of(entry: Entry) -> str:
    """Where the list goes on behind `entry`."""
    return f"{entry.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}_{entry.id}"


def read_place(given: str | None) -> tuple[datetime, UUID] | None:
    """The moment and id that `place_of` wrote; None for the beginning.

    Raises:
        InvalidInput: `entry.invalid_cursor`.
    """
    if given is None:
        return None
    at, _, entry_id = given.partition("_")
    try:
        moment = datetime.fromisoformat(at)
        return moment.replace(tzinfo=moment.tzinfo or UTC), UUID(entry_id)
    except ValueError as error:
        raise InvalidInput("entry.invalid_cursor", field="before") from error
