"""What was learned of a person, over HTTP, and the person's own word on it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from exoskull.ledger import preferences
from exoskull.ledger.model import Correction, Preference
from exoskull.ledger.report import report
from exoskull.ledger.sentences import sentence
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import In, Out

router = APIRouter(tags=["preferences"])


class PreferenceOut(Out):
    """`text` says it, or how much is missing to say it; `statement` holds the numbers: hits of n
    on both sides, what is expected, the interval of the difference, since when, from which rows."""

    id: UUID
    factor: str
    level: str
    spoken: bool
    text: str
    statement: dict[str, Any]
    learned_at: datetime


class CorrectionOut(Out):
    """What the person said: it outranks what was learned, until it is lifted."""

    id: UUID
    factor: str
    level: str
    wish: str
    since: datetime


class PreferencesOut(BaseModel):
    learned: list[PreferenceOut]
    corrections: list[CorrectionOut]


class WishIn(In):
    """`wish`: `prefer` or `avoid`."""

    wish: str


@router.get("/preferences")
async def all_preferences(visit: ApiVisit) -> PreferencesOut:
    """What was learned of the person, the spoken first, and what they said themselves."""
    return PreferencesOut(
        learned=[_learned(one, visit.language) for one in await preferences.current(visit.tx)],
        corrections=[_said(one) for one in await preferences.corrections(visit.tx)],
    )


@router.put("/preferences/{factor}")
async def prefer(visit: ApiVisit, factor: str, body: WishIn) -> CorrectionOut:
    """Say whether to be written to at all: the factor is `send`, which has no level."""
    return await prefer_level(visit, factor, "", body)


@router.put("/preferences/{factor}/{level}")
async def prefer_level(visit: ApiVisit, factor: str, level: str, body: WishIn) -> CorrectionOut:
    """Say what is preferred, or to be avoided: it outranks what was learned from now on."""
    said = await preferences.correct(
        visit.tx, factor=factor, level=level, wish=body.wish, at=visit.at, ids=visit.ids
    )
    return _said(said)


@router.delete("/preferences/{factor}")
async def lift(visit: ApiVisit, factor: str) -> CorrectionOut:
    """Take one's word on `send` back."""
    return await lift_level(visit, factor, "")


@router.delete("/preferences/{factor}/{level}")
async def lift_level(visit: ApiVisit, factor: str, level: str) -> CorrectionOut:
    """Take one's word back: what was learned counts again."""
    return _said(await preferences.lift(visit.tx, factor=factor, level=level, at=visit.at))


@router.get("/optimization", tags=["optimization"])
async def optimization(visit: ApiVisit) -> dict[str, Any]:
    """What was learned, what sending is worth, what it saved, over the last 90 days; `text` says it
    in sentences."""
    found = await report(visit.tx, at=visit.at)
    return found.to_json(visit.language)


def _learned(one: Preference, language: str) -> PreferenceOut:
    return PreferenceOut(
        id=one.id,
        factor=one.factor,
        level=one.level,
        spoken=one.spoken,
        text=sentence(one.statement, language),
        statement=one.statement,
        learned_at=one.learned_at,
    )


def _said(one: Correction) -> CorrectionOut:
    return CorrectionOut(
        id=one.id, factor=one.factor, level=one.level, wish=one.wish, since=one.created_at
    )
