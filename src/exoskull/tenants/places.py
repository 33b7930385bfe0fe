"""Finding a time zone by a city or a country, as a person types it, in Polish or English.

The names are those of CLDR, by way of Babel, for the zones of tzdata's own table; capitals, accents
and the order of languages do not matter: "nowy jork", "New York" and "NOWY JORK" are one place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from exoskull.language.fold import fold
from exoskull.tenants.cities import CITIES

LANGUAGES = ("pl", "en")
SHOWN = 6
QUERY_MAX = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A city, in the words of one language. `zone`: its IANA name."""

    city: str
    country: str
    zone: str

    def said(self, language: str) -> str:
        """What to type for it: its city, or its zone where several cities are called so."""
        return self.city if zone_of(self.city, language) == self.zone else self.zone


def search(query: str, language: str, *, limit: int = SHOWN) -> Sequence[Place]:
    """The places that `query` may mean, the likeliest first: by city, zone or country.

    One place for each zone and city; nothing is found for less than two letters.
    """
    wanted = _plain(query[:QUERY_MAX])
    if len(wanted) < 2:
        return []
    found: dict[tuple[str, str], tuple[int, int]] = {}
    places = _places(language)
    for at, (place, names) in enumerate(places):
        rank = min((_rank(wanted, name, weight) for name, weight in names), default=_NEVER)
        if rank < _NEVER:
            key = (place.city, place.zone)
            found[key] = min(found.get(key, (_NEVER, at)), (rank, at))
    return [places[at][0] for _, at in sorted(found.values())[:limit]]


def zone_of(typed: str, language: str) -> str:
    """The zone of the one place that `typed` names; `typed` itself where that is none or several.

    What is not an IANA name after this is for `parse_timezone` to refuse.
    """
    wanted = _plain(typed[:QUERY_MAX])
    if "/" in typed or not wanted:
        return typed.strip()
    for language_first in (language, *(one for one in LANGUAGES if one != language)):
        zones = {
            place.zone
            for place, names in _places(language_first)
            if any(weight == 0 and name == wanted for name, weight in names)
        }
        if len(zones) == 1:
            return zones.pop()
    return typed.strip()


def city_of(zone: str, language: str) -> str:
    """What people call the place that `zone` is named after: "Nowy Jork"."""
    return _cities(language).get(zone) or zone.rpartition("/")[2].replace("_", " ")


RENAMED = {
    "Africa/Asmara": "Africa/Asmera",
    "America/Nuuk": "America/Godthab",
    "Asia/Ho_Chi_Minh": "Asia/Saigon",
    "Asia/Kathmandu": "Asia/Katmandu",
    "Asia/Kolkata": "Asia/Calcutta",
    "Asia/Yangon": "Asia/Rangoon",
    "Atlantic/Faroe": "Atlantic/Faeroe",
    "Europe/Kyiv": "Europe/Kiev",
    "Pacific/Chuuk": "Pacific/Truk",
    "Pacific/Kanton": "Pacific/Enderbury",
    "Pacific/Pohnpei": "Pacific/Ponape",
}
"""What CLDR still calls a zone."""

_NEVER = 99


def _rank(wanted: str, name: str, weight: int) -> int:
    """0 for the very name, then its beginning, then a word's; a country's name comes after."""
    if name == wanted:
        return weight
    if name.startswith(wanted):
        return 1 + weight
    if f" {wanted}" in name:
        return 2 + weight
    return _NEVER


def _plain(text: str) -> str:
    return " ".join(fold(text.replace("_", " ").replace("-", " ")).split())


@cache
def _places(language: str) -> Sequence[tuple[Place, Sequence[tuple[str, int]]]]:
    """Every place with what it may be called, folded, and how far each name is from it."""
    made = []
    names = {one: _cities(one) for one in LANGUAGES}
    countries = {one: _countries(one) for one in LANGUAGES}
    for zone, code in _table().items():
        own = [(city_of(zone, one), 0) for one in (language, *LANGUAGES)]
        own.append((zone.rpartition("/")[2], 0))
        own += [(countries[one].get(code, ""), 3) for one in LANGUAGES]
        country = countries[language].get(code, "")
        place = Place(city=names[language].get(zone, zone), country=country, zone=zone)
        made.append((place, _folded(own)))
        for city in CITIES.get(zone, ()):
            other = Place(city=city, country=country, zone=zone)
            made.append((other, _folded([(city, 0)])))
    return made


def _folded(names: Sequence[tuple[str, int]]) -> Sequence[tuple[str, int]]:
    return list(dict.fromkeys((_plain(name), weight) for name, weight in names if name))


@cache
def _table() -> Mapping[str, str]:
    """The zones that people live in, each with the country that it is first of."""
    text = files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


@cache
def _cities(language: str) -> Mapping[str, str]:
    from babel import Locale

    told = Locale.parse(language).time_zones
    return {zone: _city(zone, told) for zone in _table()}


def _city(zone: str, told: Mapping[str, Mapping[str, str]]) -> str:
    """The city of CLDR, which keeps the names that zones had once."""
    region, last = zone.partition("/")[0], zone.rpartition("/")[2]
    for name in (zone, RENAMED.get(zone, ""), f"{region}/{last}"):
        if city := told.get(name, {}).get("city"):
            return str(city)
    return last.replace("_", " ")


@cache
def _countries(language: str) -> Mapping[str, str]:
    from babel import Locale

    return {str(code): str(name) for code, name in Locale.parse(language).territories.items()}
