"""The memory over HTTP and on its page."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from serving.served import AT, Served, Somebody, serving
from serving.visiting import HERE, entered

from exoskull.database.pool import Database
from exoskull.kit.ids import TraceId
from exoskull.memory import service
from exoskull.memory.model import FactKind, MadeBy, NewFact
from exoskull.onboarding.service import create_tenant
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential

API = "/api/v1/memory"


@pytest.fixture
async def web(database: Database, tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(database, tmp_path) as served:
        yield served


async def person(web: Served, name: str = "Anna", language: str = "en") -> Somebody:
    tenant = await create_tenant(
        web.database,
        at=AT,
        ids=web.installation.ids,
        name=name,
        language=language,
        timezone="Europe/Warsaw",
    )
    token = await give_credential(
        web.database, tenant.tenant_id, Credential.API, at=AT, ids=web.installation.ids
    )
    api = web.client(headers={"Authorization": f"Bearer {token}"})
    return Somebody(tenant_id=tenant.tenant_id, token=token, api=api)


async def listed(anna: Somebody, state: str = "current") -> list[dict[str, Any]]:
    return (await anna.api.get(API, params={"state": state})).json()["items"]


async def test_a_fact_is_added_deleted_and_had_back_over_http(web: Served) -> None:
    anna = await person(web)
    made = await anna.api.post(API, json={"text": "I don't eat gluten."})
    assert made.status_code == 201
    fact = made.json()
    assert (fact["kind"], fact["made_by"]) == ("food", "person")
    assert (await anna.api.post(API, json={"text": "i don't eat gluten."})).status_code == 409
    assert (await anna.api.delete(f"{API}/{fact['id']}")).json()["deleted_at"]
    assert await listed(anna) == []
    assert [one["id"] for one in await listed(anna, "deleted")] == [fact["id"]]
    again = await anna.api.post(f"{API}/{fact['id']}/restore")
    assert again.json()["deleted_at"] is None
    assert len(await listed(anna)) == 1


@pytest.mark.parametrize("body", [{"text": ""}, {"text": "x" * 400}, {"text": "a", "kind": "b"}])
async def test_what_cannot_be_remembered_says_why(web: Served, body: dict[str, str]) -> None:
    anna = await person(web)
    answer = await anna.api.post(API, json=body)
    assert answer.status_code == 422
    assert answer.json()["error"]["key"].startswith("memory.")


async def test_nobody_reaches_anothers_memory(web: Served) -> None:
    anna, ben = await person(web), await person(web, "Ben")
    fact = (await anna.api.post(API, json={"text": "I live in Gdynia."})).json()
    for answer in (
        await ben.api.delete(f"{API}/{fact['id']}"),
        await ben.api.post(f"{API}/{fact['id']}/restore"),
        await ben.api.delete(f"{API}/{uuid4()}"),
    ):
        assert (answer.status_code, answer.json()["error"]["key"]) == (404, "memory.no_fact")
    assert await listed(ben) == []
    assert (await web.client().get(API)).status_code == 401


@pytest.mark.parametrize(("language", "empty"), [("en", "Nothing yet"), ("pl", "Na razie nic")])
async def test_the_page_shows_the_source_deletes_and_gives_back(
    web: Served, language: str, empty: str
) -> None:
    anna = await person(web, language=language)
    browser = await entered(web, anna.tenant_id)
    assert empty in (await browser.get("/memory")).text
    ids = web.installation.ids
    async with web.database.transaction(anna.tenant_id) as tx:
        fact = await service.remember(
            tx,
            NewFact(
                text="Zosia is allergic to <nuts>.",
                kind=FactKind.HEALTH,
                made_by=MadeBy.MODEL,
                message_id=ids.new(),
                quote="Zosia & nuts",
                confidence=0.8,
            ),
            at=AT,
            ids=ids,
            trace=TraceId(ids.new()),
        )
    assert fact is not None
    page = (await browser.get("/memory")).text
    assert "Zosia is allergic to &lt;nuts&gt;." in page
    assert "Zosia &amp; nuts" in page
    gone = await browser.post(f"/memory/{fact.id}/delete", headers=HERE)
    assert f"/memory/{fact.id}/restore" in gone.text
    back = await browser.post(f"/memory/{fact.id}/restore", headers=HERE)
    assert f"/memory/{fact.id}/delete" in back.text
    wrong = await browser.post("/memory", data={"text": " "}, headers=HERE)
    assert (wrong.status_code, 'role="alert"' in wrong.text) == (422, True)
    made = await browser.post(
        "/memory", data={"text": "Lubię góry", "kind": "liking"}, headers=HERE
    )
    assert "Lubię góry" in made.text


async def test_after_thirty_days_what_was_deleted_is_gone_for_good(web: Served) -> None:
    anna = await person(web)
    fact = (await anna.api.post(API, json={"text": "I live in Gdynia."})).json()
    await anna.api.delete(f"{API}/{fact['id']}")
    async with web.database.transaction(anna.tenant_id) as tx:
        assert await service.purge(tx, at=AT + timedelta(days=29)) == 0
        assert await service.purge(tx, at=AT + timedelta(days=31)) == 1
        assert await tx.value("select count(*) from memory_facts") == 0
