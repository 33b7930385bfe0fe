"""The folder that a sandbox keeps its program in, and the end of those that nobody keeps."""

import fcntl
import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

PREFIX = "exoskull-sandbox-"
PROGRAM = "interpreter"


class Room:
    """A folder of this process: held by a lock for as long as it lives, and no longer, so that one
    whose process was killed is known by it."""

    def __init__(self, script: str) -> None:
        """Make it, with `script` as its program; sweep those that were left behind."""
        sweep()
        self._path = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._held = os.open(self._path, os.O_RDONLY | os.O_DIRECTORY)
        fcntl.flock(self._held, fcntl.LOCK_EX)
        self.program = self._path / PROGRAM
        self.program.write_text(script)
        self.program.chmod(0o700)

    def close(self) -> None:
        """Remove it; twice is once."""
        shutil.rmtree(self._path, ignore_errors=True)
        if self._held >= 0:
            os.close(self._held)
            self._held = -1


def sweep() -> int:
    """Remove the folders of processes of this user that ended without a word; returns how many.

    A folder without its program is one that is being made, and is left.
    """
    gone = 0
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):  # another process was quicker, or holds it
            gone += _remove(path)
    return gone


def _remove(path: Path) -> bool:
    found = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        status = os.fstat(found)
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
            return False
        if not (path / PROGRAM).is_file():
            return False
        fcntl.flock(found, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(path, ignore_errors=True)
        return True
    finally:
        os.close(found)
