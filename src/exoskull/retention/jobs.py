"""retention and installation-retention: letting go of what is old, a batch at a time."""

from collections.abc import Mapping
from typing import Protocol

from exoskull.database.pool import Database
from exoskull.kit.clock import Clock
from exoskull.retention.model import Keep
from exoskull.retention.rules import OF_A_TENANT, OF_THE_INSTALLATION, Rule
from exoskull.scheduling.claims import hold
from exoskull.scheduling.model import Ended, Run, ran, skipped

BATCH = 5000
"""Rows that go in one transaction, so that none is long."""

BATCHES_MAX = 200
"""Of one rule in one run; what is left goes tomorrow."""


class Deps(Protocol):
    """What the handlers need of an installation."""

    @property
    def database(self) -> Database: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def keep(self) -> Keep: ...


async def retain(here: Deps, run: Run) -> Ended:
    """Let go of what is old of the tenant's; the detail counts it by table."""
    return await _by_rules(here, run, OF_A_TENANT)


async def retain_installation(here: Deps, run: Run) -> Ended:
    """Let go of what is old and nobody's: the batch rows of triage, used links."""
    return await _by_rules(here, run, OF_THE_INSTALLATION)


async def _by_rules(
    here: Deps, run: Run, rules: Mapping[str, Rule], *, batch: int = BATCH
) -> Ended:
    gone = {table: await _let_go(here, run, rule, batch) for table, rule in rules.items()}
    counted = {table: count for table, count in gone.items() if count}
    return ran(**counted) if counted else skipped("nothing_old")


async def _let_go(here: Deps, run: Run, rule: Rule, batch: int) -> int:
    before = here.keep.before(rule.term, here.clock.now())
    gone = 0
    for _ in range(BATCHES_MAX):
        async with here.database.transaction(run.tenant_id) as tx:
            await hold(tx, run)
            deleted = await tx.execute(rule.sql, tenant=tx.tenant_id, before=before, most=batch)
        gone += deleted
        if deleted < batch:
            break
    return gone
