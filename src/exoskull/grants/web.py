"""The permission table as sentences with switches."""

from dataclasses import dataclass

from fastapi import APIRouter
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from exoskull.grants import service
from exoskull.grants.decide import Rules
from exoskull.grants.defaults import ALLOWED, DENIED
from exoskull.grants.describe import pattern_text
from exoskull.grants.model import ActionPattern, By, Effect, Grant
from exoskull.kit.errors import InvalidInput
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.web.bodies import form_of
from exoskull.web.pages import back_to

router = APIRouter(include_in_schema=False)

_ORDER = {pattern: place for place, pattern in enumerate((*ALLOWED, *DENIED))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One rule. `used`: how often it was used today."""

    grant: Grant
    sentence: str
    used: int


async def grants_piece(visit: Visit) -> Markup:
    """Every rule in force, in the order of the default ones, the person's own after them."""
    rules = await service.rules(visit.tx, at=visit.at, ids=visit.ids)
    used = await service.usage(visit.tx, visit.tenant.local_date(visit.at))
    rows = [
        Row(
            grant=grant,
            sentence=pattern_text(grant.pattern, visit.language),
            used=used[str(grant.pattern)].used if str(grant.pattern) in used else 0,
        )
        for grant in _ordered(rules, visit)
    ]
    return visit.door.pages.piece("grants/rules.html", visit.voice, rows=rows, effects=list(Effect))


def _ordered(rules: Rules, visit: Visit) -> list[Grant]:
    live = [grant for grant in rules.grants if not grant.is_expired(visit.at)]

    def place(grant: Grant) -> tuple[int, str]:
        pattern = str(grant.pattern)
        return _ORDER.get(pattern, len(_ORDER)), pattern

    return sorted(live, key=place)


@router.post("/grants")
async def set_rule(request: Request, visit: PageVisit) -> Response:
    """Put a rule in force; what its limits were stays, where the form says nothing of them."""
    given = await form_of(request)
    pattern = ActionPattern.parse(given.get("pattern", ""))
    effect = Effect.parse(given.get("effect", ""))
    rules = await service.rules(visit.tx, at=visit.at, ids=visit.ids)
    before = next(iter(rules.by_pattern.get(str(pattern), ())), None)
    limit, spend = (before.daily_limit, before.daily_spend_limit_cents) if before else (None, None)
    if "daily_limit" in given:
        limit = _whole(given["daily_limit"], "daily_limit")
    if "daily_spend_limit_cents" in given:
        spend = _whole(given["daily_spend_limit_cents"], "daily_spend_limit_cents")
    denies = effect is Effect.DENY
    await service.set_grant(
        visit.tx,
        pattern,
        effect,
        daily_limit=None if denies else limit,
        daily_spend_limit_cents=None if denies else spend,
        expires_at=before.expires_at if before else None,
        by=By.PERSON,
        at=visit.at,
        ids=visit.ids,
    )
    return await _back(request, visit)


@router.post("/grants/revoke")
async def revoke(request: Request, visit: PageVisit) -> Response:
    """Take a rule out of force."""
    pattern = ActionPattern.parse((await form_of(request)).get("pattern", ""))
    await service.revoke(visit.tx, pattern, by=By.PERSON, at=visit.at, ids=visit.ids)
    return await _back(request, visit)


async def _back(request: Request, visit: Visit) -> Response:
    if request.headers.get("hx-request") != "true":
        return RedirectResponse(back_to(request, "/permissions"), 303)
    return HTMLResponse(await grants_piece(visit))


def _whole(text: str, field: str) -> int | None:
    """A limit as it was typed; nothing typed is no limit."""
    text = text.strip()
    if not text:
        return None
    if not text.isdecimal() or len(text) > 9:
        raise InvalidInput("grant.invalid_limit", field=field, value=text[:20], maximum=1_000_000)
    return int(text)
