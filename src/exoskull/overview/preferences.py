"""What was learned of the person, with its numbers, and the person's own word on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exoskull.learning.constraints import SEND
from exoskull.ledger import preferences as learned
from exoskull.ledger.arms import DESIGN
from exoskull.ledger.model import Correction, Preference
from exoskull.ledger.sentences import sentence, side
from exoskull.tenants.visit import PageVisit
from exoskull.web.bodies import form_of

router = APIRouter(include_in_schema=False)

PAGE = "/preferences"
FACTORS = (SEND, "channel", "hour", "framing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One way of writing: what was learned of it, if anything, and what the person said."""

    level: str
    side: str
    learned: Preference | None
    sentence: str | None
    said: Correction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    name: str
    levels: Sequence[Level]


@router.get(PAGE)
async def preferences(visit: PageVisit) -> Response:
    """Every way of writing, with what is known of it and the hand on it."""
    known = {(one.factor, one.level): one for one in await learned.current(visit.tx)}
    said = {(one.factor, one.level): one for one in await learned.corrections(visit.tx)}
    ways = [(SEND, ""), *((name, str(level)) for name, level in DESIGN.index)]
    factors = []
    for factor in FACTORS:
        levels = dict.fromkeys(level for name, level in ways if name == factor)
        rows = [_level(factor, one, known, said, visit.language) for one in levels]
        if rows:
            factors.append(Factor(name=factor, levels=rows))
    return visit.door.pages.response(
        "overview/preferences.html",
        visit.voice,
        factors=factors,
        told=[
            (one, side({"factor": one.factor, "level": one.level}, visit.language))
            for one in said.values()
        ],
        spoken=[sentence(one.statement, visit.language) for one in known.values() if one.spoken],
    )


def _level(
    factor: str,
    level: str,
    known: dict[tuple[str, str], Preference],
    said: dict[tuple[str, str], Correction],
    language: str,
) -> Level:
    found = known.get((factor, level))
    return Level(
        level=level,
        side=side({"factor": factor, "level": level}, language),
        learned=found,
        sentence=None if found is None else sentence(found.statement, language),
        said=said.get((factor, level)),
    )


@router.post(PAGE)
async def say(request: Request, visit: PageVisit) -> Response:
    """Say what is preferred or to be avoided, or take that back."""
    given = await form_of(request)
    factor, level = given.get("factor", ""), given.get("level", "")
    if given.get("wish") == "lift":
        await learned.lift(visit.tx, factor=factor, level=level, at=visit.at)
    else:
        wish = given.get("wish", "")
        await learned.correct(
            visit.tx, factor=factor, level=level, wish=wish, at=visit.at, ids=visit.ids
        )
    return RedirectResponse(PAGE, 303)
