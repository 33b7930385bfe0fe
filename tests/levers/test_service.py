"""Pulling and putting back: exactly as it was, and never over what came later."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from acceptance.life import Life, born

from exoskull.database.pool import Database
from exoskull.levers import service
from exoskull.levers.model import Lever, LeverName

NAME, SUBJECT = LeverName.RAISE_THRESHOLD, "sleep_debt:sleep_hours"


@pytest.fixture
async def anna(database: Database) -> Life:
    return await born(database)


def lever(life: Life, trial: int, **value: Any) -> Lever:
    ids = life.world.installation.ids
    return Lever(
        id=ids.new(), name=NAME, subject=SUBJECT, value=value, trial_id=UUID(int=trial),
        set_at=life.now,
    )  # fmt: skip


async def stand(life: Life) -> list[tuple[str, str, dict[str, Any], UUID]]:
    async with life.tx() as tx:
        found = await service.current(tx)
    return [(one.name.value, one.subject, one.value, one.trial_id) for one in found]


async def put_back(life: Life, trial: int, before: Lever | None) -> bool:
    async with life.tx() as tx:
        return await service.put_back(
            tx, NAME, SUBJECT, trial_id=UUID(int=trial), before=before,
            at=life.now + timedelta(days=1), ids=life.world.installation.ids,
        )  # fmt: skip


async def test_putting_back_restores_what_was_there_before(anna: Life) -> None:
    assert await stand(anna) == []
    first, second = lever(anna, 1, severity=0.6), lever(anna, 2, severity=0.7)
    async with anna.tx() as tx:
        assert await service.pull(tx, first) is None
    one = await stand(anna)
    async with anna.tx() as tx:
        replaced = await service.pull(tx, second)
    assert replaced == first
    two = await stand(anna)
    assert [value for *_, value, _ in two] == [{"severity": 0.7}]
    assert await put_back(anna, 2, replaced)
    assert await stand(anna) == one
    assert await put_back(anna, 1, None)
    assert await stand(anna) == []


async def test_what_was_pulled_later_is_not_lifted(anna: Life) -> None:
    async with anna.tx() as tx:
        await service.pull(tx, lever(anna, 1, severity=0.6))
        await service.pull(tx, lever(anna, 2, severity=0.7))
    stood = await stand(anna)
    assert not await put_back(anna, 1, None)
    assert await stand(anna) == stood
