"""The key of an installation: the operator's, or one that is made once and kept in its home."""

import base64
import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

from exoskull.kit.errors import Unavailable

NAME = "secret.key"
BYTES = 32


def installation_key(home: Path, given: str | None = None, *, making: bool = True) -> bytes:
    """`given` where there is one; else what `secret.key` in `home` holds, which nobody else may
    read. Derive from it; never use it as it is.

    Args:
        making: whether the file is made where there is none.

    Raises:
        Unavailable: `secret.no_key`: it cannot be read, or made.
    """
    if given:
        return given.encode()
    path = home / NAME
    try:
        if making:
            _make(path)
        return path.read_bytes()
    except OSError as error:
        raise Unavailable("secret.no_key", path=str(path)) from error


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        return
    file, part = tempfile.mkstemp(dir=path.parent, prefix=f".{NAME}-")
    try:
        with open(file, "wb") as opened:
            opened.write(base64.b64encode(secrets.token_bytes(BYTES)))
        with suppress(FileExistsError):  # another process was first; nobody reads half a key
            os.link(part, path)
    finally:
        os.unlink(part)
