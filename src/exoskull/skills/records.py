"""The events that skills and suggestions leave."""

from datetime import datetime
from typing import Any

from exoskull.feed.model import Event
from exoskull.skills.owned import Skill, Suggestion, Version


def event(skill: Skill, version: Version, verb: str, at: datetime, **more: Any) -> Event:
    """The event `skill.<verb>`; `more` is plain JSON."""
    data = {
        "id": str(skill.id),
        "name": skill.name,
        "version": version.version,
        "state": skill.state.value,
        "source": skill.source.value,
        "template": skill.template,
        "risk": version.risk.value,
        "capabilities": list(version.capabilities),
        "description": version.description,
        "suggestion": str(skill.suggestion_id) if skill.suggestion_id else None,
        **more,
    }
    return Event(at=at, kind=f"skill.{verb}", trace=skill.trace, data=data)


def suggested(suggestion: Suggestion, at: datetime) -> Event:
    """The event `skill.suggested`."""
    return Event(
        at=at,
        kind="skill.suggested",
        trace=suggestion.trace,
        data={
            "id": str(suggestion.id),
            "name": suggestion.label,
            "source": suggestion.source.value,
            "template": suggestion.template,
            "confidence": suggestion.confidence,
            "evidence": [str(one) for one in suggestion.evidence],
        },
    )


def not_made(suggestion: Suggestion, at: datetime, *, why: str, **more: Any) -> Event:
    """The event `skill.rejected` of a suggestion that nothing was made of."""
    return Event(
        at=at,
        kind="skill.rejected",
        trace=suggestion.trace,
        data={
            "id": None,
            "name": suggestion.label,
            "suggestion": str(suggestion.id),
            "template": suggestion.template,
            "why_not": why,
            **more,
        },
    )
