"""The pages of apps, as a browser gets them."""

import json
import re
from datetime import timedelta
from typing import Any

import httpx2
import pytest
from acceptance.life import WARSAW, Life
from apps.browsing import HERE, app_of, everything, kept, signed_in, words_of
from apps.making import enter, made, proposed
from serving.served import Served

from exoskull.apps.model import AppState

HTMX = {"HX-Request": "true"}


def island(page: httpx2.Response) -> dict[str, Any]:
    """The chart's data."""
    found = re.search(r'<script type="application/json" id="plot-data">(.*?)</script>', page.text)
    assert found is not None
    return json.loads(found[1])


def key_in(page: httpx2.Response, how: str = "form") -> str:
    found = re.search(
        rf'name="how" value="{how}">\s*(?:<[^>]+>\s*)?<input[^>]+name="key" value="([^"]+)"',
        page.text,
    )
    assert found is not None
    return found[1]


async def test_an_empty_gallery_teaches_how_to_begin(browser: httpx2.AsyncClient) -> None:
    page = await browser.get("/apps")
    assert page.status_code == 200
    said = words_of(page)
    assert "There is no app here yet." in said
    assert "when you mention three times" in said
    assert "water in glasses" in said


async def test_a_wish_in_ones_own_words_is_previewed_and_made_at_a_yes(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    page = await browser.post("/apps", data={"words": "make me a tracker of chess games, 3 games"})
    said = words_of(page)
    assert "This is how I understood your words." in said
    assert "amount (games)" in said
    (app,) = await everything(ann, AppState.PROPOSED)
    assert (await browser.get(f"/apps/{app.slug}")).url.path == "/apps"  # nothing to enter yet
    page = await browser.post(f"/apps/{app.id}/activate", data={"name": "Evening chess"})
    assert page.url.path == f"/apps/{app.slug}"
    assert "Done: Evening chess is at work." in words_of(page)
    active = await app_of(ann, app.id)
    assert (active.name, active.state) == ("Evening chess", AppState.ACTIVE)


async def test_a_no_makes_nothing_and_can_be_thought_over(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    found = await proposed(ann, "reading", source="user_request")
    assert found.app is not None
    page = await browser.post(f"/apps/{found.app.id}/refuse")
    assert "declined, can be made for 30 more days" in words_of(page)
    await browser.post(f"/apps/{found.app.id}/activate")
    assert (await app_of(ann, found.app.id)).state is AppState.ACTIVE


async def test_what_no_tracker_can_do_is_said_and_makes_nothing(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    page = await browser.post("/apps", data={"words": "show me the weather every morning"})
    assert "A tracker cannot do that" in words_of(page)
    assert await everything(ann, *AppState) == []


async def test_a_wish_that_an_app_serves_leads_to_that_app(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    water = await made(ann, "hydration")
    page = await browser.post("/apps", data={"words": "glasses of water"})
    assert page.url.path == f"/apps/{water.slug}"
    assert "It is there already: Water." in words_of(page)
    assert len(await everything(ann, *AppState)) == 1


@pytest.mark.parametrize("words", ["", "   ", "x" * 301])
async def test_no_words_or_too_many_are_refused_beside_the_field(
    browser: httpx2.AsyncClient, words: str
) -> None:
    page = await browser.post("/apps", data={"words": words})
    assert page.status_code == 422
    assert 'id="words-error"' in page.text


async def test_the_form_adds_one_entry_however_often_it_is_sent(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    sleep = await made(ann, "sleep")
    page = await browser.get(f"/apps/{sleep.slug}")
    form = {"how": "form", "key": key_in(page), "v.hours": "7.5", "v.quality": "8", "v.note": ""}
    for _ in range(2):
        page = await browser.post(f"/apps/{sleep.slug}/entries", data=form)
        assert page.status_code == 200
    assert "Saved." in words_of(page)
    (entry,) = await kept(ann, sleep)
    assert entry.cells == {"n1": 7.5, "i1": 8}
    assert [one.value for one in await ann.measures()] == [7.5]
    await browser.post(f"/apps/{sleep.slug}/entries/{entry.id}/undo")
    assert await kept(ann, sleep) == []
    assert await ann.measures() == []


async def test_what_is_wrong_stands_beside_its_field_and_nothing_is_kept(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    sleep = await made(ann, "sleep")
    form = {"how": "form", "v.hours": "99", "v.quality": "eleven", "v.note": "<b>&amp;", "at": "x"}
    for headers in ({}, HTMX):
        page = await browser.post(f"/apps/{sleep.slug}/entries", data=form, headers=headers)
        assert page.status_code == 422
    form["at"] = ""
    page = await browser.post(f"/apps/{sleep.slug}/entries", data=form)
    assert page.status_code == 422
    assert "takes 0 to 24" in words_of(page)
    assert "takes a number, such as 2.5" in words_of(page)
    assert 'value="99"' in page.text
    assert "&lt;b&gt;&amp;amp;" in page.text
    assert await kept(ann, sleep) == []


async def test_a_moment_is_the_persons_local_time(ann: Life, browser: httpx2.AsyncClient) -> None:
    water = await made(ann, "hydration")
    form = {"how": "form", "v.amount": "2", "at": f"{ann.now.date() - timedelta(days=1)}T23:30"}
    await browser.post(f"/apps/{water.slug}/entries", data=form)
    (entry,) = await kept(ann, water)
    assert entry.local_date == ann.now.date() - timedelta(days=1)
    assert f"{entry.at.astimezone(WARSAW):%H:%M}" == "23:30"


async def test_one_tap_adds_the_default_and_the_same_as_last_time(
    ann: Life, web: Served, browser: httpx2.AsyncClient
) -> None:
    water = await made(ann, "hydration")
    page = await browser.get("/apps")
    assert "1 glass , Water" in words_of(page)
    tap = {"how": "default", "back": "gallery", "key": key_in_tap(page)}
    for _ in range(2):
        piece = await browser.post(f"/apps/{water.slug}/entries", data=tap, headers=HTMX)
    assert piece.text.strip().startswith('<li class="widget"')
    assert "1 glass" in words_of(piece)
    await enter(ann, water, {"amount": 3}, when=web.clock.now() + timedelta(minutes=1))
    page = await browser.get(f"/apps/{water.slug}")
    assert "Same as last time: 3 glasses" in words_of(page)
    page = await browser.post(f"/apps/{water.slug}/entries", data={"how": "same", "back": "page"})
    assert sorted(entry.cells["n1"] for entry in await kept(ann, water)) == [1, 3, 3]
    assert "Today 7 glasses" in words_of(page)


def key_in_tap(page: httpx2.Response) -> str:
    found = re.search(r'<form class="tap".*?name="key" value="([^"]+)"', page.text, re.S)
    assert found is not None
    return found[1]


async def test_an_entry_is_edited_and_what_was_not_touched_stays(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    mood = await made(ann, "mood")
    entry = await enter(ann, mood, {"mood": 4, "cause": "work", "note": "rain"})
    page = await browser.get(f"/apps/{mood.slug}/entries/{entry.id}")
    at = re.search(r'name="at"[^>]+value="([^"]+)"', page.text)
    assert at is not None
    form = {"v.mood": "6", "v.cause": "work", "v.note": "", "at": at[1]}
    page = await browser.post(f"/apps/{mood.slug}/entries/{entry.id}", data=form)
    assert "The entry is changed." in words_of(page)
    (changed,) = await kept(ann, mood)
    assert changed.at == entry.at
    assert [one for one in changed.cells.values() if one is not None] == [6, "work"]
    wrong = await browser.post(f"/apps/{mood.slug}/entries/{entry.id}", data=form | {"v.mood": ""})
    assert wrong.status_code == 422


async def test_the_table_pages_back_through_every_entry_once(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    water = await made(ann, "hydration")
    for ago in range(120):
        await enter(ann, water, {"amount": 1}, when=ann.now - timedelta(hours=7 * (ago // 2)))
    page = await browser.get(f"/apps/{water.slug}")
    assert "All entries" in words_of(page)
    path, seen = f"/apps/{water.slug}/entries", []
    while path:
        page = await browser.get(path)
        seen += re.findall(r'<tr id="entry-([^"]+)"', page.text)
        more = re.search(r'href="([^"]+\?before=[^"]+)"', page.text)
        path = more[1] if more else ""
    assert len(seen) == len(set(seen)) == 120
    bad = await browser.get(f"/apps/{water.slug}/entries?before=nowhere")
    assert bad.status_code == 422


async def test_the_chart_its_table_and_the_goal_tell_the_same(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    await ann.say("I want to drink 8 glasses of water a day")
    water = await made(ann, "hydration")
    for ago, glasses in enumerate((3, 5, 8)):
        await enter(ann, water, {"amount": glasses}, when=ann.now - timedelta(days=ago))
    page = await browser.get(f"/apps/{water.slug}")
    data = island(page)
    assert (data["goal"], data["y"][-3:], len(data["x"])) == (8, [8, 5, 3], 30)
    assert data["x"][-1] % 86400 == 0
    said = words_of(page)
    assert "Goal: 8 glasses" in said
    assert "2 March: 3 glasses" in said
    weeks = island(await browser.get(f"/apps/{water.slug}?span=week"))
    assert sum(value or 0 for value in weeks["y"]) == 16
    assert weeks["goal"] is None  # it is a daily one
    assert (await browser.get(f"/apps/{water.slug}?span=year")).status_code == 422
    assert (await browser.get(f"/apps/{water.slug}?column=nothing")).status_code == 404


async def test_text_in_an_entry_cannot_leave_the_charts_data(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    found = await proposed(
        ann, "custom", label="</script><b>x", words=("3 </script>",), source="user_request"
    )
    assert found.app is not None
    await browser.post(f"/apps/{found.app.id}/activate")
    app = await app_of(ann, found.app.id)
    await browser.post(f"/apps/{app.slug}/entries", data={"how": "form", "v.amount": "3"})
    page = await browser.get(f"/apps/{app.slug}")
    assert "<b>x" not in page.text
    assert island(page)["y"][-1] == 3


async def test_an_export_is_the_same_after_deleting_and_undoing(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    water = await made(ann, "hydration")
    await enter(ann, water, {"amount": 2})
    before = [await browser.get(f"/apps/{water.slug}/export.{kind}") for kind in ("csv", "json")]
    page = await browser.post(f"/apps/{water.id}/delete")
    assert "Water: deleted. For 30 days you can have it back." in words_of(page)
    assert "can be had back for 30 more days" in words_of(page)
    assert (await browser.get(f"/apps/{water.slug}")).status_code == 404
    page = await browser.post(f"/apps/{water.id}/undo")
    assert page.url.path == f"/apps/{water.slug}"
    after = [await browser.get(f"/apps/{water.slug}/export.{kind}") for kind in ("csv", "json")]
    assert [one.content for one in before] == [one.content for one in after]
    assert before[0].headers["content-disposition"] == 'attachment; filename="water.csv"'
    assert before[0].text.splitlines()[0] == "at,amount"


async def test_an_archived_app_shows_its_data_and_takes_no_entry_until_restored(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    water = await made(ann, "hydration")
    await enter(ann, water, {"amount": 2})
    page = await browser.post(f"/apps/{water.id}/archive")
    assert "In the archive" in words_of(page)
    page = await browser.get(f"/apps/{water.slug}")
    assert "This app is in the archive" in words_of(page)
    assert 'id="form"' not in page.text
    refused = await browser.post(f"/apps/{water.slug}/entries", data={"how": "default"})
    assert refused.status_code == 409
    await browser.post(f"/apps/{water.id}/restore")
    assert 'id="form"' in (await browser.get(f"/apps/{water.slug}")).text


async def test_nobody_sees_another_persons_app(ann: Life, web: Served) -> None:
    water = await made(ann, "hydration")
    entry = await enter(ann, water, {"amount": 2})
    from serving import anna

    other = await signed_in(web, await anna.arrive(web, language="en", name="Eve"), ann)
    stranger = web.client(headers=HERE | {"Accept": "application/json"})
    paths = ("", "/entries", f"/entries/{entry.id}", "/export.csv", "/export.json", "/settings")
    for path in (*paths, "/import"):
        for name in (water.slug, str(water.id)):
            assert (await other.get(f"/apps/{name}{path}")).status_code == 404
            assert (await stranger.get(f"/apps/{name}{path}")).status_code in (303, 401)
    for path in (
        f"{water.id}/delete",
        f"{water.slug}/entries",
        f"{water.id}/entries/{entry.id}/undo",
    ):
        assert (await other.post(f"/apps/{path}", data={"how": "default"})).status_code == 404
    assert "Water" not in words_of(await other.get(f"/apps?said=deleted&of={water.id}"))
    assert len(await kept(ann, water)) == 1
