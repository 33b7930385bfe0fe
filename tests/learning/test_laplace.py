"""Taking rows in: against the exact posterior, replies that only rank, drift, and rebuilding."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.learning import Arm, Context, Design, Evidence, Observation
from exoskull.learning.belief import posterior
from exoskull.learning.drift import LIMIT, drift, widened
from exoskull.learning.laplace import absorb, rows_of
from exoskull.learning.prior import fitted_prior, shipped_prior
from exoskull.learning.rebuild import Lesson, rebuild
from exoskull.learning.tally import NOTHING, OUTCOME, REPLY, SENT, Tally
from exoskull.learning.thompson import choose

ARMS = [Arm(channel=channel, hour=hour) for channel, hour in product(("sms", "push"), ("07", "18"))]
DESIGN = Design.of(ARMS)
REFERENCE = shipped_prior(DESIGN)
NOBODY = Evidence.none(DESIGN)


def days(rng: np.random.Generator, count: int, good: dict[str, float]) -> list[list[Observation]]:
    """Three decisions a day; an outcome comes with the chance of the channel ("": nothing sent)."""
    made = []
    for _ in range(count):
        day = []
        for _ in range(3):
            arm = ARMS[rng.integers(4)] if rng.random() < 0.6 else None
            chance = good[str(arm.channel) if arm else ""]
            outcome = float(rng.random() < chance)
            day.append(Observation(arm=arm, context=Context(dose=0.2), outcome=outcome))
        made.append(day)
    return made


def taken_in(lived: list[list[Observation]], evidence: Evidence = NOBODY) -> Evidence:
    for day in lived:
        (evidence,) = absorb(REFERENCE, [evidence], [day])
    return evidence


def test_the_posterior_is_close_to_the_mode_of_the_whole_ledger() -> None:
    rng = np.random.default_rng(1)
    lived = days(rng, 60, {"sms": 0.8, "push": 0.3, "": 0.2})
    belief = posterior(REFERENCE, taken_in(lived))
    x, y, _ = rows_of(DESIGN, [seen for day in lived for seen in day])
    age = np.repeat(np.arange(60)[::-1], 3)
    mode = REFERENCE.mean.copy()
    for _ in range(30):  # Newton to the end, all rows at once
        p = 1 / (1 + np.exp(-x @ mode))
        weight = 0.998**age
        slope = x.T @ (weight * (y - p)) - (mode - REFERENCE.mean) / REFERENCE.sd**2
        curve = (x.T * (weight * p * (1 - p))) @ x + np.diag(REFERENCE.sd**-2)
        mode = mode + np.linalg.solve(curve, slope)
    sd = np.sqrt(np.diag(np.linalg.inv(curve)))
    assert np.all(np.abs(belief.mean - mode) < 0.35 * sd)
    assert np.allclose(np.linalg.norm(belief.factor, axis=1), sd, rtol=0.1)


def test_what_people_share_a_batch_with_changes_no_bit() -> None:
    rng = np.random.default_rng(2)
    even = {"sms": 0.5, "push": 0.5, "": 0.5}
    nights = [[seen for day in days(rng, 1 + n % 3, even) for seen in day] for n in range(9)]
    together = absorb(REFERENCE, [NOBODY] * 9, nights)
    for evidence, night in zip(together, nights, strict=True):
        (alone,) = absorb(REFERENCE, [NOBODY], [night])
        assert alone.to_json() == evidence.to_json()


def test_a_night_without_rows_leaves_everything_as_it_is() -> None:
    (same,) = absorb(REFERENCE, [NOBODY], [[]])
    assert same is NOBODY
    (same,) = absorb(REFERENCE, [NOBODY], [[Observation(arm=ARMS[0])]])
    assert same is NOBODY


def test_replies_rank_the_arms_and_do_not_say_whether_to_send() -> None:
    replies = [
        Observation(arm=arm, reply=float(arm.channel == "sms")) for arm in ARMS for _ in range(20)
    ]
    always = [Observation(arm=arm, reply=1.0) for arm in ARMS for _ in range(20)]
    before = posterior(REFERENCE, NOBODY)
    ranked = posterior(REFERENCE, taken_in([replies]))
    pleased = posterior(REFERENCE, taken_in([always]))
    sms, push = (DESIGN.index["channel", level] for level in ("sms", "push"))
    assert ranked.mean[sms] - ranked.mean[push] > 1.0
    for belief in (ranked, pleased):
        assert np.allclose(belief.mean[:6], before.mean[:6], atol=1e-6)
    # Somebody who answers everything is not sent to any more for that.
    p_before = np.mean([choose(before, ARMS, Context(), {}, seed).p_send for seed in range(200)])
    p_after = np.mean([choose(pleased, ARMS, Context(), {}, seed).p_send for seed in range(200)])
    assert p_after < p_before + 0.01


def test_outcomes_between_zero_and_one_are_worth_their_share() -> None:
    halves = taken_in([[Observation(arm=None, outcome=0.5)] * 8])
    both = taken_in(
        [[Observation(arm=None, outcome=0.0)] * 4 + [Observation(arm=None, outcome=1.0)] * 4]
    )
    assert np.allclose(halves.shift, both.shift)
    assert np.allclose(halves.precision, both.precision)


def test_somebody_who_changes_is_noticed_widened_and_followed_sooner() -> None:
    sms, push = (DESIGN.index["channel", level] for level in ("sms", "push"))

    def prefers_push(evidence: Evidence) -> bool:
        mean = posterior(REFERENCE, evidence).mean
        return bool(mean[push] > mean[sms])

    watched_days, blind_days, alarms = 0, 0, 0
    for person in range(8):
        rng = np.random.default_rng([3, person])
        watched = blind = taken_in(days(rng, 60, {"sms": 0.9, "push": 0.1, "": 0.3}))
        for day in days(rng, 60, {"sms": 0.05, "push": 0.9, "": 0.3}):
            watched_days += not prefers_push(watched)
            blind_days += not prefers_push(blind)
            (watched,) = absorb(REFERENCE, [watched], [day])
            alarms += not watched.spread.any()
            unwatched = replace(blind, score=np.zeros(DESIGN.size), spread=np.zeros(DESIGN.size))
            (blind,) = absorb(REFERENCE, [unwatched], [day])
    assert alarms >= 8
    assert watched_days < 0.75 * blind_days


def test_steady_people_are_seldom_alarmed() -> None:
    alarmed = 0
    for person in range(60):
        rng = np.random.default_rng([4, person])
        evidence = NOBODY
        for day in days(rng, 60, {"sms": 0.6, "push": 0.3, "": 0.3}):
            rows = evidence.rows
            (evidence,) = absorb(REFERENCE, [evidence], [day])
            alarmed += not evidence.spread.any() and evidence.rows > rows
    assert alarmed <= 4


def test_widening_moves_no_mean_and_narrows_nothing() -> None:
    evidence = taken_in(days(np.random.default_rng(5), 30, {"sms": 0.9, "push": 0.1, "": 0.3}))
    wide = widened(REFERENCE, evidence)
    before, after = posterior(REFERENCE, evidence), posterior(REFERENCE, wide)
    assert np.allclose(before.mean, after.mean, atol=1e-4)
    sd_before, sd_after = (np.linalg.norm(each.factor, axis=1) for each in (before, after))
    assert np.all(sd_after >= sd_before - 1e-6)
    assert wide.rows == evidence.rows
    assert drift(wide) == 0.0 < LIMIT


def test_a_rebuilt_person_is_the_same_to_the_bit_whatever_the_order() -> None:
    rng = np.random.default_rng(6)
    lived = days(rng, 10, {"sms": 0.9, "push": 0.1, "": 0.3})
    start = date(2026, 3, 2)
    lessons = [
        Lesson(id=f"{number:02}-{place}", night=start + timedelta(days=number), observation=seen)
        for number, day in enumerate(lived)
        for place, seen in enumerate(day)
    ]
    evidence, tally = rebuild(REFERENCE, lessons[::-1])
    assert evidence.to_json() == taken_in(lived).to_json()
    counted = Tally.none(DESIGN)
    for day in lived:
        counted = counted.plus(day)
    assert tally.to_json() == counted.to_json()


def test_a_night_missed_is_forgotten_for_two() -> None:
    day = [Observation(arm=None, outcome=1.0)]
    start = date(2026, 3, 2)
    lessons = [Lesson(id="a", night=start, observation=day[0])]
    lessons.append(Lesson(id="b", night=start + timedelta(days=2), observation=day[0]))
    evidence, _ = rebuild(REFERENCE, lessons)
    (expected,) = absorb(REFERENCE, absorb(REFERENCE, [NOBODY], [day]), [day], nights=2.0)
    assert evidence.to_json() == expected.to_json()


@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, *ARMS]),
            st.one_of(st.none(), st.sampled_from([0.0, 0.5, 1.0])),
            st.one_of(st.none(), st.sampled_from([0.0, 1.0])),
        ),
        max_size=30,
    )
)
def test_counts_add_up_and_come_back_from_json(rows: list[tuple[Arm | None, float, float]]) -> None:
    seen = [Observation(arm=arm, outcome=o, reply=r) for arm, o, r in rows]
    tally = Tally.none(DESIGN).plus(seen[:10]).plus(seen[10:])
    assert Tally.from_json(tally.to_json(), DESIGN).to_json() == tally.to_json()
    for signal in (OUTCOME, REPLY):
        for factor in ("channel", "hour"):
            levels = [tally.of_level(signal, factor, level) for level in DESIGN.levels[factor]]
            assert sum(n for n, _ in levels) == tally.of_sending(signal, SENT)[0]
            assert sum(hits for _, hits in levels) == tally.of_sending(signal, SENT)[1]
    nothing = [o for arm, o, _ in rows if arm is None and o is not None]
    assert tally.of_sending(OUTCOME, NOTHING) == (len(nothing), sum(nothing))


def test_evidence_of_other_columns_is_refused_and_a_prior_is_fitted_to_them() -> None:
    other = Design.of([*ARMS, Arm(channel="email", hour="07")])
    with pytest.raises(Exception, match=r"learning\.malformed_state"):
        Evidence.from_json(NOBODY.to_json(), other)
    fitted = fitted_prior(REFERENCE, other)
    assert fitted.design == other
    assert fitted.mean[DESIGN.index["channel", "sms"]] == REFERENCE.mean[6]
