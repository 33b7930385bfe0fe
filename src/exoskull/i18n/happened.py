"""An event of the feed, told in one sentence; and why something was not done."""

import re
from collections.abc import Mapping
from datetime import datetime, tzinfo
from math import isfinite
from typing import Any

from exoskull.i18n.catalogue import catalogue
from exoskull.i18n.changes import changes
from exoskull.i18n.dates import local_date, local_time
from exoskull.i18n.measures import measure, measured
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
    `<name>_count`; dates and instants are written out, in the person's `zone`. Added are, in
    words: `measured`, `have_text` and `target_text` (a metric and its values), `verb` and `scope`
    (of a pattern or an action), `why_not_text` and `reason_text` (full sentences),
    `changes` (of settings, sentences), `job_name`, and `approach_name`,
    `old_name` and `new_name` of strategies.

    A kind without an entry, or an event that lacks what its entry needs, is told by its kind.
    """
    key = "feed-" + kind.replace(".", "-")
    told = _plain(data, language, zone) | _words(data, language)
    if (changed := changes(data, language, zone)) is not None:
        told["changes"] = changed
    if has(key, language) and catalogue(language).entries[key].required <= told.keys():
        return text(language, key, **told)
    return text(language, "feed-other", kind=kind)


def why_not(reason: str, language: str, **facts: Any) -> str:
    """Why something was not done, as a sentence.

    `reason` is a word of the loop's, the gate's or the schedule's ("quiet_hours", "too_late"), or
    the dotted key of an error; `facts` may hold `until`.
    """
    for key in (f"why-not-{reason}", f"slot-reason-{reason}", "error-" + reason.replace(".", "-")):
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
        case {"metric": str(metric), "value": int() | float() as value} if isfinite(value):
            words["measured"] = measured(metric, value, language, unit=str(data.get("unit") or ""))
        case {"metric": str(metric), "have": int() | float() as have} if isfinite(have):
            unit = str(data.get("unit") or "")
            words["have_text"] = measure(metric, have, language, unit=unit)
            if isinstance(target := data.get("target"), int | float) and isfinite(target):
                words["target_text"] = measure(metric, target, language, unit=unit)
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
        case {"job": str(job)}:
            words["job_name"] = _named(f"job-{job}", job, language)
    for name in ("approach", "old", "new"):
        if isinstance(approach := data.get(name), str) and has(f"approach-{approach}", language):
            words[f"{name}_name"] = text(language, f"approach-{approach}")
    return words


def _named(key: str, own: str, language: str) -> str:
    return text(language, key) if has(key, language) else own


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
    if len(line) <= QUOTE_MAX:
        return line
    return line[:QUOTE_MAX].rsplit(" ", 1)[0].rstrip(".,:; ") + "…"
