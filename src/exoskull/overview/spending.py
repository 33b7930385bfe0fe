"""What models were asked for today, and what each feature of it cost."""

from collections.abc import Sequence
from dataclasses import dataclass

from exoskull.budgets.model import MICROS_A_CENT
from exoskull.budgets.service import Gauge
from exoskull.i18n import money, text
from exoskull.llm.model import Feature

KNOWN = frozenset(Feature)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """The cost of one feature, in words."""

    name: str
    calls: int
    cost: str


def spent_on(gauge: Gauge, language: str) -> Sequence[Spent]:
    """What each feature cost on the day of `gauge`, the dearest first."""
    dearest = sorted(gauge.features, key=lambda one: (-one.micros, one.feature))
    return [
        Spent(
            name=text(language, "part-model-feature", feature=one.feature)
            if one.feature in KNOWN
            else one.feature,
            calls=one.calls,
            cost=money(one.micros / MICROS_A_CENT, language),
        )
        for one in dearest
    ]
