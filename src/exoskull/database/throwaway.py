"""A database server for one run: fast, not safe against power cuts, gone afterwards."""

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from pathlib import Path

from exoskull.database import embedded
from exoskull.database.account import server_account
from exoskull.database.layout import Layout, temporary_directory
from exoskull.database.locks import hold, is_free

_LOCK = "user.lock"


@asynccontextmanager
async def throwaway() -> AsyncIterator[embedded.Urls]:
    """A server of its own, empty but for its roles and its database; see `embedded.join`."""
    with _home() as home:
        async with embedded.serve(home, durable=False) as urls:
            yield urls


@contextmanager
def _home() -> Iterator[Path]:
    """A directory for this run; what runs killed by -9 left behind is removed by the way."""
    parent = temporary_directory(server_account())
    prefix = f"exoskull-once-{os.geteuid()}"
    with ExitStack() as ours:
        with hold(parent / f"{prefix}.lock", timeout_s=60):
            for left in parent.glob(f"{prefix}-*"):
                if is_free(left / _LOCK) and is_free(Layout.of(left).guardian_lock):
                    shutil.rmtree(left, ignore_errors=True)
            home = Path(tempfile.mkdtemp(prefix=f"{prefix}-", dir=parent))
            ours.callback(shutil.rmtree, home, ignore_errors=True)
            ours.enter_context(hold(home / _LOCK, timeout_s=1))
        home.chmod(0o711)  # for the server's own user
        yield home
