from zoneinfo import available_timezones

import pytest

from exoskull.language.model import Language
from exoskull.tenants.weeks import WeekStart, usual_week_start


@pytest.mark.parametrize(
    ("language", "timezone", "day"),
    [
        ("pl", "Europe/Warsaw", "monday"),
        ("pl", "America/Chicago", "monday"),
        ("en", "Europe/London", "monday"),
        ("en", "Australia/Sydney", "monday"),
        ("en", "UTC", "monday"),
        ("en", "America/New_York", "sunday"),
        ("en", "US/Pacific", "sunday"),
        ("en", "America/Argentina/Cordoba", "monday"),
        ("en", "America/Santiago", "monday"),
        ("en", "America/Sao_Paulo", "sunday"),
        ("en", "Asia/Tokyo", "sunday"),
        ("en", "Asia/Kolkata", "sunday"),
        ("en", "Asia/Tashkent", "monday"),
        ("en", "Pacific/Honolulu", "sunday"),
        ("en", "Pacific/Auckland", "monday"),
    ],
)
def test_weeks_begin_as_is_usual_there(language: str, timezone: str, day: str) -> None:
    assert usual_week_start(Language(language), timezone) == day


@pytest.mark.parametrize("language", Language)
def test_there_is_a_week_in_every_zone(language: Language) -> None:
    assert {usual_week_start(language, zone) for zone in available_timezones()} <= set(WeekStart)
