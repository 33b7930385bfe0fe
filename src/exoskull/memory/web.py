"""The page of what is remembered, with its sources, and the hand on it."""

from functools import partial
from uuid import UUID

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exoskull.i18n import error_text
from exoskull.kit.errors import Conflict, ExoSkullError, InvalidInput
from exoskull.memory import service
from exoskull.memory.model import TEXT_MAX, FactKind, NewFact, parse_kind
from exoskull.memory.reading import kind_of
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.web.bodies import form_of
from exoskull.web.errors import status_of
from exoskull.web.paging import rest_of

router = APIRouter(include_in_schema=False)

PAGE = "/memory"
SHOWN = 40


@router.get(PAGE)
async def memory(
    visit: PageVisit, before: UUID | None = None, deleted_before: UUID | None = None
) -> Response:
    """What is remembered and where it is from, and what was deleted lately.

    Args:
        before: pages back through what is remembered.
        deleted_before: pages back through what was deleted.
    """
    return await _page(visit, before=before, deleted_before=deleted_before)


@router.post(PAGE)
async def add(request: Request, visit: PageVisit) -> Response:
    """Remember what was typed."""
    given = await form_of(request)
    text, kind = given.get("text", ""), given.get("kind", "")
    try:
        chosen = parse_kind(kind) if kind else kind_of(text)
        await service.remember(
            visit.tx,
            NewFact(text=text, kind=chosen),
            at=visit.at,
            ids=visit.ids,
            trace=visit.new_trace(),
        )
    except (InvalidInput, Conflict) as error:
        return await _page(visit, given=given, error=error)
    return RedirectResponse(PAGE, 303)


@router.post(PAGE + "/{fact_id}/delete")
async def delete(visit: PageVisit, fact_id: UUID) -> Response:
    """Delete it; it then stands under what can be had back."""
    await service.forget(visit.tx, fact_id, at=visit.at)
    return RedirectResponse(f"{PAGE}#fact-{fact_id}", 303)


@router.post(PAGE + "/{fact_id}/restore")
async def restore(visit: PageVisit, fact_id: UUID) -> Response:
    """Have it back."""
    await service.restore(visit.tx, fact_id, at=visit.at)
    return RedirectResponse(f"{PAGE}#fact-{fact_id}", 303)


async def _page(
    visit: Visit,
    *,
    before: UUID | None = None,
    deleted_before: UUID | None = None,
    given: dict[str, str] | None = None,
    error: ExoSkullError | None = None,
) -> Response:
    tx, at = visit.tx, visit.at
    facts = await service.newest(tx, limit=SHOWN, before=before)
    deleted = await service.deleted(tx, at, limit=SHOWN, before=deleted_before)
    older = partial(service.count_before, tx)
    deleted_older = partial(service.count_deleted, tx, at)
    return visit.door.pages.response(
        "memory/memory.html",
        visit.voice,
        status_code=200 if error is None else status_of(error),
        facts=facts,
        rest=await rest_of(facts, SHOWN, came_from=before, count=older),
        deleted=deleted,
        deleted_rest=await rest_of(deleted, SHOWN, came_from=deleted_before, count=deleted_older),
        kinds=[kind.value for kind in FactKind],
        most=TEXT_MAX,
        given=given or {},
        error=None if error is None else error_text(error, visit.language),
    )
