"""Every reason, rule, proposal and error has its words in both languages."""

import ast
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

import exoskull.grants
from exoskull.grants.decide import Reason, Rules, decide, refuse_unread
from exoskull.grants.defaults import DEFAULTS
from exoskull.grants.describe import explanation_text, pattern_text, proposal_text, reason_text
from exoskull.grants.explain import explain
from exoskull.grants.model import REVERSIBLE_VERBS, Action, ActionPattern, By, Effect, Used
from exoskull.grants.proposals.model import Proposal, ProposalId, ProposalState
from exoskull.i18n import error_text, text
from exoskull.kit import errors

LANGUAGES = ("pl", "en")
SMS = Action.parse("send_sms:wellness")


@pytest.fixture
def decisions(make_grant, at):
    """One decision for each reason."""
    allow = make_grant("send_sms:wellness", "allow", daily_limit=2, daily_spend_limit_cents=5)
    rules = Rules.of([allow])
    made = [
        decide(SMS, rules, {}, at),
        decide(SMS, rules, {"send_sms:wellness": Used(used=2)}, at),
        decide(SMS, rules, {"send_sms:wellness": Used(used=1, spent_cents=3)}, at, 4),
        decide(SMS, Rules.of([make_grant("send_sms:*", "ask")]), {}, at),
        decide(SMS, Rules.of([make_grant("*:*", "deny")]), {}, at),
        decide(SMS, Rules(), {}, at),
        decide(Action.parse("create_task:goal"), Rules(), {}, at),
        refuse_unread(SMS),
    ]
    assert {decision.reason for decision in made} == set(Reason)
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_a_sentence_that_names_the_action_or_its_rule(decisions, language):
    for decision in decisions:
        told = reason_text(decision, language)
        assert str(decision.action) in told or str(decision.grant.pattern) in told
        assert told.endswith(".")


def test_a_reached_limit_is_told_in_correct_polish(make_grant, at):
    def told(limit):
        rules = Rules.of([make_grant("send_sms:*", "allow", daily_limit=limit)])
        return reason_text(decide(SMS, rules, {"send_sms:*": Used(used=limit)}, at), "pl")

    assert "1 raz dziennie" in told(1)
    assert "2 razy dziennie" in told(2)
    assert "5 razy dziennie" in told(5)
    assert "nie pozwala na nic" in told(0)


def test_spent_cents_are_told_in_correct_polish(decisions):
    [told] = [reason_text(d, "pl") for d in decisions if d.reason is Reason.SPEND_LIMIT_REACHED]
    assert told == (
        "Koszt send_sms:wellness to 4 centy. Z 5 centów na dziś dla send_sms:wellness wydano już"
        " 3 centy."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_lists_rules_limits_and_the_remedy(make_grant, at, language):
    rules = Rules.of(
        [
            make_grant("send_sms:wellness", "allow", daily_limit=1),
            make_grant("send_sms:*", "deny"),
            make_grant("*:*", "ask", expires_at=at - timedelta(days=1)),
        ]
    )
    explained = explain(SMS, rules, {"send_sms:wellness": Used(used=1)}, at)
    told = explanation_text(explained, language)
    assert len(told.splitlines()) == 1 + 3 + 2 + 1
    for pattern in ("send_sms:wellness", "send_sms:*", "*:*"):
        assert f"  {pattern}: " in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_known_verb_and_effect_and_hand_has_its_words(language):
    verbs = REVERSIBLE_VERBS | {terms.pattern.verb for terms in DEFAULTS}
    for verb in verbs:
        told = pattern_text(ActionPattern(verb=verb, scope="*"), language)
        assert verb not in told
    for effect in Effect:
        assert text(language, "grant-effect", effect=effect) != effect.value or language == "en"
    for by in By:
        assert text(language, "grant-by", by=by) != by.value


@pytest.mark.parametrize(
    ("pattern", "polish", "english"),
    [
        ("*:*", "Wszystko, co możliwe", "Anything at all"),
        ("send_sms:*", "Wysyłanie SMS-ów", "Send an SMS"),
        (
            "send_sms:goal",
            "Wysyłanie SMS-ów w sprawie Twoich celów",
            "Send an SMS about your goals",
        ),
        ("fly:moon", "fly (moon)", "fly (moon)"),
    ],
)
def test_a_pattern_is_told_in_words(pattern, polish, english):
    parsed = ActionPattern.parse(pattern)
    assert pattern_text(parsed, "pl") == polish
    assert pattern_text(parsed, "en") == english


def test_a_proposal_counts_approvals_in_correct_polish(at):
    proposal = Proposal(
        id=ProposalId(UUID(int=1)),
        terms=DEFAULTS[0],
        approvals=5,
        first_at=at,
        last_at=at,
        state=ProposalState.OPEN,
        created_at=at,
    )
    assert "5 Twoich zgód" in proposal_text(proposal, "pl")
    assert "22 Twoje zgody" in proposal_text(replace(proposal, approvals=22), "pl")
    assert "5 times" in proposal_text(proposal, "en")


def _errors():
    """Every error that the feature raises: its key, and the parameters it is raised with."""
    for path in sorted(Path(exoskull.grants.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(key))]) if (
                    key.startswith("grant.") and hasattr(errors, name)
                ):
                    yield key, {keyword.arg: "1" for keyword in node.keywords}


@pytest.mark.parametrize(("key", "params"), sorted(_errors(), key=str))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_a_sentence(key, params, language):
    told = errors.ExoSkullError(key, **params)
    assert str(told) not in error_text(told, language)


def test_the_errors_of_the_feature_were_found():
    assert len({key for key, _ in _errors()}) >= 14
