"""What a simulation came to: what was learned beside the truth, and what was sent and saved."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from statistics import fmean
from typing import Any
from zoneinfo import ZoneInfo

from exoskull.learning import Arm, Posterior
from exoskull.simulation.replay import Record
from exoskull.simulation.tastes import DOSE_OF_ONE, Tastes, decayed

FACTORS = ("channel", "hour", "framing")

KINDS = ("decision.made", "decision.final", "intervention.sent", "outcome.recorded")
"""The records that a summary is made of."""

Life = Mapping[date, Tastes | None]
"""For each local day a person lived, their tastes on it; None on a day away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A decision whose outcome is known: its `week` (0 is the first), what came of it, and the
    probabilities that the best possible act (`oracle`) and none (`never`) had; None where the
    person's tastes are not known."""

    week: int
    reward: float
    oracle: float | None
    never: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One person's part. `believed` and `truth`: the best level of each factor; a factor that the
    system has nothing to tell apart by is left out. `saved`: decisions that drew nothing."""

    person: str
    decisions: int
    sent: int
    saved: int
    other: int
    p_send: float | None
    believed: Mapping[str, str]
    truth: Mapping[str, str]
    points: Sequence[Point]
    effectiveness: Mapping[int, float]

    def to_json(self) -> dict[str, Any]:
        """Everything but the single decisions."""
        told = asdict(self)
        del told["points"]
        told["effectiveness"] = {str(week): round(v, 4) for week, v in self.effectiveness.items()}
        told["p_send"] = None if self.p_send is None else round(self.p_send, 4)
        return told


def summarize(
    person: str,
    records: Sequence[Record],
    posterior: Posterior,
    *,
    begin: datetime,
    end: datetime,
    channels: Sequence[str],
    life: Life | None,
    timezone: str,
) -> Summary:
    """The summary of one person.

    Args:
        records: the person's records of KINDS, oldest first.
        channels: those that the person can be reached by.
        life: of a person of our own; None where the tastes are not known.
    """
    of_kind: dict[str, list[Record]] = {kind: [] for kind in KINDS}
    for record in records:
        of_kind[record.event.kind].append(record)
    made = of_kind["decision.made"]
    last_week = [one for one in made if one.event.at > end - timedelta(days=7)]
    drawn = sum(1 for one in of_kind["decision.final"] if one.event.data["sent"])
    return Summary(
        person=person,
        decisions=len(made),
        sent=drawn,
        saved=sum(1 for one in made if one.event.data["chosen"] is None),
        other=len(of_kind["intervention.sent"]) - drawn,
        p_send=fmean(one.event.data["p_send"] for one in last_week) if last_week else None,
        believed=_believed(posterior, channels),
        truth={} if life is None else _truth(life, channels),
        points=_points(made, of_kind["decision.final"], begin=begin, life=life, timezone=timezone),
        effectiveness=_by_week(
            (_week(one.event.at, begin), one.event.data["effectiveness"])
            for one in of_kind["outcome.recorded"]
            if one.event.data["effectiveness"] is not None
        ),
    )


def levels(points: Iterable[Point], of: Callable[[Point], float | None]) -> dict[int, float]:
    """The mean over each week of what `of` gives, weeks without any left out."""
    return _by_week((one.week, value) for one in points if (value := of(one)) is not None)


def _by_week(values: Iterable[tuple[int, float]]) -> dict[int, float]:
    weeks: dict[int, list[float]] = {}
    for week, value in values:
        weeks.setdefault(week, []).append(value)
    return {week: fmean(weeks[week]) for week in sorted(weeks)}


def _week(at: datetime, begin: datetime) -> int:
    return (at - begin).days // 7


def _believed(posterior: Posterior, channels: Sequence[str]) -> dict[str, str]:
    """The level of each factor with the highest mean, of the channels that are possible."""
    best: dict[str, str] = {}
    for factor in FACTORS:
        found = {
            str(level): float(posterior.mean[column])
            for (name, level), column in posterior.design.index.items()
            if name == factor and (factor != "channel" or level in channels)
        }
        if len(set(found.values())) > 1:
            best[factor] = max(found, key=lambda level: found[level])
    return best


def _truth(life: Life, channels: Sequence[str]) -> dict[str, str]:
    """The best liked level of each factor, as of the last day at home."""
    tastes = [one for one in life.values() if one is not None]
    if not tastes:
        return {}
    last = tastes[-1]
    possible = {name: weight for name, weight in last.channel.items() if name in channels}
    best = max(possible, key=lambda name: possible[name])
    return {"channel": best, "hour": last.best("hour"), "framing": last.best("framing")}


def _points(
    made: Sequence[Record],
    final: Sequence[Record],
    *,
    begin: datetime,
    life: Life | None,
    timezone: str,
) -> list[Point]:
    outcomes = {one.event.data["id"]: one.event.data["outcome"] for one in final}
    points, dose, dosed_at = [], 0.0, begin
    for one in made:
        data, at = one.event.data, one.event.at
        local = at.astimezone(ZoneInfo(timezone))
        dose, dosed_at = decayed(dose, (at - dosed_at).total_seconds() / 86_400), at
        oracle = never = None
        if life is not None:
            tastes = life.get(local.date())
            weekend = local.weekday() >= 5
            never = 0.0 if tastes is None else tastes.chance(None, weekend=weekend, dose=0)
            arms = [Arm.from_json(arm) for arm in data["arms"]]
            best = (
                0.0
                if tastes is None or not arms
                else max(tastes.chance(arm, weekend=weekend, dose=dose) for arm in arms)
            )
            oracle = max(never, best)
            dose += DOSE_OF_ONE * (best > never)
        reward = outcomes.get(data["id"])
        if reward is not None:
            points.append(Point(week=_week(at, begin), reward=reward, oracle=oracle, never=never))
    return points
