"""The feed: each kind of event in one sentence."""

from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.i18n import happened, text, why_not
from exoskull.i18n.catalogue import LANGUAGES

WARSAW = ZoneInfo("Europe/Warsaw")

KINDS = [
    "need.detected",
    "symptom.found",
    "cycle.completed",
    "decision.made",
    "intervention.planned",
    "intervention.refused",
    "intervention.suppressed",
    "intervention.awaiting_approval",
    "intervention.approved",
    "intervention.sent",
    "intervention.failed",
    "intervention.unknown",
    "intervention.undone",
    "intervention.put_off",
    "intervention.rejected",
    "intervention.expired",
    "outcome.recorded",
    "outcome.corrected",
    "preference.learned",
    "skill.suggested",
    "skill.generated",
    "skill.rejected",
    "skill.activated",
    "skill.revoked",
    "app.proposed",
    "app.activated",
    "app.optimized",
    "app.archived",
    "app.deleted",
    "goal.created",
    "goal.progress",
    "goal.completed",
    "goal.dropped",
    "task.created",
    "task.done",
    "task.dropped",
    "task.reopened",
    "strategy.changed",
    "briefing.sent",
    "reflection.sent",
    "grant.changed",
    "grant.proposed",
    "grant.refused",
    "grant.defaults_applied",
    "budget.reserved",
    "budget.settled",
    "budget.refused",
    "slot.ran",
    "slot.skipped",
    "slot.failed",
    "slot.missed",
    "message.received",
    "message.answered",
    "measure.logged",
    "measure.undone",
    "settings.changed",
    "tenant.created",
    "decision.final",
    "tape.refused",
    "entry.refused",
    "integrity.alarm",
]

RULES = {
    "grant.changed": {"pattern": "send_sms:wellness", "effect": "deny", "by": "tape"},
    "grant.proposed": {"pattern": "create_task:*"},
    "grant.refused": {"action": "send_sms:wellness", "reason": "denied_by_rule"},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_told_in_a_sentence_of_its_own(kind: str, language: str) -> None:
    """Even where an event brings no more than its kind."""
    told = happened(kind, RULES.get(kind, {}), language, WARSAW)
    assert told
    assert kind not in told


@pytest.mark.parametrize(
    ("kind", "data", "polish"),
    [
        (
            "intervention.sent",
            {"channel": "sms", "text": "„Biegać”: dziś 1 bieg.", "receipt": "SM1"},
            "Napisałem SMS-em: „«Biegać»: dziś 1 bieg.” (potwierdzenie: SM1)",
        ),
        (
            "intervention.refused",
            {"channel": "email", "text": "Cześć.", "why_not": "denied_by_rule"},
            "Nie napisałem e-mailem: „Cześć.” Zabrania tego Twoja reguła.",
        ),
        (
            "intervention.put_off",
            {"why_not": "quiet_hours", "until": "2026-03-05T06:00:00+00:00"},
            "Odkładam wysłanie do 5 marca, 7:00. Trwają godziny ciszy.",
        ),
        (
            "decision.made",
            {"chosen": {"channel": "sms", "hour": "09"}, "p_send": 0.62},
            "Decyzja: napisać SMS-em (szansa na wysłanie: 62%).",
        ),
        (
            "decision.made",
            {"chosen": None, "p_send": 0.4},
            "Tym razem nic nie piszę (szansa na wysłanie: 40%).",
        ),
        (
            "symptom.found",
            {"symptom": "goal_off_pace", "facts": {"goal": "Biegać"}},
            "Zauważyłem: cel „Biegać” idzie wolniej, niż zakłada plan.",
        ),
        (
            "goal.progress",
            {"title": "Biegać", "metric": "runs", "have": 1.0, "target": 3.0},
            "Postęp celu „Biegać”: 1 bieg, cel: 3 biegi.",
        ),
        (
            "tape.refused",
            {"line": 5, "reason": "approval.nothing_open"},
            "Tego z taśmy nie dało się zrobić. Nic teraz nie czeka na zgodę.",
        ),
        (
            "measure.logged",
            {"metric": "run_km", "value": 4.2, "unit": "km"},
            "Zapisane: 4,2 km biegu.",
        ),
        (
            "task.created",
            {"title": "dentysta", "due": None, "remind_at": "2026-03-05T17:00:00+00:00"},
            "Nowe przypomnienie: „dentysta”, 5 marca, 18:00.",
        ),
        (
            "task.created",
            {"title": "bilety", "due": "2026-03-06", "remind_at": None},
            "Nowe zadanie: „bilety”, termin: 6 marca.",
        ),
        (
            "slot.skipped",
            {"job": "loop-15", "slot": "2026-03-05T06:15:00+00:00", "reason": "nothing_due"},
            "Pominięte: Pętla (5 marca, 7:15). Powód: nothing due.",
        ),
        (
            "outcome.recorded",
            {"type": "user_response", "effectiveness": 0.8, "response_minutes": 12.4},
            "Wynik: odpowiedź po 12 min, skuteczność 80%.",
        ),
        (
            "outcome.recorded",
            {"type": "behavior_change", "effectiveness": None, "response_minutes": None},
            "Wynik: wpis po wiadomości, skuteczność niezmierzona.",
        ),
        (
            "settings.changed",
            {
                "changed": ["timezone", "quiet_from", "paused_until"],
                "timezone": "America/New_York",
                "quiet_from": "21:30:00",
                "paused_until": None,
            },
            "Strefa czasowa zmieniona na America/New_York. Godziny ciszy zaczynają się teraz o"
            " 21:30. Koniec przerwy, znów piszę.",
        ),
        (
            "settings.changed",
            {"changed": ["language", "channels"], "language": "pl", "channels": ["sms", "email"]},
            "Język zmieniony na polski. Od teraz mogę do Ciebie pisać: SMS-em i e-mailem.",
        ),
        ("settings.changed", {"changed": ["shoes"]}, "Zmienione ustawienie: shoes."),
        (
            "grant.changed",
            {"pattern": "send_sms:wellness", "effect": "deny", "by": "tape"},
            "Wysyłanie SMS-ów w sprawie samopoczucia: nie wolno (Twoja decyzja).",
        ),
    ],
)
def test_an_event_is_told_from_its_data(kind: str, data: dict[str, Any], polish: str) -> None:
    assert happened(kind, data, "pl", WARSAW) == polish


def test_a_long_message_is_quoted_in_part_on_one_line() -> None:
    told = happened("message.received", {"channel": "web", "text": "a\nb " * 500}, "en", WARSAW)
    assert len(told) < 240
    assert "\n" not in told
    assert told.endswith('…"')


def test_a_kind_that_nobody_has_worded_is_told_by_its_name() -> None:
    assert happened("thing.odd", {"a": 1}, "en", WARSAW) == "Event: thing.odd."


REASONS = [
    "denied_by_rule",
    "limit_reached",
    "spend_limit_reached",
    "nothing_matches_irreversible",
    "nothing_matches_reversible",
    "quiet_hours",
    "daily_limit",
    "spacing",
    "paused",
    "opted_out",
    "reason_gone",
    "no_channel",
    "channel_failed",
    "learner_chose_nothing",
    "cooldown",
    "expired",
    "undone",
    "awaiting_approval",
    "asks_by_rule",
    "lookup_failed",
    "already_planned",
    "decisions_of_the_day_made",
    "hour_has_passed",
    "no_hour",
    "rejected_by_person",
    "not_approved_in_time",
    "crashed",
    "done_before",
    "nothing_to_say",
    "too_late",
    "zone_changed",
    "mail.refused",
    "sms.opted_out",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_not_to_act_is_a_sentence(reason: str, language: str) -> None:
    told = why_not(reason, language)
    assert told.endswith(".")
    assert told != text(language, "why-not-other", reason=reason.replace("_", " "))


def test_quiet_hours_say_until_when() -> None:
    assert why_not("quiet_hours", "pl", until="7:00") == "Trwają godziny ciszy (do 7:00)."


def test_a_reason_that_nobody_has_worded_is_still_told() -> None:
    assert why_not("moon_phase", "en") == "The reason: moon phase."


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    [
        "text",
        "reason",
        "why_not",
        "until",
        "due",
        "title",
        "name",
        "channel",
        "chosen",
        "facts",
        "symptoms",
        "changed",
        "metric",
        "value",
        "unit",
        "pattern",
        "action",
        "effect",
        "by",
        "cents",
        "effectiveness",
        "response_minutes",
        "type",
        "slot",
        "job",
        "outcome",
        "hop",
        "count",
    ]
)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_measure_that_is_no_number_does_not_crash_the_feed(value: float) -> None:
    data = {"metric": "runs", "value": value, "have": value, "target": value}
    assert happened("measure.logged", data, "en", WARSAW) == "I logged a measure."
    assert happened("goal.progress", data | {"have": 1.0}, "en", WARSAW).endswith("1 run.")


@given(st.sampled_from(KINDS), st.dictionaries(FIELDS, plain), st.sampled_from(LANGUAGES))
def test_no_data_crashes_the_feed(kind: str, data: dict[str, Any], language: str) -> None:
    assert happened(kind, data, language, WARSAW)
