"""A zone is found by a city as people type it, in Polish and English, and never guessed."""

import zoneinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.tenants.cities import CITIES
from exoskull.tenants.parse import parse_timezone
from exoskull.tenants.places import SHOWN, city_of, search, zone_of


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Warszawa", "Europe/Warsaw"),
        ("warsaw", "Europe/Warsaw"),
        ("Nowy Jork", "America/New_York"),
        ("new york", "America/New_York"),
        ("NOWY  JORK", "America/New_York"),
        ("Krakow", "Europe/Warsaw"),
        ("Łódź", "Europe/Warsaw"),
        ("lodz", "Europe/Warsaw"),
        ("Kijów", "Europe/Kyiv"),
        ("Londyn", "Europe/London"),
        ("Tokio", "Asia/Tokyo"),
        ("Kolkata", "Asia/Kolkata"),
        ("America/New_York", "America/New_York"),
        ("UTC", "UTC"),
        ("Nigdzie", "Nigdzie"),
        ("", ""),
    ],
)
def test_a_city_names_its_zone_in_either_language(typed: str, zone: str, language: str) -> None:
    assert zone_of(typed, language) == zone


def test_the_search_finds_by_beginnings_words_and_countries_the_likeliest_first() -> None:
    assert [one.city for one in search("nowy", "pl")][:1] == ["Nowy Jork"]
    assert [one.zone for one in search("jork", "pl")] == ["America/New_York"]
    assert [one.city for one in search("polska", "en")] == ["Warsaw"]
    assert search("w", "pl") == []
    assert len(search("san", "en")) <= SHOWN


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_city_that_is_offered_is_taken_and_every_zone_exists(language: str) -> None:
    for query in ("an", "ma", "sa", "lo", "be", "st", "po"):
        for place in search(query, language, limit=200):
            assert zone_of(place.said(language), language) == place.zone
            assert parse_timezone(place.zone) == place.zone
    assert set(CITIES) <= zoneinfo.available_timezones()


def test_a_zone_is_called_as_people_call_it() -> None:
    assert city_of("America/New_York", "pl") == "Nowy Jork"
    assert city_of("America/Argentina/Buenos_Aires", "en") == "Buenos Aires"
    assert city_of("UTC", "pl") == "UTC"


@given(st.text(max_size=100))
def test_anything_may_be_typed(typed: str) -> None:
    assert len(search(typed, "pl")) <= SHOWN
    assert isinstance(zone_of(typed, "en"), str)
