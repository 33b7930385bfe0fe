"""One chain: from the need or symptom to the next decision that read what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.feed import service as feed
from exoskull.feed.model import StoredEvent
from exoskull.interventions.records import DIGESTS
from exoskull.kit.errors import NotFound
from exoskull.kit.ids import TraceId

HOPS: dict[str, tuple[str, ...]] = {
    "symptom": ("need.detected", "symptom.found", "message.received"),
    "decision": ("decision.made",),
    "grant": ("intervention.planned", "intervention.awaiting_approval", "intervention.refused"),
    "sent": ("intervention.sent", "briefing.sent", "reflection.sent", "summary.sent"),
    "outcome": ("outcome.recorded", "outcome.corrected"),
    "preference": ("preference.learned",),
    "next_decision": (),
}
"""The hops of a chain, in order, and the kinds of events that show each."""

NOT_AWAITED = frozenset({"preference"})
"""A preference takes many chains."""
ONLY_SENT = frozenset(HOPS) - {"grant", "sent"}
"""What a message of the clock's (a briefing, a summary) does not await: no symptom led to it, and
silence on it is no outcome."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Everything under one trace; `later` are the decisions that read its outcomes."""

    trace: TraceId
    events: Sequence[StoredEvent]
    later: Sequence[StoredEvent]

    @property
    def hops(self) -> dict[str, bool]:
        """For each hop, whether it is there."""
        kinds = {event.kind for event in self.events}
        found = {hop: bool(kinds & set(wanted)) for hop, wanted in HOPS.items()}
        return found | {"next_decision": bool(self.later)}

    @property
    def open_hop(self) -> str | None:
        """The first hop that is not there and is awaited; None also for what is no chain of the
        loop's, such as a goal with its strategies."""
        hops = self.hops
        if not any(hops.values()):
            return None
        by_the_clock = any(
            event.kind in HOPS["grant"] and event.data.get("symptom") in DIGESTS
            for event in self.events
        )
        not_awaited = ONLY_SENT if by_the_clock else NOT_AWAITED
        return next((hop for hop in hops if not hops[hop] and hop not in not_awaited), None)

    def to_json(self) -> dict[str, Any]:
        return {
            "trace": str(self.trace),
            "hops": self.hops,
            "open": self.open_hop,
            "events": [_json(event) for event in self.events],
            "next_decisions": [_json(event) for event in self.later],
        }


def _json(event: StoredEvent) -> dict[str, Any]:
    return {"at": event.at.isoformat(), "kind": event.kind, "data": event.data}


async def find_chain(tx: Transaction, wanted: UUID) -> Chain:
    """The chain of a trace, or of anything that carries an id in it (an intervention, a decision,
    an outcome, a symptom); raises NotFound (`trace.not_found`)."""
    trace = await trace_of(tx, wanted)
    events = await feed.of_trace(tx, trace)
    outcomes = [event.data["id"] for event in events if event.kind == "outcome.recorded"]
    later = await _decisions_reading(tx, outcomes) if outcomes else []
    return Chain(trace=trace, events=events, later=later)


async def trace_of(tx: Transaction, wanted: UUID) -> TraceId:
    """The trace that this is, or of what carries this id; raises NotFound (`trace.not_found`)."""
    owner = await tx.value(
        """
        select coalesce(
            (select trace from events
              where tenant_id = %(tenant)s and trace = %(wanted)s limit 1),
            (select trace from interventions
              where tenant_id = %(tenant)s and id = %(wanted)s),
            (select trace from events
              where tenant_id = %(tenant)s and data ->> 'id' = %(wanted)s::text
              order by seq limit 1))
        """,
        tenant=tx.tenant_id,
        wanted=wanted,
    )
    if owner is None:
        raise NotFound("trace.not_found", id=str(wanted))
    return TraceId(owner)


async def _decisions_reading(tx: Transaction, outcomes: list[str]) -> list[StoredEvent]:
    """The first few decisions that read one of `outcomes`."""
    return await tx.fetch(
        StoredEvent,
        """
        select seq, at, kind, trace, data from events
         where tenant_id = %(tenant)s and kind = 'decision.made'
           and exists (select 1 from jsonb_array_elements_text(data -> 'read' -> 'outcomes') as o
                        where o = any(%(outcomes)s))
         order by seq limit 3
        """,
        tenant=tx.tenant_id,
        outcomes=outcomes,
    )
