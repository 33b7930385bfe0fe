"""A finding in the person's words, with its n and how sure it is."""

from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from typing import Any

from exoskull.conductor.findings.model import Finding, FindingKind
from exoskull.i18n import local_date, measure, measured, metric_name, moment, number, text


def sentence(finding: Finding, language: str, zone: tzinfo) -> str:
    """What the finding says; readings with their instants in `zone`."""
    said = finding.statement
    match finding.kind:
        case FindingKind.WEEKDAY:
            return _weekday(finding.metric, said, language)
        case FindingKind.CHANGE:
            return _change(finding.metric, said, language)
        case FindingKind.RELATION:
            assert finding.other_metric is not None
            return _relation(finding.metric, finding.other_metric, said, language)
        case FindingKind.WEAK_STRATEGY:
            return text(
                language,
                "trend-strategy-weak",
                title=said["title"],
                done=said["done"],
                days=said["days"],
            )
        case _:
            return _flaw(finding, language, zone)


def chance(p: float, language: str) -> str:
    """A p or q as it is written: "0,003", never "0"."""
    return f"< {number(0.001, language, 3)}" if p < 0.001 else f"= {number(p, language, 3)}"


def _weekday(metric: str, said: Mapping[str, Any], language: str) -> str:
    facts: dict[str, Any] = {
        "weekday": said["weekday"],
        "weeks": said["weeks"],
        "p": chance(said["p"], language),
    }
    if metric == "sleep_hours":
        minutes = abs(round(said["difference"] * 60))
        less = "yes" if said["difference"] < 0 else "no"
        return text(language, "trend-weekday-sleep", minutes=minutes, less=less, **facts)
    return text(
        language,
        "trend-weekday",
        there=_told(metric, said["there"], said, language),
        elsewhere=_told(metric, said["elsewhere"], said, language),
        **facts,
    )


def _change(metric: str, said: Mapping[str, Any], language: str) -> str:
    return text(
        language,
        "trend-change",
        on=local_date(date.fromisoformat(said["on"]), language),
        after=_told(metric, said["after"], said, language),
        before=_told(metric, said["before"], said, language),
        n_after=said["n_after"],
        n_before=said["n_before"],
        p=chance(said["p"], language),
    )


def _relation(first: str, second: str, said: Mapping[str, Any], language: str) -> str:
    unit = {"unit": said["other_unit"]}
    return text(
        language,
        "trend-relation-next" if said["lag"] else "trend-relation-same",
        first=metric_name(first, language),
        high=_told(second, said["high"], unit, language),
        low=_told(second, said["low"], unit, language),
        n=said["n"],
        rho=number(said["rho"], language),
        q=chance(said["q"], language),
    )


def _flaw(finding: Finding, language: str, zone: tzinfo) -> str:
    said, metric = finding.statement, finding.metric
    at = datetime.fromisoformat(said["at"]).astimezone(zone)
    facts: dict[str, Any] = {
        "value": _told(metric, said["value"], said, language),
        "when": moment(at, date.max, language),
    }
    if finding.kind is FindingKind.UNIT_SLIP:
        facts["suggested"] = _short(metric, said["suggested"], said, language)
        facts["usual"] = _short(metric, said["usual"], said, language)
        return text(language, "trend-flaw-unit_slip", **facts)
    if finding.kind is FindingKind.DUPLICATE:
        return text(language, "trend-flaw-duplicate", **facts)
    return text(language, "trend-flaw-impossible", **facts)


def _told(metric: str, value: float, said: Mapping[str, Any], language: str) -> str:
    return measured(metric, value, language, unit=said["unit"], digits=_digits(value))


def _short(metric: str, value: float, said: Mapping[str, Any], language: str) -> str:
    return measure(metric, value, language, unit=said["unit"], digits=_digits(value))


def _digits(value: float) -> int:
    """Decimals of a mean: two figures more than anybody needs are noise."""
    return 0 if abs(value) >= 100 else 1
