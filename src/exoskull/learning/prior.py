"""The shipped prior: where a learner starts that has met nobody yet."""

import json
from functools import cache
from importlib import resources

import numpy as np

from exoskull.learning.belief import PopulationPrior
from exoskull.learning.design import Design


def shipped_prior(design: Design) -> PopulationPrior:
    """The shipped prior in the columns of `design`: all levels of a factor start alike."""
    shipped = _shipped()
    mean = [shipped[kind]["mean"] for kind, _ in design.names]
    sd = [shipped[kind]["sd"] for kind, _ in design.names]
    return PopulationPrior.of(design, np.array(mean), np.array(sd))


def fitted_prior(prior: PopulationPrior, design: Design) -> PopulationPrior:
    """`prior` in the columns of `design`: levels it does not know start as shipped."""
    if prior.design == design:
        return prior
    known = {name: place for place, name in enumerate(prior.design.names)}
    start = shipped_prior(design)
    mean, sd = start.mean.copy(), start.sd.copy()
    for place, name in enumerate(design.names):
        if name in known:
            mean[place], sd[place] = prior.mean[known[name]], prior.sd[known[name]]
    return PopulationPrior.of(design, mean, sd, prior.people)


@cache
def _shipped() -> dict[str, dict[str, float]]:
    path = resources.files("exoskull.learning") / "shipped_prior.json"
    return json.loads(path.read_text("utf-8"))["columns"]
