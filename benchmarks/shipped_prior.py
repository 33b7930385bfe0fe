"""Makes the learner's shipped prior: `python benchmarks/shipped_prior.py` writes it.

Nobody has been met yet, so it is made of assumptions, and they stand here. Many populations are
imagined, each with habits of its own drawn from the ranges below, and from each some people; the
prior is the mean and spread of all these people's coefficients. In words: most people do the thing
a third of the time by themselves; a message may as well hurt as help; it matters where and when
one writes, less in what tone; the more one has written lately, the less a message does, and a
little the less gets done at all.
"""

import json
from pathlib import Path

import numpy as np

POPULATIONS, PEOPLE = 2_000, 50
TARGET = Path(__file__).parent.parent / "src/exoskull/learning/shipped_prior.json"

# For each column: the range of a population's mean, and of the spread of its people (logits).
RANGES = {
    "base": ((-1.6, 0.0), (0.5, 1.2)),
    "base:weekend": ((-0.2, 0.2), (0.2, 0.5)),
    "base:dose": ((-0.3, 0.1), (0.1, 0.4)),
    "send": ((-0.8, 0.6), (0.4, 0.9)),
    "send:weekend": ((-0.2, 0.2), (0.2, 0.5)),
    "send:dose": ((-1.0, 0.0), (0.2, 0.6)),
    "channel": ((-0.4, 0.4), (0.3, 0.7)),
    "hour": ((-0.4, 0.4), (0.3, 0.7)),
    "framing": ((-0.15, 0.15), (0.2, 0.5)),
    "option": ((-0.3, 0.3), (0.2, 0.6)),
    "reply": ((-1.5, 0.5), (0.5, 1.5)),
}


def shipped_prior(seed: int = 0) -> dict[str, dict[str, float]]:
    """Mean and sd of each column over all people, to three decimals."""
    rng = np.random.default_rng(seed)
    columns = {}
    for name, (means, spreads) in RANGES.items():
        mean = rng.uniform(*means, (POPULATIONS, 1))
        spread = rng.uniform(*spreads, (POPULATIONS, 1))
        people = rng.normal(mean, spread, (POPULATIONS, PEOPLE))
        middle = sum(means) / 2  # where it is known exactly, it is not left to chance
        columns[name] = {"mean": round(middle, 3), "sd": round(float(people.std()), 3)}
    return columns


if __name__ == "__main__":
    made = {"made_by": "benchmarks/shipped_prior.py", "columns": shipped_prior()}
    TARGET.write_text(json.dumps(made, indent=2) + "\n", "utf-8")
