"""Apps that a model drafts, where no family fits: harmless, tried, and three tries at most."""

from functools import partial
from typing import Any

import pytest
from acceptance.life import Life, born
from peers.scripted import Asked, ScriptedModels, scripted
from pydantic_ai.exceptions import ModelHTTPError

from exoskull.apps import drafting
from exoskull.apps import service as apps
from exoskull.apps.drafting import DraftedApp, DraftedColumn
from exoskull.apps.model import AppSpec, AppState, ColumnType, Rule
from exoskull.database.pool import Database
from exoskull.kit.ids import TraceId

BEES = ("chcę zapisywać przeglądy uli", "zapisuj mi przeglądy uli", "notuj przeglądy uli")
GOOD = {
    "name": "Przeglądy uli",
    "columns": [
        {"label": "Liczba ramek", "type": "integer", "low": 0, "high": 40, "required": True},
        {"label": "Matka", "type": "choice", "options": ["widziana", "nie widziana"]},
        {"label": "Nastrój roju", "type": "rating", "low": 1, "high": 5},
    ],
    "measured": "Liczba ramek",
    "rule": "mean",
    "widget": "week",
}


async def alive(database: Database, answer: Any) -> tuple[Life, ScriptedModels]:
    def of_apps(asked: Asked) -> Any:
        if asked.prompt_id != "app.v1":
            return "{}"
        return answer(asked) if callable(answer) else answer

    life = await born(database, models=partial(scripted, answer=of_apps))
    models = life.world.installation.models
    assert isinstance(models, ScriptedModels)
    return life, models


def about_apps(models: ScriptedModels) -> list[Asked]:
    return [one for one in models.asked if one.prompt_id == "app.v1"]


async def draft(life: Life) -> drafting.Draft | None:
    here = life.world.installation
    return await drafting.draft(
        here, life.tenant_id, label="przeglądy uli", words=BEES, trace=TraceId(here.ids.new())
    )


async def speaks_of_bees(life: Life) -> None:
    for text in BEES:
        await life.say(text)
        await life.wait(days=1)


async def test_a_need_that_no_family_fits_becomes_what_the_model_drafted(
    database: Database,
) -> None:
    life, models = await alive(database, GOOD)
    await speaks_of_bees(life)
    async with life.tx() as tx:
        [app] = await apps.everything(tx, *AppState)
    assert [one.label for one in app.spec.columns] == ["Liczba ramek", "Matka", "Nastrój roju"]
    assert (app.spec.family, app.spec.measured.rule, app.spec.widget) == (
        "custom",
        Rule.MEAN,
        "week",
    )
    [proposed] = await life.events("app.proposed")
    assert proposed.data["drafted_by"] == "openai-compatible:scripted, app.v1, 1"
    assert len(about_apps(models)) == 1


async def test_faults_are_fed_back_and_three_bad_drafts_end_it(database: Database) -> None:
    bad = GOOD | {"columns": [{"label": "Numer PESEL", "type": "text"}], "measured": None}
    life, models = await alive(database, bad)
    assert await draft(life) is None
    first, second, third = about_apps(models)
    assert "What is wrong" not in first.prompt
    assert "identifier" in second.prompt
    assert "identifier" in third.prompt
    assert await life.events("app.proposed") == []


async def test_the_second_try_may_be_good(database: Database) -> None:
    answers: list[Any] = [GOOD | {"measured": "Miód"}, GOOD]
    life, _ = await alive(database, lambda _: answers.pop(0))
    made = await draft(life)
    assert made is not None
    assert made.spec is not None
    assert made.by.endswith("app.v1, 2")


async def test_what_is_beyond_a_tracker_is_said_and_not_built(database: Database) -> None:
    life, _ = await alive(database, {"beyond": "calculates"})
    made = await draft(life)
    assert made is not None
    assert (made.spec, made.beyond) == (None, "calculates")
    await speaks_of_bees(life)
    assert await life.events("app.proposed") == []
    [idea] = await life.events("skill.suggested")
    assert idea.data["source"] == "app"


@pytest.mark.parametrize("answer", [ModelHTTPError(401, "m"), "no JSON"])
async def test_without_an_answer_the_words_are_built_on(database: Database, answer: Any) -> None:
    life, _ = await alive(database, answer)
    await speaks_of_bees(life)
    [proposed] = await life.events("app.proposed")
    assert "drafted_by" not in proposed.data


async def test_a_family_of_the_catalogue_needs_no_model(database: Database) -> None:
    life, models = await alive(database, GOOD)
    for text in ("Znowu zapomniałam pić wodę", "nic dziś nie piłam, zapominam", "Zapominam pić"):
        await life.say(text)
        await life.wait(days=1)
    assert about_apps(models) == []
    assert [one.data["family"] for one in await life.events("app.proposed")] == ["hydration"]


@pytest.mark.parametrize(
    "column",
    [
        {"label": "Link https://evil.example", "type": "text"},
        {"label": "Hasło do banku", "type": "text"},
        {"label": "Skala", "type": "rating"},
        {"label": "Wybór", "type": "choice", "options": ["jedno"]},
        {"label": "Suma", "type": "money", "unit": "złote"},
    ],
)
def test_a_draft_that_is_not_sound_is_refused_with_its_fault(column: dict[str, Any]) -> None:
    drafted = DraftedApp(name="Coś", columns=[DraftedColumn.model_validate(column)])
    found = drafting.read(drafted, "coś")
    assert isinstance(found, list)
    assert found


def test_the_metric_is_never_one_of_the_catalogues() -> None:
    column = DraftedColumn(label="Liczba", type=ColumnType.INTEGER)
    spec = drafting.read(DraftedApp(name="Runs", columns=[column], measured="Liczba"), None)
    assert isinstance(spec, AppSpec)
    assert [(one.metric, one.column) for one in spec.metrics] == [("runs_x", "liczba")]
