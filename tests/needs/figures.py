"""How good detection is on a half of the labelled sentences: `python tests/needs/figures.py`.

Prints precision, recall and false positives by language, and the reliability of probabilities.
With `--errors` it also prints what went wrong, on the tuning half only.
"""

import json
import sys
from collections import defaultdict
from functools import cache
from statistics import median
from time import perf_counter

from needs.labelled import Labelled, labelled

from exoskull.language.model import Language
from exoskull.needs.detect import detect
from exoskull.needs.model import Heard, SpeechAct

MENTIONS = {SpeechAct.COMPLAINT, SpeechAct.WISH, SpeechAct.REQUEST, SpeechAct.SKILL}


def heard(one: Labelled) -> list[Heard]:
    return [found for found in detect(one.text, Language(one.language)) if found.act in MENTIONS]


@cache
def figures(half: str, *, errors: bool = False) -> dict[str, dict[str, float]]:
    """Counts and rates by language: needs found (of a sentence's) against needs said."""
    told = {}
    for language in ("pl", "en"):
        right = wrong = missed = negatives = false = kinds = kinds_right = 0
        for one in labelled(half):
            if one.language != language:
                continue
            found = heard(one)
            names = {said.family.value for said in found}
            right += len(names & one.needs)
            wrong += len(names - one.needs)
            missed += len(one.needs - names)
            if not one.needs:
                negatives += 1
                false += bool(names)
            if one.needs and names & one.needs:
                kinds += 1
                skill = any(said.act is SpeechAct.SKILL for said in found)
                kinds_right += skill == (one.label == "skill")
            if errors and names != one.needs:
                print(
                    language,
                    one.label,
                    sorted(one.needs),
                    "->",
                    [(s.need, s.act.value, s.probability) for s in found],
                    one.text,
                )
        told[language] = {
            "sentences": right + wrong + missed + negatives,
            "precision": round(right / max(1, right + wrong), 3),
            "recall": round(right / max(1, right + missed), 3),
            "negatives": negatives,
            "false_positives": round(false / max(1, negatives), 3),
            "kind": round(kinds_right / max(1, kinds), 3),
        }
    return told


def milliseconds(half: str) -> dict[str, float]:
    """Time of one message, median and the worst of a hundred; nothing cached."""
    from exoskull.needs.meaning import meaning

    taken = []
    for one in labelled(half):
        meaning.cache_clear()
        began = perf_counter()
        detect(one.text, Language(one.language))
        taken.append((perf_counter() - began) * 1000)
    taken.sort()
    return {"median": round(median(taken), 1), "p99": round(taken[int(len(taken) * 0.99)], 1)}


def by_label(half: str) -> dict[str, str]:
    """How many sentences of each speech act were read right."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in labelled(half):
        names = {said.family.value for said in heard(one)}
        counts[one.label][0] += names == one.needs
        counts[one.label][1] += 1
    return {label: f"{good}/{of}" for label, (good, of) in sorted(counts.items())}


if __name__ == "__main__":
    half = "tuning" if "--errors" in sys.argv or "--tuning" in sys.argv else "heldout"
    print(json.dumps(figures(half, errors="--errors" in sys.argv), indent=1))
    print(json.dumps(by_label(half)))
    print(json.dumps(milliseconds(half)))
