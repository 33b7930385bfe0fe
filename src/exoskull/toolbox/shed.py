"""What the toolbox works with, and what it hands back."""

from dataclasses import dataclass, field
from typing import Protocol

from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids
from exoskull.toolbox.model import ToolUse


class Secrets(Protocol):
    """Where keys of servers are kept, encrypted."""

    async def keep(self, tx: Transaction, name: str, secret: str) -> None: ...

    async def read(self, tx: Transaction, name: str) -> str | None: ...

    async def drop(self, tx: Transaction, name: str) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Shed:
    """What the toolbox works with. `hosts`: of servers that an operator lets be reached."""

    database: Database
    clock: Clock
    ids: Ids
    secrets: Secrets
    hosts: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What became of a use. `code`: where the person is asked, what allows exactly this; it is
    kept nowhere, and only the person may be told it."""

    use: ToolUse
    code: str | None = None
