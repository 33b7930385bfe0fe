"""Work is handed over with the data it is about, or not at all."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exoskull.database.transaction import Transaction
from exoskull.kit.clock import SystemClock, VirtualClock
from exoskull.scheduling.queue import InlineQueue, PgQueue, Work, decode, encode

AT = datetime(2026, 3, 2, 7, tzinfo=UTC)
NO_TX: Transaction = None  # type: ignore[assignment]  # kept in memory, it asks no database


def work(name: str, at: datetime = AT, key: str | None = None) -> Work:
    return Work(entrypoint="run", payload={"run": name}, run_at=at, key=key)


async def waiting(database) -> list[dict]:
    async with database.system() as tx:
        return await tx.dicts(
            "select entrypoint, payload, status, execute_after - created as later"
            "  from pgqueuer order by id"
        )


async def test_work_is_there_when_its_transaction_has_committed(database):
    queue = PgQueue(SystemClock())
    async with database.system() as tx:
        await queue.enqueue(tx, [work("a"), work("b")])
        assert await waiting(database) == []
    found = await waiting(database)
    assert [decode(row["payload"]) for row in found] == [{"run": "a"}, {"run": "b"}]
    assert {row["entrypoint"] for row in found} == {"run"}


async def test_work_of_a_transaction_that_is_rolled_back_is_gone(database):
    async def fail() -> None:
        async with database.system() as tx:
            await PgQueue(SystemClock()).enqueue(tx, [work("a")])
            raise LookupError("on purpose")

    with pytest.raises(LookupError):
        await fail()
    assert await waiting(database) == []


async def test_work_for_later_is_not_given_before(database):
    queue = PgQueue(VirtualClock(AT))
    async with database.system() as tx:
        await queue.enqueue(tx, [work("past", AT - timedelta(hours=1)), work("now")])
        await queue.enqueue(tx, [work("later", AT + timedelta(hours=1))])
    laters = [row["later"] for row in await waiting(database)]
    assert laters == [timedelta(), timedelta(), timedelta(hours=1)]


@pytest.mark.parametrize("inline", [False, True])
async def test_a_key_that_waits_is_not_taken_twice(database, inline: bool):
    queue = InlineQueue() if inline else PgQueue(SystemClock())
    async with database.system() as tx:
        await queue.enqueue(tx, [work("a", key="1"), work("b", key="2")])
        await queue.enqueue(tx, [work("a", key="1"), work("c")])
    if isinstance(queue, InlineQueue):
        assert [queue.pop(AT) is not None for _ in range(4)] == [True, True, True, False]
    else:
        assert len(await waiting(database)) == 3


async def test_a_key_is_free_again_once_its_work_was_taken():
    queue = InlineQueue()
    await queue.enqueue(NO_TX, [work("a", key="1")])
    assert queue.pop(AT) is not None
    await queue.enqueue(NO_TX, [work("a", key="1")])
    assert queue.pop(AT) is not None


@given(minutes=st.lists(st.integers(0, 5)))
async def test_a_replay_gets_work_by_time_and_then_by_coming(minutes: list[int]):
    queue = InlineQueue()
    for number, minute in enumerate(minutes):
        await queue.enqueue(NO_TX, [work(str(number), AT + timedelta(minutes=minute))])
    got = []
    while (at := queue.next_at()) is not None:
        assert queue.pop(at - timedelta(seconds=1)) is None
        item = queue.pop(at)
        assert item is not None
        got.append((item.run_at, int(item.payload["run"])))
    assert got == sorted(got)
    assert len(got) == len(minutes)


@given(payload=st.dictionaries(st.text(), st.text()))
def test_a_payload_comes_out_as_it_went_in(payload: dict[str, str]):
    assert decode(encode(payload)) == payload
