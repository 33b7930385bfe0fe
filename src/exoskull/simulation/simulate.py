"""Simulating people: the whole system, and people who react to it, on one virtual clock."""

import heapq
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID
from zoneinfo import ZoneInfo

from exoskull.database.pool import Database
from exoskull.feed import service as feed
from exoskull.kit.ids import TenantId
from exoskull.simulation.people import Resident
from exoskull.simulation.person import Hand
from exoskull.simulation.replay import Record, Replayed
from exoskull.simulation.tape import Line
from exoskull.simulation.world import MakeModels, World, make_world
from exoskull.tenants.parse import parse_timezone

BEGIN = datetime(2026, 1, 5, tzinfo=UTC)
"""When a simulation begins whose people name no time: a Monday."""

SENT = "intervention.sent"

Progress = Callable[[datetime], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a person does next: `line`, in answer to `answers` where that is a delivery; without a
    line the person wakes."""

    who: Resident
    line: Line | None = None
    answers: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What people are about to do, in order of time and, at one instant, of being decided on."""

    waiting: list[tuple[datetime, int, Task]] = field(default_factory=list)
    order: "itertools.count[int]" = field(default_factory=itertools.count)

    def add(self, at: datetime, task: Task) -> None:
        heapq.heappush(self.waiting, (at.astimezone(UTC), next(self.order), task))

    def pop(self, at: datetime) -> Task | None:
        """The next thing to do at or before `at`."""
        if not self.waiting or self.waiting[0][0] > at:
            return None
        return heapq.heappop(self.waiting)[2]

    def next_at(self) -> datetime | None:
        return self.waiting[0][0] if self.waiting else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """People in a world, and how far each has been told of what was sent (`seen`, by name)."""

    world: World
    hand: Hand
    agenda: Agenda
    residents: Sequence[Resident]
    seen: dict[str, int] = field(default_factory=dict)

    async def run_until(self, until: datetime, *, progress: Progress | None = None) -> None:
        """Let everybody live until `until`."""
        due = await self.world.settle()
        while True:
            at = min(one for one in (due, self.agenda.next_at(), until) if one is not None)
            self.world.clock.advance(at)
            at = self.world.clock.now()
            if due is not None and due <= at:
                due = await self._settle()
            while await self._act(at):
                due = await self._settle()
            if progress is not None:
                progress(at)
            if at >= until:
                return

    async def _settle(self) -> datetime | None:
        due = await self.world.settle()
        if self.world.stirred:
            await self._hand_out()
        return due

    async def _act(self, at: datetime) -> bool:
        """Do what people do at `at`; whether the system was touched by any of it."""
        touched = False
        while (task := self.agenda.pop(at)) is not None:
            if task.line is not None:
                await self._do(task, task.line)
                touched = True
                continue
            for line in task.who.wake(_local(at, task.who)):
                self.agenda.add(line.at, Task(who=task.who, line=line))
            self.agenda.add(next_hour(at, task.who.timezone), task)
        return touched

    async def _do(self, task: Task, line: Line) -> None:
        await self.hand.do(line, answers=task.answers)
        if line.kind == "tenant":
            joined = self.world.clock.now()
            first = next_hour(joined - timedelta(microseconds=1), task.who.timezone)
            self.agenda.add(first, Task(who=task.who))
        elif line.kind == "settings" and "timezone" in line.fields:
            task.who.timezone = parse_timezone(line.fields["timezone"])

    async def _hand_out(self) -> None:
        """Tell people of what was just sent to them."""
        at = self.world.clock.now()
        for who in self.residents:
            tenant_id = self.hand.tenants.get(who.name)
            if tenant_id is None or tenant_id not in self.world.stirred:
                continue
            for record in await self._sent(who.name, tenant_id):
                answers = UUID(record.event.data["id"])
                for line in who.receive(record.to_json(), _local(at, who)):
                    self.agenda.add(line.at, Task(who=who, line=line, answers=answers))
        self.world.stirred.clear()

    async def _sent(self, name: str, tenant_id: TenantId) -> list[Record]:
        """What was sent to this person since they were last told, oldest first."""
        async with self.world.installation.database.transaction(tenant_id) as tx:
            newest = await feed.latest(tx, kinds=[SENT], limit=8)
        fresh = [event for event in reversed(newest) if event.seq > self.seen.get(name, -1)]
        if fresh:
            self.seen[name] = fresh[-1].seq
        return [Record(tenant=name, event=event) for event in fresh]


def begins_at(residents: Sequence[Resident]) -> datetime:
    """When the first of the residents comes, where any names a time; else BEGIN."""
    named = [who.joins_at for who in residents]
    return min((at for at in named if at is not None), default=BEGIN)


async def simulate(
    database: Database,
    residents: Sequence[Resident],
    *,
    days: int,
    seed: int,
    progress: Progress | None = None,
    models: MakeModels | None = None,
) -> Replayed:
    """Let `residents` live `days` days with the whole system, in `database`, which holds nothing
    else; `models`: as of `make_world`.

    Raises:
        InvalidInput: `person.malformed`, `person.raised`, naming the person and the field.
    """
    begin = begins_at(residents)
    arrivals = [line for who in residents for line in who.arrival(begin)]
    world = await make_world(database, at=begin, seed=seed, models=models)
    hand = Hand(installation=world.installation, tenants={})
    agenda = Agenda()
    everyone = {who.name: who for who in residents}
    for line in arrivals:
        agenda.add(line.at, Task(who=everyone[line.tenant], line=line))
    here = Simulation(world=world, hand=hand, agenda=agenda, residents=residents)
    try:
        await here.run_until(begin + timedelta(days=days), progress=progress)
    finally:
        await world.installation.sandbox.close()
    return Replayed(world=world, tenants=hand.tenants)


def next_hour(after: datetime, zone: str) -> datetime:
    """The first instant after `after` at which a clock in `zone` shows a full hour."""
    at = after.astimezone(UTC).replace(second=0, microsecond=0) + timedelta(minutes=1)
    for _ in range(3):  # more than once only where a change of the clocks is near
        minute = at.astimezone(ZoneInfo(zone)).minute
        if minute == 0:
            break
        at += timedelta(minutes=60 - minute)
    return at


def _local(at: datetime, who: Resident) -> datetime:
    """`at` as the person's wall clock has it; of a fixed offset, so that adding an hour to it is
    an hour, on days when clocks change too."""
    local = at.astimezone(ZoneInfo(who.timezone))
    return local.replace(tzinfo=timezone(local.utcoffset() or timedelta()))
