"""The cases: enough of them, in both languages, and the page of the reference that counts them."""

import re
from pathlib import Path

import pytest

from exoskull.apps.fit import beyond_a_tracker
from exoskull.apps.model import ColumnType
from exoskull.evaluation import cases
from exoskull.evaluation.run import EVALUATIONS
from exoskull.language.model import Language
from exoskull.mape.kinds import OPTIONS
from exoskull.mape.model import Situation, SymptomKind, Theme
from exoskull.needs.model import Family

PAGE = Path(__file__).parents[2] / "docs/reference/evaluations.md"
LEAST = 30


@pytest.mark.parametrize("name", EVALUATIONS)
def test_each_evaluation_has_thirty_cases_in_each_language(name: str) -> None:
    found = cases.load(name)
    for language in Language:
        mine = [one for one in found if one.language is language]
        assert len(mine) >= LEAST
    assert {one.id.rpartition(".")[0] for one in found if one.language is Language.PL} == {
        one.id.rpartition(".")[0] for one in found if one.language is Language.EN
    }


@pytest.mark.parametrize("name", EVALUATIONS)
def test_no_case_stands_twice(name: str) -> None:
    told = [f"{one.language} {sorted(one.data.items(), key=str)!r}" for one in cases.load(name)]
    assert len(set(told)) == len(told)


def test_the_page_counts_the_cases_that_there_are() -> None:
    page = PAGE.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([a-z]+) \| (\d+) \|", page, re.MULTILINE))
    assert rows == {name: str(len(cases.load(name))) for name in EVALUATIONS}, (
        "run: exoskull eval --write docs/reference/evaluations.md"
    )


def test_what_is_expected_can_be_answered() -> None:
    for one in cases.load("needs"):
        assert one.data["need"] in {"none", *(family.value for family in Family)}
    for one in cases.load("situation"):
        assert {Situation(each) for each in one.data["situation"]}
        assert all(Theme(each) for each in one.data.get("themes", ()))
        assert all(SymptomKind(each) for each in one.data.get("symptoms", ()))
    for one in cases.load("phrasing"):
        assert one.data["option"] in OPTIONS[SymptomKind(one.data["kind"])]
    for one in cases.load("apps"):
        reasons = {"calculates", "looks_outside", "acts_outside", "translates"}
        assert one.data.get("beyond") in reasons or all(map(ColumnType, one.data["type"]))
        if not one.data.get("beyond"):
            assert beyond_a_tracker(one.data["label"], one.data["words"]) is None
