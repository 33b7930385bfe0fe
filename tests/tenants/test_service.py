"""Secrets that let people in, and what becomes of a tenant's name and settings."""

import asyncio
from datetime import timedelta

import pytest
from interventions.scene import Scene, make_scene

from exoskull.database.pool import Database
from exoskull.kit.errors import NotFound, Unauthorized
from exoskull.kit.ids import TraceId
from exoskull.tenants import service
from exoskull.tenants.model import Credential
from exoskull.tenants.pausing import end_of_today, pause


@pytest.fixture
async def scene(database: Database) -> Scene:
    return await make_scene(database)


async def test_a_login_link_lets_in_once_and_for_a_day(scene: Scene) -> None:
    async def link() -> str:
        return await service.give_credential(
            scene.database, scene.id, Credential.LOGIN_LINK, at=scene.at, ids=scene.ids
        )

    async def admit(secret: str) -> object:
        return await service.admit(scene.database, secret, Credential.LOGIN_LINK, at=scene.at)

    first = await link()
    ended = await asyncio.gather(*(admit(first) for _ in range(8)), return_exceptions=True)
    assert [one for one in ended if not isinstance(one, Unauthorized)] == [scene.id]
    late = await link()
    scene.later(hours=24)
    with pytest.raises(Unauthorized, match=r"token\.invalid"):
        await admit(late)


async def test_a_secret_opens_only_what_it_is_for_and_until_it_is_ended(scene: Scene) -> None:
    database = scene.database
    token = await service.give_credential(
        database, scene.id, Credential.API, at=scene.at, ids=scene.ids
    )
    scene.later(days=400)
    assert await service.admit(database, token, Credential.API, at=scene.at) == scene.id
    for secret, kind in ((token, Credential.SESSION), ("wrong", Credential.API)):
        with pytest.raises(Unauthorized):
            await service.admit(database, secret, kind, at=scene.at)
    await service.sign_out(database, scene.id, token, at=scene.at)
    with pytest.raises(Unauthorized):
        await service.admit(database, token, Credential.API, at=scene.at)


async def test_a_tenant_is_found_by_name_and_an_unknown_one_names_those_there_are(
    scene: Scene,
) -> None:
    assert await service.find(scene.database, "anna") == scene.id
    with pytest.raises(NotFound) as raised:
        await service.find(scene.database, "ania")
    assert raised.value.params["known"] == "anna"


async def test_an_address_of_two_people_is_nobodys(scene: Scene) -> None:
    assert await service.of_address(scene.database, "sms", "+48600100200") == scene.id
    await scene.neighbour("ola", phone="+48600100200")
    assert await service.of_address(scene.database, "sms", "+48600100200") is None
    assert await service.of_address(scene.database, "email", "nobody@example.org") is None


async def test_a_pause_until_the_next_day_begins_is_told_without_addresses(scene: Scene) -> None:
    until = end_of_today(scene.tenant, scene.at)
    assert scene.tenant.local(until).isoformat() == "2026-03-03T00:00:00+01:00"
    async with scene.transaction() as tx:
        await pause(tx, until, at=scene.at, trace=TraceId(scene.ids.new()))
        assert (await service.current(tx)).is_paused(scene.at)
        assert not (await service.current(tx)).is_paused(until)
    (told,) = await scene.events("settings.changed")
    assert told.data == {"changed": ["paused_until"], "paused_until": until.isoformat()}
    assert until - scene.at == timedelta(hours=15)
