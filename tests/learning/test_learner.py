"""The facade: what a script that uses the learner as a library may rely on."""

import json
import math
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exoskull.kit.errors import InvalidInput, NotFound
from exoskull.learning import Arm, Choice, Learner, PopulationPrior, Reason

ARMS = [
    Arm(channel=channel, hour=hour, framing=framing)
    for channel, hour, framing in product(
        ("sms", "email", "telegram", "push"),
        ("07", "09", "12", "18", "20"),
        ("direct", "gentle", "humor"),
    )
]
COST = {"sms": 0.10, "email": 0.01}


def learner(**changes: Any) -> Learner:
    return Learner(**({"arms": ARMS, "cost": COST, "seed": 7} | changes))


def live(learner: Learner, people: list[str], days: int, per_day: int = 3) -> None:
    """Days of somebody who answers SMS only; feedback the next day, a refit each night."""
    for day in range(days):
        made: list[Choice] = []
        for person in people:
            context = {"weekend": float(day % 7 >= 5), "dose": 0.1 * (day % 5)}
            made += [learner.choose(person, context) for _ in range(per_day)]
        for choice in made:
            good = choice.arm is not None and choice.arm.channel == "sms"
            learner.observe(choice.id, outcome=float(good))
        learner.refit()


def test_a_choice_is_an_arm_or_nothing_with_probabilities_that_sum_to_one() -> None:
    choice = learner().choose(person="p1", context={"weekend": 0.0, "dose": 0.3}, eligible=None)
    assert choice.arm is None or choice.arm in ARMS
    assert set(choice.p_arm) == {None, *ARMS}
    assert math.isclose(sum(choice.p_arm.values()), 1.0)
    assert math.isclose(choice.p_send, 1.0 - choice.p_arm[None])
    assert 0.1 <= choice.p_send <= 0.9
    assert all(p > 0 for p in choice.p_arm.values())


def test_only_eligible_arms_are_drawn_and_have_a_probability() -> None:
    some = [ARMS[3], ARMS[40]]
    one = learner()
    for _ in range(50):
        choice = one.choose("p1", {}, eligible=some)
        assert choice.arm is None or choice.arm in some
        assert set(choice.p_arm) == {None, *some}


def test_the_order_of_the_eligible_arms_changes_nothing() -> None:
    some = [ARMS[40], ARMS[3], ARMS[3], ARMS[17]]
    first = learner().choose("p1", {}, eligible=some)
    assert first == learner().choose("p1", {}, eligible=frozenset(some))


def test_where_nothing_can_be_sent_nothing_is_drawn_and_nothing_learned() -> None:
    one, other = learner(), learner()
    choice = one.choose("p1", {}, eligible=[])
    assert choice.arm is None
    assert choice.p_send == 0.0
    assert choice.p_arm == {None: 1.0}
    assert choice.reason is Reason.UNAVAILABLE
    assert one.observe(choice.id, outcome=1.0) is False
    one.refit()
    other.refit()
    assert one.state("p1")["evidence"] == other.state("p1")["evidence"]
    assert one.state("p1")["unavailable"] == 1


def test_an_arm_the_learner_was_not_given_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"learning\.unknown_arm"):
        learner().choose("p1", {}, eligible=[Arm(channel="fax", hour="07", framing="direct")])


def test_an_unknown_context_key_is_ignored_and_a_missing_one_is_zero() -> None:
    plain = learner().choose("p1", {"weekend": 0.0, "dose": 0.0})
    assert plain == learner().choose("p1", {"moon": "full", "mood": 3})
    assert plain == learner().choose("p1", {})
    assert plain == learner().choose("p1", None)


@pytest.mark.parametrize("value", [math.nan, math.inf, "much", None, [1]])
def test_a_context_value_that_is_no_number_is_refused(value: object) -> None:
    with pytest.raises(InvalidInput) as caught:
        learner().choose("p1", {"dose": value})
    assert (caught.value.key, caught.value.field) == ("learning.invalid_context", "dose")


def test_a_runaway_context_does_not_break_a_choice() -> None:
    choice = learner().choose("p1", {"weekend": -1e300, "dose": 1e300})
    assert all(math.isfinite(p) for p in choice.p_arm.values())


def test_an_outcome_of_an_unknown_choice_is_refused() -> None:
    one = learner()
    one.choose("p1", {})
    for id in ("p1:1", "p2:0", "p1:-1", "p1:x", "p1", "", "p1:0:0"):
        with pytest.raises(NotFound, match=r"learning\.unknown_choice"):
            one.observe(id, outcome=1.0)


@pytest.mark.parametrize("value", [-0.01, 1.01, math.nan, math.inf, "good"])
def test_an_outcome_outside_zero_to_one_is_refused_and_changes_nothing(value: Any) -> None:
    one = learner()
    choice = one.choose("p1", {})
    before = one.state("p1")
    with pytest.raises(InvalidInput, match=r"learning\.invalid_outcome"):
        one.observe(choice.id, outcome=value)
    assert one.state("p1") == before


def test_a_person_may_be_named_by_a_number() -> None:
    one: Any = learner()
    choice = one.choose(17, {})
    assert one.observe(choice.id, outcome=1)
    one.refit()
    assert one.state(17) == one.state("17")
    one.forget(17)
    assert one.state(17) == learner().state("17")


def test_saying_an_outcome_again_before_the_refit_replaces_it() -> None:
    once, twice = learner(), learner()
    for one, said in ((once, [1.0]), (twice, [0.0, 1.0, 1.0])):
        choice = one.choose("p1", {})
        assert all(one.observe(choice.id, outcome=value) for value in said)
        one.refit()
    assert once.state("p1") == twice.state("p1")


def test_after_the_refit_an_outcome_is_final() -> None:
    one = learner()
    choice = one.choose("p1", {})
    assert one.observe(choice.id, outcome=1.0)
    one.refit()
    before = one.state("p1")
    assert one.observe(choice.id, outcome=0.0) is False
    one.refit()
    assert one.state("p1") == before


def test_an_outcome_days_late_is_still_learned_from() -> None:
    one = learner()
    choice = one.choose("p1", {})
    for _ in range(3):
        one.refit()
    before = one.state("p1")["evidence"]
    assert one.observe(choice.id, outcome=0.5)
    one.refit()
    assert one.state("p1")["evidence"] != before


def test_what_was_observed_today_moves_the_next_choice_before_any_refit() -> None:
    one = learner()
    first = one.choose("p1", {})
    one.observe(first.id, outcome=1.0)
    assert one.choose("p1", {}).model_version != first.model_version


def test_an_unmeasured_outcome_teaches_nothing() -> None:
    one, other = learner(), learner()
    one.observe(one.choose("p1", {}).id, outcome=None)
    other.choose("p1", {})
    one.refit()
    other.refit()
    assert one.state("p1") == other.state("p1")


def test_a_refit_without_data_changes_nothing() -> None:
    one = learner()
    one.refit()
    assert one.choose("p1", {}) == learner().choose("p1", {})


def test_a_second_refit_with_nothing_new_changes_nothing() -> None:
    one = learner()
    live(one, ["p1", "p2"], days=4)
    before = one.state("p1")
    one.refit()
    assert one.state("p1") == before


def test_the_same_seed_chooses_alike_and_another_does_not() -> None:
    def arms(seed: int) -> list[Arm | None]:
        one = learner(seed=seed)
        return [one.choose("p1", {}).arm for _ in range(20)]

    assert arms(7) == arms(7)
    assert arms(7) != arms(8)


def test_other_peoples_choices_do_not_shift_mine() -> None:
    alone, crowded = learner(), learner()
    for number in range(10):
        crowded.choose(f"other{number}", {})
        assert alone.choose("p1", {}) == crowded.choose("p1", {})


def test_a_stored_person_goes_on_as_if_nothing_had_happened() -> None:
    one = learner()
    live(one, ["p1"], days=10)
    waiting = one.choose("p1", {"weekend": 0.7, "dose": 1 / 3})
    two = Learner.load(json.loads(json.dumps(one.state("p1"))))
    assert two.state("p1") == one.state("p1")
    for _ in range(5):
        assert one.choose("p1", {"dose": 0.1}) == two.choose("p1", {"dose": 0.1})
    for each in (one, two):
        each.observe(waiting.id, outcome=0.3)
        live(each, ["p1"], days=5)
    assert two.state("p1") == one.state("p1")
    assert two.statements("p1") == one.statements("p1")
    assert one.choose("p1", {}) == two.choose("p1", {})


def test_a_stored_person_keeps_what_the_others_taught() -> None:
    one = learner()
    people = [f"p{number}" for number in range(22)]
    live(one, people, days=5)
    assert one.prior.people == 22
    two = Learner.load(json.loads(json.dumps(one.state("p3"))))
    two.refit()
    assert two.prior.to_json() == one.prior.to_json()
    assert one.choose("p3", {}) == two.choose("p3", {})


@pytest.mark.parametrize(
    "arms",
    [
        ARMS[5:31],
        [Arm(channel="sms")],
        [Arm(channel="sms", hour=9), Arm(channel="sms", hour=12)],
        list(reversed(ARMS)),
    ],
)
def test_any_arms_come_back_from_json(arms: list[Arm]) -> None:
    one = learner(arms=arms)
    one.choose("p1", {})
    two = Learner.load(json.loads(json.dumps(one.state("p1"))))
    assert two.arms == one.arms
    assert one.choose("p1", {}) == two.choose("p1", {})


def test_a_prior_given_as_json_is_the_prior() -> None:
    one = learner()
    live(one, [f"p{number}" for number in range(20)], days=5)
    made = [
        learner(prior=prior)
        for prior in (one.prior, one.prior.to_json(), json.dumps(one.prior.to_json()))
    ]
    choices = [each.choose("new", {}) for each in made]
    assert choices[0] == choices[1] == choices[2]
    assert choices[0].model_version != learner().choose("new", {}).model_version
    again = Learner.load(json.loads(json.dumps(made[0].state("new"))))
    again.refit()
    assert again.prior.to_json() == one.prior.to_json()


def test_a_prior_of_other_arms_serves_where_the_names_agree() -> None:
    old = learner(arms=[arm for arm in ARMS if arm.channel != "push"]).prior
    assert learner(prior=old).choose("p1", {}).p_send >= 0.1


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"person": "p1"},
        "half",
        {"evidence": {}},
        {"waiting": "!"},
        {"observed": "AAAA"},
        {"tally": "AAAA"},
        {"arms": [9999]},
        {"design": {}},
        {"count": "many"},
    ],
)
def test_a_broken_state_is_refused_by_name(broken: Any) -> None:
    state = learner().state("p1")
    bad = broken if not isinstance(broken, dict) or len(broken) == 0 else state | broken
    if broken == {"person": "p1"}:
        bad = broken
    with pytest.raises(InvalidInput, match=r"learning\.malformed_state"):
        Learner.load(bad)


@pytest.mark.parametrize("arms", [[], [ARMS[0], ARMS[0]]])
def test_no_arms_and_arms_given_twice_are_refused(arms: list[Arm]) -> None:
    with pytest.raises(InvalidInput, match=r"learning\.invalid_arms"):
        learner(arms=arms)


@pytest.mark.parametrize("price", [math.nan, math.inf, "dear", None])
def test_a_cost_that_is_no_number_is_refused(price: Any) -> None:
    with pytest.raises(InvalidInput, match=r"learning\.invalid_cost"):
        learner(cost={"sms": price})


@pytest.mark.parametrize("prior", ["{", "[]", {}, {"design": {}}, 7])
def test_a_prior_that_cannot_be_is_refused(prior: Any) -> None:
    with pytest.raises(InvalidInput, match=r"learning\.malformed_state"):
        learner(prior=prior)


def test_a_forgotten_person_leaves_no_bit_behind() -> None:
    people = [f"p{number:02}" for number in range(25)]
    with_them, without = learner(), learner()
    for each, present in ((with_them, people), (without, people[:-1])):
        live(each, present, days=1, per_day=12)
    assert with_them.prior.to_json() != without.prior.to_json()
    with_them.forget(people[-1])
    with_them.refit()
    without.refit()
    assert with_them.prior.to_json() == without.prior.to_json()
    for person in people:
        assert with_them.state(person) == without.state(person)


def test_with_fewer_than_twenty_people_left_the_shipped_prior_returns() -> None:
    one = learner()
    people = [f"p{number:02}" for number in range(20)]
    live(one, people, days=4)
    assert one.prior.people == 20
    one.forget(people[0])
    one.refit()
    assert one.prior.to_json() == learner().prior.to_json()


def test_the_order_in_which_people_came_changes_no_bit() -> None:
    people = [f"p{number:02}" for number in range(22)]
    forth, back = learner(), learner()
    live(forth, people, days=4)
    live(back, people[::-1], days=4)
    assert forth.prior.to_json() == back.prior.to_json()
    assert all(forth.state(person) == back.state(person) for person in people)


def test_the_state_of_a_person_is_at_most_three_kilobytes() -> None:
    one = learner(prior=learner().prior)
    live(one, [f"p{number:02}" for number in range(20)], days=30, per_day=5)
    for _ in range(100):
        one.choose("p07", {})
    assert len(json.dumps(one.state("p07"))) <= 3 * 1024


def test_without_any_refit_it_still_learns_and_stays_small() -> None:
    one = learner()
    for _ in range(200):
        choice = one.choose("p1", {})
        one.observe(choice.id, outcome=float(choice.arm is not None))
    assert len(json.dumps(one.state("p1"))) <= 3 * 1024
    assert one.choose("p1", {}).p_send == 0.9


def test_statements_are_spoken_only_with_enough_behind_them() -> None:
    one = learner()
    assert one.statements("p1") == []
    live(one, ["p1"], days=40)
    spoken = one.statements("p1")
    assert {(each.factor, each.level) for each in spoken} >= {("channel", "sms")}
    for each in spoken:
        assert min(each.n, each.n_other) >= 10
        assert each.probability >= 0.95
        assert each.interval == (each.low, each.high)
    unsaid = [each for each in one.statements("p1", unsaid=True) if not each.spoken]
    assert unsaid
    assert all(each.missing is None or each.missing > 0 for each in unsaid)


outcomes = st.one_of(st.none(), st.floats(0, 1))
steps = st.lists(
    st.tuples(
        st.sampled_from(["p1", "p2"]),
        st.dictionaries(st.sampled_from(["weekend", "dose", "x"]), st.floats(-5, 5), max_size=3),
        st.sets(st.integers(0, 59), max_size=5),
        outcomes,
        outcomes,
        st.booleans(),
    ),
    max_size=25,
)


@settings(max_examples=30, deadline=None)
@given(steps=steps)
def test_whatever_happens_probabilities_hold_and_json_keeps_every_bit(steps: Any) -> None:
    one = learner()
    for person, context, places, outcome, reply, refits in steps:
        eligible = [ARMS[place] for place in places] or None
        choice = one.choose(person, context, eligible)
        assert 0.1 <= choice.p_send <= 0.9
        assert math.isclose(sum(choice.p_arm.values()), 1.0)
        assert one.observe(choice.id, outcome=outcome, reply=reply)
        if refits:
            one.refit()
    for person in ("p1", "p2"):
        two = Learner.load(json.loads(json.dumps(one.state(person))))
        assert two.state(person) == one.state(person)
        assert two.choose(person, {}) == one.choose(person, {})


def test_the_exported_prior_reads_its_own_json() -> None:
    prior = learner().prior
    again = PopulationPrior.from_json(json.loads(json.dumps(prior.to_json())))
    assert again.to_json() == prior.to_json()
