"""The gate on the real database: nothing gets past a limit, whoever comes at once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest

from exoskull.database.pool import Database
from exoskull.grants import service
from exoskull.grants.decide import Decision, Reason
from exoskull.grants.model import Action, ActionPattern, Authorization, By, Effect
from exoskull.kit.errors import Conflict, InvalidInput, NotFound

SMS = Action.parse("send_sms:wellness")
PATTERN = ActionPattern.parse("send_sms:wellness")


@pytest.fixture
async def wide_database(database_url: str) -> AsyncIterator[Database]:
    """A pool with room for a crowd."""
    async with await Database.open(database_url, size=24, timeout_s=60) as opened:
        yield opened


@pytest.fixture
def allow(database, tenant, at, ids):
    """Sets a rule on `send_sms:wellness`; the deciding one for SMS."""

    async def allow(effect=Effect.ALLOW, pattern=PATTERN, **terms):
        async with database.transaction(tenant) as tx:
            return await service.set_grant(
                tx, pattern, effect, by=By.PERSON, at=at, ids=ids, **terms
            )

    return allow


@pytest.fixture
def ask(database, tenant, at, today, ids):
    """Asks the gate once, in a transaction of its own."""

    async def ask(action=SMS, *, on=database, local_date=today, at=at, **about):
        async with on.transaction(tenant) as tx:
            return await service.authorize(
                tx, action, at=at, local_date=local_date, ids=ids, **about
            )

    return ask


@pytest.fixture
def spent(database, tenant, today):
    """What was used of a pattern today: (count, cents)."""

    async def spent(pattern="send_sms:wellness", local_date=today):
        async with database.transaction(tenant) as tx:
            used = (await service.usage(tx, local_date)).get(pattern)
            return (used.used, used.spent_cents) if used else (0, 0)

    return spent


def reasons(answers):
    return [answer.reason for answer in answers if isinstance(answer, Decision)]


async def test_64_at_once_against_a_limit_of_8_grant_exactly_8(wide_database, allow, ask, spent):
    await allow(daily_limit=8)
    answers = await asyncio.gather(*(ask(on=wide_database) for _ in range(64)))
    granted = [answer for answer in answers if isinstance(answer, Authorization)]
    assert len(granted) == 8
    assert reasons(answers) == [Reason.LIMIT_REACHED] * 56
    assert await spent() == (8, 0)


async def test_spending_at_once_never_exceeds_the_limit_by_a_cent(wide_database, allow, ask, spent):
    await allow(daily_spend_limit_cents=100)
    costs = [7, 13, 1, 29] * 10
    answers = await asyncio.gather(*(ask(on=wide_database, cost_cents=cost) for cost in costs))
    granted = sum(one.cost_cents for one in answers if isinstance(one, Authorization))
    refused = [one for one in answers if isinstance(one, Decision)]
    assert granted <= 100
    assert await spent() == (len(answers) - len(refused), granted)
    assert all(one.reason is Reason.SPEND_LIMIT_REACHED for one in refused)
    assert all(one.used.spent_cents + one.cost_cents > 100 for one in refused)


async def test_a_rule_set_at_once_by_many_is_in_force_once(wide_database, tenant, at, ids):
    async def set_one(limit):
        async with wide_database.transaction(tenant) as tx:
            await service.set_grant(
                tx, PATTERN, Effect.ALLOW, daily_limit=limit, by=By.PERSON, at=at, ids=ids
            )

    await asyncio.gather(*(set_one(limit) for limit in range(16)))
    async with wide_database.transaction(tenant) as tx:
        rules = await service.rules(tx, at=at, ids=ids)
        kept = await service.history(tx)
    assert len(rules.by_pattern["send_sms:wellness"]) == 1
    assert len(kept) == 11 + 16


async def test_64_at_once_on_a_tenant_without_rules_get_the_defaults_once(
    wide_database, tenant, ask, at, ids
):
    answers = await asyncio.gather(*(ask(on=wide_database) for _ in range(64)))
    assert all(isinstance(answer, Authorization) for answer in answers)
    async with wide_database.transaction(tenant) as tx:
        assert len(await service.history(tx)) == 11
        kinds = await tx.dicts("select kind, count(*) as n from events group by 1 order by 1")
    assert kinds == [
        {"kind": "grant.changed", "n": 11},
        {"kind": "grant.defaults_applied", "n": 1},
    ]


async def test_defaults_given_by_another_while_asking_are_seen(
    ask, database, tenant, at, ids, monkeypatch
):
    has_any = service.store.has_any

    async def give_first(tx):
        monkeypatch.undo()
        async with database.transaction(tenant) as other:
            await service.write_defaults(other, at, ids)
        return await has_any(tx)

    monkeypatch.setattr(service.store, "has_any", give_first)
    assert isinstance(await ask(), Authorization)


async def test_a_released_place_can_be_taken_again_once(allow, ask, spent, database, tenant, at):
    await allow(daily_limit=1, daily_spend_limit_cents=10)
    first = await ask(cost_cents=10)
    assert (await ask()).reason is Reason.LIMIT_REACHED
    async with database.transaction(tenant) as tx:
        assert await service.release(tx, first.id)
    async with database.transaction(tenant) as tx:
        assert not await service.release(tx, first.id)
    assert await spent() == (0, 0)
    assert isinstance(await ask(cost_cents=10), Authorization)
    assert await spent() == (1, 10)


async def test_released_by_many_at_once_gives_back_once(
    wide_database, allow, ask, spent, tenant, at
):
    await allow(daily_limit=8)
    first, *_ = [await ask(cost_cents=5) for _ in range(3)]

    async def release():
        async with wide_database.transaction(tenant) as tx:
            return await service.release(tx, first.id)

    assert sorted(await asyncio.gather(*(release() for _ in range(16)))) == [False] * 15 + [True]
    assert await spent() == (2, 10)


async def test_an_act_that_is_rolled_back_takes_no_place(database, tenant, at, today, ids, spent):
    class Crash(Exception):
        pass

    async def act():
        async with database.transaction(tenant) as tx:
            answer = await service.authorize(tx, SMS, at=at, local_date=today, ids=ids)
            assert isinstance(answer, Authorization)
            raise Crash

    with pytest.raises(Crash):
        await act()
    assert await spent() == (0, 0)


async def test_a_committed_place_stays_taken_and_twice_is_once(
    allow, ask, spent, database, tenant, at
):
    await allow(daily_limit=1)
    first = await ask()
    for _ in range(2):
        async with database.transaction(tenant) as tx:
            await service.commit(tx, first.id)
    assert await spent() == (1, 0)
    assert (await ask()).reason is Reason.LIMIT_REACHED


async def test_a_failure_reported_after_commit_gives_the_place_back(
    allow, ask, spent, database, tenant, at
):
    await allow(daily_limit=1)
    first = await ask()
    async with database.transaction(tenant) as tx:
        await service.commit(tx, first.id)
        assert await service.release(tx, first.id)
        with pytest.raises(Conflict, match=r"grant\.place_given_back"):
            await service.commit(tx, first.id)
    assert await spent() == (0, 0)


async def test_settling_an_authorization_nobody_gave_is_an_error(database, tenant, at):
    async with database.transaction(tenant) as tx:
        with pytest.raises(NotFound, match=r"grant\.authorization_not_found"):
            await service.commit(tx, uuid4())
        with pytest.raises(NotFound, match=r"grant\.authorization_not_found"):
            await service.release(tx, uuid4())


async def test_a_new_local_day_starts_from_nothing_and_the_old_one_gets_its_place_back(
    allow, ask, spent, database, tenant, at, today
):
    await allow(daily_limit=1)
    tomorrow = today + timedelta(days=1)
    first = await ask()
    assert (await ask()).reason is Reason.LIMIT_REACHED
    assert isinstance(await ask(local_date=tomorrow), Authorization)
    async with database.transaction(tenant) as tx:
        await service.release(tx, first.id)
    assert await spent(local_date=today) == (0, 0)
    assert await spent(local_date=tomorrow) == (1, 0)


async def test_a_rule_replaced_or_set_again_does_not_start_the_day_anew(
    allow, ask, database, tenant, at, ids
):
    await allow(daily_limit=3)
    for _ in range(2):
        assert isinstance(await ask(), Authorization)
    await allow(daily_limit=2)
    assert (await ask()).reason is Reason.LIMIT_REACHED
    async with database.transaction(tenant) as tx:
        await service.revoke(tx, PATTERN, by=By.PERSON, at=at, ids=ids)
    await allow(daily_limit=3)
    assert isinstance(await ask(), Authorization)
    assert (await ask()).reason is Reason.LIMIT_REACHED


async def test_a_limit_set_at_noon_counts_what_was_done_in_the_morning(allow, ask):
    for _ in range(3):
        assert isinstance(await ask(), Authorization)
    await allow(daily_limit=3)
    assert (await ask()).reason is Reason.LIMIT_REACHED


async def test_an_expired_rule_is_as_if_it_were_not_there(allow, ask, at):
    await allow(pattern=ActionPattern.parse("*:*"), effect=Effect.ASK)
    await allow(expires_at=at + timedelta(hours=1))
    assert isinstance(await ask(), Authorization)
    assert (await ask(at=at + timedelta(hours=1))).reason is Reason.ASKS_BY_RULE


async def test_a_revoked_rule_stops_what_was_planned_under_it(ask, database, tenant, at, ids):
    assert isinstance(await ask(), Authorization)
    async with database.transaction(tenant) as tx:
        await service.revoke(tx, PATTERN, by=By.PERSON, at=at, ids=ids)
    assert (await ask()).reason is Reason.NOTHING_MATCHES_IRREVERSIBLE


async def test_a_rule_revoked_between_reading_and_reserving_grants_nothing(
    allow, ask, database, tenant, at, ids, monkeypatch
):
    await allow()
    reserve = service.store.reserve

    async def revoke_first(tx, authorization, grant):
        async with database.transaction(tenant) as other:
            found = await service.store.live(other, [str(PATTERN)])
            if found:
                await service.revoke(other, PATTERN, by=By.PERSON, at=at, ids=ids)
        return await reserve(tx, authorization, grant)

    monkeypatch.setattr(service.store, "reserve", revoke_first)
    assert (await ask()).reason is Reason.NOTHING_MATCHES_IRREVERSIBLE


async def test_an_approval_answers_a_question_but_not_a_denial(allow, ask):
    await allow(Effect.ASK, daily_limit=1)
    assert (await ask()).effect is Effect.ASK
    granted = await ask(approved=True)
    assert isinstance(granted, Authorization)
    assert (await ask(approved=True)).reason is Reason.LIMIT_REACHED
    await allow(Effect.DENY)
    assert (await ask(approved=True)).reason is Reason.DENIED_BY_RULE


async def test_an_approval_lets_an_unruled_reversible_act_happen_and_be_released(
    ask, database, tenant, at
):
    archive = Action.parse("archive_app:water")
    granted = await ask(archive, approved=True)
    assert isinstance(granted, Authorization)
    assert granted.grant_id is None
    async with database.transaction(tenant) as tx:
        assert await service.release(tx, granted.id)


async def test_a_failed_lookup_denies_says_so_and_leaves_the_transaction_usable(
    database, tenant, at, today, ids, monkeypatch
):
    async def broken(tx, patterns=None):
        await tx.execute("select 1 / 0")

    monkeypatch.setattr(service.store, "live", broken)
    async with database.transaction(tenant) as tx:
        answer = await service.authorize(tx, SMS, at=at, local_date=today, ids=ids)
        assert await tx.value("select 1") == 1
    assert isinstance(answer, Decision)
    assert (answer.effect, answer.reason) == (Effect.DENY, Reason.LOOKUP_FAILED)


async def test_a_lost_connection_denies(database, tenant, at, today, ids):
    answers = []

    async def lose_it():
        async with database.transaction(tenant) as tx:
            await tx.connection.close()
            answers.append(await service.authorize(tx, SMS, at=at, local_date=today, ids=ids))

    with pytest.raises(psycopg.OperationalError):  # what the transaction held is lost: it says so
        await lose_it()
    assert reasons(answers) == [Reason.LOOKUP_FAILED]


async def test_a_negative_cost_is_refused_before_anything_is_read(ask):
    with pytest.raises(InvalidInput, match=r"grant\.negative_cost"):
        await ask(cost_cents=-1)


async def test_another_tenants_rules_and_uses_are_invisible(
    allow, ask, database, make_tenant, at, today, ids
):
    await allow(pattern=ActionPattern.parse("delete_data:*"), effect=Effect.ALLOW)
    granted = await ask(Action.parse("delete_data:notes"))
    assert isinstance(granted, Authorization)
    other = await make_tenant("bartek")
    async with database.transaction(other) as tx:
        assert await service.history(tx) == []
        assert await service.usage(tx, today) == {}
        with pytest.raises(NotFound):
            await service.release(tx, granted.id)
        answer = await service.authorize(
            tx, Action.parse("delete_data:notes"), at=at, local_date=today, ids=ids
        )
    assert isinstance(answer, Decision)
    assert answer.reason is Reason.DENIED_BY_RULE
