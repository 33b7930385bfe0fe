"""What held where nothing was drawn: the rule of mine that it follows, and what allowed it."""

import re
from collections.abc import Mapping
from math import isfinite

from exoskull.feed.model import StoredEvent
from exoskull.grants.proposals.propose import APPROVALS_NEEDED
from exoskull.i18n import percent, text
from exoskull.ledger.effect import MIN_CASES
from exoskull.needs.confidence import BUILD_MENTIONS
from exoskull.overview import reasons_store as store
from exoskull.overview.reasons_store import Act, Permitted
from exoskull.strategies.model import FAILED_DAYS
from exoskull.tenants.visit import Visit

PEOPLE = frozenset({"person", "tape", "web", "chat", "api", "cli", "user", "approval"})
"""In an event's `by` or `source`: the person did it, or said so."""

MINE = frozenset({"loop", "default", "model", "grant"})
"""In an event's `by` or `source`: done without being told to at that moment."""

OWN = frozenset(
    {
        "entry",
        "goal",
        "measure",
        "memory",
        "message",
        "settings",
        "account",
        "tenant",
        "tool_server",
    }
)
"""Families of events that tell of what the person said or did."""

RULE = re.compile(r"\*:\*|[a-z][a-z0-9_]{0,31}:(\*|[a-z0-9][a-z0-9_.-]{0,63})")
"""What a rule looks like."""

NUMBERS: Mapping[str, int] = {
    "mentions": BUILD_MENTIONS,
    "days": FAILED_DAYS,
    "cases": MIN_CASES,
    "approvals": APPROVALS_NEEDED,
}


def rule_of(event: StoredEvent, act: Act | None, language: str) -> str:
    """The rule of mine behind it, in a sentence; where there is none, that."""
    family = _of_event(event) if act is None else _of_message(act.symptom)
    return text(language, "why-own-rule", family=family, **NUMBERS)


def _of_event(event: StoredEvent) -> str:
    family = event.kind.partition(".")[0]
    if event.kind in ("app.suggested", "app.optimized", "app.archived"):
        return "person" if by_the_person(event) and "by" in event.data else "app_change"
    if family in ("app", "skill", "need"):
        asked_for = event.data.get("source") == "user_request"
        return "person" if asked_for else family.replace("need", "app")
    if family == "grant" and event.kind not in ("grant.proposed", "grant.asked"):
        return "person" if by_the_person(event) else "other"
    return "person" if by_the_person(event) else family


def _of_message(symptom: str) -> str:
    if symptom in ("morning_briefing", "evening_reflection") or symptom.endswith("_summary"):
        return "clock"
    if symptom in ("reminder_due", "app_reminder"):
        return "reminder"
    if symptom in ("channel_test", "welcome"):
        return "person"
    return symptom.partition("_")[0]


def by_the_person(event: StoredEvent) -> bool:
    """Whether the person did it, or said it, as the event itself has it."""
    said = str(event.data.get("by", event.data.get("source")))
    if said in PEOPLE:
        return True
    return event.kind.partition(".")[0] in OWN and said not in MINE


def expected(event: StoredEvent, language: str) -> list[str]:
    """How likely it was to help, where that decided."""
    match event.kind.partition(".")[0], event.data:
        case "strategy", {"chance": float() | int() as chance, "days_known": int() as days}:
            shown = percent(chance, language)
            return [text(language, "goals-chance", chance=shown, count=days)]
        case _, {"confidence": float() | int() as sure} if isfinite(sure):
            return [text(language, "why-sure", chance=percent(sure, language))]
    return []


def unasked(event: StoredEvent) -> str:
    """Why no rule was asked: the name of a text."""
    verb = event.kind.partition(".")[2]
    if verb == "awaiting_approval":
        return "why-permit-asks"
    if event.data.get("approval") and verb not in ("refused", "rejected"):
        return "why-permit-yes"
    if event.kind in ("app.activated", "skill.activated") and not by_the_person(event):
        return "why-permit-low"
    return "why-permit-yours" if by_the_person(event) else "why-permit-none"


async def allowed(visit: Visit, event: StoredEvent) -> tuple[Permitted | None, str | None]:
    """What allowed what an event tells of, if a rule was asked: the authorization, or the rule's
    pattern that the event itself names."""
    if event.kind == "task.created" and str(event.data.get("source")) in MINE:
        return await store.permitted_at(visit.tx, "create_task", event.at), None
    named = event.data.get("grant")
    return None, named if isinstance(named, str) and RULE.fullmatch(named) else None
