"""The draw: bounds, wishes, prices, and the same probabilities from the same row."""

import json
import math
from itertools import product

import numpy as np
import pytest

from exoskull.learning import Arm, Context, Design, Evidence, Posterior, Reason
from exoskull.learning.belief import PopulationPrior, posterior
from exoskull.learning.constraints import Constraint, Wish
from exoskull.learning.prior import shipped_prior
from exoskull.learning.thompson import choose, dose_price

ARMS = [
    Arm(channel=channel, hour=hour)
    for channel, hour in product(("sms", "email"), ("07", "09", "20"))
]
DESIGN = Design.of(ARMS)
UNTAUGHT = posterior(shipped_prior(DESIGN), Evidence.none(DESIGN))
NOW = Context(weekend=1.0, dose=0.25)


def sure(**means: float) -> Posterior:
    """Somebody known to a hundredth of a logit: `send`, `sms`, ... by the name of a column."""
    names = {kind if level == "" else str(level): i for i, (kind, level) in enumerate(DESIGN.names)}
    mean = np.zeros(DESIGN.size)
    for name, value in means.items():
        mean[names[name.replace("_", ":")]] = value
    prior = PopulationPrior.of(DESIGN, mean, np.full(DESIGN.size, 0.01))
    return posterior(prior, Evidence.none(DESIGN))


def test_a_row_replayed_from_json_gives_the_same_choice_to_the_bit() -> None:
    choice = choose(UNTAUGHT, ARMS, NOW, {"sms": 0.1}, 42, id="d1")
    row = json.loads(json.dumps(choice.to_json()))
    again = choose(
        Posterior.from_json(json.loads(json.dumps(UNTAUGHT.to_json()))),
        [Arm.from_json(arm) for arm in row["arms"]],
        Context.of(json.loads(json.dumps(NOW.to_json()))),
        {"sms": 0.1},
        row["seed"],
        id=row["id"],
    )
    assert again == choice
    assert again.to_json() == row


def test_sending_is_never_certain_nor_impossible_where_it_is_possible() -> None:
    for belief, expected in ((sure(send=5.0), 0.9), (sure(send=-5.0), 0.1)):
        p_send = [choose(belief, ARMS, NOW, {}, seed).p_send for seed in range(20)]
        assert p_send == [expected] * 20


def test_every_eligible_arm_keeps_its_part_of_the_floor() -> None:
    choice = choose(sure(send=1.0, sms=4.0), ARMS, NOW, {}, 1)
    least = min(p for arm, p in choice.p_arm.items() if arm is not None)
    assert math.isclose(least, choice.p_send * 0.02 / len(ARMS))


def test_what_is_drawn_follows_the_probabilities() -> None:
    choices = [choose(UNTAUGHT, ARMS, NOW, {}, seed) for seed in range(3000)]
    expected = np.array([[c.p_arm[arm] for arm in [None, *ARMS]] for c in choices]).sum(axis=0)
    drawn = np.array([sum(c.arm == arm for c in choices) for arm in [None, *ARMS]])
    assert np.all(np.abs(drawn - expected) < 3.5 * np.sqrt(expected))


def test_a_channel_that_costs_more_than_it_brings_is_not_sent() -> None:
    belief = sure(send=0.4)
    assert choose(belief, ARMS, NOW, {}, 3).p_send == 0.9
    dear = choose(belief, ARMS, NOW, {"sms": 0.5}, 3)
    assert sum(p for arm, p in dear.p_arm.items() if arm and arm.channel == "sms") < 0.02
    assert choose(belief, ARMS, NOW, {"sms": 0.5, "email": 0.5}, 3).p_send == 0.1


def test_a_send_is_priced_by_the_harm_its_dose_does_later() -> None:
    assert dose_price(sure(send=1.0).mean, 0.5, 0.2, 0.2) == 0.0
    harmful = sure(send=1.0, base_dose=-0.5, send_dose=-1.0).mean
    assert math.isclose(dose_price(harmful, 0.5, 0.2, 0.2), 0.95 * 0.2 * 1.0, rel_tol=1e-6)
    assert choose(sure(send=0.3), ARMS, Context(), {}, 5).p_send == 0.9
    tiring = sure(send=0.3, send_dose=-2.0, base_dose=-1.0)
    assert choose(tiring, ARMS, Context(), {}, 5).p_send == 0.1


def test_nothing_eligible_is_unavailable_and_not_randomized() -> None:
    choice = choose(UNTAUGHT, [], NOW, {}, 1)
    assert (choice.arm, choice.p_send, choice.reason) == (None, 0.0, Reason.UNAVAILABLE)
    assert choice.to_json()["p_arm"] == [1.0]


def test_a_wish_outranks_what_was_learned_and_can_be_lifted() -> None:
    belief = sure(send=1.0, email=4.0)
    wish = Constraint(wish=Wish.PREFER, factor="channel", level="sms")
    bound = choose(belief, ARMS, NOW, {}, 9, constraints=[wish])
    assert {arm.channel for arm in bound.p_arm if arm} == {"sms"}
    free = choose(belief, ARMS, NOW, {}, 9)
    assert {arm.channel for arm in free.p_arm if arm} == {"sms", "email"}


def test_who_wants_no_messages_gets_none_and_who_wants_them_gets_them() -> None:
    stop = Constraint(wish=Wish.AVOID, factor="send")
    assert choose(sure(send=5.0), ARMS, NOW, {}, 1, constraints=[stop]).p_send == 0.0
    go = Constraint(wish=Wish.PREFER, factor="send")
    assert choose(sure(send=-5.0), ARMS, NOW, {}, 1, constraints=[go]).p_send == 0.9


@pytest.mark.parametrize("seed", [0, 2**53 - 1])
def test_any_stored_seed_serves(seed: int) -> None:
    assert choose(UNTAUGHT, ARMS, NOW, {}, seed).seed == seed
