"""The permission table: defaults that are there, changes that are seen, history that stays."""

from datetime import timedelta

import pytest

from exoskull.database.pool import Database
from exoskull.feed import store as feed
from exoskull.grants import service
from exoskull.grants.announce import refused
from exoskull.grants.decide import Decision, Reason, decide
from exoskull.grants.defaults import ALLOWED, DEFAULTS, DENIED
from exoskull.grants.explain import Standing
from exoskull.grants.model import Action, ActionPattern, By, Effect
from exoskull.kit.errors import InvalidInput, NotFound
from exoskull.kit.ids import SYSTEM, TraceId

SMS = Action.parse("send_sms:wellness")
PATTERN = ActionPattern.parse("send_sms:wellness")
TABLES = ("grants", "grant_uses", "authorizations", "grant_answers", "grant_proposals")


@pytest.fixture
def in_tenant(database, tenant, at, ids):
    """Runs a function of the service in a transaction of its own."""

    async def run(function, *args, **kwargs):
        async with database.transaction(tenant) as tx:
            return await function(tx, *args, **kwargs)

    return run


@pytest.fixture
def set_grant(in_tenant, at, ids):
    async def set_grant(pattern, effect, **terms):
        about = {"by": By.PERSON, "at": at, "ids": ids} | terms
        return await in_tenant(
            service.set_grant, ActionPattern.parse(pattern), Effect(effect), **about
        )

    return set_grant


@pytest.fixture
def events(in_tenant):
    """The tenant's events, oldest first: (kind, data)."""

    async def events():
        return [(event.kind, event.data) for event in await in_tenant(feed.after, 0)]

    return events


def terms_of(rules):
    return {(str(g.pattern), g.effect.value, g.daily_limit, g.set_by) for g in rules.grants}


DEFAULT_TERMS = {(str(terms.pattern), terms.effect.value, None, By.DEFAULT) for terms in DEFAULTS}


def test_the_defaults_are_those_of_the_product():
    assert {str(t.pattern) for t in DEFAULTS if t.effect is Effect.ALLOW} == set(ALLOWED)
    assert {str(t.pattern) for t in DEFAULTS if t.effect is Effect.DENY} == set(DENIED)
    assert len(DEFAULTS) == 11


async def test_default_rules_are_rows_of_the_creating_transaction(
    in_tenant, events, database, tenant, at, ids
):
    class Crash(Exception):
        pass

    async def create_and_crash():
        async with database.transaction(tenant) as tx:
            await service.write_defaults(tx, at, ids)
            raise Crash

    with pytest.raises(Crash):
        await create_and_crash()
    assert await in_tenant(service.history) == []

    await in_tenant(service.write_defaults, at, ids)
    assert {record.grant.terms for record in await in_tenant(service.history)} == set(DEFAULTS)
    told = await events()
    assert [kind for kind, _ in told] == ["grant.changed"] * 11
    assert {(data["pattern"], data["effect"], data["by"]) for _, data in told} == {
        (str(terms.pattern), terms.effect.value, "default") for terms in DEFAULTS
    }


async def test_a_tenant_without_rules_acts_on_the_defaults_and_an_event_says_so_once(
    in_tenant, events, at, ids
):
    for _ in range(2):
        rules = await in_tenant(service.rules, at=at, ids=ids)
        assert terms_of(rules) == DEFAULT_TERMS
    applied = [data for kind, data in await events() if kind == "grant.defaults_applied"]
    assert len(applied) == 1
    assert sorted(applied[0]["patterns"]) == sorted([*ALLOWED, *DENIED])


async def test_a_rule_set_for_a_tenant_without_rules_does_not_hide_the_defaults(
    in_tenant, set_grant, at, ids
):
    await set_grant("send_sms:goal", "deny")
    rules = await in_tenant(service.rules, at=at, ids=ids)
    assert terms_of(rules) == (DEFAULT_TERMS - {("send_sms:goal", "allow", None, By.DEFAULT)}) | {
        ("send_sms:goal", "deny", None, By.PERSON)
    }


async def test_whoever_revoked_every_rule_gets_none_back(in_tenant, at, ids):
    await in_tenant(service.write_defaults, at, ids)
    for terms in DEFAULTS:
        await in_tenant(service.revoke, terms.pattern, by=By.PERSON, at=at, ids=ids)
    assert (await in_tenant(service.rules, at=at, ids=ids)).grants == ()
    answer = await in_tenant(service.authorize, SMS, at=at, local_date=at.date(), ids=ids)
    assert isinstance(answer, Decision)
    assert answer.reason is Reason.NOTHING_MATCHES_IRREVERSIBLE


async def test_a_changed_rule_is_told_with_what_it_was(set_grant, events):
    await set_grant("send_sms:wellness", "allow", daily_limit=3)
    await set_grant("send_sms:wellness", "deny", by=By.TAPE)
    kind, data = (await events())[-1]
    assert kind == "grant.changed"
    assert (data["pattern"], data["effect"], data["by"]) == ("send_sms:wellness", "deny", "tape")
    assert (data["before"]["effect"], data["before"]["daily_limit"]) == ("allow", 3)


async def test_the_same_hand_setting_the_same_terms_again_changes_nothing(set_grant, events):
    first = await set_grant("send_sms:wellness", "allow", daily_limit=3)
    told = len(await events())
    assert await set_grant("send_sms:wellness", "allow", daily_limit=3) == first
    assert len(await events()) == told


async def test_a_default_rule_confirmed_by_the_person_becomes_theirs(set_grant, in_tenant):
    assert (await set_grant("send_sms:wellness", "allow")).set_by is By.PERSON


async def test_a_revoked_rule_is_told_and_stays_in_the_history(
    in_tenant, set_grant, events, at, ids
):
    grant = await set_grant("delete_data:*", "ask")
    later = at + timedelta(hours=1)
    await in_tenant(service.revoke, grant.pattern, by=By.PERSON, at=later, ids=ids)
    assert (await events())[-1][1]["effect"] == "revoked"
    records = {record.grant.id: record for record in await in_tenant(service.history)}
    assert (records[grant.id].revoked_at, records[grant.id].revoked_by) == (later, By.PERSON)
    with pytest.raises(NotFound, match=r"grant\.not_found"):
        await in_tenant(service.revoke, grant.pattern, by=By.PERSON, at=later, ids=ids)


async def test_a_refused_change_leaves_the_table_as_it_was(in_tenant, set_grant, at, ids):
    before = await in_tenant(service.rules, at=at, ids=ids)
    with pytest.raises(InvalidInput, match=r"grant\.expired_already"):
        await set_grant("send_sms:wellness", "allow", expires_at=at)
    with pytest.raises(InvalidInput, match=r"grant\.limit_on_deny"):
        await set_grant("send_sms:wellness", "deny", daily_limit=1)
    assert await in_tenant(service.rules, at=at, ids=ids) == before


async def test_nobody_can_give_rules_to_a_tenant_that_does_not_exist(database: Database, at, ids):
    async with database.transaction(SYSTEM) as tx:
        with pytest.raises(NotFound, match=r"row\.not_found"):
            await service.rules(tx, at=at, ids=ids)


async def test_a_rule_is_read_back_exactly_as_it_was_set(in_tenant, set_grant, at, ids):
    grant = await set_grant(
        "spend_money:coffee",
        "ask",
        daily_limit=2,
        daily_spend_limit_cents=1500,
        expires_at=at + timedelta(days=7),
    )
    rules = await in_tenant(service.rules, at=at, ids=ids)
    assert rules.by_pattern["spend_money:coffee"] == (grant,)


async def test_an_explanation_names_the_rule_the_limits_and_what_was_outranked(
    in_tenant, set_grant, at, ids
):
    await set_grant("send_sms:*", "deny")
    await set_grant("send_sms:wellness", "allow", daily_limit=1, daily_spend_limit_cents=50)
    day = at.date()
    await in_tenant(service.authorize, SMS, at=at, local_date=day, ids=ids, cost_cents=7)
    explained = await in_tenant(service.explain, SMS, at=at, local_date=day, ids=ids)
    shown = explained.as_json()
    assert (shown["effect"], shown["reason"]) == ("deny", "limit_reached")
    assert shown["rule"]["pattern"] == "send_sms:wellness"
    assert shown["limits"] == [
        {"kind": "daily_count", "used": 1, "limit": 1},
        {"kind": "daily_spend_cents", "used": 7, "limit": 50},
    ]
    assert [(m["pattern"], m["standing"]) for m in shown["matching"]] == [
        ("send_sms:wellness", "decides"),
        ("send_sms:*", "outranked"),
    ]
    assert shown["remedy"]["daily_limit"] == 2


async def test_explaining_uses_nothing_up(in_tenant, set_grant, at, ids):
    await set_grant("send_sms:wellness", "allow", daily_limit=1)
    for _ in range(3):
        explained = await in_tenant(service.explain, SMS, at=at, local_date=at.date(), ids=ids)
        assert explained.decision.is_allowed


async def test_an_explanation_mentions_an_expired_rule(in_tenant, set_grant, at, ids):
    await set_grant("send_sms:wellness", "deny", expires_at=at + timedelta(hours=1))
    await set_grant("send_sms:*", "allow")
    explained = await in_tenant(
        service.explain, SMS, at=at + timedelta(hours=2), local_date=at.date(), ids=ids
    )
    assert explained.decision.is_allowed
    assert [match.standing for match in explained.matching] == [Standing.EXPIRED, Standing.DECIDES]


def test_a_refusal_is_an_event_with_its_reason_and_what_would_change_it(at, ids, make_grant):
    rules = service.Rules.of([make_grant("spend_money:*", "deny")])
    decision = decide(Action.parse("spend_money:coffee"), rules, {}, at)
    event = refused(decision, at=at, trace=TraceId(ids.new()), intervention="i1")
    assert event.kind == "grant.refused"
    assert event.data["reason"] == "denied_by_rule"
    assert event.data["rule"]["pattern"] == "spend_money:*"
    assert event.data["remedy"]["pattern"] == "spend_money:coffee"
    assert event.data["remedy"]["effect"] == "allow"
    assert event.data["intervention"] == "i1"


async def test_defaults_go_to_every_tenant_without_rules_and_to_no_other(
    database, make_tenant, at, ids
):
    bare = await make_tenant("anna")
    other = await make_tenant("bartek")
    revoked = await make_tenant("celina")
    async with database.transaction(other) as tx:
        await service.set_grant(tx, PATTERN, Effect.DENY, by=By.PERSON, at=at, ids=ids)
    async with database.transaction(revoked) as tx:
        await service.write_defaults(tx, at, ids)
        for terms in DEFAULTS:
            await service.revoke(tx, terms.pattern, by=By.PERSON, at=at, ids=ids)
    assert await service.give_defaults(database, at=at, ids=ids) == [bare]
    assert await service.give_defaults(database, at=at, ids=ids) == []
    async with database.transaction(bare) as tx:
        assert {record.grant.terms for record in await service.history(tx)} == set(DEFAULTS)


@pytest.mark.parametrize("table", TABLES)
async def test_the_database_itself_hides_one_tenants_rows_from_another(
    table, database, make_tenant, at, ids
):
    anna, bartek = await make_tenant("anna"), await make_tenant("bartek")
    filled = {
        "grants": "('{t}', '{i}', 'a:b', 'allow', null, null, null, 'person', '{at}')",
        "grant_uses": "('{t}', '{at}', 'a:b', 1, 0)",
        "authorizations": "('{t}', '{i}', 'a:b', null, null, true, '{at}', 0, 'reserved', '{at}')",
        "grant_answers": "('{t}', '{i}', 'a:b', true, '{at}', '{at}', 0)",
        "grant_proposals": "('{t}', '{i}', 'a:b', 'allow', null, null, null, 5, '{at}', '{at}', "
        "'open', '{at}', null)",
    }[table].format(t=anna, i=ids.new(), at=at.isoformat())
    async with database.transaction(anna) as tx:
        await tx.execute(f"insert into {table} values {filled}")
        assert await tx.value(f"select count(*) from {table}") == 1
    async with database.transaction(bartek) as tx:
        assert await tx.value(f"select count(*) from {table}") == 0
        assert await tx.execute(f"delete from {table}") == 0
