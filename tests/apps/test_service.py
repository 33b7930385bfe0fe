"""From a need to one app: at work by itself, asked about, or refused."""

from acceptance.life import Life
from apps.making import made, proposed

from exoskull.apps import life as transitions
from exoskull.apps import service
from exoskull.apps.model import AppState, Outcome, Risk
from exoskull.interventions.model import State


async def test_the_first_app_is_asked_about_and_made_at_a_yes_with_its_code(anna: Life) -> None:
    found = await proposed(anna, "hydration")
    assert found.outcome is Outcome.ASKED
    (asked,) = await anna.events("app.awaiting_approval")
    code = asked.data["code"]
    (message,) = [one for one in await anna.interventions() if one.symptom == "app_question"]
    assert f"TAK {code}" in message.text
    assert "tracker wody" in message.text
    assert "o piciu 3 razy" in message.text
    assert await anna.say(f"tak {code}") == (
        "Gotowe: tracker wody działa. Jest na pulpicie, a usunąć go można jednym kliknięciem."
    )
    (activated,) = await anna.events("app.activated")
    assert activated.data["columns"] == [{"name": "ilosc", "type": "number", "unit": "glass"}]
    assert (activated.data["mentions"], activated.data["source"]) == (3, "auto_detection")
    assert activated.trace == (await anna.events("app.proposed"))[0].trace


async def test_a_second_app_of_low_risk_goes_to_work_by_itself_and_says_so(anna: Life) -> None:
    await made(anna, "sleep")
    found = await proposed(anna, "water")
    assert found.outcome is Outcome.ACTIVATED
    await anna.wait(hours=1)
    sent = [one for one in await anna.interventions(State.SENT) if one.symptom == "app_notice"]
    assert sent[-1].text == (
        "Stworzyłem tracker wody: wspominasz o piciu 3 razy. "
        "Zobacz na pulpicie. Usuń jednym kliknięciem."
    )


async def test_one_need_makes_one_app(anna: Life) -> None:
    await made(anna, "sleep")
    first = await proposed(anna, "hydration")
    again = await proposed(anna, "water", words=("500 ml",))
    assert first.app is not None
    assert again.app is not None
    assert (again.outcome, again.app.id) == (Outcome.EXISTING, first.app.id)
    assert len(await anna.events("app.activated")) == 2


async def test_a_near_duplicate_extends_the_app_there_is(anna: Life) -> None:
    await made(anna, "sleep")
    await made(anna, "hydration")
    found = await proposed(anna, "custom", label="wody", words=("piję 3 kubki wody",))
    assert found.app is not None
    assert (found.outcome, found.app.slug) == (Outcome.EXTENDED, "woda")
    assert [column.name for column in found.app.spec.columns] == ["ilosc", "notatka"]
    again = await proposed(anna, "custom", label="wody", words=("piję 3 kubki wody",))
    assert again.outcome is Outcome.EXISTING


async def test_what_identifies_people_is_asked_about_with_the_reason(anna: Life) -> None:
    await made(anna, "sleep")
    found = await proposed(anna, "custom", label="numery karty kredytowej")
    assert found.app is not None
    assert (found.outcome, found.app.risk) == (Outcome.ASKED, Risk.HIGH)


async def test_a_rule_that_denies_stops_it_and_one_that_asks_asks(anna: Life) -> None:
    await made(anna, "sleep")
    await anna.grant("activate_app:*", "ask")
    assert (await proposed(anna, "mood")).outcome is Outcome.ASKED
    await anna.grant("activate_app:*", "deny")
    assert (await proposed(anna, "hydration")).outcome is Outcome.DECLINED


async def test_a_no_is_kept_and_the_same_need_does_not_ask_again(anna: Life) -> None:
    await proposed(anna, "hydration")
    (asked,) = await anna.events("app.awaiting_approval")
    assert await anna.say(f"NIE {asked.data['code']}") == "W porządku, trackera wody nie robię."
    again = await proposed(anna, "hydration")
    assert (again.outcome, again.reason) == (Outcome.DECLINED, "refused")


async def test_an_app_that_the_person_deleted_is_not_made_again_by_itself(anna: Life) -> None:
    await made(anna, "sleep")
    app = await made(anna, "hydration")
    async with anna.tx() as tx:
        await transitions.delete(tx, app.id, at=anna.now, ids=anna.world.installation.ids, by="web")
    assert (await proposed(anna, "hydration")).outcome is Outcome.DECLINED


async def test_a_notice_of_an_app_deleted_meanwhile_does_not_leave(anna: Life) -> None:
    await made(anna, "sleep")
    app = await made(anna, "hydration")
    async with anna.tx() as tx:
        await transitions.delete(tx, app.id, at=anna.now, ids=anna.world.installation.ids, by="web")
    await anna.wait(hours=2)
    assert await anna.interventions(State.SENT) == []


async def test_what_no_tracker_can_do_becomes_an_idea_for_a_skill(anna: Life) -> None:
    found = await proposed(anna, "custom", label="przelicznik walut", words=("przelicz mi euro",))
    assert (found.outcome, found.app, found.reason) == (Outcome.SKILL, None, "calculates")
    (idea,) = await anna.events("skill.suggested")
    assert idea.data["name"] == "przelicznik walut"


async def test_the_persons_units_are_the_apps(anna: Life) -> None:
    app = await made(anna, "hydration", words=("wypiłam 300 ml", "500 ml wody"))
    assert app.spec.columns[0].unit == "ml"
    other = await made(anna, "spending", words=("poszło 40 euro",))
    assert other.spec.columns[0].unit == "EUR"


async def test_a_failed_smoke_test_names_its_step(anna: Life) -> None:
    app = await made(anna, "hydration")
    assert app.smoke.passed
    assert app.smoke.steps == (
        "create",
        "valid",
        "invalid",
        "read",
        "aggregate",
        "chart",
        "export",
        "delete",
    )


async def test_of_an_unanswered_question_nothing_comes(anna: Life) -> None:
    found = await proposed(anna, "hydration")
    await anna.wait(days=3)
    assert found.app is not None
    async with anna.tx() as tx:
        app = await service.get(tx, found.app.id)
    assert app.state is AppState.PROPOSED
    assert await anna.events("app.activated") == []
