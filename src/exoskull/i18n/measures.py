"""What was measured, in words: "7,5 godziny", "4,2 km biegu", "waga: 72 kg"."""

from exoskull.i18n.numbers import Number, rounded
from exoskull.i18n.translate import has, text

_SIGNS = {"%": "percent", "/10": "tenths", "°C": "celsius", "mg/dl": "mg-dl"}
"""Units that no entry can be called by."""


def measure(metric: str, value: Number, language: str, *, unit: str = "", digits: int = 2) -> str:
    """`value` with its unit, in the nominative: "7,5 godziny", "1 szklanka", "6/10".

    `unit` is used for metrics that have no entry of their own; `value` must be finite and is
    rounded to `digits` decimals, which its plural follows.
    """
    value = rounded(value, digits)
    if has(key := f"measure-{metric}"):
        return text(language, key, value=value)
    if has(key := f"unit-{_SIGNS.get(unit, unit).lower()}"):
        return text(language, key, value=value)
    return text(language, "measure-any", value=value, unit=unit or None)


def measured(metric: str, value: Number, language: str, *, unit: str = "", digits: int = 2) -> str:
    """`value` with its unit and what it is of: "7,5 godziny snu", "3 szklanki wody"."""
    if has(key := f"measured-{metric}"):
        return text(language, key, value=rounded(value, digits))
    return text(
        language,
        "measured-any",
        name=metric_name(metric, language),
        measure=measure(metric, value, language, unit=unit, digits=digits),
    )


def metric_name(metric: str, language: str) -> str:
    """The metric's name, in the nominative: "sen", "bieganie"; its own, in words, if unknown."""
    if has(key := f"metric-{metric}"):
        return text(language, key)
    return text(language, "metric-any", name=metric.replace("_", " ").strip())
