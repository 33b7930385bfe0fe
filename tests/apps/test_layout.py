"""Where widgets stand: the rules of moving them, and what is kept."""

from uuid import UUID

import httpx2
import pytest
from acceptance.life import Life
from apps.browsing import words_of
from apps.making import made
from hypothesis import given
from hypothesis import strategies as st
from serving.served import Served

from exoskull.apps import life as transitions
from exoskull.apps.layout import Layout, Place, Size, arranged, changed, moved, reordered
from exoskull.feed import service as feed
from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential

IDS = st.lists(st.integers(0, 30).map(lambda n: UUID(int=n)), unique=True, max_size=12)


def layout_of(ids: list[UUID]) -> Layout:
    return tuple(Place(app=one) for one in ids)


@given(IDS, IDS)
def test_every_app_has_one_place_and_new_ones_come_last(apps: list[UUID], kept: list[UUID]) -> None:
    found = [place.app for place in arranged(apps, layout_of(kept))]
    assert sorted(found, key=str) == sorted(apps, key=str)
    assert found[: len(set(kept) & set(apps))] == [one for one in kept if one in set(apps)]


@given(IDS, st.data())
def test_reordering_some_leaves_the_others_where_they_are(
    apps: list[UUID], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(apps).map(lambda all_: all_[: len(all_) // 2]))
    found = [place.app for place in reordered(layout_of(apps), order)]
    assert [one for one in found if one in order] == order
    for at, app in enumerate(apps):
        assert app in order or found[at] == app


@given(IDS.filter(len), st.data())
def test_moving_there_and_back_changes_nothing(apps: list[UUID], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(apps) - 1))
    by = data.draw(st.integers(-at, len(apps) - 1 - at))
    layout = layout_of(apps)
    there = moved(layout, apps[at], by)
    assert there[at + by].app == apps[at]
    assert moved(there, apps[at], -by) == layout
    assert moved(layout, apps[at], 99)[-1].app == apps[at]


def test_size_and_sight_are_changed_apart() -> None:
    one = UUID(int=1)
    wide = changed(layout_of([one]), one, size=Size.WIDE)
    assert changed(wide, one, hidden=True) == (Place(app=one, size=Size.WIDE, hidden=True),)


async def bearer(ann: Life, web: Served) -> dict[str, str]:
    ids = web.installation.ids
    kind = Credential.API
    token = await give_credential(web.database, ann.tenant_id, kind, at=ann.now, ids=ids)
    return {"Authorization": f"Bearer {token}"}


async def three(ann: Life) -> list[str]:
    return [str((await made(ann, one)).id) for one in ("hydration", "mood", "weight")]


async def test_by_the_api_widgets_are_arranged_undone_and_reset(ann: Life, web: Served) -> None:
    water, mood, weight = await three(ann)
    api = web.client(headers=await bearer(ann, web))
    at_first = (await api.get("/api/v1/apps/layout")).json()
    assert [one["app"] for one in at_first["items"]] == [water, mood, weight]
    assert at_first["can_undo"] is False

    body = {"items": [{"app": weight, "size": "wide"}, {"app": water, "hidden": True}]}
    put = (await api.put("/api/v1/apps/layout", json=body)).json()
    assert [(one["app"], one["size"], one["hidden"]) for one in put["items"]] == [
        (weight, "wide", False),
        (water, "small", True),
        (mood, "small", False),
    ]
    assert put == (await api.get("/api/v1/apps/layout")).json()

    undone = (await api.post("/api/v1/apps/layout/undo")).json()
    assert undone["items"] == at_first["items"]
    assert (await api.post("/api/v1/apps/layout/undo")).json()["items"] == put["items"]
    assert (await api.delete("/api/v1/apps/layout")).json()["items"] == at_first["items"]
    async with ann.tx() as tx:
        told = await feed.latest(tx, kinds=["app.arranged"])
    assert len(told) == 4


@pytest.mark.parametrize(
    ("items", "status", "key"),
    [
        ([{"app": "nowhere"}], 404, "app.unknown"),
        ([{"app": "hydration"}, {"app": "hydration"}], 422, "app.placed_twice"),
        ([{"app": "hydration", "size": "huge"}], 422, None),
    ],
)
async def test_a_layout_that_cannot_be_is_refused_whole(
    ann: Life, web: Served, items: list[dict[str, str]], status: int, key: str | None
) -> None:
    app = await made(ann, "hydration")
    items = [one | {"app": one["app"].replace("hydration", app.slug)} for one in items]
    api = web.client(headers=await bearer(ann, web))
    answer = await api.put("/api/v1/apps/layout", json={"items": items})
    assert answer.status_code == status
    assert key in (None, answer.json()["error"]["key"])
    assert (await api.get("/api/v1/apps/layout")).json()["can_undo"] is False


async def test_the_buttons_work_without_scripts_and_the_day_shows_the_order(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    water, mood, weight = await three(ann)
    page = await browser.post(f"/widgets/{weight}/earlier")
    assert page.url.path == "/widgets/arrange"
    await browser.post(f"/widgets/{weight}/earlier")
    await browser.post(f"/widgets/{weight}/wide")
    page = await browser.post(f"/widgets/{water}/hide")
    assert "hidden" in words_of(page)
    day = (await browser.get("/widgets")).text
    assert day.index(weight) < day.index(mood)
    assert f'data-app="{water}"' not in day
    assert "is-wide" in day
    assert f'data-app="{water}"' in (await browser.get("/apps")).text
    assert f'data-app="{water}"' not in (await browser.get("/widgets")).text
    await browser.post("/widgets/undo")
    assert f'data-app="{water}"' in (await browser.get("/widgets")).text
    assert (await browser.post(f"/widgets/{UUID(int=7)}/hide")).status_code == 404
    assert (await browser.post("/widgets/order", data={"order": "x"})).status_code == 422


async def test_an_app_that_went_and_came_back_has_its_place_again(
    ann: Life, browser: httpx2.AsyncClient
) -> None:
    water, mood, weight = await three(ann)
    given = await browser.post("/widgets/order", data={"order": f"{weight},{mood},{water}"})
    assert given.status_code == 204
    ids = ann.world.installation.ids
    async with ann.tx() as tx:
        await transitions.archive(tx, UUID(mood), at=ann.now, ids=ids, by="web")
    day = (await browser.get("/widgets")).text
    assert mood not in day
    assert day.index(weight) < day.index(water)
    async with ann.tx() as tx:
        await transitions.restore(tx, UUID(mood), at=ann.now, ids=ids, by="web")
    day = (await browser.get("/widgets")).text
    assert day.index(weight) < day.index(mood) < day.index(water)
