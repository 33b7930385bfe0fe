"""Strategies over HTTP."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from serving.served import AT, Served, Somebody, serving
from strategies.slipping import behind

from exoskull.database.pool import Database
from exoskull.goals import service as goals
from exoskull.goals.model import Goal
from exoskull.onboarding.service import create_tenant
from exoskull.strategies import service
from exoskull.strategies.model import Verdict
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential

GOALS = "/api/v1/goals"


@pytest.fixture
async def web(database: Database, tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(database, tmp_path) as served:
        yield served


@pytest.fixture
async def anna(web: Served) -> Somebody:
    ids = web.installation.ids
    tenant = await create_tenant(
        web.database, at=AT, ids=ids, name="Anna", language="en", timezone="Europe/Warsaw"
    )
    token = await give_credential(web.database, tenant.tenant_id, Credential.API, at=AT, ids=ids)
    api = web.client(headers={"Authorization": f"Bearer {token}"})
    return Somebody(tenant_id=tenant.tenant_id, token=token, api=api)


async def set_goal(anna: Somebody) -> str:
    made = await anna.api.post(
        GOALS, json={"title": "Run", "metric": "runs", "target": 3, "period": "week"}
    )
    assert made.status_code == 201
    return made.json()["id"]


async def live_days(web: Served, anna: Somebody, goal_id: str, count: int) -> None:
    """Days with actions that failed."""
    ids = web.installation.ids
    async with web.database.transaction(anna.tenant_id) as tx:
        [goal] = [one for one in await goals.active(tx) if one.id == UUID(goal_id)]
        for number in range(count):
            await day(tx, goal, number, ids)


async def day(tx, goal: Goal, number: int, ids) -> None:
    on = AT.date() + timedelta(days=number)
    await service.actions(tx, goal, behind(goal), at=AT, ids=ids, today=on, language="en")
    await service.close_day(tx, goal, on=on, verdict=Verdict.FAILED, facts={}, at=AT, ids=ids)


async def test_a_goal_that_has_not_slipped_has_no_strategy_yet(anna: Somebody) -> None:
    goal = await set_goal(anna)
    told = (await anna.api.get(f"{GOALS}/{goal}/strategy")).json()
    assert told == {"goal": goal, "category": "fitness", "active": None, "history": []}


async def test_the_active_strategy_is_told_with_its_trial_and_those_before(
    web: Served, anna: Somebody
) -> None:
    goal = await set_goal(anna)
    await live_days(web, anna, goal, 4)
    told = (await anna.api.get(f"{GOALS}/{goal}/strategy")).json()
    [old] = told["history"]
    assert (old["trial"], old["days_failed"], old["ended_because"]) == (1, 3, "failed")
    active = told["active"]
    assert (active["trial"], active["days_failed"], active["reason"]) == (2, 1, "failed")
    assert active["kind"] != old["kind"]
    assert active["name"]
    assert active["source"]
    assert len(active["steps"]) >= 3
    assert 0 < active["chance"] < 0.5


async def test_the_person_can_ask_for_another(web: Served, anna: Somebody) -> None:
    goal = await set_goal(anna)
    first = (await anna.api.post(f"{GOALS}/{goal}/strategy/change")).json()
    assert (first["active"]["trial"], first["history"]) == (1, [])
    second = (await anna.api.post(f"{GOALS}/{goal}/strategy/change")).json()
    assert second["active"]["kind"] != first["active"]["kind"]
    assert second["active"]["reason"] == "asked"
    events = (await anna.api.get("/api/v1/events", params={"kind": "strategy.changed"})).json()
    [changed] = events["items"]
    assert changed["data"]["reason"] == "asked"


async def test_a_goal_that_has_ended_keeps_its_strategy_as_it_was(anna: Somebody) -> None:
    goal = await set_goal(anna)
    await anna.api.post(f"{GOALS}/{goal}/strategy/change")
    await anna.api.delete(f"{GOALS}/{goal}")
    refused = await anna.api.post(f"{GOALS}/{goal}/strategy/change")
    assert refused.status_code == 409
    assert refused.json()["error"]["key"] == "strategy.goal_ended"
    assert (await anna.api.get(f"{GOALS}/{goal}/strategy")).status_code == 200


async def test_a_goal_that_is_not_ones_own_is_not_found(anna: Somebody) -> None:
    for answer in (
        await anna.api.get(f"{GOALS}/{uuid4()}/strategy"),
        await anna.api.post(f"{GOALS}/{uuid4()}/strategy/change"),
    ):
        assert answer.status_code == 404
        assert answer.json()["error"]["key"] == "goal.not_found"
