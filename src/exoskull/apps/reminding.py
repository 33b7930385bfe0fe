"""Reminders that the person took for an app: planned each morning, and let go where the entry is
there by then."""

from datetime import datetime, time, timedelta

from exoskull.apps import entry_store, notice, store
from exoskull.apps.model import App, AppState
from exoskull.apps.notice import Means, Notice
from exoskull.database.transaction import Transaction
from exoskull.i18n import text
from exoskull.interventions.model import Intervention
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current

KEEPS_FOR = timedelta(hours=3)


async def plan_day(tx: Transaction, tenant: Tenant, *, at: datetime, means: Means) -> int:
    """Plan the reminders of the rest of the tenant's local day; returns how many are new."""
    planned = 0
    today = tenant.local_date(at)
    for app in await store.in_states(tx, (AppState.ACTIVE,)):
        if not app.spec.reminds or app.spec.reminder is None:
            continue
        due = tenant.at_wall(today, time.fromisoformat(app.spec.reminder))
        if due < at or await _entered(tx, tenant, app, at):
            continue
        language = tenant.language.value
        planned += await notice.tell(
            tx,
            tenant,
            means,
            Notice(
                about=notice.subject_key(app.id),
                kind=notice.REMINDER,
                key=f"remind:{today.isoformat()}",
                subject=text(language, "app-reminder-subject", name=app.name),
                text=text(language, "app-reminder", name=app.name),
                reason=text(language, "app-reminder-reason", name=app.name),
                trace=app.trace,
                send_at=due,
                keeps_for=KEEPS_FOR,
            ),
            at=at,
        )
    return planned


async def still_wanted(tx: Transaction, planned: Intervention, at: datetime) -> bool:
    """Whether a planned reminder still has its reason: the app reminds, and today has no entry."""
    tenant = await current(tx)
    for app in await store.in_states(tx, (AppState.ACTIVE,)):
        if notice.subject_key(app.id) == planned.subject_key:
            return app.spec.reminds and not await _entered(tx, tenant, app, at)
    return False


async def _entered(tx: Transaction, tenant: Tenant, app: App, at: datetime) -> bool:
    today = tenant.local_date(at)
    return bool(await entry_store.page(tx, app.id, limit=1, first=today, last=today))
