"""Rows of the past made by hand: messages that were drawn, sent and became final."""

from datetime import datetime, timedelta
from typing import Any

from acceptance.handmade import intervention
from acceptance.life import Life

from exoskull.channels.model import ChannelName
from exoskull.interventions import store as interventions_store
from exoskull.interventions.model import State
from exoskull.kit.ids import TraceId
from exoskull.ledger import store as ledger_store
from exoskull.ledger.model import Proximal, Row, Rule

UNSEEN = Proximal(rule=Rule.AT_LEAST, metric="nobody_measures_it", threshold=1.0)
"""What cannot be seen stays so when the rows are looked at again; the reply is what counts."""


async def message(
    life: Life,
    *,
    at: datetime,
    kind: str = "goal_off_pace",
    option: str = "next_step",
    worked: bool = False,
    channel: ChannelName = ChannelName.SMS,
) -> None:
    """A message about `kind` that was sent at `at`; its day is over and settled."""
    ids = life.world.installation.ids
    decision, trace = ids.new(), TraceId(ids.new())
    tenant = await life.tenant()
    value = 1.0 if worked else 0.0
    made = intervention(
        life,
        id=ids.new(),
        decision_id=decision,
        symptom=kind,
        subject_key=f"{kind}:by hand",
        option=option,
        channel=channel,
        state=State.SENT,
        receipt="SM1",
        created_at=at,
        send_at=at,
        sent_at=at,
        claimed_at=at,
        local_date=tenant.local_date(at),
        outcome_due_at=at + timedelta(hours=24),
        outcome_closed_at=at + timedelta(hours=24),
        trace=trace,
    )
    row = Row(
        id=decision,
        at=at,
        local_date=tenant.local_date(at),
        kind=kind,
        subject="by hand",
        option=option,
        sent=None,
        trace=trace,
        ledger={"chosen": None, "reason": "unavailable", "proximal": UNSEEN.to_json()},
        outcome=None,
        reply=None,
        final_due_at=at + timedelta(hours=24),
        final_at=None,
    )
    async with life.tx() as tx:
        await ledger_store.insert(tx, row, cycle_id=ids.new(), symptom_id=ids.new())
        await interventions_store.insert(tx, made)
        await ledger_store.make_final(
            tx, decision, sent=True, outcome=None, reply=value, at=at + timedelta(hours=24)
        )


async def messages(life: Life, since: datetime, hits: int, n: int, **fields: Any) -> None:
    """One a day from `since` on, `hits` of them working, the others first."""
    for day in range(n):
        at = since + timedelta(days=day)
        await message(life, at=at, worked=day >= n - hits, **fields)


async def failures(life: Life, channel: ChannelName, since: datetime, n: int) -> None:
    """Messages on `channel` that failed, one a day from `since` on."""
    for day in range(n):
        at = since + timedelta(days=day)
        failed = intervention(
            life, channel=channel, state=State.FAILED, created_at=at, send_at=at, failure="x"
        )
        async with life.tx() as tx:
            await interventions_store.insert(tx, failed)
