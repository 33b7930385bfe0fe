"""What an entry measures, and what entry a measure is: values carried over by an app's links.

Pure.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from exoskull.apps.model import AppSpec, Column, ColumnType, MetricLink
from exoskull.language.metrics import METRICS


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One measure that an entry is; `value` in the metric's own unit."""

    metric: str
    value: float
    unit: str


def measures_of(spec: AppSpec, cells: Mapping[str, Any]) -> list[Told]:
    """The measures that an entry with these cells is, in the order of the links."""
    found = [(link, _value(spec, link, cells)) for link in spec.metrics]
    return [
        Told(metric=link.metric, value=round(value * link.factor, 6), unit=unit_of(spec, link))
        for link, value in found
        if value is not None
    ]


def unit_of(spec: AppSpec, link: MetricLink) -> str:
    """The unit of the link's metric: the catalogue's, else its column's."""
    known = METRICS.get(link.metric)
    if known is not None:
        return known.unit
    column = spec.column(link.column) if link.column else None
    return column.unit if column else ""


def _value(spec: AppSpec, link: MetricLink, cells: Mapping[str, Any]) -> float | None:
    if link.column is None:
        return 1.0
    column = spec.column(link.column)
    value = cells.get(column.key) if column else None
    if isinstance(value, bool):
        return 1.0 if value else None
    return None if value is None else float(value)


def link_to(spec: AppSpec, metric: str) -> MetricLink | None:
    """How the app is linked to `metric`."""
    return next((link for link in spec.metrics if link.metric == metric), None)


def cells_for(spec: AppSpec, link: MetricLink, value: float) -> dict[str, Any] | None:
    """The cells of an entry that a measure of `value` is; None where it cannot be one: it is out
    of the column's range, or no whole number where the column holds such.

    A count of sessions has no cell of its own.
    """
    column = spec.column(link.column) if link.column else None
    if column is None:
        return {}
    return _fit(column, value / link.factor)


def _fit(column: Column, value: float) -> dict[str, Any] | None:
    if column.type is ColumnType.BOOLEAN:
        return {column.key: value > 0}
    low = column.low if column.low is not None else float("-inf")
    high = column.high if column.high is not None else float("inf")
    if not low <= value <= high:
        return None
    if column.type in (ColumnType.INTEGER, ColumnType.RATING):
        return {column.key: round(value)} if abs(value - round(value)) < 1e-9 else None
    return {column.key: round(value, 2 if column.type is ColumnType.MONEY else 6)}
