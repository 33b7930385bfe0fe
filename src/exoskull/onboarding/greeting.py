"""The first act that a person sees: a message by the gate and the outbox, with its receipt."""

from datetime import datetime, timedelta

from exoskull.channels.model import ChannelName
from exoskull.database.transaction import Transaction
from exoskull.goals import service as goals
from exoskull.grants import service as grants
from exoskull.grants.model import Action
from exoskull.i18n import moment, text
from exoskull.interventions import service as interventions
from exoskull.interventions.model import Intervention, State
from exoskull.kit.ids import Ids, TraceId
from exoskull.tenants.model import Tenant

SYMPTOM = "welcome"
KEEPS_FOR = timedelta(hours=12)
ACTION = "send_notification:welcome"


async def greet(tx: Transaction, tenant: Tenant, *, at: datetime, ids: Ids) -> bool:
    """Plan the message that says what the loop knows so far and when it comes next.

    It goes in the app, as soon as the outbox looks; once for each person, however often it is
    planned.

    Returns:
        False where it was planned before.
    """
    action = Action.parse(ACTION)
    day = tenant.local_date(at)
    permission = (await grants.explain(tx, action, at=at, local_date=day, ids=ids)).decision
    first = next(iter(await goals.active(tx)), None)
    language = tenant.language.value
    morning = moment(tenant.local(_next_morning(tenant, at)), day, language)
    planned = Intervention(
        id=ids.new(),
        decision_id=None,
        symptom=SYMPTOM,
        subject_key=SYMPTOM,
        action=str(action),
        channel=ChannelName.IN_APP,
        framing="direct",
        option=SYMPTOM,
        subject=text(language, "welcome-subject"),
        text=text(
            language,
            "onboarding-greeting",
            name=tenant.name,
            goal=None if first is None else first.title,
            morning=morning,
        ),
        reason=text(language, "onboarding-greeting-reason"),
        state=State.PLANNED,
        idempotency_key=SYMPTOM,
        created_at=at,
        send_at=at,
        expires_at=at + KEEPS_FOR,
        trace=TraceId(ids.new()),
    )
    return await interventions.plan(tx, planned, permission, at=at, ids=ids, reveal_code=False)


def _next_morning(tenant: Tenant, at: datetime) -> datetime:
    """When the person's next morning hour begins, in UTC."""
    today = tenant.local_date(at)
    first = tenant.at_wall(today, tenant.morning_at)
    return first if first > at else tenant.at_wall(today + timedelta(days=1), tenant.morning_at)
