"""Writing decisions down, and making them final when their windows have closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from uuid import UUID

from exoskull.conversations import service as conversations
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.interventions import service as interventions
from exoskull.interventions.model import Intervention, State
from exoskull.kit.ids import TenantId
from exoskull.ledger import store
from exoskull.ledger.model import PastDecision, Proximal, Row
from exoskull.ledger.proximal import WINDOW, measure_proximal
from exoskull.outcomes import service as outcomes
from exoskull.outcomes.model import OutcomeType
from exoskull.signals import service as signals
from exoskull.signals.model import Measure
from exoskull.tasks import service as tasks
from exoskull.tenants.service import current

TOLD_LATE = timedelta(days=8)
"""For so long after a decision, what is told late of its window is read still."""


async def record(tx: Transaction, row: Row, *, cycle_id: UUID, symptom_id: UUID) -> None:
    """Write a decision down, and tell the feed."""
    await store.insert(tx, row, cycle_id=cycle_id, symptom_id=symptom_id)
    await publish(tx, Event(at=row.at, kind="decision.made", trace=row.trace, data=row.ledger))


async def since(tx: Transaction, day: date) -> Sequence[PastDecision]:
    """Decisions on or after the local `day`, in short, oldest first."""
    return await store.since(tx, day)


async def make_final(tx: Transaction, *, at: datetime) -> int:
    """Measure the proximal outcome of every decision whose window has closed.

    A decision to send counts only where a receipt shows that something was sent: what was stopped
    at the gate is final without an outcome, and nothing is learned from it. Where the message left
    later than planned, the row waits for the window of response: silence is known by its end only.

    Returns:
        How many became final.
    """
    ended = await store.closing(tx, at)
    if not ended:
        return 0
    start = min(row.at for row in ended)
    seen = await _seen_since(tx, start)
    sent = {
        one.decision_id: one
        for one in await interventions.since(tx, start - timedelta(days=1))
        if one.decision_id is not None
    }
    final = 0
    for row in ended:
        planned = sent.get(row.id)
        delivered = planned is not None and planned.state is State.SENT
        if planned is not None and delivered and planned.outcome_closed_at is None:
            await store.put_off(tx, row.id, until=planned.outcome_due_at or at)
            continue
        final += 1
        chosen = row.ledger["chosen"] is not None
        outcome = reply = None
        if delivered or not chosen:
            outcome = _look(row, seen)
        if delivered and planned is not None:
            reply = await _reply(tx, planned)
        await store.make_final(tx, row.id, sent=delivered, outcome=outcome, reply=reply, at=at)
        await publish(
            tx,
            Event(
                at=at,
                kind="decision.final",
                trace=row.trace,
                data={
                    "id": str(row.id),
                    "chosen": row.ledger["chosen"],
                    "sent": delivered,
                    "outcome": outcome,
                    "reply": reply,
                    "window_hours": WINDOW.total_seconds() / 3600,
                },
            ),
        )
    return final


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What a proximal outcome is looked for in."""

    measures: Sequence[Measure]
    heard: Sequence[datetime]
    tasks_done: Sequence[datetime]
    zone: tzinfo


async def _seen_since(tx: Transaction, start: datetime) -> _Seen:
    done = [task.ended_at for task in await tasks.done_since(tx, start) if task.ended_at]
    return _Seen(
        measures=await signals.since(tx, start),
        heard=await conversations.inbound_since(tx, start),
        tasks_done=done,
        zone=(await current(tx)).zone,
    )


def _look(row: Row, seen: _Seen) -> float | None:
    return measure_proximal(
        Proximal.from_json(row.ledger["proximal"]),
        row.at,
        measures=seen.measures,
        heard=seen.heard,
        tasks_done=seen.tasks_done,
        zone=seen.zone,
    )


async def look_again(tx: Transaction, *, at: datetime) -> int:
    """Put right the rows of the last days whose window reads otherwise now: of what was told late,
    or taken back. The next night learns from them as they then stand.

    Returns:
        How many were corrected.
    """
    rows = [
        row
        for row in await store.final(tx, at - TOLD_LATE)
        if row.sent or row.ledger["chosen"] is None
    ]
    if not rows:
        return 0
    seen = await _seen_since(tx, rows[0].at)
    corrected = 0
    for row in rows:
        outcome = _look(row, seen)
        if outcome == row.outcome:
            continue
        corrected += 1
        await store.correct_outcome(tx, row.id, outcome=outcome, at=at)
        data = {"id": str(row.id), "was": row.outcome, "outcome": outcome}
        await publish(tx, Event(at=at, kind="decision.corrected", trace=row.trace, data=data))
    return corrected


async def _reply(tx: Transaction, planned: Intervention) -> float | None:
    """What the person's answer was worth, 0 for silence after a receipt."""
    for one in await outcomes.of_intervention(tx, planned):
        if one.type is OutcomeType.USER_RESPONSE:
            return one.effectiveness
    return 0.0


async def due_tenants(tx: Transaction, at: datetime, limit: int) -> list[TenantId]:
    """Over all tenants: those with a window of response or a ledger row to close by `at`."""
    return await store.due_tenants(tx, at, limit)


async def correct_reply(
    tx: Transaction, decision_id: UUID, *, reply: float | None, at: datetime
) -> None:
    """A late answer puts a final row right; the next night learns from it as it now stands."""
    await store.correct(tx, decision_id, reply=reply, at=at)
