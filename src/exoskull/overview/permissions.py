"""What the loop may do: rules with switches, the day's limits, proposals, and "what if"."""

from dataclasses import dataclass
from functools import partial
from typing import Literal
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from exoskull.grants import service
from exoskull.grants.defaults import ALLOWED, DENIED
from exoskull.grants.describe import limit_text, pattern_text, proposal_text, reason_text
from exoskull.grants.explain import Explanation
from exoskull.grants.model import Action, ActionPattern, By
from exoskull.grants.proposals import service as proposals
from exoskull.grants.proposals.model import ProposalId
from exoskull.grants.web import grants_piece
from exoskull.interventions.model import DAILY_MAX
from exoskull.overview import store
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.web.paging import rest_of

router = APIRouter(include_in_schema=False)

PAGE = "/permissions"
HISTORY = 20
TRIED = (
    "send_sms:goal",
    "send_sms:wellness",
    "send_sms:stranger",
    "send_email:summary",
    "send_email:goal",
    "send_notification:goal",
    "create_task:goal",
    "log_health:sleep",
    "trigger_checkin:evening",
    "spend_money:shopping",
    "delete_data:app",
    "modify_source:self",
)
"""What the box offers to try; any other action can be named in the address."""


_WHOLE = frozenset((*ALLOWED, *DENIED))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What would happen to an action now, in words."""

    action: str
    sentence: str
    explanation: Explanation
    reason: str
    limits: list[str]
    remedy: str | None


@router.get(PAGE)
async def permissions(visit: PageVisit, action: str = "", before: UUID | None = None) -> Response:
    """The page; with `action`, what would happen to it now. `before` pages back through the rules
    that are no longer in force."""
    past = await service.ended(visit.tx, limit=HISTORY, before=before)
    count = partial(service.count_ended, visit.tx)
    today = visit.tenant.local_date(visit.at)
    return visit.door.pages.response(
        "overview/permissions.html",
        visit.voice,
        rules=await grants_piece(visit),
        used=await store.sent_on(visit.tx, today),
        limit=DAILY_MAX,
        tried=[(name, _words(name, visit.language)) for name in TRIED],
        action=action,
        answer=await _answer(visit, Action.parse(action)) if action else None,
        proposals=[
            (one.id, proposal_text(one, visit.language))
            for one in await proposals.open_proposals(visit.tx)
        ],
        history=[(one, pattern_text(one.grant.pattern, visit.language)) for one in past],
        rest=await rest_of([one.grant for one in past], HISTORY, came_from=before, count=count),
    )


@router.post(PAGE + "/proposals/{proposal_id}/{verb}")
async def answer(
    visit: PageVisit, proposal_id: UUID, verb: Literal["accept", "decline"]
) -> Response:
    """Take a proposed rule, or leave it."""
    wanted = ProposalId(proposal_id)
    if verb == "accept":
        await proposals.accept(visit.tx, wanted, at=visit.at, ids=visit.ids)
    else:
        await proposals.decline(visit.tx, wanted, at=visit.at)
    return RedirectResponse(PAGE, 303)


@router.post(PAGE + "/history/{grant_id}/restore")
async def restore(visit: PageVisit, grant_id: UUID) -> Response:
    """Put an earlier rule in force again, with its limits, for as long as it was to hold."""
    before = await service.named(visit.tx, grant_id)
    await service.set_grant(
        visit.tx,
        before.pattern,
        before.effect,
        daily_limit=before.daily_limit,
        daily_spend_limit_cents=before.daily_spend_limit_cents,
        expires_at=before.expires_at,
        by=By.PERSON,
        at=visit.at,
        ids=visit.ids,
    )
    return RedirectResponse(PAGE, 303)


async def _answer(visit: Visit, action: Action) -> Answer:
    language = visit.language
    found = await service.explain(
        visit.tx,
        action,
        at=visit.at,
        local_date=visit.tenant.local_date(visit.at),
        ids=visit.ids,
    )
    remedy = found.remedy
    return Answer(
        action=str(action),
        sentence=_words(str(action), language),
        explanation=found,
        reason=reason_text(found.decision, language),
        limits=[limit_text(one, language) for one in found.limits],
        remedy=None if remedy is None else pattern_text(remedy.pattern, language),
    )


def _words(action: str, language: str) -> str:
    """The action in words; of verbs whose rules are of the whole verb, that."""
    verb = action.partition(":")[0]
    whole = f"{verb}:*" in _WHOLE
    return pattern_text(ActionPattern.parse(f"{verb}:*" if whole else action), language)
