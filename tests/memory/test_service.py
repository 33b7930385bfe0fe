"""Facts are kept with their source, given back, and gone when deleted."""

from datetime import timedelta
from typing import Any

import pytest
from acceptance.life import Life

from exoskull.kit.errors import Conflict, InvalidInput, NotFound
from exoskull.kit.ids import TraceId
from exoskull.memory import service
from exoskull.memory.model import FACTS_MAX, Fact, FactKind, MadeBy, NewFact
from exoskull.memory.rank import about, ranked
from exoskull.tenants.export import collect


async def remembered(life: Life, text: str, **more: Any) -> Fact | None:
    async with life.tx() as tx:
        ids = life.world.installation.ids
        new = NewFact(text=text, **more)
        return await service.remember(tx, new, at=life.now, ids=ids, trace=TraceId(ids.new()))


async def facts(life: Life) -> list[Fact]:
    async with life.tx() as tx:
        return await service.facts(tx)


async def test_remember_tell_and_forget_in_the_chat(anna: Life) -> None:
    assert await anna.say("zapamiętaj, że nie jem glutenu") == "Zapamiętam: nie jem glutenu"
    assert await anna.say("zapamiętaj, że Nie jem  glutenu") == "To już wiem: Nie jem glutenu"
    await anna.say("zapamiętaj: mój dentysta to dr Nowak")
    told = await anna.say("co o mnie wiesz?")
    assert told.splitlines()[1:] == ["• mój dentysta to dr Nowak", "• nie jem glutenu"]
    assert "dr Nowak" in await anna.say("zapomnij o dentyście")
    assert [one.text for one in await facts(anna)] == ["nie jem glutenu"]
    assert "niczego" in await anna.say("zapomnij o dentyście")


async def test_a_fact_has_the_message_it_is_from(anna: Life) -> None:
    turn = await anna.turn("zapamiętaj, że nie jem glutenu")
    (fact,) = await facts(anna)
    assert (fact.message_id, fact.trace) == (turn.message.id, turn.message.trace)
    assert (fact.made_by, fact.kind, fact.confidence) == (MadeBy.PERSON, FactKind.FOOD, 1.0)


async def test_its_words_are_in_no_event(anna: Life) -> None:
    await anna.say("zapamiętaj, że nie jem glutenu")
    await anna.say("zapomnij o glutenie")
    events = [one for one in await anna.events() if one.kind.startswith("memory.")]
    assert [one.kind for one in events] == ["memory.remembered", "memory.forgotten"]
    assert "gluten" not in str([one.data for one in events])


async def test_undo_takes_back_what_was_remembered_and_what_was_forgotten(anna: Life) -> None:
    await anna.say("zapamiętaj, że nie jem glutenu")
    assert "nie jem glutenu" in await anna.say("cofnij")
    assert await facts(anna) == []
    await anna.say("zapamiętaj, że nie jem mięsa")
    await anna.say("zapomnij o mięsie")
    assert "nie jem mięsa" in await anna.say("cofnij")
    assert [one.text for one in await facts(anna)] == ["nie jem mięsa"]


async def test_a_deleted_fact_can_be_had_back_for_thirty_days(anna: Life) -> None:
    fact = await remembered(anna, "Nie jem glutenu.")
    assert fact is not None
    async with anna.tx() as tx:
        await service.forget(tx, fact.id, at=anna.now)
        assert [one.id for one in await service.deleted(tx, anna.now)] == [fact.id]
        await service.restore(tx, fact.id, at=anna.now + timedelta(days=29))
        await service.forget(tx, fact.id, at=anna.now)
        late = anna.now + timedelta(days=31)
        assert await service.deleted(tx, late) == []
        with pytest.raises(NotFound):
            await service.restore(tx, fact.id, at=late)


async def test_the_persons_word_outranks_what_a_model_read(anna: Life) -> None:
    ids = anna.world.installation.ids
    model = {"made_by": MadeBy.MODEL, "message_id": ids.new(), "quote": "gluten", "confidence": 0.7}
    assert await remembered(anna, "Nie jem glutenu.", **model)
    assert await remembered(anna, "nie jem glutenu.")
    assert [one.made_by for one in await facts(anna)] == [MadeBy.PERSON]
    assert await remembered(anna, "NIE jem glutenu.", **model) is None


@pytest.mark.parametrize("text", ["", "  ", "x" * 301, "\u200b"])
async def test_what_says_nothing_or_too_much_is_refused(anna: Life, text: str) -> None:
    with pytest.raises(InvalidInput):
        await remembered(anna, text)


async def test_links_are_not_remembered_as_links(anna: Life) -> None:
    fact = await remembered(anna, "Moja strona to https://evil.example/x")
    assert fact is not None
    assert "http" not in fact.text


async def test_memory_has_an_end(anna: Life) -> None:
    for number in range(FACTS_MAX):
        await remembered(anna, f"fakt {number}")
    with pytest.raises(Conflict):
        await remembered(anna, "jeszcze jeden")


async def test_an_export_holds_the_facts(anna: Life) -> None:
    await remembered(anna, "Nie jem glutenu.")
    async with anna.tx() as tx:
        found = await collect(tx)
    assert "Nie jem glutenu." in found["memory_facts"][0]


async def test_what_is_spoken_of_comes_first_then_health_then_the_newest(anna: Life) -> None:
    for text, kind in (
        ("Nie jem glutenu.", FactKind.FOOD),
        ("Mój dentysta to dr Nowak.", FactKind.OTHER),
        ("Lubię góry.", FactKind.LIKING),
    ):
        await remembered(anna, text, kind=kind)
        await anna.wait(seconds=1)
    known = await facts(anna)
    order = [one.text for one in ranked(known, "umów mnie z dentystą", characters=500)]
    assert order == ["Mój dentysta to dr Nowak.", "Nie jem glutenu.", "Lubię góry."]
    assert len(ranked(known, "umów mnie z dentystą", characters=30)) == 1
    assert [one.text for one in about(known, "dentyście")] == ["Mój dentysta to dr Nowak."]
    assert about(known, "że") == []
