"""Plan: which symptoms get a decision now, among which arms, and what the learner draws."""

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from exoskull.channels.model import ChannelName
from exoskull.grants.decide import decide
from exoskull.grants.model import Action, Effect
from exoskull.interventions.model import (
    COUNTED,
    DAILY_MAX,
    HOLD,
    SPACING,
    Intervention,
    State,
)
from exoskull.learning import Arm, Choice, choose
from exoskull.learning import Context as LearnerContext
from exoskull.ledger.acquaintance import ASKS_TO_SEND, Way, untried
from exoskull.ledger.arms import COSTS, FRAMINGS, HOURS
from exoskull.ledger.wishes import as_constraint
from exoskull.levers.model import (
    cooldown_days,
    is_demoted,
    is_plain,
    preferred_option,
    retired_options,
    severity_floor,
)
from exoskull.mape.model import Context, Decided, Knowledge, Plan, Symptom, SymptomKind
from exoskull.outcomes.model import OutcomeType

DECISIONS_A_DAY = 3
"""Decision points a local day, reminders aside: each is a chance of a message, not a message."""

PLAIN = ("direct",)
"""The framing of a kind that is to be written about plainly."""

KEEPS_FOR = timedelta(hours=3)
REMINDER_KEEPS_FOR = timedelta(hours=12)

VERBS: Mapping[ChannelName, str] = {
    ChannelName.IN_APP: "send_notification",
    ChannelName.EMAIL: "send_email",
    ChannelName.SMS: "send_sms",
}

OPTIONS: Mapping[SymptomKind, tuple[str, ...]] = {
    SymptomKind.GOAL_OFF_PACE: ("next_step", "plan_time", "smaller_step"),
    SymptomKind.GOAL_WITHOUT_DATA: ("log_one", "easier_log"),
    SymptomKind.SLEEP_DEBT: ("earlier_bed", "wind_down"),
    SymptomKind.OVERLOAD: ("pick_one", "drop_some"),
    SymptomKind.LOW_MOOD: ("check_in", "small_pleasure"),
    SymptomKind.SILENCE: ("check_in",),
    SymptomKind.BROKEN_ROUTINE: ("restart_small", "ask_reason"),
    SymptomKind.ACHIEVEMENT: ("word",),
    SymptomKind.REMINDER_DUE: ("remind",),
}

SCOPES: Mapping[SymptomKind, str] = {
    SymptomKind.GOAL_OFF_PACE: "goal",
    SymptomKind.GOAL_WITHOUT_DATA: "goal",
    SymptomKind.OVERLOAD: "goal",
    SymptomKind.BROKEN_ROUTINE: "goal",
    SymptomKind.ACHIEVEMENT: "goal",
    SymptomKind.REMINDER_DUE: "goal",
    SymptomKind.SLEEP_DEBT: "wellness",
    SymptomKind.LOW_MOOD: "wellness",
    SymptomKind.SILENCE: "wellness",
}

COOLDOWN_DAYS: Mapping[SymptomKind, int] = {
    SymptomKind.GOAL_OFF_PACE: 1,
    SymptomKind.GOAL_WITHOUT_DATA: 1,
    SymptomKind.SLEEP_DEBT: 1,
    SymptomKind.OVERLOAD: 2,
    SymptomKind.LOW_MOOD: 2,
    SymptomKind.SILENCE: 3,
    SymptomKind.BROKEN_ROUTINE: 3,
    SymptomKind.ACHIEVEMENT: 400,
}
"""Local days until the same symptom may be decided on again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slotted:
    """An arm that is possible now, and when it would leave."""

    arm: Arm
    channel: ChannelName
    send_at: datetime


def plan(
    symptoms: Sequence[Symptom],
    context: Context,
    known: Knowledge,
    *,
    decision_id: Callable[[], UUID],
) -> Plan:
    """Decide about `symptoms`, most severe first.

    Args:
        decision_id: gives each decision its id; the draw's seed is made of it.
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
        one = _draw(symptom, context, known, slots, missing, decision_id(), tried=tried)
        decided.append(one)
        room -= 1
        if one.send_at is not None and one.channel is not None:
            taken.append(one.send_at)
            tried.add(_way(known, one.channel, one.send_at))
    return Plan(symptoms=symptoms, decided=decided, left=left)


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


def eligible(
    symptom: Symptom, context: Context, known: Knowledge, *, taken: Sequence[datetime]
) -> tuple[list[Slotted], Counter[str]]:
    """The arms that are possible for the rest of the local day, and why others are not.

    What is not possible (a channel without address, a denied act, quiet hours, a pause, a place
    or an hour already taken) is left out, never randomised.

    Args:
        taken: when other messages are to leave.
    """
    missing: Counter[str] = Counter()
    slots: list[Slotted] = []
    framings = PLAIN if is_plain(known.levers, symptom.kind.value) else FRAMINGS
    tenant = known.tenant
    left_at = [at for one in known.interventions if (at := _left_at(one)) is not None]
    places = (
        DAILY_MAX
        - _used(known, context.today)
        - sum(1 for at in taken if tenant.local_date(at) == context.today)
    )
    if places <= 0:
        missing["daily_limit"] += 1
        return slots, missing
    for channel in tenant.channels:
        if channel not in known.reachable or (
            channel is not ChannelName.IN_APP and tenant.address(channel) is None
        ):
            missing["no_channel"] += 1
            continue
        if is_demoted(known.levers, channel.value, context.at):
            missing["channel_demoted"] += 1
            continue
        permission = decide(action_for(symptom.kind, channel), known.rules, known.usage, context.at)
        if permission.effect is Effect.DENY:
            missing[permission.reason.value] += 1
            continue
        for hour, wall in HOURS.items():
            send_at = tenant.at_wall(context.today, wall)
            why = _impossible(send_at, context.at, known, [*taken, *left_at])
            if why in ("spacing", "hour_has_passed"):  # an hour has room for two messages
                send_at += SPACING
                why = _impossible(send_at, context.at, known, [*taken, *left_at])
            if why is not None:
                missing[why] += 1
                continue
            slots.extend(
                Slotted(
                    arm=Arm(channel=channel.value, hour=hour, framing=framing),
                    channel=channel,
                    send_at=send_at,
                )
                for framing in framings
            )
    return slots, missing


def _impossible(
    send_at: datetime, at: datetime, known: Knowledge, taken: Sequence[datetime]
) -> str | None:
    if send_at < at + HOLD:
        return "hour_has_passed"
    if known.tenant.is_quiet(send_at):
        return "quiet_hours"
    if known.tenant.is_paused(send_at):
        return "paused"
    if any(abs(send_at - other) < SPACING for other in taken):
        return "spacing"
    return None


def _left_at(one: Intervention) -> datetime | None:
    """When a message left, or may have left."""
    if one.state not in COUNTED:
        return None
    return max((at for at in (one.claimed_at, one.sent_at) if at is not None), default=None)


def _used(known: Knowledge, today: date) -> int:
    return sum(1 for one in known.interventions if one.state in COUNTED and one.local_date == today)


def _draw(
    symptom: Symptom,
    context: Context,
    known: Knowledge,
    slots: Sequence[Slotted],
    missing: Mapping[str, int],
    decision_id: UUID,
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
    return Decided(
        symptom=symptom,
        option=pick_option(symptom.kind, known),
        choice=choice,
        context=seen,
        channel=slot.channel if slot else None,
        framing=str(slot.arm.framing) if slot else "",
        send_at=slot.send_at if slot else None,
        expires_at=slot.send_at + KEEPS_FOR if slot else None,
        unavailable=dict(missing),
        wishes=tuple(wishes),
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


def action_for(kind: SymptomKind, channel: ChannelName) -> Action:
    """The action that a message about `kind` on `channel` is."""
    return Action(verb=VERBS[channel], scope=SCOPES[kind])


def pick_option(kind: SymptomKind, known: Knowledge) -> str:
    """The option with the best mean effectiveness measured so far; those not tried go first, in
    their order, and an option that is measured no better than others is varied by turns. One that
    is preferred by a lever goes before all; a retired one is not chosen while there is another."""
    retired = retired_options(known.levers, kind.value)
    options = [one for one in OPTIONS[kind] if one not in retired] or list(OPTIONS[kind])
    if (preferred := preferred_option(known.levers, kind.value)) in options:
        return preferred
    worth: dict[str, list[float]] = {option: [] for option in options}
    measured = {one.intervention_id: one for one in known.outcomes if one.effectiveness is not None}
    used: Counter[str] = Counter()
    for one in known.interventions:
        if one.symptom == kind.value and one.option in worth:
            used[one.option] += 1
            if (outcome := measured.get(one.id)) and outcome.effectiveness is not None:
                worth[one.option].append(outcome.effectiveness)

    def rank(option: str) -> tuple[float, int, int]:
        seen = worth[option]
        mean = (sum(seen) + 0.5) / (len(seen) + 1)
        return (-round(mean, 2) if used[option] else -1.0, used[option], options.index(option))

    return min(options, key=rank)


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
