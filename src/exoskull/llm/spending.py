"""What models cost today against the day's budget, and what each feature of it cost, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from exoskull.budgets import service as budgets
from exoskull.budgets.model import MICROS_A_CENT
from exoskull.budgets.service import Gauge
from exoskull.i18n import cost_text, text
from exoskull.llm.model import Feature
from exoskull.tenants.visit import Visit

KNOWN = frozenset(Feature)


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """What models cost today and this month, in words; `width`: of today's bar, 0 to 100."""

    spent: str
    budget: str
    month: str
    refused: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """The cost of one feature, in words."""

    name: str
    calls: int
    cost: str
    tokens: int


async def gauge_of(visit: Visit) -> Gauge:
    """The visitor's budget for models, today."""
    caps = budgets.caps_from(visit.door.settings)
    return await budgets.gauge(visit.tx, today=visit.tenant.local_date(visit.at), caps=caps)


def money_of(gauge: Gauge, language: str) -> Money:
    """The gauge in words and a width."""
    today = gauge.today
    used, limit = today.spent_micros + today.reserved_micros, today.limit_micros or 0
    return Money(
        spent=cost_of(today.spent_micros, language),
        budget=cost_text(limit / MICROS_A_CENT, language, of=True),
        month=cost_of(gauge.month.spent_micros, language),
        refused=gauge.refused,
        width=min(100, round(100 * used / limit)) if limit else 0,
    )


def spent_on(gauge: Gauge, language: str) -> Sequence[Spent]:
    """What each feature cost on the day of `gauge`, the dearest first."""
    dearest = sorted(gauge.features, key=lambda one: (-one.micros, one.feature))
    return [
        Spent(
            name=feature_name(one.feature, language),
            calls=one.calls,
            cost=cost_of(one.micros, language),
            tokens=one.tokens,
        )
        for one in dearest
    ]


def cost_of(micros: int, language: str) -> str:
    """What is counted in millionths of a dollar, in words."""
    return cost_text(micros / MICROS_A_CENT, language)


def feature_name(feature: str, language: str) -> str:
    """What a feature does with a model, in words; its own name where there are none."""
    return text(language, "part-model-feature", feature=feature) if feature in KNOWN else feature
