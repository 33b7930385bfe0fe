"""The Ralph loop on the real database, through the scheduler's door: only the clock moves it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import psycopg
import pytest
from acceptance.life import Life
from optimization.scene import failures, messages

from exoskull.channels.model import ChannelName
from exoskull.database.transaction import Transaction
from exoskull.kit.errors import Conflict, NotFound
from exoskull.levers import service as levers
from exoskull.levers.model import Lever, LeverName
from exoskull.mape.knowledge import load_knowledge
from exoskull.mape.model import SymptomKind
from exoskull.mape.plan import pick_option
from exoskull.optimization import service, store
from exoskull.optimization.model import Trial, TrialState, Verdict


async def ignored(life: Life) -> None:
    """Twelve messages in the version next_step went unheard, of eight others six worked."""
    month_ago = life.now - timedelta(days=27)
    await messages(life, month_ago, 0, 12)
    await messages(life, month_ago + timedelta(days=12), 6, 8, option="smaller_step")


async def trials(life: Life) -> list[Trial]:
    async with life.tx() as tx:
        return await store.trials(tx)


async def pulled(life: Life) -> list[tuple[str, str, dict[str, Any], Any]]:
    async with life.tx() as tx:
        found = await levers.current(tx)
    return [(one.name.value, one.subject, one.value, one.trial_id) for one in found]


async def kinds(life: Life) -> list[str]:
    return [event.kind for event in await life.events() if event.kind.startswith("trial.")]


async def choices(life: Life) -> str:
    """The option that a message about a goal behind its pace would have now."""
    loop = life.world.installation.loop
    async with life.tx() as tx:
        known = await load_knowledge(tx, at=life.now, ids=loop.ids, reachable=loop.reachable)
    return pick_option(SymptomKind.GOAL_OFF_PACE, known)


async def test_an_ignored_option_is_retired_measured_and_stays_retired_where_that_helps(
    anna: Life,
) -> None:
    await ignored(anna)
    await anna.wait(hours=1)
    (trial,) = await trials(anna)
    assert (trial.state, trial.lever, trial.lever_subject) == (
        TrialState.RUNNING, LeverName.RETIRE_OPTION, "goal_off_pace:next_step",
    )  # fmt: skip
    assert trial.measure["before"] == {"hits": 6, "n": 20}
    assert await pulled(anna) == [("retire_option", "goal_off_pace:next_step", {}, trial.id)]
    assert await choices(anna) != "next_step"
    await messages(anna, anna.now, 9, 10, option="plan_time")
    await anna.wait(days=15)
    (ended,) = await trials(anna)
    assert (ended.state, ended.verdict) == (TrialState.KEPT, Verdict.BETTER)
    assert ended.within == {"hits": 9, "n": 10}
    assert ended.p_better is not None
    assert ended.p_better > 0.99
    assert [one[:2] for one in await pulled(anna)] == [("retire_option", "goal_off_pace:next_step")]
    assert await kinds(anna) == ["trial.started", "trial.kept"]


async def later(life: Life, **span: float) -> service.Improved | None:
    """Let time pass with nobody at work, and then have the Ralph loop look."""
    life.world.clock.advance(life.now + timedelta(**span))
    async with life.tx() as tx:
        return await service.improve(tx, life.world.installation.loop, at=life.now)


async def test_what_does_not_help_is_put_back_and_two_failures_change_the_approach(
    anna: Life,
) -> None:
    tried = []
    for _ in range(4):
        await messages(anna, anna.now - timedelta(days=13), 0, 10)
        await messages(anna, anna.now - timedelta(days=13), 4, 8, option="smaller_step")
        began = await later(anna, hours=21)
        assert began is not None
        tried.append(began.trial.lever)
        await messages(anna, anna.now, 2, 8, option="smaller_step")
        ended = await later(anna, days=14)
        assert ended is not None
        assert (ended.trial.state, ended.trial.verdict) == (
            TrialState.REVERTED, Verdict.NOT_BETTER,
        )  # fmt: skip
        assert await pulled(anna) == []
        assert await later(anna, days=13) is None  # the problem rests
        anna.world.clock.advance(anna.now + timedelta(days=2))
    assert tried == [
        LeverName.RETIRE_OPTION, LeverName.RETIRE_OPTION,
        LeverName.PREFER_OPTION, LeverName.PREFER_OPTION,
    ]  # fmt: skip
    (change,) = await anna.events("trial.changed_approach")
    assert (change.data["from"], change.data["to"], change.data["failures"]) == (
        "retire_option", "prefer_option", 2,
    )  # fmt: skip


async def test_what_was_seen_too_little_of_takes_longer_once_and_is_then_put_back(
    anna: Life,
) -> None:
    trial = await begin(anna)
    assert await later(anna, days=14) is None
    (extended,) = await trials(anna)
    assert (extended.state, extended.extended) == (TrialState.RUNNING, True)
    assert await later(anna, days=13) is None
    ended = await later(anna, days=1)
    assert ended is not None
    assert (ended.trial.id, ended.trial.state, ended.trial.verdict, ended.trial.p_better) == (
        trial.id, TrialState.REVERTED, Verdict.INCONCLUSIVE, None,
    )  # fmt: skip
    assert await pulled(anna) == []
    assert await kinds(anna) == ["trial.started", "trial.reverted"]


async def test_a_failing_channel_is_left_alone_and_the_plan_says_why(anna: Life) -> None:
    await failures(anna, ChannelName.SMS, anna.now - timedelta(days=10), 6)
    await anna.wait(hours=1)
    (trial,) = await trials(anna)
    assert (trial.lever, trial.lever_subject) == (LeverName.DEMOTE_CHANNEL, "sms")
    await anna.say("I want to run 7 times a week")
    await anna.wait(days=4)
    made = await anna.events("decision.made")
    assert made
    assert all(one.data["unavailable"].get("channel_demoted") for one in made)
    assert not {arm["channel"] for one in made for arm in one.data["arms"]} & {"sms"}


async def test_who_has_paused_gets_no_new_trial(anna: Life) -> None:
    await ignored(anna)
    await anna.say("STOP")
    await anna.wait(days=2)
    assert await trials(anna) == []


async def test_who_gives_no_cause_gets_none_and_is_not_looked_at_more_often(anna: Life) -> None:
    await anna.wait(days=3)
    assert await trials(anna) == []
    looked = await anna.events("cycle.completed")
    assert len(looked) <= 5
    async with anna.tx() as tx:
        assert await tx.value("select count(*) from attention where reason like 'trial%%'") == 0
        assert not await service.is_due(tx, anna.now)


async def test_a_crash_in_the_middle_leaves_nothing_and_the_next_run_does_it_once(
    anna: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ignored(anna)

    async def crash(*_: Any, **__: Any) -> None:
        raise ConnectionResetError("pulled the plug")

    loop = anna.world.installation.loop
    with monkeypatch.context() as patch:
        patch.setattr(service, "publish", crash)
        with pytest.raises(ConnectionResetError):
            async with anna.tx() as tx:
                await service.improve(tx, loop, at=anna.now)
    assert (await trials(anna), await pulled(anna)) == ([], [])
    async with anna.tx() as tx:
        assert await service.improve(tx, loop, at=anna.now) is not None
    async with anna.tx() as tx:
        assert await service.improve(tx, loop, at=anna.now) is None
    assert len(await trials(anna)) == 1


async def begin(life: Life, *, before: Lever | None = None) -> Trial:
    if before is not None:
        async with life.tx() as tx:
            await levers.pull(tx, before)
    await ignored(life)
    async with life.tx() as tx:
        begun = await service.improve(tx, life.world.installation.loop, at=life.now)
    assert begun is not None
    return begun.trial


async def take_back(life: Life, trial: Trial) -> Trial:
    ids = life.world.installation.ids
    async with life.tx() as tx:
        return await service.revert(tx, trial.id, at=life.now, ids=ids, language="en")


async def test_the_person_takes_a_trial_back_and_it_is_not_tried_again(anna: Life) -> None:
    trial = await begin(anna)
    ended = await take_back(anna, trial)
    assert (ended.state, ended.verdict) == (TrialState.REVERTED, Verdict.BY_PERSON)
    assert await pulled(anna) == []
    with pytest.raises(Conflict, match="already_reverted"):
        await take_back(anna, trial)
    await later(anna, days=15)
    others = (await trials(anna))[1:]
    assert others
    assert all(one.lever is not LeverName.RETIRE_OPTION for one in others)


async def test_what_was_kept_can_be_taken_back_later(anna: Life) -> None:
    trial = await begin(anna)
    await messages(anna, anna.now, 9, 10, option="plan_time")
    kept = await later(anna, days=14)
    assert kept is not None
    assert kept.trial.state is TrialState.KEPT
    await take_back(anna, trial)
    assert await pulled(anna) == []
    assert await kinds(anna) == ["trial.started", "trial.kept", "trial.reverted"]


async def test_only_an_own_trial_is_taken_back(anna: Life) -> None:
    trial = await begin(anna)
    ids = anna.world.installation.ids
    async with anna.database.transaction(type(anna.tenant_id)(int=9)) as tx:
        with pytest.raises(NotFound, match=r"trial\.not_found"):
            await service.revert(tx, trial.id, at=anna.now, ids=ids, language="en")


async def test_the_database_itself_refuses_a_second_running_trial(anna: Life) -> None:
    trial = await begin(anna)
    ids = anna.world.installation.ids
    async with anna.tx() as tx:
        with pytest.raises(psycopg.errors.UniqueViolation):
            await store.insert(tx, replace(trial, id=ids.new()))


async def test_two_workers_at_once_begin_one_trial(anna: Life) -> None:
    await ignored(anna)
    loop = anna.world.installation.loop

    async def one(tx: Transaction, at: datetime) -> bool:
        return await service.improve(tx, loop, at=at) is not None

    async with anna.tx() as first:
        assert await one(first, anna.now)
    async with anna.tx() as second:
        assert not await one(second, anna.now)
    assert len(await trials(anna)) == 1
