"""A worker to be killed: `python a_worker.py URL NAME HOW`, with HOW one of

work: write the effect and end the run; hang: begin and do no more; hang-after: write the effect
and do no more. Each writes `begun NAME` to standard output when it has come so far.
"""

import asyncio
import sys
from dataclasses import dataclass
from datetime import timedelta

from exoskull.database.pool import Database
from exoskull.kit.clock import SystemClock
from exoskull.kit.ids import SystemIds
from exoskull.scheduling import claims
from exoskull.scheduling.dispatch import RUN, Dispatcher
from exoskull.scheduling.execute import Executor
from exoskull.scheduling.model import Coalesce, Daily, Ended, Job, Run, Scope, Setting, ran
from exoskull.scheduling.queue import PgQueue
from exoskull.scheduling.serve import Worker, stop_on_signals

JOB = Job(
    name="morning-briefing",
    rule=Daily(at=Setting.MORNING),
    scope=Scope.TENANT,
    catch_up=Coalesce(),
    lease=timedelta(seconds=2),
)
CATALOGUE = {JOB.name: JOB}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deps:
    database: Database
    how: str


async def handle(deps: Deps, run: Run) -> Ended:
    if deps.how != "hang":
        async with deps.database.transaction(run.tenant_id) as tx:
            await claims.hold(tx, run)
            await tx.execute(
                "insert into effects values (%(tenant)s, %(run)s, %(attempt)s, %(worker)s)"
                " on conflict do nothing",
                tenant=run.tenant_id,
                run=run.id,
                attempt=run.attempt,
                worker=run.worker,
            )
    print("begun", run.worker, flush=True)
    if deps.how != "work":
        await asyncio.Event().wait()
    return ran()


async def main(url: str, name: str, how: str) -> None:
    clock = SystemClock()
    async with await Database.open(url) as database:
        dispatcher = Dispatcher(
            database=database,
            queue=PgQueue(clock),
            ids=SystemIds(clock),
            sources={},
            catalogue=CATALOGUE,
            grace=timedelta(seconds=2),
        )
        executor = Executor(
            database=database,
            clock=clock,
            handlers={JOB.name: handle},
            deps=Deps(database=database, how=how),
            worker=name,
            catalogue=CATALOGUE,
        )
        await Worker(
            url=url,
            clock=clock,
            consumers={RUN: executor.consume},
            ticks=[dispatcher.tick],
            every_s=0.1,
            silence=timedelta(seconds=2),
            grace_s=0.5,
        ).serve(stop_on_signals())


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
