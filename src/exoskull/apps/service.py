"""Apps proposed: from a need to an app at work, or to a question; and apps read."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from exoskull.apps import life, notice, store
from exoskull.apps.build import build
from exoskull.apps.deciding import ask, decide_on, preview
from exoskull.apps.drafting import Draft
from exoskull.apps.families import CUSTOM, family_of
from exoskull.apps.fit import beyond_a_tracker
from exoskull.apps.model import (
    App,
    AppSource,
    AppSpec,
    AppState,
    Outcome,
    Proposed,
    Risk,
    Smoke,
)
from exoskull.apps.naming import free
from exoskull.apps.notice import Means
from exoskull.apps.records import event
from exoskull.apps.risk import findings, risk_of
from exoskull.apps.similar import extended, same_need
from exoskull.apps.smoke import smoke
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.interventions import approvals
from exoskull.kit.errors import NotFound
from exoskull.kit.ids import TraceId
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current

ASK_AGAIN = timedelta(days=14)
"""How long after an unanswered question the same app may be asked about again."""

STANDING = (AppState.PROPOSED, AppState.ACTIVE, AppState.ARCHIVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillIdea:
    """What a tracker cannot do, and a skill may: `reason` is why, a word of `fit.py`."""

    name: str
    reason: str
    words: tuple[str, ...]
    evidence: tuple[UUID, ...]
    confidence: float
    at: datetime
    trace: TraceId


SuggestSkill = Callable[[Transaction, SkillIdea], Awaitable[None]]


async def propose(
    tx: Transaction,
    *,
    family: str,
    label: str | None,
    words: Sequence[str],
    source: str,
    mentions: Sequence[UUID],
    confidence: float,
    at: datetime,
    trace: TraceId,
    means: Means,
    suggest_skill: SuggestSkill | None = None,
    draft: Draft | None = None,
) -> Proposed:
    """Make the app that a need asks for, once: the same need again makes nothing new.

    It goes to work by itself where its risk is low, its smoke test passed, an app is at work
    already and no rule of the person's says otherwise; else the person is asked. What the person
    asked for in the chat is a preview, and made at a yes.

    Args:
        family: the need's family, by any of its names, or "custom".
        label: what the person calls it, for what no family is of.
        words: their messages, as written; only data.
        source: `user_request`, `suggestion` or `auto_detection`.
        mentions: the messages that speak of it.
        suggest_skill: where what no tracker can do goes; None: only the feed is told.
        draft: what a model made of it, for what no family is of; None: the words are built on.
    """
    tenant = await current(tx)
    known = family_of(family)
    draft = draft if known == CUSTOM else None
    why = beyond_a_tracker(label, words) if known == CUSTOM else None
    if why is None and draft is not None:
        why = draft.beyond
    if why is not None:
        idea = SkillIdea(
            name=label or family,
            reason=why,
            words=tuple(words),
            evidence=tuple(mentions),
            confidence=confidence,
            at=at,
            trace=trace,
        )
        await (suggest_skill or _tell_of_skill)(tx, idea)
        return Proposed(outcome=Outcome.SKILL, app=None, reason=why)
    spec = draft.spec if draft else None
    return await propose_spec(
        tx,
        tenant,
        spec or build(family, label, words, tenant.language.value),
        source=AppSource(source),
        drafted_by=draft.by if draft and spec else None,
        mentions=mentions,
        confidence=confidence,
        at=at,
        trace=trace,
        means=means,
    )


async def _tell_of_skill(tx: Transaction, idea: SkillIdea) -> None:
    await publish(
        tx,
        Event(
            at=idea.at,
            kind="skill.suggested",
            trace=idea.trace,
            data={
                "name": idea.name,
                "why_not": idea.reason,
                "confidence": idea.confidence,
                "evidence": [str(one) for one in idea.evidence],
            },
        ),
    )


async def propose_spec(
    tx: Transaction,
    tenant: Tenant,
    spec: AppSpec,
    *,
    source: AppSource,
    mentions: Sequence[UUID] = (),
    confidence: float = 1.0,
    at: datetime,
    trace: TraceId,
    means: Means,
    drafted_by: str | None = None,
) -> Proposed:
    """As `propose`, of a definition that is there; `drafted_by`: the model that made it."""
    everything = await store.in_states(tx, tuple(AppState))
    same = same_need(spec, everything)
    if same is not None:
        served = await _served(
            tx, tenant, same, spec, source, mentions=mentions, at=at, trace=trace, means=means
        )
        if served is not None:
            return served
    taken = {one.slug for one in everything if one.state in STANDING}
    spec = replace(spec, slug=free(spec.slug, taken))
    app = App(
        id=means.ids.new(),
        spec=spec,
        state=AppState.PROPOSED,
        source=source,
        risk=risk_of(spec),
        smoke=Smoke(passed=False),
        mentions=len(set(mentions)),
        evidence=tuple(dict.fromkeys(mentions)),
        confidence=confidence,
        created_at=at,
        activated_at=None,
        ended_at=None,
        trace=trace,
    )
    app = replace(app, smoke=await smoke(tx, app, at=at, ids=means.ids))
    app = await store.insert(tx, app)
    more = {"drafted_by": drafted_by} if drafted_by else {}
    await publish(tx, event(app, "proposed", at, smoke=_smoke_data(app), risks=_risks(app), **more))
    if not app.smoke.passed:
        return Proposed(outcome=Outcome.FAILED, app=app, reason=app.smoke.failure)
    return await decide_on(tx, tenant, app, everything, at=at, means=means)


def _smoke_data(app: App) -> dict[str, Any]:
    return {"passed": app.smoke.passed, "failure": app.smoke.failure}


def _risks(app: App) -> list[dict[str, str]]:
    return [{"risk": one.risk.value, "reason": one.reason} for one in findings(app.spec)]


async def _served(
    tx: Transaction,
    tenant: Tenant,
    same: App,
    spec: AppSpec,
    source: AppSource,
    *,
    mentions: Sequence[UUID],
    at: datetime,
    trace: TraceId,
    means: Means,
) -> Proposed | None:
    """What an app that is there makes of the same need; None where a new one is to be made."""
    asked = source is AppSource.USER_REQUEST
    match same.state:
        case AppState.ACTIVE:
            wider = extended(same.spec, spec)
            if wider is None:
                return Proposed(outcome=Outcome.EXISTING, app=same)
            if risk_of(wider) is not Risk.LOW and not asked:
                return Proposed(outcome=Outcome.EXISTING, app=same, reason="risk")
            app = await life.change(
                tx, same.id, wider, at=at, ids=means.ids, by="loop", what="extended"
            )
            return Proposed(outcome=Outcome.EXTENDED, app=app)
        case AppState.ARCHIVED if asked:
            app = await life.restore(tx, same.id, at=at, ids=means.ids, by="chat")
            return Proposed(outcome=Outcome.RESTORED, app=app)
        case AppState.PROPOSED:
            return await _asked_before(
                tx, tenant, same, asked=asked, mentions=mentions, at=at, means=means
            )
        case AppState.DELETED | AppState.REFUSED if asked:
            return None
        case AppState.ARCHIVED:
            return Proposed(outcome=Outcome.EXISTING, app=same, reason="archived")
        case _:
            return Proposed(outcome=Outcome.DECLINED, app=same, reason=same.state.value)


async def _asked_before(
    tx: Transaction,
    tenant: Tenant,
    same: App,
    *,
    asked: bool,
    mentions: Sequence[UUID],
    at: datetime,
    means: Means,
) -> Proposed:
    """A need whose app waits for the person's yes, or never got an answer."""
    fresh = [one for one in dict.fromkeys(mentions) if one not in same.evidence]
    if fresh:
        evidence = (*same.evidence, *fresh)
        same = await store.save(tx, replace(same, evidence=evidence, mentions=len(evidence)))
    if not same.smoke.passed:
        return Proposed(outcome=Outcome.FAILED, app=same, reason=same.smoke.failure)
    if asked:
        same = await store.save(tx, replace(same, source=AppSource.USER_REQUEST))
        await approvals.withdraw(tx, same.id, at)
        await notice.take_back(tx, same.id, at=at)
        return await preview(tx, same, at=at, means=means)
    open_ones = {one.subject_id for one in await approvals.open_questions(tx, at)}
    if same.id in open_ones or not fresh or same.created_at > at - ASK_AGAIN:
        return Proposed(outcome=Outcome.EXISTING, app=same, reason="asked")
    return await ask(tx, tenant, same, at=at, means=means, why="no_answer")


async def active(tx: Transaction) -> list[App]:
    """The apps at work, oldest first."""
    return await store.in_states(tx, (AppState.ACTIVE,))


async def everything(tx: Transaction, *states: AppState) -> list[App]:
    """The apps in `states`, or all but those deleted and refused, oldest first."""
    return await store.in_states(tx, states or STANDING)


async def get(tx: Transaction, app_id: UUID) -> App:
    """The app; raises NotFound (`app.not_found`)."""
    return await life.find(tx, app_id)


async def named(tx: Transaction, name: str) -> App:
    """The app that `name` means: an id, a slug, or what it is called; raises NotFound, naming
    those there are."""
    found = await store.in_states(tx, STANDING)
    wanted = name.strip().lower()
    for app in found:
        if wanted in (app.slug, app.name.lower(), str(app.id)):
            return app
    known = ", ".join(app.slug for app in found) or "-"
    raise NotFound("app.unknown", field="app", name=name[:60], known=known)
