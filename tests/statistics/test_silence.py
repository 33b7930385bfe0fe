"""No start, and no bad month, ends in a silence that could not be left."""

import numpy as np
from learning.people import ARMS, Taste, lived

from exoskull.learning import Learner

LIKED = {level: 0.0 for arm in ARMS for level in (arm.channel, arm.hour, arm.framing)}


def test_a_start_with_no_data_sends_often_enough_to_learn() -> None:
    for seed in range(30):
        for dose in (0.0, 0.5, 1.0):
            choice = Learner(ARMS, seed=seed).choose("new", {"dose": dose})
            assert choice.p_send >= 0.25


def test_without_any_outcome_ever_it_goes_on_trying() -> None:
    learner = Learner(ARMS, seed=1)
    for _ in range(60):
        learner.choose("p", {})
        learner.refit()
    assert learner.choose("p", {}).p_send >= 0.25


def test_after_a_month_of_harm_it_is_nearly_silent_and_comes_back_when_it_helps() -> None:
    learner = Learner(ARMS, seed=2)
    harm, help_ = [], []
    for day in range(90):
        made = [learner.choose("p", {}) for _ in range(4)]
        for choice in made:
            sent = choice.arm is not None
            good = (not sent) if day < 30 else sent
            learner.observe(choice.id, outcome=0.8 if good else 0.2)
        learner.refit()
        (harm if day < 30 else help_).append(np.mean([choice.p_send for choice in made]))
    assert np.mean(harm[-7:]) <= 0.12
    assert np.mean(help_[-7:]) >= 0.88


def test_who_is_helped_by_messages_gets_them() -> None:
    taste = Taste(base=-1.0, weekend=0.0, base_dose=0.0, send=1.5, send_dose=0.0, levels=LIKED)
    lives = [
        lived(taste, np.random.default_rng([7, seed]), days=60, per_day=3, seed=seed)
        for seed in range(10)
    ]
    assert np.mean([life.a[-60:] for life in lives]) >= 0.75
