import asyncio
from datetime import date, timedelta
from uuid import uuid4

import pytest
from interventions.scene import Scene

from exoskull.budgets import service
from exoskull.budgets.model import Amount, Cap, Caps, Refusal, Reservation, ReservationState
from exoskull.database.pool import Database
from exoskull.kit.errors import NotFound

TODAY = date(2026, 3, 2)
CENT = 10_000
BUDGET = 50 * CENT


async def reserve(
    scene: Scene, micros: int, *, tokens: int = 0, feature: str = "chat", **more: object
) -> Reservation | Refusal:
    async with scene.transaction() as tx:
        return await service.reserve(
            tx,
            feature=feature,
            upper=Amount(micros=micros, tokens=tokens),
            at=scene.at,
            ids=scene.ids,
            **({"today": TODAY} | more),  # type: ignore[arg-type]
        )


async def held(scene: Scene, micros: int, **more: object) -> Reservation:
    made = await reserve(scene, micros, **more)  # type: ignore[arg-type]
    assert isinstance(made, Reservation)
    return made


async def gauge(scene: Scene, day: date = TODAY, caps: Caps = service.NO_CAPS) -> service.Gauge:
    async with scene.transaction() as tx:
        return await service.gauge(tx, today=day, caps=caps)


async def settle(scene: Scene, one: Reservation, micros: int, tokens: int = 0) -> Reservation:
    async with scene.transaction() as tx:
        return await service.settle(tx, one.id, Amount(micros=micros, tokens=tokens), at=scene.at)


async def test_a_call_is_reserved_at_its_upper_bound_and_settled_at_what_it_cost(
    scene: Scene,
) -> None:
    one = await held(scene, 9 * CENT, tokens=900)
    before = await gauge(scene)
    assert (before.today.reserved_micros, before.today.left_micros) == (9 * CENT, 41 * CENT)
    await settle(scene, one, 2 * CENT, 300)
    after = await gauge(scene)
    assert (after.today.reserved_micros, after.today.spent_micros) == (0, 2 * CENT)
    assert (after.month.spent_micros, after.month.spent_tokens) == (2 * CENT, 300)
    [cost] = after.features
    assert (cost.feature, cost.calls, cost.micros, cost.tokens) == ("chat", 1, 2 * CENT, 300)
    told = await scene.events("budget.reserved", "budget.settled")
    assert [(one.kind, one.data["cents"]) for one in told] == [
        ("budget.reserved", 9.0),
        ("budget.settled", 2.0),
    ]


async def test_what_does_not_fit_is_refused_and_told_and_changes_nothing(scene: Scene) -> None:
    await held(scene, BUDGET - 1)
    refused = await reserve(scene, 2)
    assert refused == Refusal(cap=Cap.DAY, short_of="micros", asked=2, left=1)
    assert isinstance(await reserve(scene, 1), Reservation)
    now = await gauge(scene)
    assert (now.today.left_micros, now.refused) == (0, 1)
    [event] = await scene.events("budget.refused")
    assert (event.data["cap"], event.data["asked"]) == ("day", 2)


async def test_sixty_four_at_once_never_pass_the_cap(database: Database, scene: Scene) -> None:
    upper = 3 * CENT + 17
    answers = await asyncio.gather(*(reserve(scene, upper) for _ in range(64)))
    kept = [one for one in answers if isinstance(one, Reservation)]
    assert len(kept) == BUDGET // upper
    now = await gauge(scene)
    assert now.today.reserved_micros == len(kept) * upper <= BUDGET
    await asyncio.gather(*(settle(scene, one, upper - 5) for one in kept))
    done = await gauge(scene)
    assert (done.today.reserved_micros, done.today.spent_micros) == (0, len(kept) * (upper - 5))
    assert done.refused == 64 - len(kept)


async def test_people_at_once_never_pass_the_cap_of_the_installation(scene: Scene) -> None:
    caps = Caps(installation_micros=10 * CENT)
    people = [scene, *[await scene.neighbour(f"p{number}") for number in range(3)]]
    answers = await asyncio.gather(
        *(reserve(one, 3 * CENT, caps=caps) for one in people for _ in range(8))
    )
    kept = [one for one in answers if isinstance(one, Reservation)]
    assert len(kept) == 3
    assert {one.cap for one in answers if isinstance(one, Refusal)} == {Cap.INSTALLATION}


async def test_the_month_has_a_cap_of_its_own(scene: Scene) -> None:
    caps = Caps(month_micros=60 * CENT)
    for day in (TODAY, date(2026, 3, 3)):
        answer = await reserve(scene, 40 * CENT, today=day, caps=caps)
    assert answer == Refusal(cap=Cap.MONTH, short_of="micros", asked=400_000, left=200_000)
    assert isinstance(
        await reserve(scene, 40 * CENT, today=date(2026, 4, 1), caps=caps), Reservation
    )


async def test_a_model_that_costs_nothing_is_held_by_tokens(scene: Scene) -> None:
    caps = Caps(day_tokens=1000)
    await held(scene, 0, tokens=800, caps=caps)
    refused = await reserve(scene, 0, tokens=300, caps=caps)
    assert refused == Refusal(cap=Cap.DAY, short_of="tokens", asked=300, left=200)


async def test_a_call_over_midnight_costs_the_day_it_was_reserved_on(scene: Scene) -> None:
    one = await held(scene, 5 * CENT)
    scene.later(hours=20)
    await settle(scene, one, 4 * CENT)
    assert (await gauge(scene)).today.spent_micros == 4 * CENT
    assert (await gauge(scene, date(2026, 3, 3))).today.spent_micros == 0


async def test_settling_twice_counts_once(scene: Scene) -> None:
    one = await held(scene, 5 * CENT)
    await settle(scene, one, CENT)
    await settle(scene, one, 4 * CENT)
    assert (await gauge(scene)).today.spent_micros == CENT
    assert len(await scene.events("budget.settled")) == 1


async def test_a_call_not_made_gives_its_place_back(scene: Scene) -> None:
    one = await held(scene, BUDGET)
    async with scene.transaction() as tx:
        released = await service.release(tx, one.id, at=scene.at)
        await service.release(tx, one.id, at=scene.at)
    assert released.state is ReservationState.RELEASED
    assert (await gauge(scene)).today.left_micros == BUDGET


async def test_a_call_nobody_settled_counts_at_its_upper_bound_until_it_is(scene: Scene) -> None:
    one = await held(scene, 5 * CENT, tokens=50)
    async with scene.transaction() as tx:
        assert await service.sweep_stale(tx, at=scene.at) == []
    scene.later(minutes=16)
    async with scene.transaction() as tx:
        [stale] = await service.sweep_stale(tx, at=scene.at)
    assert stale.state is ReservationState.STALE
    assert (await gauge(scene)).today.spent_micros == 5 * CENT
    await settle(scene, one, CENT, 10)
    after = await gauge(scene)
    assert (after.today.spent_micros, after.today.spent_tokens) == (CENT, 10)
    assert after.today.reserved_micros == 0


async def test_a_reservation_is_its_tenants_alone(scene: Scene) -> None:
    one = await held(scene, CENT)
    ben = await scene.neighbour("ben")
    with pytest.raises(NotFound, match=r"budget\.no_reservation"):
        await settle(ben, one, CENT)
    async with scene.transaction() as tx:
        with pytest.raises(NotFound):
            await service.settle(tx, uuid4(), Amount(), at=scene.at)


async def test_days_that_are_over_are_closed_once(scene: Scene) -> None:
    one = await held(scene, CENT)
    scene.later(days=1)
    async with scene.transaction() as tx:
        assert await service.close_days(tx, at=scene.at, today=TODAY + timedelta(days=1)) == 0
        await service.settle(tx, one.id, Amount(micros=CENT), at=scene.at)
        assert await service.close_days(tx, at=scene.at, today=TODAY + timedelta(days=1)) == 1
        assert await service.close_days(tx, at=scene.at, today=TODAY + timedelta(days=1)) == 0
