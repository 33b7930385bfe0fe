from datetime import date

from conductor.made import measured, told, workshop
from interventions.scene import Scene

from exoskull.conductor.findings import service as findings
from exoskull.conductor.findings.model import FindingState
from exoskull.conductor.items import strategy
from exoskull.conductor.service import conduct
from exoskull.goals import service as goals
from exoskull.goals.model import parse_goal
from exoskull.kit.ids import TraceId
from exoskull.strategies import service as strategies
from exoskull.strategies.model import Strategy

TODAY = date(2026, 3, 2)


async def begun(scene: Scene, *, done: int, failed: int) -> Strategy:
    """A goal to run, with a strategy that had so many days."""
    async with scene.transaction() as tx:
        wanted = parse_goal(title="Biegać", metric="runs", target=3, period="week")
        goal, _ = await goals.create(
            tx, wanted, at=scene.at, ids=scene.ids, trace=TraceId(scene.ids.new())
        )
        chosen = await strategies.current(tx, goal, at=scene.at, ids=scene.ids, today=TODAY)
        await tx.execute(
            "update strategies set days_done = %(done)s, days_failed = %(failed)s",
            done=done,
            failed=failed,
        )
    await measured(scene, "mood", [5])
    return chosen


async def work(scene: Scene) -> None:
    await conduct(workshop(scene), [strategy.ITEM], most=1)


async def test_a_strategy_that_mostly_fails_is_offered_a_change_once(scene: Scene) -> None:
    await begun(scene, done=2, failed=6)
    await work(scene)
    scene.later(days=8)
    await measured(scene, "mood", [5])
    await work(scene)
    [one] = await told(scene)
    assert one["statement"] == (
        "Dotychczasowy sposób na cel „Biegać” udaje się w 2 z 8 dni. Mogę dobrać inny."
    )
    assert await scene.events("strategy.changed") == []


async def test_a_good_or_a_young_strategy_is_left_alone(scene: Scene) -> None:
    await begun(scene, done=4, failed=4)
    await work(scene)
    assert await told(scene) == []


async def test_the_persons_yes_changes_it_to_another_kind(scene: Scene) -> None:
    before = await begun(scene, done=2, failed=6)
    await work(scene)
    async with scene.transaction() as tx:
        [finding] = await findings.current(tx)
        await findings.correct(tx, scene.tenant, finding.id, at=scene.at, ids=scene.ids)
        [after] = await strategies.active(tx)
    assert (after.trial, after.kind != before.kind) == (2, True)
    assert len(await scene.events("strategy.changed")) == 1


async def test_one_that_was_changed_since_is_not_changed_again_by_a_late_yes(
    scene: Scene,
) -> None:
    await begun(scene, done=2, failed=6)
    await work(scene)
    async with scene.transaction() as tx:
        [finding] = await findings.current(tx)
        [goal] = await goals.active(tx)
        await strategies.ask_for_another(tx, goal, today=TODAY, at=scene.at, ids=scene.ids)
        kept = await findings.correct(tx, scene.tenant, finding.id, at=scene.at, ids=scene.ids)
    assert kept.state is FindingState.CORRECTED
    assert len(await scene.events("strategy.changed")) == 1
