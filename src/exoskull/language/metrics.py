"""The catalogue of metrics: every measure that the product knows by name."""

import re
from dataclasses import dataclass
from enum import StrEnum

from exoskull.language.model import Direction

SLUG = re.compile(r"[a-z][a-z0-9_]{0,63}")
"""What the name of a metric looks like."""


class Daily(StrEnum):
    """How the values of one day become the day's value."""

    SUM = "sum"
    LAST = "last"
    MEAN = "mean"


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A measure.

    `unit`: its canonical unit, "" for a count. `low` to `high`: what one entry can plausibly be;
    the reader does not log what lies outside. `topic`: what it is about; metrics of one topic are
    told of the same activity. `usual`: the direction of a goal that names none.
    """

    unit: str
    daily: Daily
    low: float
    high: float
    topic: str
    usual: Direction = Direction.AT_LEAST


def _metric(
    unit: str, daily: str, low: float, high: float, topic: str, usual: str = "at_least"
) -> Metric:
    return Metric(
        unit=unit, daily=Daily(daily), low=low, high=high, topic=topic, usual=Direction(usual)
    )


METRICS: dict[str, Metric] = {
    "water_glasses": _metric("glass", "sum", 0, 60, "water"),
    "coffee_cups": _metric("cup", "sum", 0, 30, "coffee", "at_most"),
    "tea_cups": _metric("cup", "sum", 0, 40, "tea"),
    "alcohol_drinks": _metric("drink", "sum", 0, 50, "alcohol", "at_most"),
    "cigarettes": _metric("cigarette", "sum", 0, 200, "smoking", "at_most"),
    "calories_kcal": _metric("kcal", "sum", 0, 15000, "food", "at_most"),
    "fruit_portions": _metric("portion", "sum", 0, 50, "fruit"),
    "vegetable_portions": _metric("portion", "sum", 0, 50, "vegetables"),
    "sweets": _metric("portion", "sum", 0, 100, "sweets", "at_most"),
    "meals": _metric("meal", "sum", 0, 20, "meals"),
    "runs": _metric("run", "sum", 0, 20, "run"),
    "run_km": _metric("km", "sum", 0, 300, "run"),
    "run_minutes": _metric("min", "sum", 0, 1440, "run"),
    "walks": _metric("walk", "sum", 0, 30, "walk"),
    "walk_km": _metric("km", "sum", 0, 150, "walk"),
    "walk_minutes": _metric("min", "sum", 0, 1440, "walk"),
    "steps": _metric("step", "sum", 0, 200000, "steps"),
    "rides": _metric("ride", "sum", 0, 20, "cycling"),
    "cycling_km": _metric("km", "sum", 0, 800, "cycling"),
    "cycling_minutes": _metric("min", "sum", 0, 1440, "cycling"),
    "swims": _metric("swim", "sum", 0, 20, "swimming"),
    "swim_km": _metric("km", "sum", 0, 60, "swimming"),
    "swim_minutes": _metric("min", "sum", 0, 1440, "swimming"),
    "workouts": _metric("workout", "sum", 0, 20, "exercise"),
    "exercise_minutes": _metric("min", "sum", 0, 1440, "exercise"),
    "pushups": _metric("rep", "sum", 0, 10000, "pushups"),
    "squats": _metric("rep", "sum", 0, 10000, "squats"),
    "situps": _metric("rep", "sum", 0, 10000, "situps"),
    "pullups": _metric("rep", "sum", 0, 2000, "pullups"),
    "plank_minutes": _metric("min", "sum", 0, 600, "plank"),
    "sleep_hours": _metric("h", "sum", 0, 24, "sleep"),
    "nap_minutes": _metric("min", "sum", 0, 720, "nap"),
    "weight_kg": _metric("kg", "last", 20, 400, "weight", "reach"),
    "waist_cm": _metric("cm", "last", 30, 250, "waist", "reach"),
    "body_fat_percent": _metric("%", "last", 2, 75, "body_fat", "reach"),
    "mood": _metric("/10", "mean", 0, 10, "mood"),
    "energy": _metric("/10", "mean", 0, 10, "energy"),
    "stress": _metric("/10", "mean", 0, 10, "stress", "at_most"),
    "pain": _metric("/10", "mean", 0, 10, "pain", "at_most"),
    "bp_systolic": _metric("mmHg", "mean", 60, 260, "blood_pressure", "at_most"),
    "bp_diastolic": _metric("mmHg", "mean", 30, 180, "blood_pressure", "at_most"),
    "heart_rate_bpm": _metric("bpm", "mean", 25, 240, "heart_rate"),
    "glucose_mg_dl": _metric("mg/dl", "mean", 20, 700, "glucose", "at_most"),
    "temperature_c": _metric("°C", "last", 33, 43, "temperature"),
    "medication": _metric("dose", "sum", 0, 60, "medication"),
    "meditations": _metric("session", "sum", 0, 30, "meditation"),
    "meditation_minutes": _metric("min", "sum", 0, 1440, "meditation"),
    "pages_read": _metric("page", "sum", 0, 3000, "reading"),
    "books_read": _metric("book", "sum", 0, 100, "books"),
    "reading_minutes": _metric("min", "sum", 0, 1440, "reading"),
    "study_hours": _metric("h", "sum", 0, 24, "study"),
    "work_hours": _metric("h", "sum", 0, 24, "work"),
    "screen_hours": _metric("h", "sum", 0, 24, "screen", "at_most"),
    "spending_pln": _metric("PLN", "sum", 0, 1e9, "spending", "at_most"),
    "spending_usd": _metric("USD", "sum", 0, 1e9, "spending", "at_most"),
    "spending_eur": _metric("EUR", "sum", 0, 1e9, "spending", "at_most"),
    "spending_gbp": _metric("GBP", "sum", 0, 1e9, "spending", "at_most"),
    "savings_pln": _metric("PLN", "sum", 0, 1e9, "savings"),
    "savings_usd": _metric("USD", "sum", 0, 1e9, "savings"),
    "savings_eur": _metric("EUR", "sum", 0, 1e9, "savings"),
    "savings_gbp": _metric("GBP", "sum", 0, 1e9, "savings"),
}

DAILY_UNSAID = frozenset({"sleep_hours"})
"""Metrics whose goal is by the day where no period is said ("I want to sleep 8 hours")."""


def metric_named(slug: str) -> Metric:
    """The metric called `slug`; for one that a person made up, a plain daily sum."""
    known = METRICS.get(slug)
    if known is not None:
        return known
    unit = next((unit for end, unit in _ENDINGS.items() if slug.endswith(end)), "")
    return Metric(unit=unit, daily=Daily.SUM, low=0, high=1e12, topic=slug)


_ENDINGS = {"_minutes": "min", "_km": "km", "_kg": "kg", "_ml": "ml", "_percent": "%"}


def related(slug: str) -> tuple[str, ...]:
    """The metrics of the same topic, `slug` first: runs, run_km, run_minutes."""
    topic = metric_named(slug).topic
    return (
        slug,
        *(
            name
            for name, metric in METRICS.items()
            if metric.topic == topic != slug and name != slug
        ),
    )
