"""Where a skill of a tenant reads: the tenant's own rows, and nobody else's.

There is no argument for a tenant: the transaction, under row-level security, is all that it has.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from exoskull.database.transaction import Transaction
from exoskull.goals import service as goals
from exoskull.signals import service as signals
from exoskull.tasks import service as tasks
from exoskull.tasks.model import Task
from exoskull.tenants.model import Tenant

_EVER = datetime(1970, 1, 1, tzinfo=UTC)


class TenantReader:
    """Reads for one run at `at`."""

    def __init__(self, tx: Transaction, tenant: Tenant, at: datetime) -> None:
        self._tx = tx
        self._tenant = tenant
        self._at = at

    @property
    def now(self) -> datetime:
        """The person's local time; it stands still while the skill runs."""
        return self._tenant.local(self._at)

    async def measures(self, metric: str, days: int) -> list[dict[str, Any]]:
        """Those of the last `days` local days, today included, oldest first."""
        today = self.now.date()
        since = self._tenant.at_wall(today - timedelta(days=days - 1), datetime.min.time())
        until = self._tenant.day_end(self._at)
        return [
            {
                "at": self._tenant.local(one.at).isoformat(),
                "value": one.value,
                "unit": one.unit,
            }
            for one in await signals.between(self._tx, metric, since, until)
        ]

    async def tasks(self, status: str) -> list[dict[str, Any]]:
        """The tasks of that status, oldest first."""
        found: list[dict[str, Any]] = []
        if status in ("open", "all"):
            found += [self._task(one, "open") for one in await tasks.open_tasks(self._tx)]
        if status in ("done", "all"):
            found += [self._task(one, "done") for one in await tasks.done_since(self._tx, _EVER)]
        return found

    def _task(self, one: Task, status: str) -> dict[str, Any]:
        done = self._tenant.local(one.ended_at).isoformat() if one.ended_at else None
        return {
            "title": one.title,
            "due": one.due_on.isoformat() if one.due_on else None,
            "status": status,
            "done_at": done if status == "done" else None,
        }

    async def goals(self) -> list[dict[str, Any]]:
        """The active goals, oldest first."""
        return [
            {
                "title": one.title,
                "metric": one.metric,
                "target": one.target,
                "period": one.period.value if one.period else None,
                "direction": one.direction.value,
                "baseline": one.baseline,
                "by": one.by_date.isoformat() if one.by_date else None,
            }
            for one in await goals.active(self._tx)
        ]
