"""What is said of a model that was of no use."""

import pytest

from exoskull.evaluation.counted import Used, require_answers
from exoskull.kit.errors import Unavailable


@pytest.mark.parametrize(
    ("used", "key"),
    [
        ([Used(calls=3, declined=3)], "evaluation.no_answer"),
        ([Used(calls=3, declined=3, invalid=3)], "evaluation.all_invalid"),
        ([Used(calls=4, declined=4, invalid=1)], "evaluation.all_invalid"),
    ],
)
def test_silence_and_answers_that_do_not_hold_are_told_apart(used: list[Used], key: str) -> None:
    with pytest.raises(Unavailable) as told:
        require_answers(used, model="test:one")
    assert told.value.key == key


@pytest.mark.parametrize("used", [[], [Used(calls=2, declined=2, invalid=2), Used(calls=1)]])
def test_one_good_answer_or_no_question_is_enough(used: list[Used]) -> None:
    require_answers(used, model="test:one")
