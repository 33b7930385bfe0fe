"""Today's plan: the morning's message, what is to be done, and what is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from uuid import UUID

from fastapi import APIRouter
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from exoskull.briefings import service as briefings
from exoskull.briefings.close import MORNING
from exoskull.goals import service as goals
from exoskull.interventions.model import Intervention, State
from exoskull.kit.errors import NotFound
from exoskull.measuring.service import finish_task
from exoskull.tasks import service as tasks
from exoskull.tasks.model import Task
from exoskull.tenants.visit import PageVisit, Visit

router = APIRouter(include_in_schema=False)

SOME_DAY = 3
"""So many tasks without a day stand under those of today."""
LONGEST = 30

_UNSAID = (State.REFUSED, State.SUPPRESSED, State.REJECTED, State.EXPIRED, State.UNDONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`late`: due before today. `some_day`: of no day. `more`: how many are not shown."""

    briefing: Intervention | None
    late: Sequence[Task]
    due: Sequence[Task]
    some_day: Sequence[Task]
    done: Sequence[Task]
    more: int
    has_goals: bool

    @property
    def is_empty(self) -> bool:
        return not (self.late or self.due or self.some_day or self.done)


async def plan_of(visit: Visit) -> Plan:
    """The plan of the visitor's local day."""
    tenant, today = visit.tenant, visit.tenant.local_date(visit.at)
    begin = tenant.at_wall(today, time(0))
    said = await briefings.recent(visit.tx, since=begin - timedelta(hours=1))
    of_today = [
        one
        for one in said
        if one.symptom == MORNING
        and tenant.local_date(one.created_at) == today
        and one.state not in _UNSAID
    ]
    end = tenant.at_wall(today + timedelta(days=1), time(0))
    found = await tasks.placed(visit.tx, today=today, begin=begin, end=end, most=LONGEST)
    late, due, some_day = (
        [one for one in found if one.place == place] for place in ("late", "due", "some_day")
    )
    shown = some_day[:SOME_DAY]
    everything = sum({one.place: one.among for one in found}.values())
    return Plan(
        briefing=of_today[0] if of_today else None,
        late=late,
        due=due,
        some_day=shown,
        done=(await tasks.done_since(visit.tx, begin))[-LONGEST:],
        more=everything - len(late) - len(due) - len(shown),
        has_goals=bool(await goals.active(visit.tx)),
    )


async def plan_piece(visit: Visit) -> Markup:
    """The plan, as it stands on the page."""
    return visit.door.pages.piece("today/plan.html", visit.voice, plan=await plan_of(visit))


@router.post("/today/tasks/{task_id}/done")
async def finish(request: Request, visit: PageVisit, task_id: UUID) -> Response:
    """Mark a task done; one that is done stays so."""
    task = next((one for one in await tasks.open_tasks(visit.tx) if one.id == task_id), None)
    if task is not None:
        await finish_task(visit.tx, task, at=visit.at, ids=visit.ids)
    elif not await _is_done_today(visit, task_id):
        raise NotFound("briefing.no_such_action")
    return await _back(request, visit)


@router.post("/today/tasks/{task_id}/undo")
async def undo(request: Request, visit: PageVisit, task_id: UUID) -> Response:
    """Take a "done" of today back."""
    if await _is_done_today(visit, task_id):
        await tasks.reopen(visit.tx, task_id, at=visit.at)
    return await _back(request, visit)


async def _is_done_today(visit: Visit, task_id: UUID) -> bool:
    begin = visit.tenant.at_wall(visit.tenant.local_date(visit.at), time(0))
    return any(one.id == task_id for one in await tasks.done_since(visit.tx, begin))


async def _back(request: Request, visit: Visit) -> Response:
    if request.headers.get("hx-request") != "true":
        return RedirectResponse("/#plan", 303)
    return HTMLResponse(await plan_piece(visit))
