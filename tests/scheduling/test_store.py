"""The tables against the types."""

import re

from exoskull.scheduling.model import OPEN, State


async def test_the_states_are_those_of_the_database(database):
    async with database.system() as tx:
        checks = [
            row["definition"]
            for row in await tx.dicts(
                "select pg_get_constraintdef(oid) as definition from pg_constraint"
                " where conrelid = 'runs'::regclass and contype = 'c'"
            )
        ]
    listed = [set(re.findall(r"'(\w+)'::text", check)) for check in checks]
    assert {state.value for state in State} in listed
    assert {state.value for state in OPEN} in listed


async def test_functions_over_all_tenants_are_not_open_to_every_role(database):
    async with database.system() as tx:
        open_to_all = await tx.dicts(
            "select proname from pg_proc where proname like 'system\\_%%'"
            " and pronamespace = 'public'::regnamespace"
            " and has_function_privilege('public', oid, 'execute')"
        )
    assert open_to_all == []


async def test_pgqueuer_keeps_no_log(database):
    async with database.system() as tx:
        await tx.execute(
            "insert into pgqueuer_log (job_id, status, priority, entrypoint)"
            " values (1, 'queued', 0, 'run')"
        )
        assert await tx.value("select count(*) from pgqueuer_log") == 0
