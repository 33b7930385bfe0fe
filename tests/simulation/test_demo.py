"""The person of `up --demo`: a life that closes the loop, and that leaves nothing to be sent."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from exoskull.database.pool import Database
from exoskull.simulation import demo
from exoskull.simulation.people import settle_in
from exoskull.simulation.replay import records
from exoskull.simulation.simulate import simulate
from exoskull.tenants import service as tenants

BEGIN = datetime(2026, 3, 2, 9, 41, tzinfo=UTC)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["pl", "en"])
async def test_thirty_days_of_the_demo_person_show_a_closed_loop(
    database: Database, language: str
) -> None:
    def person(seed: int) -> demo.DemoPerson:
        return demo.DemoPerson(seed, language=language, timezone="Europe/Warsaw", begin=BEGIN)

    done = await simulate(database, settle_in(1, 1, person), days=demo.DAYS, seed=1)
    seen = Counter([record.event.kind async for record in records(done)])
    for kind in (
        "decision.made",
        "intervention.sent",
        "outcome.recorded",
        "briefing.sent",
        "reflection.sent",
        "strategy.chosen",
        "need.detected",
        "task.done",
        "app.activated",
    ):
        assert seen[kind], kind

    (tenant_id,) = done.tenants.values()
    async with database.transaction(tenant_id) as tx:
        me = await tenants.current(tx)
    assert [channel.value for channel in me.channels] == ["in_app"]
