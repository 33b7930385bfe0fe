"""Made-up people out of labelled sentences: some have a lasting need, most say a thing in passing.

What is assumed, and stands in the docs: of those who speak of a matter at all, one in four has a
need that lasts. They speak of it on two to five days, now and then twice a day, and one in four
asks outright; the others say it once, seldom twice or thrice, mostly within one day. All say other
things between.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import numpy as np
from needs.figures import MENTIONS
from needs.labelled import Labelled, labelled

from exoskull.language.model import Language
from exoskull.needs import tally
from exoskull.needs.detect import detect
from exoskull.needs.model import Heard, Standing
from exoskull.needs.tally import Said

START = datetime(2026, 3, 2, 8, tzinfo=UTC)
LASTING = 0.25
ASKS = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A confidence that was given, and whether that need of the person's lasts."""

    confidence: float
    mentions: int
    days: int
    lasts: bool


def claims(half: str, *, people: int, seed: int) -> list[Claim]:
    """What is claimed of `people` made of the sentences of one half, after each mention."""
    rng = np.random.default_rng(seed)
    said = {one.text: _heard(one) for one in labelled(half)}
    spoken: dict[tuple[str, str], list[Labelled]] = defaultdict(list)
    asked: dict[tuple[str, str], list[Labelled]] = defaultdict(list)
    others: dict[str, list[Labelled]] = defaultdict(list)
    for one in labelled(half):
        for need in one.needs - {"open"}:
            into = asked if one.label in ("request", "skill") else spoken
            into[one.language, need].append(one)
        if not one.needs:
            others[one.language].append(one)
    matters = sorted(key for key, found in spoken.items() if len(found) >= 2)
    found: list[Claim] = []
    for _ in range(people):
        language, need = matters[rng.integers(len(matters))]
        lasts = rng.random() < LASTING
        days = _days(rng, lasts)
        script = [(day, rng.choice(spoken[language, need])) for day in days]
        if lasts and asked[language, need] and rng.random() < ASKS:
            script[-1] = (days[-1], rng.choice(asked[language, need]))
        script += [(int(day), rng.choice(others[language])) for day in rng.integers(0, 10, 8)]
        script.sort(key=lambda step: step[0])
        found += _live(script, said, need, lasts)
    return found


def _heard(one: Labelled) -> list[Heard]:
    return detect(one.text, Language(one.language))


def _days(rng, lasts: bool) -> list[int]:
    if lasts:
        days = np.sort(rng.choice(10, size=rng.integers(2, 6), replace=False))
        twice = rng.random(len(days)) < 0.25
        return [int(day) for day, again in zip(days, twice, strict=True) for _ in range(1 + again)]
    times = rng.choice([1, 2, 3], p=[0.7, 0.22, 0.08])
    first = int(rng.integers(0, 9))
    return [first, *(first + int(rng.random() < 0.35) for _ in range(times - 1))]


def _live(script, said, need: str, lasts: bool) -> list[Claim]:
    standings: list[Standing] = []
    found = []
    for number, (day, one) in enumerate(script):
        at = START + timedelta(days=day, minutes=11 * number)
        message = Said(message=str(number), at=at, text=one.text, heard=said[one.text])
        changes = tally.take(standings, message, UTC)
        standings = tally.applied(standings, changes)
        for change in changes:
            if change.act in MENTIONS:
                after = change.after
                found.append(
                    Claim(
                        confidence=after.confidence,
                        mentions=len(after.mentions),
                        days=after.days,
                        lasts=lasts and after.need == need,
                    )
                )
    return found


def reliability(claims: list[Claim], edges=(0, 0.1, 0.3, 0.5, 0.7, 0.85, 1.0)) -> list[dict]:
    """For each band of confidence: how many claims, their mean, and the share that was right."""
    rows = []
    for low, high in pairwise(edges):
        inside = [one for one in claims if low <= one.confidence < high]
        if inside:
            rows.append(
                {
                    "from": low,
                    "to": high,
                    "claims": len(inside),
                    "said": round(float(np.mean([one.confidence for one in inside])), 3),
                    "true": round(float(np.mean([one.lasts for one in inside])), 3),
                }
            )
    return rows


if __name__ == "__main__":
    import json
    import sys

    half = sys.argv[1] if len(sys.argv) > 1 else "tuning"
    found = claims(half, people=2000, seed=7)
    print(json.dumps(reliability(found), indent=0))
    brier = np.mean([(one.confidence - one.lasts) ** 2 for one in found])
    print("brier", round(float(brier), 4))
    by = defaultdict(list)
    for one in found:
        by[one.mentions, one.days].append(one.lasts)
    for key, values in sorted(by.items()):
        print(key, len(values), round(float(np.mean(values)), 2))
