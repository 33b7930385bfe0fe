"""Settings, permissions and the installation: what was changed can be seen, tested and undone."""

import re

import httpx2
import pytest
from accounts.canary import WORD, canary
from serving import anna
from serving.served import Served
from serving.visiting import HERE, entered

from exoskull.budgets import service as budgets
from exoskull.budgets.model import Amount, Reservation
from exoskull.grants import service as grants
from exoskull.grants.model import By, Effect
from exoskull.kit.ids import TenantId
from exoskull.overview import admin
from exoskull.tenants.service import current


async def test_a_city_in_the_persons_language_is_a_zone(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    you = {"section": "you", "name": "Anna", "language": "en", "week_starts": ""}
    page = await browser.post("/settings", data=you | {"timezone": "Nowy Jork"}, headers=HERE)
    assert "(New York)" in page.text
    async with web.database.transaction(me) as tx:
        assert (await current(tx)).timezone == "America/New_York"


async def test_a_test_message_shows_its_receipt_where_it_was_asked_for(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    page = await browser.post("/settings/test/in_app", headers=HERE)
    (piece,) = re.findall(r'hx-get="(/settings/test/[^"]+)"', page.text) or [""]
    if piece:
        await web.installation.outbox.tick()
        page = await browser.get(piece)
    assert "it waits until" in page.text or ("sent" in page.text and "<code>" in page.text)


async def test_a_test_message_that_a_rule_refuses_says_so(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    await anna.rule(web, me, "send_email:summary", Effect.DENY)
    page = (await browser.post("/settings/test/email", headers=HERE)).text
    told = page.partition('id="tested"')[2].partition("</div>")[0]
    assert "refused by a rule" in told
    assert "hx-get" not in told


async def test_only_tests_are_told_of_as_tests(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    async with web.database.transaction(me) as tx:
        other = await tx.value("select id from interventions limit 1")
    assert (await browser.get(f"/settings/test/{other}")).status_code == 404


async def test_what_models_cost_is_told_by_what_it_was_for(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    assert "Today, by what it was for" not in (await browser.get("/settings")).text
    at, ids = web.clock.now(), web.installation.ids
    async with web.database.transaction(me) as tx:
        today = (await current(tx)).local_date(at)
        held = await budgets.reserve(
            tx, feature="chat", upper=Amount(micros=20_000), at=at, today=today, ids=ids
        )
        assert isinstance(held, Reservation)
        await budgets.settle(tx, held.id, Amount(micros=12_300), at=at)
    page = (await browser.get("/settings")).text
    assert "Today, by what it was for" in page


async def test_what_leaving_takes_is_counted(browser: httpx2.AsyncClient) -> None:
    page = (await browser.get("/settings")).text.partition('id="delete"')[2]
    assert re.search(r"\d+ messages in the chat", page)
    assert "2 goals" in page
    assert "everything learned of you" in page


async def test_an_earlier_rule_is_put_back_with_its_limit(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    rule = {"pattern": "send_email:summary", "effect": "allow", "daily_limit": "2"}
    await browser.post("/grants", data=rule, headers=HERE)
    await browser.post("/grants", data=rule | {"effect": "deny"}, headers=HERE)
    page = (await browser.get("/permissions")).text
    path = re.findall(r'action="(/permissions/history/[^"]+/restore)"', page)[0]
    await browser.post(path, headers=HERE)
    async with web.database.transaction(me) as tx:
        rules = await grants.rules(tx, at=web.clock.now(), ids=web.installation.ids)
    (back,) = rules.by_pattern["send_email:summary"]
    assert (back.effect, back.daily_limit, back.set_by) == (Effect.ALLOW, 2, By.PERSON)
    nothing = "/permissions/history/019cadc6-0000-7000-8000-000000000000/restore"
    assert (await browser.post(nothing, headers=HERE)).status_code == 404


async def test_the_installation_pages_through_people_and_counts_invitations(
    web: Served, browser: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(admin, "SHOWN", 1)
    await anna.arrive(web, language="en", name="Bruno")
    await browser.post("/invitations", data={"label": "Jan"}, headers=HERE)
    first, second = [
        (await browser.get(f"/admin?page={number}")).text.partition("<main")[2] for number in (1, 2)
    ]
    assert "Anna" in first
    assert "Bruno" not in first
    assert "Bruno" in second
    assert "Page 2 of 2" in second
    assert re.search(r"open</p><p class=\"row-end\">1", first)


async def test_the_owner_reads_nothing_that_somebody_else_wrote(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    """Every text of hers says a word that nobody else would say; her name alone is the owner's."""
    her = await canary(web)
    async with web.database.transaction(her.tenant_id) as tx:
        await tx.execute(
            "update tenants set name = 'Kasia' where tenant_id = %(t)s", t=tx.tenant_id
        )
    page = (await browser.get("/admin")).text
    assert "Kasia" in page
    assert WORD not in page.casefold()
    hers = await entered(web, her.tenant_id)
    assert WORD in (await hers.get("/goals")).text.casefold()
