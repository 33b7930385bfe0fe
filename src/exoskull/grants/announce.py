"""The events that make the permission table's life visible."""

from datetime import datetime
from typing import Any

from exoskull.feed.model import Event
from exoskull.grants.decide import Decision
from exoskull.grants.explain import limit_json, limits_of, remedy_of, terms_json
from exoskull.grants.model import By, Grant
from exoskull.kit.ids import TraceId


def changed(grant: Grant, before: Grant | None, *, at: datetime, trace: TraceId) -> Event:
    """`grant.changed`: `grant` holds from now on, in the place of `before`."""
    return Event(
        at=at,
        kind="grant.changed",
        trace=trace,
        data={
            **terms_json(grant),
            "by": grant.set_by.value,
            "grant": str(grant.id),
            "before": terms_json(before) if before else None,
        },
    )


def revoked(grant: Grant, *, by: By, at: datetime, trace: TraceId) -> Event:
    """`grant.changed` with the effect `revoked`: the rule is gone, wider ones decide."""
    return Event(
        at=at,
        kind="grant.changed",
        trace=trace,
        data={
            "pattern": str(grant.pattern),
            "effect": "revoked",
            "by": by.value,
            "grant": str(grant.id),
            "before": terms_json(grant),
        },
    )


def defaults_applied(grants: list[Grant], *, at: datetime, trace: TraceId) -> Event:
    """`grant.defaults_applied`: the tenant had no rules at all, and got the default ones."""
    return Event(
        at=at,
        kind="grant.defaults_applied",
        trace=trace,
        data={"reason": "no_grants", "patterns": [str(grant.pattern) for grant in grants]},
    )


def refused(decision: Decision, *, at: datetime, trace: TraceId, **about: Any) -> Event:
    """`grant.refused`: an act was denied, with the reason and the rule that would change it.

    The caller publishes it; `about` adds plain JSON of the caller's (`intervention=...`).
    """
    remedy = remedy_of(decision)
    return Event(
        at=at,
        kind="grant.refused",
        trace=trace,
        data={
            "action": str(decision.action),
            "effect": decision.effect.value,
            "reason": decision.reason.value,
            "rule": terms_json(decision.grant) if decision.grant else None,
            "limits": [limit_json(limit) for limit in limits_of(decision)],
            "remedy": terms_json(remedy) if remedy else None,
            **about,
        },
    )
