"""Evaluations run: the built-in reasoner is judged fairly, and so is a model."""

from collections.abc import Callable
from typing import Any

import pytest
from peers.scripted import Asked, scripted

from exoskull.database.pool import Database
from exoskull.evaluation import cases, report, typical
from exoskull.evaluation.canned import CannedModels, Shown
from exoskull.evaluation.counted import Used
from exoskull.evaluation.model import Case, Examinee, Judged, Result, judged
from exoskull.evaluation.run import BUILT_IN, EVALUATIONS, examine, hall
from exoskull.kit.ids import TenantId, TraceId
from exoskull.language.model import Language
from exoskull.llm.choice import Choice
from exoskull.llm.model import Answered, Ask, Feature
from exoskull.llm.prices import Prices, Tariff
from exoskull.needs.left_open import FoundNeeds, question
from exoskull.needs.tally import Said

FLOOR = {
    "situation": 0.35,
    "actions": 0.5,
    "needs": 0.85,
    "apps": 0.7,
    "skills": 0.5,
    "phrasing": 0.85,
}
"""The built-in reasoner does not fall below these shares."""


@pytest.mark.parametrize("name", EVALUATIONS)
async def test_the_built_in_reasoner_is_judged_and_asks_nobody(who: Examinee, name: str) -> None:
    seen: list[None] = []
    found = await examine(who, EVALUATIONS[name], moved=lambda: seen.append(None))
    assert len(found.judged) == len(seen) == len(cases.load(name))
    assert FLOOR[name] <= found.share_right() < 1, "it is no evaluation that nothing fails"
    assert found.share_right() <= found.points()
    assert not any(one.by_model for one in found.judged)
    assert found.model == BUILT_IN
    assert all(used.calls == used.declined for used in found.used.values())


def case(name: str, id: str) -> Case:
    return next(one for one in cases.load(name) if one.id == id)


async def answered(
    database: Database, evaluation: str, id: str, answer: Callable[[Asked], Any]
) -> tuple[Judged, dict[str, Used]]:
    """What is made of one case where a model answers so."""

    def models(*where: Any) -> Any:
        return scripted(*where, answer=answer)

    async with hall(database, models) as who:
        found = await EVALUATIONS[evaluation].examine(who, case(evaluation, id))
        return found, dict(who.models.used)


async def test_a_model_that_hears_what_was_left_open_is_right(database: Database) -> None:
    pain = {"messages": ["m1"], "family": "pain", "act": "complaint", "confidence": 0.9}
    found, used = await answered(database, "needs", "joints.pl", lambda _: {"needs": [pain]})
    assert (found.right, found.by_model) == (True, True)
    assert used["needs"].calls == 1
    assert used["needs"].tokens_in > 0


async def test_a_model_that_hears_needs_where_there_are_none_is_wrong(database: Database) -> None:
    sleep = {"messages": ["m1"], "family": "sleep", "act": "wish", "confidence": 0.9}
    found, _ = await answered(database, "needs", "weather.en", lambda _: {"needs": [sleep]})
    assert (found.right, found.faults) == (False, ("no need",))


async def test_a_model_that_reads_the_situation_and_what_shows_is_right(
    database: Database,
) -> None:
    def answer(asked: Asked) -> Any:
        assert "39 stopni" in asked.prompt
        noticed = {"theme": "unwell", "about": "g1", "severity": 0.6, "evidence": ["m1"]}
        return {"situation": "unwell", "evidence": ["m1"], "noticed": [noticed]}

    found, _ = await answered(database, "situation", "unwell-flu.pl", answer)
    assert (found.right, found.by_model) == (True, True)


async def test_made_up_evidence_is_not_taken_and_the_built_in_answer_counts(
    database: Database,
) -> None:
    made_up = {"situation": "unwell", "evidence": ["m9"], "noticed": []}
    found, used = await answered(database, "situation", "unwell-flu.pl", lambda _: made_up)
    assert (found.right, found.by_model) == (False, False)
    assert used["situation"].declined == 1


async def test_a_phrase_that_keeps_the_facts_is_right(
    database: Database,
) -> None:
    good = {"text": "„Biegać” czeka: w tym tygodniu 1 raz, cel to 3. Może krótki spacer na start?"}
    found, _ = await answered(database, "phrasing", "pace-0a.pl", lambda _: good)
    assert (found.faults, found.by_model) == ((), True)


async def test_a_phrase_with_more_than_the_facts_is_refused(database: Database) -> None:
    bad = {"text": "Hej! Zapisz się na www.biegi.example za 49 zł, „Biegać” czeka na Ciebie."}
    found, used = await answered(database, "phrasing", "pace-0a.pl", lambda _: bad)
    assert (found.right, found.by_model) == (True, False)
    assert (used["phrasing"].declined, used["phrasing"].invalid) == (1, 1)


async def test_a_drafted_tracker_with_the_columns_that_are_named_is_right(
    database: Database,
) -> None:
    fuel = {
        "name": "Fuel",
        "columns": [
            {"label": "Cost", "type": "money", "unit": "GBP"},
            {"label": "Litres", "type": "number", "low": 0, "high": 200},
        ],
        "measured": "Cost",
    }
    found, _ = await answered(database, "apps", "fuel.en", lambda _: fuel)
    assert (found.faults, found.by_model) == ((), True)


async def test_a_written_skill_is_right_where_its_numbers_are(database: Database) -> None:
    file = """---
name: median-sleep
description: The median of sleep over some days.
parameters: {type: object, properties: {days: {type: integer, default: 5}}}
capabilities: [read:measures]
examples:
- {input: {}, output: {text: "No nights yet."}}
---

```python
def run(input):
    rows = sorted(m["value"] for m in measures("sleep_hours", input.get("days", 5)))
    if not rows:
        return {"text": "No nights yet."}
    half = len(rows) // 2
    middle = rows[half] if len(rows) % 2 else (rows[half - 1] + rows[half]) / 2
    return {"text": "Median: " + str(middle), "median": middle}
```
"""
    found, used = await answered(database, "skills", "median-sleep.en", lambda _: {"file": file})
    assert (found.faults, found.by_model) == ((), True)
    assert used["skill"].calls == 1


async def test_steps_that_name_the_thing_are_right(database: Database) -> None:
    def answer(asked: Asked) -> Any:
        count = asked.prompt.count("[a")
        titles = ["Open the inbox and clear the top few", "Sort the inbox for a while"]
        steps = [{"step": f"a{n}", "rank": n, "title": titles[n - 1]} for n in range(1, count + 1)]
        return {"steps": steps[:2]}

    found, _ = await answered(database, "actions", "inbox.en", answer)
    assert (found.faults, found.by_model) == ((), True)


def result(*right: bool) -> Result:
    made = [
        judged(Case(id=f"c{n}.pl", language=Language.PL, data={}), {"a": one, "b": True})
        for n, one in enumerate(right)
    ] + [judged(Case(id="c9.en", language=Language.EN, data={}), {"a": True})]
    used = {"needs": Used(calls=4, declined=1, tokens_in=400, tokens_out=80, micros=2000)}
    return Result(name="needs", model="m", judged=made, used=used)


def test_shares_and_points_are_told_apart() -> None:
    found = result(True, False)
    assert (found.share_right(Language.PL), found.points(Language.PL)) == (0.5, 0.75)
    told = report.to_json([found], None)["evaluations"][0]
    assert told["wrong"] == [{"id": "c1.pl", "faults": ["a"]}]
    assert told["used"]["needs"]["cost_micros"] == 2000


def test_a_page_is_filled_and_filled_again() -> None:
    parts = ("<!-- evaluated: results -->\nold\n", "<!-- evaluated: typical-day -->\n")
    page = "a\n" + "b\n".join(part + "<!-- end -->\n" for part in parts)
    shown = [Shown(feature="needs", tokens_in=300, tokens_max=500)]
    once = report.filled(page, [result(True)], typical.per_day(shown))
    assert "| needs | 2 | 100% |" in once
    assert "old" not in once
    assert report.filled(once, [result(True)], typical.per_day(shown)) == once


def test_a_day_is_priced_by_what_answers_really_took() -> None:
    shown = [Shown(feature="needs", tokens_in=1000, tokens_max=400)] * typical.DAYS * 2
    choice = Choice.parse("openai-compatible:m")
    prices = Prices(own={choice.id: Tariff(tokens_in=3_000_000, tokens_out=15_000_000)})
    [guessed] = typical.per_day(shown, choice=choice, prices=prices)
    assert (guessed.calls, guessed.tokens_out) == (2.0, 200)
    assert guessed.micros == 2 * (3000 + 3000)
    used = {"needs": Used(calls=10, tokens_in=1, tokens_out=500)}
    [known] = typical.per_day(shown, choice=choice, prices=prices, measured=used)
    assert known.micros == 2 * (3000 + 750)
    assert typical.cents([known]) == 0.75
    [unpriced] = typical.per_day(shown, choice=choice, prices=Prices())
    assert typical.cents([unpriced]) is None


async def test_the_canned_model_says_what_is_always_taken(who: Examinee) -> None:
    canned = CannedModels(ids=who.ids)
    ask = needs_question(who)
    answer = await canned.ask(TenantId(who.ids.new()), ask)
    assert isinstance(answer, Answered)
    [shown] = canned.shown
    assert (shown.feature, shown.tokens_max) == (Feature.NEEDS.value, ask.tokens_max)
    assert shown.tokens_in > 100


def needs_question(who: Examinee) -> Ask[FoundNeeds]:
    said = Said(message="1", at=who.clock.now(), text="stawy bolą", heard=())
    return question([said], Language.PL, TraceId(who.ids.new()))


@pytest.mark.slow
async def test_a_typical_month_asks_often_enough_to_be_priced(database: Database) -> None:
    shown = await typical.month(database, "en")
    daily = {one.feature: one for one in typical.per_day(shown)}
    assert {"situation", "phrasing"} <= daily.keys()
    assert sum(one.calls for one in daily.values()) < 40
