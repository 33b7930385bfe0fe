"""The pages, as a browser gets them: ways in, what they say, and what they refuse."""

import re
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2
import pytest
from serving.served import AT, Served, Somebody, serving, streams_open
from serving.sse import heard
from serving.visiting import HERE, HTMX, entered

from exoskull.app import make_entry_link
from exoskull.database.pool import Database
from exoskull.tenants.service import current, everyone
from exoskull.web.live import STREAMS_MAX


@pytest.fixture
async def browser(web: Served, anna: Somebody) -> httpx2.AsyncClient:
    return await entered(web, anna.tenant_id)


# ways in


async def test_looking_at_a_link_does_not_use_it_up_and_using_it_does(
    web: Served, anna: Somebody
) -> None:
    link = await make_entry_link(web.installation, web.settings, base_url=web.url)
    token = link.partition("token=")[2]
    preview = web.client()
    for _ in range(2):
        assert (await preview.get(link)).status_code == 200
    first = await preview.post("/login", data={"token": token}, headers=HERE)
    assert (first.status_code, first.headers["location"]) == (303, "/")
    second = await web.client().post("/login", data={"token": token}, headers=HERE)
    assert second.status_code == 401
    assert "set-cookie" not in second.headers


async def test_a_link_is_good_for_a_day(web: Served, anna: Somebody) -> None:
    link = await make_entry_link(web.installation, web.settings, base_url=web.url)
    web.clock.advance(AT + timedelta(hours=24))
    token = link.partition("token=")[2]
    late = await web.client().post("/login", data={"token": token}, headers=HERE)
    assert late.status_code == 401


async def test_the_session_is_kept_from_scripts_and_from_other_sites(
    web: Served, anna: Somebody
) -> None:
    link = await make_entry_link(web.installation, web.settings, base_url=web.url)
    data = {"token": link.partition("token=")[2]}
    answer = await web.client().post("/login", data=data, headers=HERE)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "path=/" in cookie
    assert "secure" not in cookie


async def test_behind_https_the_session_insists_on_it(database: Database, tmp_path: Path) -> None:
    async with serving(database, tmp_path, public_url="https://exo.example.net") as web:
        link = await make_entry_link(web.installation, web.settings)
        assert link.startswith("https://exo.example.net/setup?token=")
        data = {"token": link.partition("token=")[2], "name": "Anna", "timezone": "Europe/Warsaw"}
        answer = await web.client().post("/setup", data=data, headers=HERE)
        assert "secure" in answer.headers["set-cookie"].lower()
        assert answer.headers["strict-transport-security"]


async def test_signing_out_ends_the_session(web: Served, browser: httpx2.AsyncClient) -> None:
    session = dict(browser.cookies)
    left = await browser.post("/logout", headers=HERE)
    assert left.url.path == "/login"
    thief = web.client(cookies=session)
    assert (await thief.get("/")).headers["location"] == "/login"


async def test_signing_out_ends_the_open_pages_of_that_session_only(
    web: Served, browser: httpx2.AsyncClient, anna: Somebody
) -> None:
    other = await entered(web, anna.tenant_id)
    newest = (await anna.api.get("/api/v1/events?limit=1")).json()["items"][0]["seq"]
    path = f"/live?after={newest}"
    async with browser.stream("GET", path) as ended, other.stream("GET", path):
        await streams_open(web, 2)
        await browser.post("/logout", headers=HERE)
        assert [event async for event in heard(ended)] == []
        await streams_open(web, 1)


async def test_a_session_ends_after_thirty_days(web: Served, browser: httpx2.AsyncClient) -> None:
    web.clock.advance(AT + timedelta(days=30))
    assert (await browser.get("/")).url.path == "/login"


@pytest.mark.parametrize("path", ["/", "/welcome", "/feed", f"/why/{UUID(int=0)}", "/live?after=0"])
async def test_strangers_are_sent_to_the_login_page(web: Served, path: str) -> None:
    answer = await web.client().get(path, headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")


async def test_a_piece_that_a_stranger_asks_for_sends_the_page_to_the_login(web: Served) -> None:
    answer = await web.client().post("/messages", data={"text": "a"}, headers=HTMX)
    assert (answer.status_code, answer.headers["hx-redirect"]) == (401, "/login")


# first steps


async def test_the_first_person_makes_their_space_and_says_a_goal(web: Served) -> None:
    browser = web.client(follow_redirects=True)
    link = await make_entry_link(web.installation, web.settings, base_url=web.url)
    token = link.partition("/setup?token=")[2]
    assert "Jak mam się do Ciebie zwracać" in (await browser.get(f"{link}&language=pl")).text
    await browser.post("/setup", data={"token": token, "name": "Zosia"}, headers=HERE)
    data = {"token": token, "name": "Zosia", "timezone": "europe/warsaw"}
    welcome = await browser.post("/setup?language=pl", data=data, headers=HERE)
    assert welcome.url.path == "/welcome"
    said = {"goal": "Chcę biegać 3 razy w tygodniu"}
    rules = await browser.post("/welcome", data=said, headers=HERE)
    assert rules.url.path == "/welcome"
    today = await browser.post("/welcome", data={"step": "rules", "end": "1"}, headers=HERE)
    assert today.url.path == "/"
    assert "Nowy cel: „Biegać”" in today.text
    [(tenant_id, name)] = await everyone(web.database)
    async with web.database.transaction(tenant_id) as tx:
        tenant = await current(tx)
    assert (name, tenant.language, tenant.timezone) == ("Zosia", "pl", "Europe/Warsaw")
    assert tenant.onboarded_at is not None
    used = await web.client().get(link)
    assert used.status_code == 401


async def test_a_wrong_zone_is_said_at_its_field_and_the_link_stays_good(web: Served) -> None:
    link = await make_entry_link(web.installation, web.settings, base_url=web.url)
    data = {"token": link.partition("token=")[2], "name": "Anna", "timezone": "Nigdzie"}
    wrong = await web.client().post("/setup", data=data, headers=HERE)
    assert wrong.status_code == 422
    assert 'id="zone-error"' in wrong.text
    assert 'value="Nigdzie"' in wrong.text
    assert await everyone(web.database) == []
    right = await web.client().post("/setup", data=data | {"timezone": "UTC"}, headers=HERE)
    assert right.status_code == 303


async def test_a_name_that_is_taken_is_said_at_its_field(web: Served) -> None:
    links = [
        await make_entry_link(web.installation, web.settings, base_url=web.url) for _ in range(2)
    ]
    answers = []
    for link in links:
        token = link.partition("token=")[2]
        data = {"token": token, "name": "Anna", "timezone": "Europe/Warsaw"}
        answers.append(await web.client().post("/setup", data=data, headers=HERE))
    assert [answer.status_code for answer in answers] == [303, 422]
    assert 'id="name-error"' in answers[1].text
    assert (
        await web.client().get(links[1].replace(links[1].split("/setup")[0], web.url))
    ).is_success


async def test_a_setup_link_makes_one_tenant_however_often_it_is_used(web: Served) -> None:
    link = await make_entry_link(web.installation, web.settings)
    token = link.partition("token=")[2]
    answers = []
    for name in ("Anna", "Bruno"):
        data = {"token": token, "name": name, "timezone": "Europe/Warsaw"}
        answers.append(await web.client().post("/setup", data=data, headers=HERE))
    assert [answer.status_code for answer in answers] == [303, 401]
    assert [name for _, name in await everyone(web.database)] == ["Anna"]


async def test_the_first_goal_can_wait(web: Served, anna: Somebody) -> None:
    browser = await entered(web, anna.tenant_id, settled=False)
    today = await browser.post("/welcome", data={"end": "1", "goal": ""}, headers=HERE)
    assert today.url.path == "/"
    empty = await browser.get("/welcome")
    assert empty.url.path == "/"


# the page


async def test_what_a_person_writes_is_shown_as_text(browser: httpx2.AsyncClient) -> None:
    evil = "<script>alert(1)</script>\u202egpj.exe <img src=x onerror=alert(2)>"
    thread = await browser.post("/messages", data={"text": evil}, headers=HTMX)
    await browser.post("/messages", data={"text": f"add task: {evil}"}, headers=HTMX)
    page = await browser.get("/")
    for html in (thread.text, page.text):
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert "&lt;script&gt;alert(1)" in html
    feed = page.text.partition('id="feed"')[2]
    assert "\u202e" not in feed
    assert 'class="said" dir="auto"' in page.text


async def test_saying_something_answers_with_the_thread(browser: httpx2.AsyncClient) -> None:
    thread = await browser.post(
        "/messages", data={"text": "drank 3 glasses of water"}, headers=HTMX
    )
    assert thread.text.index("drank 3 glasses") < thread.text.index("Logged: 3 glasses")
    assert "<html" not in thread.text


async def test_without_scripts_the_forms_work_too(browser: httpx2.AsyncClient) -> None:
    page = await browser.post("/messages", data={"text": "drank 2 glasses"}, headers=HERE)
    assert page.url.path == "/"
    assert "drank 2 glasses" in page.text


async def test_trouble_comes_as_a_notice_in_its_place(browser: httpx2.AsyncClient) -> None:
    long = await browser.post("/messages", data={"text": "x" * 17_000}, headers=HTMX)
    assert (long.status_code, long.headers["hx-retarget"]) == (422, "#alerts")
    assert 'role="alert"' in long.text
    assert "16 KiB" in long.text


async def test_a_switch_changes_its_rule_and_keeps_its_limit(
    browser: httpx2.AsyncClient, anna: Somebody
) -> None:
    rule = {"pattern": "send_sms:goal", "effect": "allow", "daily_limit": "3"}
    await browser.post("/grants", data=rule, headers=HTMX)
    del rule["daily_limit"]
    rules = await browser.post("/grants", data=rule | {"effect": "ask"}, headers=HTMX)
    assert re.search(r'id="set-ask-send_sms-goal"\s+aria-pressed="true"', rules.text)
    found = (await anna.api.get("/api/v1/grants/explain?action=send_sms:goal")).json()
    assert (found["effect"], found["rule"]["daily_limit"]) == ("ask", 3)
    gone = await browser.post("/grants/revoke", data={"pattern": "send_sms:goal"}, headers=HTMX)
    assert "rule-send_sms-goal" not in gone.text


async def test_pausing_and_resuming_shows_in_the_status(browser: httpx2.AsyncClient) -> None:
    paused = await browser.post("/settings/pause", headers=HERE)
    assert "Paused until tomorrow at 0:00" in paused.text
    assert "Paused" not in (await browser.post("/settings/resume", headers=HERE)).text


async def test_the_language_is_switched_in_the_header(browser: httpx2.AsyncClient) -> None:
    page = await browser.post("/settings/language", data={"language": "pl"}, headers=HERE)
    assert '<html lang="pl">' in page.text
    assert "Plan na dziś" in page.text


async def test_a_chain_tells_what_led_to_what(browser: httpx2.AsyncClient, anna: Somebody) -> None:
    await browser.post("/messages", data={"text": "drank 3 glasses of water"}, headers=HTMX)
    page = (await browser.get("/")).text
    trace = re.findall(r"/why/([0-9a-f-]+)", page)[0]
    chain = await browser.get(f"/why/{trace}", headers=HTMX)
    assert "Logged: 3 glasses of water" in chain.text
    assert "<html" not in chain.text
    assert "<html" in (await browser.get(f"/why/{trace}")).text
    assert (await browser.get(f"/why/{anna.tenant_id}")).status_code == 404


async def test_the_feed_goes_back_to_its_beginning(browser: httpx2.AsyncClient) -> None:
    for number in range(40):
        await browser.post("/messages", data={"text": f"drank {number + 1} glasses"}, headers=HTMX)
    page = (await browser.get("/feed")).text
    events = re.findall(r'data-seq="(\d+)"', page)
    while more := re.search(r'hx-get="(/feed/more\?before=\d+[^"]*)"', page):
        page = (await browser.get(unescape(more.group(1)))).text
        events += re.findall(r'data-seq="(\d+)"', page)
    assert len(events) == len(set(events))
    assert events == sorted(events, key=int, reverse=True)
    assert "Welcome, Anna" in page


async def test_the_stream_brings_the_pieces_that_change(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    async with browser.stream("GET", "/live?after=0") as response:
        events = heard(response)
        await anext(events)
        await browser.post("/messages", data={"text": "drank 3 glasses of water"}, headers=HTMX)
        html = (await anext(events)).text
    for piece in ("#feed", "#thread"):
        assert f'<hx-partial hx-target="{piece}"' in html
    assert "#rules" not in html
    assert "drank 3 glasses of water" in html


async def test_too_many_pages_of_one_browser_end_the_oldest(
    web: Served, browser: httpx2.AsyncClient, anna: Somebody
) -> None:
    other = await entered(web, anna.tenant_id)
    newest = (await anna.api.get("/api/v1/events?limit=1")).json()["items"][0]["seq"]
    path = f"/live?after={newest}"
    async with other.stream("GET", path), browser.stream("GET", path) as oldest:
        await streams_open(web, 2)
        for _ in range(STREAMS_MAX):
            await browser.send(browser.build_request("GET", path), stream=True)
        assert [event.event async for event in heard(oldest)] == ["displaced"]
    await streams_open(web, STREAMS_MAX)


# what is refused, and what is told to the browser


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1"},
    ],
)
async def test_what_another_site_sends_is_refused(
    browser: httpx2.AsyncClient, anna: Somebody, headers: dict[str, str]
) -> None:
    answer = await browser.post("/messages", data={"text": "drank 9 glasses"}, headers=headers)
    assert answer.status_code == 403
    assert (await anna.api.get("/api/v1/measures")).json()["items"] == []


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "{url}"}, {}])
async def test_what_the_page_itself_sends_is_taken(
    web: Served, browser: httpx2.AsyncClient, headers: dict[str, str]
) -> None:
    filled = {name: value.format(url=web.url) for name, value in headers.items()}
    answer = await browser.post("/messages", data={"text": "drank 2 glasses"}, headers=filled)
    assert answer.status_code == 200


async def test_every_answer_tells_the_browser_what_to_keep_to(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    asset = re.findall(r'src="(/static/[^"]+app\.js)"', (await browser.get("/")).text)[0]
    for path in ("/", "/login", "/nothing", "/healthz", "/api/v1/goals", asset):
        headers = (await browser.get(path)).headers
        assert headers["content-security-policy"].startswith("default-src 'self';")
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        if path != asset:
            assert headers["cache-control"] == "no-store"


async def test_assets_never_age_and_come_packed(browser: httpx2.AsyncClient) -> None:
    page = (await browser.get("/")).text
    urls = set(re.findall(r'"(/static/[^"#]+)', page))
    assert {url.rpartition("/")[2] for url in urls} >= {"app.css", "app.js", "htmx.min.js"}
    for url in urls:
        answer = await browser.get(url)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
        assert url.endswith(".png") or answer.headers["content-encoding"] == "gzip"
    assert (await browser.get("/static/000000000000/app.js")).status_code == 404
    assert (await browser.get("/static/../app.py")).status_code == 404


async def test_the_first_load_is_small(browser: httpx2.AsyncClient) -> None:
    """At most 120 KB, as they travel, with what the page asks for by itself."""
    total = 0
    page = await browser.get("/")
    asked = re.findall(r'"(/static/[^"#]+)', page.text)
    asked += re.findall(r'hx-get="([^"]+)" hx-trigger="load"', page.text)
    for url in ["/", "/sw.js", *set(asked)]:
        async with browser.stream("GET", url) as answer:
            total += len(b"".join([part async for part in answer.aiter_raw()]))
    assert total < 120_000


async def test_no_page_has_inline_scripts_or_styles(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    link = await make_entry_link(web.installation, web.settings, base_url=web.url)
    for path in ("/", "/login", link, "/nothing"):
        html = (await browser.get(path)).text
        assert not re.search(
            r"<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=|hx-on|javascript:", html
        )


async def test_an_unknown_page_is_said_in_the_persons_language(browser: httpx2.AsyncClient) -> None:
    await browser.post("/settings/language", data={"language": "pl"})
    page = await browser.get("/nothing", headers={"Accept-Language": "en"})
    assert page.status_code == 404
    assert "To się nie udało" in page.text


async def test_trouble_that_nobody_foresaw_is_one_clear_error(
    web: Served, browser: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: Any) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("exoskull.today.web.waiting_piece", broken)
    page = await browser.get("/")
    assert page.status_code == 500
    assert "RuntimeError" in page.text
    assert "secret detail" not in page.text
