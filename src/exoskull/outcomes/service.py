"""Recording what came of interventions, as it happens and when their windows close."""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import Any
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.interventions import service as interventions
from exoskull.interventions.model import RESPONSE_WINDOW, Intervention
from exoskull.interventions.records import DIGESTS
from exoskull.kit.ids import Ids
from exoskull.outcomes import attribution, effectiveness, store
from exoskull.outcomes.model import Outcome, OutcomeType, Settled
from exoskull.scheduling.service import move_attention
from exoskull.signals import service as signals
from exoskull.signals.daily import Day, adds_up, baseline
from exoskull.signals.model import Measure
from exoskull.tasks.model import Task


async def on_reply(
    tx: Transaction,
    replied_to: Intervention,
    *,
    stop: bool,
    yes: bool = False,
    at: datetime,
    ids: Ids,
) -> Outcome | None:
    """An answer to this very delivery. The first one counts; a late one corrects `ignored`.

    Args:
        stop: whether the person asked to be left alone: then it is worth 0.
        yes: whether they said yes to it in so many words: then it is worth 1, whenever.
    """
    if replied_to.sent_at is None:
        return None
    earlier = await store.of_intervention(tx, replied_to.id)
    if any(one.type is OutcomeType.USER_RESPONSE for one in earlier):
        return None
    ignored = next((one for one in earlier if one.type is OutcomeType.IGNORED), None)
    minutes = (at - replied_to.sent_at).total_seconds() / 60
    worth = 0.0 if stop else 1.0 if yes else effectiveness.of_response(minutes)
    return await record(
        tx,
        replied_to,
        OutcomeType.USER_RESPONSE,
        worth,
        minutes,
        {"link": "reply", "stop": stop, "yes": yes, "parts": {"user_response": worth}},
        at=at,
        ids=ids,
        corrects=ignored,
    )


async def on_task_done(tx: Transaction, task: Task, *, at: datetime, ids: Ids) -> Outcome | None:
    """A task that an intervention made, or was about, was done: an answer by deed."""
    sent = await interventions.unclosed(tx, at=at)
    caused = attribution.of_task(task, at, sent)
    if caused is None or caused.sent_at is None:
        return None
    earlier = await store.of_intervention(tx, caused.id)
    if any(one.type is OutcomeType.USER_RESPONSE for one in earlier):
        return None
    minutes = (at - caused.sent_at).total_seconds() / 60
    worth = effectiveness.of_response(minutes)
    return await record(
        tx,
        caused,
        OutcomeType.USER_RESPONSE,
        worth,
        minutes,
        {"link": "task", "task": str(task.id), "parts": {"user_response": worth}},
        at=at,
        ids=ids,
    )


async def on_measure(
    tx: Transaction,
    measure: Measure,
    *,
    days: Sequence[Day],
    zone: tzinfo,
    more_is_better: bool,
    at: datetime,
    ids: Ids,
) -> Outcome | None:
    """The metric that a delivery was about was measured. The first measure in its window counts;
    one that comes in after the window has closed corrects `ignored`, and the next one a measure
    that was taken back.

    The effectiveness holds the measure against the person's own days before the delivery; it is
    None where there are too few. Of a metric that the person gives in several entries a day, one
    entry says nothing: then it is None until the window closes and the whole of it is known.

    Args:
        days: the measured days of the metric without this measure, oldest first, in `zone`.
    """
    sent = await interventions.sent_around(tx, measure.at)
    caused = attribution.of_measure(measure.metric, measure.at, sent)
    if caused is None or caused.sent_at is None:
        return None
    earlier = await store.of_intervention(tx, caused.id)
    changes = [one for one in earlier if "measure" in one.context]
    if changes:
        there = {str(one.id) for one in await signals.since(tx, caused.sent_at)}
        if any(one.context["measure"] in there for one in changes):
            return None
    first = caused.sent_at.astimezone(zone).date()
    before = [day for day in days if day.on < first]
    usual = baseline(before)
    in_parts = adds_up(measure.metric) and any(len(day.measures) > 1 for day in before)
    closed = caused.outcome_closed_at is not None
    context: dict[str, Any] = {
        "link": "metric",
        "measure": str(measure.id),
        "metric": measure.metric,
        "after": (await _total(tx, caused) if in_parts and closed else None) or measure.value,
        "before": None if usual is None else usual.mean,
        "before_deviation": None if usual is None else usual.deviation,
        "before_days": 0 if usual is None else usual.days,
        "more_is_better": more_is_better,
        "so_far": in_parts and not closed,
        "whole": in_parts and closed,
    }
    minutes = (measure.at - caused.sent_at).total_seconds() / 60
    wrong = [one for one in earlier if one.type is OutcomeType.IGNORED or one in changes]
    return await _record_change(
        tx, caused, context, minutes, at=at, ids=ids, corrects=wrong[-1] if wrong else None
    )


async def _record_change(
    tx: Transaction,
    about: Intervention,
    context: dict[str, Any],
    minutes: float | None,
    *,
    at: datetime,
    ids: Ids,
    corrects: Outcome | None,
) -> Outcome:
    worth = None
    if context["before"] is not None and not context["so_far"]:
        worth = effectiveness.of_behavior(
            context["after"],
            context["before"],
            context["before_deviation"],
            more_is_better=context["more_is_better"],
        )
    parts = {} if worth is None else {"behavior_change": worth}
    return await record(
        tx,
        about,
        OutcomeType.BEHAVIOR_CHANGE,
        worth,
        minutes,
        context | {"parts": parts},
        at=at,
        ids=ids,
        corrects=corrects,
    )


async def _total(tx: Transaction, about: Intervention) -> float | None:
    """What the metric of a delivery adds up to in its window; None where nothing was measured."""
    assert about.sent_at is not None
    until = about.sent_at + RESPONSE_WINDOW
    measured = await signals.since(tx, about.sent_at)
    values = [one.value for one in measured if one.metric == about.metric and one.at <= until]
    return sum(values) if values else None


async def close_windows(tx: Transaction, *, at: datetime, ids: Ids) -> int:
    """Close the windows of response that have ended; silence after a receipt is `ignored`, but for
    a digest, and what was measured in parts is now whole.

    Returns:
        How many were closed.
    """
    ended = await interventions.closing(tx, at=at)
    for one in ended:
        answered = await store.of_intervention(tx, one.id)
        corrected = {later.corrects for later in answered}
        for change in answered:
            if change.context.get("so_far") and change.id not in corrected:
                total, minutes = await _total(tx, one), change.response_minutes
                if total is None:
                    continue  # all of it was taken back
                whole = change.context | {"after": total, "so_far": False, "whole": True}
                await _record_change(tx, one, whole, minutes, at=at, ids=ids, corrects=change)
        if not answered and one.receipt is not None and one.symptom not in DIGESTS:
            await record(
                tx,
                one,
                OutcomeType.IGNORED,
                0.0,
                None,
                {"link": "receipt", "receipt": one.receipt, "parts": {"user_response": 0.0}},
                at=at,
                ids=ids,
            )
        await interventions.close(tx, one.id, at=at)
    return len(ended)


async def since(tx: Transaction, at: datetime) -> list[Outcome]:
    """Outcomes at or after `at` that nothing corrected since, oldest first."""
    return await store.since(tx, at)


async def of_intervention(tx: Transaction, intervention: Intervention) -> list[Outcome]:
    """The outcomes of one intervention, oldest first."""
    return await store.of_intervention(tx, intervention.id)


async def record(
    tx: Transaction,
    about: Intervention,
    type_: OutcomeType,
    worth: float | None,
    minutes: float | None,
    context: dict[str, Any],
    *,
    at: datetime,
    ids: Ids,
    corrects: Outcome | None = None,
) -> Outcome:
    """Keep an outcome of `about` and tell the feed.

    Args:
        worth: its effectiveness, None where nothing measured says.
        minutes: since the receipt.
        corrects: the earlier outcome that it puts right.
    """
    kept = await store.insert(
        tx,
        Outcome(
            id=ids.new(),
            intervention_id=about.id,
            at=at,
            type=type_,
            effectiveness=None if worth is None else round(worth, 6),
            response_minutes=None if minutes is None else round(minutes, 2),
            context=context,
            formula=effectiveness.FORMULA,
            corrects=None if corrects is None else corrects.id,
            trace=about.trace,
        ),
    )
    record = {
        "id": str(kept.id),
        "intervention": str(kept.intervention_id),
        "type": kept.type.value,
        "effectiveness": kept.effectiveness,
        "response_minutes": kept.response_minutes,
        "context": kept.context,
        "formula": kept.formula,
    }
    events = [Event(at=at, kind="outcome.recorded", trace=kept.trace, data=record)]
    if corrects is not None and corrects.type is OutcomeType.IGNORED:
        correction = record | {"corrects": str(corrects.id), "was": corrects.type.value}
        events.append(Event(at=at, kind="outcome.corrected", trace=kept.trace, data=correction))
    await publish(tx, *events)
    await move_attention(tx, "outcome", at)
    return kept


async def effectiveness_since(tx: Transaction, at: datetime) -> dict[UUID, float]:
    """How well each intervention sent at or after `at` worked, of those where that is known. The
    day's digests ask for nothing, and are not judged by it."""
    return await store.effectiveness_since(tx, at, without=list(DIGESTS))


async def settled(tx: Transaction, intervention_id: UUID) -> list[Settled]:
    """How well one intervention worked, by window; what was corrected stands before what it is
    now."""
    return await store.settled(tx, intervention_id)
