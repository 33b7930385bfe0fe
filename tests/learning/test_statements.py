"""What is said of a person: the counts are theirs, and silence says how much is missing."""

import json
from itertools import product

import numpy as np

from exoskull.learning import Arm, Context, Design, Evidence, Observation
from exoskull.learning.belief import posterior
from exoskull.learning.laplace import absorb
from exoskull.learning.prior import shipped_prior
from exoskull.learning.statements import Signal, Statement, statements
from exoskull.learning.tally import Tally

ARMS = [
    Arm(channel=channel, hour=hour)
    for channel, hour in product(("sms", "push"), ("09", "12", "20"))
]
DESIGN = Design.of(ARMS)
PRIOR = shipped_prior(DESIGN)


def said(seen: list[Observation]) -> dict[tuple[str, str], Statement]:
    evidence = Evidence.none(DESIGN)
    for start in range(0, len(seen), 5):
        (evidence,) = absorb(PRIOR, [evidence], [seen[start : start + 5]])
    made = statements(Tally.none(DESIGN).plus(seen), PRIOR, posterior(PRIOR, evidence))
    return {(each.factor, str(each.level)): each for each in made}


def replies(channel: str, hour: str, yes: int, no: int) -> list[Observation]:
    arm = Arm(channel=channel, hour=hour)
    return [Observation(arm=arm, reply=1.0)] * yes + [Observation(arm=arm, reply=0.0)] * no


def test_nobody_known_is_told_how_much_is_missing_and_nothing_else() -> None:
    made = said([])
    assert set(made) == {
        ("send", ""),
        ("channel", "sms"),
        ("channel", "push"),
        ("hour", "09"),
        ("hour", "12"),
        ("hour", "20"),
    }
    assert all(not each.spoken and each.missing == 20 for each in made.values())


def test_answers_at_nine_are_counted_and_compared_with_the_rest() -> None:
    seen = (
        replies("sms", "09", 13, 5)
        + replies("push", "09", 11, 5)
        + replies("sms", "12", 13, 20)
        + replies("push", "20", 13, 19)
    )
    shuffled = [seen[place] for place in np.random.default_rng(1).permutation(len(seen))]
    nine = said(shuffled)[("hour", "09")]
    assert nine.signal is Signal.REPLY
    assert (nine.n, nine.hits, nine.n_other, nine.hits_other) == (34, 24.0, 65, 26.0)
    assert nine.spoken
    assert nine.missing == 0
    # Corrected for chance: nearer to each other than 71% and 40% are.
    assert 24 / 34 > nine.expected > nine.expected_other > 26 / 65
    assert 0 < nine.low < nine.estimate < nine.high
    assert not said(seen)[("channel", "sms")].spoken


def test_too_few_on_one_side_are_not_spoken_of_however_clear() -> None:
    few = said(replies("sms", "09", 9, 0) + replies("sms", "12", 0, 60))[("hour", "09")]
    assert not few.spoken
    assert few.missing == 1
    enough = said(replies("sms", "09", 10, 0) + replies("sms", "12", 0, 60))[("hour", "09")]
    assert enough.spoken


def test_where_there_is_no_difference_no_number_of_cases_is_promised() -> None:
    even = said(replies("sms", "09", 30, 30) + replies("push", "12", 30, 30))[("channel", "sms")]
    assert not even.spoken
    assert even.missing is None


def test_whether_to_send_is_said_of_outcomes_only() -> None:
    seen = [
        *[Observation(arm=ARMS[i % 6], outcome=float(i % 10 < 8)) for i in range(60)],
        *[Observation(arm=None, outcome=float(i % 10 < 2), reply=None) for i in range(40)],
    ]
    sending = said(seen)[("send", "")]
    assert sending.signal is Signal.OUTCOME
    assert (sending.n, sending.hits, sending.n_other, sending.hits_other) == (60, 48.0, 40, 8.0)
    assert sending.spoken
    assert sending.estimate > 0.3
    only_replies = said(replies("sms", "09", 40, 0))[("send", "")]
    assert (only_replies.n, only_replies.n_other, only_replies.spoken) == (0, 0, False)


def test_the_surest_stand_first_and_all_of_it_is_json() -> None:
    seen = replies("sms", "09", 30, 5) + replies("push", "12", 5, 30)
    seen += [Observation(arm=None, outcome=1.0, context=Context(dose=0.5))] * 3
    made = list(said(seen).values())
    assert [each.spoken for each in made] == sorted((each.spoken for each in made), reverse=True)
    for each in made:
        assert json.loads(json.dumps(each.to_json()))["n"] == each.n
