"""The rules of deciding, over any set of grants."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.grants.decide import Reason, Rules, decide
from exoskull.grants.explain import explain_decision, remedy_of
from exoskull.grants.model import (
    SEVERITY,
    Action,
    ActionPattern,
    By,
    Effect,
    Grant,
    GrantId,
    Used,
)

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
VERBS = ("send_sms", "create_task")
SCOPES = ("wellness", "goal")
PATTERNS = (*(f"{verb}:{scope}" for verb in VERBS for scope in (*SCOPES, "*")), "*:*")

actions = st.builds(Action, verb=st.sampled_from(VERBS), scope=st.sampled_from(SCOPES))
usages = st.dictionaries(
    st.sampled_from(PATTERNS),
    st.builds(Used, used=st.integers(0, 4), spent_cents=st.integers(0, 40)),
)
costs = st.integers(0, 20)
expiries = st.none() | st.sampled_from([AT - timedelta(hours=1), AT, AT + timedelta(seconds=1)])


@st.composite
def grant(draw, *, limited=True, effects=tuple(Effect)):
    effect = draw(st.sampled_from(effects))
    limits = limited and effect is not Effect.DENY
    return Grant(
        id=GrantId(UUID(int=draw(st.integers(0, 2**64)))),
        pattern=ActionPattern.parse(draw(st.sampled_from(PATTERNS))),
        effect=effect,
        daily_limit=draw(st.none() | st.integers(0, 4)) if limits else None,
        daily_spend_limit_cents=draw(st.none() | st.integers(0, 40)) if limits else None,
        expires_at=draw(expiries),
        set_by=By.PERSON,
        created_at=AT,
    )


grants = st.lists(grant(), max_size=8, unique_by=lambda rule: rule.id)
unlimited_grants = st.lists(grant(limited=False), max_size=8, unique_by=lambda rule: rule.id)


def severity(action, rules, usage, cost) -> int:
    return SEVERITY[decide(action, Rules.of(rules), usage, AT, cost).effect]


@given(actions, grants, usages, costs, st.randoms(use_true_random=False))
def test_no_order_of_grants_changes_a_decision(action, rules, usage, cost, chance: random.Random):
    shuffled = chance.sample(rules, len(rules))
    assert decide(action, Rules.of(rules), usage, AT, cost) == decide(
        action, Rules.of(shuffled), usage, AT, cost
    )


@given(actions, grants, usages, costs, grant(effects=[Effect.DENY]))
def test_adding_a_deny_never_allows_more(action, rules, usage, cost, deny):
    assert severity(action, [*rules, deny], usage, cost) >= severity(action, rules, usage, cost)


@given(actions, grants, usages, costs)
def test_nothing_matching_never_allows(action, rules, usage, cost):
    strangers = [rule for rule in rules if rule.is_expired(AT) or not rule.pattern.matches(action)]
    decision = decide(action, Rules.of(strangers), usage, AT, cost)
    assert decision.grant is None
    assert decision.effect is (Effect.ASK if action.is_reversible else Effect.DENY)


@given(actions, unlimited_grants, usages, costs, st.data())
def test_revoking_an_allow_never_allows_more(action, rules, usage, cost, data):
    # With limits it can: a reached limit denies, and hides a wider rule that allows.
    allows = [rule for rule in rules if rule.effect is Effect.ALLOW]
    gone = data.draw(st.sampled_from(allows)) if allows else None
    left = [rule for rule in rules if rule is not gone]
    assert severity(action, left, usage, cost) >= severity(action, rules, usage, cost)


@given(actions, grants, usages, costs)
def test_an_expired_rule_decides_nothing(action, rules, usage, cost):
    left = [rule for rule in rules if not rule.is_expired(AT)]
    assert decide(action, Rules.of(rules), usage, AT, cost) == decide(
        action, Rules.of(left), usage, AT, cost
    )


@given(actions, grants, usages, costs)
def test_the_deciding_rule_is_the_most_specific_one_in_force(action, rules, usage, cost):
    in_force = [rule for rule in rules if rule.pattern.matches(action) and not rule.is_expired(AT)]
    decision = decide(action, Rules.of(rules), usage, AT, cost)
    places = [action.patterns.index(str(rule.pattern)) for rule in in_force]
    if decision.grant is None:
        assert in_force == []
    else:
        assert action.patterns.index(str(decision.grant.pattern)) == min(places)


@given(actions, grants, usages, costs)
def test_an_allowed_act_fits_every_limit_of_its_rule(action, rules, usage, cost):
    decision = decide(action, Rules.of(rules), usage, AT, cost)
    if not decision.is_allowed:
        return
    rule = decision.grant
    assert rule is not None
    used = usage.get(str(rule.pattern), Used())
    assert rule.effect is Effect.ALLOW
    assert rule.daily_limit is None or used.used + 1 <= rule.daily_limit
    assert (
        rule.daily_spend_limit_cents is None
        or used.spent_cents + cost <= rule.daily_spend_limit_cents
    )


@given(actions, grants, usages, costs)
def test_more_use_or_a_higher_cost_never_allows_more(action, rules, usage, cost):
    busier = {
        pattern: Used(used=used.used + 1, spent_cents=used.spent_cents + 1)
        for pattern, used in usage.items()
    }
    before = severity(action, rules, usage, cost)
    assert severity(action, rules, busier, cost) >= before
    assert severity(action, rules, usage, cost + 1) >= before


@given(actions, grants, usages, costs)
def test_the_remedy_takes_the_refusal_or_the_question_away(action, rules, usage, cost):
    decision = decide(action, Rules.of(rules), usage, AT, cost)
    remedy = remedy_of(decision)
    if decision.is_allowed:
        assert remedy is None
        return
    assert remedy is not None
    mended = Grant(
        id=GrantId(UUID(int=2**65)),
        pattern=remedy.pattern,
        effect=remedy.effect,
        daily_limit=remedy.daily_limit,
        daily_spend_limit_cents=remedy.daily_spend_limit_cents,
        expires_at=remedy.expires_at,
        set_by=By.PERSON,
        created_at=AT,
    )
    others = [rule for rule in rules if rule.pattern != remedy.pattern]
    usage_of_others = {key: value for key, value in usage.items() if key != str(remedy.pattern)}
    if decision.reason in (Reason.LIMIT_REACHED, Reason.SPEND_LIMIT_REACHED):
        usage_of_others = usage
    after = decide(action, Rules.of([*others, mended]), usage_of_others, AT, cost)
    assert SEVERITY[after.effect] < SEVERITY[decision.effect]


@given(actions, grants, usages, costs)
def test_an_explanation_names_every_matching_rule_and_one_that_decides(action, rules, usage, cost):
    rules = [replace(rule, id=GrantId(UUID(int=n))) for n, rule in enumerate(rules)]
    known = Rules.of(rules)
    decision = decide(action, known, usage, AT, cost)
    explained = explain_decision(decision, known, AT)
    assert {match.grant.id for match in explained.matching} == {
        rule.id for rule in rules if rule.pattern.matches(action)
    }
    deciding = [match.grant for match in explained.matching if match.standing == "decides"]
    assert deciding == ([decision.grant] if decision.grant else [])


@pytest.mark.parametrize(
    ("rules", "action", "effect", "reason"),
    [
        ([], "create_task:goal", "ask", "nothing_matches_reversible"),
        ([], "send_sms:goal", "deny", "nothing_matches_irreversible"),
        ([("*:*", "allow")], "send_sms:goal", "allow", "allowed_by_rule"),
        ([("*:*", "deny"), ("send_sms:*", "allow")], "send_sms:goal", "allow", "allowed_by_rule"),
        ([("send_sms:*", "allow"), ("send_sms:goal", "deny")], "send_sms:goal", "deny", None),
        ([("send_sms:*", "deny"), ("send_sms:goal", "ask")], "send_sms:goal", "ask", None),
        ([("send_sms:*", "allow"), ("send_sms:*", "ask")], "send_sms:goal", "ask", None),
        ([("send_sms:*", "ask"), ("send_sms:*", "deny")], "send_sms:goal", "deny", None),
        ([("send_sms:goal", "allow")], "send_sms:goals", "deny", "nothing_matches_irreversible"),
    ],
)
def test_the_most_specific_rule_wins_and_deny_wins_among_equals(
    make_grant, rules, action, effect, reason
):
    known = Rules.of(make_grant(*rule) for rule in rules)
    decision = decide(Action.parse(action), known, {}, AT)
    assert decision.effect == effect
    assert reason is None or decision.reason == reason


def test_a_reached_limit_does_not_fall_through_to_a_wider_rule(make_grant):
    known = Rules.of(
        [make_grant("send_sms:goal", "allow", daily_limit=2), make_grant("send_sms:*", "allow")]
    )
    action = Action.parse("send_sms:goal")
    assert decide(action, known, {"send_sms:goal": Used(used=1)}, AT).is_allowed
    full = decide(action, known, {"send_sms:goal": Used(used=2)}, AT)
    assert (full.effect, full.reason) == (Effect.DENY, Reason.LIMIT_REACHED)


def test_a_spending_limit_may_be_used_up_to_the_cent(make_grant):
    known = Rules.of([make_grant("spend_money:coffee", "allow", daily_spend_limit_cents=100)])
    action = Action.parse("spend_money:coffee")
    usage = {"spend_money:coffee": Used(used=1, spent_cents=60)}
    assert decide(action, known, usage, AT, 40).is_allowed
    assert decide(action, known, usage, AT, 41).reason is Reason.SPEND_LIMIT_REACHED


def test_a_limit_reached_denies_even_where_the_rule_asks(make_grant):
    known = Rules.of([make_grant("create_task:*", "ask", daily_limit=1)])
    action = Action.parse("create_task:goal")
    assert decide(action, known, {}, AT).reason is Reason.ASKS_BY_RULE
    full = decide(action, known, {"create_task:*": Used(used=1)}, AT)
    assert full.reason is Reason.LIMIT_REACHED
