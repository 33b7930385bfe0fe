"""The reliability of needs, on the half that nothing was tuned to: figures, and the picture.

`PYTHONPATH=tests python tests/needs/curve.py docs/images/needs-reliability.svg`
"""

import json
import sys
from pathlib import Path

from needs.figures import figures
from needs.labelled import labelled
from needs.tapes import claims, reliability

from exoskull.language.model import Language
from exoskull.needs.candidates import candidates
from exoskull.needs.meaning import meaning
from exoskull.needs.weighing import probability

PEOPLE, SEED = 3000, 7
SIZE, EDGE = 360, 44


def sentences(half: str) -> list[dict]:
    """Reliability of the probability that a sentence is a mention, over all families considered."""
    told = []
    for one in labelled(half):
        meant = meaning(one.text)
        language = Language(one.language).value
        for reading, best in candidates(one.text, language, meant):
            share = probability(reading, meant, best=best)
            told.append((share, reading.family.value in one.needs))
    rows = []
    for low, high in ((0, 0.05), (0.05, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 1.01)):
        inside = [(share, right) for share, right in told if low <= share < high]
        if inside:
            said = sum(share for share, _ in inside) / len(inside)
            true = sum(right for _, right in inside) / len(inside)
            rows.append({"claims": len(inside), "said": round(said, 3), "true": round(true, 3)})
    return rows


def svg(needs: list[dict], mentions: list[dict]) -> str:
    """Both curves: what was said across, what was true upwards; the diagonal is perfect."""

    def place(row: dict) -> tuple[float, float]:
        span = SIZE - 2 * EDGE
        return EDGE + row["said"] * span, SIZE - EDGE - row["true"] * span

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE + 34}" '
        'font-family="sans-serif" font-size="11">',
        "<title>Reliability of need detection</title>",
        f'<rect width="{SIZE}" height="{SIZE + 34}" fill="#fff"/>',
        f'<path d="M{EDGE} {SIZE - EDGE}L{SIZE - EDGE} {EDGE}" stroke="#bbb" '
        'stroke-dasharray="4 4"/>',
        f'<path d="M{EDGE} {EDGE}V{SIZE - EDGE}H{SIZE - EDGE}" stroke="#555" fill="none"/>',
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        x, y = place({"said": tick, "true": tick})
        lines.append(f'<text x="{x:.0f}" y="{SIZE - EDGE + 15}" text-anchor="middle">{tick}</text>')
        lines.append(f'<text x="{EDGE - 8}" y="{y + 4:.0f}" text-anchor="end">{tick}</text>')
    middle = SIZE / 2
    lines.append(f'<text x="{middle}" y="{SIZE - 8}" text-anchor="middle">said</text>')
    lines.append(
        f'<text x="12" y="{middle}" text-anchor="middle" '
        f'transform="rotate(-90 12 {middle})">true</text>'
    )
    for rows, colour in ((needs, "#1f5fbf"), (mentions, "#c2571a")):
        points = [place(row) for row in rows]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        lines.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        lines += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in points]
    lines += [
        f'<text x="{EDGE}" y="{SIZE + 8}" fill="#1f5fbf">confidence that a need lasts</text>',
        f'<text x="{EDGE}" y="{SIZE + 24}" fill="#c2571a">probability that a message is a mention'
        "</text>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    needs = reliability(claims("heldout", people=PEOPLE, seed=SEED))
    mentions = sentences("heldout")
    print(
        json.dumps({"figures": figures("heldout"), "needs": needs, "mentions": mentions}, indent=1)
    )
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(svg(needs, mentions), encoding="utf-8")
