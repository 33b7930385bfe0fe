from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.grants.model import Action, ActionPattern, Effect, Terms
from exoskull.kit.errors import InvalidInput

ACTIONS = ("send_sms:wellness", "a:0", f"{'v' * 32}:{'s' * 64}", "log_health:sleep.hours-1_2")
NOT_ACTIONS = (
    "",
    ":",
    "send_sms",
    "send_sms:",
    ":wellness",
    "send_sms:*",
    "*:*",
    "Send_sms:wellness",
    "send_sms:Wellness",
    "send_sms:wellness\n",
    " send_sms:wellness",
    "send sms:x",
    "1send:x",
    "_send:x",
    "send_sms:.x",
    "send_sms:a:b",
    "send_sms:zażółć",
    "send_sms:x;drop table grants",
    f"{'v' * 33}:x",
    f"v:{'s' * 65}",
    "send_sms:wellnesѕ",  # the last letter is Cyrillic
    "send_sms:٣",  # a digit, but not one of 0-9
)


@pytest.mark.parametrize("text", ACTIONS)
def test_an_action_is_written_as_it_was_read(text):
    assert str(Action.parse(text)) == text
    assert str(ActionPattern.parse(text)) == text


@pytest.mark.parametrize("text", NOT_ACTIONS)
def test_a_malformed_action_is_refused(text):
    with pytest.raises(InvalidInput) as refusal:
        Action.parse(text)
    assert refusal.value.key == "grant.invalid_action"


@pytest.mark.parametrize("text", ["send_sms:*", "create_task:*", "*:*"])
def test_a_pattern_may_end_in_a_star(text):
    assert str(ActionPattern.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [text for text in NOT_ACTIONS if "*" not in text]
    + ["*", "*:wellness", "**:*", "*:*:*", "a:b*"],
)
def test_a_malformed_pattern_is_refused(text):
    with pytest.raises(InvalidInput) as refusal:
        ActionPattern.parse(text)
    assert refusal.value.key == "grant.invalid_pattern"


@given(st.text(max_size=200))
def test_any_text_is_a_pattern_or_refused_in_a_short_printable_way(text):
    try:
        assert str(ActionPattern.parse(text)) == text
    except InvalidInput as refusal:
        shown = str(refusal.params["value"])
        assert len(shown) <= 80
        assert shown.isprintable()


def test_a_pattern_matches_its_action_its_verb_or_everything():
    action = Action.parse("send_sms:goal")
    matching = {
        text
        for text in (
            "send_sms:goal",
            "send_sms:*",
            "*:*",
            "send_sms:goals",
            "send:*",
            "send_sms:go",
        )
        if ActionPattern.parse(text).matches(action)
    }
    assert matching == {"send_sms:goal", "send_sms:*", "*:*"} == set(action.patterns)


@pytest.mark.parametrize(
    ("action", "reversible"),
    [
        ("create_task:goal", True),
        ("send_notification:x", True),
        ("archive_app:water", True),
        ("send_sms:wellness", False),
        ("send_email:summary", False),
        ("spend_money:coffee", False),
        ("delete_data:all", False),
        ("modify_source:core", False),
        ("a_verb_nobody_knows:x", False),
    ],
)
def test_only_verbs_of_the_table_can_be_taken_back(action, reversible):
    assert Action.parse(action).is_reversible is reversible


@pytest.mark.parametrize("field", ["daily_limit", "daily_spend_limit_cents"])
@pytest.mark.parametrize("limit", [-1, 1_000_001, True])
def test_a_limit_out_of_range_is_refused(field, limit):
    with pytest.raises(InvalidInput, match=r"grant\.invalid_limit") as refusal:
        Terms(pattern=ActionPattern.parse("a:b"), effect=Effect.ALLOW, **{field: limit})
    assert refusal.value.field == field


def test_a_rule_that_denies_has_no_limit():
    with pytest.raises(InvalidInput, match=r"grant\.limit_on_deny"):
        Terms(pattern=ActionPattern.parse("a:b"), effect=Effect.DENY, daily_limit=1)


def test_an_expiry_without_a_zone_is_refused():
    with pytest.raises(InvalidInput, match=r"grant\.naive_expiry"):
        Terms(
            pattern=ActionPattern.parse("a:b"),
            effect=Effect.ALLOW,
            expires_at=datetime(2026, 1, 1),
        )


def test_an_unknown_effect_is_refused_by_name():
    assert Effect.parse("ask") is Effect.ASK
    with pytest.raises(InvalidInput, match=r"grant\.invalid_effect") as refusal:
        Effect.parse("maybe")
    assert refusal.value.params == {"value": "maybe"}
