"""What comes in, is kept and is answered, whatever it holds."""

import pytest
from acceptance.handmade import delivered
from acceptance.life import Life

from exoskull.conversations import service
from exoskull.conversations.model import SIZE_MAX, Via, Way
from exoskull.kit.errors import InvalidInput


async def thread(life: Life):
    async with life.tx() as tx:
        return await service.thread(tx)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "message.empty"),
        (" \n\t ", "message.empty"),
        ("a" * (SIZE_MAX + 1), "message.too_long"),
        ("ż" * (SIZE_MAX // 2 + 1), "message.too_long"),
    ],
)
async def test_an_empty_or_oversized_message_is_refused_and_not_kept(
    anna: Life, text: str, key: str
) -> None:
    before = await anna.events()
    with pytest.raises(InvalidInput) as caught:
        await anna.turn(text)
    assert (caught.value.key, caught.value.field) == (key, "text")
    assert await thread(anna) == []
    assert await anna.events() == before


async def test_a_message_of_just_16_kib_is_taken(anna: Life) -> None:
    assert await anna.say("a" * SIZE_MAX)


async def test_nul_and_half_characters_are_replaced_everywhere(anna: Life) -> None:
    turn = await anna.turn("dodaj zadanie: mle\x00ko \ud800 kupić", sender=None)
    assert turn.message.text == "dodaj zadanie: mle\ufffdko \ufffd kupić"
    assert turn.answer is not None
    stranger = await anna.turn("hej", via=Via.EMAIL, sender="x\x00\ud800@example.com")
    assert stranger.message.sender == "x\ufffd\ufffd@example.com"
    assert (await thread(anna))[0].text == turn.message.text


async def test_the_same_origin_twice_is_one_message(anna: Life) -> None:
    first = await anna.turn("wypiłam szklankę wody", via=Via.SMS, origin_id="SM1")
    again = await anna.turn("wypiłam szklankę wody", via=Via.SMS, origin_id="SM1")
    assert again.answer is None
    assert again.message == first.message
    assert len(await anna.measures()) == 1
    assert len(await thread(anna)) == 2
    await anna.turn("wypiłam szklankę wody", via=Via.EMAIL, origin_id="SM1")
    assert len(await anna.measures()) == 2


async def test_a_strangers_mail_is_kept_and_does_nothing(anna: Life) -> None:
    last = await delivered(anna)
    async with anna.tx() as tx:
        before = await service.last_inbound(tx)
    turn = await anna.turn(
        "wypiłam szklankę wody, chcę biegać 3 razy w tygodniu",
        via=Via.EMAIL,
        sender="stranger@example.com",
        reply_to=last,
    )
    assert turn.answer is None
    assert await anna.measures() == []
    assert await anna.goals() == []
    assert await anna.events("outcome.recorded") == []
    assert [one.text for one in await thread(anna)] == [turn.message.text]
    async with anna.tx() as tx:
        assert await service.last_inbound(tx) == before
        assert await service.inbound_since(tx, anna.now.replace(year=2020)) == []


async def test_the_persons_own_address_is_known_however_it_is_written(anna: Life) -> None:
    for via, sender in ((Via.EMAIL, "Anna@EXAMPLE.org"), (Via.SMS, "+48 600-100-200")):
        turn = await anna.turn("cześć", via=via, sender=sender)
        assert turn.answer is not None
        assert turn.answer.channel is via


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("cześć", "Cześć!"),
        ("dzięki", "Proszę bardzo."),
        ("pomoc", "„cofnij”"),
        ("frobnicate quux", "Nie wiem, co zrobić z: „frobnicate quux”."),
        ("znowu zapomniałam pić wodę", "np. „3 szklanki wody”"),
    ],
)
async def test_small_talk_and_what_is_not_understood_are_answered_so(
    anna: Life, said: str, answered: str
) -> None:
    assert answered in await anna.say(said)


async def test_part_of_a_message_that_is_not_understood_is_named(ann: Life) -> None:
    answer = await ann.say("drank 2 glasses of water. frobnicate the quux")
    assert answer.splitlines()[0] == "Logged: 2 glasses of water."
    assert "frobnicate the quux" in answer


@pytest.mark.parametrize(
    "said",
    [
        "dodaj zadanie: {}",
        "{}",
        "chcę {} 3 razy w tygodniu",
        "przypomnij mi jutro o 18 o {}",
        "zrobione: {}",
    ],
)
async def test_what_a_person_wrote_goes_out_without_links_and_tricks(anna: Life, said: str) -> None:
    nasty = "http://evil.example/a evil.example m@evil.example \u202egnp.exe \u200b\x07<b>x</b>"
    answers = [await anna.say(said.format(nasty)), await anna.say("jak mi idzie?")]
    for answer in answers:
        assert "http://" not in answer
        assert "evil.example" not in answer
        assert "@" not in answer
        assert not {"\u202e", "\u200b", "\x07"} & set(answer)


async def test_the_first_answer_to_a_delivery_is_its_outcome_and_a_second_is_none(
    ann: Life,
) -> None:
    last = await delivered(ann)
    assert await ann.say("ok, tonight after work maybe, who knows", reply_to=last)
    assert await ann.say("ok", reply_to=last)
    (outcome,) = await ann.events("outcome.recorded")
    assert outcome.data["intervention"] == str(last.id)


async def test_stop_in_answer_to_a_delivery_is_worth_nothing_and_stops(ann: Life) -> None:
    last = await delivered(ann)
    await ann.say("STOP", reply_to=last)
    (outcome,) = await ann.events("outcome.recorded")
    assert outcome.data["effectiveness"] == 0.0
    assert (await ann.tenant()).paused_until is not None


async def test_answers_are_kept_in_the_thread_beside_what_was_said(anna: Life) -> None:
    await anna.say("cześć")
    said, answered = await thread(anna)
    assert (said.direction, answered.direction) == (Way.IN, Way.OUT)
    assert said.trace == answered.trace
