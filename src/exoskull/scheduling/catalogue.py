"""The catalogue: everything that happens by the clock, a row each."""

from collections.abc import Mapping
from datetime import time, timedelta
from difflib import get_close_matches
from types import MappingProxyType

from exoskull.kit.errors import InvalidInput
from exoskull.scheduling.model import (
    Coalesce,
    Cycle,
    Daily,
    DropAfter,
    Job,
    Monthly,
    RunLate,
    Scope,
    Setting,
    Weekday,
    Weekly,
)

MORNING_AT = time(7, 30)
EVENING_AT = time(20, 30)
"""The hours of a person who has not set their own."""

COALESCE = Coalesce()
DROP_AFTER_4_H = DropAfter(late=timedelta(hours=4))
QUARTER = Cycle(minutes=15)
HOURLY = Cycle(minutes=60)

_ROWS = (
    Job(name="loop-15", rule=QUARTER, scope=Scope.TRIAGE, catch_up=COALESCE),
    Job(name="outcome-sweep", rule=QUARTER, scope=Scope.TRIAGE, catch_up=COALESCE),
    Job(
        name="morning-briefing",
        rule=Daily(at=Setting.MORNING),
        scope=Scope.TENANT,
        catch_up=DROP_AFTER_4_H,
    ),
    Job(
        name="evening-reflection",
        rule=Daily(at=Setting.EVENING),
        scope=Scope.TENANT,
        catch_up=DROP_AFTER_4_H,
    ),
    Job(
        name="daily-summary",
        rule=Daily(at=Setting.EVENING),
        scope=Scope.TENANT,
        catch_up=DROP_AFTER_4_H,
    ),
    Job(
        name="weekly-summary",
        rule=Weekly(day=Weekday.MONDAY, at=time(8)),
        scope=Scope.TENANT,
        catch_up=COALESCE,
    ),
    Job(
        name="monthly-summary",
        rule=Monthly(day=1, at=time(8)),
        scope=Scope.TENANT,
        catch_up=COALESCE,
    ),
    Job(
        name="learning-update",
        rule=Daily(at=time(3)),
        scope=Scope.TENANT,
        catch_up=RunLate(),
    ),
    Job(
        name="learning-pool",
        rule=Daily(at=time(2)),
        scope=Scope.INSTALLATION,
        catch_up=COALESCE,
    ),
    Job(
        name="integrity-check",
        rule=Daily(at=time(3, 30)),
        scope=Scope.TENANT,
        catch_up=COALESCE,
    ),
    Job(name="conductor", rule=HOURLY, scope=Scope.INSTALLATION, catch_up=COALESCE),
    Job(name="budget-reset", rule=Daily(at=time(0, 5)), scope=Scope.TENANT, catch_up=COALESCE),
    Job(name="goal-progress", rule=Daily(at=time(5, 30)), scope=Scope.TENANT, catch_up=COALESCE),
    Job(
        name="gap-detection",
        rule=Weekly(day=Weekday.MONDAY, at=time(5)),
        scope=Scope.TENANT,
        catch_up=COALESCE,
    ),
    Job(
        name="app-optimizer",
        rule=Weekly(day=Weekday.SUNDAY, at=time(17)),
        scope=Scope.TENANT,
        catch_up=COALESCE,
    ),
    Job(
        name="skill-auto-generator",
        rule=Daily(at=time(4)),
        scope=Scope.TENANT,
        catch_up=COALESCE,
    ),
    Job(name="skill-lifecycle", rule=Daily(at=time(5)), scope=Scope.TENANT, catch_up=COALESCE),
    Job(name="app-reminders", rule=Daily(at=time(6)), scope=Scope.TENANT, catch_up=COALESCE),
    Job(name="post-conversation", rule=QUARTER, scope=Scope.TRIAGE, catch_up=COALESCE),
    Job(name="incident-watch", rule=HOURLY, scope=Scope.TRIAGE, catch_up=COALESCE),
    Job(name="retention", rule=Daily(at=time(4, 30)), scope=Scope.TENANT, catch_up=COALESCE),
    Job(
        name="installation-retention",
        rule=Daily(at=time(4, 30)),
        scope=Scope.INSTALLATION,
        catch_up=COALESCE,
    ),
)

CATALOGUE: Mapping[str, Job] = MappingProxyType({job.name: job for job in _ROWS})
"""Every job by name, in the order of the rows."""


def find_job(name: str, catalogue: Mapping[str, Job] = CATALOGUE) -> Job:
    """The job called `name`; raises InvalidInput (`job.unknown`) with those there are."""
    if job := catalogue.get(name):
        return job
    known = get_close_matches(name, catalogue, n=3, cutoff=0.5) or list(catalogue)
    raise InvalidInput("job.unknown", field="job", value=name[:64], suggestions=", ".join(known))
