"""A model of one's own: brought, used, never shown, forgotten."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from interventions.scene import Scene
from peers.provider import ProviderPeer, says
from peers.questions import question
from peers.scripted import scripted
from serving.served import AT, Served, serving
from serving.visiting import entered

from exoskull.database.pool import Database
from exoskull.kit.errors import InvalidInput, Unavailable
from exoskull.kit.ids import TenantId, TraceId
from exoskull.llm import own
from exoskull.llm.model import Answered, Declined, Why
from exoskull.onboarding.service import create_tenant
from exoskull.tenants.export import collect
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential

KEY = "sk-of-anna-0123456789"
TRACE = TraceId(UUID(int=9))
ANNA, BEN = TenantId(UUID(int=1)), TenantId(UUID(int=2))


def test_a_secret_opens_for_its_tenant_and_name_alone(tmp_path: Path) -> None:
    vault = own.Vault(home=tmp_path)
    sealed = vault.seal(ANNA, "model.key", KEY)
    assert vault.open(ANNA, "model.key", sealed) == KEY
    assert KEY.encode() not in sealed.sealed
    for tenant, name in ((BEN, "model.key"), (ANNA, "other.key")):
        with pytest.raises(Unavailable, match=r"secret\.not_opened"):
            vault.open(tenant, name, sealed)


def test_the_key_file_is_made_once_and_is_nobody_elses_to_read(tmp_path: Path) -> None:
    home = tmp_path / "home"
    sealed = own.Vault(home=home).seal(ANNA, "a", KEY)
    file = home / "secret.key"
    assert file.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in home.iterdir()] == ["secret.key"]
    own.Vault(home=home).seal(ANNA, "b", KEY)
    assert own.Vault(home=home).open(ANNA, "a", sealed) == KEY


def test_without_its_key_a_secret_stays_closed(tmp_path: Path) -> None:
    sealed = own.Vault(home=tmp_path).seal(ANNA, "a", KEY)
    with pytest.raises(Unavailable, match=r"secret\.no_key"):
        own.Vault(home=tmp_path / "elsewhere").open(ANNA, "a", sealed)
    with pytest.raises(Unavailable, match=r"secret\.not_opened"):
        own.Vault(home=tmp_path, key="another" * 8).open(ANNA, "a", sealed)


async def test_who_has_a_model_of_their_own_is_answered_by_it_alone(
    scene: Scene, provider: ProviderPeer, tmp_path: Path
) -> None:
    said = scripted(scene.database, scene.clock, scene.ids, answer=lambda _: {"mood": "zła"})
    said.vault = own.Vault(home=tmp_path)
    ben = await scene.neighbour("ben")
    async with scene.transaction() as tx:
        await own.bring(
            tx, said.vault, model="openai:gpt-4o-mini", key=KEY, at=scene.at, trace=TRACE
        )
    provider.answer = lambda _: says(json.dumps({"mood": "zła"}))
    mine = await said.ask(scene.id, question())
    theirs = await said.ask(ben.id, question())
    assert isinstance(mine, Answered)
    assert isinstance(theirs, Answered)
    assert mine.spent.model == "openai:gpt-4o-mini"
    assert 0 < mine.spent.micros < theirs.spent.micros
    assert [one.leg for one in said.asked] == ["openai:gpt-4o-mini", "openai-compatible:scripted"]


async def test_a_key_that_opens_no_more_is_declined_and_told(scene: Scene, tmp_path: Path) -> None:
    said = scripted(scene.database, scene.clock, scene.ids)
    said.vault = own.Vault(home=tmp_path, key="one" * 20)
    async with scene.transaction() as tx:
        await own.bring(tx, said.vault, model="openai:gpt-4o", key=KEY, at=scene.at, trace=TRACE)
    said.vault = own.Vault(home=tmp_path, key="another" * 20)
    assert await said.ready(scene.id)
    assert await said.ask(scene.id, question()) == Declined(why=Why.UNAVAILABLE)
    assert len(await scene.events("model.declined")) == 1
    assert said.calls == 0


@pytest.mark.parametrize(
    ("model", "key"),
    [
        ("ollama:llama3.2", KEY),
        ("openai-compatible:x", KEY),
        ("nobody:x", KEY),
        ("openai", KEY),
        ("openai:gpt-4o-mini", "short"),
        ("openai:gpt-4o-mini", "with a space in it"),
        ("openai:gpt-4o-mini", "klucz-z-ogonkiem-ą"),
    ],
)
async def test_what_cannot_be_ones_own_is_refused(
    scene: Scene, tmp_path: Path, model: str, key: str
) -> None:
    async with scene.transaction() as tx:
        with pytest.raises(InvalidInput):
            await own.bring(
                tx, own.Vault(home=tmp_path), model=model, key=key, at=scene.at, trace=TRACE
            )


@pytest.fixture
async def web(database: Database, tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(database, tmp_path) as served:
        models = scripted(database, served.clock, served.installation.ids)
        models.vault = own.Vault(home=tmp_path)
        served.app.state.models = models
        yield served


async def signed_in(web: Served) -> tuple[TenantId, Any]:
    ids = web.installation.ids
    tenant = await create_tenant(
        web.database, at=AT, ids=ids, name="anna", language="en", timezone="Europe/Warsaw"
    )
    token = await give_credential(
        web.database, tenant.tenant_id, Credential.API, at=AT, ids=web.installation.ids
    )
    return tenant.tenant_id, web.client(headers={"Authorization": f"Bearer {token}"})


async def test_a_key_goes_in_and_never_comes_out(
    web: Served, capfd: pytest.CaptureFixture[str]
) -> None:
    tenant_id, api = await signed_in(web)
    path = "/api/v1/settings/model"
    assert (await api.get(path)).json() == {
        "model": "openai-compatible:scripted",
        "own": False,
        "set_at": None,
    }
    put = await api.put(path, json={"model": "openai:gpt-4o-mini", "key": KEY})
    assert put.status_code == 200, put.text
    shown = await api.get(path)
    assert shown.json()["model"] == "openai:gpt-4o-mini"
    bad = await api.put(path, json={"model": "openai:x", "key": KEY + " and more"})
    assert bad.status_code == 422
    events = await api.get("/api/v1/events")
    async with web.database.transaction(tenant_id) as tx:
        exported = await collect(tx)
    assert "tenant_models" in exported
    assert "tenant_secrets" not in exported
    logged = capfd.readouterr()
    told = [put.text, shown.text, bad.text, events.text, str(exported), logged.out, logged.err]
    assert KEY not in "".join(told)
    assert "own_model" in events.text
    assert (await api.delete(path)).status_code == 204
    assert (await api.delete(path)).status_code == 404
    assert (await api.get(path)).json()["own"] is False


async def test_calls_are_listed_newest_first_in_pages(web: Served) -> None:
    tenant_id, api = await signed_in(web)
    models = web.app.state.models
    models.answer = lambda _: {"mood": "good"}
    for number in range(3):
        web.clock.advance(web.clock.now().replace(minute=number + 1))
        await models.ask(tenant_id, question())
    page = (await api.get("/api/v1/model-calls", params={"limit": 2})).json()
    assert [one["state"] for one in page["items"]] == ["answered", "answered"]
    rest = await api.get("/api/v1/model-calls", params={"before": page["next"]})
    assert len(rest.json()["items"]) == 1
    assert rest.json()["next"] is None
    [feature] = (await api.get("/api/v1/budget")).json()["features"]
    assert (feature["feature"], feature["calls"]) == ("situation", 3)


async def test_the_page_shows_who_answers_and_takes_a_key(web: Served) -> None:
    tenant_id, _ = await signed_in(web)
    web.app.state.models.answer = lambda _: {"mood": "good"}
    await web.app.state.models.ask(tenant_id, question())
    browser = await entered(web, tenant_id)
    page = await browser.get("/settings/model")
    assert page.status_code == 200
    assert "openai-compatible:scripted" in page.text
    assert "understanding the situation" in page.text
    wrong = await browser.post("/settings/model", data={"model": "x", "key": KEY})
    assert wrong.status_code == 422
    assert 'role="alert"' in wrong.text
    given = {"model": "openai:gpt-4o-mini", "key": KEY}
    taken = await browser.post("/settings/model", data=given, follow_redirects=True)
    assert "Your own model: openai:gpt-4o-mini." in taken.text
    assert KEY not in taken.text + wrong.text
    left = await browser.post("/settings/model/remove", follow_redirects=True)
    assert "Your own model" not in left.text
