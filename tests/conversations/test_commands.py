"""A slash and a word: the same in every channel and in both languages."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from acceptance.handmade import delivered
from acceptance.life import Life
from hypothesis import given
from hypothesis import strategies as st

from exoskull.conversations.commands import OFFERED, Command, acts_of, name_of, parse
from exoskull.conversations.model import Via
from exoskull.i18n import text
from exoskull.interventions import approvals
from exoskull.language.model import Approve, AskWhy, Language, LogMeasure, Pause, Stop

AT = datetime(2026, 3, 2, 8, 0, tzinfo=ZoneInfo("Europe/Warsaw"))


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("command", OFFERED)
def test_every_command_is_known_by_its_name_in_both_languages(
    command: Command, language: str
) -> None:
    for written in (name_of(command, language), name_of(command, language).upper()):
        said = parse(f"  {written} \n")
        assert said is not None
        assert (said.command, said.rest) == (command, "")


@pytest.mark.parametrize(
    ("written", "command"),
    [
        ("/zatwierdz 4821", Command.APPROVE),
        ("/wznow", Command.RESUME),
        ("/", Command.HELP),
        ("/stauts", Command.UNKNOWN),
    ],
)
def test_diacritics_and_slips_are_forgiven(written: str, command: Command) -> None:
    said = parse(written)
    assert said is not None
    assert said.command is command


@pytest.mark.parametrize("written", ["status", "/etc/passwd", "/2 glasses", "a /status", "1/2", ""])
def test_what_is_no_command_is_left_to_the_reader(written: str) -> None:
    assert parse(written) is None


@given(st.text(max_size=60))
def test_whatever_follows_a_slash_is_read_without_trouble(rest: str) -> None:
    said = parse("/" + rest)
    if said is not None:
        for language in Language:
            acts_of(said, language=language, at=AT)


def acts(written: str, language: Language = Language.EN):
    said = parse(written)
    assert said is not None
    return acts_of(said, language=language, at=AT)


def test_what_follows_a_command_is_read_for_it_alone() -> None:
    assert acts("/approve 4821") == [Approve(code="4821")]
    assert acts("/approve") == []
    assert acts("/approve 4821\nsent from my phone") == [Approve(code="4821")]
    for other in ("/approve\n4821", "/approve 4821 and the rest", "/approve this"):
        assert acts(other) == []
    assert acts("/approve 917811") == [Approve(code="917811")]
    assert parse("On Mon, Eve wrote:\n/approve 4821") is None
    [logged] = acts("/log 3 glasses of water")
    assert isinstance(logged, LogMeasure)
    assert acts("/log I want to run 3 times a week") == []
    [why] = acts("/dlaczego wczoraj", Language.PL)
    assert why == AskWhy(about_day=AT.date().replace(day=1))
    [pause] = acts("/pauza do piątku", Language.PL)
    assert isinstance(pause, Pause)
    assert pause.until is not None
    assert pause.until.date() == AT.date().replace(day=6)
    assert acts("/pause gibberish") == []
    assert acts("/pause") == [Pause(until=None)]
    assert acts("/stop") == [Stop()]


async def test_status_goals_and_apps_tell_what_there_is(ann: Life) -> None:
    await ann.say("I want to run 3 times a week")
    assert '"Run"' in await ann.say("/goals")
    assert "There are no open tasks" in await ann.say("/status")
    assert "No app is at work yet" in await ann.say("/apps")


async def test_log_and_undo_do_what_the_words_do(ann: Life) -> None:
    assert "Logged: 3 glasses of water" in await ann.say("/log 3 glasses of water")
    assert "Undone" in await ann.say("/undo")
    assert await ann.measures() == []
    assert "/log 3 glasses of water" in await ann.say("/log whatever")


async def test_help_lists_every_command_in_the_persons_language(anna: Life) -> None:
    said = await anna.say("/pomoc")
    for command in OFFERED:
        assert name_of(command, "pl") + ": " in said
        assert text("pl", f"command-does-{command}") in said


async def test_an_unknown_command_says_what_was_probably_meant(anna: Life) -> None:
    assert "/stan" in await anna.say("/stam")
    said = await anna.say("/xyzzy")
    assert "/xyzzy" in said
    assert "/pomoc" in said
    assert await anna.measures() == []


async def test_pause_and_resume_by_command(ann: Life) -> None:
    await ann.say("/pause until Friday")
    assert (await ann.tenant()).is_paused(ann.now)
    await ann.say("/resume")
    assert not (await ann.tenant()).is_paused(ann.now)


async def test_a_stop_by_sms_pauses_for_good(ann: Life) -> None:
    last = await delivered(ann)
    said = await ann.say("/stop", via=Via.SMS, reply_to=last)
    assert "START" in said
    assert (await ann.tenant()).is_paused(ann.now)


async def asks(life: Life) -> None:
    """Have the chat ask for a yes."""
    await life.say("make me an app for tracking my spending")
    async with life.tx() as tx:
        assert await approvals.open_questions(tx, life.now)


async def test_approve_without_a_code_counts_where_the_hand_is_known(ann: Life) -> None:
    await asks(ann)
    by_sms = await ann.say("/approve", via=Via.SMS)
    assert "code" in by_sms
    assert await ann.events("app.activated") == []
    for unclear in ("/approve this please", "/approve\n1234"):
        assert "code" in await ann.say(unclear)
    assert await ann.events("app.activated") == []
    await ann.say("/approve")
    assert len(await ann.events("app.activated")) == 1
    assert "Nothing is waiting" in await ann.say("/approve")


async def test_reject_lets_the_oldest_question_go(ann: Life) -> None:
    await asks(ann)
    await ann.say("/reject")
    assert await ann.events("app.activated") == []
    assert len(await ann.events("app.refused")) == 1


async def test_commands_are_not_listened_to_for_needs(ann: Life) -> None:
    await ann.say("/status")
    async with ann.tx() as tx:
        rows = await tx.dicts("select message_id from unheard_messages")
    assert rows == []
