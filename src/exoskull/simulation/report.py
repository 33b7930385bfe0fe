"""The report of a simulation, read back from the rows that it left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from exoskull.feed import service as feed
from exoskull.kit.ids import TenantId
from exoskull.ledger.learn import believed
from exoskull.simulation.curve import Series, draw
from exoskull.simulation.people import Resident
from exoskull.simulation.replay import Record, Replayed
from exoskull.simulation.summary import FACTORS, KINDS, Point, Summary, levels, summarize
from exoskull.tenants.service import current

PAGE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a simulation of `days` days came to, a person each."""

    days: int
    seed: int
    people: Sequence[Summary]

    @property
    def points(self) -> list[Point]:
        return [point for one in self.people for point in one.points]

    def to_json(self) -> dict[str, Any]:
        """One document, with the curve by week."""
        return {
            "people": len(self.people),
            "days": self.days,
            "seed": self.seed,
            "decisions": sum(one.decisions for one in self.people),
            "sent": sum(one.sent for one in self.people),
            "saved": sum(one.saved for one in self.people),
            "other": sum(one.other for one in self.people),
            "believed_right": {
                factor: {"right": right, "of": of} for factor, (right, of) in self.right().items()
            },
            "weeks": self._weeks(),
            "persons": [one.to_json() for one in self.people],
        }

    def right(self) -> dict[str, tuple[int, int]]:
        """For each factor, how many are believed to like best what they do, of those known."""
        told: dict[str, tuple[int, int]] = {}
        for factor in FACTORS:
            known = [one for one in self.people if factor in one.truth]
            if known:
                right = sum(one.believed.get(factor) == one.truth[factor] for one in known)
                told[factor] = (right, len(known))
        return told

    def curve(self) -> str:
        """The learning curve as SVG."""
        reward, oracle, never = self._levels()
        told = f"{len(self.people)} people, {self.days} days, seed {self.seed}"
        grey, green, blue = "#6b7280", "#047857", "#1d4ed8"
        return draw(
            [
                Series(name="oracle: knows the tastes", colour=green, values=oracle, dashed=True),
                Series(name="ExoSkull", colour=blue, values=reward, weight=3),
                Series(name="never sends", colour=grey, values=never, dashed=True),
            ],
            title="Learning curve: reward per decision",
            subtitle=f"{told}; the reward is the outcome, seen also where nothing was sent",
        )

    def _levels(self) -> tuple[dict[int, float], dict[int, float], dict[int, float]]:
        points = self.points
        return (
            levels(points, lambda one: one.reward),
            levels(points, lambda one: one.oracle),
            levels(points, lambda one: one.never),
        )

    def _weeks(self) -> list[dict[str, Any]]:
        reward, oracle, never = self._levels()
        points = self.points
        effective = {
            week: [one.effectiveness[week] for one in self.people if week in one.effectiveness]
            for week in reward
        }
        return [
            {
                "week": week + 1,
                "decisions": sum(one.week == week for one in points),
                "reward": round(reward[week], 4),
                "oracle": _rounded(oracle.get(week)),
                "never": _rounded(never.get(week)),
                "effectiveness": (
                    round(sum(effective[week]) / len(effective[week]), 4)
                    if effective[week]
                    else None
                ),
            }
            for week in reward
        ]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


async def report(
    done: Replayed, residents: Sequence[Resident], *, begin: datetime, days: int, seed: int
) -> Report:
    """The report of a simulation that has ended."""
    end = done.world.clock.now()
    database = done.world.installation.database
    people = []
    for who in residents:
        tenant_id = done.tenants.get(who.name)
        if tenant_id is None:
            continue  # not here yet when it ended
        found = await _records(done, who.name, tenant_id)
        async with database.transaction(tenant_id) as tx:
            tenant, belief = await current(tx), await believed(tx)
        people.append(
            summarize(
                who.name,
                found,
                belief,
                begin=begin,
                end=end,
                channels=[channel.value for channel in tenant.channels],
                life=getattr(who.person, "life", None),
                timezone=tenant.timezone,
            )
        )
    return Report(days=days, seed=seed, people=people)


async def _records(done: Replayed, name: str, tenant_id: TenantId) -> list[Record]:
    """The person's records that a summary is made of, oldest first."""
    found: list[Record] = []
    before = None
    while True:
        async with done.world.installation.database.transaction(tenant_id) as tx:
            page = await feed.latest(tx, before=before, kinds=KINDS, limit=PAGE)
        found += [Record(tenant=name, event=event) for event in page]
        if len(page) < PAGE:
            return found[::-1]
        before = page[-1].seq
