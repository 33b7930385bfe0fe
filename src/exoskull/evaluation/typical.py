"""What a model costs a typical person in a day: a month of an ordinary life, with every question
counted, priced as a model has it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import fmean

from exoskull.database.pool import Database
from exoskull.evaluation.canned import CannedModels, Shown
from exoskull.evaluation.counted import Used
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids
from exoskull.llm.choice import Choice
from exoskull.llm.prices import Prices
from exoskull.simulation.demo import DAYS, DemoPerson
from exoskull.simulation.people import settle_in
from exoskull.simulation.simulate import simulate

BEGIN = datetime(2026, 3, 2, tzinfo=UTC)
HALF = 0.5
"""The share of an answer's room that is taken to be filled, where nothing was measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily:
    """Of one feature, for one person and day. `tokens_in` and `tokens_out` are of one call."""

    feature: str
    calls: float
    tokens_in: int
    tokens_out: int
    micros: float | None
    """None: nobody knows the model's price."""


async def month(
    database: Database, language: str, *, moved: Callable[[datetime], None] | None = None
) -> Sequence[Shown]:
    """Every question of the demo person's thirty days, in an empty `database`."""
    made: list[CannedModels] = []

    def models(_: Database, __: Clock, ids: Ids) -> CannedModels:
        made.append(CannedModels(ids=ids))
        return made[-1]

    def person(seed: int) -> DemoPerson:
        return DemoPerson(seed, language=language, timezone="Europe/Warsaw", begin=BEGIN)

    await simulate(
        database, settle_in(1, 1, person), days=DAYS, seed=1, progress=moved, models=models
    )
    return made[0].shown


def per_day(
    shown: Sequence[Shown],
    *,
    choice: Choice | None = None,
    prices: Prices | None = None,
    measured: Mapping[str, Used] | None = None,
    at: datetime = BEGIN,
) -> list[Daily]:
    """What a day of the month came to, by feature, the dearest first.

    Args:
        choice, prices: the model, and what it costs; None: calls and tokens only.
        measured: what answers really took, by feature; where not, half of their room.
    """
    found = []
    for feature in dict.fromkeys(one.feature for one in shown):
        mine = [one for one in shown if one.feature == feature]
        used = (measured or {}).get(feature)
        tokens_in = round(fmean(one.tokens_in for one in mine))
        tokens_out = round(fmean(one.tokens_max for one in mine) * HALF)
        if used is not None and used.calls > used.declined:
            tokens_out = round(used.tokens_out / used.calls)
        calls = len(mine) / DAYS
        cost = None
        if choice is not None and prices is not None:
            one = prices.cost(choice, tokens_in=tokens_in, tokens_out=tokens_out, at=at)
            cost = None if one is None else one * calls
        found.append(
            Daily(
                feature=feature,
                calls=round(calls, 2),
                tokens_in=tokens_in,
                tokens_out=tokens_out,
                micros=cost,
            )
        )
    return sorted(found, key=lambda one: (-(one.micros or 0), -one.calls * one.tokens_in))


def cents(found: Sequence[Daily]) -> float | None:
    """US cents a day, all features together; None where no price is known."""
    known = [one.micros for one in found]
    if any(one is None for one in known):
        return None
    return round(sum(one for one in known if one is not None) / 10_000, 2)
