"""The chat as pieces of HTML: the thread with its cards, quick replies, the whole of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from exoskull.conversations import cards
from exoskull.conversations.cards import Card
from exoskull.conversations.commands import OFFERED, Command, name_of
from exoskull.conversations.model import Message
from exoskull.conversations.order import in_order
from exoskull.conversations.quick import replies
from exoskull.conversations.service import thread
from exoskull.feed.present import Item, item
from exoskull.tenants.visit import Visit

SHOWN = 60
"""Messages on a page, and in each step back."""
WITH_REST = (Command.LOG, Command.PAUSE)
"""Commands behind which there is more to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A card, with the sentence that tells how it stands."""

    card: Card
    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A message with what it did."""

    message: Message
    told: Sequence[Told]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A command of the menu. `fills`: what choosing it puts into the field."""

    name: str
    text: str
    fills: str


async def rows(visit: Visit, before: datetime | None = None) -> list[Row]:
    """The newest messages, or those before `before`, oldest first; what came at one instant is not
    parted."""
    found = in_order(await thread(visit.tx, limit=SHOWN + 1, before=before))
    if len(found) > SHOWN:
        found = [one for one in found if one.at > found[0].at] or found[1:]
    made = await cards.of_messages(visit.tx, found, visit.at)
    return [
        Row(
            message=message,
            told=[
                Told(card=card, item=item(card.event, visit.voice))
                for card in made.get(message.id, ())
            ],
        )
        for message in found
    ]


async def thread_piece(visit: Visit, before: datetime | None = None) -> Markup:
    """The newest messages and notices with their cards, or those before `before`."""
    return _thread(visit, await rows(visit, before), is_newest=before is None)


def _thread(visit: Visit, found: Sequence[Row], *, is_newest: bool) -> Markup:
    return visit.door.pages.piece(
        "conversations/thread.html", visit.voice, rows=found, is_newest=is_newest
    )


async def chips_piece(visit: Visit) -> Markup:
    """The quick replies."""
    return await _chips(visit, await thread(visit.tx, limit=1))


async def _chips(visit: Visit, messages: Sequence[Message]) -> Markup:
    return visit.door.pages.piece(
        "conversations/chips.html",
        visit.voice,
        replies=await replies(visit, messages),
        key=visit.ids.new().hex,
    )


async def chat_piece(visit: Visit) -> Markup:
    """The whole chat: the thread, quick replies, and where to write."""
    found = await rows(visit)
    return visit.door.pages.piece(
        "conversations/chat.html",
        visit.voice,
        thread=_thread(visit, found, is_newest=True),
        chips=await _chips(visit, [row.message for row in found]),
        oldest=found[0].message.at if len(found) >= SHOWN - 1 else None,
        commands=[_offer(one, visit) for one in OFFERED],
        key=visit.ids.new().hex,
        owner=visit.tx.tenant_id,
    )


def _offer(command: Command, visit: Visit) -> Offer:
    name = name_of(command, visit.language)
    return Offer(
        name=name,
        text=visit.voice.t(f"command-does-{command}"),
        fills=f"{name} " if command in WITH_REST else name,
    )
