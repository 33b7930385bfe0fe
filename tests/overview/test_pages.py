"""The pages over several features: what they say, what they change, whom they refuse."""

import io
import re
import zipfile

import httpx2
import pytest
from serving import anna
from serving.served import Served
from serving.visiting import HERE, HTMX, entered

from exoskull.grants.model import Effect
from exoskull.kit.ids import TenantId
from exoskull.ledger import preferences
from exoskull.tenants.service import current, everyone

WEEKLY = {
    "title": "Walk more",
    "metric": "walks",
    "direction": "at_least",
    "target": "3",
    "period": "week",
    "by": "",
}


async def test_why_is_told_from_the_rows(web: Served, browser: httpx2.AsyncClient) -> None:
    page = (await browser.get("/feed")).text
    told = {
        trace: (await browser.get(f"/why/{trace}", headers=HTMX)).text
        for trace in dict.fromkeys(re.findall(r"/why/([0-9a-f-]+)", page))
    }
    assert told
    assert all("What I noticed" in why for why in told.values())
    assert all("no model was called" in why for why in told.values())
    drawn = [why for why in told.values() if "How I chose" in why]
    assert drawn
    for why in drawn:
        assert re.search(r"The chance of writing was \d+%|(?i:nothing was left to chance)", why)


async def test_the_optimization_page_says_when_there_is_not_enough_data(
    browser: httpx2.AsyncClient,
) -> None:
    for path in ("/optimization", "/optimization/widget"):
        assert "Not enough data" in (await browser.get(path)).text
    page = (await browser.get("/optimization")).text
    for part in ("The loop", "Messages saved", "Cost of models"):
        assert part in page
    assert ("Nothing is stuck" in page) != ("Stuck for more than two hours" in page)


async def test_a_goal_is_set_seen_ended_and_set_again(browser: httpx2.AsyncClient) -> None:
    made = await browser.post("/goals", data=WEEKLY, headers=HERE)
    assert "Walk more" in made.text
    assert "Undo setting it" in made.text
    path = made.url.path
    ended = await browser.post(f"{path}/drop", headers=HERE)
    assert "given up" in ended.text
    again = await browser.post(f"{path}/again", headers=HERE)
    assert again.url.path != path
    undone = await browser.post(f"{again.url.path}/undo", headers=HERE)
    assert undone.url.path == "/goals"


async def test_what_is_wrong_with_a_goal_is_said_in_the_form(browser: httpx2.AsyncClient) -> None:
    wrong = await browser.post("/goals", data=WEEKLY | {"target": "many"}, headers=HERE)
    assert wrong.status_code == 422
    assert "How much is not a number" in wrong.text
    assert 'value="Walk more"' in wrong.text


async def test_another_strategy_can_be_asked_for(browser: httpx2.AsyncClient) -> None:
    path = (await browser.post("/goals", data=WEEKLY, headers=HERE)).url.path
    first = await browser.post(f"{path}/strategy", headers=HERE)
    second = await browser.post(f"{path}/strategy", headers=HERE)
    assert "Trial 1" in first.text
    assert "Trial 2" in second.text


async def test_a_preference_is_said_and_lifted(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    wish = {"factor": "channel", "level": "sms", "wish": "avoid"}
    assert "you avoid this" in (await browser.post("/preferences", data=wish, headers=HERE)).text
    async with web.database.transaction(me) as tx:
        (said,) = await preferences.corrections(tx)
    assert (said.factor, said.level, said.wish) == ("channel", "sms", "avoid")
    lifted = await browser.post("/preferences", data=wish | {"wish": "lift"}, headers=HERE)
    assert "you avoid this" not in lifted.text


async def test_messages_are_filtered_and_paged_back_to_the_first(
    browser: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exoskull.overview.messages.SHOWN", 1)
    path, seen = "/interventions?show=sent", []
    while path:
        page = (await browser.get(path)).text
        seen += re.findall(r'id="message-([0-9a-f-]+)"', page)
        more = re.search(r'href="(/interventions\?before=[^"]+)"', page)
        path = more.group(1).replace("&amp;", "&") if more else ""
    assert len(seen) == len(set(seen)) >= 1
    assert (await browser.get("/interventions?show=nothing")).status_code == 422


async def test_the_box_says_what_would_happen_and_what_would_change_it(
    browser: httpx2.AsyncClient,
) -> None:
    page = (await browser.get("/permissions?action=spend_money:shopping")).text
    assert "I would not do it" in page
    assert 'name="pattern" value="spend_money:shopping"' in page
    assert "I would do it" in (await browser.get("/permissions?action=send_sms:wellness")).text


async def test_settings_are_changed_by_section_and_trouble_is_said_at_its_section(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    hours = {
        "section": "hours",
        "morning_at": "06:15",
        "evening_at": "21:00",
        "quiet_from": "23:00",
        "quiet_until": "06:00",
    }
    assert "Saved." in (await browser.post("/settings", data=hours, headers=HERE)).text
    wrong = {"section": "you", "name": "Anna", "language": "en", "timezone": "Nowhere"}
    answer = await browser.post("/settings", data=wrong | {"week_starts": ""}, headers=HERE)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    async with web.database.transaction(me) as tx:
        tenant = await current(tx)
    assert (f"{tenant.morning_at:%H:%M}", tenant.timezone) == ("06:15", "Europe/Warsaw")


async def test_a_test_message_goes_through_the_gate_and_has_its_receipt(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    await browser.post("/settings/test/in_app", headers=HERE)
    await web.installation.outbox.tick()
    assert "This is a test from ExoSkull" in (await browser.get("/interventions")).text
    await anna.rule(web, me, "send_email:summary", Effect.DENY)
    await browser.post("/settings/test/email", headers=HERE)
    assert "refused by a rule" in (await browser.get("/interventions?show=unsent")).text


@pytest.mark.parametrize("until", ["today", "for_good", "2026-03-20"])
async def test_a_pause_holds_until_it_is_ended(browser: httpx2.AsyncClient, until: str) -> None:
    paused = await browser.post("/settings/pause-until", data={"until": until}, headers=HERE)
    assert "Paused until" in paused.text
    assert "Paused until" not in (await browser.post("/settings/resume", headers=HERE)).text


async def test_everything_can_be_taken_along(browser: httpx2.AsyncClient) -> None:
    taken = await browser.post("/settings/export", headers=HERE)
    assert taken.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(taken.content)) as archive:
        assert "goals.jsonl" in archive.namelist()


async def test_leaving_needs_the_name_and_leaves_nothing(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    wrong = await browser.post("/settings/delete", data={"name": "anna?"}, headers=HERE)
    assert wrong.status_code == 422
    assert len(await everyone(web.database)) == 1
    await browser.post("/settings/delete", data={"name": "Anna"}, headers=HERE)
    assert await everyone(web.database) == []


async def test_the_installation_is_for_its_owner_and_tells_nothing_personal(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    page = (await browser.get("/admin")).text
    assert "Anna" in page
    for told in ("Run", "water", "dentist"):
        assert not re.search(rf"\b{told}\b", page.partition("<main")[2])
    other = await anna.arrive(web, language="en", name="Bruno")
    stranger = await entered(web, other)
    assert (await stranger.get("/admin")).status_code == 403
    assert "/admin" not in (await stranger.get("/settings")).text


async def test_nobody_sees_anothers_goals_or_reasons(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    path = (await browser.post("/goals", data=WEEKLY, headers=HERE)).url.path
    trace = re.findall(r"/why/([0-9a-f-]+)", (await browser.get("/feed")).text)[0]
    stranger = await entered(web, await anna.arrive(web, language="en", name="Bruno"))
    for wanted in (path, f"/why/{trace}"):
        assert (await stranger.get(wanted)).status_code == 404
    assert (await stranger.post(f"{path}/drop", headers=HERE)).status_code == 404
