"""The learning curve as a drawing (SVG): reward per decision by week, between two levels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 64, 200, 56, 52


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A line of the drawing: a value from 0 to 1 for each week (0 is the first) that has one."""

    name: str
    colour: str
    values: Mapping[int, float]
    dashed: bool = False
    weight: float = 2.5


def draw(series: Sequence[Series], *, title: str, subtitle: str) -> str:
    """The drawing, readable on a light or a dark page; series without a value are left out."""
    shown = [one for one in series if one.values]
    weeks = max((max(one.values) for one in shown), default=0) + 1
    top = _ceiling(max((value for one in shown for value in one.values.values()), default=1.0))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" role="img" aria-label="{escape(title)}" '
        'font-family="system-ui, sans-serif" font-size="13">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        _text(LEFT, 24, title, size=16, weight="600", fill="#111827"),
        _text(LEFT, 43, subtitle, fill="#4b5563"),
        *_axes(weeks, top),
    ]
    ends: list[tuple[float, Series]] = []
    for one in shown:
        points = [(_x(week, weeks), _y(value, top)) for week, value in sorted(one.values.items())]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        dash = ' stroke-dasharray="6 5"' if one.dashed else ""
        parts.append(
            f'<polyline points="{path}" fill="none" stroke="{one.colour}" '
            f'stroke-width="{one.weight}" stroke-linejoin="round"{dash}/>'
        )
        if not one.dashed:
            parts += [
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{one.colour}"/>'
                for x, y in points
            ]
        ends.append((points[-1][1], one))
    parts += _labels(ends)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _axes(weeks: int, top: float) -> list[str]:
    parts = []
    for step in range(6):
        value = top * step / 5
        y = _y(value, top)
        parts.append(
            f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}" '
            f'stroke="{"#9ca3af" if step == 0 else "#e5e7eb"}"/>'
        )
        parts.append(_text(LEFT - 8, y + 4, f"{value:.2f}", anchor="end", fill="#4b5563"))
    every = max(1, -(-weeks // 12))
    for week in range(0, weeks, every):
        x = _x(week, weeks)
        parts.append(_text(x, HEIGHT - BOTTOM + 20, str(week + 1), anchor="middle", fill="#4b5563"))
    middle = (LEFT + WIDTH - RIGHT) / 2
    parts.append(_text(middle, HEIGHT - 12, "week", anchor="middle", fill="#111827"))
    y = (TOP + HEIGHT - BOTTOM) / 2
    parts.append(
        f'<text x="18" y="{y:.1f}" text-anchor="middle" fill="#111827" '
        f'transform="rotate(-90 18 {y:.1f})">reward per decision</text>'
    )
    return parts


def _labels(ends: Sequence[tuple[float, Series]]) -> list[str]:
    """The lines' names beside their ends, kept apart."""
    parts, last = [], 0.0
    for y, one in sorted(ends, key=lambda end: end[0]):
        last = max(y + 4, last + 18)
        parts.append(_text(WIDTH - RIGHT + 14, last, one.name, fill=one.colour, weight="600"))
    return parts


def _x(week: int, weeks: int) -> float:
    across = WIDTH - RIGHT - LEFT
    return LEFT + across / 2 if weeks == 1 else LEFT + 8 + (across - 16) * week / (weeks - 1)


def _y(value: float, top: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top


def _ceiling(value: float) -> float:
    return next((mark for mark in (0.1, 0.2, 0.25, 0.5, 0.75) if value <= mark), 1.0)


def _text(
    x: float,
    y: float,
    text: str,
    *,
    fill: str,
    anchor: str = "start",
    size: int = 13,
    weight: str = "400",
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" '
        f'font-weight="{weight}" fill="{fill}">{escape(text)}</text>'
    )
