"""A skill that only lacks its particulars: code with blanks, sentences, and examples by hand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from typing import Any

from exoskull.i18n import metric_name
from exoskull.i18n.catalogue import catalogue
from exoskull.i18n.translate import text

NOW = "2026-03-04T18:00:00+01:00"
"""The instant of every example, a Wednesday."""

TODAY = NOW[:10]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How a template speaks once its particulars are known: for its code and for its examples."""

    template: str
    language: str
    slots: Mapping[str, Any]

    @property
    def name(self) -> str:
        """What is measured, beginning a sentence."""
        said = metric_name(self.slots["metric"], self.language)
        return said[:1].upper() + said[1:]

    @property
    def other(self) -> str:
        """The second metric, within a sentence."""
        return metric_name(self.slots["other"], self.language)

    @property
    def unit(self) -> str:
        """The sign of the metric's unit with a space before it; "" for what is counted."""
        return unit_sign(self.slots.get("unit", ""), self.language)

    def pattern(self, name: str, /, **facts: Any) -> str:
        """The sentence `name` with its blanks as `%blank%`; `facts` fill some at once.

        A sentence that all templates share begins with `any-`.
        """
        key = f"skill-{name}" if name.startswith("any-") else f"skill-says-{self.template}-{name}"
        blanks = catalogue(self.language).entries[key].required
        told = {blank: f"%{blank}%" for blank in blanks} | facts
        return text(self.language, key, **told)

    def told(self, name: str, /, **pieces: str) -> str:
        """The sentence `name` with its blanks filled, as the code fills them."""
        said = self.pattern(name, **self.facts())
        for blank, piece in pieces.items():
            said = said.replace(f"%{blank}%", piece)
        return said

    def facts(self) -> dict[str, str]:
        """What is known before the skill runs, for every sentence of it."""
        known: dict[str, str] = {}
        if "metric" in self.slots:
            known["name"] = self.name
        if "other" in self.slots:
            known["other"] = self.other
        if "label" in self.slots:
            known["label"] = str(self.slots["label"])
        return known

    def num(self, plain: str) -> str:
        """A number written with a point, as the language writes it."""
        return plain.replace(".", self.point)

    def amount(self, plain: str) -> str:
        """A number with the metric's unit."""
        return self.num(plain) + self.unit

    @property
    def point(self) -> str:
        return "," if self.language == "pl" else "."


_SIGNS: Mapping[str, Mapping[str, str]] = {
    "PLN": {"pl": " zł", "en": " PLN"},
    "USD": {"pl": " USD", "en": " USD"},
    "EUR": {"pl": " EUR", "en": " EUR"},
    "GBP": {"pl": " GBP", "en": " GBP"},
    "/10": {"pl": "/10", "en": "/10"},
    "%": {"pl": "%", "en": "%"},
}
_PLAIN = frozenset({"h", "min", "km", "kg", "cm", "kcal", "ml", "mmHg", "bpm", "mg/dl", "°C"})


def unit_sign(unit: str, language: str) -> str:
    """A unit as it stands behind a number, the space included; "" for what is counted."""
    if unit in _SIGNS:
        return _SIGNS[unit][language]
    return f" {unit}" if unit in _PLAIN else ""


Examples = Callable[[Words], Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A skill with blanks.

    Args:
        slots: what has to be known, and what stands where nothing is said; `...`: it must be said.
        parts: the functions of `code.py` that the code uses, by name.
        code: of `run` and what it alone needs; `$SLOT` is a slot as a literal, `$say_x` the
            sentence `x`.
        properties: of the input; those without a default are required.
        daily_at: the person's hour at which it runs by itself; None: only when it is called.
    """

    name: str
    capabilities: tuple[str, ...]
    code: str
    examples: Examples
    slots: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    properties: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    daily_at: time | None = None

    @property
    def needs(self) -> tuple[str, ...]:
        """The slots that have to be said."""
        return tuple(name for name, usual in self.slots.items() if usual is ...)


def measured(*days: tuple[str, float], unit: str = "") -> list[dict[str, Any]]:
    """Measures for an example: a day of 2026 as `03-02`, at seven in the morning, and a value."""
    return [
        {"at": f"2026-{day}T07:00:00+01:00", "value": value, "unit": unit} for day, value in days
    ]


def given(**measures: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The world of an example, at NOW."""
    return {"now": NOW, "measures": dict(measures)} if measures else {"now": NOW}
