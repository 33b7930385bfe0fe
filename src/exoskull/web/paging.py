"""What a page of a long list leaves out, and where it goes on."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


class Listed(Protocol):
    """A row that a list can go on from."""

    @property
    def id(self) -> UUID: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What stands beyond the rows that are shown.

    `cursor`: the row to go on from; `left`: how many follow it; `is_first`: nothing stands before
    the rows that are shown.
    """

    cursor: UUID | None
    left: int
    is_first: bool


async def rest_of(
    rows: Sequence[Listed],
    shown: int,
    *,
    came_from: UUID | None,
    count: Callable[[UUID], Awaitable[int]],
) -> Rest:
    """What `rows`, of which at most `shown` were asked for from `came_from` on, leave out.

    Args:
        count: how many rows follow the one of this id; asked only where there may be some.
    """
    left = await count(rows[-1].id) if len(rows) >= shown else 0
    cursor = rows[-1].id if left else None
    return Rest(cursor=cursor, left=left, is_first=came_from is None)
