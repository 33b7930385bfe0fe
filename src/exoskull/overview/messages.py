"""Every message: planned, waiting for a yes, sent with its receipt and outcome, or left unsent."""

from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from exoskull.i18n import why_not
from exoskull.interventions.model import DAILY_MAX, State
from exoskull.interventions.web import waiting_piece
from exoskull.kit.errors import InvalidInput
from exoskull.overview import store
from exoskull.tenants.visit import PageVisit

router = APIRouter(include_in_schema=False)

SHOWN = 25
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
    "waiting": (State.PLANNED, State.AWAITING_APPROVAL),
}


@router.get("/interventions")
async def messages(visit: PageVisit, show: str = "", before: UUID | None = None) -> Response:
    """The list, newest first, all of it or of some states; `before` pages back."""
    if show and show not in FILTERS:
        known = ", ".join(FILTERS)
        raise InvalidInput("feed.unknown_filter", field="show", value=show[:40], known=known)
    states = FILTERS.get(show)
    rows = await store.messages(visit.tx, states, before=before, limit=SHOWN)
    reasons = {one.id: why_not(one.failure, visit.language) for one in rows if one.failure}
    today = visit.tenant.local_date(visit.at)
    return visit.door.pages.response(
        "overview/messages.html",
        visit.voice,
        rows=rows,
        reasons=reasons,
        filters=list(FILTERS),
        show=show,
        waiting=await waiting_piece(visit) if before is None and show in ("", "waiting") else None,
        before=rows[-1].id if len(rows) == SHOWN else None,
        used=await store.sent_on(visit.tx, today),
        limit=DAILY_MAX,
        local_date=visit.tenant.local_date,
    )
