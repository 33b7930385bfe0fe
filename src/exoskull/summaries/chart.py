"""A bar chart that every mail program shows: tables and colours in the HTML, blocks in the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

BLOCKS = 16
"""Length of the longest bar in the text part, in characters."""
INK, PAPER = "#0f766e", "#e5e7eb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A bar as it is drawn: `share` of the longest, 0 to 1; None where there is no value. `shown`
    is the value, or that there is none, in words."""

    label: str
    share: float | None
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    title: str
    strokes: Sequence[Stroke]


def shares(values: Sequence[float | None]) -> list[float | None]:
    """Each of `values` as a share of the largest, from zero; what is below zero has no length."""
    longest = max((value for value in values if value is not None), default=0.0)
    return [
        None if value is None else max(0.0, value) / longest if longest > 0 else 0.0
        for value in values
    ]


def as_text(chart: Chart) -> list[str]:
    """The chart as lines: the label, the bar, the value."""
    width = max((len(stroke.label) for stroke in chart.strokes), default=0)
    lines = [chart.title]
    for stroke in chart.strokes:
        drawn = "█" * round((stroke.share or 0.0) * BLOCKS)
        lines.append(f"  {stroke.label:<{width}}  {f'{drawn} ' if drawn else ''}{stroke.shown}")
    return lines


def as_html(chart: Chart) -> Markup:
    """The chart as a table with a caption and row heads: a screen reader reads it as what it is."""
    rows = Markup("").join(_row(stroke) for stroke in chart.strokes)
    return Markup(
        '<table width="100%" cellpadding="0" cellspacing="0" '
        'style="margin:12px 0;border-collapse:collapse;font-size:14px">'
        '<caption style="text-align:left;font-weight:bold;padding-bottom:6px">{}</caption>'
        "{}</table>"
    ).format(chart.title, rows)


def _row(stroke: Stroke) -> Markup:
    percent = round(100 * (stroke.share or 0.0))
    return Markup(
        '<tr><th scope="row" align="left" width="64" '
        'style="font-weight:normal;padding:3px 8px 3px 0;white-space:nowrap">{label}</th>'
        '<td style="padding:3px 0">{bar}</td>'
        '<td align="right" style="padding:3px 0 3px 8px;white-space:nowrap">{shown}</td></tr>'
    ).format(label=stroke.label, bar=_bar(percent), shown=stroke.shown)


def _bar(percent: int) -> Markup:
    filled = Markup('<td width="{}%" bgcolor="{}" height="12"></td>').format(percent, INK)
    empty = Markup('<td width="{}%" bgcolor="{}" height="12"></td>').format(100 - percent, PAPER)
    return Markup(
        '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" '
        'style="border-collapse:collapse"><tr>{}{}</tr></table>'
    ).format(filled if percent else "", empty if percent < 100 else "")
