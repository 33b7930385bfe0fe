"""Findings and the budget over HTTP, and the page of findings."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from conductor.made import measured, nights, workshop
from interventions.scene import Scene
from serving.served import AT, Served, Somebody, serving

from exoskull.composition.background_jobs import WORK
from exoskull.conductor.items import quality, trend
from exoskull.conductor.service import conduct
from exoskull.database.pool import Database
from exoskull.onboarding.service import create_tenant
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential

API = "/api/v1"


@pytest.fixture
async def web(database: Database, tmp_path: Path) -> Any:
    async with serving(database, tmp_path, ai_month_cents=700) as served:
        yield served


@pytest.fixture
async def anna(web: Served) -> tuple[Somebody, Scene]:
    ids = web.installation.ids
    tenant = await create_tenant(
        web.database, at=AT, ids=ids, name="Anna", language="en", timezone="Europe/Warsaw"
    )
    token = await give_credential(web.database, tenant.tenant_id, Credential.API, at=AT, ids=ids)
    api = web.client(headers={"Authorization": f"Bearer {token}"})
    scene: Any = Scene(
        database=web.database,
        clock=web.clock,
        ids=ids,  # type: ignore[arg-type]
        here=web.installation,
        tenant=tenant,
    )
    return Somebody(tenant_id=tenant.tenant_id, token=token, api=api), scene


async def page_of(web: Served, scene: Scene) -> Any:
    """A client that is signed in."""
    link = await give_credential(
        web.database, scene.id, Credential.LOGIN_LINK, at=AT, ids=scene.ids
    )
    client = web.client(follow_redirects=True, headers={"Origin": web.url})
    await client.post("/login", data={"token": link})
    return client


async def work(scene: Scene) -> None:
    await conduct(workshop(scene), [quality.ITEM, trend.ITEM], most=1)


async def test_findings_are_read_dismissed_and_taken_back(
    anna: tuple[Somebody, Scene],
) -> None:
    who, scene = anna
    await measured(scene, "sleep_hours", nights(84, until=scene.at, seed=3, monday=-1.2))
    await work(scene)
    [one] = (await who.api.get(f"{API}/findings")).json()["items"]
    assert one["text"].startswith("On Mondays you sleep ")
    assert one["statement"]["n"] == 84
    path = f"{API}/findings/{one['id']}"
    gone = (await who.api.patch(path, json={"state": "dismissed"})).json()
    assert gone["state"] == "dismissed"
    assert (await who.api.get(f"{API}/findings")).json()["items"] == []
    back = (await who.api.patch(path, json={"state": "current"})).json()
    assert back["state"] == "current"
    again = await who.api.patch(path, json={"state": "current"})
    assert (again.status_code, again.json()["error"]["key"]) == (409, "finding.nothing_to_undo")


async def test_the_budget_shows_what_is_left_of_every_cap(anna: tuple[Somebody, Scene]) -> None:
    who, _ = anna
    found = (await who.api.get(f"{API}/budget")).json()
    assert found["today"]["limit_micros"] == found["today"]["left_micros"] == 500_000
    assert found["month"]["limit_micros"] == 7_000_000
    assert (found["features"], found["refused"]) == ([], 0)


async def test_the_page_teaches_where_it_is_empty_and_shows_and_corrects_where_not(
    web: Served, anna: tuple[Somebody, Scene]
) -> None:
    _, scene = anna
    client = await page_of(web, scene)
    assert "I need more days" in (await client.get("/findings")).text
    values = [7.2, 6.9, 7.5, 7.1, 6.8, 7.4, 7.0, 7.3, 6.6, 7.7, 450.0]
    await measured(scene, "sleep_hours", values, until=AT - timedelta(hours=1))
    await work(scene)
    page = (await client.get("/findings")).text
    assert "I can change this entry to 7.5 hours" in page
    assert "<svg" in page
    [action] = [part for part in page.split('"') if part.endswith("/correct")]
    corrected = (await client.post(action)).text
    assert "Corrected" in corrected
    undone = (await client.post(action.replace("correct", "undo"))).text
    assert "I need more days" in undone


def test_the_table_of_work_names_each_kind_once() -> None:
    assert len({item.name for item in WORK}) == len(WORK)
