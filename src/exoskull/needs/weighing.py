"""How likely a message is a mention of a need: its words and its meaning weighed together.

A logistic model over what the rules and the embeddings say. Its weights were fitted to the tuning
half of the labelled sentences by tests/needs/fit.py, and stand in lexicon/weights.json.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log

from exoskull.needs.meaning import Meant
from exoskull.needs.reading import Reading

FEATURES = (
    "bias",
    "complaint",
    "wish",
    "request",
    "skill",
    "topic",
    "unnamed",
    "need",
    "family",
    "best",
    "other",
    "told",
    "figurative",
    "question",
    "solved",
    "conditional",
    "errand",
)
AGAINST = FEATURES[-7:]


@dataclass(frozen=True, slots=True)
class Weights:
    """`full` with embeddings, `words` without: a weight for each feature."""

    full: Mapping[str, float]
    words: Mapping[str, float]


def features(reading: Reading, meant: Meant | None, *, best: bool) -> dict[str, float]:
    """The features of one family in one message.

    Args:
        best: whether no other family that the message names is a likelier one.
    """
    found = {
        "bias": 1.0,
        "complaint": reading.complaint,
        "wish": reading.wish,
        "request": reading.request,
        "skill": reading.skill,
        "topic": reading.topic,
        "unnamed": float(reading.topic == 0.0),
        "need": 0.0,
        "family": 0.0,
        "best": float(best),
    }
    if meant is not None:
        found["need"] = max(-4.0, min(4.0, meant.need)) / 2
        found["family"] = max(-4.0, log(max(1e-6, meant.share(reading.family)))) / 2
    for name in AGAINST:
        found[name] = float(name in reading.against)
    return found


def probability(reading: Reading, meant: Meant | None, *, best: bool) -> float:
    """That the message is a mention of the reading's family, in (0, 1)."""
    table = weights().full if meant is not None else weights().words
    told = features(reading, meant, best=best)
    return 1 / (1 + exp(-sum(table[name] * value for name, value in told.items())))


@cache
def weights() -> Weights:
    """The shipped weights."""
    text = files("exoskull.needs.lexicon").joinpath("weights.json").read_text(encoding="utf-8")
    return Weights(**json.loads(text))
