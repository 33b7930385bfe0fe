"""Thirty days, driven by the clock alone, with somebody who answers in one way only."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from exoskull.database.pool import Database
from exoskull.simulation.people import load_people, settle_in
from exoskull.simulation.replay import Record, records
from exoskull.simulation.simulate import begins_at, simulate

PEOPLE = Path(__file__).parents[1] / "simulation" / "nina.py"
DAYS = 30
DIGESTS = {"morning_briefing", "evening_reflection"}


async def _lived(database: Database, kind: str, seed: int) -> tuple[list[Record], datetime]:
    residents = settle_in(1, seed, load_people(f"{PEOPLE}:{kind}"))
    end = begins_at(residents) + timedelta(days=DAYS)
    done = await simulate(database, residents, days=DAYS, seed=seed)
    return [record async for record in records(done)], end


def _drawn_last_week(lived: Sequence[Record], end: datetime) -> list[Record]:
    """What the learner had sent in the last week."""
    return [
        one
        for one in lived
        if one.event.kind == "intervention.sent"
        and one.event.data["symptom"] not in DIGESTS
        and one.event.at > end - timedelta(days=7)
    ]


def _at_nine_by_sms(one: Record) -> bool:
    local_hour = (one.event.at + timedelta(hours=1)).hour  # Warsaw, in winter
    return one.event.data["channel"] == "sms" and local_hour == 9


@pytest.mark.parametrize("kind", ["Nina", "NinaByDay"])
@pytest.mark.parametrize("seed", [1, 2])
async def test_who_answers_only_at_9_by_sms_is_written_to_at_9_by_sms(
    database: Database, kind: str, seed: int
) -> None:
    """And every draw is written down with its chances."""
    lived, end = await _lived(database, kind, seed)
    sent = _drawn_last_week(lived, end)
    assert len(sent) >= 3
    assert sum(map(_at_nine_by_sms, sent)) >= 0.6 * len(sent)
    _every_draw_says_its_chances(lived)


def _every_draw_says_its_chances(lived: Sequence[Record]) -> None:
    made = {
        one.event.data["id"]: one.event.data for one in lived if one.event.kind == "decision.made"
    }
    assert len(made) >= 15
    for data in made.values():
        assert sum(data["p_arm"]) == pytest.approx(1)
        assert 0.1 <= data["p_send"] <= 0.9
    drawn = [one for one in lived if one.event.kind == "intervention.sent"]
    assert drawn
