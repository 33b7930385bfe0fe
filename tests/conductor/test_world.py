"""Background work by the scheduler's door: the whole system, on a virtual clock."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from simulation.replayed import parsed, replayed

pytestmark = pytest.mark.slow

WARSAW = ZoneInfo("Europe/Warsaw")
BEGIN = datetime(2026, 1, 5, 8, tzinfo=WARSAW)
DAYS = 60


def tape(path: Path) -> Path:
    """Anna measures her sleep for 60 days, short on Mondays; Ben says he is there, and no more."""
    rng = np.random.default_rng(41)
    lines: list[dict[str, Any]] = [
        {
            "at": BEGIN,
            "tenant": name,
            "kind": "tenant",
            "language": "pl",
            "timezone": "Europe/Warsaw",
        }
        for name in ("anna", "ben")
    ]
    for day in range(DAYS):
        at = BEGIN + timedelta(days=day, minutes=5)
        value = round(7.2 + 0.4 * rng.normal() - (1.3 if at.weekday() == 0 else 0), 2)
        lines.append(
            {"at": at, "tenant": "anna", "kind": "measure", "metric": "sleep_hours", "value": value}
        )
    lines.append({"at": BEGIN + timedelta(days=DAYS), "tenant": "anna", "kind": "end"})
    path.write_text("".join(json.dumps(line, default=datetime.isoformat) + "\n" for line in lines))
    return path


@pytest.fixture(scope="module")
def lived(
    server_url: str, template_database: str, tmp_path_factory: pytest.TempPathFactory
) -> list[dict[str, Any]]:
    path = tape(tmp_path_factory.mktemp("tape") / "nights.jsonl")
    return parsed(replayed(server_url, template_database, path))


def test_sixty_days_with_short_mondays_lead_to_one_finding_in_the_feed(
    lived: list[dict[str, Any]],
) -> None:
    [one] = [record for record in lived if record["kind"] == "finding.told"]
    assert one["tenant"] == "anna"
    assert one["data"]["key"] == "weekday:sleep_hours"
    assert one["data"]["statement"].startswith("W poniedziałki śpisz o ")
    assert one["data"]["numbers"]["p"] <= 0.02


def test_every_day_of_a_budget_nobody_used_is_skipped_quietly(lived: list[dict[str, Any]]) -> None:
    ends = [
        record
        for record in lived
        if record["kind"].startswith("slot.") and record["data"]["job"] == "budget-reset"
    ]
    assert {record["data"]["reason"] for record in ends} == {"no_budget_used"}
    assert len(ends) == 2 * DAYS
