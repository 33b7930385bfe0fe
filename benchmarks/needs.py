"""What a message costs in need detection, beside its embedding alone, on one core in one run.

How good detection is, is told by tests/needs/figures.py; this is about time.
"""

import json
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from exoskull.language.model import Language
from exoskull.needs.detect import detect
from exoskull.needs.meaning import embed, engine, heads, meaning
from exoskull.needs.reading import read_needs

SENTENCES = Path(__file__).parents[1] / "tests" / "needs" / "data" / "heldout.txt"
GOAL_MS = 30.0


def run() -> dict[str, Any]:
    """Milliseconds a message, median and 99th of a hundred: whole, words alone, embedding alone."""
    lines = SENTENCES.read_text("utf-8").splitlines()
    messages = [
        (text, Language(language))
        for language, _, _, text in (
            line.split("|", 3) for line in lines if not line.startswith("#")
        )
    ]
    began = perf_counter()
    has_engine = engine() is not None
    heads()
    detect("zapominam pić wodę", Language.PL)
    loaded = perf_counter() - began
    whole, words, embedding = [], [], []
    for text, language in messages:
        meaning.cache_clear()
        whole.append(_timed(lambda t=text, spoken=language: detect(t, spoken)))
        words.append(_timed(lambda t=text, spoken=language: read_needs(t, spoken.value)))
        if has_engine:
            embedding.append(_timed(lambda t=text: embed(t)))
    found = {"whole": whole, "words": words, "embedding": embedding}
    told = {
        name: {"median_ms": round(median(took), 2), "p99_ms": round(_p99(took), 2)}
        for name, took in found.items()
        if took
    }
    return {
        "messages": len(messages),
        "load_ms": round(loaded * 1000, 1),
        **told,
        "ratio_to_embedding": round(median(whole) / median(embedding), 2) if embedding else None,
        "goal": f"median at most {GOAL_MS} ms",
        "met": median(whole) <= GOAL_MS,
    }


def _timed(do: Any) -> float:
    began = perf_counter()
    do()
    return (perf_counter() - began) * 1000


def _p99(took: list[float]) -> float:
    return sorted(took)[int(len(took) * 0.99)]


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))
