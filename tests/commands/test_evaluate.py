"""`exoskull eval`: one document, and one line for what it cannot do."""

from pathlib import Path

import pytest
from commands.conftest import Run


def test_an_evaluation_is_one_document(run: Run) -> None:
    ran = run("eval", "needs", "--json")
    assert ran.code == 0
    document = ran.document
    assert (document["model"], document["typical_day"]) == ("built-in", None)
    [one] = document["evaluations"]
    assert one["cases"] == sum(each["cases"] for each in one["languages"].values())
    assert one["right"] == round(1 - len(one["wrong"]) / one["cases"], 4)
    assert one["used"] == {}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("eval", "nothing"), "situation, actions, needs"),
        (("eval", "needs", "--model", "nobody"), "provider:name"),
        (("eval", "--model", "openai-compatible:x"), "EXOSKULL_MODEL_URL"),
        (("eval", "--write", "no-such-file.md"), "no-such-file.md"),
    ],
)
def test_what_it_cannot_do_is_told_in_one_line(
    run: Run, arguments: tuple[str, ...], says: str
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert says in ran.err


def test_a_page_holds_all_evaluations_or_none(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("nothing")
    ran = run("eval", "needs", "--write", str(page))
    assert (ran.code, page.read_text()) == (2, "nothing")


def test_a_model_that_never_answers_is_a_failure(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXOSKULL_MODEL_URL", "http://127.0.0.1:9/v1")
    ran = run("eval", "actions", "--model", "openai-compatible:x", "--json")
    assert (ran.code, ran.out) == (1, "")
    assert "evaluation.no_answer" in ran.err
