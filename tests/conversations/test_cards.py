"""A card stands under the message that did what it shows, and under no other of its chain."""

from datetime import timedelta
from uuid import UUID

import pytest
from acceptance.life import Life

from exoskull.conversations import cards, service
from exoskull.conversations.model import Message, Via, Way
from exoskull.kit.ids import TraceId


async def _made(life: Life) -> tuple[UUID, TraceId]:
    """An app that is at work, asked for in the chat."""
    await life.say("make me an app for tracking my spending")
    await life.say("yes")
    (event,) = await life.events("app.activated")
    return UUID(event.data["id"]), event.trace


@pytest.mark.parametrize(
    ("key", "has_card"),
    [("suggested:1", False), ("remind:1", False), ("activated:1", True), ("ask:1", True)],
)
async def test_a_notice_shows_the_apps_card_only_where_it_tells_of_its_state(
    ann: Life, key: str, *, has_card: bool
) -> None:
    app_id, trace = await _made(ann)
    async with ann.tx() as tx:
        said = await service.thread(tx)
        notice = Message(
            id=UUID(int=1),
            at=ann.now + timedelta(seconds=1),
            direction=Way.OUT,
            channel=Via.NOTICE,
            sender=None,
            text="Add a column for notes?",
            origin_id=f"app:{app_id}:{key}",
            in_reply_to=None,
            trace=trace,
        )
        found = await cards.of_messages(tx, [*said, notice], ann.now)
    about = [(holder, card.event.kind) for holder, some in found.items() for card in some]
    assert [kind for _, kind in about] == ["app.activated"]
    assert (about[0][0] == notice.id) is has_card
