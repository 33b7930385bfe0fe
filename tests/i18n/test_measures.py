"""Measures in words, for every metric that the product knows."""

import pytest

from exoskull.i18n import has, measure, measured, metric_name
from exoskull.language.metrics import METRICS


@pytest.mark.parametrize("metric", sorted(METRICS))
@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_known_metric_has_its_own_words(metric: str, language: str) -> None:
    for key in (f"measure-{metric}", f"measured-{metric}", f"metric-{metric}"):
        assert has(key, language), key


@pytest.mark.parametrize(
    ("metric", "value", "polish", "english"),
    [
        ("water_glasses", 1, "1 szklanka", "1 glass"),
        ("water_glasses", 0.5, "0,5 szklanki", "0.5 glasses"),
        ("water_glasses", 3, "3 szklanki", "3 glasses"),
        ("water_glasses", 8, "8 szklanek", "8 glasses"),
        ("runs", 1, "1 bieg", "1 run"),
        ("runs", 2, "2 biegi", "2 runs"),
        ("runs", 5, "5 biegów", "5 runs"),
        ("runs", 0, "0 biegów", "0 runs"),
        ("sleep_hours", 7.5, "7,5 godziny", "7.5 hours"),
        ("sleep_hours", 8, "8 godzin", "8 hours"),
        ("weight_kg", 71.6, "71,6 kg", "71.6 kg"),
        ("mood", 6, "6/10", "6/10"),
        ("mood", 5.3333, "5,3/10", "5.3/10"),
        ("spending_pln", 45.5, "45,50 zł", "45.50 PLN"),
        ("steps", 12500, "12\u202f500 kroków", "12,500 steps"),
        ("pushups", 22, "22 pompki", "22 push-ups"),
        ("temperature_c", 36.6, "36,6°C", "36.6°C"),
        ("body_fat_percent", 20, "20%", "20%"),
    ],
)
def test_a_measure_has_its_unit(metric: str, value: float, polish: str, english: str) -> None:
    assert measure(metric, value, "pl") == polish
    assert measure(metric, value, "en") == english


@pytest.mark.parametrize(
    ("metric", "value", "polish", "english"),
    [
        ("run_km", 4.2, "4,2 km biegu", "4.2 km of running"),
        ("sleep_hours", 7.5, "7,5 godziny snu", "7.5 hours of sleep"),
        ("water_glasses", 3, "3 szklanki wody", "3 glasses of water"),
        ("weight_kg", 72, "waga 72 kg", "weight 72 kg"),
        ("mood", 6, "nastrój 6/10", "mood 6/10"),
    ],
)
def test_what_was_measured_is_named(metric: str, value: float, polish: str, english: str) -> None:
    assert measured(metric, value, "pl") == polish
    assert measured(metric, value, "en") == english


def test_the_plural_follows_the_digits_that_are_shown() -> None:
    assert measure("sleep_hours", 5.04, "pl", digits=1) == "5 godzin"
    assert measure("sleep_hours", 5.26, "pl", digits=1) == "5,3 godziny"


def test_a_metric_of_the_persons_own_is_told_by_its_name_and_unit() -> None:
    assert measured("gitara", 30, "pl", unit="min") == "gitara: 30 minut"
    assert measured("guitar_practice", 1, "en", unit="min") == "guitar practice: 1 minute"
    assert measure("gitara", 2, "pl") == "2"
    assert measure("gitara", 2.5, "pl", unit="akordy") == "2,5 akordy"
    assert measure("share", 30, "en", unit="%") == "30%"
    assert metric_name("guitar_practice", "pl") == "guitar practice"


def test_a_metric_called_like_an_entry_of_another_kind_is_still_a_metric() -> None:
    assert measure("any", 2, "en") == "2" or has("measure-any")
