"""Mail from strangers: kept as words, read by a call without tools, and only told of.

What a stranger wrote is never acted upon. With a model, the feed says what it seems to be.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from exoskull.conversations import store
from exoskull.conversations.model import Message
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed import service as feed
from exoskull.feed.model import Event
from exoskull.kit.ids import TenantId
from exoskull.llm.gateway import Models
from exoskull.llm.model import Declined, Why
from exoskull.llm.untrusted import Provenance, Quote, Untrusted, read_untrusted
from exoskull.tenants.service import current

KIND = "mail.read"
READ_WITHIN = timedelta(days=3)
"""Mail older than this is not read any more."""
AT_ONCE = 5
"""Letters read in one go; the rest wait for the next."""
_FINAL = (Why.INVALID, Why.REFUSED)
"""No answer, and none to be had by asking again."""


class Sort(StrEnum):
    """What a letter seems to be."""

    BILL = "bill"
    INVITATION = "invitation"
    NEWSLETTER = "newsletter"
    OTHER = "other"


class Currency(StrEnum):
    PLN = "PLN"
    EUR = "EUR"
    USD = "USD"
    GBP = "GBP"


class Letter(BaseModel):
    """What may be read out of a stranger's letter: nothing in a model's own words."""

    model_config = ConfigDict(extra="forbid")

    sort: Sort
    amount: float | None = Field(default=None, ge=0, lt=1e9)
    currency: Currency | None = None
    due: date | None = None
    subject: Quote | None = None
    gives_orders: bool = False
    """Whether it tells an assistant what to do."""


async def read_strangers(
    database: Database, models: Models, tenant_id: TenantId, *, at: datetime
) -> int:
    """Read the letters of strangers that nobody read yet, and tell of each; returns how many.

    One question a letter, none with a transaction open. A letter is told of once.
    """
    async with database.transaction(tenant_id) as tx:
        language = (await current(tx)).language.value
        waiting = await unread(tx, at)
    done = 0
    for message in waiting:
        found = await read_untrusted(
            models,
            tenant_id,
            message.text,
            Letter,
            source=Provenance(kind="mail", id=str(message.id)),
            language=language,
            trace=message.trace,
        )
        if isinstance(found, Declined) and found.why not in _FINAL:
            break  # nobody answers now; the letters wait
        async with database.transaction(tenant_id) as tx:
            done += await _tell(tx, message, found, at)
    return done


async def unread(tx: Transaction, at: datetime) -> Sequence[Message]:
    """Strangers' letters of the last days that the feed has not told of, oldest first."""
    found = await store.of_strangers(tx, since=at - READ_WITHIN)
    return [one for one in found if not await _told(tx, one)][:AT_ONCE]


async def _told(tx: Transaction, message: Message) -> bool:
    return any(one.kind == KIND for one in await feed.of_trace(tx, message.trace))


async def _tell(
    tx: Transaction, message: Message, found: Untrusted[Letter] | Declined, at: datetime
) -> bool:
    if await _told(tx, message):
        return False
    await feed.publish(tx, Event(at=at, kind=KIND, trace=message.trace, data=_data(message, found)))
    return True


def _data(message: Message, found: Untrusted[Letter] | Declined) -> dict[str, object]:
    data: dict[str, object] = {"message": str(message.id), "evidence": [str(message.id)]}
    if isinstance(found, Declined):
        return data | {"sort": "unread"}
    letter = found.value
    return data | {
        "sort": letter.sort.value,
        "amount": letter.amount,
        "currency": letter.currency.value if letter.currency else None,
        "due": letter.due.isoformat() if letter.due else None,
        "subject": letter.subject,
        "orders": "yes" if letter.gives_orders else "no",
        "trust": found.source.trust,
        "prompt": found.prompt,
        "call": str(found.call),
    }
