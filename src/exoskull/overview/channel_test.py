"""A test message by a channel, and what became of it, with its receipt."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from fastapi import APIRouter
from markupsafe import Markup
from starlette.responses import HTMLResponse, RedirectResponse, Response

from exoskull.channels.model import ChannelName
from exoskull.grants import service as grants
from exoskull.grants.model import Action
from exoskull.i18n import text, why_not
from exoskull.interventions import service as interventions
from exoskull.interventions.model import Intervention, State
from exoskull.kit.errors import NotFound
from exoskull.tenants.visit import PageVisit, Visit

router = APIRouter(include_in_schema=False)

PATH = "/settings/test"
SYMPTOM = "channel_test"
KEEPS_FOR = timedelta(minutes=30)
ACTIONS = {
    ChannelName.IN_APP: "send_notification:test",
    ChannelName.EMAIL: "send_email:summary",
    ChannelName.SMS: "send_sms:wellness",
}
"""What a test message counts as, so that the rules of ordinary messages hold for it."""

GOING = (State.PLANNED, State.SENDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """A test, as it stands. `going`: its end is still to come; `why`: it did not go, or waits."""

    one: Intervention
    going: bool
    waits: bool
    why: str | None


@router.post(PATH + "/{channel}")
async def send(visit: PageVisit, channel: ChannelName) -> Response:
    """Have a test message sent by this channel, through the gate and the outbox like any other."""
    action = Action.parse(ACTIONS[channel])
    day = visit.tenant.local_date(visit.at)
    permission = (
        await grants.explain(visit.tx, action, at=visit.at, local_date=day, ids=visit.ids)
    ).decision
    made = visit.ids.new()
    planned = Intervention(
        id=made,
        decision_id=None,
        symptom=SYMPTOM,
        subject_key=f"{SYMPTOM}:{channel.value}",
        action=str(action),
        channel=channel,
        framing="direct",
        option=SYMPTOM,
        subject=text(visit.language, "settings-test-subject"),
        text=text(visit.language, "settings-test-text"),
        reason=text(visit.language, "settings-test-reason"),
        state=State.PLANNED,
        idempotency_key=f"{SYMPTOM}:{made}",
        created_at=visit.at,
        send_at=visit.at,
        expires_at=visit.at + KEEPS_FOR,
        trace=visit.new_trace(),
    )
    await interventions.plan(
        visit.tx, planned, permission, at=visit.at, ids=visit.ids, reveal_code=False
    )
    return RedirectResponse(f"/settings?tested={made}#channels", 303)


@router.get(PATH + "/{intervention_id}")
async def look(visit: PageVisit, intervention_id: UUID) -> Response:
    """What became of a test, for the page to ask until it has ended."""
    return HTMLResponse(await tested_piece(visit, intervention_id))


async def tested_piece(visit: Visit, intervention_id: UUID) -> Markup:
    """The test, with its receipt or the reason that it did not go; raises NotFound."""
    one = await interventions.get(visit.tx, intervention_id)
    if one.symptom != SYMPTOM:
        raise NotFound("intervention.not_found", field="id", id=str(intervention_id))
    tested = Tested(
        one=one,
        going=one.state in GOING and one.send_at <= visit.at,
        waits=one.state is State.PLANNED and one.send_at > visit.at,
        why=why_not(one.failure, visit.language) if one.failure else None,
    )
    return visit.door.pages.piece("overview/tested.html", visit.voice, tested=tested)
