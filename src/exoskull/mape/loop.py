"""What the loop needs beside its tenant."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from exoskull.channels.model import ChannelName
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.kit.ids import Ids, TraceId
from exoskull.llm.gateway import Models

Facts = Callable[
    [Transaction, Collection[str], datetime, TraceId], Awaitable[Sequence[Mapping[str, str]]]
]
"""What read-only skills of the person's say of some metrics: `skill`, `run` and `text` of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """What a cycle needs beside its tenant.

    `reachable`: the channels that the installation can use. `reveal_codes`: whether events carry
    approval codes; in replays only. `facts`: what the person's skills say of some metrics.
    `models`: the way to a model; where there is none, the loop thinks for itself.
    """

    database: Database
    ids: Ids
    reachable: frozenset[ChannelName]
    reveal_codes: bool = False
    facts: Facts | None = None
    models: Models = field(default_factory=Models)
