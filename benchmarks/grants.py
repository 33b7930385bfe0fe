"""How long a grant decision takes, beside casbin on the same 50 rules.

casbin gets the easier job: allow and deny only, no limits, no expiry, no reason. Both must say the
same of every action before anything is timed; rounds alternate, so that a busy machine is
unfair to both.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from statistics import median
from time import perf_counter
from typing import Any
from uuid import UUID

import casbin
from casbin.model import Model

from exoskull.grants.decide import Rules, decide
from exoskull.grants.explain import explain
from exoskull.grants.model import Action, ActionPattern, By, Effect, Grant, GrantId, Used

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
GOAL_RATIO = 20.0
ROUNDS = 15
CALLS = 200

VERBS = ("send_sms", "send_email", "create_task", "log_health", "archive_app", "spend_money", "fly")
SCOPES = ("wellness", "goal", "summary", "stranger", "sleep", "water", "coffee")

# The first rule that matches decides; rules come most specific first. A verb with no rule at all
# meets none, so both sides deny it: `fly` is not reversible.
MODEL = """
[request_definition]
r = act

[policy_definition]
p = priority, act, eft

[policy_effect]
e = priority(p.eft) || deny

[matchers]
m = keyMatch(r.act, p.act)
"""


def fifty_rules() -> list[Grant]:
    """A rule for every verb but the last and every scope, one for each such verb, two that match
    nothing asked for: 6 * 7 + 6 + 2."""
    patterns = [f"{verb}:{scope}" for verb in VERBS[:-1] for scope in SCOPES]
    patterns += [f"{verb}:*" for verb in VERBS[:-1]]
    patterns += ["call_voice:*", "delete_data:*"]
    assert len(patterns) == 50
    return [
        Grant(
            id=GrantId(UUID(int=number)),
            pattern=ActionPattern.parse(pattern),
            effect=Effect.DENY if number % 3 == 0 else Effect.ALLOW,
            daily_limit=8 if number % 3 == 1 else None,
            set_by=By.PERSON,
            created_at=AT,
        )
        for number, pattern in enumerate(patterns)
    ]


def asked() -> list[Action]:
    """Actions that meet a rule of their own, their verb's rule, and none."""
    return [
        *(Action(verb=verb, scope=scope) for verb in VERBS[:-1] for scope in SCOPES),
        *(Action(verb=verb, scope="other") for verb in VERBS),
    ]


def enforcer(grants: list[Grant], kind: type[Any] = casbin.Enforcer) -> Any:
    """casbin with the same rules, most specific first."""
    model = Model()
    model.load_model_from_text(MODEL)
    made = kind(model)
    specific_first = sorted(grants, key=lambda grant: grant.pattern.scope == "*")
    for place, grant in enumerate(specific_first):
        made.add_policy(str(place), str(grant.pattern), grant.effect.value)
    return made


def run() -> dict[str, Any]:
    """Microseconds a decision, ours and casbin's, and how many times faster ours is."""
    grants = fifty_rules()
    rules = Rules.of(grants)
    usage = {str(grant.pattern): Used(used=3) for grant in grants}
    actions = asked()
    names = [str(action) for action in actions]
    plain = enforcer(grants)
    synced = enforcer(grants, casbin.SyncedEnforcer)
    for action, name in zip(actions, names, strict=True):
        ours = decide(action, rules, usage, AT).is_allowed
        assert ours == plain.enforce(name) == synced.enforce(name), name

    def each(turn: Callable[[int], Any]) -> Callable[[], float]:
        def timed() -> float:
            start = perf_counter()
            for call in range(CALLS):
                turn(call % len(actions))
            return (perf_counter() - start) / CALLS * 1e6

        return timed

    turns = {
        "decide_us": each(lambda n: decide(actions[n], rules, usage, AT)),
        "read_and_decide_us": each(lambda n: decide(Action.parse(names[n]), rules, usage, AT)),
        "decide_and_lay_out_us": each(lambda n: decide(actions[n], Rules.of(grants), usage, AT)),
        "explain_us": each(lambda n: explain(actions[n], rules, usage, AT)),
        "casbin_us": each(lambda n: plain.enforce(names[n])),
        "casbin_synced_us": each(lambda n: synced.enforce(names[n])),
    }
    times: dict[str, list[float]] = {name: [] for name in turns}
    for _ in range(ROUNDS):
        for name, turn in turns.items():
            times[name].append(turn())
    result: dict[str, Any] = {name: round(median(taken), 2) for name, taken in times.items()}
    baseline = min(result["casbin_us"], result["casbin_synced_us"])
    ratio = baseline / result["decide_us"]
    return {
        "rules": len(grants),
        "actions": len(actions),
        **result,
        "times_faster_than_casbin": round(ratio, 1),
        "times_faster_with_the_action_read_from_text": round(
            baseline / result["read_and_decide_us"], 1
        ),
        "goal": GOAL_RATIO,
        "passed": ratio >= GOAL_RATIO,
    }
