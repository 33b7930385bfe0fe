"""Goals over HTTP, with where they stand."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from serving.served import AT, Served, Somebody, serving

from exoskull.database.pool import Database
from exoskull.onboarding.service import create_tenant
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential

API = "/api/v1"


@pytest.fixture
async def web(database: Database, tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(database, tmp_path) as served:
        yield served


@pytest.fixture
async def anna(web: Served) -> Somebody:
    ids = web.installation.ids
    tenant = await create_tenant(
        web.database, at=AT, ids=ids, name="anna", language="pl", timezone="Europe/Warsaw"
    )
    token = await give_credential(web.database, tenant.tenant_id, Credential.API, at=AT, ids=ids)
    api = web.client(headers={"Authorization": f"Bearer {token}"})
    return Somebody(tenant_id=tenant.tenant_id, token=token, api=api)


async def items(anna: Somebody) -> list[dict[str, Any]]:
    answer = await anna.api.get(f"{API}/goals")
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def test_an_active_goal_says_where_it_stands_and_why(anna: Somebody) -> None:
    body = {"title": "Woda", "metric": "water_glasses", "target": 2, "unit": "l", "streak": 7}
    made = await anna.api.post(f"{API}/goals", json=body)
    assert made.status_code == 201, made.text
    assert (made.json()["kind"], made.json()["target"]) == ("streak", 8)
    for value, unit in ((1500, "ml"), (3, "kg")):
        drunk = {"metric": "water_glasses", "value": value, "unit": unit}
        assert (await anna.api.post(f"{API}/measures", json=drunk)).status_code == 201
    [goal] = await items(anna)
    progress = goal["progress"]
    assert (progress["have"], progress["target"], progress["trajectory"]) == (6, 8, "on_track")
    assert progress["because"]["rule"] == "run_begins"
    assert progress["reason"] == "Dziś pierwszy z 7 dni z rzędu."
    assert progress["streak"] == {"days": 0, "of": 7, "best": 0, "least": 0}
    assert len(progress["unread"]) == 1
    assert (progress["momentum"], progress["projection"]) == (None, None)


async def test_an_ended_goal_stands_nowhere(anna: Somebody) -> None:
    body = {"title": "Bieg", "metric": "runs", "target": 3, "period": "week"}
    made = (await anna.api.post(f"{API}/goals", json=body)).json()
    await anna.api.delete(f"{API}/goals/{made['id']}")
    [goal] = await items(anna)
    assert (goal["state"], goal["progress"]) == ("dropped", None)


@pytest.mark.parametrize(
    ("more", "key", "field"),
    [
        ({"unit": "kg"}, "goal.invalid_unit", "unit"),
        ({"streak": 1}, "goal.invalid_streak", "streak"),
        ({"milestone": True}, "goal.milestone_without_date", "by"),
    ],
)
async def test_what_makes_no_goal_is_named(
    anna: Somebody, more: dict[str, Any], key: str, field: str
) -> None:
    body = {"title": "Woda", "metric": "water_glasses", "target": 2} | more
    refused = await anna.api.post(f"{API}/goals", json=body)
    assert refused.status_code == 422
    error = refused.json()["error"]
    assert (error["key"], error["field"]) == (key, field)


async def test_on_which_day_weeks_begin_can_be_set(anna: Somebody) -> None:
    changed = await anna.api.patch(f"{API}/settings", json={"week_starts": "sunday"})
    assert changed.json()["week_starts"] == "sunday"
    again = await anna.api.patch(f"{API}/settings", json={"week_starts": None})
    assert again.json()["week_starts"] is None
    wrong = await anna.api.patch(f"{API}/settings", json={"week_starts": "friday"})
    assert wrong.json()["error"]["key"] == "week_start.unknown"
