"""How a person is told of what was built for them."""

from collections.abc import Awaitable, Callable

from exoskull.apps.notice import Means
from exoskull.composition.assembling import Installation
from exoskull.database.transaction import Transaction
from exoskull.ledger import favourites


def means_of(here: Installation) -> Callable[[Transaction], Awaitable[Means]]:
    """How a person is told of their apps: by the channel they prefer."""

    async def means(tx: Transaction) -> Means:
        return Means(
            ids=here.ids,
            reachable=here.loop.reachable,
            prefer=await favourites.channels(tx),
            reveal_codes=here.loop.reveal_codes,
        )

    return means
