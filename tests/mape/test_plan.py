"""Plan: what may be drawn, how often, and what never is."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from itertools import combinations
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interventions.by_hand import by_hand
from mape.made import IDS, NOW, TODAY, default_rules, goal, knowledge, measure, nights, task, tenant

from exoskull.channels.model import ChannelName
from exoskull.grants.decide import Rules
from exoskull.grants.model import ActionPattern, By, Effect, Grant, GrantId
from exoskull.interventions.model import DAILY_MAX, HOLD, SPACING, Intervention, State
from exoskull.ledger.arms import HOURS
from exoskull.ledger.model import PastDecision
from exoskull.mape.analyze import analyze
from exoskull.mape.kinds import COOLDOWN_DAYS, SCOPES
from exoskull.mape.model import Knowledge, Plan, Symptom, SymptomKind
from exoskull.mape.monitor import monitor
from exoskull.mape.options import pick_option
from exoskull.mape.plan import DECISIONS_A_DAY, plan
from exoskull.mape.room import eligible

AT_7 = datetime(2026, 3, 26, 6, 0, tzinfo=UTC)
"""7 in the morning in Warsaw: every hour of the day is still possible."""


def message(at: datetime, *, state: State = State.SENT, **fields: Any) -> Intervention:
    left = state in (State.SENT, State.SENDING, State.UNKNOWN)
    own: dict[str, Any] = {
        "symptom": "morning_briefing",
        "action": "send_email:summary",
        "channel": ChannelName.EMAIL,
        "state": state,
        "expires_at": at + timedelta(hours=4),
        "attempts": 1,
        "claimed_at": at if left else None,
        "local_date": tenant().local_date(at) if left else None,
        "receipt": "r" if state is State.SENT else None,
        "sent_at": at if state is State.SENT else None,
    }
    return by_hand(IDS, at, **own | fields)


def symptom(kind: SymptomKind = SymptomKind.GOAL_OFF_PACE, subject: str = "s") -> Symptom:
    from exoskull.ledger.model import Proximal, Rule

    return Symptom(
        kind=kind,
        subject=subject,
        severity=0.5,
        facts={},
        evidence=(),
        proximal=Proximal(rule=Rule.HEARD),
    )


def planned(symptoms: Sequence[Symptom], known: Knowledge, at: datetime = AT_7) -> Plan:
    return plan(symptoms, monitor(known, at), known, decision_id=IDS.new)


def arms(known: Knowledge, at: datetime = AT_7, taken: Sequence[datetime] = (), **more: Any):
    found, missing = eligible(symptom(**more), monitor(known, at), known, taken=taken)
    return {(one.arm.channel, one.arm.hour) for one in found}, missing


ALL = {(channel, hour) for channel in ("in_app", "sms") for hour in HOURS}
"""E-mail about goals is not among the default rules: nothing matching denies."""


def rules_with(pattern: str, effect: Effect) -> Rules:
    added = Grant(
        id=GrantId(IDS.new()),
        pattern=ActionPattern.parse(pattern),
        effect=effect,
        set_by=By.PERSON,
        created_at=NOW,
    )
    return Rules.of([*default_rules().grants, added])


def test_every_hour_on_every_allowed_channel_is_possible_in_the_morning() -> None:
    found, missing = arms(knowledge())
    assert found == ALL
    assert dict(missing).keys() == {"not_granted"} or len(missing) == 1


def test_a_denied_act_is_left_out() -> None:
    found, missing = arms(knowledge(rules=rules_with("send_sms:goal", Effect.DENY)))
    assert {channel for channel, _ in found} == {"in_app"}
    assert missing.total() == 2


def test_a_channel_without_address_or_means_is_left_out() -> None:
    assert arms(knowledge(tenant=tenant(phone=None)))[0] == {a for a in ALL if a[0] != "sms"}
    here = frozenset({ChannelName.IN_APP})
    assert arms(knowledge(reachable=here))[0] == {a for a in ALL if a[0] != "sms"}
    alone = tenant(channels=(ChannelName.SMS,))
    assert arms(knowledge(tenant=alone))[0] == {a for a in ALL if a[0] == "sms"}


def test_hours_in_quiet_and_hours_gone_are_left_out() -> None:
    early = tenant(quiet_from=time(17), quiet_until=time(10))
    assert {hour for _, hour in arms(knowledge(tenant=early))[0]} == {"12", "15"}
    assert {hour for _, hour in arms(knowledge(), NOW)[0]} == {"15", "18", "20"}
    last = datetime(2026, 3, 26, 14, 30, tzinfo=UTC) - HOLD  # an hour has two places, half past too
    assert {hour for _, hour in arms(knowledge(), last)[0]} == {"15", "18", "20"}
    late = last + timedelta(seconds=1)
    assert {hour for _, hour in arms(knowledge(), late)[0]} == {"18", "20"}


def test_a_pause_leaves_out_what_falls_into_it() -> None:
    held = tenant(paused_until=datetime(2026, 3, 26, 15, 0, tzinfo=UTC))
    assert {hour for _, hour in arms(knowledge(tenant=held))[0]} == {"18", "20"}


def moments(known: Knowledge, at: datetime, taken: Sequence[datetime] = ()) -> set[datetime]:
    found, _ = eligible(symptom(), monitor(known, at), known, taken=taken)
    return {one.send_at for one in found}


@pytest.mark.parametrize(
    ("minutes", "leaves"), [(-30, 0), (-29, 30), (0, 30), (1, None), (29, None), (30, 0)]
)
def test_a_message_keeps_half_an_hour_from_others_within_its_hour_or_is_left_out(
    minutes: int, leaves: int | None
) -> None:
    at_12 = datetime(2026, 3, 26, 11, 0, tzinfo=UTC)
    found = moments(knowledge(), AT_7, [at_12 + timedelta(minutes=minutes)])
    of_12 = {at for at in found if at_12 <= at < at_12 + timedelta(hours=1)}
    assert of_12 == (set() if leaves is None else {at_12 + timedelta(minutes=leaves)})


@pytest.mark.parametrize("state", [State.SENT, State.SENDING, State.UNKNOWN])
def test_a_message_keeps_half_an_hour_from_what_has_just_left(state: State) -> None:
    at = datetime(2026, 3, 26, 7, 50, tzinfo=UTC)  # ten to nine
    left = at - timedelta(minutes=5)
    found = moments(knowledge(interventions=[message(left, state=state)]), at)
    assert min(found) == datetime(2026, 3, 26, 8, 30, tzinfo=UTC)
    unsent = moments(knowledge(interventions=[message(left, state=State.FAILED)]), at)
    assert min(unsent) == datetime(2026, 3, 26, 8, 0, tzinfo=UTC)


def test_over_the_days_limit_nothing_is_possible() -> None:
    left = [message(AT_7 - timedelta(minutes=n)) for n in range(DAILY_MAX - 1)]
    early = AT_7 - timedelta(days=1)
    assert arms(knowledge(interventions=[*left, message(early)]))[0]
    found, missing = arms(knowledge(interventions=left), taken=[AT_7 + timedelta(hours=9)])
    assert (found, dict(missing)) == (set(), {"daily_limit": 1})


def past(kind: SymptomKind, days_ago: int, subject: str = "s") -> PastDecision:
    at = AT_7 - timedelta(days=days_ago)
    return PastDecision(
        id=IDS.new(),
        at=at,
        local_date=TODAY - timedelta(days=days_ago),
        kind=kind.value,
        subject=subject,
        option="x",
        sent=None,
    )


@pytest.mark.parametrize("kind", list(COOLDOWN_DAYS))
def test_a_symptom_is_decided_on_again_when_its_days_are_over(kind: SymptomKind) -> None:
    days = COOLDOWN_DAYS[kind]
    cooling = knowledge(decisions=[past(kind, days - 1)])
    over = knowledge(decisions=[past(kind, days)])
    assert planned([symptom(kind)], cooling).left == {f"{kind.value}:s": "cooldown"}
    assert len(planned([symptom(kind)], over).decided) == 1
    assert len(planned([symptom(kind, "another")], cooling).decided) == 1


def test_no_more_than_three_decisions_a_day() -> None:
    many = [symptom(subject=f"s{n}") for n in range(6)]
    found = planned(many, knowledge())
    assert len(found.decided) == DECISIONS_A_DAY
    assert set(found.left.values()) == {"decisions_of_the_day_made"}
    made = [past(SymptomKind.OVERLOAD, 0, f"o{n}") for n in range(2)]
    assert len(planned(many, knowledge(decisions=made)).decided) == 1


def test_what_waits_already_is_not_decided_again() -> None:
    waiting = message(AT_7, state=State.AWAITING_APPROVAL, subject_key="goal_off_pace:s")
    found = planned([symptom()], knowledge(interventions=[waiting]))
    assert found.left == {"goal_off_pace:s": "already_planned"}


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32), reminder=st.sampled_from([None, 540, 710, 905, 1065, 1185]))
def test_messages_of_one_plan_keep_half_an_hour_from_each_other_and_from_reminders(
    seed: int, reminder: int | None
) -> None:
    midnight = datetime(2026, 3, 25, 23, 0, tzinfo=UTC)
    at = None if reminder is None else midnight + timedelta(minutes=reminder)
    told = [] if at is None else [task(remind_at=at)]
    known = knowledge(open_tasks=told)
    numbers = iter(range(seed, seed + 100))
    made = plan(
        [symptom(subject=f"s{n}") for n in range(3)],
        monitor(known, AT_7),
        known,
        decision_id=lambda: UUID(int=next(numbers)),
    )
    moments = [one.send_at for one in made.decided if one.send_at is not None]
    moments += [] if at is None else [at]
    assert all(abs(a - b) >= SPACING for a, b in combinations(moments, 2))


def test_every_draw_leaves_a_chance_to_send_and_not_to() -> None:
    for n in range(40):
        (one,) = planned([symptom(subject=str(n))], knowledge()).decided
        assert one.choice is not None
        assert 0.1 <= one.choice.p_send <= 0.9
        assert sum(one.choice.p_arm.values()) == pytest.approx(1.0)


def test_a_reminder_is_not_drawn_and_goes_out_at_its_time() -> None:
    told = task("dentist", remind_at=NOW + timedelta(minutes=10))
    known = knowledge(open_tasks=[told])
    context = monitor(known, NOW)
    (one,) = plan(analyze(context), context, known, decision_id=IDS.new).decided
    assert (one.choice, one.send_at, one.channel) == (None, told.remind_at, ChannelName.SMS)
    quiet = knowledge(open_tasks=[told], rules=rules_with("send_sms:goal", Effect.DENY))
    (one,) = plan(analyze(context), context, quiet, decision_id=IDS.new).decided
    assert one.channel is ChannelName.IN_APP


def test_options_take_turns_until_one_is_measured_better() -> None:
    kind = SymptomKind.SLEEP_DEBT
    assert pick_option(kind, knowledge()) == "earlier_bed"
    tried = [message(AT_7, symptom=kind.value, option="earlier_bed")]
    assert pick_option(kind, knowledge(interventions=tried)) == "wind_down"


def test_every_symptom_has_a_scope_and_every_drawn_one_a_cooldown() -> None:
    assert set(SCOPES) == set(SymptomKind)
    assert set(COOLDOWN_DAYS) == set(SymptomKind) - {SymptomKind.REMINDER_DUE}


def test_a_real_picture_is_decided_from_end_to_end_by_pure_code() -> None:
    known = knowledge(
        goals=[goal(target=7.0)],
        measures=[measure("runs", 1.0, 10), *nights({1: 4.0, 2: 4.0})],
    )
    context = monitor(known, AT_7)
    once = plan(analyze(context), context, known, decision_id=lambda: UUID(int=9))
    again = plan(analyze(context), context, known, decision_id=lambda: UUID(int=9))
    assert once == again
    assert len(once.decided) == 2
