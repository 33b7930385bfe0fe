"""Replaying a tape: the whole system over what a person did, on a virtual clock."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from exoskull.database.pool import Database
from exoskull.feed import service as feed
from exoskull.feed.model import Event, StoredEvent
from exoskull.kit.ids import SYSTEM, TenantId, TraceId
from exoskull.scheduling.accounts import Quiet, quiet_slots
from exoskull.simulation.person import Hand
from exoskull.simulation.tape import Line
from exoskull.simulation.world import MakeModels, World, make_world

Progress = Callable[[datetime], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing that happened, with whose it is."""

    tenant: str
    event: Event

    def to_json(self) -> dict[str, Any]:
        """`{"at", "tenant", "kind", "trace", "data"}`."""
        return {
            "at": self.event.at.astimezone(UTC).isoformat(),
            "tenant": self.tenant,
            "kind": self.event.kind,
            "trace": str(self.event.trace),
            "data": self.event.data,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """A replay that has ended: its world, and the tenants of the tape by name."""

    world: World
    tenants: dict[str, TenantId]


async def replay(
    database: Database,
    tape: Sequence[Line],
    *,
    seed: int,
    until: datetime | None = None,
    progress: Progress | None = None,
    models: MakeModels | None = None,
) -> Replayed:
    """Run the whole system over `tape`, in `database`, which holds nothing else.

    Args:
        until: stop there; else at the tape's `end` line, or its last line.
        progress: called with the virtual time as it moves.
        models: the way to a model; None: the loop thinks for itself.
    """
    begin = tape[0].at if tape else datetime(2026, 1, 1, tzinfo=UTC)
    world = await make_world(database, at=begin, seed=seed, models=models)
    tenants: dict[str, TenantId] = {}
    hand = Hand(installation=world.installation, tenants=tenants)

    def moved() -> None:
        if progress is not None:
            progress(world.clock.now())

    try:
        for line in tape:
            if until is not None and line.at > until:
                break
            # The person's hand comes before what is due at the same instant: a "no" stops it.
            await world.run_up_to(line.at, moved=moved)
            await hand.do(line)
            if line.kind == "end" and all(one.at <= line.at for one in tape):
                break
        await world.run_until(until or world.clock.now(), moved=moved)
    finally:
        await world.installation.sandbox.close()
        await world.installation.models.close()
    return Replayed(world=world, tenants=tenants)


async def records(done: Replayed) -> AsyncIterator[Record]:
    """Everything that happened, in the order it did, over all tenants; with the slots that passed
    in quiet, so that each slot of each job is accounted for."""
    database = done.world.installation.database
    until = done.world.clock.now()
    everything: list[tuple[datetime, int, Record]] = []
    for name, tenant_id in done.tenants.items():
        events = await _events(database, tenant_id)
        everything += [(event.at, event.seq, Record(tenant=name, event=event)) for event in events]
        moves = _moves(events)
        for (timezone, since), (_, left) in zip(moves, [*moves[1:], ("", until)], strict=True):
            quiet = await quiet_slots(
                database, tenant_id, timezone=timezone, since=since, until=left
            )
            everything += [
                (slot.at, -1, Record(tenant=name, event=_skipped(slot))) for slot in quiet
            ]
    for _, _, record in sorted(everything, key=lambda one: (one[0], one[1], one[2].tenant)):
        yield record


async def _events(database: Database, tenant_id: TenantId) -> list[StoredEvent]:
    found: list[StoredEvent] = []
    async with database.transaction(tenant_id) as tx:
        while page := await feed.after(tx, found[-1].seq if found else 0, limit=5000):
            found += page
    return found


def _moves(events: Sequence[StoredEvent]) -> list[tuple[str, datetime]]:
    """The zones that the tenant was in, and since when, oldest first."""
    return [
        (event.data["timezone"], event.at)
        for event in events
        if event.kind in ("tenant.created", "settings.changed") and "timezone" in event.data
    ]


def _skipped(slot: Quiet) -> Event:
    return Event(
        at=slot.at,
        kind="slot.skipped",
        trace=TraceId(SYSTEM),
        data={
            "job": slot.job,
            "slot": slot.slot,
            "local": slot.local,
            "utc": slot.utc,
            "reason": slot.reason.value,
        },
    )
