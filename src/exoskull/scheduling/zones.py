"""IANA time zones, from the pinned `tzdata` package: the same on every machine."""

import zoneinfo
from difflib import get_close_matches
from functools import cache

import whenever

from exoskull.kit.errors import InvalidInput

# Neither library looks at the operating system's own, older or newer, copy.
whenever.reset_tzpath([])
zoneinfo.reset_tzpath([])


@cache
def _by_lower_case() -> dict[str, str]:
    return {name.lower(): name for name in whenever.available_timezones()}


def is_zone(name: str) -> bool:
    """Whether `name` is an IANA zone, spelt as IANA does."""
    return _by_lower_case().get(name.lower()) == name


def parse_zone(value: str) -> str:
    """The IANA name of the zone, whatever the case of `value`.

    Raises:
        InvalidInput: `timezone.unknown`, with the names that come nearest.
    """
    zones = _by_lower_case()
    wanted = value.strip().lower()
    if name := zones.get(wanted):
        return name
    city = wanted.rsplit("/", 1)[-1].replace(" ", "_")
    near = [zone for zone in sorted(zones) if city and zone.rsplit("/", 1)[-1] == city][:3]
    near += get_close_matches(wanted, zones, n=3, cutoff=0.6)
    suggestions = ", ".join(zones[zone] for zone in dict.fromkeys(near)) or None
    raise InvalidInput(
        "timezone.unknown", field="timezone", value=value[:64], suggestions=suggestions
    )


@cache
def known_zones() -> tuple[str, ...]:
    """Every IANA zone there is here, by name."""
    return tuple(sorted(_by_lower_case().values()))
