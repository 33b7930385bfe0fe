"""Apps asked for in the chat."""

from acceptance.life import Life
from apps.making import proposed

from exoskull.interventions.model import State


async def names(life: Life, kind: str = "app.activated") -> list[str]:
    return [event.data["name"] for event in await life.events(kind)]


async def test_a_tracker_asked_for_is_a_preview_and_made_at_a_yes(anna: Life) -> None:
    assert await anna.say("zrób mi tracker wydatków") == (
        "Mogę zrobić tracker wydatków. Pola: kwota (zł), kategoria i notatka. "
        "Odpisz TAK, a zacznie działać."
    )
    assert await names(anna) == []
    assert (await anna.say("tak")).startswith("Gotowe: tracker wydatków działa.")
    (made,) = await anna.events("app.activated")
    assert (made.data["source"], made.data["slug"]) == ("user_request", "wydatki")
    assert "już działa" in await anna.say("zrób mi tracker wydatków")


async def test_in_english_too(ann: Life) -> None:
    assert "pages" in await ann.say("build me an app to track my reading")
    assert (await ann.say("yes")).startswith("Done: the reading tracker is at work.")


async def test_a_no_makes_nothing(anna: Life) -> None:
    await anna.say("zrób mi tracker snu")
    assert await anna.say("nie") == "W porządku, trackera snu nie robię."
    assert await names(anna) == []


async def test_a_yes_much_later_or_without_a_preview_makes_nothing(anna: Life) -> None:
    await anna.say("zrób mi tracker snu")
    await anna.wait(hours=2)
    assert "kod" in await anna.say("tak")
    assert await names(anna) == []


async def test_what_was_just_made_can_be_taken_back(anna: Life) -> None:
    await anna.say("zrób mi tracker snu")
    await anna.say("tak")
    assert (await anna.say("cofnij")).startswith("Cofnięte: tracker snu usunięty.")
    assert await names(anna, "app.deleted") == ["Sen"]


async def test_a_plain_yes_in_reply_to_the_question_makes_that_app(anna: Life) -> None:
    await proposed(anna, "hydration")
    await anna.wait(minutes=5)
    (asked,) = await anna.interventions(State.SENT)
    answer = await anna.say("TAK", reply_to=asked)
    assert "tracker wody działa" in answer
    assert await names(anna) == ["Woda"]


async def test_a_tracker_of_ones_own_counts_in_ones_own_unit(anna: Life) -> None:
    await anna.say("zrób mi tracker partii szachów")
    await anna.say("tak")
    assert await names(anna) == ["Partii szachów"]


async def test_what_a_tracker_cannot_do_is_said_and_becomes_an_idea(anna: Life) -> None:
    answer = await anna.say("zrób mi kalkulator BMI")
    assert answer.startswith("Tracker tu nie wystarczy: to wymaga obliczeń")
    (idea,) = await names(anna, "skill.suggested")
    assert "BMI" in idea


async def test_to_log_is_a_verb_and_tells_of_a_need(ann: Life) -> None:
    for said in ("I want to log my mood", "I'd like to log my workouts"):
        await ann.say(said)
    assert await names(ann, "app.proposed") == []
    await ann.say("I want a mood log")
    assert await names(ann, "app.proposed") == ["Mood"]


async def test_what_compares_or_warns_is_no_tracker(anna: Life) -> None:
    answer = await anna.say("zrób mi aplikację, która porównuje ceny w sklepach")
    assert answer.startswith("Tracker tu nie wystarczy")
    assert await names(anna, "app.proposed") == []


async def test_what_to_track_is_asked_where_it_was_not_said(anna: Life) -> None:
    assert (await anna.say("zrób mi trackera")).startswith("Co ma śledzić")
