"""Plan: which symptoms get a decision now, among which arms, and what the learner draws."""

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from exoskull.channels.model import ChannelName
from exoskull.grants.decide import decide
from exoskull.interventions.model import (
    COUNTED,
    State,
)
from exoskull.learning import Arm, Choice, choose
from exoskull.learning import Context as LearnerContext
from exoskull.ledger.acquaintance import ASKS_TO_SEND, Way, untried
from exoskull.ledger.arms import COSTS, HOURS
from exoskull.ledger.wishes import as_constraint
from exoskull.levers.model import (
    cooldown_days,
    is_demoted,
    severity_floor,
)
from exoskull.mape.kinds import COOLDOWN_DAYS, OPTIONS, action_for
from exoskull.mape.model import Context, Decided, Knowledge, Plan, Proposal, Symptom, SymptomKind
from exoskull.mape.options import offer_for, pick_option
from exoskull.mape.room import Slotted, eligible
from exoskull.outcomes.model import OutcomeType

DECISIONS_A_DAY = 3
"""Decision points a local day, reminders aside: each is a chance of a message, not a message."""

KEEPS_FOR = timedelta(hours=3)
REMINDER_KEEPS_FOR = timedelta(hours=12)


def plan(
    symptoms: Sequence[Symptom],
    context: Context,
    known: Knowledge,
    *,
    decision_id: Callable[[], UUID],
    proposals: Sequence[Proposal] = (),
) -> Plan:
    """Decide about `symptoms`, most severe first.

    Args:
        decision_id: gives each decision its id; the draw's seed is made of it.
        proposals: options that a model proposes; each is one side of a toss.
    """
    decided: list[Decided] = []
    left: dict[str, str] = {}
    taken = [one.send_at for one in known.interventions if one.state in _WAITING]
    tried = _tried(known)
    reminders = _reminders_ahead(context)
    room = DECISIONS_A_DAY - sum(1 for past in known.decisions if past.local_date == context.today)
    for symptom in symptoms:
        if symptom.kind is SymptomKind.REMINDER_DUE:
            asked_for = _remind(symptom, context, known)
            if asked_for is None:
                left[symptom.key] = "already_planned"
            else:
                decided.append(asked_for)
                taken.append(asked_for.send_at or context.at)
            continue
        if why := _held_back(symptom, context, known):
            left[symptom.key] = why
            continue
        if room <= 0:
            left[symptom.key] = "decisions_of_the_day_made"
            continue
        slots, missing = eligible(symptom, context, known, taken=[*taken, *reminders])
        if not slots:
            left[symptom.key] = max(missing, key=lambda why: missing[why]) if missing else "no_hour"
            continue
        one = _draw(symptom, context, known, slots, missing, decision_id(), proposals, tried=tried)
        decided.append(one)
        room -= 1
        if one.send_at is not None and one.channel is not None:
            taken.append(one.send_at)
            tried.add(_way(known, one.channel, one.send_at))
    return Plan(symptoms=symptoms, decided=decided, left=left)


def may_be_decided(
    symptoms: Sequence[Symptom], context: Context, known: Knowledge
) -> list[Symptom]:
    """Those of `symptoms` that a cycle may draw about now, as many as the day has room for."""
    made = sum(1 for past in known.decisions if past.local_date == context.today)
    free = [
        one
        for one in symptoms
        if one.kind is not SymptomKind.REMINDER_DUE and _held_back(one, context, known) is None
    ]
    return free[: max(0, DECISIONS_A_DAY - made)]


_WAITING = (State.PLANNED, State.AWAITING_APPROVAL)


def _reminders_ahead(context: Context) -> list[datetime]:
    """When the person asked to be reminded today: other messages keep clear of it."""
    return [
        task.remind_at
        for task in context.open_tasks
        if task.remind_at is not None and task.remind_at > context.at
    ]


def _held_back(symptom: Symptom, context: Context, known: Knowledge) -> str | None:
    """Why nothing is decided about the symptom now, or None."""
    cooldown = COOLDOWN_DAYS[symptom.kind]
    rest = cooldown_days(known.levers, symptom.kind.value)
    for past in known.decisions:
        if (past.kind, past.subject) != (symptom.kind.value, symptom.subject):
            continue
        since = (context.today - past.local_date).days
        if since < cooldown:
            return "cooldown"
        if since < rest:
            return "resting"
    if symptom.severity < severity_floor(known.levers, symptom.key):
        return "below_threshold"
    for one in known.interventions:
        if one.state in _WAITING and one.subject_key == symptom.key:
            return "already_planned"
    return None


def _draw(
    symptom: Symptom,
    context: Context,
    known: Knowledge,
    slots: Sequence[Slotted],
    missing: Mapping[str, int],
    decision_id: UUID,
    proposals: Sequence[Proposal],
    *,
    tried: Collection[Way],
) -> Decided:
    weekend = float(context.now.weekday() >= 5)
    seen = LearnerContext.of({"weekend": weekend, "dose": dose(known, context.at)})
    wishes = [as_constraint(one) for one in known.corrections]
    arms: Sequence[Arm] = [slot.arm for slot in slots]
    if fresh := untried(arms, tried=tried, sent=_sent(known), answered=_answered(known)):
        arms, wishes = fresh, [*wishes, ASKS_TO_SEND]
    choice: Choice = choose(
        known.posterior,
        arms,
        seen,
        COSTS,
        seed_of(decision_id),
        id=str(decision_id),
        constraints=wishes,
    )
    slot = next((slot for slot in slots if slot.arm == choice.arm), None)
    offer, proposal = offer_for(symptom, known, proposals, decision_id)
    return Decided(
        symptom=symptom,
        option=offer.chosen if offer else pick_option(symptom.kind, known),
        choice=choice,
        context=seen,
        channel=slot.channel if slot else None,
        framing=str(slot.arm.framing) if slot else "",
        send_at=slot.send_at if slot else None,
        expires_at=slot.send_at + KEEPS_FOR if slot else None,
        unavailable=dict(missing),
        wishes=tuple(wishes),
        offer=offer,
        idea=proposal.idea if proposal else None,
    )


def _way(known: Knowledge, channel: ChannelName, at: datetime) -> Way:
    hour = known.tenant.local(at).hour
    return channel.value, next((name for name, wall in HOURS.items() if wall.hour == hour), "")


def _tried(known: Knowledge) -> set[Way]:
    """The ways that drawn messages took, or are about to take."""
    return {
        _way(known, one.channel, one.sent_at or one.send_at)
        for one in known.interventions
        if one.decision_id is not None and one.state in (*COUNTED, *_WAITING)
    }


def _sent(known: Knowledge) -> int:
    return sum(1 for past in known.decisions if past.sent)


def _answered(known: Knowledge) -> bool:
    """Whether a drawn message was answered, in words or by deed."""
    drawn = {one.id for one in known.interventions if one.decision_id is not None}
    return any(
        one.type is OutcomeType.USER_RESPONSE and one.intervention_id in drawn
        for one in known.outcomes
    )


def _remind(symptom: Symptom, context: Context, known: Knowledge) -> Decided | None:
    """What the person asked for is not drawn: it goes out at its time, by the plainest way."""
    if any(one.subject_key == symptom.key for one in known.interventions):
        return None
    due_at = symptom.due_at or context.at
    send_at = max(due_at, context.at)
    return Decided(
        symptom=symptom,
        option=OPTIONS[symptom.kind][0],
        choice=None,
        context=LearnerContext(),
        channel=_reminder_channel(known, context),
        framing="direct",
        send_at=send_at,
        expires_at=send_at + REMINDER_KEEPS_FOR,
        unavailable={},
    )


def _reminder_channel(known: Knowledge, context: Context) -> ChannelName:
    """The first way that reaches a pocket and is allowed, else in-app."""
    for channel in (ChannelName.SMS, ChannelName.IN_APP):
        if channel not in known.tenant.channels or channel not in known.reachable:
            continue
        if is_demoted(known.levers, channel.value, context.at):
            continue
        action = action_for(SymptomKind.REMINDER_DUE, channel)
        if decide(action, known.rules, known.usage, context.at).is_allowed:
            return channel
    return ChannelName.IN_APP


def dose(known: Knowledge, at: datetime) -> float:
    """How much the person has had of late: a tenth for each send, halved every two days."""
    return 0.1 * sum(
        0.5 ** ((at - one.sent_at).total_seconds() / 172_800)
        for one in known.interventions
        if one.sent_at is not None and one.sent_at <= at
    )


def seed_of(decision_id: UUID) -> int:
    """The seed of a decision's draw: its id, hashed to 63 bits."""
    return int.from_bytes(hashlib.sha256(decision_id.bytes).digest()[:8], "big") >> 1
