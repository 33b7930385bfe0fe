"""The file, the settings and the suggestions of an app, as a browser gets them."""

import re
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from acceptance.life import WARSAW, Life
from apps.browsing import app_of, kept, words_of
from apps.making import made

from exoskull.apps import store
from exoskull.apps.model import App
from exoskull.apps.parse import spec_json
from exoskull.apps.store import Suggestion
from exoskull.kit.ids import TraceId


async def test_a_file_is_looked_at_before_anything_of_it_is_kept(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    mood = await made(ann, "mood")
    path = f"/apps/{mood.slug}/import"
    bad = b"at,mood,cause\n2026-02-20,4,work\n2026-02-21,44,tea\n"
    page = await browser.post(path, files={"file": ("mood.csv", bad, "text/csv")})
    said = words_of(page)
    assert "2 fields are wrong" in said
    assert "Line 3:" in said
    good = "at,mood,cause\n2026-02-20,4,work\n2026-02-21T07:30,7,family\n"
    page = await browser.post(path, data={"text": good})
    assert "2 good lines in the file" in words_of(page)
    assert "4/10, work" in words_of(page)
    assert await kept(ann, mood) == []
    key = re.search(r'name="key" value="([^"]+)"', page.text)
    assert key is not None
    for _ in range(2):
        page = await browser.post(f"{path}/keep", data={"text": good, "key": key[1]})
    assert len(await kept(ann, mood)) == 2
    assert [f"{one.at.astimezone(WARSAW):%H:%M}" for one in await kept(ann, mood)] == [
        "12:00",
        "07:30",
    ]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"nothing,known\n1,2\n"])
async def test_a_file_that_cannot_be_read_says_why(
    ann: Life, browser: httpx2.AsyncClient, content: bytes
) -> None:
    mood = await made(ann, "mood")
    page = await browser.post(
        f"/apps/{mood.slug}/import", files={"file": ("x.csv", content, "text/csv")}
    )
    assert page.status_code == 422
    assert 'role="alert"' in page.text


async def test_settings_change_the_app_and_undo_brings_it_back(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    mood = await made(ann, "mood")
    path = f"/apps/{mood.slug}/settings"
    assert (await browser.get(path)).status_code == 200
    page = await browser.post(f"{path}/name", data={"name": "How I feel"})
    assert page.url.path == f"/apps/{mood.slug}"
    await browser.post(f"{path}/reminder", data={"reminds": "true", "reminder": "21:15"})
    hidden = {"shown.t1": "false", "options.t1": "work\nsea", "label.t1": "Why"}
    await browser.post(f"{path}/columns", data=hidden)
    await browser.post(f"{path}/column", data={"label": "Walked", "type": "number", "unit": "km"})
    spec = (await app_of(ann, mood.id)).spec
    assert (spec.name, spec.reminder, spec.reminds) == ("How I feel", "21:15", True)
    why = next(one for one in spec.columns if one.key == "t1")
    assert (why.hidden, why.options, why.label) == (True, ("work", "sea"), "Why")
    assert (spec.columns[-1].name, spec.columns[-1].unit) == ("walked", "km")
    await browser.post(f"/apps/{mood.id}/undo")
    assert (await app_of(ann, mood.id)).spec.columns[-1].name != "walked"


@pytest.mark.parametrize(
    ("part", "given"),
    [
        ("name", {"name": ""}),
        ("reminder", {"reminds": "true", "reminder": ""}),
        ("reminder", {"reminds": "true", "reminder": "25:00"}),
        ("columns", {"shown.i1": "false", "shown.t1": "false", "shown.t2": "false"}),
        ("column", {"label": "Kind", "type": "choice", "options": "one"}),
        ("column", {"label": "", "type": "text"}),
        ("column", {"label": "X", "type": "image"}),
    ],
)
async def test_a_setting_that_cannot_be_is_named_and_changes_nothing(
    ann: Life, browser: httpx2.AsyncClient, part: str, given: dict[str, str]
) -> None:
    mood = await made(ann, "mood")
    page = await browser.post(f"/apps/{mood.slug}/settings/{part}", data=given)
    assert page.status_code == 422
    assert f'id="wrong-{part}"' in page.text
    assert (await app_of(ann, mood.id)).spec == mood.spec


async def suggested(life: Life, app: App, **change: Any) -> Suggestion:
    """An open suggestion that the app be changed so."""
    ids = life.world.installation.ids
    suggestion = Suggestion(
        id=ids.new(),
        app_id=app.id,
        kind="pattern_hour",
        week=life.now.date(),
        state="open",
        facts={"hour": "14:00", "entries": 12},
        spec=spec_json(replace(app.spec, **change)),
        created_at=life.now,
        answered_at=None,
        trace=TraceId(ids.new()),
    )
    async with life.tx() as tx:
        assert await store.add_suggestion(tx, suggestion)
    return suggestion


async def test_a_suggestion_is_a_preview_that_one_click_takes(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    water = await made(ann, "hydration")
    one = await suggested(ann, water, reminder="14:00", reminds=True)
    for path in ("/apps", f"/apps/{water.slug}"):
        assert "a reminder at 14:00" in words_of(await browser.get(path))
    page = await browser.post(f"/apps/{water.id}/suggestions/{one.id}/take")
    assert "Changed, as proposed." in words_of(page)
    assert (await app_of(ann, water.id)).spec.reminder == "14:00"
    assert "a reminder at 14:00" not in words_of(await browser.get("/apps"))
    again = await browser.post(f"/apps/{water.id}/suggestions/{one.id}/take")
    assert again.status_code == 404


async def test_a_suggestion_that_is_refused_changes_nothing(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    water = await made(ann, "hydration")
    one = await suggested(ann, water, reminder="14:00", reminds=True)
    page = await browser.post(f"/apps/{water.id}/suggestions/{one.id}/refuse")
    assert "It stays as it is." in words_of(page)
    assert (await app_of(ann, water.id)).spec == water.spec
