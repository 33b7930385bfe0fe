"""What the schema says of grants is what the program says."""

import importlib
import re

import psycopg
import pytest

from exoskull.grants import service
from exoskull.grants.defaults import DEFAULTS
from exoskull.grants.model import PATTERN, AuthorizationState, By, Effect
from exoskull.grants.proposals.model import ProposalState

migration = importlib.import_module("exoskull.database.migrations.versions.0002_grants")


async def test_the_migration_gives_the_default_rules_to_who_has_none(
    database, database_url, make_tenant, at, ids
):
    bare, other = await make_tenant("anna"), await make_tenant("bartek")
    async with database.transaction(other) as tx:
        pattern = DEFAULTS[0].pattern
        await service.set_grant(tx, pattern, Effect.DENY, by=By.PERSON, at=at, ids=ids)
        kept = await service.history(tx)
    async with await psycopg.AsyncConnection.connect(database_url) as owner:
        for _ in range(2):
            await owner.execute(migration.GIVE_DEFAULTS)
    async with database.transaction(bare) as tx:
        given = [record.grant for record in await service.history(tx)]
        told = await tx.dicts("select kind, data from events")
    assert {grant.terms for grant in given} == set(DEFAULTS)
    assert {grant.set_by for grant in given} == {By.DEFAULT}
    assert len(given) == len(DEFAULTS)
    assert [event["kind"] for event in told] == ["grant.defaults_applied"]
    assert sorted(told[0]["data"]["patterns"]) == sorted(str(t.pattern) for t in DEFAULTS)
    async with database.transaction(other) as tx:
        assert await service.history(tx) == kept


@pytest.mark.parametrize(
    ("table", "column", "enum"),
    [
        ("grants", "effect", Effect),
        ("grants", "set_by", By),
        ("grants", "revoked_by", By),
        ("authorizations", "state", AuthorizationState),
        ("grant_proposals", "effect", Effect),
        ("grant_proposals", "state", ProposalState),
    ],
)
async def test_each_enum_is_its_columns_check(database, tenant, table, column, enum):
    async with database.transaction(tenant) as tx:
        check = await tx.value(
            """
            select pg_get_constraintdef(c.oid) from pg_constraint c
             where c.conrelid = %(table)s::regclass and c.contype = 'c'
               and c.conkey = array[(select attnum from pg_attribute
                                      where attrelid = c.conrelid and attname = %(column)s)]
            """,
            table=table,
            column=column,
        )
    assert set(re.findall(r"'(\w+)'::text", check)) == {member.value for member in enum}


async def test_the_databases_pattern_is_the_programs(database, tenant):
    async with database.transaction(tenant) as tx:
        check = await tx.value(
            "select pg_get_constraintdef(oid) from pg_constraint"
            " where conrelid = 'grants'::regclass and conname = 'grants_pattern_check'"
        )
    assert f"'^{PATTERN}$'" in check
