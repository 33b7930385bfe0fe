"""Interventions made by hand, where a test wants one as it is and no draw."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from acceptance.life import Life

from exoskull.channels.model import ChannelName
from exoskull.grants.decide import decide
from exoskull.grants.model import Action
from exoskull.grants.service import rules, usage
from exoskull.interventions import service, store
from exoskull.interventions.model import Intervention, State
from exoskull.kit.ids import TraceId


def intervention(life: Life, **fields: Any) -> Intervention:
    ids = life.world.installation.ids
    made = Intervention(
        id=ids.new(),
        decision_id=None,
        symptom="morning_briefing",
        subject_key="by hand",
        action="send_notification:summary",
        channel=ChannelName.IN_APP,
        framing="direct",
        option="by_hand",
        subject="A word",
        text="A word made by hand.",
        reason="It was made by hand.",
        state=State.PLANNED,
        idempotency_key=f"by hand {ids.new()}",
        created_at=life.now,
        send_at=life.now,
        expires_at=life.now + timedelta(hours=12),
        attempts=0,
        claimed_at=None,
        lease_until=None,
        authorization_id=None,
        local_date=None,
        recipient=None,
        receipt=None,
        sent_at=None,
        failure=None,
        goal_id=None,
        task_id=None,
        metric=None,
        outcome_due_at=None,
        outcome_closed_at=None,
        trace=TraceId(ids.new()),
    )
    return replace(made, **fields)


async def planned(life: Life, **fields: Any) -> Intervention:
    """Planned as the gate sees it now."""
    made = intervention(life, **fields)
    ids = life.world.installation.ids
    async with life.tx() as tx:
        known = await rules(tx, at=life.now, ids=ids)
        used = await usage(tx, (await life.tenant()).local_date(life.now))
        permission = decide(Action.parse(made.action), known, used, life.now)
        await service.plan(tx, made, permission, at=life.now, ids=ids, reveal_code=True)
        return await service.get(tx, made.id)


async def delivered(life: Life, **fields: Any) -> Intervention:
    """Sent just now, whatever else holds."""
    made = await planned(life, **fields)
    async with life.tx() as tx:
        sent = await store.change(
            tx,
            made.id,
            from_=State.PLANNED,
            to=State.SENT,
            receipt="row",
            sent_at=life.now,
            claimed_at=life.now,
            local_date=(await life.tenant()).local_date(life.now),
            outcome_due_at=life.now + timedelta(hours=24),
        )
    assert sent is not None
    return sent
