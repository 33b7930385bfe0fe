"""On which day a person's weeks begin, where they have not said so."""

from enum import StrEnum

from exoskull.language.model import Language


class WeekStart(StrEnum):
    MONDAY = "monday"
    SUNDAY = "sunday"


_SUNDAY_AREAS = ("America/", "US/", "Canada/", "Mexico/", "Brazil/")
_MONDAY_IN_AMERICA = (
    "America/Argentina/",
    "America/Buenos_Aires",
    "America/Santiago",
    "America/Punta_Arenas",
    "America/Montevideo",
    "America/Guayaquil",
    "America/Costa_Rica",
    "America/Nuuk",
    "America/Godthab",
)
_SUNDAY_CITIES = {
    "Africa": "Addis_Ababa Harare Johannesburg Maputo Nairobi",
    "Asia": "Bangkok Calcutta Dhaka Hong_Kong Jakarta Jerusalem Karachi Kathmandu Kolkata Macau "
    "Manila Riyadh Seoul Singapore Taipei Tel_Aviv Tokyo Yangon",
    "Pacific": "Guam Honolulu Pago_Pago",
}
"""Source: first days of the week by territory, Unicode CLDR 46, supplemental/weekData."""


def usual_week_start(language: Language, timezone: str) -> WeekStart:
    """Monday in Polish. In English, as it is where the time zone lies: Sunday in the Americas but
    for a few countries, and in the cities of a small table; Monday elsewhere."""
    if language is Language.PL:
        return WeekStart.MONDAY
    area, _, city = timezone.partition("/")
    if timezone.startswith(_SUNDAY_AREAS):
        sunday = not timezone.startswith(_MONDAY_IN_AMERICA)
    else:
        sunday = city in _SUNDAY_CITIES.get(area, "").split()
    return WeekStart.SUNDAY if sunday else WeekStart.MONDAY
