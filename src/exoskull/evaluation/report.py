"""Results told: as JSON, as lines for a terminal, and as the table of the reference."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from exoskull.evaluation.model import Result
from exoskull.evaluation.typical import Daily, cents
from exoskull.language.model import Language

PART = re.compile(r"(<!-- evaluated: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
"""A part of the reference that `eval --write` fills."""


def to_json(results: Sequence[Result], daily: Sequence[Daily] | None) -> dict[str, Any]:
    """The whole outcome. `right`: the share of cases in which nothing was amiss; `points`: the mean
    share of what they ask for that was met."""
    return {
        "model": results[0].model,
        "evaluations": [_one(one) for one in results],
        "typical_day": None if daily is None else _day(daily),
    }


def _one(one: Result) -> dict[str, Any]:
    return {
        "name": one.name,
        **_shares(one, None),
        "languages": {each.value: _shares(one, each) for each in Language},
        "by_model": sum(each.by_model for each in one.judged),
        "wrong": [
            {"id": each.case.id, "faults": list(each.faults)}
            for each in one.judged
            if not each.right
        ],
        "used": {
            name: {
                "calls": used.calls,
                "declined": used.declined,
                "tokens_in": used.tokens_in,
                "tokens_out": used.tokens_out,
                "cost_micros": used.micros,
            }
            for name, used in one.used.items()
            if used.calls > used.declined or used.tokens_in
        },
    }


def _shares(one: Result, language: Language | None) -> dict[str, Any]:
    return {
        "cases": sum(language in (None, each.case.language) for each in one.judged),
        "right": round(one.share_right(language), 4),
        "points": round(one.points(language), 4),
    }


def _day(daily: Sequence[Daily]) -> dict[str, Any]:
    return {
        "cents": cents(daily),
        "calls": round(sum(one.calls for one in daily), 2),
        "features": [
            {
                "feature": one.feature,
                "calls": one.calls,
                "tokens_in": one.tokens_in,
                "tokens_out": one.tokens_out,
                "cost_micros": None if one.micros is None else round(one.micros),
            }
            for one in daily
        ],
    }


HEAD = ("evaluation", "cases", "right", "points", "right, pl", "right, en", "by the model", "cost")


def rows(results: Sequence[Result]) -> list[tuple[str, ...]]:
    """The table of results, a row each."""
    found = []
    for one in results:
        micros = sum(used.micros for used in one.used.values())
        found.append(
            (
                one.name,
                str(len(one.judged)),
                f"{one.share_right():.0%}",
                f"{one.points():.0%}",
                f"{one.share_right(Language.PL):.0%}",
                f"{one.share_right(Language.EN):.0%}",
                str(sum(each.by_model for each in one.judged)),
                f"${micros / 1e6:.4f}",
            )
        )
    return found


def lines(results: Sequence[Result], daily: Sequence[Daily] | None) -> Iterator[str]:
    """The report, for a person at a terminal."""
    yield f"Model: {results[0].model}"
    yield ""
    yield from _aligned([HEAD, *rows(results)])
    for one in results:
        wrong = [each for each in one.judged if not each.right]
        if len(results) == 1 and wrong:
            yield ""
            yield from (f"{each.case.id}: {', '.join(each.faults)}" for each in wrong)
    if daily is not None:
        yield ""
        yield "A typical person's day:"
        yield from _aligned([DAY_HEAD, *day_rows(daily)])
        price = cents(daily)
        yield "Its price is not known." if price is None else f"{price:.2f} US cents a day."


DAY_HEAD = ("feature", "calls a day", "tokens in", "tokens out", "cents a day")


def day_rows(daily: Sequence[Daily]) -> list[tuple[str, ...]]:
    """The table of a typical day, a row for each feature."""
    return [
        (
            one.feature,
            f"{one.calls:.2f}",
            str(one.tokens_in),
            str(one.tokens_out),
            "-" if one.micros is None else f"{one.micros / 1e4:.3f}",
        )
        for one in daily
    ]


def _aligned(rows_: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[place]) for row in rows_) for place in range(len(rows_[0]))]
    for row in rows_:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def table(head: tuple[str, ...], body: Sequence[tuple[str, ...]]) -> str:
    """A table of Markdown."""
    told = ["| " + " | ".join(row) + " |" for row in (head, *body)]
    return "\n".join([told[0], "|" + "---|" * len(head), *told[1:]]) + "\n"


def filled(page: str, results: Sequence[Result], daily: Sequence[Daily]) -> str:
    """`page` with its evaluated parts made anew."""
    parts = {
        "results": table(HEAD[:-2], [row[:-2] for row in rows(results)]),
        "typical-day": table(DAY_HEAD[:-1], [row[:-1] for row in day_rows(daily)]),
    }
    return PART.sub(lambda found: f"{found[1]}\n{parts[found[2]]}\n{found[3]}", page)
