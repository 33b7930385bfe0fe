"""Apps over HTTP: made, put to work, put away, brought back, improved."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from exoskull.apps import entries, improving, layout_api, life, service
from exoskull.apps.exchange import to_json
from exoskull.apps.model import App, AppSource, AppState, Outcome, Proposed, Risk
from exoskull.apps.notice import Means
from exoskull.apps.parse import parse_spec, spec_json
from exoskull.apps.store import Suggestion
from exoskull.kit.errors import InvalidInput
from exoskull.tenants.visit import ApiVisit
from exoskull.web.api import In, Listed, Out

router = APIRouter(tags=["apps"])
router.include_router(layout_api.router)  # before "/apps/{app}", which would take its path

WORDS_MAX = 50


class AppIn(In):
    """A family of the catalogue ("hydration"), or a label of one's own, or a whole definition.

    `words`: messages whose units are taken over. `activate`: at work at once, without a preview.
    """

    family: Annotated[str | None, Field(max_length=60)] = None
    label: Annotated[str | None, Field(max_length=200)] = None
    words: Annotated[list[str], Field(max_length=WORDS_MAX, default_factory=list)]
    spec: dict[str, Any] | None = None
    activate: bool = False


class SpecIn(In):
    """The whole definition as it is to be; columns keep their `key`."""

    spec: dict[str, Any]


class AppOut(Out):
    """`spec` is the definition, as `PATCH` takes it."""

    id: UUID
    name: str
    slug: str
    family: str
    state: AppState
    source: AppSource
    risk: Risk
    smoke_passed: bool
    mentions: int
    evidence: list[UUID]
    confidence: float
    created_at: datetime
    activated_at: datetime | None
    ended_at: datetime | None
    spec: dict[str, Any]
    trace: UUID


class ProposedOut(Out):
    """`outcome`: what became of the wish; `app` serves it, null where no tracker can."""

    outcome: Outcome
    reason: str | None
    app: AppOut | None


class SuggestionOut(Out):
    """`spec`: what the definition would be, null where taking it changes none."""

    id: UUID
    app: UUID
    kind: str
    state: str
    facts: dict[str, Any]
    spec: dict[str, Any] | None
    created_at: datetime
    answered_at: datetime | None


def app_out(app: App) -> AppOut:
    """The app as the API shows it."""
    return AppOut(
        id=app.id,
        name=app.name,
        slug=app.slug,
        family=app.spec.family,
        state=app.state,
        source=app.source,
        risk=app.risk,
        smoke_passed=app.smoke.passed,
        mentions=app.mentions,
        evidence=list(app.evidence),
        confidence=app.confidence,
        created_at=app.created_at,
        activated_at=app.activated_at,
        ended_at=app.ended_at,
        spec=spec_json(app.spec),
        trace=app.trace,
    )


@router.get("/apps")
async def apps(
    visit: ApiVisit, state: Annotated[list[AppState] | None, Query()] = None
) -> Listed[AppOut]:
    """The apps, oldest first; without `state`, all but those deleted and refused."""
    found = await service.everything(visit.tx, *(state or ()))
    return Listed(items=[app_out(app) for app in found])


@router.post("/apps", status_code=201)
async def make(visit: ApiVisit, body: AppIn) -> ProposedOut:
    """Make an app; it is proposed, with its smoke test done, or at work, as asked.

    A need that an app serves already makes no second one: `outcome` says so.
    """
    means = Means(ids=visit.ids)
    if body.spec is not None:
        made = await service.propose_spec(
            visit.tx,
            visit.tenant,
            parse_spec(body.spec),
            source=AppSource.USER_REQUEST,
            at=visit.at,
            trace=visit.new_trace(),
            means=means,
        )
    elif body.family or body.label:
        made = await service.propose(
            visit.tx,
            family=body.family or "custom",
            label=body.label,
            words=body.words,
            source=AppSource.USER_REQUEST,
            mentions=[],
            confidence=1.0,
            at=visit.at,
            trace=visit.new_trace(),
            means=means,
        )
    else:
        raise InvalidInput("app.nothing_named", field="family")
    if body.activate and made.outcome is Outcome.PREVIEWED and made.app is not None:
        app = await life.activate(visit.tx, made.app.id, at=visit.at, ids=visit.ids, by="api")
        made = Proposed(outcome=Outcome.ACTIVATED, app=app)
    return ProposedOut(
        outcome=made.outcome,
        reason=made.reason,
        app=app_out(made.app) if made.app is not None else None,
    )


@router.get("/apps/{app}")
async def one(visit: ApiVisit, app: str) -> AppOut:
    """One app, by its id or slug."""
    return app_out(await service.named(visit.tx, app))


@router.patch("/apps/{app}")
async def change(visit: ApiVisit, app: str, body: SpecIn) -> AppOut:
    """Give an app another definition; entries stay as they are."""
    found = await service.named(visit.tx, app)
    spec = parse_spec(body.spec, slug=found.slug)
    changed = await life.change(
        visit.tx, found.id, spec, at=visit.at, ids=visit.ids, by="api", what="by_person"
    )
    return app_out(changed)


@router.post("/apps/{app_id}/{verb}")
async def move(
    visit: ApiVisit,
    app_id: UUID,
    verb: Literal["activate", "refuse", "archive", "restore", "undo"],
) -> AppOut:
    """Put to work, refuse, put away, bring back; `undo` takes back the last change of 30 days."""
    tx, at, ids = visit.tx, visit.at, visit.ids
    match verb:
        case "activate":
            app = await life.activate(tx, app_id, at=at, ids=ids, by="api")
        case "refuse":
            app = await life.refuse(tx, app_id, at=at, by="api")
        case "archive":
            app = await life.archive(tx, app_id, at=at, ids=ids, by="api")
        case "restore":
            app = await life.restore(tx, app_id, at=at, ids=ids, by="api")
        case "undo":
            app = await life.undo(tx, app_id, at=at, ids=ids, by="api")
    return app_out(app)


@router.delete("/apps/{app_id}")
async def delete(visit: ApiVisit, app_id: UUID) -> AppOut:
    """Delete an app; `undo` has it back within 30 days."""
    return app_out(await life.delete(visit.tx, app_id, at=visit.at, ids=visit.ids, by="api"))


@router.get("/apps/{app_id}/export", response_class=Response)
async def export(visit: ApiVisit, app_id: UUID) -> Response:
    """The app and all its entries, as JSON."""
    app = await life.find(visit.tx, app_id)
    body = to_json(app, await entries.everything(visit.tx, app))
    name = f'attachment; filename="{app.slug}.json"'
    return Response(body, media_type="application/json", headers={"Content-Disposition": name})


@router.get("/apps/{app_id}/suggestions")
async def suggestions(visit: ApiVisit, app_id: UUID) -> Listed[SuggestionOut]:
    """What was suggested for the app, newest first."""
    found = await improving.of_app(visit.tx, app_id)
    return Listed(items=[_suggestion_out(one) for one in found])


@router.post("/apps/{app_id}/suggestions/{suggestion_id}/{verb}")
async def answer(
    visit: ApiVisit, app_id: UUID, suggestion_id: UUID, verb: Literal["take", "refuse"]
) -> AppOut:
    """Take what is suggested, or refuse it."""
    app = await improving.answer(
        visit.tx, app_id, suggestion_id, take=verb == "take", at=visit.at, ids=visit.ids, by="api"
    )
    return app_out(app)


def _suggestion_out(one: Suggestion) -> SuggestionOut:
    return SuggestionOut(
        id=one.id,
        app=one.app_id,
        kind=one.kind,
        state=one.state,
        facts=one.facts,
        spec=one.spec,
        created_at=one.created_at,
        answered_at=one.answered_at,
    )
