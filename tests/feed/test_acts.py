"""Acts: every event in exactly one of them, told once over any pages, at its latest state."""

from typing import Any
from uuid import UUID

import pytest
from acceptance.life import MONDAY
from hypothesis import given
from hypothesis import strategies as st

from exoskull.feed.acts import LINES, fold, own_id, page_of
from exoskull.feed.model import StoredEvent
from exoskull.kit.ids import TraceId

KINDS = (
    "symptom.found",
    "decision.made",
    "intervention.planned",
    "intervention.sent",
    "intervention.suppressed",
    "outcome.recorded",
    "outcome.corrected",
    "intervention.measured",
    "need.detected",
    "app.proposed",
    "app.activated",
    "task.created",
    "task.done",
    "grant.proposed",
    "grant.changed",
    "preference.learned",
    "grant.refused",
)


def event(seq: int, kind: str, *, trace: int = 1, **data: object) -> StoredEvent:
    return StoredEvent(
        seq=seq, at=MONDAY, kind=kind, trace=TraceId(UUID(int=trace)), data=dict(data)
    )


@st.composite
def streams(draw: st.DrawFn) -> list[StoredEvent]:
    """Events of a few chains and things, mixed in any order, oldest first."""
    told = draw(
        st.lists(
            st.tuples(st.sampled_from(KINDS), st.integers(1, 3), st.integers(1, 3)), max_size=40
        )
    )
    return [
        event(
            seq,
            kind,
            trace=trace,
            id=f"{trace}{thing}",
            intervention=f"{trace}{thing}",
            pattern=f"send_sms:{thing}",
            by="approval",
            corrects=f"{trace}{thing}",
        )
        for seq, (kind, trace, thing) in enumerate(told, start=1)
    ]


def numbers(events: tuple[StoredEvent, ...]) -> list[int]:
    return [event.seq for event in events]


@given(streams())
def test_each_event_is_in_exactly_one_act_and_the_newest_come_first(
    stream: list[StoredEvent],
) -> None:
    acts = fold(stream)
    assert sorted(seq for act in acts for seq in numbers(act.events)) == [e.seq for e in stream]
    places = [act.news.seq for act in acts]
    assert places == sorted(places, reverse=True)
    assert len({act.id for act in acts}) == len(acts)
    assert all(numbers(act.events) == sorted(numbers(act.events)) for act in acts)
    assert all(line in act.events for act in acts for line in act.lines)


@given(streams(), st.integers(0, 40), st.integers(1, 50))
def test_two_pages_tell_each_act_once_and_none_is_lost(
    stream: list[StoredEvent], cut: int, limit: int
) -> None:
    later, earlier = stream[cut:], stream[:cut]
    first = page_of(later, stream, len(stream))
    second = page_of(earlier, stream, len(stream))
    assert [act.id for act in [*first, *second]] == [act.id for act in fold(stream)]
    assert page_of(later, stream, limit) == first[:limit]


@given(streams())
def test_an_act_is_folded_the_same_in_whatever_order_and_how_often_its_events_are_given(
    stream: list[StoredEvent],
) -> None:
    assert fold([*reversed(stream), *stream]) == fold(stream)


def test_a_message_is_one_act_from_what_was_noticed_to_its_outcome() -> None:
    (act,) = fold(
        [
            event(1, "symptom.found", id="s"),
            event(2, "intervention.planned", id="m"),
            event(3, "intervention.sent", id="m"),
            event(4, "outcome.recorded", id="o", intervention="m", type="ignored"),
            event(5, "outcome.recorded", id="p", intervention="m", type="user_response"),
            event(6, "outcome.corrected", id="p", intervention="m", corrects="o"),
            event(7, "intervention.measured", id="m", effectiveness=0.4),
        ]
    )
    assert (act.id, act.news.seq) == ("message-m", 3)
    assert numbers(act.lines) == [5]


def test_what_comes_of_a_message_does_not_move_it() -> None:
    sent = event(1, "intervention.sent", id="m")
    other = event(2, "preference.learned", id="x")
    for kind in LINES:
        acts = fold([sent, other, event(3, kind, id="m", intervention="m")])
        assert [act.news.seq for act in acts] == [2, 1]


def test_a_need_is_told_with_what_was_built_for_it() -> None:
    built = [
        event(1, "need.detected", id="n"),
        event(2, "need.detected", id="n"),
        event(3, "app.proposed", id="a"),
        event(4, "app.activated", id="a"),
    ]
    assert [(act.id, act.news.kind) for act in fold(built)] == [("app-a", "app.activated")]
    again = fold([*built, event(5, "need.detected", id="n")])
    assert [act.news.seq for act in again] == [5, 4]


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("grant.refused", {"id": "x", "pattern": "send_sms:*"}),
        ("preference.learned", {"id": "x"}),
        ("strategy.changed", {"id": "x"}),
        ("settings.changed", {"id": "x"}),
        ("grant.changed", {"pattern": "send_sms:*", "by": "web"}),
        ("task.done", {"title": "Tea"}),
    ],
)
def test_what_stands_by_itself_stays_by_itself(kind: str, data: dict[str, Any]) -> None:
    assert own_id(event(7, kind, **data)) == "event-7"
    assert len(fold([event(7, kind, **data), event(8, kind, **data)])) == 2
