"""The day's two messages, and the tasks that the morning makes."""

from datetime import datetime, timedelta

from acceptance.life import WARSAW, Life

from exoskull.briefings.service import plan_evening, plan_morning
from exoskull.interventions.model import Intervention, State
from exoskull.signals.model import Source


async def morning(life: Life, slot: str = "2026-03-02") -> str:
    async with life.tx() as tx:
        return await plan_morning(tx, life.world.installation.loop, slot=slot, at=life.now)


async def evening(life: Life, slot: str = "2026-03-02") -> str:
    async with life.tx() as tx:
        return await plan_evening(tx, life.world.installation.loop, slot=slot, at=life.now)


async def only(life: Life) -> Intervention:
    (one,) = await life.interventions()
    return one


async def behind(life: Life) -> None:
    """A goal of every day, one run so far, three days on."""
    await life.say("I want to run 7 times a week")
    await life.measure("runs", 1.0)
    life.world.clock.advance(life.now + timedelta(days=3))


async def loop_tasks(life: Life) -> list[str]:
    return [task.title for task in await life.tasks() if task.source is Source.LOOP]


async def test_with_nothing_to_say_no_message_is_planned(ann: Life) -> None:
    assert await morning(ann) == "nothing_to_say"
    assert await evening(ann) == "nothing_to_say"
    assert await ann.interventions() == []


async def test_a_goal_behind_gets_an_action_that_is_a_task_and_stands_in_the_briefing(
    ann: Life,
) -> None:
    await behind(ann)
    assert await morning(ann) == "planned"
    (title,) = await loop_tasks(ann)
    said = await only(ann)
    assert title.startswith("Run: ")
    assert title.removeprefix("Run: ") in said.text
    assert (said.action, said.state) == ("send_email:summary", State.PLANNED)


async def test_planning_twice_makes_one_message_one_task_and_one_use_of_the_grant(
    ann: Life,
) -> None:
    await behind(ann)
    assert await morning(ann) == "planned"
    assert await morning(ann) == "already_planned"
    assert len(await loop_tasks(ann)) == 1
    async with ann.tx() as tx:
        used = await tx.value("select count(*) from authorizations")
    assert used == 1


async def test_a_denied_task_is_not_made_is_said_to_be_refused_and_not_named(ann: Life) -> None:
    await behind(ann)
    await ann.grant("create_task:*", "deny")
    assert await morning(ann) == "planned"
    assert await loop_tasks(ann) == []
    refusals = [one.data["action"] for one in await ann.events("grant.refused")]
    assert refusals == ["create_task:goal"]
    assert "For " not in (await only(ann)).text


async def test_what_was_not_done_yesterday_is_let_go_and_the_persons_own_stays(ann: Life) -> None:
    await behind(ann)
    await ann.say("add task: buy tickets by today")
    await morning(ann)
    ann.world.clock.advance(ann.now + timedelta(days=1))
    await ann.say("undo")  # nothing of the loop's is the person's to undo here
    before = {task.id for task in await ann.tasks() if task.source is Source.LOOP}
    await morning(ann, "2026-03-06")
    after = await ann.tasks()
    assert not before & {task.id for task in after}
    assert "task.dropped" in {one.kind for one in await ann.events()}


async def test_the_evening_tells_what_was_done_and_measured_and_no_more(ann: Life) -> None:
    await ann.say("add task: buy tickets")
    await ann.say("done: tickets")
    await ann.say("drank 3 glasses of water")
    assert await evening(ann) == "planned"
    text = (await only(ann)).text
    assert "Buy tickets" in text
    assert "3 glasses of water" in text
    assert "1 of 1" in text


async def test_denied_mail_goes_in_app_and_denied_both_is_a_refusal(ann: Life) -> None:
    await behind(ann)
    await ann.grant("send_email:summary", "deny")
    await morning(ann)
    assert (await only(ann)).action == "send_notification:summary"
    await ann.grant("send_notification:*", "deny")
    await evening(ann)
    assert [one.state for one in await ann.interventions()] == [State.PLANNED, State.REFUSED]


async def test_both_come_at_their_local_hours_by_themselves(ann: Life) -> None:
    await ann.say("I want to run 7 times a week")
    await ann.measure("runs", 1.0)
    await ann.wait(days=2)
    sent = [
        (one.symptom, one.sent_at.astimezone(WARSAW).strftime("%d %H:%M"))
        for one in await ann.interventions(State.SENT)
        if one.sent_at is not None and one.decision_id is None
    ]
    assert ("evening_reflection", "02 20:32") in sent
    assert ("morning_briefing", "03 07:32") in sent


async def test_a_digest_says_its_date_in_the_persons_zone(ann: Life) -> None:
    await ann.change(timezone="Pacific/Auckland")
    await ann.say("I want to run 7 times a week")
    await morning(ann)
    assert ann.now < datetime(2026, 3, 3, tzinfo=WARSAW)
    assert "2 March" in (await only(ann)).subject
