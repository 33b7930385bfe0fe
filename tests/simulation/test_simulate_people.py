"""People from a file: what is taken in, and how what is wrong is told."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from exoskull.i18n import error_text
from exoskull.kit.errors import ExoSkullError, InvalidInput, NotFound
from exoskull.simulation.citizen import Citizen
from exoskull.simulation.people import Resident, load_people, settle_in

AT = datetime(2026, 1, 5, 8, tzinfo=UTC)
GOAL = {"title": "Biegać", "metric": "runs", "target": 3, "period": "week"}


class Anna:
    def __init__(self, seed: int) -> None:
        self.profile: dict[str, Any] = {
            "tenant": "anna",
            "language": "pl",
            "timezone": "Europe/Warsaw",
            "goals": [GOAL],
        }
        self.says: Any = []

    def wake(self, at: datetime) -> Any:
        return self.says

    def receive(self, delivery: dict[str, Any], at: datetime) -> Any:
        return self.says


def anna(says: Any = ()) -> Resident:
    (resident,) = settle_in(1, 1, Anna)
    resident.person.says = says  # type: ignore[attr-defined]
    return resident


def test_a_person_comes_with_their_goals() -> None:
    tenant, goal = anna().arrival(AT)
    assert (tenant.kind, tenant.tenant, tenant.at) == ("tenant", "anna", AT)
    assert (goal.kind, goal.fields["metric"], goal.at) == ("goal", "runs", AT)


def test_people_of_one_class_get_names_of_their_own() -> None:
    assert [who.name for who in settle_in(3, 1, Anna)] == ["anna", "anna-2", "anna-3"]


def test_a_line_may_leave_out_its_person_and_time() -> None:
    (line,) = anna([{"kind": "message", "text": "hej"}]).wake(AT)
    assert (line.tenant, line.at) == ("anna", AT)


@pytest.mark.parametrize("at", [AT + timedelta(minutes=5), "2026-01-05T09:05:00+01:00"])
def test_a_time_may_be_text_or_a_datetime(at: object) -> None:
    (line,) = anna([{"at": at, "kind": "message", "text": "hej"}]).wake(AT)
    assert line.at == AT + timedelta(minutes=5)


def test_saying_nothing_is_an_answer() -> None:
    assert anna(None).receive({}, AT) == []


@pytest.mark.parametrize(
    ("says", "field"),
    [
        ([{"kind": "dance"}], "kind"),
        ([{"kind": "message"}], "text"),
        ([{"kind": "measure", "metric": "runs", "value": "many"}], "value"),
        ([{"kind": "message", "text": "hej", "at": AT - timedelta(minutes=1)}], "at"),
        ([{"kind": "message", "text": "hej", "at": "yesterday"}], "at"),
        ([{"kind": "message", "text": "hej", "at": datetime(2026, 1, 5, 9)}], "at"),
        ([{"kind": "message", "text": "hej", "tenant": "ola"}], "tenant"),
        ([{"kind": "tenant", "language": "pl", "timezone": "UTC"}], "kind"),
        ([{"kind": "end"}], "kind"),
        (["TAK"], "wake"),
        ("TAK", "wake"),
        ({"kind": "message", "text": "hej"}, "wake"),
    ],
)
def test_a_malformed_line_names_the_person_and_the_field(says: Any, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        anna(says).wake(AT)
    assert caught.value.key == "person.malformed"
    assert caught.value.field == field
    assert "anna" in error_text(caught.value, "en")
    assert field in error_text(caught.value, "pl")


@pytest.mark.parametrize(
    ("profile", "field"),
    [
        ({"language": "pl"}, "timezone"),
        ({"language": "xx", "timezone": "Europe/Warsaw"}, "language"),
        ({"language": "pl", "timezone": "Europe/Warsaw", "age": 40}, "age"),
        ({"language": "pl", "timezone": "Europe/Warsaw", "goals": "run"}, "goals"),
        ({"language": "pl", "timezone": "Europe/Warsaw", "goals": ["run"]}, "goals"),
        ({"language": "pl", "timezone": "Europe/Warsaw", "goals": [{"title": "x"}]}, "metric"),
    ],
)
def test_a_malformed_profile_names_the_field(profile: dict[str, Any], field: str) -> None:
    resident = anna()
    resident.person.profile = profile
    with pytest.raises(InvalidInput) as caught:
        resident.arrival(AT)
    assert (caught.value.key, caught.value.field) == ("person.malformed", field)


def test_an_exception_of_the_persons_names_the_person_and_the_place() -> None:
    class Broken(Anna):
        def wake(self, at: datetime) -> Any:
            return 1 / 0

    (who,) = settle_in(1, 1, Broken)
    with pytest.raises(InvalidInput) as caught:
        who.wake(AT)
    told = error_text(caught.value, "en")
    assert "anna" in told
    assert "wake" in told
    assert "ZeroDivisionError" in told


def _lacks_profile(seed: int) -> Any:
    return object()


class Mute:
    def __init__(self, seed: int) -> None:
        self.profile = {"language": "pl", "timezone": "UTC"}

    def wake(self, at: datetime) -> list[Any]:
        return []


class Unborn:
    def __init__(self) -> None:
        pass


@pytest.mark.parametrize(
    ("make", "field"), [(_lacks_profile, "profile"), (Mute, "receive"), (Unborn, "__init__")]
)
def test_what_is_no_person_is_told_before_anything_happens(make: Any, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        settle_in(1, 1, make)
    assert caught.value.field == field


def test_a_class_is_found_in_its_file(tmp_path: Path) -> None:
    file = tmp_path / "people.py"
    file.write_text("class Ola:\n    pass\n")
    assert load_people(f"{file}:Ola").__name__ == "Ola"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "spec", "key"),
    [
        ("class Ola: ...", "{file}:Ala", "persons.no_class"),
        ("class Ola(: ...", "{file}:Ola", "persons.not_loadable"),
        ("raise SystemExit(3)", "{file}:Ola", "persons.not_loadable"),
        ("class Ola: ...", "{file}", "persons.malformed"),
        ("class Ola: ...", "{file}.not:Ola", "file.not_found"),
    ],
)
def test_a_wrong_file_or_class_is_one_clear_error(
    tmp_path: Path, text: str, spec: str, key: str
) -> None:
    file = tmp_path / "people.py"
    file.write_text(text)
    with pytest.raises(ExoSkullError) as caught:
        load_people(spec.format(file=file))
    assert isinstance(caught.value, InvalidInput | NotFound)
    assert caught.value.key == key
    assert error_text(caught.value, "en") != key


def _month_of(seed: int) -> list[Any]:
    one = Citizen(seed)
    lines = []
    start = datetime(2026, 1, 5, tzinfo=UTC)
    for hour in range(30 * 24):
        at = start + timedelta(hours=hour)
        lines += one.wake(at)
        if at.hour == 9:
            data = {"channel": "sms", "framing": "gentle", "symptom": "goal_off_pace", "id": "x"}
            lines += one.receive({"data": data}, at)
    return [one.profile, lines]


def test_a_citizen_lives_the_same_life_for_the_same_seed() -> None:
    assert _month_of(7) == _month_of(7)
    assert _month_of(7) != _month_of(8)


def test_a_citizen_acts_as_often_as_their_tastes_say() -> None:
    days = expected = done = 0.0
    for seed in range(60):
        one = Citizen(seed)
        for hour in range(40 * 24):
            at = datetime(2026, 1, 5, tzinfo=UTC) + timedelta(hours=hour)
            done += len(one.wake(at))
        for day, tastes in one.life.items():
            days += 1
            if tastes is not None:
                expected += tastes.chance(None, weekend=day.weekday() >= 5, dose=0)
    assert done / days == pytest.approx(expected / days, abs=0.03)
