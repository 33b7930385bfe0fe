"""Interventions made by hand, where a test wants one as it is and no draw."""

from datetime import timedelta
from typing import Any

from acceptance.life import Life
from interventions.by_hand import by_hand

from exoskull.grants.decide import decide
from exoskull.grants.model import Action
from exoskull.grants.service import rules, usage
from exoskull.interventions import service, store
from exoskull.interventions.model import Intervention, State


def intervention(life: Life, **fields: Any) -> Intervention:
    ids = life.world.installation.ids
    own = {"symptom": "morning_briefing", "subject_key": "by hand"} | fields
    return by_hand(ids, life.now, **own)


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
