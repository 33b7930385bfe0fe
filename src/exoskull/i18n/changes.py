"""Changes of settings, each told in a sentence of its own."""

from collections.abc import Mapping
from datetime import datetime, time, tzinfo
from typing import Any

from exoskull.i18n.catalogue import catalogue
from exoskull.i18n.dates import local_date, local_time
from exoskull.i18n.listing import listing
from exoskull.i18n.translate import has, text

FOREVER = 9999
"""The year of a pause without an end."""


def changes(data: Mapping[str, Any], language: str, zone: tzinfo) -> str | None:
    """What the event `settings.changed` says, a sentence `setting-<name>` for each of `changed`.

    None where nothing is named. A setting without a sentence, or without the value that its
    sentence needs, is told by its name.
    """
    names = data.get("changed")
    if not isinstance(names, list) or not names:
        return None
    told: list[str] = []
    for name in map(str, names):
        key = f"setting-{name}"
        value = _said(name, data.get(name), language, zone)
        given = {} if value is None else {"value": value}
        if has(key, language) and catalogue(language).entries[key].required <= given.keys():
            told.append(text(language, key, **given))
        else:
            told.append(text(language, "setting-other", name=name))
    return " ".join(told)


def _said(name: str, value: Any, language: str, zone: tzinfo) -> Any:
    """`value` as a sentence says it; None where there is none."""
    match name, value:
        case "channels", [*channels]:
            each = [text(language, "part-channel-by", channel=str(one)) for one in channels]
            return listing(each, language) if each else None
        case "paused_until", str(until):
            at = datetime.fromisoformat(until)
            if at.year == FOREVER:
                return "open"
            at = at.astimezone(zone)
            day = local_date(at, language, today=at)
            return text(language, "date-and-time", date=day, time=local_time(at, language))
        case "quiet_from" | "quiet_until" | "morning_at" | "evening_at", str(clock):
            return local_time(time.fromisoformat(clock), language)
    return value
