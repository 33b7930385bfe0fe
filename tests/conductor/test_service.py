import asyncio
from collections import Counter
from datetime import timedelta

import pytest
from conductor.made import Made, measured, workshop
from interventions.scene import Scene

from exoskull.budgets import service as budgets
from exoskull.budgets.model import Amount
from exoskull.conductor import service, store
from exoskull.conductor.model import LEASE, Piece, WorkRun, WorkState
from exoskull.conductor.service import conduct
from exoskull.database.pool import Database
from exoskull.kit.errors import Conflict
from exoskull.scheduling.claims import TakenOver
from exoskull.tenants import pausing

CENT = 10_000


async def runs(scene: Scene) -> list[WorkRun]:
    async with scene.transaction() as tx:
        return await service.runs(tx)


async def test_who_measured_nothing_new_is_not_looked_at(scene: Scene) -> None:
    made = Made(cooldown=timedelta(hours=1))
    assert (await conduct(workshop(scene), [made.item], most=1)).pieces == 0
    await measured(scene, "mood", [5])
    assert (await conduct(workshop(scene), [made.item], most=1)).done == 1
    [run] = await runs(scene)
    assert (run.item, run.state, run.result) == ("made", WorkState.DONE, {"n": 1})


async def test_when_nothing_is_worth_doing_the_tenant_rests_until_there_is_news(
    scene: Scene,
) -> None:
    made = Made(value=0)
    await measured(scene, "mood", [5])
    assert (await conduct(workshop(scene), [made.item], most=1)).pieces == 0
    made.value = 1
    scene.later(days=2)
    assert (await conduct(workshop(scene), [made.item], most=1)).pieces == 0
    await measured(scene, "mood", [6])
    made.cooldown = timedelta(days=9)
    assert (await conduct(workshop(scene), [made.item], most=1)).done == 1


async def test_an_item_is_not_done_again_before_it_has_cooled_down(scene: Scene) -> None:
    made = Made(cooldown=timedelta(days=1))
    await measured(scene, "mood", [5])
    shop = workshop(scene)
    assert (await conduct(shop, [made.item], most=1)).done == 1
    scene.later(hours=23)
    assert (await conduct(shop, [made.item], most=1)).done == 0
    scene.later(hours=2)
    assert (await conduct(shop, [made.item], most=1)).done == 1


async def test_a_pause_stops_background_work_too(scene: Scene) -> None:
    made = Made()
    await measured(scene, "mood", [5])
    async with scene.transaction() as tx:
        until = scene.at + timedelta(days=1)
        await pausing.pause(tx, until, at=scene.at, trace=(await _trace(scene)))
    assert (await conduct(workshop(scene), [made.item], most=1)).pieces == 0
    scene.later(days=2)
    made.cooldown = timedelta(days=1)
    assert (await conduct(workshop(scene), [made.item], most=1)).done == 1


async def _trace(scene: Scene):
    from exoskull.kit.ids import TraceId

    return TraceId(scene.ids.new())


async def test_people_take_turns_however_much_one_of_them_measures(scene: Scene) -> None:
    people = [scene, *[await scene.neighbour(f"p{number}") for number in range(3)]]
    for number, one in enumerate(people):
        await measured(one, "mood", [5] * (1 + 20 * (number == 0)))
    made = Made()
    await conduct(workshop(scene), [made.item], most=1, pieces_most=8)
    assert Counter(made.done) == {one.id: 2 for one in people}
    assert len(set(made.done[:4])) == 4


async def test_no_more_pieces_are_in_hand_than_allowed_over_all_programs(
    database: Database, scene: Scene
) -> None:
    people = [scene, *[await scene.neighbour(f"p{number}") for number in range(5)]]
    for one in people:
        await measured(one, "mood", [5])
    most, in_hand = 2, []
    shop = workshop(scene)
    made = Made(cooldown=timedelta(days=1))
    plain = made.item.do

    async def counted(shop, piece: Piece):
        async with database.system() as tx:
            in_hand.append(len(await store.in_hand(tx)))
        return await plain(shop, piece)

    from dataclasses import replace

    item = replace(made.item, do=counted)
    await asyncio.gather(*(conduct(shop, [item], most=most) for _ in range(3)))
    assert sorted(made.done, key=str) == sorted((one.id for one in people), key=str)
    assert 1 <= max(in_hand) <= most


async def test_a_piece_that_raises_has_failed_and_the_others_go_on(scene: Scene) -> None:
    ben = await scene.neighbour("ben")
    for one in (scene, ben):
        await measured(one, "mood", [5])
    bad = Made(name="bad", value=2, raises=Conflict("goal.not_found"), cooldown=timedelta(days=1))
    good = Made(name="good", cooldown=timedelta(days=1))
    tally = await conduct(workshop(scene), [bad.item, good.item], most=1)
    assert (tally.done, tally.failed) == (2, 2)
    states = {run.item: (run.state, run.reason) for run in await runs(scene)}
    assert states == {
        "bad": (WorkState.FAILED, "goal.not_found"),
        "good": (WorkState.DONE, None),
    }


async def test_a_piece_whose_worker_died_is_taken_up_once_its_lease_is_over(scene: Scene) -> None:
    await measured(scene, "mood", [5])
    killed = Made(raises=asyncio.CancelledError(), cooldown=timedelta(days=1))
    with pytest.raises(asyncio.CancelledError):
        await conduct(workshop(scene), [killed.item], most=1)
    made = Made(cooldown=timedelta(days=1))
    assert (await conduct(workshop(scene), [made.item], most=1)).pieces == 0
    scene.later(seconds=LEASE.total_seconds() + 1)
    tally = await conduct(workshop(scene), [made.item], most=1)
    assert (tally.done, tally.taken_up) == (1, 1)
    assert made.attempts == [2]
    [run] = await runs(scene)
    assert (run.state, run.attempt) == (WorkState.DONE, 2)


async def test_a_piece_abandoned_again_and_again_fails(scene: Scene) -> None:
    await measured(scene, "mood", [5])
    killed = Made(raises=asyncio.CancelledError(), cooldown=timedelta(days=1))
    for _ in range(3):
        with pytest.raises(asyncio.CancelledError):
            await conduct(workshop(scene), [killed.item], most=1)
        scene.later(seconds=LEASE.total_seconds() + 1)
    await conduct(workshop(scene), [killed.item], most=1)
    [run] = await runs(scene)
    assert (run.state, run.reason) == (WorkState.FAILED, "attempts_exhausted")
    assert killed.attempts == [1, 2, 3]


async def test_a_worker_thought_dead_writes_nothing_any_more(scene: Scene) -> None:
    await measured(scene, "mood", [5])
    killed = Made(raises=asyncio.CancelledError())
    with pytest.raises(asyncio.CancelledError):
        await conduct(workshop(scene), [killed.item], most=1)
    [run] = await runs(scene)
    async with scene.transaction() as tx:
        state = await service.load_state(tx, [], scene.at)
    piece = Piece(tenant=scene.tenant, run=run, state=state, at=scene.at)
    later = scene.later(seconds=LEASE.total_seconds() + 1)
    async with scene.transaction() as tx:
        assert await store.take_up(tx, run.id, at=later, lease_until=later + LEASE)
    with pytest.raises(service.TakenUp):
        async with service.writing(workshop(scene), piece):
            pass
    assert not issubclass(service.TakenUp, TakenOver)


async def test_work_that_costs_is_reserved_before_and_settled_after(scene: Scene) -> None:
    await measured(scene, "mood", [5])
    made = Made(
        cost=Amount(micros=30 * CENT, tokens=100),
        actual=Amount(micros=7 * CENT, tokens=40),
        cooldown=timedelta(minutes=15),
    )
    shop = workshop(scene)
    assert (await conduct(shop, [made.item], most=1)).done == 1
    async with scene.transaction() as tx:
        gauge = await budgets.gauge(tx, today=scene.tenant.local_date(scene.at))
    assert gauge.left_micros == 43 * CENT
    assert (gauge.features[0].feature, gauge.features[0].micros) == ("made", 7 * CENT)
    assert (await runs(scene))[0].cost_micros == 7 * CENT


async def test_work_that_does_not_fit_the_budget_waits_and_cheaper_work_goes_first(
    scene: Scene,
) -> None:
    await measured(scene, "mood", [5])
    dear = Made(name="dear", value=5, cost=Amount(micros=51 * CENT), cooldown=timedelta(days=1))
    free = Made(name="free", value=1, cooldown=timedelta(days=1))
    await conduct(workshop(scene), [dear.item, free.item], most=1)
    assert (len(dear.done), len(free.done)) == (0, 1)
    assert await scene.events("budget.refused") == []
