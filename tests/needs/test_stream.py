"""Needs of a stream of messages, as `needs detect` prints them."""

import json
from typing import Any

import pytest

from exoskull.kit.errors import InvalidInput
from exoskull.needs import stream


def lines(*messages: tuple[str, str, str]) -> list[bytes]:
    return [json.dumps({"id": id, "at": at, "text": text}).encode() for id, at, text in messages]


def told(*messages: tuple[str, str, str]) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The rows of mentions, and of needs by name."""
    rows = list(stream.run(stream.parse(lines(*messages))))
    return (
        [row for row in rows if "id" in row],
        {row["need"]: row for row in rows if "id" not in row},
    )


THREE = (
    ("1", "2026-03-02T08:00:00+01:00", "Znowu zapomniałam pić wodę"),
    ("2", "2026-03-04T08:00:00+01:00", "Cały dzień nic nie piłam, zapominam o wodzie"),
    ("3", "2026-03-05T08:00:00+01:00", "Ciągle zapominam pić"),
)


def test_three_mentions_over_four_days_make_a_need_sure_at_the_third() -> None:
    mentions, summary = told(*THREE)
    assert [row["id"] for row in mentions] == ["1", "2", "3"]
    assert {row["need"] for row in mentions} == {"hydration"}
    assert mentions[1]["confidence"] <= 0.85 < mentions[2]["confidence"] < 1
    assert summary["hydration"] == {
        "need": "hydration",
        "kind": "tracker",
        "mentions": 3,
        "days": 3,
        "confidence": mentions[2]["confidence"],
        "state": "open",
    }


@pytest.mark.parametrize(
    "again",
    [
        ("1", "2026-03-03T09:00:00+01:00", "Znowu zapomniałam pić wodę"),
        ("9", "2026-03-02T08:00:40+01:00", " znowu  zapomniałam pić wodę"),
    ],
)
def test_the_same_message_delivered_twice_counts_once(again: tuple[str, str, str]) -> None:
    mentions, summary = told(THREE[0], again)
    assert len(mentions) == 1
    assert summary["hydration"]["mentions"] == 1


def test_the_same_words_on_another_day_are_another_mention() -> None:
    _, summary = told(THREE[0], ("2", "2026-03-03T08:00:00+01:00", THREE[0][2]))
    assert (summary["hydration"]["mentions"], summary["hydration"]["days"]) == (2, 2)


@pytest.mark.parametrize("closing", ["już piję regularnie", "nie chcę trackera wody"])
def test_a_closed_need_begins_anew(closing: str) -> None:
    between = ("c", "2026-03-04T20:00:00+01:00", closing)
    mentions, summary = told(*THREE[:2], between, THREE[2])
    assert mentions[-1]["confidence"] == mentions[0]["confidence"]
    assert summary["hydration"]["mentions"] == 1


def test_a_refusal_without_a_name_closes_what_was_spoken_of_last() -> None:
    _, summary = told(*THREE[:2], ("c", "2026-03-04T20:00:00+01:00", "nie chcę żadnego trackera"))
    assert summary["hydration"]["state"] == "refused"


def test_an_open_need_is_the_same_however_it_is_inflected() -> None:
    _, summary = told(
        ("1", "2026-03-02T08:00:00+01:00", "Chcę śledzić tankowania auta"),
        ("2", "2026-03-03T08:00:00+01:00", "zrób mi tracker tankowań auta"),
    )
    assert [row["mentions"] for row in summary.values()] == [2]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (b"not json", "line"),
        (b"[1]", "line"),
        (b"\xff\xfe", "line"),
        (b"[" * 100_000, "line"),
        (b'{"at":"2026-03-02T08:00:00Z","text":"a"}', "id"),
        (b'{"id":"1","text":"a"}', "at"),
        (b'{"id":"1","at":"2026-03-02T08:00:00Z"}', "text"),
        (b'{"id":"1","at":"2026-03-02T08:00:00Z","text":7}', "text"),
        (b'{"id":"1","at":"2026-03-02T08:00:00","text":"a"}', "at"),
        (b'{"id":"1","at":"yesterday","text":"a"}', "at"),
        (b'{"id":"1","at":"0001-01-01T00:00:00+14:00","text":"a"}', "at"),
        (b'{"id":true,"at":"2026-03-02T08:00:00Z","text":"a"}', "id"),
    ],
)
def test_a_malformed_line_is_named_with_its_number_and_field(line: bytes, field: str) -> None:
    good = lines(THREE[0])
    with pytest.raises(InvalidInput) as caught:
        stream.parse([*good, b"\n", line])
    assert caught.value.key == "needs.malformed_line"
    assert (caught.value.field, caught.value.params["line"]) == (field, 3)
