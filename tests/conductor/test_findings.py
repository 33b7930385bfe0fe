from datetime import timedelta
from uuid import UUID

import numpy as np
import pytest
from conductor.made import measured, nights, told, workshop
from interventions.scene import Scene

from exoskull.conductor.findings import service as findings
from exoskull.conductor.findings.model import Finding, FindingKind, FindingState
from exoskull.conductor.items import memory, quality, relation, trend
from exoskull.conductor.service import conduct
from exoskull.kit.errors import Conflict, NotFound
from exoskull.signals import service as signals

ALL = [quality.ITEM, trend.ITEM, relation.ITEM, memory.ITEM]


async def work(scene: Scene) -> None:
    await conduct(workshop(scene), ALL, most=1)


async def current(scene: Scene) -> list[Finding]:
    async with scene.transaction() as tx:
        return await findings.current(tx)


async def test_a_planted_weekday_is_told_once_in_plain_words(scene: Scene) -> None:
    values = nights(84, until=scene.at, seed=3, monday=-0.9)
    await measured(scene, "sleep_hours", values)
    for _ in range(3):
        await work(scene)
        scene.later(days=4)
    [one] = await told(scene)
    assert one["statement"].startswith("W poniedziałki śpisz o ")
    assert "krócej niż w pozostałe dni (12 tygodni, p " in one["statement"]
    assert one["numbers"]["low"] < -0.9 < one["numbers"]["high"]


async def test_days_without_a_pattern_tell_nothing(scene: Scene) -> None:
    for metric, seed in (("sleep_hours", 5), ("mood", 6), ("steps", 7)):
        await measured(scene, metric, nights(84, until=scene.at, seed=seed))
    await work(scene)
    assert await told(scene) == []


async def test_a_change_and_a_relation_are_told_with_their_numbers(scene: Scene) -> None:
    rng = np.random.default_rng(8)
    sleep = 7 + rng.normal(size=70) * 0.7
    mood = 6 + (sleep - 7) * 1.2 + rng.normal(size=70) * 0.6
    steps = np.concatenate([np.full(35, 8000.0), np.full(35, 5000.0)]) + rng.normal(size=70) * 900
    await measured(scene, "sleep_hours", sleep.round(2))
    await measured(scene, "mood", np.clip(mood, 0, 10).round(1))
    await measured(scene, "steps", steps.round())
    await work(scene)
    said = {one["finding"]: one for one in await told(scene)}
    assert set(said) == {"change", "relation"}
    assert said["change"]["metric"] == "steps"
    assert said["change"]["numbers"]["on"] in ("2026-01-25", "2026-01-26")
    assert " stycznia 2026: średnio " in said["change"]["statement"]
    assert {said["relation"]["metric"], said["relation"]["other_metric"]} == {"sleep_hours", "mood"}
    assert "To współwystępowanie, a nie dowód przyczyny." in said["relation"]["statement"]


async def test_a_dismissed_finding_is_not_told_again_until_that_is_taken_back(
    scene: Scene,
) -> None:
    await measured(scene, "sleep_hours", nights(84, until=scene.at, seed=3, monday=-1.2))
    await work(scene)
    [finding] = await current(scene)
    async with scene.transaction() as tx:
        await findings.dismiss(tx, finding.id, at=scene.at)
    later = scene.later(days=60)
    await measured(scene, "sleep_hours", nights(60, until=later, seed=4, monday=-1.2), until=later)
    await work(scene)
    assert len(await told(scene)) == 1
    assert await current(scene) == []
    async with scene.transaction() as tx:
        back = await findings.undo(tx, scene.tenant, finding.id, at=scene.at, ids=scene.ids)
    assert back.state is FindingState.CURRENT


async def test_a_fact_the_newest_weeks_contradict_is_given_up_and_said_to_be(
    scene: Scene,
) -> None:
    await measured(scene, "sleep_hours", nights(84, until=scene.at, seed=3, monday=-1.2))
    await work(scene)
    assert len(await current(scene)) == 1
    later = scene.later(days=70)
    await measured(scene, "sleep_hours", nights(70, until=later, seed=4, monday=1.5), until=later)
    await conduct(workshop(scene), [memory.ITEM], most=1)
    [event] = await scene.events("finding.retired")
    assert event.data["why_ended"] == "contradicted"
    assert await current(scene) == []


async def test_a_fact_nobody_feeds_any_more_is_given_up(scene: Scene) -> None:
    await measured(scene, "sleep_hours", nights(84, until=scene.at, seed=3, monday=-1.2))
    await work(scene)
    later = scene.later(days=100)
    await measured(scene, "mood", [5], until=later)
    await work(scene)
    [event] = await scene.events("finding.retired")
    assert event.data["why_ended"] == "stale"


async def slipped(scene: Scene) -> Finding:
    values = [7.2, 6.9, 7.5, 7.1, 6.8, 7.4, 7.0, 7.3, 6.6, 7.7, 450.0]
    await measured(scene, "sleep_hours", values)
    await work(scene)
    [finding] = await current(scene)
    assert (finding.kind, finding.statement["suggested"]) == (FindingKind.UNIT_SLIP, 7.5)
    return finding


async def values(scene: Scene) -> list[float]:
    async with scene.transaction() as tx:
        return [one.value for one in await signals.since(tx, scene.at - timedelta(days=30))]


async def test_a_wrong_reading_is_told_and_left_as_it_is(scene: Scene) -> None:
    finding = await slipped(scene)
    assert 450.0 in await values(scene)
    [one] = await told(scene)
    assert one["evidence"] == [finding.statement["measure"]]
    assert "7,5 godziny" in one["statement"]
    assert UUID(finding.statement["measure"])


async def test_a_correction_is_made_by_the_person_and_can_be_undone_once_and_for_all(
    scene: Scene,
) -> None:
    finding = await slipped(scene)
    async with scene.transaction() as tx:
        await findings.correct(tx, scene.tenant, finding.id, at=scene.at, ids=scene.ids)
    assert sorted(await values(scene))[-2:] == [7.5, 7.7]
    async with scene.transaction() as tx:
        put_back = await findings.undo(tx, scene.tenant, finding.id, at=scene.at, ids=scene.ids)
    assert put_back.state is FindingState.DISMISSED
    assert sorted(await values(scene))[-2:] == [7.7, 450.0]
    scene.later(days=2)
    await measured(scene, "mood", [5])
    await work(scene)
    assert len(await told(scene)) == 1
    assert await current(scene) == []


async def test_a_reading_put_right_elsewhere_needs_no_finding_any_more(scene: Scene) -> None:
    finding = await slipped(scene)
    async with scene.transaction() as tx:
        await signals.undo(tx, UUID(finding.statement["measure"]), at=scene.at)
    scene.later(days=2)
    await measured(scene, "mood", [5])
    await work(scene)
    assert await current(scene) == []


async def test_only_what_is_there_can_be_answered(scene: Scene) -> None:
    finding = await slipped(scene)
    async with scene.transaction() as tx:
        await findings.dismiss(tx, finding.id, at=scene.at)
        with pytest.raises(Conflict, match=r"finding\.not_current"):
            await findings.dismiss(tx, finding.id, at=scene.at)
        with pytest.raises(Conflict, match=r"finding\.not_current"):
            await findings.correct(tx, scene.tenant, finding.id, at=scene.at, ids=scene.ids)
    ben = await scene.neighbour("ben")
    async with ben.transaction() as tx:
        with pytest.raises(NotFound, match=r"finding\.not_found"):
            await findings.dismiss(tx, finding.id, at=scene.at)
