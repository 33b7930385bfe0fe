"""gap-detection through the scheduler: found once, told once, closed when something serves it."""

from datetime import timedelta

from acceptance.life import Life

from exoskull.skills import service as skills


async def test_a_goal_that_nothing_serves_is_found_on_monday_and_told_once(anna: Life) -> None:
    await anna.grant("create_task:*", "deny")  # so that the morning makes no task for it
    await anna.say("I want to swim 2 times a week")
    async with anna.tx() as tx:
        await tx.execute("update goals set created_at = created_at - interval '8 days'")
    await anna.wait(days=7)
    found = await anna.events("gap.found")
    (goal,) = await anna.goals()
    assert [one.data["goal_id"] for one in found] == [str(goal.id)]
    assert found[0].data["lacking"] == ["measure", "app", "action"]
    assert found[0].at.astimezone(anna.now.tzinfo).weekday() == 0
    await anna.wait(days=1)
    await anna.measure(goal.metric, 1.0)
    await anna.wait(days=6, hours=1)
    assert len(await anna.events("gap.found")) == 1
    async with anna.tx() as tx:
        assert await tx.value("select count(*) from gaps where closed_at is null") == 0
        assert await tx.value("select count(*) from gaps") == 1
    jobs = [one.data for one in await anna.events("slot.ran")]
    assert len([one for one in jobs if one["job"] == "gap-detection"]) == 2
    assert anna.now > found[0].at + timedelta(days=6)


async def test_the_loops_own_tasks_that_nobody_does_hide_no_gap_and_a_skill_is_offered(
    anna: Life,
) -> None:
    await anna.say("I want to swim 2 times a week")
    await anna.wait(days=15)
    assert len(await anna.events("task.created")) > 3
    (found,) = await anna.events("gap.found")
    (suggested,) = await anna.events("skill.suggested")
    assert (suggested.data["source"], suggested.data["template"]) == ("goal", "when-silent")
    assert suggested.trace == found.trace
    await anna.wait(days=7)
    (asked,) = await anna.events("skill.awaiting_approval")
    assert asked.data["risk"] == "high"
    async with anna.tx() as tx:
        (one,) = await skills.everything(tx)
    assert one.answers == "when-silent:days=3,metric=" + found.data["metric"]
