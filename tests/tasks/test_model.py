from datetime import UTC, datetime
from uuid import UUID

import pytest

from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import TraceId
from exoskull.signals.model import Source
from exoskull.tasks.model import TITLE_MAX, Task, TaskState, named, parse_title


def tasks(*titles: str) -> list[Task]:
    return [
        Task(
            id=UUID(int=number),
            title=title,
            due_on=None,
            remind_at=None,
            state=TaskState.OPEN,
            goal_id=None,
            intervention_id=None,
            source=Source.MESSAGE,
            created_at=datetime(2026, 3, 2, tzinfo=UTC),
            ended_at=None,
            trace=TraceId(UUID(int=9)),
        )
        for number, title in enumerate(titles)
    ]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("mleko", ["kup mleko"]),
        ("kupić mleka", ["kup mleko"]),
        ("zadzwonić do mamy", ["zadzwoń do mamy"]),
        ("pranie", ["zrób pranie"]),
        ("jogę", ["joga wieczorem"]),
        ("joga", ["joga wieczorem"]),
        ("lodz", ["wyjazd do Łodzi"]),
        ("ŁÓDŹ", ["wyjazd do Łodzi"]),
        ("domu", ["posprzątaj dom"]),
        ("dishes", ["wash the dishes"]),
        ("washing dishes", ["wash the dishes"]),
        ("tax return", ["file the tax return"]),
        ("zupełnie co innego", []),
        ("", []),
        ("do", []),
    ],
)
def test_a_task_is_found_by_its_words_whatever_their_endings(wanted: str, found: list[str]) -> None:
    there = tasks(
        "kup mleko",
        "zadzwoń do mamy",
        "zrób pranie",
        "joga wieczorem",
        "wyjazd do Łodzi",
        "posprzątaj dom",
        "wash the dishes",
        "file the tax return",
    )
    assert [task.title for task in named(there, wanted)] == found


def test_where_several_fit_as_well_all_are_meant_and_a_better_fit_wins() -> None:
    there = tasks("kup mleko", "kup mleko sojowe")
    assert len(named(there, "mleko")) == 2
    assert [task.title for task in named(there, "mleko sojowe")] == ["kup mleko sojowe"]


def test_a_title_is_one_line_of_at_most_200_characters() -> None:
    assert parse_title("  kup\n mleko ") == "kup mleko"
    assert len(parse_title("x" * TITLE_MAX)) == TITLE_MAX


@pytest.mark.parametrize("wrong", ["", "   ", "\u200b\u202e", "x" * (TITLE_MAX + 1), None, 7])
def test_what_is_no_title_is_refused(wrong: object) -> None:
    with pytest.raises(InvalidInput) as raised:
        parse_title(wrong)
    assert (raised.value.key, raised.value.field) == ("task.invalid_title", "title")
