"""Needs of a tenant: through the chat, the clock and the API, over a real database."""

from datetime import datetime, timedelta

import pytest
from acceptance.life import Life

from exoskull.conversations import listening
from exoskull.conversations.model import Via
from exoskull.database.transaction import Transaction
from exoskull.kit.errors import NotFound
from exoskull.needs import service
from exoskull.needs.model import Kind, State
from exoskull.needs.service import DetectedNeed, hear, note
from exoskull.tenants.export import collect

COMPLAINTS = ("Znowu zapomniałam pić wodę", "nic dziś nie piłam, zapominam", "Zapominam pić")


async def needs(life: Life) -> dict[str, service.Need]:
    async with life.tx() as tx:
        return {one.standing.need: one for one in await service.all_needs(tx)}


async def told(life: Life) -> list[dict]:
    return [event.data for event in await life.events("need.detected")]


async def listened(life: Life, text: str, build: service.Build | None = None, **more):
    """Say it, and have it listened to."""
    await life.say(text, **more)
    at = life.now + timedelta(minutes=11)
    async with life.tx() as tx:
        waiting = await listening.unheard(tx, at)
    said = await hear(waiting, (await life.tenant()).language)
    async with life.tx() as tx:
        return await note(tx, said, at=at, ids=life.world.installation.ids, build=build)


async def test_a_conversation_is_listened_to_once_it_has_been_quiet(anna: Life) -> None:
    await anna.say(COMPLAINTS[0])
    await anna.wait(minutes=5)
    assert await told(anna) == []
    await anna.wait(minutes=30)
    [data] = await told(anna)
    assert (data["need"], data["kind"], data["mentions"], data["days"]) == (
        "hydration",
        "tracker",
        1,
        1,
    )
    assert 0 < data["confidence"] < 0.5
    await anna.wait(hours=2)
    assert len(await told(anna)) == 1


async def test_each_mention_is_told_once_with_its_evidence_in_one_trace(anna: Life) -> None:
    for day, text in enumerate(COMPLAINTS):
        await anna.say(text)
        await anna.wait(days=1 + (day == 0))
    events = await anna.events("need.detected")
    assert [event.data["mentions"] for event in events] == [1, 2, 3]
    assert events[1].data["confidence"] <= 0.85 < events[2].data["confidence"]
    assert len({event.trace for event in events}) == 1
    assert len(set(events[2].data["evidence"])) == 3


async def test_who_says_it_of_their_plants_has_no_need_to_drink(anna: Life) -> None:
    for text in ("zapominam podlewać kwiaty", "Znowu nie podlałam paprotki"):
        await anna.say(text)
        await anna.wait(days=1)
    assert set(await needs(anna)) == {"plants"}


async def test_the_same_message_twice_counts_once(anna: Life) -> None:
    await anna.say(COMPLAINTS[0], via=Via.SMS, origin_id="SM1")
    await anna.say(COMPLAINTS[0], via=Via.SMS, origin_id="SM1")
    await anna.say(COMPLAINTS[0], via=Via.WEB)
    await anna.wait(minutes=30)
    assert len((await needs(anna))["hydration"].standing.mentions) == 1


async def test_a_strangers_words_are_not_listened_to(anna: Life) -> None:
    await anna.turn(COMPLAINTS[0], via=Via.EMAIL, sender="stranger@example.com")
    await anna.wait(hours=1)
    assert await needs(anna) == {}


async def test_a_sure_need_is_handed_on_once_with_its_words(anna: Life) -> None:
    handed: list[DetectedNeed] = []

    async def build(tx: Transaction, need: DetectedNeed, at: datetime) -> None:
        handed.append(need)

    for text in (*COMPLAINTS, "znowu nie piłam wody"):
        await listened(anna, text, build)
        await anna.wait(days=1)
    [need] = handed
    assert (need.name, need.kind, need.days) == ("hydration", Kind.TRACKER, 3)
    assert need.words == COMPLAINTS
    assert len(need.mentions) == 3
    assert need.confidence > 0.85
    assert (await needs(anna))["hydration"].standing.state is State.BUILT


async def test_listening_twice_to_the_same_messages_changes_nothing(anna: Life) -> None:
    await anna.say(COMPLAINTS[0])
    at = anna.now + timedelta(minutes=11)
    async with anna.tx() as tx:
        waiting = await listening.unheard(tx, at)
    said = await hear(waiting, (await anna.tenant()).language)
    for expected in (1, 0):
        async with anna.tx() as tx:
            done = await note(tx, said, at=at, ids=anna.world.installation.ids)
        assert (done.messages, done.mentions) == (expected, expected)
    assert len(await told(anna)) == 1


async def test_a_need_resolved_in_between_is_closed_and_begins_anew(anna: Life) -> None:
    for text in (*COMPLAINTS[:2], "już piję regularnie"):
        await listened(anna, text)
        await anna.wait(days=1)
    assert (await needs(anna))["hydration"].standing.state is State.RESOLVED
    await listened(anna, COMPLAINTS[2])
    standing = (await needs(anna))["hydration"].standing
    assert (standing.state, len(standing.mentions)) == (State.OPEN, 1)
    [closed] = await anna.events("need.closed")
    assert closed.data["state"] == "resolved"


async def test_a_refused_need_is_not_counted_on(anna: Life) -> None:
    await listened(anna, COMPLAINTS[0])
    need = (await needs(anna))["hydration"]
    async with anna.tx() as tx:
        refused = await service.refuse(tx, need.id, at=anna.now)
    assert refused.standing.state is State.REFUSED
    async with anna.tx() as tx:
        again = await service.refuse(tx, need.id, at=anna.now)
    assert again.standing.state is State.REFUSED
    assert len(await anna.events("need.closed")) == 1
    with pytest.raises(NotFound):
        async with anna.tx() as tx:
            await service.refuse(tx, anna.world.installation.ids.new(), at=anna.now)


async def test_a_refusal_in_the_chat_is_kept(ann: Life) -> None:
    await listened(ann, "I keep forgetting to drink water")
    await listened(ann, "I don't want a water tracker")
    assert (await needs(ann))["hydration"].standing.state is State.REFUSED


async def test_needs_are_part_of_the_export(anna: Life) -> None:
    await listened(anna, COMPLAINTS[0])
    async with anna.tx() as tx:
        found = await collect(tx)
    assert len(found["needs"]) == len(found["need_mentions"]) == 1


async def test_who_wrote_nothing_gets_no_run(anna: Life) -> None:
    await anna.wait(hours=1)
    async with anna.tx() as tx:
        rows = await tx.dicts(
            "select state from runs where tenant_id = %(tenant)s and job = 'post-conversation'",
            tenant=anna.tenant_id,
        )
    assert rows == []
