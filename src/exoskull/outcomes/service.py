"""Recording what came of interventions, as it happens and when their windows close."""

from datetime import datetime
from typing import Any

from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.interventions import service as interventions
from exoskull.interventions.model import Intervention
from exoskull.kit.ids import Ids
from exoskull.outcomes import attribution, effectiveness, store
from exoskull.outcomes.model import Outcome, OutcomeType
from exoskull.scheduling.service import move_attention
from exoskull.signals.daily import Baseline
from exoskull.signals.model import Measure
from exoskull.tasks.model import Task


async def on_reply(
    tx: Transaction, replied_to: Intervention, *, stop: bool, at: datetime, ids: Ids
) -> Outcome | None:
    """An answer to this very delivery. The first one counts; a late one corrects `ignored`.

    Args:
        stop: whether the person asked to be left alone: then it is worth 0.
    """
    if replied_to.sent_at is None:
        return None
    earlier = await store.of_intervention(tx, replied_to.id)
    if any(one.type is OutcomeType.USER_RESPONSE for one in earlier):
        return None
    ignored = next((one for one in earlier if one.type is OutcomeType.IGNORED), None)
    minutes = (at - replied_to.sent_at).total_seconds() / 60
    worth = 0.0 if stop else effectiveness.of_response(minutes)
    return await _record(
        tx,
        replied_to,
        OutcomeType.USER_RESPONSE,
        worth,
        minutes,
        {"link": "reply", "stop": stop, "parts": {"user_response": worth}},
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
    return await _record(
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
    usual: Baseline | None,
    more_is_better: bool,
    at: datetime,
    ids: Ids,
) -> Outcome | None:
    """The metric that a delivery was about was measured.

    Args:
        usual: the person's own days before the delivery; None where there are too few of them,
            and then the outcome has no effectiveness.
    """
    sent = await interventions.unclosed(tx, at=at)
    caused = attribution.of_measure(measure.metric, measure.at, sent)
    if caused is None or caused.sent_at is None:
        return None
    earlier = await store.of_intervention(tx, caused.id)
    if any(one.type is OutcomeType.BEHAVIOR_CHANGE for one in earlier):
        return None
    worth = (
        effectiveness.of_behavior(
            measure.value, usual.mean, usual.deviation, more_is_better=more_is_better
        )
        if usual is not None
        else None
    )
    context: dict[str, Any] = {
        "link": "metric",
        "measure": str(measure.id),
        "metric": measure.metric,
        "after": measure.value,
        "before": None if usual is None else usual.mean,
        "before_days": 0 if usual is None else usual.days,
        "parts": {} if worth is None else {"behavior_change": worth},
    }
    minutes = (measure.at - caused.sent_at).total_seconds() / 60
    return await _record(
        tx, caused, OutcomeType.BEHAVIOR_CHANGE, worth, minutes, context, at=at, ids=ids
    )


async def close_windows(tx: Transaction, *, at: datetime, ids: Ids) -> int:
    """Close the windows of response that have ended; silence after a receipt is `ignored`.

    Returns:
        How many were closed.
    """
    ended = await interventions.closing(tx, at=at)
    for one in ended:
        answered = await store.of_intervention(tx, one.id)
        if not answered and one.receipt is not None:
            await _record(
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


async def _record(
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
    if corrects is not None:
        correction = record | {"corrects": str(corrects.id), "was": corrects.type.value}
        events.append(Event(at=at, kind="outcome.corrected", trace=kept.trace, data=correction))
    await publish(tx, *events)
    await move_attention(tx, "outcome", at)
    return kept
