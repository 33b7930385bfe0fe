"""Events: in order, page by page, with their transaction, and shown without clockwork."""

import contextlib
from datetime import timedelta
from uuid import UUID

import pytest
from acceptance.life import MONDAY, WARSAW, Life, born

from exoskull.database.pool import Database
from exoskull.feed import service
from exoskull.feed.model import Event, StoredEvent
from exoskull.feed.present import QUIET, is_shown, item, shown_kinds
from exoskull.kit.ids import TraceId
from exoskull.onboarding.service import create_tenant
from exoskull.web.pages import Voice

TRACE = TraceId(UUID(int=9))


@pytest.fixture
async def anna(database: Database) -> Life:
    return await born(database)


def event(life: Life, n: int, kind: str = "task.created") -> Event:
    return Event(at=life.now + timedelta(seconds=n), kind=kind, trace=TRACE, data={"n": n})


async def test_events_keep_the_order_they_were_published_in(anna: Life) -> None:
    async with anna.tx() as tx:
        await service.publish(tx, *(event(anna, -n) for n in range(20)))
        await service.publish(tx)
        found = await service.of_trace(tx, TRACE)
    assert [one.data["n"] for one in found] == [-n for n in range(20)]
    assert [one.seq for one in found] == sorted(one.seq for one in found)


async def test_pages_go_back_and_on_and_narrow_by_kind(anna: Life) -> None:
    async with anna.tx() as tx:
        await service.publish(tx, *(event(anna, n) for n in range(5)))
        await service.publish(tx, event(anna, 5, "task.done"))
        newest = await service.latest(tx, limit=2)
        older = await service.latest(tx, before=newest[-1].seq, limit=2)
        assert [one.data["n"] for one in (*newest, *older)] == [5, 4, 3, 2]
        assert [one.data["n"] for one in await service.after(tx, older[-1].seq)] == [3, 4, 5]
        done = await service.latest(tx, kinds=["task.done"])
        assert [one.data["n"] for one in done] == [5]
        assert await service.latest(tx, kinds=[]) == []


async def test_what_is_rolled_back_never_happened(anna: Life) -> None:
    before = await anna.events()
    with contextlib.suppress(ConnectionResetError):
        async with anna.tx() as tx:
            await service.publish(tx, event(anna, 1))
            raise ConnectionResetError
    assert await anna.events() == before


async def test_a_number_that_is_none_is_refused_and_not_stored(anna: Life) -> None:
    nan = Event(at=anna.now, kind="x", trace=TRACE, data={"n": float("nan")})
    with pytest.raises(ValueError, match="JSON"):
        async with anna.tx() as tx:
            await service.publish(tx, nan)


async def test_events_are_the_tenants_own(anna: Life) -> None:
    bob = await create_tenant(
        anna.database,
        at=anna.now,
        ids=anna.world.installation.ids,
        name="bob",
        language="en",
        timezone="UTC",
    )
    async with anna.tx() as tx:
        await service.publish(tx, event(anna, 1))
    async with anna.database.transaction(bob.tenant_id) as tx:
        assert await service.of_trace(tx, TRACE) == []


def stored(kind: str, **data: object) -> StoredEvent:
    return StoredEvent(seq=1, at=MONDAY, kind=kind, trace=TRACE, data=dict(data))


@pytest.mark.parametrize(
    ("shown", "kind", "data"),
    [
        (False, "slot.ran", {}),
        (False, "cycle.completed", {}),
        (False, "decision.made", {"chosen": {"channel": "sms"}}),
        (True, "decision.made", {"chosen": None}),
        (False, "grant.changed", {"by": "default"}),
        (True, "grant.changed", {"by": "tape"}),
        (False, "grant.refused", {"intervention": "x"}),
        (True, "grant.refused", {"intervention": None}),
        (True, "intervention.refused", {}),
        (True, "intervention.suppressed", {}),
        (True, "slot.missed", {}),
        (False, "entry.added", {"metrics": ["water_glasses"]}),
        (True, "entry.added", {"values": {}}),
        (True, "measure.logged", {"metric": "water_glasses"}),
        (False, "measure.logged", {"entry": "x"}),
        (False, "measure.undone", {"entry": "x"}),
        (True, "entry.changed", {"values": {}}),
    ],
)
def test_the_page_shows_what_matters_refusals_among_it(
    shown: bool, kind: str, data: dict[str, object]
) -> None:
    assert is_shown(stored(kind, **data)) is shown


def test_quiet_kinds_are_not_asked_for() -> None:
    assert not set(shown_kinds()) & QUIET
    assert "intervention.refused" in shown_kinds()


def test_an_item_has_its_sentence_reason_and_evidence() -> None:
    found = item(
        stored("symptom.found", symptom="silence", evidence=["a", "b"], reason="word"),
        Voice(language="en", zone=WARSAW, at=MONDAY),
    )
    assert found.sentence
    assert (found.evidence, found.reason, found.look) == (("a", "b"), None, "noticed")
