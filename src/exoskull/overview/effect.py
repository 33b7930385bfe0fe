"""How well messages worked: the share of them, its trend, and whether there is enough to say so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from exoskull.ledger.effect import MIN_CASES
from exoskull.overview.store import Told

WORKED = 0.5
"""From this effectiveness on, a message worked."""
WEEK = timedelta(days=7)
WEEKS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The messages sent in the seven days from `begins`: `worked` of `n`."""

    begins: date
    n: int
    worked: int

    @property
    def share(self) -> float | None:
        return self.worked / self.n if self.n else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """`worked` of `n` measured messages; `weeks` oldest first, the last one ending today.

    `change`: of the share, of the newer half of the weeks against the older, from -1 to 1; None
    where either half has fewer than MIN_CASES messages, and then `change_missing` more are needed.
    """

    n: int
    worked: int
    weeks: Sequence[Week]
    change: float | None
    change_missing: int

    @property
    def missing(self) -> int:
        """How many more are needed before a share is said."""
        return max(0, MIN_CASES - self.n)

    @property
    def share(self) -> float | None:
        return None if self.missing else self.worked / self.n


def effect_of(told: Sequence[Told], *, today: date, zone: tzinfo) -> Effect:
    """What `told` says, by the person's local days."""
    first = today - WEEKS * WEEK + timedelta(days=1)
    weeks: list[list[Told]] = [[] for _ in range(WEEKS)]
    for one in told:
        place = (one.sent_at.astimezone(zone).date() - first).days // WEEK.days
        if 0 <= place < WEEKS:
            weeks[place].append(one)
    older = [one for week in weeks[: WEEKS // 2] for one in week]
    newer = [one for week in weeks[WEEKS // 2 :] for one in week]
    change = None
    if min(len(older), len(newer)) >= MIN_CASES:
        change = _worked(newer) / len(newer) - _worked(older) / len(older)
    return Effect(
        n=len(told),
        worked=_worked(told),
        weeks=[
            Week(begins=first + place * WEEK, n=len(week), worked=_worked(week))
            for place, week in enumerate(weeks)
        ],
        change=change,
        change_missing=sum(max(0, MIN_CASES - len(half)) for half in (older, newer)),
    )


def _worked(told: Sequence[Told]) -> int:
    return sum(one.effectiveness >= WORKED for one in told)
