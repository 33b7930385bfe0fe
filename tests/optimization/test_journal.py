"""The journal as a person gets it: on the page, over HTTP, in both languages, with their hand on
it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import httpx2
import pytest
from acceptance.life import Life
from optimization.scene import messages
from serving.served import AT, Served, Somebody, serving

from exoskull.app import make_entry_link
from exoskull.database.pool import Database
from exoskull.kit.ids import TraceId
from exoskull.onboarding.service import create_tenant, finish
from exoskull.optimization import service
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential

API = "/api/v1"
HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
async def web(database: Database, tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(database, tmp_path) as served:
        yield served


async def person(web: Served, name: str, language: str = "en") -> Somebody:
    tenant = await create_tenant(
        web.database, at=AT, ids=web.installation.ids, name=name, language=language,
        timezone="Europe/Warsaw", phone="+48600100200",
    )  # fmt: skip
    token = await give_credential(
        web.database, tenant.tenant_id, Credential.API, at=AT, ids=web.installation.ids
    )
    api = web.client(headers={"Authorization": f"Bearer {token}"})
    return Somebody(tenant_id=tenant.tenant_id, token=token, api=api)


def life(web: Served, who: Somebody) -> Life:
    world = cast(Any, SimpleNamespace(installation=web.installation, clock=web.clock))
    return Life(world=world, tenant_id=who.tenant_id)


async def improve(web: Served, who: Somebody) -> None:
    async with web.database.transaction(who.tenant_id) as tx:
        await service.improve(tx, web.installation.loop, at=web.clock.now())


async def trying(web: Served, who: Somebody) -> None:
    """A trial is running."""
    begin = AT - timedelta(days=27)
    await messages(life(web, who), begin, 0, 12)
    await messages(life(web, who), begin + timedelta(days=12), 6, 8, option="smaller_step")
    await improve(web, who)


async def tried(web: Served, who: Somebody) -> None:
    """It was kept."""
    await trying(web, who)
    await messages(life(web, who), AT, 9, 10, option="plan_time")
    web.clock.advance(AT + timedelta(days=14))
    await improve(web, who)


async def entered(web: Served, who: Somebody) -> httpx2.AsyncClient:
    browser = web.client(headers={"Accept": "text/html"}, follow_redirects=True)
    async with web.database.transaction(who.tenant_id) as tx:
        await finish(tx, at=AT, trace=TraceId(web.installation.ids.new()))
    link = await make_entry_link(
        web.installation, web.settings, tenant_id=who.tenant_id, base_url=web.url
    )
    token = link.partition("token=")[2]
    assert (await browser.post("/login", data={"token": token}, headers=HERE)).status_code == 200
    return browser


async def test_an_empty_journal_teaches(web: Served) -> None:
    for name, language, words in (
        ("anna", "en", ("No trials yet", "six messages", "Nothing goes badly")),
        ("ola", "pl", ("Nie ma jeszcze żadnych prób", "sześciu wiadomości", "Nic nie idzie")),
    ):
        browser = await entered(web, await person(web, name, language))
        page = (await browser.get("/journal")).text
        assert all(word in page for word in words)


async def test_the_journal_says_what_was_noticed_tried_expected_and_how_it_is_measured(
    web: Served,
) -> None:
    anna = await person(web, "anna")
    await trying(web, anna)
    (one,) = (await anna.api.get(f"{API}/journal")).json()["items"]
    assert (one["state"], one["verdict"], one["lever"]) == ("running", None, "retire_option")
    assert one["measure"]["before"] == {"hits": 6, "n": 20}
    assert one["text"][:3] == [
        'My messages "a goal behind its pace" in the version "next step" go unheard: '
        "0 of 12 worked, of the other versions 6 of 8.",
        'I stop using the version "next step" of "a goal behind its pace".',
        'Messages "a goal behind its pace" will work more often than 6 of 20 (30%).',
    ]
    assert "at least 5" in one["text"][3]
    assert "80%" in one["text"][3]
    page = (await (await entered(web, anna)).get("/journal")).text
    assert "go unheard" in page
    assert "<svg role" not in page  # nothing to compare yet


async def test_what_came_of_it_is_drawn_and_said_in_both_languages(web: Served) -> None:
    anna = await person(web, "anna", "pl")
    await tried(web, anna)
    (one,) = (await anna.api.get(f"{API}/journal")).json()["items"]
    assert (one["state"], one["verdict"], one["within"]) == (
        "kept", "better", {"hits": 9, "n": 10},
    )  # fmt: skip
    assert "Zostaje. Przedtem: 6 z 20" in one["text"][4]
    page = (await (await entered(web, anna)).get("/journal")).text
    assert 'aria-labelledby="bars-' in page
    assert "W próbie: 9 z 10 (90%)" in page
    events = (await anna.api.get(f"{API}/events?kind=trial.kept")).json()["items"]
    assert events[0]["text"].startswith("Próba się skończyła, zmiana zostaje.")


async def test_the_button_takes_it_back(web: Served) -> None:
    anna = await person(web, "anna")
    await trying(web, anna)
    browser = await entered(web, anna)
    (one,) = (await anna.api.get(f"{API}/journal")).json()["items"]
    page = await browser.post(f"/journal/{one['id']}/revert", headers=HERE)
    assert page.status_code == 200
    assert "You took it back." in page.text
    assert "/revert" not in page.text
    again = await browser.post(f"/journal/{one['id']}/revert", headers=HERE)
    assert again.status_code == 409


async def test_it_is_taken_back_over_http_by_its_owner_once(web: Served) -> None:
    anna, ola = await person(web, "anna"), await person(web, "ola")
    await trying(web, anna)
    (one,) = (await anna.api.get(f"{API}/journal")).json()["items"]
    path = f"{API}/journal/{one['id']}/revert"
    assert (await ola.api.get(f"{API}/journal")).json() == {"items": [], "noticed": []}
    assert (await ola.api.post(path)).status_code == 404
    done = (await anna.api.post(path)).json()
    assert (done["state"], done["verdict"]) == ("reverted", "by_person")
    again = await anna.api.post(path)
    assert again.status_code == 409
    assert again.json()["error"]["key"] == "trial.already_reverted"


async def test_what_is_noticed_now_is_shown_with_its_rows(web: Served) -> None:
    anna = await person(web, "anna")
    await messages(
        life(web, anna), AT - timedelta(days=20), 0, 7, kind="silence", option="check_in"
    )
    (seen,) = (await anna.api.get(f"{API}/journal")).json()["noticed"]
    assert (seen["problem"], seen["subject"]) == ("ignored_option", "silence:check_in")
    assert len(seen["evidence"]) == 7
    assert "a long silence" in seen["text"]
