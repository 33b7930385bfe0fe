"""What a failure of Postgres means to the person who runs the program."""

import psycopg

from exoskull.kit.errors import Unavailable


def unavailable(error: psycopg.Error) -> Unavailable:
    """The error to show for `error`, with the server's own first line as the reason."""
    if isinstance(error, psycopg.errors.DiskFull):
        return Unavailable("database.server_disk_full")
    lines = [line.strip() for line in str(error).splitlines() if line.strip()] or ["?"]
    if isinstance(error, psycopg.errors.InsufficientPrivilege):
        return Unavailable("database.not_owner", reason=lines[0])
    return Unavailable("database.unreachable", reason=lines[0].removeprefix("connection failed: "))
