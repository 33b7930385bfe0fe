"""How well messages worked: shares, and when they are not said."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from exoskull.overview.effect import WEEKS, WORKED, effect_of
from exoskull.overview.store import Told

TODAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def told(days_ago: int, effectiveness: float) -> Told:
    return Told(sent_at=NOON - timedelta(days=days_ago), effectiveness=effectiveness)


def test_below_ten_messages_no_share_is_said() -> None:
    nine = effect_of([told(1, 1.0)] * 9, today=TODAY, zone=UTC)
    assert (nine.share, nine.missing) == (None, 1)
    ten = effect_of([told(1, 1.0)] * 10, today=TODAY, zone=UTC)
    assert (ten.share, ten.missing) == (1.0, 0)


def test_the_trend_needs_ten_on_both_sides() -> None:
    older, newer = [told(40, 0.0)] * 10, [told(3, 1.0)] * 9
    assert effect_of([*older, *newer], today=TODAY, zone=UTC).change is None
    assert effect_of([*older, *newer, told(3, 1.0)], today=TODAY, zone=UTC).change == 1.0


@given(st.lists(st.tuples(st.integers(0, 90), st.floats(0, 1)), max_size=60))
def test_every_message_of_the_weeks_is_counted_once(drawn: list[tuple[int, float]]) -> None:
    found = effect_of([told(days, worth) for days, worth in drawn], today=TODAY, zone=UTC)
    lately = [worth for days, worth in drawn if days < 7 * WEEKS]
    assert sum(week.n for week in found.weeks) == len(lately)
    assert sum(week.worked for week in found.weeks) == sum(worth >= WORKED for worth in lately)
    assert found.n == len(drawn)
    assert len(found.weeks) == WEEKS
