"""Where messages change nothing, the learner claims nothing."""

import numpy as np
import pytest
from learning.people import indifferent, lived

from exoskull.learning.effects import excursion_effect

RUNS = 400

pytestmark = pytest.mark.slow


def test_null_data_give_at_most_seven_percent_false_effects_and_false_statements() -> None:
    effects, spoken, claims = 0, 0, 0
    for run in range(RUNS):
        rng = np.random.default_rng([11, run])
        life = lived(indifferent(rng), rng, days=30, per_day=3, seed=run)
        effect = excursion_effect(life.y, life.a, life.p, life.controls)
        effects += effect.p_value < 0.05
        said = life.learner.statements("p")
        spoken += bool(said)
        claims += len(said)
    assert effects / RUNS <= 0.07
    # Stricter than any one statement: at most 7% of people are told anything false at all.
    assert spoken / RUNS <= 0.07
    assert claims >= spoken
