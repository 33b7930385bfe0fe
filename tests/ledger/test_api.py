"""Preferences and the report over HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from serving.served import AT, TWILIO, Served, Somebody, serving

from exoskull.database.pool import Database
from exoskull.onboarding.service import create_tenant
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential

API = "/api/v1"


@pytest.fixture
async def web(database: Database, tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(database, tmp_path, **TWILIO) as served:
        yield served


async def person(web: Served, name: str) -> Somebody:
    tenant = await create_tenant(
        web.database,
        at=AT,
        ids=web.installation.ids,
        name=name,
        language="pl",
        timezone="Europe/Warsaw",
    )
    token = await give_credential(
        web.database, tenant.tenant_id, Credential.API, at=AT, ids=web.installation.ids
    )
    api = web.client(headers={"Authorization": f"Bearer {token}"})
    return Somebody(tenant_id=tenant.tenant_id, token=token, api=api)


async def test_the_persons_word_is_set_seen_and_lifted(web: Served) -> None:
    anna, ola = await person(web, "anna"), await person(web, "ola")
    said = await anna.api.put(f"{API}/preferences/channel/sms", json={"wish": "prefer"})
    assert said.status_code == 200, said.text
    assert said.json() | {"id": "", "since": ""} == {
        "id": "", "factor": "channel", "level": "sms", "wish": "prefer", "since": "",
    }  # fmt: skip
    await anna.api.put(f"{API}/preferences/send", json={"wish": "avoid"})
    there = (await anna.api.get(f"{API}/preferences")).json()
    assert there["learned"] == []
    assert {one["factor"] for one in there["corrections"]} == {"channel", "send"}
    assert (await ola.api.get(f"{API}/preferences")).json()["corrections"] == []
    assert (await ola.api.delete(f"{API}/preferences/channel/sms")).status_code == 404
    assert (await anna.api.delete(f"{API}/preferences/channel/sms")).status_code == 200
    assert (await anna.api.delete(f"{API}/preferences/send")).status_code == 200
    assert (await anna.api.get(f"{API}/preferences")).json()["corrections"] == []


@pytest.mark.parametrize(
    ("path", "wish"),
    [("channel/pigeon", "prefer"), ("colour/red", "prefer"), ("channel/sms", "love")],
)
async def test_what_does_not_exist_is_refused_with_what_does(
    web: Served, path: str, wish: str
) -> None:
    anna = await person(web, "anna")
    refused = await anna.api.put(f"{API}/preferences/{path}", json={"wish": wish})
    assert refused.status_code == 422


async def test_the_report_says_what_is_missing(web: Served) -> None:
    anna = await person(web, "anna")
    found = (await anna.api.get(f"{API}/optimization")).json()
    assert (found["effectiveness"], found["measured"]) == (None, 0)
    assert found["sending"]["effect"] is None
    assert "za mało danych" in found["text"][0]
