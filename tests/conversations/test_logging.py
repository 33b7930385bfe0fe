"""Measures told to the assistant, through `receive`."""

import pytest
from acceptance.life import Life


async def kept(life: Life) -> list[tuple[str, float]]:
    return sorted((one.metric, one.value) for one in await life.measures())


@pytest.mark.parametrize(
    "said", ["wypiłam pół szklanki wody", "WYPILAM POL SZKLANKI WODY", "wypilam pol szklanki wody"]
)
async def test_a_measure_is_kept_with_and_without_diacritics(anna: Life, said: str) -> None:
    assert await anna.say(said) == "Zapisane: 0,5 szklanki wody."
    assert await kept(anna) == [("water_glasses", 0.5)]


async def test_several_measures_of_one_message_are_told_in_one_line(anna: Life) -> None:
    assert await anna.say("spałam 7,5 godziny, nastrój 4/10") == (
        "Zapisane: 7,5 godziny snu i nastrój 4/10."
    )
    assert await kept(anna) == [("mood", 4.0), ("sleep_hours", 7.5)]


async def test_a_run_is_its_distance_its_time_and_one_run(ann: Life) -> None:
    answer = await ann.say("ran 4.2 km in 27 min")
    assert answer == "Logged: 4.2 km of running and 27 minutes of running."
    assert await kept(ann) == [("run_km", 4.2), ("run_minutes", 27.0), ("runs", 1.0)]


async def test_logging_says_where_the_goal_stands_now(ann: Life) -> None:
    await ann.say("I want to run 2 times a week")
    assert '"Run": this week 1 run, goal: 2 runs' in await ann.say("ran 4 km")
    assert "Goal met!" in await ann.say("ran 3 km")


async def test_undo_takes_all_of_a_message_back(ann: Life) -> None:
    await ann.say("drank 2 glasses of water")
    await ann.say("ran 4.2 km in 27 min")
    answer = await ann.say("undo")
    assert answer.startswith("Undone, I removed the entry: 4.2 km of running")
    assert await kept(ann) == [("water_glasses", 2.0)]
    await ann.say("undo")
    assert await kept(ann) == []
    assert await ann.say("undo") == "There is nothing to undo."


async def test_undo_takes_back_measures_and_the_goal_of_one_message_together(anna: Life) -> None:
    await anna.say("przebiegłam 5 km i chcę czytać 20 stron dziennie")
    assert (len(await anna.goals()), len(await kept(anna))) == (1, 2)
    answer = await anna.say("cofnij")
    assert "usuwam wpis: 5 km biegu i 1 bieg" in answer
    assert "Czytać 20 stron" in answer
    assert (await anna.goals(), await kept(anna)) == ([], [])


async def test_a_measure_of_long_ago_is_not_undone(anna: Life) -> None:
    await anna.say("wypiłam szklankę wody")
    await anna.wait(hours=25)
    assert await anna.say("cofnij") == "Nie ma nic do cofnięcia."
    assert len(await kept(anna)) == 1
