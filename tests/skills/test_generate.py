"""The catalogue of templates: each yields, in both languages, a file that earns its place."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exoskull.i18n import text
from exoskull.sandbox.lazy import LazySandbox
from exoskull.skills.catalogue import CATALOGUE
from exoskull.skills.check import check
from exoskull.skills.form import Refused, read_skill
from exoskull.skills.generate import SlotMissing, base_name, slots_of, write
from exoskull.skills.model import Risk

AT = datetime(2026, 3, 2, tzinfo=UTC)
SAID: dict[str, Any] = {
    "least": 5,
    "budget": 2000,
    "date": "2026-06-01",
    "start": "2026-02-01",
    "a_day": 20.5,
    "names": ["Ala", 'Olek "O" \\'],
    "since": "2026-02-01",
    "limit": 100,
    "label": 'Kwiaty "pod" oknem, {nie} %days% $x',
    "weekday": 2,
}
METRICS = (
    {"metric": "spending_pln", "unit": "PLN", "daily": "sum", "how": "sum", "other": "mood"},
    {"metric": "mood", "unit": "/10", "daily": "mean", "how": "mean", "other": "sleep_hours"},
    {"metric": "weight_kg", "unit": "kg", "daily": "last", "how": "mean", "other": "mood"},
)
ACTING = {
    "when-silent": Risk.HIGH,
    "over-limit": Risk.HIGH,
    "weekly-report": Risk.HIGH,
    "recurring-task": Risk.MEDIUM,
    "repetition": Risk.MEDIUM,
}


def said(language: str, metric: dict[str, str]) -> dict[str, Any]:
    weekdays = [text(language, "skill-weekday", weekday=day) for day in range(1, 8)]
    return SAID | metric | {"weekdays": weekdays}


def test_there_are_at_least_twenty_five_templates() -> None:
    assert len(CATALOGUE) >= 25


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_every_template_passes_its_own_check_without_a_warning(language: str) -> None:
    sandbox = LazySandbox()
    try:
        for name, template in CATALOGUE.items():
            for metric in METRICS:
                slots = slots_of(template, said(language, metric))
                written = write(name, slots, language, name=base_name(name, slots))
                read = read_skill(written.file.encode())
                assert not isinstance(read, Refused), (name, read)
                found = await check(sandbox, read, clock=AT)
                assert found.problems == (), name
                assert found.warnings == (), name
                assert found.ok
                assert found.risk is ACTING.get(name, Risk.LOW), name
    finally:
        await sandbox.close()


def test_a_skill_speaks_the_persons_language() -> None:
    slots = slots_of(CATALOGUE["total"], METRICS[0])
    polish = write("total", slots, "pl", name="total")
    english = write("total", slots, "en", name="total")
    assert "Wydatki: razem 7,5 zł" in polish.file
    assert "Spending: 7.5 PLN in all" in english.file


def test_what_nobody_said_and_nothing_tells_is_named() -> None:
    with pytest.raises(SlotMissing) as found:
        slots_of(CATALOGUE["budget-left"], METRICS[0])
    assert found.value.slot == "budget"


@given(label=st.text(min_size=1, max_size=100))
@settings(max_examples=150)
def test_whatever_a_label_says_it_stays_a_label(label: str) -> None:
    """The file is refused, or its code has the label as one string and nothing more of it."""
    plain = write("recurring-task", {"label": "x", "weekday": 1}, "en", name="a")
    tricky = write("recurring-task", {"label": label, "weekday": 1}, "en", name="a")
    read, usual = (
        read_skill(tricky.file.encode("utf-8", "replace")),
        read_skill(plain.file.encode()),
    )
    assert not isinstance(usual, Refused)
    if isinstance(read, Refused):
        return
    assert read.capabilities == usual.capabilities
    assert read.risk >= usual.risk
    assert read.code.count("\n") == usual.code.count("\n")
