import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.outcomes.effectiveness import (
    WEIGHTS,
    combine,
    of_behavior,
    of_progress,
    of_response,
)


@pytest.mark.parametrize(
    ("minutes", "worth"),
    [(0, 1), (-5, 1), (180, 0.5**0.5), (360, 0.5), (720, 0.25), (1440, 0.0625)],
)
def test_an_answer_is_worth_half_after_six_hours(minutes: float, worth: float) -> None:
    assert of_response(minutes) == pytest.approx(worth)


@pytest.mark.parametrize(
    ("value", "more_is_better", "worth"),
    [
        (6, True, 0.5),
        (7, True, 0.8413447),
        (5, True, 0.1586553),
        (7, False, 0.1586553),
        (8, True, 0.9772499),
    ],
)
def test_a_behaviour_is_worth_where_it_lies_among_the_persons_own_days(
    value: float, more_is_better: bool, worth: float
) -> None:
    assert of_behavior(value, 6, 1, more_is_better=more_is_better) == pytest.approx(worth)


@pytest.mark.parametrize(("value", "worth"), [(5, 0.0), (6, 0.5), (7, 1.0)])
def test_of_a_person_who_never_varies_only_the_sign_is_told(value: float, worth: float) -> None:
    assert of_behavior(value, 6, 0, more_is_better=True) == worth


@pytest.mark.parametrize(
    ("before", "after", "target", "worth"),
    [(0, 5, 10, 0.5), (80, 79, 75, 0.2), (0, 12, 10, 0.8), (5, 3, 10, 0.0), (10, 10, 10, None)],
)
def test_progress_is_the_share_of_what_was_missing(
    before: float, after: float, target: float, worth: float | None
) -> None:
    assert of_progress(before, after, target) == worth


def test_what_was_measured_is_weighed_and_what_was_not_is_left_out() -> None:
    assert combine({"user_response": 1, "behavior_change": 0.5, "goal_progress": 0}) == (
        pytest.approx(0.40 + 0.175)
    )
    assert combine({"user_response": 0.8, "behavior_change": 0.2}) == pytest.approx(
        (0.40 * 0.8 + 0.35 * 0.2) / 0.75
    )
    assert combine({"goal_progress": 0.3}) == pytest.approx(0.3)
    assert combine({}) is None
    assert combine({"weather": 1.0}) is None
    assert sum(WEIGHTS.values()) == pytest.approx(1)


@given(st.dictionaries(st.sampled_from(sorted(WEIGHTS)), st.floats(0, 1), min_size=1))
def test_the_whole_lies_between_its_parts(parts: dict[str, float]) -> None:
    whole = combine(parts)
    assert whole is not None
    assert min(parts.values()) - 1e-9 <= whole <= max(parts.values()) + 1e-9
