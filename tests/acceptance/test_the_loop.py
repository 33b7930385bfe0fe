"""The closed loop, by itself: only the scheduler moves it, and only the person speaks."""

import itertools
from datetime import timedelta

from acceptance.handmade import planned
from acceptance.life import WARSAW, born

from exoskull.channels.model import ChannelName
from exoskull.conversations.model import Via
from exoskull.database.pool import Database
from exoskull.interventions.model import DAILY_MAX, SPACING, State
from exoskull.tracing.chain import find_chain


async def test_a_goal_told_in_the_chat_becomes_a_message_a_reply_an_outcome_and_a_new_decision(
    database: Database,
) -> None:
    anna = await born(database)
    await anna.say("Chcę biegać 5 razy w tygodniu")
    await anna.measure("runs", 1.0)
    answered = None
    for _ in range(14):
        await anna.wait(hours=12)
        drawn = [one for one in await anna.interventions(State.SENT) if one.decision_id]
        if drawn and answered is None:
            answered = drawn[-1]
            await anna.say("ok, pobiegam dziś", via=Via.SMS, reply_to=answered)
    assert answered is not None
    async with anna.tx() as tx:
        chain = await find_chain(tx, answered.id)
    assert chain.open_hop is None
    assert chain.hops == {
        "symptom": True,
        "decision": True,
        "grant": True,
        "sent": True,
        "outcome": True,
        "preference": False,
        "next_decision": True,
    }
    kinds = [event.kind for event in chain.events]
    order = ["symptom.found", "decision.made", "intervention.planned", "intervention.sent"]
    assert [kind for kind in kinds if kind in order] == order
    (outcome,) = [
        event.data
        for event in chain.events
        if event.kind == "outcome.recorded" and event.data["type"] == "user_response"
    ]
    assert outcome["intervention"] == str(answered.id)
    assert any(outcome["id"] in later.data["read"]["outcomes"] for later in chain.later)
    final = [event.data for event in chain.events if event.kind == "decision.final"]
    assert [(one["sent"], one["reply"]) for one in final] == [(True, outcome["effectiveness"])]


async def test_a_deny_stops_what_is_queued_already(database: Database) -> None:
    anna = await born(database, language="en")
    queued = await planned(
        anna,
        action="send_sms:goal",
        channel=ChannelName.SMS,
        send_at=anna.now + timedelta(hours=1),
    )
    assert queued.state is State.PLANNED
    await anna.grant("send_sms:goal", "deny")
    await anna.wait(hours=2)
    (stopped,) = [one for one in await anna.interventions() if one.id == queued.id]
    assert (stopped.state, stopped.receipt) == (State.REFUSED, None)
    kinds = {event.kind for event in await anna.events() if event.trace == queued.trace}
    assert {"intervention.refused", "grant.refused"} <= kinds


async def test_a_pause_stops_everything_until_it_is_ended(database: Database) -> None:
    anna = await born(database)
    await anna.say("Chcę biegać 5 razy w tygodniu")
    await anna.measure("runs", 1.0)
    await anna.say("przypomnij mi jutro o 18 o dentyście")
    await anna.say("STOP")
    await anna.wait(days=4)
    assert await anna.interventions(State.SENT) == []
    assert all(event.kind != "intervention.sent" for event in await anna.events())
    await anna.say("START")
    await anna.wait(days=2)
    assert await anna.interventions(State.SENT) != []


async def test_a_crowded_day_stays_within_its_limits(database: Database) -> None:
    anna = await born(database)
    for n in range(15):
        await planned(anna, text=f"word {n}", expires_at=anna.now + timedelta(days=2))
    await anna.wait(days=2)
    sent = sorted(one.sent_at for one in await anna.interventions(State.SENT) if one.sent_at)
    assert all(b - a >= SPACING for a, b in itertools.pairwise(sent))
    days = [at.astimezone(WARSAW).date() for at in sent]
    assert max(days.count(day) for day in days) == DAILY_MAX
    assert all(7 <= at.astimezone(WARSAW).hour < 22 for at in sent)


async def test_an_idle_life_is_looked_at_once_a_day_and_once_more_for_its_silence(
    database: Database,
) -> None:
    anna = await born(database)
    await anna.wait(days=3)
    looked = [event.data for event in await anna.events("cycle.completed")]
    assert len(looked) == 5  # as it began, three mornings, and the third day's silence
    assert [one["symptoms"] for one in looked] == [[], [], [], [], ["silence:silence"]]
    assert {event.kind for event in await anna.events() if "budget" in event.kind} == set()
