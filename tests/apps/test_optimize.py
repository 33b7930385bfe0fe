"""Weekly optimization: one suggestion at a time, honest patterns, an archive after silence."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from acceptance.life import Life
from apps.making import enter, made, means
from hypothesis import given
from hypothesis import strategies as st

from exoskull.apps import improving, service
from exoskull.apps.model import App, AppState, View
from exoskull.apps.optimize import marked_weekday, usual_hour
from exoskull.interventions.model import State
from exoskull.tenants.service import current

ZONE = ZoneInfo("Europe/Warsaw")


async def improved(life: Life, **more: Any) -> improving.Improved:
    async with life.tx() as tx:
        return await improving.improve(
            tx, await current(tx), at=life.now, means=means(life), **more
        )


async def fresh(life: Life, app: App) -> App:
    async with life.tx() as tx:
        return await service.get(tx, app.id)


def later(life: Life, **span: float) -> None:
    life.world.clock.advance(life.now + timedelta(**span))


async def answer(life: Life, app: App, *, take: bool) -> App:
    async with life.tx() as tx:
        found = (await improving.of_app(tx, app.id))[0]
        return await improving.answer(
            tx,
            app.id,
            found.id,
            take=take,
            at=life.now,
            ids=life.world.installation.ids,
            by="web",
        )


async def test_a_young_app_is_left_alone(anna: Life) -> None:
    await made(anna, "hydration")
    later(anna, days=3)
    assert (await improved(anna)).suggested == 0


async def test_little_use_brings_one_suggestion_a_week(anna: Life) -> None:
    app = await made(anna, "hydration")
    later(anna, days=8)
    assert (await improved(anna)).suggested == 1
    assert (await improved(anna)).suggested == 0
    (told,) = await anna.events("app.suggested")
    assert told.data["kind"] == "reminder"
    taken = await answer(anna, app, take=True)
    assert (taken.spec.reminder, taken.spec.reminds) == ("20:30", True)
    (optimized,) = await anna.events("app.optimized")
    assert optimized.data["change"] == "reminder"


async def test_the_hour_is_the_one_that_was_learned(anna: Life) -> None:
    app = await made(anna, "hydration")
    later(anna, days=8)
    await improved(anna, hour="09:00")
    assert (await answer(anna, app, take=True)).spec.reminder == "09:00"


async def test_two_silences_and_little_use_put_it_away_with_a_notice(anna: Life) -> None:
    app = await made(anna, "mood")
    later(anna, days=8)
    await improved(anna)
    later(anna, days=7)
    await improved(anna)
    later(anna, days=7)
    assert (await improved(anna)).archived == 1
    assert (await fresh(anna, app)).state is AppState.ARCHIVED
    await anna.wait(hours=20)
    sent = [one for one in await anna.interventions(State.SENT) if one.symptom == "app_notice"]
    assert "do archiwum" in sent[-1].text


async def test_a_refusal_is_no_silence(anna: Life) -> None:
    app = await made(anna, "mood")
    later(anna, days=8)
    for _ in range(4):
        await improved(anna)
        await answer(anna, app, take=False)
        later(anna, days=7)
    assert (await fresh(anna, app)).state is AppState.ACTIVE


async def test_fields_that_nobody_fills_in_can_go_from_the_form(anna: Life) -> None:
    app = await made(anna, "mood")
    later(anna, days=8)
    await improved(anna)
    later(anna, days=7)
    await improved(anna)
    taken = await answer(anna, app, take=True)
    assert [column.name for column in taken.spec.shown] == ["nastroj"]


async def test_much_use_brings_what_its_pattern_suggests_and_a_taken_view_is_first(
    anna: Life,
) -> None:
    app = await made(anna, "hydration")
    later(anna, days=8)
    for day in range(8):
        for glass in range(3):
            when = anna.now - timedelta(days=day, minutes=10 * glass)
            await enter(anna, app, {"ilosc": 1 + day % 3}, when=when)
    kinds, last = [], app
    for _ in range(3):
        await improved(anna)
        kinds.append((await anna.events("app.suggested"))[-1].data["kind"])
        last = await answer(anna, app, take=True)
        for _ in range(7):
            later(anna, days=1)
            await enter(anna, app, {"ilosc": 2})
    assert kinds == ["pattern_hour", "note", "view"]
    assert last.spec.views[0] is View.BAR
    assert last.spec.columns[-1].label == "Notatka"


async def test_a_reminder_that_was_taken_comes_unless_the_entry_is_there(anna: Life) -> None:
    app = await made(anna, "hydration")
    later(anna, days=8)
    await improved(anna, hour="12:00")
    await answer(anna, app, take=True)
    await anna.until(datetime(2026, 3, 11, 13, 0, tzinfo=ZONE))
    reminded = [one for one in await anna.interventions() if one.symptom == "app_reminder"]
    assert [one.state for one in reminded] == [State.SENT, State.SENT]
    assert reminded[-1].send_at.astimezone(ZONE).hour == 12
    await anna.until(datetime(2026, 3, 12, 10, 0, tzinfo=ZONE))
    await enter(anna, app, {"ilosc": 1})
    await anna.until(datetime(2026, 3, 12, 13, 0, tzinfo=ZONE))
    reminded = [one for one in await anna.interventions() if one.symptom == "app_reminder"]
    assert reminded[-1].state is State.SUPPRESSED


async def test_the_scheduler_looks_at_apps_once_a_week(anna: Life) -> None:
    await made(anna, "hydration")
    await anna.wait(days=15)
    assert len(await anna.events("app.suggested")) == 1
    ran = [one for one in await anna.events("slot.ran") if one.data["job"] == "app-optimizer"]
    assert len(ran) == 2


@given(st.lists(st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2026, 2, 26))))
def test_a_pattern_is_only_said_of_enough_entries(moments: list[datetime]) -> None:
    if len(moments) < 20:
        assert usual_hour(moments) is None
        assert marked_weekday(moments) is None


def test_a_weekday_is_marked_only_beyond_chance() -> None:
    days = [datetime(2026, 3, 2, 9) + timedelta(days=n) for n in range(70)]
    assert marked_weekday(days) is None
    mondays = [datetime(2026, 3, 2, 9) + timedelta(days=7 * n) for n in range(15)]
    assert marked_weekday([*days, *mondays]) == 0


async def test_a_second_look_within_a_week_ignores_nothing(anna: Life) -> None:
    """The schedule looks on Sundays, the conductor when there is room."""
    app = await made(anna, "mood")
    later(anna, days=8)
    await improved(anna)
    for _ in range(4):
        later(anna, days=1)
        await improved(anna)
    async with anna.tx() as tx:
        (only,) = await improving.of_app(tx, app.id)
    assert only.state == "open"


async def test_the_conductor_looks_at_apps_too(anna: Life) -> None:
    app = await made(anna, "mood")
    await enter(anna, app, {"nastroj": 7})
    await anna.wait(days=2)
    async with anna.tx() as tx:
        done = await tx.value("select count(*) from work_runs where item = 'app-optimization'")
    assert done
