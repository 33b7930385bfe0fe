"""Where the embedded server keeps what: everything under `<home>/postgres`."""

import json
import os
import secrets
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from exoskull.database.account import Account, first_unreachable
from exoskull.kit.errors import Unavailable

_LONGEST_SOCKET_PATH = 103  # bytes; macOS allows 103, Linux 107
_SOCKET_NAME = len("/exoskull-12345678/.s.PGSQL.5432.lock")


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one embedded server."""

    base: Path

    @classmethod
    def of(cls, home: Path) -> Self:
        return cls(home.resolve() / "postgres")

    @property
    def data(self) -> Path:
        return self.base / "data"

    @property
    def passwords(self) -> Path:
        """0600, ours: the server's own user cannot read it."""
        return self.base / "passwords.json"

    @property
    def sockets(self) -> Path:
        """A file that names the short directory of the sockets."""
        return self.base / "sockets"

    @property
    def log(self) -> Path:
        return self.base / "log"

    @property
    def start_lock(self) -> Path:
        """Held by a client while it joins or starts."""
        return self.base / "start.lock"

    @property
    def guardian_lock(self) -> Path:
        """Held by the guardian as long as it lives."""
        return self.base / "guardian.lock"


def make_base(layout: Layout) -> None:
    """Make the missing directories down to `layout.base`.

    Root's are passable for the server's user (0711). Directories that exist stay as they are.
    """
    mode = 0o711 if os.geteuid() == 0 else 0o700
    missing = [path for path in (layout.base, *layout.base.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(exist_ok=True)
        path.chmod(mode)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passwords:
    superuser: str
    owner: str


def read_passwords(layout: Layout) -> Passwords:
    return Passwords(**json.loads(layout.passwords.read_text()))


def write_passwords(layout: Layout, passwords: Passwords) -> None:
    """Store `passwords` at once or not at all."""
    making = layout.passwords.with_suffix(".new")
    making.unlink(missing_ok=True)
    handle = os.open(making, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump({"superuser": passwords.superuser, "owner": passwords.owner}, file)
        file.flush()
        os.fsync(handle)
    making.rename(layout.passwords)


def new_passwords() -> Passwords:
    return Passwords(superuser=secrets.token_urlsafe(24), owner=secrets.token_urlsafe(24))


def socket_directory(layout: Layout, account: Account | None) -> Path:
    """A directory that only the server's user enters, short enough for a socket's path.

    It is the one of the last time wherever that can be had, so that a restart keeps the URL.
    """
    uid = os.geteuid() if account is None else account.uid
    if layout.sockets.exists():
        last = Path(layout.sockets.read_text())
        if _is_private(last, uid) or _made_private(last, account):
            return last
    parent = temporary_directory(account, longest=_LONGEST_SOCKET_PATH - _SOCKET_NAME)
    made = Path(tempfile.mkdtemp(prefix="exoskull-", dir=parent))
    if account is not None:
        os.chown(made, account.uid, account.gid)
    layout.sockets.write_text(str(made))
    return made


def _made_private(path: Path, account: Account | None) -> bool:
    try:
        path.mkdir(mode=0o700)
    except OSError:  # somebody else's by now, or nowhere to make it
        return False
    if account is not None:
        os.chown(path, account.uid, account.gid)
    return first_unreachable(path, account) is None


def temporary_directory(account: Account | None, *, longest: int = 4096) -> Path:
    """Where we may write and `account` may go, its path of at most `longest` bytes."""
    for name in dict.fromkeys((tempfile.gettempdir(), "/tmp", "/var/tmp", "/dev/shm")):  # noqa: S108
        fits = len(os.fsencode(name)) <= longest and os.access(name, os.W_OK)
        if fits and first_unreachable(Path(name), account) is None:
            return Path(name)
    raise Unavailable("database.no_temporary_directory")


def _is_private(path: Path, uid: int) -> bool:
    try:
        found = path.lstat()
    except OSError:
        return False
    mode = stat.S_IMODE(found.st_mode)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == uid and mode == 0o700
