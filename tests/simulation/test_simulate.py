"""Simulating: people answer what was sent to them, and the same people and seed give the same."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from exoskull.cli import main
from exoskull.database.pool import Database
from exoskull.simulation.curve import Series, draw
from exoskull.simulation.people import settle_in
from exoskull.simulation.replay import records
from exoskull.simulation.simulate import next_hour, simulate

PEOPLE = Path(__file__).parent / "nina.py"


class Answering:
    """Answers every delivery the next day, after others have come."""

    def __init__(self, seed: int) -> None:
        self.profile: dict[str, Any] = {
            "tenant": "ola",
            "language": "en",
            "timezone": "America/New_York",
            "phone": "+48600123456",
            "goals": [{"title": "Run", "metric": "runs", "target": 7, "period": "week"}],
        }
        self.woken: list[datetime] = []
        self.received: list[tuple[dict[str, Any], datetime]] = []

    def wake(self, at: datetime) -> list[dict[str, Any]]:
        self.woken.append(at)
        return []

    def receive(self, delivery: dict[str, Any], at: datetime) -> list[dict[str, Any]]:
        self.received.append((delivery, at))
        return [{"at": at + timedelta(hours=26), "kind": "reply", "to": "last", "text": "ok"}]


async def test_a_person_wakes_each_local_hour_and_answers_the_very_delivery(
    database: Database,
) -> None:
    residents = settle_in(1, 1, Answering)
    done = await simulate(database, residents, days=12, seed=1)
    told = [record.to_json() async for record in records(done)]
    ola = residents[0].person
    assert isinstance(ola, Answering)

    assert len(ola.woken) == 12 * 24 + 1
    assert {(at.minute, at.utcoffset()) for at in ola.woken} == {(0, timedelta(hours=-5))}

    sent = [one for one in told if one["kind"] == "intervention.sent"]
    assert len(sent) >= 3
    decided = {one["at"][:10] for one in told if one["kind"] == "decision.made"}
    assert len(decided) >= 11  # a chance each day from the second on; whether to use it is drawn
    assert [delivery for delivery, _ in ola.received] == sent
    assert all(at.isoformat() for _, at in ola.received)
    replies = [one["data"]["reply_to"] for one in told if one["kind"] == "message.received"]
    answered = [one["data"]["id"] for one in sent][: len(replies)]
    assert replies == answered


def test_the_command_writes_the_same_bytes_for_the_same_people_and_seed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = []
    for name in ("a", "b"):
        out = tmp_path / f"{name}.jsonl"
        argv = ["simulate", "--persons", f"{PEOPLE}:Nina", "--days", "4", "--out", str(out)]
        assert main([*argv, "--json"]) == 0
        document = json.loads(capsys.readouterr().out)
        assert document["persons"][0]["person"] == "nina"
        ElementTree.parse(f"{out}.svg")
        written.append(out.read_bytes())
    assert written[0] == written[1]
    lines = [json.loads(line) for line in written[0].splitlines()]
    assert all(line.keys() == {"at", "tenant", "kind", "trace", "data"} for line in lines)


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["--days", "0"], "--days"),
        (["--people", "-1"], "--people"),
        (["--persons", "nobody.py:Nina"], "nobody.py"),
        (["--persons", f"{PEOPLE}:Zofia"], "NinaByDay"),
        (["--out", "/no/such/folder/out.jsonl"], "/no/such/folder"),
    ],
)
def test_bad_usage_is_one_line_before_anything_happens(
    argv: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate", *argv]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("after", "zone", "expected"),
    [
        ("2026-01-05T10:00", "Europe/Warsaw", "2026-01-05T11:00"),
        ("2026-01-05T10:00", "Asia/Kolkata", "2026-01-05T10:30"),
        ("2026-01-05T10:10", "Asia/Kathmandu", "2026-01-05T10:15"),
        ("2026-04-04T14:30", "Australia/Lord_Howe", "2026-04-04T15:30"),
    ],
)
def test_an_hour_is_full_by_the_persons_clock(after: str, zone: str, expected: str) -> None:
    found = next_hour(datetime.fromisoformat(after).replace(tzinfo=UTC), zone)
    assert found == datetime.fromisoformat(expected).replace(tzinfo=UTC)


def test_the_curve_is_drawn_with_its_axes_and_names() -> None:
    drawn = draw(
        [
            Series(name="ours & theirs", colour="#000", values={0: 0.2, 1: 0.4}),
            Series(name="unknown", colour="#000", values={}),
        ],
        title="Curve",
        subtitle="one person",
    )
    words = {part.text for part in ElementTree.fromstring(drawn).iter() if part.text}
    assert {"Curve", "one person", "week", "reward per decision", "ours & theirs"} <= words
    assert "unknown" not in words
