from datetime import timedelta

import psycopg
import pytest
from interventions.scene import Scene

from exoskull.channels.model import ChannelName
from exoskull.database.pool import Database
from exoskull.interventions.model import State, as_it_goes, content_hash, retry_after


async def test_the_states_are_those_that_the_database_admits(
    database: Database, database_url: str
) -> None:
    async with await psycopg.AsyncConnection.connect(database_url) as connection:
        cursor = await connection.execute(
            "select pg_get_constraintdef(oid) from pg_constraint where conname = %s",
            ["interventions_state"],
        )
        row = await cursor.fetchone()
    assert row is not None
    admitted = set(row[0].split("'")[1::2])
    assert admitted == {state.value for state in State}


def test_the_pauses_between_tries_are_1_4_16_and_60_minutes() -> None:
    assert [retry_after(tries) for tries in (1, 2, 3, 4)] == [
        timedelta(minutes=wait) for wait in (1, 4, 16, 60)
    ]


def test_an_sms_is_kept_as_short_as_it_goes() -> None:
    text = "Zażółć gęślą jaźń. " * 40
    assert len(as_it_goes(ChannelName.SMS, text)) <= 3 * 67
    assert as_it_goes(ChannelName.EMAIL, text) == text


async def test_an_approval_is_bound_to_act_way_and_words(scene: Scene) -> None:
    one = scene.message()
    same = scene.message()
    assert content_hash(one) == content_hash(same)
    others = [
        scene.message(text=one.text + "."),
        scene.message(subject="Inny"),
        scene.message(action="send_email:other"),
        scene.message(channel=ChannelName.SMS, action=one.action),
    ]
    assert content_hash(one) not in {content_hash(other) for other in others}


@pytest.mark.parametrize("text", ["a\u202eb", "raz\r\ndwa", "a\tb\x07", "e\ufefff"])
@pytest.mark.parametrize("channel", ChannelName)
def test_what_is_kept_of_a_text_is_what_is_sent(text: str, channel: ChannelName) -> None:
    kept = as_it_goes(channel, text)
    assert as_it_goes(channel, kept) == kept
