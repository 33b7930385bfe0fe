"""How sure a need is, from its mentions."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.needs.confidence import BUILD_CONFIDENCE, confidence, kind_of
from exoskull.needs.model import Kind, Mention, SpeechAct

START = datetime(2026, 3, 2, 8, tzinfo=UTC)
COMPLAINT, REQUEST = SpeechAct.COMPLAINT, SpeechAct.REQUEST


def mention(day: int, act: SpeechAct = COMPLAINT, probability: float = 0.95, n: int = 0) -> Mention:
    at = START + timedelta(days=day, hours=n)
    return Mention(
        message=f"{day}-{n}", at=at, day=at.date().isoformat(), act=act, probability=probability
    )


@pytest.mark.parametrize("days", [(0, 1, 3), (0, 2, 3), (0, 0, 1), (0, 7, 14)])
def test_three_clear_complaints_on_several_days_are_enough(days: tuple[int, ...]) -> None:
    said = [mention(day, n=n) for n, day in enumerate(days)]
    assert confidence(said) > BUILD_CONFIDENCE
    assert confidence(said[:2]) < BUILD_CONFIDENCE


def test_three_complaints_of_one_day_are_not() -> None:
    assert confidence([mention(0, n=n) for n in range(3)]) < BUILD_CONFIDENCE


def test_a_day_full_of_complaints_does_not_hide_the_days_behind_it() -> None:
    one_day = [mention(0, n=n) for n in range(15)]
    later = [mention(day) for day in range(1, 4)]
    assert confidence(one_day) < BUILD_CONFIDENCE < confidence([*one_day, *later])


def test_three_vague_ones_are_not() -> None:
    assert confidence([mention(day, probability=0.62) for day in range(3)]) < BUILD_CONFIDENCE


def test_a_request_alone_is_not_and_with_a_mention_is() -> None:
    assert confidence([mention(0, REQUEST)]) < BUILD_CONFIDENCE
    assert confidence([mention(0), mention(1, REQUEST)]) > BUILD_CONFIDENCE


def test_nothing_said_is_nothing() -> None:
    assert confidence([]) == 0.0


MENTIONS = st.lists(
    st.builds(
        mention,
        st.integers(0, 6),
        st.sampled_from([COMPLAINT, SpeechAct.WISH, REQUEST, SpeechAct.SKILL]),
        st.floats(0.6, 0.999),
        st.integers(0, 9),
    ),
    min_size=1,
    max_size=8,
)


@given(MENTIONS)
def test_it_is_a_probability_and_one_more_mention_never_makes_it_less(said: list[Mention]) -> None:
    before, after = confidence(said[:-1]), confidence(said)
    assert 0 <= before <= after < 1


@given(MENTIONS.filter(lambda said: len(said) == 1))
def test_no_single_message_is_enough(said: list[Mention]) -> None:
    assert confidence(said) < BUILD_CONFIDENCE


def test_a_skill_is_wanted_only_where_nobody_asked_for_a_tracker() -> None:
    skill = mention(0, SpeechAct.SKILL)
    assert kind_of([mention(0), skill]) is Kind.SKILL
    assert kind_of([skill, mention(1, REQUEST)]) is Kind.TRACKER
    assert kind_of([mention(0)]) is Kind.TRACKER
