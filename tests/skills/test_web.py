"""Skills on their page and over the API: what each can touch, and the person's hand on it."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from serving.served import AT, Served, serving
from skills.files import skill
from skills.test_lifecycle import FRAGILE, WRITES
from skills.test_pausing import CODE, HEAD

from exoskull.database.pool import Database
from exoskull.onboarding.service import create_tenant
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential

API = "/api/v1/skills"
PLANTS = skill(CODE, HEAD).decode()


@pytest.fixture
async def web(database: Database, tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(database, tmp_path) as served:
        yield served


@pytest.fixture
async def clients(web: Served) -> tuple[Any, Any]:
    """Anna's program, and her browser."""
    ids = web.installation.ids
    tenant = await create_tenant(
        web.database, at=AT, ids=ids, name="Anna", language="en", timezone="Europe/Warsaw"
    )
    kinds = (Credential.API, Credential.LOGIN_LINK)
    token, link = [
        await give_credential(web.database, tenant.tenant_id, kind, at=AT, ids=ids)
        for kind in kinds
    ]
    browser = web.client(follow_redirects=True, headers={"Origin": web.url})
    await browser.post("/login", data={"token": link})
    return web.client(headers={"Authorization": f"Bearer {token}"}), browser


async def test_a_file_is_brought_in_run_changed_and_rolled_back(clients: tuple[Any, Any]) -> None:
    api, _ = clients
    made = (await api.post(API, json={"file": FRAGILE})).json()
    assert (made["state"], made["risk"], made["can"]) == (
        "active",
        "low",
        "It only reckons with what it is told.",
    )
    one = f"{API}/{made['id']}"
    assert (await api.post(f"{one}/run", json={"input": {}})).json()["text"] == "fine"
    failed = (await api.post(f"{one}/run", json={"input": {"fail": True}})).json()
    assert failed["error"] == "raised"
    wrong = await api.post(f"{one}/run", json={"input": {"fail": 1}})
    assert (wrong.status_code, wrong.json()["error"]["key"]) == (422, "skill.wrong_input")
    assert (await api.get(f"{one}/file")).text == FRAGILE
    await api.post(API, json={"file": FRAGILE.replace("fine", "good")})
    lines = (await api.get(f"{one}/versions/2/diff")).json()["lines"]
    assert '+    return {"text": "good"}' in lines
    back = (await api.post(f"{one}/rollback", json={"version": 1})).json()
    assert (back["version"], back["state"]) == (3, "active")
    runs = (await api.get(f"{one}/runs")).json()["items"]
    assert {run["error"] for run in runs} == {"raised", None}  # of one instant, in any order


async def test_the_page_says_what_it_can_touch_and_takes_the_answer(
    clients: tuple[Any, Any],
) -> None:
    api, browser = clients
    made = (await api.post(API, json={"file": WRITES})).json()
    assert made["state"] == "awaiting"
    page = (await browser.get("/skills")).text
    able = "It can log measures for you, put tasks on your list and write to you."
    assert able in page
    assert f'value="{made["question"]}"' in page
    wrong = await browser.post(f"/skills/{made['id']}/approve", data={"question": "x"})
    assert wrong.status_code == 409
    done = await browser.post(f"/skills/{made['id']}/approve", data={"question": made["question"]})
    assert done.status_code == 200
    assert "at work" in done.text
    assert (await api.get(f"{API}/{made['id']}")).json()["state"] == "active"
    off = (await api.post(f"{API}/{made['id']}/revoke")).json()
    assert (off["state"], off["ended_because"]) == ("revoked", "by_person")


async def test_what_is_wrong_with_a_file_is_said_on_the_page(clients: tuple[Any, Any]) -> None:
    _, browser = clients
    said = await browser.post("/skills", data={"file": FRAGILE.replace("def run", "def walk")})
    assert said.status_code == 422
    assert "There is no &#34;def run(input):&#34;" in said.text


async def test_a_file_of_another_person_is_not_found(web: Served, clients: tuple[Any, Any]) -> None:
    api, _ = clients
    made = (await api.post(API, json={"file": FRAGILE})).json()
    ids = web.installation.ids
    other = await create_tenant(
        web.database, at=AT, ids=ids, name="Piotr", language="en", timezone="Europe/Warsaw"
    )
    token = await give_credential(web.database, other.tenant_id, Credential.API, at=AT, ids=ids)
    theirs = web.client(headers={"Authorization": f"Bearer {token}"})
    for path in ("", "/file", "/versions", "/runs"):
        assert (await theirs.get(f"{API}/{made['id']}{path}")).status_code == 404
    assert (await theirs.get(API)).json()["items"] == []


async def test_what_a_run_asks_about_is_answered_on_its_page_and_over_the_api(
    clients: tuple[Any, Any],
) -> None:
    api, browser = clients
    made = (await api.post(API, json={"file": PLANTS})).json()
    one = f"{API}/{made['id']}"
    await api.post(f"{one}/answer", json={"yes": True})
    await api.put("/api/v1/grants/create_task:*", json={"effect": "ask"})
    ran = (await api.post(f"{one}/run", json={})).json()["run"]
    assert [effect["state"] for effect in ran["effects"]] == ["asked", "waiting", "waiting"]
    (asked,) = (await api.get(f"{one}/waiting")).json()["items"]
    assert (asked["what"], asked["rest"]) == ('the task "Podlać kwiaty"', 2)
    page = (await browser.get(f"/skills/{made['id']}")).text
    assert "2 things wait behind it." in page
    other = await api.post(f"{one}/waiting", json={"yes": True, "question": made["id"]})
    assert other.status_code == 404
    done = await browser.post(f"/skills/{made['id']}/go-on", data={"question": asked["question"]})
    assert done.status_code == 200
    assert "waits behind it" not in done.text
    (run,) = (await api.get(f"{one}/runs")).json()["items"]
    assert [effect["state"] for effect in run["effects"]] == ["done", "done", "planned"]
    await api.post(f"{one}/run", json={})
    gone = (await api.post(f"{one}/waiting", json={"yes": False})).json()
    assert [effect["state"] for effect in gone["effects"]] == ["refused"] * 3
