"""SQL of apps, of what was changed about them, and of what is suggested for them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, LiteralString
from uuid import UUID

from exoskull.apps.model import App, AppSource, AppState, Risk, Smoke
from exoskull.apps.parse import parse_spec, spec_json
from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TraceId
from exoskull.kit.plain import plain

_COLUMNS: LiteralString = """
    id, state, source, risk, spec, smoke, mentions, evidence, confidence, created_at,
    activated_at, ended_at, trace"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """An app as it is kept."""

    id: UUID
    state: AppState
    source: AppSource
    risk: Risk
    spec: dict[str, Any]
    smoke: dict[str, Any]
    mentions: int
    evidence: list[UUID]
    confidence: float
    created_at: datetime
    activated_at: datetime | None
    ended_at: datetime | None
    trace: TraceId

    def app(self) -> App:
        return App(
            id=self.id,
            spec=parse_spec(self.spec),
            state=self.state,
            source=self.source,
            risk=self.risk,
            smoke=Smoke(
                passed=self.smoke["passed"],
                steps=tuple(self.smoke["steps"]),
                failure=self.smoke["failure"],
            ),
            mentions=self.mentions,
            evidence=tuple(self.evidence),
            confidence=self.confidence,
            created_at=self.created_at,
            activated_at=self.activated_at,
            ended_at=self.ended_at,
            trace=self.trace,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of an app, with what it was before: `before` has `state` and `spec`."""

    id: UUID
    app_id: UUID
    at: datetime
    kind: str
    before: dict[str, Any]


async def insert(tx: Transaction, app: App) -> App:
    """Add an app; returns it as the database now has it."""
    row = await tx.one(
        _Row,
        f"""
        insert into apps (tenant_id, slug, name, family, {_COLUMNS})
        values (%(tenant)s, %(slug)s, %(name)s, %(family)s, %(id)s, %(state)s, %(source)s,
                %(risk)s, %(spec)s, %(smoke)s, %(mentions)s, %(evidence)s, %(confidence)s,
                %(created_at)s, %(activated_at)s, %(ended_at)s, %(trace)s)
        returning {_COLUMNS}
        """,
        **_params(tx, app),
    )
    return row.app()


async def save(tx: Transaction, app: App) -> App:
    """Keep an app as it is now; returns it as the database has it."""
    row = await tx.one(
        _Row,
        f"""
        update apps
           set slug = %(slug)s, name = %(name)s, family = %(family)s, state = %(state)s,
               source = %(source)s, risk = %(risk)s, spec = %(spec)s, smoke = %(smoke)s,
               mentions = %(mentions)s, evidence = %(evidence)s, confidence = %(confidence)s,
               activated_at = %(activated_at)s, ended_at = %(ended_at)s
         where tenant_id = %(tenant)s and id = %(id)s
        returning {_COLUMNS}
        """,
        **_params(tx, app),
    )
    return row.app()


def _params(tx: Transaction, app: App) -> dict[str, Any]:
    return {
        "tenant": tx.tenant_id,
        "slug": app.spec.slug,
        "name": app.spec.name,
        "family": app.spec.family,
        "id": app.id,
        "state": app.state,
        "source": app.source,
        "risk": app.risk,
        "spec": spec_json(app.spec),
        "smoke": plain(app.smoke),
        "mentions": app.mentions,
        "evidence": list(app.evidence),
        "confidence": app.confidence,
        "created_at": app.created_at,
        "activated_at": app.activated_at,
        "ended_at": app.ended_at,
        "trace": app.trace,
    }


async def get(tx: Transaction, app_id: UUID, *, lock: bool = False) -> App | None:
    """The app, held against other lockers where `lock`; None where there is none."""
    if lock:
        row = await tx.maybe(
            _Row,
            f"""
            select {_COLUMNS} from apps
             where tenant_id = %(tenant)s and id = %(id)s for update
            """,
            tenant=tx.tenant_id,
            id=app_id,
        )
    else:
        row = await tx.maybe(
            _Row,
            f"select {_COLUMNS} from apps where tenant_id = %(tenant)s and id = %(id)s",
            tenant=tx.tenant_id,
            id=app_id,
        )
    return row.app() if row else None


async def by_slug(tx: Transaction, slug: str) -> App | None:
    """The app called `slug` that is not deleted or refused."""
    row = await tx.maybe(
        _Row,
        f"""
        select {_COLUMNS} from apps
         where tenant_id = %(tenant)s and slug = %(slug)s and state not in ('deleted', 'refused')
        """,
        tenant=tx.tenant_id,
        slug=slug,
    )
    return row.app() if row else None


async def in_states(tx: Transaction, states: Collection[AppState]) -> list[App]:
    """The apps in any of `states`, oldest first."""
    rows = await tx.fetch(
        _Row,
        f"""
        select {_COLUMNS} from apps
         where tenant_id = %(tenant)s and state = any(%(states)s)
         order by created_at, id
        """,
        tenant=tx.tenant_id,
        states=[state.value for state in states],
    )
    return [row.app() for row in rows]


async def purge(tx: Transaction, before: datetime) -> int:
    """Remove for good what was deleted or refused before `before`, entries included; returns how
    many apps."""
    return await tx.execute(
        """
        delete from apps
         where tenant_id = %(tenant)s and state in ('deleted', 'refused')
           and ended_at < %(before)s
        """,
        tenant=tx.tenant_id,
        before=before,
    )


async def add_change(tx: Transaction, change: Change) -> None:
    await tx.execute(
        """
        insert into app_changes (tenant_id, id, app_id, at, kind, before)
        values (%(tenant)s, %(id)s, %(app)s, %(at)s, %(kind)s, %(before)s)
        """,
        tenant=tx.tenant_id,
        id=change.id,
        app=change.app_id,
        at=change.at,
        kind=change.kind,
        before=change.before,
    )


async def last_change(tx: Transaction, app_id: UUID, *, since: datetime) -> Change | None:
    """The newest change of the app at or after `since` that was not undone."""
    return await tx.maybe(
        Change,
        """
        select id, app_id, at, kind, before from app_changes
         where tenant_id = %(tenant)s and app_id = %(app)s and at >= %(since)s
           and undone_at is null
         order by seq desc limit 1
        """,
        tenant=tx.tenant_id,
        app=app_id,
        since=since,
    )


async def undo_change(tx: Transaction, change_id: UUID, at: datetime) -> None:
    await tx.execute(
        """
        update app_changes set undone_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s
        """,
        tenant=tx.tenant_id,
        id=change_id,
        at=at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What was suggested for an app in the week that began on `week`. `spec`: the definition that
    taking it would give, None where it changes none."""

    id: UUID
    app_id: UUID
    kind: str
    week: date
    state: str
    facts: dict[str, Any]
    spec: dict[str, Any] | None
    created_at: datetime
    answered_at: datetime | None
    trace: TraceId


_SUGGESTED: LiteralString = (
    "id, app_id, kind, week, state, facts, spec, created_at, answered_at, trace"
)


async def add_suggestion(tx: Transaction, suggestion: Suggestion) -> bool:
    """Add a suggestion; False where the app has one of this week."""
    touched = await tx.execute(
        f"""
        insert into app_suggestions (tenant_id, {_SUGGESTED})
        values (%(tenant)s, %(id)s, %(app_id)s, %(kind)s, %(week)s, %(state)s, %(facts)s,
                %(spec)s, %(created_at)s, %(answered_at)s, %(trace)s)
        on conflict (tenant_id, app_id, week) do nothing
        """,
        tenant=tx.tenant_id,
        id=suggestion.id,
        app_id=suggestion.app_id,
        kind=suggestion.kind,
        week=suggestion.week,
        state=suggestion.state,
        facts=suggestion.facts,
        spec=suggestion.spec,
        created_at=suggestion.created_at,
        answered_at=suggestion.answered_at,
        trace=suggestion.trace,
    )
    return touched == 1


async def suggestions(tx: Transaction, app_id: UUID) -> list[Suggestion]:
    """Everything that was suggested for the app, newest first."""
    return await tx.fetch(
        Suggestion,
        f"""
        select {_SUGGESTED} from app_suggestions
         where tenant_id = %(tenant)s and app_id = %(app)s
         order by week desc, id desc
        """,
        tenant=tx.tenant_id,
        app=app_id,
    )


async def open_suggestions(tx: Transaction) -> list[Suggestion]:
    """What is suggested for any app and not answered, oldest first."""
    return await tx.fetch(
        Suggestion,
        f"""
        select {_SUGGESTED} from app_suggestions
         where tenant_id = %(tenant)s and state = 'open'
         order by created_at, id
        """,
        tenant=tx.tenant_id,
    )


async def answer_suggestion(
    tx: Transaction, suggestion_id: UUID, state: str, at: datetime
) -> Suggestion | None:
    """Answer an open suggestion; None where it is not open."""
    return await tx.maybe(
        Suggestion,
        f"""
        update app_suggestions set state = %(state)s, answered_at = %(at)s
         where tenant_id = %(tenant)s and id = %(id)s and state = 'open'
        returning {_SUGGESTED}
        """,
        tenant=tx.tenant_id,
        id=suggestion_id,
        state=state,
        at=at,
    )
