"""Every message: planned, waiting for a yes, sent with its receipt and outcome, or left unsent."""

from functools import partial
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from exoskull.i18n import why_not
from exoskull.interventions.model import DAILY_MAX, State
from exoskull.interventions.web import LIST, waiting_piece
from exoskull.kit.errors import InvalidInput
from exoskull.overview import store
from exoskull.tenants.visit import PageVisit
from exoskull.web.paging import rest_of

router = APIRouter(include_in_schema=False)

SHOWN = 25
WAITING = "waiting"
FILTERS: dict[str, tuple[State, ...]] = {
    "sent": (State.SENT, State.SENDING, State.UNKNOWN),
    "unsent": (
        State.REFUSED,
        State.SUPPRESSED,
        State.REJECTED,
        State.EXPIRED,
        State.UNDONE,
        State.FAILED,
    ),
    WAITING: (State.PLANNED, State.AWAITING_APPROVAL),
}
PAST = tuple(state for state in State if state not in FILTERS[WAITING])


@router.get(LIST)
async def messages(
    visit: PageVisit, show: str = "", before: UUID | None = None, after: UUID | None = None
) -> Response:
    """What waits, nearest first, and what was, newest first; all of it or of some states.

    Args:
        before: pages back through what was.
        after: pages on through what waits.
    """
    if show and show not in FILTERS:
        known = ", ".join(FILTERS)
        raise InvalidInput("feed.unknown_filter", field="show", value=show[:40], known=known)
    rows, rest = [], None
    if show != WAITING:
        states = FILTERS.get(show, PAST)
        rows = await store.messages(visit.tx, states, before=before, limit=SHOWN)
        count = partial(store.count_messages, visit.tx, states)
        rest = await rest_of(rows, SHOWN, came_from=before, count=count)
    waits = show == WAITING or (not show and before is None)
    reasons = {one.id: why_not(one.failure, visit.language) for one in rows if one.failure}
    today = visit.tenant.local_date(visit.at)
    return visit.door.pages.response(
        "overview/messages.html",
        visit.voice,
        rows=rows,
        reasons=reasons,
        filters=list(FILTERS),
        show=show,
        waiting=await waiting_piece(visit, after=after) if waits else None,
        rest=rest,
        used=await store.sent_on(visit.tx, today),
        limit=DAILY_MAX,
        local_date=visit.tenant.local_date,
    )
