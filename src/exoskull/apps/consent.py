"""The person's yes and no to an app that they were asked about."""

from datetime import datetime

from exoskull.apps import life, store
from exoskull.apps.deciding import tell_activated
from exoskull.apps.model import App, AppSource, AppState
from exoskull.apps.notice import Means
from exoskull.apps.records import content_hash
from exoskull.database.transaction import Transaction
from exoskull.interventions import approvals
from exoskull.interventions.approvals import Approval
from exoskull.kit.errors import Conflict, NotFound
from exoskull.tenants.service import current

SUBJECT = "app"
"""`subject_kind` of a question about an app."""


async def answer(
    tx: Transaction, question: Approval, *, yes: bool, by: str, at: datetime, means: Means
) -> App:
    """Answer a question about an app: at a yes it goes to work, at a no it is not made.

    Args:
        by: whose hand and how: `web`, `sms`, `tape`, `cli`.

    Raises:
        NotFound: `approval.not_open`: answered before, or too late.
        Conflict: `approval.changed`: the app is no longer the one that was asked about.
    """
    app = await store.get(tx, question.subject_id, lock=True)
    if app is None or app.state is not AppState.PROPOSED:
        raise NotFound("approval.not_open")
    if content_hash(app) != question.content_hash:
        raise Conflict("approval.changed")
    if await approvals.answer(tx, question.id, yes=yes, by=by, at=at) is None:
        raise NotFound("approval.not_open")
    if not yes:
        return await life.refuse(tx, app.id, at=at, by=by)
    active = await life.activate(tx, app.id, at=at, ids=means.ids, by=by, approval=str(question.id))
    if active.source is not AppSource.USER_REQUEST:
        await tell_activated(tx, await current(tx), active, at=at, means=means)
    return active
