"""Why a message was made, and what an event says, in the reader's language: from rows, anew.

Only what a person or a letter literally said stays as it was said.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from exoskull.feed.model import StoredEvent
from exoskull.feed.present import Item, item
from exoskull.i18n import text
from exoskull.ledger.sentences import sentence
from exoskull.mape.model import Symptom, SymptomKind
from exoskull.mape.wording import arguments
from exoskull.optimization import service as optimization
from exoskull.optimization.model import TrialState
from exoskull.optimization.sentences import headline
from exoskull.overview import reasons_store as store
from exoskull.overview.reasons_store import Act
from exoskull.tenants.visit import Visit

BY_THE_CLOCK = {
    "morning_briefing": "reason-briefing",
    "evening_reflection": "reason-reflection",
    "daily_summary": "reason-summary",
    "weekly_summary": "reason-summary",
    "monthly_summary": "reason-summary",
    "welcome": "onboarding-greeting-reason",
    "channel_test": "settings-test-reason",
    "grant_question": "grant-question-reason",
}
"""What such a message is always made for."""

LEARNED = frozenset({"preference.learned", "preference.withdrawn"})
WORKS_AGAIN = ":works"
TRIALS_READ = 200
"""The newest; the words of an older one stay as they were."""


async def because(visit: Visit, act: Act) -> str | None:
    """Why the message was made; None where the chain says it already, as with apps and skills."""
    language = visit.language
    if act.symptom in set(SymptomKind):
        return await _noticed(visit, act)
    if act.symptom in BY_THE_CLOCK:
        told = text(language, BY_THE_CLOCK[act.symptom], kind=act.symptom)
        return told[:1].upper() + told[1:]
    if act.symptom == "incident":
        failures = await store.failures(visit.tx, act.trace)
        if failures is not None and WORKS_AGAIN not in act.subject_key:
            return text(language, "incident-because-failing", count=failures)
        return text(language, "incident-because-told")
    return None


async def _noticed(visit: Visit, act: Act) -> str | None:
    """The reason by the facts of the symptom behind the message."""
    found = await store.symptom(visit.tx, act.trace, act.symptom, until=act.created_at)
    if found is None:
        return None
    return _reason(visit, act.symptom, found["subject"], found["facts"], act.metric)


def because_of(visit: Visit, found: StoredEvent) -> str | None:
    """What a symptom says, by its own facts; for an event `symptom.found`."""
    data = found.data
    facts = data.get("facts")
    if data.get("symptom") not in list(SymptomKind) or not facts or "subject" not in data:
        return None
    return _reason(visit, data["symptom"], data["subject"], facts, facts.get("metric"))


def _reason(
    visit: Visit, kind: str, subject: str, facts: Mapping[str, Any], metric: str | None
) -> str:
    symptom = Symptom(
        kind=SymptomKind(kind),
        subject=subject,
        severity=0.0,
        facts=facts,
        evidence=(),
        metric=metric,
    )
    key = "reason-" + kind.replace("_", "-")
    return text(visit.language, key, **arguments(symptom, visit.tenant))


async def told(visit: Visit, event: StoredEvent) -> Item:
    """The event as the feed shows it, its statements in the reader's language."""
    data = event.data
    if event.kind in LEARNED and "spoken" in data:
        data = data | {"statement": sentence(data, visit.language)}
    elif event.kind in ("trial.started", "trial.kept", "trial.reverted"):
        said = await _trial(visit, event)
        data = data if said is None else data | {"statement": said}
    return item(replace(event, data=data), visit.voice)


async def _trial(visit: Visit, event: StoredEvent) -> str | None:
    wanted = event.data.get("id")
    for trial in await optimization.journal(visit.tx, limit=TRIALS_READ):
        if str(trial.id) == wanted:
            begun = event.kind == "trial.started"
            shown = replace(trial, state=TrialState.RUNNING) if begun else trial
            return headline(shown, visit.language)
    return None
