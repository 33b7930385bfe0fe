"""Entries: checked by column, kept once, and measures both ways."""

from datetime import timedelta

import pytest
from acceptance.life import Life
from apps.making import enter, made

from exoskull.apps import entries as apps_entries
from exoskull.apps import life as transitions
from exoskull.apps.values import InvalidEntry
from exoskull.kit.errors import Conflict
from exoskull.kit.ids import TraceId
from exoskull.measuring import entries
from exoskull.signals.model import Source
from exoskull.tenants.service import current


async def rows(life: Life, app) -> list[dict]:
    async with life.tx() as tx:
        return [
            apps_entries.shown(app, one.cells) for one in await apps_entries.everything(tx, app)
        ]


async def values(life: Life) -> list[tuple[str, float]]:
    return [(one.metric, one.value) for one in await life.measures()]


async def test_an_entry_is_a_measure_and_moves_the_goal(anna: Life) -> None:
    await anna.say("Chcę pić 8 szklanek wody dziennie")
    app = await made(anna, "hydration")
    assert app.spec.goal == (await anna.goals())[0].id
    await enter(anna, app, {"ilosc": 2})
    assert await values(anna) == [("water_glasses", 2.0)]
    assert (await anna.events("goal.progress"))[-1].data["have"] == 2


async def test_a_measure_told_in_the_chat_is_an_entry_once(anna: Life) -> None:
    app = await made(anna, "hydration")
    await anna.say("wypiłam 2 szklanki wody")
    assert await rows(anna, app) == [{"ilosc": 2.0}]
    assert await values(anna) == [("water_glasses", 2.0)]
    (added,) = await anna.events("entry.added")
    assert (added.data["app"], added.data["source"]) == ("woda", "message")


async def test_units_are_converted_both_ways(anna: Life) -> None:
    app = await made(anna, "hydration", words=("500 ml", "250 ml"))
    await anna.measure("water_glasses", 2)
    await enter(anna, app, {"ilosc": 750})
    assert await rows(anna, app) == [{"ilosc": 500.0}, {"ilosc": 750.0}]
    assert await values(anna) == [("water_glasses", 2.0), ("water_glasses", 3.0)]


async def test_what_one_message_tells_of_one_run_is_one_entry(anna: Life) -> None:
    app = await made(anna, "running")
    await anna.say("Przebiegłam 4,2 km w 27 minut!")
    (row,) = await rows(anna, app)
    assert (row["dystans"], row["czas"]) == (4.2, 27.0)
    assert sorted(await values(anna)) == [("run_km", 4.2), ("run_minutes", 27.0), ("runs", 1.0)]


async def test_a_pressure_of_two_numbers_is_one_entry(anna: Life) -> None:
    app = await made(anna, "blood_pressure")
    await anna.say("ciśnienie 125/82")
    (row,) = await rows(anna, app)
    assert (row["skurczowe"], row["rozkurczowe"]) == (125, 82)


async def test_undoing_the_measure_undoes_the_entry(anna: Life) -> None:
    app = await made(anna, "running")
    await anna.say("Przebiegłam 4,2 km w 27 minut!")
    assert "4,2 km" in await anna.say("cofnij")
    assert await rows(anna, app) == []
    assert await values(anna) == []


async def test_undoing_the_entry_undoes_its_measures(anna: Life) -> None:
    app = await made(anna, "hydration")
    entry = await enter(anna, app, {"ilosc": 2})
    async with anna.tx() as tx:
        assert await entries.undo(tx, app, entry.id, at=anna.now) is not None
        assert await entries.undo(tx, app, entry.id, at=anna.now) is None
    assert await values(anna) == []
    assert await rows(anna, app) == []


async def test_an_edit_measures_anew(anna: Life) -> None:
    app = await made(anna, "hydration")
    entry = await enter(anna, app, {"ilosc": 2})
    async with anna.tx() as tx:
        await entries.edit(
            tx,
            await current(tx),
            app,
            entry.id,
            {"ilosc": 3},
            at=anna.now,
            ids=anna.world.installation.ids,
            source=Source.API,
        )
    assert await values(anna) == [("water_glasses", 3.0)]
    assert await rows(anna, app) == [{"ilosc": 3.0}]


async def test_the_same_key_enters_once_and_clashes_with_other_values(anna: Life) -> None:
    app = await made(anna, "hydration")
    first = await enter(anna, app, {"ilosc": 2}, key="k1")
    assert (await enter(anna, app, {"ilosc": 2}, key="k1")).id == first.id
    assert await values(anna) == [("water_glasses", 2.0)]
    with pytest.raises(Conflict, match=r"entry\.key_reused"):
        await enter(anna, app, {"ilosc": 3}, key="k1")


async def test_every_bad_field_has_its_own_error_and_nothing_is_kept(anna: Life) -> None:
    app = await made(anna, "blood_pressure")
    with pytest.raises(InvalidEntry) as caught:
        await enter(anna, app, {"skurczowe": 900, "tetno": "wysokie", "kolor": "red"})
    found = [(one.field, one.key) for one in caught.value.problems]
    assert found == [
        ("kolor", "entry.unknown_field"),
        ("skurczowe", "entry.out_of_range"),
        ("rozkurczowe", "entry.missing"),
        ("tetno", "entry.not_number"),
    ]
    assert await rows(anna, app) == []
    assert await values(anna) == []


async def test_an_app_that_was_put_away_takes_no_entries(anna: Life) -> None:
    app = await made(anna, "hydration")
    async with anna.tx() as tx:
        away = await transitions.archive(
            tx, app.id, at=anna.now, ids=anna.world.installation.ids, by="web"
        )
    with pytest.raises(Conflict, match=r"app\.not_active"):
        await enter(anna, away, {"ilosc": 2})
    await anna.say("wypiłam 2 szklanki wody")
    assert await rows(anna, app) == []


async def test_an_entry_keeps_the_local_day_it_was_made_on(anna: Life) -> None:
    app = await made(anna, "hydration")
    late = anna.now.replace(hour=22, minute=30) + timedelta(days=-1)
    entry = await enter(anna, app, {"ilosc": 1}, when=late)
    assert entry.local_date.isoformat() == "2026-03-01"
    await anna.change(timezone="Asia/Tokyo")
    async with anna.tx() as tx:
        (kept,) = await apps_entries.everything(tx, app)
    assert kept.local_date.isoformat() == "2026-03-01"


async def test_a_file_is_taken_whole_or_not_at_all(anna: Life) -> None:
    app = await made(anna, "hydration")
    good = 'at,ilosc\n2026-03-01,2\n2026-02-28T10:00:00+01:00,"1,5"\n'
    bad = good + "2026-02-27,many\n,70\n"

    async def bring(text: str, *, dry_run: bool = False):
        async with anna.tx() as tx:
            return await entries.bring_in(
                tx,
                await current(tx),
                app,
                text,
                at=anna.now,
                source=Source.API,
                ids=anna.world.installation.ids,
                trace=TraceId(anna.world.installation.ids.new()),
                dry_run=dry_run,
                key="file-1",
            )

    looked = await bring(bad, dry_run=True)
    assert [(one.line, one.error.field) for one in looked.problems] == [(4, "ilosc"), (5, "ilosc")]
    with pytest.raises(Exception, match=r"csv\.bad_rows"):
        await bring(bad)
    assert await rows(anna, app) == []
    assert (await bring(good)).count == 2
    assert (await bring(good)).count == 0
    assert await rows(anna, app) == [{"ilosc": 1.5}, {"ilosc": 2.0}]
    assert sorted(await values(anna)) == [("water_glasses", 1.5), ("water_glasses", 2.0)]


async def test_a_long_file_is_measured_too(anna: Life) -> None:
    app = await made(anna, "hydration")
    lines = "\n".join(f"2025-{1 + n % 12:02d}-{1 + n % 28:02d},{1 + n % 5}" for n in range(300))
    async with anna.tx() as tx:
        found = await entries.bring_in(
            tx,
            await current(tx),
            app,
            f"at;Ilość\n{lines.replace(',', ';')}",
            at=anna.now,
            source=Source.API,
            ids=anna.world.installation.ids,
            trace=TraceId(anna.world.installation.ids.new()),
            dry_run=False,
        )
    assert found.count == 300
    async with anna.tx() as tx:
        kept = await tx.value("select count(*) from measures where metric = 'water_glasses'")
    assert kept == 300
