"""The day's two messages, and the tasks that the morning makes."""

from datetime import datetime, timedelta

from acceptance.life import WARSAW, Life

from exoskull.briefings.service import plan_evening, plan_morning
from exoskull.channels.model import ChannelName
from exoskull.interventions.model import Intervention, State
from exoskull.measuring.service import finish_task
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
    titles = await loop_tasks(ann)
    said = await only(ann)
    assert 1 <= len(titles) <= 3
    assert all(title.startswith("Run: ") for title in titles)
    assert all(title.removeprefix("Run: ") in said.text for title in titles)
    assert 'Today for the goal "Run": ' in said.text
    assert (said.action, said.state) == ("send_email:summary", State.PLANNED)


async def test_planning_twice_makes_one_message_and_its_tasks_and_uses_of_the_grant_once(
    ann: Life,
) -> None:
    await behind(ann)
    assert await morning(ann) == "planned"
    made = await loop_tasks(ann)
    assert await morning(ann) == "already_planned"
    assert await loop_tasks(ann) == made
    async with ann.tx() as tx:
        used = await tx.value("select count(*) from authorizations")
    assert used == len(made)


async def test_a_denied_task_is_not_made_is_said_to_be_refused_and_not_named(ann: Life) -> None:
    await behind(ann)
    await ann.grant("create_task:*", "deny")
    assert await morning(ann) == "planned"
    assert await loop_tasks(ann) == []
    refusals = [one.data["action"] for one in await ann.events("grant.refused")]
    assert refusals == ["create_task:goal"]
    assert "Today for" not in (await only(ann)).text


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


async def test_the_day_has_five_actions_at_most_the_worst_first_and_one_each_at_least(
    ann: Life,
) -> None:
    for wish in (
        "I want to run 7 times a week",
        "I want to drink 8 glasses of water a day",
        "I want to read 30 pages a day",
    ):
        await ann.say(wish)
    await ann.measure("runs", 1.0)
    await ann.measure("water_glasses", 7.0)
    await ann.measure("pages_read", 1.0)
    ann.world.clock.advance(ann.now + timedelta(days=3))
    await morning(ann, "2026-03-05")
    titles = await loop_tasks(ann)
    goals = {title.partition(": ")[0] for title in titles}
    assert len(goals) == 3
    assert 3 <= len(titles) <= 5


async def test_an_action_that_is_on_the_list_is_named_and_not_made_again(ann: Life) -> None:
    await behind(ann)
    await morning(ann, "2026-03-05")
    before = await loop_tasks(ann)
    async with ann.tx() as tx:
        await tx.execute("delete from interventions where symptom = 'morning_briefing'")
    await morning(ann, "2026-03-05")
    assert await loop_tasks(ann) == before
    assert before[0].removeprefix("Run: ") in (await only(ann)).text


async def test_with_all_goals_on_pace_and_nothing_else_no_message_is_planned(ann: Life) -> None:
    await ann.say("I want to run once a week")
    await ann.measure("runs", 1.0)
    ann.world.clock.advance(ann.now + timedelta(days=2))
    assert await morning(ann, "2026-03-04") == "nothing_to_say"


async def test_a_wish_for_sms_sends_the_plan_by_sms_as_an_act_of_its_own_rule(ann: Life) -> None:
    await behind(ann)
    await ann.say("I prefer SMS")
    await morning(ann, "2026-03-05")
    said = await only(ann)
    assert (said.channel, said.action) == (ChannelName.SMS, "send_sms:goal")
    assert "Today for the goal" in said.text


async def test_who_wants_no_mail_reads_the_plan_in_the_app(ann: Life) -> None:
    await behind(ann)
    await ann.say("no e-mail")
    await morning(ann, "2026-03-05")
    assert (await only(ann)).channel is ChannelName.IN_APP


async def test_nothing_is_asked_of_who_has_paused(ann: Life) -> None:
    await behind(ann)
    await ann.say("STOP")
    await morning(ann, "2026-03-05")
    assert await loop_tasks(ann) == []


async def test_a_pause_that_is_over_before_the_plan_leaves_does_not_empty_it(ann: Life) -> None:
    await behind(ann)
    await ann.say("don't write to me for 2 hours")
    assert await morning(ann, "2026-03-05") == "planned"
    assert await loop_tasks(ann) != []


async def test_a_plan_in_quiet_hours_waits_for_their_end(ann: Life) -> None:
    await ann.change(morning_at="02:30")
    await ann.say("I want to run 7 times a week")
    await ann.until(datetime(2026, 3, 3, 8, 0, tzinfo=WARSAW))
    (sent,) = [
        one for one in await ann.interventions(State.SENT) if one.symptom == "morning_briefing"
    ]
    assert sent.sent_at == datetime(2026, 3, 3, 7, 0, tzinfo=WARSAW)


async def test_an_evening_in_quiet_hours_is_not_told_the_next_day(ann: Life) -> None:
    await ann.change(evening_at="22:30")
    await ann.say("I want to run 7 times a week")
    await ann.until(datetime(2026, 3, 4, 12, 0, tzinfo=WARSAW))
    told = [one for one in await ann.interventions() if one.symptom == "evening_reflection"]
    assert {one.state for one in told} == {State.SUPPRESSED}


async def evening_with_a_question(ann: Life) -> Intervention:
    """The day's actions are not done, and the reflection has asked about them."""
    await ann.say("I want to run 7 times a week")
    await ann.measure("runs", 1.0)
    await ann.until(datetime(2026, 3, 4, 20, 40, tzinfo=WARSAW))
    sent = await ann.interventions(State.SENT)
    return next(one for one in reversed(sent) if one.symptom == "evening_reflection")


async def verdicts(life: Life) -> list[str]:
    async with life.tx() as tx:
        rows = await tx.dicts("select verdict from strategy_days order by on_date")
    return [row["verdict"] for row in rows]


async def test_silence_fails_the_day_and_a_yes_puts_it_right(ann: Life) -> None:
    asked = await evening_with_a_question(ann)
    assert "answer YES" in asked.text
    assert await verdicts(ann) == ["failed"]
    answer = await ann.say("yes")
    assert answer.startswith("Noted as done: Run: ")
    assert await loop_tasks(ann) == []
    assert await verdicts(ann) == ["done"]
    assert not (await ann.say("yes")).startswith("Noted as done")


async def test_done_without_a_name_is_a_yes_to_the_evenings_question(ann: Life) -> None:
    asked = await evening_with_a_question(ann)
    assert (await ann.say("yes, done", reply_to=asked)).startswith("Noted as done: Run: ")
    assert await verdicts(ann) == ["done"]


async def test_a_no_is_taken_as_an_answer_and_the_day_stays_failed(ann: Life) -> None:
    asked = await evening_with_a_question(ann)
    assert "take it into account" in await ann.say("no", reply_to=asked)
    assert await verdicts(ann) == ["failed"]
    assert await loop_tasks(ann) != []


async def test_a_day_whose_plan_never_left_is_unknown_and_fails_nobody(ann: Life) -> None:
    await ann.grant("send_email:summary", "deny")
    await ann.grant("send_notification:*", "deny")
    await ann.say("I want to run 7 times a week")
    await ann.measure("runs", 1.0)
    await ann.until(datetime(2026, 3, 8, 22, 0, tzinfo=WARSAW))
    assert set(await verdicts(ann)) == {"unknown"}
    assert await ann.events("strategy.changed") == []


async def test_a_day_with_a_pause_fails_nobody(ann: Life) -> None:
    await ann.say("I want to run 7 times a week")
    await ann.measure("runs", 1.0)
    await ann.until(datetime(2026, 3, 4, 9, 0, tzinfo=WARSAW))
    await ann.say("don't write to me today")
    await ann.until(datetime(2026, 3, 5, 8, 0, tzinfo=WARSAW))
    assert (await verdicts(ann))[0] == "unknown"


async def test_what_is_done_late_in_the_evening_counts_the_next_morning(ann: Life) -> None:
    await evening_with_a_question(ann)
    await ann.until(datetime(2026, 3, 4, 21, 30, tzinfo=WARSAW))
    for task in await ann.tasks():
        async with ann.tx() as tx:
            await finish_task(tx, task, at=ann.now, ids=ann.world.installation.ids)
    await ann.until(datetime(2026, 3, 5, 7, 40, tzinfo=WARSAW))
    assert (await verdicts(ann))[0] == "done"
    plans = [
        one for one in await ann.interventions(State.SENT) if one.symptom == "morning_briefing"
    ]
    assert "Yesterday: " in plans[-1].text
