"""What can honestly be said of a person's preferences, and what cannot yet.

A statement sets a level (an hour, a channel, ...) against the other levels of its factor, other
things equal, or sending against not sending. It is spoken with 10 cases or more on both sides and
a posterior probability of .95 or more that there is such a difference, of that sign; otherwise it
tells how much is missing.

That there is no difference at all is held to be one chance in ten beforehand. A dozen things are
looked at; of people on whom nothing has any effect, one in eight would else be told of one within
100 days, and so it is one in eighty (as measured). Its odds come from the prior and posterior
densities at no difference: the Savage-Dickey ratio, Dickey 1971, doi:10.1214/aoms/1177693507.
"""

import math
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import numpy as np

from exoskull.learning.belief import PopulationPrior, Posterior
from exoskull.learning.distributions import normal_cdf
from exoskull.learning.model import FACTORS, Level
from exoskull.learning.packing import Array
from exoskull.learning.tally import NOTHING, OUTCOME, REPLY, SENT, Tally

MIN_CASES = 10  # on either side
SURE = 0.95
NO_DIFFERENCE = 0.1  # beforehand
CONFIDENCE = 0.90  # of the interval
SEND = "send"
_DRAWS = 1000

Beliefs = tuple[PopulationPrior, Posterior]


class Signal(StrEnum):
    """What was counted: an outcome seen also when nothing is sent, or replies."""

    OUTCOME = "outcome"
    REPLY = "reply"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One preference, with what it rests on.

    `factor` and `level` name the side it is about; `factor` "send" has no level and is about
    sending at all. `hits` of `n` cases went well there, `hits_other` of `n_other` on the other
    side. `expected` and `expected_other` are what the model expects, corrected for chance and with
    other things equal; `low` to `high` is the 90% interval of their difference. `probability` is
    that there is a difference, and of this sign. `missing`: about how many more cases it takes to
    speak; 0 where it is `spoken`, None where no number would do: there is no difference to be seen.
    """

    factor: str
    level: Level
    signal: Signal
    n: int
    hits: float
    n_other: int
    hits_other: float
    expected: float
    expected_other: float
    low: float
    high: float
    probability: float
    spoken: bool
    missing: int | None
    model_version: str
    since: datetime | None = None
    rows: tuple[str, ...] = ()

    @property
    def estimate(self) -> float:
        """The expected difference, in units of the outcome."""
        return self.expected - self.expected_other

    @property
    def interval(self) -> tuple[float, float]:
        return self.low, self.high

    def to_json(self) -> dict[str, Any]:
        """Plain JSON with every field but the rows' ids."""
        return {
            "factor": self.factor,
            "level": self.level,
            "signal": self.signal.value,
            "n": self.n,
            "hits": round(self.hits, 3),
            "n_other": self.n_other,
            "hits_other": round(self.hits_other, 3),
            "expected": round(self.expected, 4),
            "expected_other": round(self.expected_other, 4),
            "low": round(self.low, 4),
            "high": round(self.high, 4),
            "probability": round(self.probability, 4),
            "spoken": self.spoken,
            "missing": self.missing,
            "model_version": self.model_version,
            "since": None if self.since is None else self.since.isoformat(),
        }


def statements(tally: Tally, prior: PopulationPrior, posterior: Posterior) -> list[Statement]:
    """A statement on sending at all and one for each level of each factor, spoken or not.

    Levels are judged by replies where there are more of them than of outcomes after a send, else by
    outcomes. The spoken ones stand first, the surest before the others.

    Args:
        tally: counts of the person's final rows.
        prior, posterior: what is believed before, and with, those rows.
    """
    beliefs = prior, posterior
    said = [_on_sending(tally, beliefs)]
    replies, _ = tally.of_sending(REPLY, SENT)
    outcomes, _ = tally.of_sending(OUTCOME, SENT)
    signal = REPLY if replies > outcomes else OUTCOME
    for factor, level in tally.design.index:
        said.append(_on_level(tally, beliefs, signal, factor, level))
    return sorted(said, key=lambda each: (not each.spoken, -each.probability))


def _on_sending(tally: Tally, beliefs: Beliefs) -> Statement:
    design = tally.design
    quiet = design.base_row(tally.mean_context)
    sent = quiet.copy()
    sent[3:6] = quiet[0:3]
    for factor in FACTORS:
        sent[design.span(factor)] = _shares(tally, OUTCOME, factor)
    return _statement(
        beliefs,
        (SEND, "", Signal.OUTCOME),
        tally.of_sending(OUTCOME, SENT),
        tally.of_sending(OUTCOME, NOTHING),
        (sent, quiet),
    )


def _on_level(tally: Tally, beliefs: Beliefs, signal: int, factor: str, level: Level) -> Statement:
    design = tally.design
    here = np.zeros(design.size)
    if signal == OUTCOME:
        base = design.base_row(tally.mean_context)
        here[0:3], here[3:6] = base[0:3], base[0:3]
    else:
        here[-1] = 1.0
    for each in FACTORS:
        here[design.span(each)] = _shares(tally, signal, each)
    there = here.copy()
    span, column = design.span(factor), design.index[factor, level]
    here[span] = 0.0
    here[column] = 1.0
    rest = 1.0 - there[column]
    there[column] = 0.0
    if rest > 0:
        there[span] /= rest
    else:  # nothing else was ever sent: set it against the others evenly
        there[span] = 1.0 / (span.stop - span.start - 1)
        there[column] = 0.0
    n, hits = tally.of_level(signal, factor, level)
    all_n, all_hits = tally.of_sending(signal, SENT)
    kind = Signal.OUTCOME if signal == OUTCOME else Signal.REPLY
    others = (all_n - n, all_hits - hits)
    return _statement(beliefs, (factor, level, kind), (n, hits), others, (here, there))


def _shares(tally: Tally, signal: int, factor: str) -> Array:
    """How the sends were spread over the factor's levels; evenly where there were none."""
    levels = [level for each, level in tally.design.index if each == factor]
    seen = np.array([tally.of_level(signal, factor, level)[0] for level in levels])
    return seen / seen.sum() if seen.sum() else np.full(len(levels), 1 / max(1, len(levels)))


def _statement(
    beliefs: Beliefs,
    subject: tuple[str, Level, Signal],
    here: tuple[float, float],
    there: tuple[float, float],
    rows: tuple[Array, Array],
) -> Statement:
    prior, posterior = beliefs
    contrast = rows[0] - rows[1]
    sd = float(np.linalg.norm(contrast @ posterior.factor))
    z = float(contrast @ posterior.mean) / sd
    sd_before = float(np.linalg.norm(contrast * prior.sd))
    z_before = float(contrast @ prior.mean) / sd_before
    probability = _probability(z, sd, z_before, sd_before)
    p_here, p_there = _expected(posterior, rows)
    low, high = np.quantile(p_here - p_there, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    n, n_other = round(here[0]), round(there[0])
    spoken = min(n, n_other) >= MIN_CASES and probability >= SURE
    factor, level, signal = subject
    return Statement(
        factor=factor,
        level=level,
        signal=signal,
        n=n,
        hits=here[1],
        n_other=n_other,
        hits_other=there[1],
        expected=float(p_here.mean()),
        expected_other=float(p_there.mean()),
        low=float(low),
        high=float(high),
        probability=probability,
        spoken=spoken,
        missing=0 if spoken else _missing(n, n_other, z, sd_before / sd),
        model_version=posterior.version,
    )


def _expected(posterior: Posterior, rows: tuple[Array, Array]) -> tuple[Array, Array]:
    """Draws of the outcome expected on either side, shape (draws,) each; always the same draws."""
    noise = np.random.default_rng(0).standard_normal((_DRAWS, len(posterior.mean)))
    theta = posterior.mean + noise @ posterior.factor.T
    here, there = (1 / (1 + np.exp(-(theta @ row))) for row in rows)
    return here, there


def _probability(z: float, sd: float, z_before: float, sd_before: float) -> float:
    """P(a difference of this sign), from the difference over its sd, and its sd, now and before."""
    log_odds_none = math.log(NO_DIFFERENCE / (1 - NO_DIFFERENCE) * sd_before / sd)
    log_odds_none += (z_before**2 - z**2) / 2
    if log_odds_none > 700:
        return 0.0
    return normal_cdf(abs(z)) / (1 + math.exp(log_odds_none))


def _missing(n: int, n_other: int, z: float, narrowed: float) -> int | None:
    """About how many more cases it takes: to 10 on both sides, then as many as would, were they to
    go on alike, make the difference sure; None past 1,000.

    `narrowed`: by how much the cases so far have narrowed the belief.
    """
    short = max(0, MIN_CASES - n) + max(0, MIN_CASES - n_other)
    if short:
        return short
    for times in (1.25, 1.5, 2, 3, 5, 8, 13, 20):
        grown = math.sqrt(times)
        if _probability(z * grown, 1.0, 0.0, narrowed * grown) >= SURE:
            more = math.ceil((n + n_other) * (times - 1))
            return more if more <= 1_000 else None
    return None
