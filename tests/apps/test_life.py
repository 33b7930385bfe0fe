"""An app's life: whatever is undone leaves it, and its export, as they were."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from acceptance.life import Life
from apps.making import enter, made

from exoskull.apps import entries, life, service
from exoskull.apps.exchange import to_csv, to_json
from exoskull.apps.model import App, AppState
from exoskull.apps.parse import parse_spec, spec_json
from exoskull.kit.errors import Conflict, NotFound


async def does(anna: Life, act: Callable[..., Awaitable[App]], app: App, **more: Any) -> App:
    async with anna.tx() as tx:
        ids = anna.world.installation.ids
        return await act(tx, app.id, at=anna.now, ids=ids, by="web", **more)


async def exported(anna: Life, app: App) -> tuple[bytes, str]:
    async with anna.tx() as tx:
        fresh = await service.get(tx, app.id)
        kept = await entries.everything(tx, fresh)
        zone = (await anna.tenant()).zone
        return to_json(fresh, kept), to_csv(fresh.spec, kept, zone)


@pytest.mark.parametrize(
    "ways",
    [
        (life.delete, life.undo),
        (life.delete, life.restore),
        (life.archive, life.undo),
        (life.archive, life.restore),
        (life.archive, life.delete, life.undo, life.restore),
        (life.archive, life.restore, life.delete, life.undo),
    ],
)
async def test_put_away_and_brought_back_it_exports_the_same_bytes(anna: Life, ways: Any) -> None:
    app = await made(anna, "spending", words=("120 zł",))
    await enter(anna, app, {"kwota": "12,50", "kategoria": "jedzenie", "notatka": "zażółć =1"})
    await enter(anna, app, {"kwota": 30})
    before = await exported(anna, app)
    for way in ways:
        app = await does(anna, way, app)
    assert app.state is AppState.ACTIVE
    assert await exported(anna, app) == before
    assert b"za\xc5\xbc\xc3\xb3\xc5\x82\xc4\x87" in before[0]


async def test_a_changed_definition_can_be_had_back_and_entries_stay(anna: Life) -> None:
    app = await made(anna, "mood")
    await enter(anna, app, {"nastroj": 7, "powod": "praca"})
    before = await exported(anna, app)
    data = spec_json(app.spec)
    data["columns"][1]["hidden"] = True
    data["columns"].append({"label": "Sen", "type": "number", "unit": "h"})
    changed = await does(
        anna, life.change, app, spec=parse_spec(data, slug=app.slug), what="by_person"
    )
    assert [column.name for column in changed.spec.shown] == ["nastroj", "notatka", "sen"]
    assert b'"powod": "praca"' in (await exported(anna, changed))[0]
    back = await does(anna, life.undo, changed)
    assert back.spec == app.spec
    assert await exported(anna, back) == before


async def test_a_column_with_entries_neither_goes_nor_changes_its_type(anna: Life) -> None:
    app = await made(anna, "mood")
    data = spec_json(app.spec)
    data["columns"] = data["columns"][:1]
    with pytest.raises(Conflict, match=r"app\.column_in_use"):
        await does(anna, life.change, app, spec=parse_spec(data), what="by_person")


async def test_undo_works_for_thirty_days_and_then_the_app_is_gone(anna: Life) -> None:
    app = await made(anna, "hydration")
    await enter(anna, app, {"ilosc": 1})
    await does(anna, life.delete, app)
    anna.world.clock.advance(anna.now + timedelta(days=29))
    async with anna.tx() as tx:
        assert await life.purge(tx, at=anna.now) == 0
    anna.world.clock.advance(anna.now + timedelta(days=2))
    with pytest.raises(NotFound, match=r"app\.nothing_to_undo"):
        await does(anna, life.undo, app)
    async with anna.tx() as tx:
        assert await life.purge(tx, at=anna.now) == 1
        assert await tx.value("select count(*) from entries") == 0


async def test_an_app_does_not_come_back_over_another_of_its_name(anna: Life) -> None:
    app = await made(anna, "hydration")
    await does(anna, life.delete, app)
    again = await made(anna, "hydration", source="user_request")
    assert again.slug == "woda"
    with pytest.raises(Conflict, match=r"app\.slug_taken"):
        await does(anna, life.undo, app)
