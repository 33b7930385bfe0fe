"""A paragraph of a model's that opens a week: the week's own numbers, or none at all."""

from acceptance.life import Life, born
from mape.thinking import IN_SHORT, Counting
from peers.scripted import Answer, Asked

from exoskull.database.pool import Database
from exoskull.interventions.model import Intervention, State
from exoskull.llm.model import Feature


async def week(life: Life) -> Intervention:
    """A week with three runs in it, up to its summary."""
    await life.say("Chcę biegać 3 razy w tygodniu")
    for _ in range(3):
        await life.measure("runs", 1.0)
        await life.wait(days=1)
    await life.wait(days=5)
    (one,) = [one for one in await life.interventions() if one.symptom == "weekly_summary"]
    return one


async def test_the_week_opens_with_the_paragraph_and_goes_out_with_it(database: Database) -> None:
    counting = Counting()
    sent = await week(await born(database, models=counting))
    assert sent.state is State.SENT
    assert "W SKRÓCIE" in sent.text
    assert IN_SHORT["pl"] in sent.text
    assert IN_SHORT["pl"] in (sent.html or "")
    assert counting.count(Feature.SUMMARY) == 1


def answering(text: str) -> Counting:
    def answer(asked: Asked) -> Answer:
        return {"text": text} if asked.feature is Feature.SUMMARY else "{}"

    return Counting(answer=answer)


async def test_a_number_of_its_own_leaves_the_summary_as_it_is(database: Database) -> None:
    counting = answering("To był świetny tydzień: aż 17 biegów i ani jednego dnia przerwy.")
    sent = await week(await born(database, models=counting))
    assert counting.count(Feature.SUMMARY) == 2  # it was told what was wrong, and asked once more
    assert sent.state is State.SENT
    assert "17" not in sent.text
    assert "W SKRÓCIE" not in sent.text


async def test_an_empty_week_is_not_asked_about(database: Database) -> None:
    counting = Counting()
    ola = await born(database, models=counting)
    await ola.say("Chcę biegać 3 razy w tygodniu")
    await ola.wait(days=8)
    assert counting.count(Feature.SUMMARY) == 0
