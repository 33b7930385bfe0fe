"""An event of the feed, told in one sentence; and why something was not done."""

import re
from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any

from exoskull.i18n.catalogue import catalogue
from exoskull.i18n.dates import local_date, local_time
from exoskull.i18n.listing import listing
from exoskull.i18n.measures import measured
from exoskull.i18n.translate import has, text

QUOTE_MAX = 160
"""Characters of a message that the feed quotes."""

_TIMES = (
    "due",
    "by",
    "until",
    "send_at",
    "remind_at",
    "expires_at",
    "measured_at",
    "slot",
    "local",
)
_WORD = re.compile(r"[a-z][a-z0-9_.]*")
_INNER_QUOTES = {"pl": str.maketrans("„”", "«»"), "en": str.maketrans('"', "'")}


def happened(kind: str, data: Mapping[str, Any], language: str, zone: tzinfo) -> str:
    """What happened: the entry `feed-<kind>`, dots turned to dashes, told the event's `data`.

    An object within `data` gives its fields as `<name>_<field>`, a list its length as
    `<name>_count`; dates and instants are written out, in the person's `zone`. Added are:
    `measured` (a metric and its value, in words), `verb` and `scope` of a pattern or an action,
    `why_not_text` and `reason_text` (full sentences), `changed_names` (of settings).

    A kind without an entry, or an event that lacks what its entry needs, is told by its kind.
    """
    key = "feed-" + kind.replace(".", "-")
    told = _plain(data, language, zone) | _words(data, language)
    if has(key, language) and catalogue(language).entries[key].required <= told.keys():
        return text(language, key, **told)
    return text(language, "feed-other", kind=kind)


def why_not(reason: str, language: str, **facts: Any) -> str:
    """Why something was not done, as a sentence.

    `reason` is a word of the loop's or the gate's ("quiet_hours", "denied_by_rule") or the dotted
    key of an error; `facts` may hold `until`.
    """
    for key in (f"why-not-{reason}", "error-" + reason.replace(".", "-")):
        if has(key, language) and catalogue(language).entries[key].required <= facts.keys():
            return text(language, key, **facts)
    return text(language, "why-not-other", reason=reason.replace("_", " "))


def _plain(data: Mapping[str, Any], language: str, zone: tzinfo) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for name, value in data.items():
        if isinstance(value, Mapping):
            told |= {f"{name}_{field}": part for field, part in value.items()}
        elif isinstance(value, list | tuple):
            told[f"{name}_count"] = len(value)
        elif name in _TIMES and isinstance(value, str):
            told[name] = _when(value, language, zone)
        elif name == "text":
            told[name] = _quoted(str(value), language)
        else:
            told[name] = value
    return told


def _words(data: Mapping[str, Any], language: str) -> dict[str, Any]:
    words: dict[str, Any] = {}
    match data:
        case {"metric": str(metric), "value": int() | float() as value}:
            words["measured"] = measured(metric, value, language, unit=str(data.get("unit") or ""))
    match data:
        case {"pattern": str(rule)} | {"action": str(rule)}:
            verb, _, scope = rule.replace("*", "all").partition(":")
            words |= {"verb": verb, "scope": scope}
    match data:
        case {"why_not": str(reason)}:
            words["why_not_text"] = why_not(reason, language)
        case {"reason": str(reason)} if _WORD.fullmatch(reason):
            words["why_not_text"] = why_not(reason, language)
        case {"reason": str(reason)}:
            words["reason_text"] = reason
    match data:
        case {"changed": [*names]}:
            named = [_setting(str(name), language) for name in names]
            words["changed_names"] = listing(named, language)
    return words


def _setting(name: str, language: str) -> str:
    return text(language, key) if has(key := f"setting-{name}", language) else name


def _when(value: str, language: str, zone: tzinfo) -> str:
    """A date or an instant, ISO 8601, without its year: the feed is about these days."""
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return value
    at = at.astimezone(zone) if at.tzinfo else at
    day = local_date(at, language, today=at)
    if len(value) == len("2026-03-05"):
        return day
    return text(language, "date-and-time", date=day, time=local_time(at, language))


def _quoted(value: str, language: str) -> str:
    """`value` on one line, shortened, fit to stand between the language's quotation marks."""
    line = " ".join(value.split()).translate(_INNER_QUOTES[language])
    return line if len(line) <= QUOTE_MAX else line[:QUOTE_MAX].rsplit(" ", 1)[0] + "…"
