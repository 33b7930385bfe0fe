"""How often the door may be tried: counted in rows, so over all processes and restarts."""

import hashlib
from datetime import datetime

from exoskull.accounts import store
from exoskull.accounts.model import LIMITS, WINDOW, Way, too_many
from exoskull.database.pool import Database
from exoskull.kit.errors import Refused
from exoskull.kit.ids import Ids

FORGET_AT_ONCE = 100


class TooManyTries(Refused):
    """This way in is shut for a while, for this account or this address. HTTP 429."""

    def __init__(self) -> None:
        super().__init__("sign_in.too_many", minutes=int(WINDOW.total_seconds()) // 60)


def subject_of(key: str) -> str:
    """What is kept of whom a try is about."""
    return hashlib.sha256(key.encode()).hexdigest()


async def take(
    database: Database, way: Way, *, subject: str | None, address: str, at: datetime, ids: Ids
) -> None:
    """Count one try, before it is made: many at once count no less than one after another.

    Raises:
        TooManyTries: it would be too many; it is not counted, so that waiting helps.
    """
    async with database.system() as tx:
        keys = [f"{way} address {address}"]
        if subject is not None:
            keys.append(f"{way} subject {subject}")
        await store.hold_door(tx, keys)
        since = at - WINDOW
        of_subject, of_address = await store.count_tries(
            tx, way, since=since, subject=subject, address=address
        )
        if too_many(LIMITS[way], of_subject=of_subject, of_address=of_address):
            raise TooManyTries
        await store.forget_tries(tx, before=since, most=FORGET_AT_ONCE)
        await store.insert_try(tx, id=ids.new(), way=way, subject=subject, address=address, at=at)


async def forgive(database: Database, way: Way, *, subject: str) -> None:
    """Forget the tries about `subject`."""
    async with database.system() as tx:
        await store.forgive(tx, way, subject=subject)
