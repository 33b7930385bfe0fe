from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.kit.errors import InvalidInput
from exoskull.learning import Arm
from exoskull.learning.constraints import Constraint, Wish, constrained

ARMS = [
    Arm(channel=channel, hour=hour)
    for channel, hour in product(("sms", "email"), ("07", "09", "20"))
]
constraint = st.builds(
    lambda wish, of: Constraint(wish=wish, factor=of[0], level=of[1]),
    st.sampled_from(Wish),
    st.sampled_from(
        [("channel", "sms"), ("channel", "fax"), ("hour", "07"), ("hour", "09"), ("send", "")]
    ),
)


def wish(kind: Wish, factor: str, level: str = "") -> Constraint:
    return Constraint(wish=kind, factor=factor, level=level)


def test_a_preferred_level_leaves_only_its_arms() -> None:
    left = constrained(ARMS, [wish(Wish.PREFER, "channel", "sms")])
    assert left == [arm for arm in ARMS if arm.channel == "sms"]


def test_two_preferred_levels_of_a_factor_leave_both() -> None:
    both = [wish(Wish.PREFER, "hour", "07"), wish(Wish.PREFER, "hour", "20")]
    assert {arm.hour for arm in constrained(ARMS, both)} == {"07", "20"}


def test_a_preference_that_cannot_be_met_gives_way_but_a_refusal_never_does() -> None:
    assert constrained(ARMS, [wish(Wish.PREFER, "channel", "fax")]) == ARMS
    refused = [wish(Wish.AVOID, "channel", "sms"), wish(Wish.AVOID, "channel", "email")]
    assert constrained(ARMS, refused) == []


@given(st.lists(constraint, max_size=5))
def test_wishes_only_take_arms_away_whatever_their_order(wishes: list[Constraint]) -> None:
    left = constrained(ARMS, wishes)
    assert set(left) <= set(ARMS)
    assert left == constrained(ARMS, wishes[::-1])
    for each in wishes:
        if each.wish is Wish.AVOID and each.factor != "send":
            assert all(arm.level(each.factor) != each.level for arm in left)


@given(constraint)
def test_a_wish_comes_back_from_json(each: Constraint) -> None:
    assert Constraint.from_json(each.to_json()) == each


@pytest.mark.parametrize(
    "data", [{}, {"wish": "prefer"}, {"wish": "x", "factor": "hour", "level": "07"}]
)
def test_a_broken_wish_is_refused(data: dict[str, str]) -> None:
    with pytest.raises(InvalidInput, match=r"learning\.invalid_constraint"):
        Constraint.from_json(data)


def test_a_wish_about_an_unknown_factor_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"learning\.invalid_constraint"):
        wish(Wish.AVOID, "weather", "rain")
