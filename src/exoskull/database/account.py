"""Which user of the system runs the embedded server: Postgres refuses to be root."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exoskull.kit.errors import Unavailable

CANDIDATES = ("exoskull", "postgres", "daemon", "nobody")
"""The first that exists is taken. `nobody` comes last: other sandboxes run under it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An unprivileged user that root lends to the server."""

    name: str
    uid: int
    gid: int


def server_account(data: Path | None = None) -> Account | None:
    """The user that must run the server over `data`; None: the one we are already.

    As root, the owner of an existing data directory stays its owner.
    """
    if os.geteuid() != 0:
        return None
    if data is not None and data.exists() and (uid := data.stat().st_uid) != 0:
        try:
            return _account(pwd.getpwuid(uid))
        except KeyError:
            return Account(name=str(uid), uid=uid, gid=data.stat().st_gid)
    for name in CANDIDATES:
        try:
            return _account(pwd.getpwnam(name))
        except KeyError:
            continue
    raise Unavailable("database.no_account", names=", ".join(CANDIDATES))


def _account(entry: pwd.struct_passwd) -> Account:
    return Account(name=entry.pw_name, uid=entry.pw_uid, gid=entry.pw_gid)


def as_account(account: Account | None) -> dict[str, Any]:
    """Keyword arguments for `subprocess` that start a child as `account`."""
    if account is None:
        return {"umask": 0o077}
    return {"user": account.uid, "group": account.gid, "extra_groups": [], "umask": 0o077}


def run(
    command: Sequence[str | Path], account: Account | None, text: str = ""
) -> subprocess.CompletedProcess[bytes]:
    """Run a program to its end as `account`, with `text` to read, and keep what it says.

    Its environment is ours without what steers Postgres' programs, and with English messages.
    """
    return subprocess.run(  # noqa: S603 - the commands are this package's own
        command,
        input=text.encode(),
        capture_output=True,
        cwd="/",
        env=environment(),
        check=False,
        **as_account(account),
    )


def environment() -> dict[str, str]:
    """Ours, without what would steer Postgres' programs, and with English messages."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"LC_ALL": "C", "LANGUAGE": "C"}


def can_run(program: Path, account: Account | None) -> bool:
    """Whether `account` can reach and start `program --version`."""
    try:
        return run([program, "--version"], account).returncode == 0
    except PermissionError:
        return False


def first_unreachable(directory: Path, account: Account | None) -> Path | None:
    """The uppermost directory on the way to `directory` that `account` cannot enter, or None."""
    way = [*reversed(directory.parents), directory]
    script = 'for each do cd "$each" 2>/dev/null || { printf %s "$each"; exit 1; }; done'
    done = run(["/bin/sh", "-c", script, "sh", *map(str, way)], account)
    return Path(os.fsdecode(done.stdout)) if done.returncode else None
