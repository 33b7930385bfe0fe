"""The toss between an option of ours and a model's."""

from collections import Counter
from uuid import UUID

from mape.made import IDS, knowledge

from exoskull.mape.model import Proposal, SymptomKind
from exoskull.mape.options import draw_option, open_options, pick_option

KIND = SymptomKind.GOAL_OFF_PACE


def proposal(option: str) -> Proposal:
    return Proposal(kind=KIND.value, subject="s", option=option, idea=None, prompt="options.v1")


def test_both_sides_are_drawn_about_as_often_and_the_draw_is_the_same_again() -> None:
    ids = [IDS.new() for _ in range(400)]
    drawn = [draw_option("next_step", proposal("plan_time"), one) for one in ids]
    counts = Counter(one.chosen for one in drawn)
    assert 150 < counts["plan_time"] < 250
    assert counts["next_step"] + counts["plan_time"] == 400
    assert [draw_option("next_step", proposal("plan_time"), one) for one in ids] == drawn


def test_the_same_option_is_taken_for_sure() -> None:
    offer = draw_option("next_step", proposal("next_step"), UUID(int=7))
    assert (offer.chosen, offer.p) == ("next_step", 1.0)


def test_every_option_of_a_kind_is_open_until_one_is_retired() -> None:
    assert pick_option(KIND, knowledge()) in open_options(KIND, knowledge())
