"""Families of needs by all their names."""

from collections.abc import Mapping
from types import MappingProxyType

from exoskull.apps.catalogue import CATALOGUE

ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "water": "hydration",
        "drinking": "hydration",
        "workout": "exercise",
        "workouts": "exercise",
        "fitness": "exercise",
        "training": "exercise",
        "run": "running",
        "runs": "running",
        "walk": "walking",
        "bike": "cycling",
        "swim": "swimming",
        "medicine": "medication",
        "meds": "medication",
        "drugs": "medication",
        "vitamins": "supplements",
        "expenses": "spending",
        "money": "spending",
        "finance": "spending",
        "budget": "spending",
        "books": "reading",
        "read_time": "reading",
        "cigarettes": "smoking",
        "coffee": "caffeine",
        "screen": "screen_time",
        "phone": "screen_time",
        "food": "meals",
        "diet": "meals",
        "nutrition": "meals",
        "calories": "meals",
        "fruit": "fruit_vegetables",
        "vegetables": "fruit_vegetables",
        "learning": "study",
        "language": "languages",
        "language_learning": "languages",
        "instrument": "practice",
        "music": "practice",
        "migraine": "headache",
        "headaches": "headache",
        "period": "cycle",
        "menstruation": "cycle",
        "menstrual_cycle": "cycle",
        "journaling": "journal",
        "diary": "journal",
        "housework": "cleaning",
        "chores": "cleaning",
        "houseplants": "plants",
        "pet": "pets",
        "pet_care": "pets",
        "bp": "blood_pressure",
        "pressure": "blood_pressure",
        "pulse": "heart_rate",
        "sugar": "glucose",
        "blood_sugar": "glucose",
        "prayer_meditation": "meditation",
        "mindfulness": "meditation",
        "family": "calls_to_family",
        "family_calls": "calls_to_family",
        "calls": "calls_to_family",
        "work": "work_hours",
        "working_hours": "work_hours",
        "nap": "naps",
        "tea": "caffeine",
        "skin": "skincare",
    }
)
"""Other names of families."""

CUSTOM = "custom"
"""The family of what the catalogue does not know."""


def family_of(name: str) -> str:
    """The catalogue's name of a family, `custom` for one that it does not know."""
    key = name.strip().lower().replace("-", "_").replace(" ", "_")
    key = ALIASES.get(key, key)
    return key if key in CATALOGUE else CUSTOM
