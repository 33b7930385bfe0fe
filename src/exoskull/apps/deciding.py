"""What becomes of a proposed app: to work by itself, a question to the person, or a preview."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from exoskull.apps import life, notice, store
from exoskull.apps.model import App, AppSource, AppState, Outcome, Proposed, Risk
from exoskull.apps.notice import Means
from exoskull.apps.records import content_hash, event
from exoskull.apps.wording import activated_text, question_text
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.grants import service as grants
from exoskull.grants.decide import Decision, decide
from exoskull.grants.model import Action, Effect
from exoskull.interventions import approvals
from exoskull.scheduling.service import move_attention
from exoskull.tenants.model import Tenant


async def decide_on(
    tx: Transaction,
    tenant: Tenant,
    app: App,
    everything: Sequence[App],
    *,
    at: datetime,
    means: Means,
) -> Proposed:
    """Put a proposed app to work, ask about it, or show it as a preview, as it may be.

    Args:
        everything: the person's other apps, in every state.
    """
    if app.source is AppSource.USER_REQUEST:
        return await preview(tx, app, at=at, means=means)
    rule = await _rule(tx, tenant, app, at=at, means=means)
    if rule.grant is not None and rule.effect is Effect.DENY:
        refused = await store.save(tx, replace(app, state=AppState.REFUSED, ended_at=at))
        await publish(tx, event(refused, "refused", at, by="grant", grant=str(rule.grant.pattern)))
        return Proposed(outcome=Outcome.DECLINED, app=refused, reason="grant")
    why = _why_ask(app, everything, rule)
    if why is not None:
        return await ask(tx, tenant, app, at=at, means=means, why=why)
    active = await life.activate(tx, app.id, at=at, ids=means.ids, by="loop")
    await tell_activated(tx, tenant, active, at=at, means=means)
    return Proposed(outcome=Outcome.ACTIVATED, app=active)


async def _rule(
    tx: Transaction, tenant: Tenant, app: App, *, at: datetime, means: Means
) -> Decision:
    rules = await grants.rules(tx, at=at, ids=means.ids)
    usage = await grants.usage(tx, tenant.local_date(at))
    return decide(Action(verb="activate_app", scope=app.spec.family), rules, usage, at)


def _why_ask(app: App, everything: Sequence[App], rule: Decision) -> str | None:
    """Why an app does not go to work by itself; None where it does."""
    if app.risk is not Risk.LOW:
        return "risk"
    if not any(one.state is AppState.ACTIVE for one in everything):
        return "first_app"
    if rule.grant is not None and not rule.is_allowed:
        return "rule"
    return None


async def ask(
    tx: Transaction, tenant: Tenant, app: App, *, at: datetime, means: Means, why: str
) -> Proposed:
    """Ask the person about a proposed app, by the channel they prefer, with a single-use code bound
    to this very definition."""
    question, code = await _open_question(tx, app, at=at, means=means)
    said = question_text(app, code, tenant.language.value, why=why)
    key = f"ask:{question.id}"
    await notice.tell_of(tx, tenant, means, app, notice.QUESTION, key, said, at=at)
    shown = {"code": code} if means.reveal_codes else {}
    await publish(
        tx,
        event(
            app,
            "awaiting_approval",
            at,
            approval=str(question.id),
            expires_at=question.expires_at.isoformat(),
            asks_because=why,
            **shown,
        ),
    )
    await move_attention(tx, "approval", question.expires_at)
    return Proposed(outcome=Outcome.ASKED, app=app, reason=why)


async def preview(tx: Transaction, app: App, *, at: datetime, means: Means) -> Proposed:
    """Open the question that the chat shows as a preview; a plain yes there answers it."""
    await _open_question(tx, app, at=at, means=means)
    return Proposed(outcome=Outcome.PREVIEWED, app=app)


async def _open_question(
    tx: Transaction, app: App, *, at: datetime, means: Means
) -> tuple[approvals.Approval, str]:
    return await approvals.ask(
        tx,
        subject_kind="app",
        subject_id=app.id,
        content_hash=content_hash(app),
        at=at,
        ids=means.ids,
    )


async def tell_activated(
    tx: Transaction, tenant: Tenant, app: App, *, at: datetime, means: Means
) -> None:
    """Tell the person that an app is at work, and how to be rid of it."""
    said = activated_text(app, tenant.language.value)
    key = f"activated:{at.isoformat()}"
    await notice.tell_of(tx, tenant, means, app, notice.NOTICE, key, said, at=at)
