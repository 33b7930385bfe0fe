"""What keeps the embedded server from starting, told as errors that say what to mend."""

import errno
from pathlib import Path

from exoskull.database.layout import Layout
from exoskull.kit.errors import Unavailable

_FULL = ("No space left on device", "Disk quota exceeded")
_TELLING = ("FATAL:", "PANIC:", "ERROR:", "error:")


def of_program(said: str, layout: Layout) -> Unavailable:
    """The error for a program of Postgres that failed, from what it `said`."""
    if any(full in said for full in _FULL):
        return Unavailable("database.disk_full", path=layout.base)
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if any(word in line for word in _TELLING)]
    reason = (telling or lines or ["?"])[-1]
    return Unavailable("database.start_failed", reason=reason, log=layout.log)


def of_system(error: OSError, base: Path) -> Unavailable:
    """The error where the system refuses the embedded server's directory `base`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Unavailable("database.disk_full", path=base)
    return Unavailable(
        "database.home_unwritable",
        path=error.filename or base,
        reason=error.strerror or str(error),
    )
