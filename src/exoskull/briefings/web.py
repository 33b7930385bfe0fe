"""The page of the day's plan: what is to be done today, and the plans and reflections so far."""

from datetime import timedelta
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from exoskull.briefings import service
from exoskull.goals import service as goals
from exoskull.i18n import local_time
from exoskull.kit.errors import NotFound
from exoskull.measuring.service import finish_task
from exoskull.tenants.visit import PageVisit

router = APIRouter(include_in_schema=False)

PAGE = "/briefing"
SHOWN_FOR = timedelta(days=14)


@router.get(PAGE)
async def plan(visit: PageVisit) -> Response:
    """Today's actions, today's messages, and those of two weeks."""
    tenant, at = visit.tenant, visit.at
    todo, done = await service.actions_of_today(visit.tx, tenant, at)
    said = await service.recent(visit.tx, since=at - SHOWN_FOR)
    today = tenant.local_date(at)
    return visit.door.pages.response(
        "briefings/page.html",
        visit.voice,
        todo=todo,
        done=done,
        has_goals=bool(await goals.active(visit.tx)),
        of_today=[one for one in said if tenant.local_date(one.created_at) == today],
        earlier=[one for one in said if tenant.local_date(one.created_at) < today],
        local_date=tenant.local_date,
        morning=local_time(tenant.morning_at, visit.language),
        evening=local_time(tenant.evening_at, visit.language),
    )


@router.post(PAGE + "/actions/{task_id}/done")
async def finish(visit: PageVisit, task_id: UUID) -> Response:
    """Mark one of today's actions as done."""
    todo, done = await service.actions_of_today(visit.tx, visit.tenant, visit.at)
    task = next((one for one in todo if one.id == task_id), None)
    if task is not None:
        await finish_task(visit.tx, task, at=visit.at, ids=visit.ids)
    elif all(one.id != task_id for one in done):
        raise NotFound("briefing.no_such_action")
    return RedirectResponse(PAGE, 303)
