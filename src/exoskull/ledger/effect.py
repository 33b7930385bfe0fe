"""Whether writing does anything: the causal effect of sending, and what other rules would give.

Only from decisions drawn by chance, with the chances they were drawn with. What happened before
and after a message is never called an effect.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from exoskull.kit.plain import plain
from exoskull.learning.effects import Effect, NotEnoughData, excursion_effect
from exoskull.learning.off_policy import PolicyValue, snips
from exoskull.ledger.model import Row

MIN_CASES = 10
"""On either side, before an effect is spoken of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What sending was worth to one person.

    `sent` and `saved`: decisions that drew a message, and that drew nothing. `effect`: of sending,
    in units of the proximal outcome (a share of decisions after which what was hoped for
    happened); None with fewer than 10 cases on a side, and then `missing` more are needed.
    `policy`, `always`, `never`: the mean outcome of what was done, and of always or never sending
    in its place; None where it cannot be told.
    """

    decisions: int
    sent: int
    saved: int
    effect: Effect | None
    missing: int
    policy: float | None
    always: PolicyValue | None
    never: PolicyValue | None

    def to_json(self) -> dict[str, Any]:
        return plain(self)


def worth(rows: Sequence[Row]) -> Worth:
    """What sending was worth, by the final rows of one person that were drawn by chance."""
    drawn = [row for row in rows if row.outcome is not None and 0.0 < row.ledger["p_send"] < 1.0]
    acted = [float(bool(row.sent)) for row in drawn]
    chance = [float(row.ledger["p_send"]) for row in drawn]
    outcome = [float(row.outcome or 0.0) for row in drawn]
    sent = int(sum(acted))
    short = max(0, MIN_CASES - sent) + max(0, MIN_CASES - (len(drawn) - sent))
    effect = None
    if not short:
        controls = [
            [1.0, row.ledger["context"]["weekend"], row.ledger["context"]["dose"]] for row in drawn
        ]
        try:
            effect = excursion_effect(outcome, acted, chance, _independent(controls))
        except NotEnoughData as error:
            short = int(str(error.params.get("missing", 1)))
    done = [p if a else 1 - p for a, p in zip(acted, chance, strict=True)]
    return Worth(
        decisions=len(drawn),
        sent=sent,
        saved=len(drawn) - sent,
        effect=effect,
        missing=short,
        policy=sum(outcome) / len(outcome) if outcome else None,
        always=_instead(outcome, done, acted),
        never=_instead(outcome, done, [1.0 - a for a in acted]),
    )


def _independent(controls: list[list[float]]) -> list[list[float]]:
    """The columns that vary, beside the ones: a column that never moved explains nothing."""
    first = controls[0]
    kept = [0] + [
        column
        for column in range(1, len(first))
        if any(row[column] != first[column] for row in controls)
    ]
    return [[row[column] for column in kept] for row in controls]


def _instead(outcome: list[float], done: list[float], target: list[float]) -> PolicyValue | None:
    """What a fixed rule would have given; None where too little was done as it would have."""
    try:
        return snips(outcome, done, target)
    except NotEnoughData:
        return None
