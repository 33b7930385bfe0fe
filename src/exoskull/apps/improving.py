"""Weekly optimization: each app's use looked at, one change suggested, and taken or refused."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from exoskull.apps import entry_store, life, notice, store
from exoskull.apps.model import App, AppSpec, AppState
from exoskull.apps.naming import free, slugify
from exoskull.apps.notice import Means
from exoskull.apps.optimize import PutAway, Suggest, Usage, look_at
from exoskull.apps.parse import parse_spec, spec_json
from exoskull.apps.periods import start_of
from exoskull.apps.records import event
from exoskull.apps.store import Suggestion
from exoskull.apps.wording import Said
from exoskull.channels.model import ChannelName
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.i18n import listing, metric_name, text
from exoskull.kit.errors import Conflict, NotFound
from exoskull.kit.ids import Ids
from exoskull.language.metrics import metric_named
from exoskull.signals import service as signals
from exoskull.signals.daily import by_day
from exoskull.tenants.model import Tenant
from exoskull.trends.relation import Relation, relate

LOOKS_BACK = timedelta(weeks=8)
WEEK = timedelta(days=7)
ANSWER_WITHIN = timedelta(days=6)
"""How long a suggestion is left open before silence counts as ignoring it."""
RELATED = 0.05
"""The false discovery rate up to which a relation is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Improved:
    """What a look at a person's apps came to."""

    looked_at: int
    suggested: int
    archived: int
    purged: int


async def improve(
    tx: Transaction, tenant: Tenant, *, at: datetime, means: Means, hour: str | None = None
) -> Improved:
    """Look at every app at work, once a week; what is older than 30 days and deleted is removed.

    What was suggested before and not answered counts as ignored; ignored twice, an app that hardly
    anybody uses is put away. Safe to call twice in a week: the second finds nothing to say.

    Args:
        hour: when the person is best reached, "HH:MM" local; None: their evening hour.
    """
    apps = await store.in_states(tx, (AppState.ACTIVE,))
    suggested = archived = 0
    for app in apps:
        said = await improve_one(tx, tenant, app, apps, at=at, means=means, hour=hour)
        suggested += isinstance(said, Suggest)
        archived += isinstance(said, PutAway)
    return Improved(
        looked_at=len(apps),
        suggested=suggested,
        archived=archived,
        purged=await life.purge(tx, at=at),
    )


async def improve_one(
    tx: Transaction,
    tenant: Tenant,
    app: App,
    apps: Sequence[App],
    *,
    at: datetime,
    means: Means,
    hour: str | None = None,
) -> Suggest | PutAway | None:
    """Look at one app, and suggest at most one thing."""
    week = start_of(tenant.local_date(at), "week")
    past = await store.suggestions(tx, app.id)
    recent = [one for one in past if one.week == week or _waits(one, at)]
    if recent:
        return None
    for one in past:
        await store.answer_suggestion(tx, one.id, "ignored", at)
    past = await store.suggestions(tx, app.id)
    usage = await _usage(tx, tenant, app, apps, past, at=at, hour=hour)
    said = look_at(usage, at)
    match said:
        case PutAway():
            await life.archive(tx, app.id, at=at, ids=means.ids, by="loop", reason="hardly_used")
            await _tell_archived(tx, tenant, app, means, at=at)
        case Suggest():
            await _suggest(tx, tenant, app, said, at=at, means=means)
    return said


def _waits(one: Suggestion, at: datetime) -> bool:
    """Whether the person has still time to answer."""
    return one.state == "open" and one.created_at > at - ANSWER_WITHIN


async def _usage(
    tx: Transaction,
    tenant: Tenant,
    app: App,
    apps: Sequence[App],
    past: Sequence[Suggestion],
    *,
    at: datetime,
    hour: str | None,
) -> Usage:
    since = at - LOOKS_BACK
    moments = await entry_store.moments_since(tx, app.id, since)
    return Usage(
        app=app,
        week=await entry_store.count_since(tx, app.id, at - WEEK),
        moments=[tenant.local(moment) for moment in moments],
        filled=await entry_store.filled_since(tx, app.id, since),
        past=[(one.kind, one.state) for one in past],
        others=[other for other in apps if other.id != app.id],
        hour=hour or f"{tenant.evening_at:%H:%M}",
        relation=await _relation(tx, tenant, app, since),
    )


async def _relation(tx: Transaction, tenant: Tenant, app: App, since: datetime) -> Relation | None:
    """What the app's main metric goes with, tested over all the person's other metrics."""
    if not app.spec.metrics:
        return None
    mine = app.spec.metrics[0].metric
    measures = await signals.since(tx, since)
    ours = {link.metric for link in app.spec.metrics}
    topic = metric_named(mine).topic
    others = sorted(
        {one.metric for one in measures if metric_named(one.metric).topic != topic} - ours
    )
    series = {
        metric: [(day.on, day.value) for day in by_day(measures, metric, tenant.zone)]
        for metric in (mine, *others)
    }
    found = relate(series, [(mine, other) for other in others]) if others else None
    best = next((one for one in found or () if one.q < RELATED and one.lag == 0), None)
    if best is None or best.first == mine:
        return best
    return replace(best, first=best.second, second=best.first)


async def _suggest(
    tx: Transaction, tenant: Tenant, app: App, said: Suggest, *, at: datetime, means: Means
) -> None:
    language = tenant.language.value
    spec = _labelled(said.spec, language) if said.spec else None
    suggestion = Suggestion(
        id=means.ids.new(),
        app_id=app.id,
        kind=said.kind,
        week=start_of(tenant.local_date(at), "week"),
        state="open",
        facts=said.facts,
        spec=spec_json(spec) if spec else None,
        created_at=at,
        answered_at=None,
        trace=app.trace,
    )
    if not await store.add_suggestion(tx, suggestion):
        return
    told = suggestion_text(app, suggestion, language)
    await publish(
        tx,
        event(
            app,
            "suggested",
            at,
            suggestion=str(suggestion.id),
            kind=said.kind,
            facts=said.facts,
            reason=told,
        ),
    )
    here = replace(means, reachable=frozenset({ChannelName.IN_APP}), prefer=())
    words = Said(
        subject=text(language, "app-suggested-subject", name=app.name),
        text=told,
        reason=text(language, "app-suggested-reason", entries=said.facts["entries"]),
    )
    key = f"suggested:{suggestion.id}"
    await notice.tell_of(tx, tenant, here, app, notice.NOTICE, key, words, at=at)


def _labelled(spec: AppSpec, language: str) -> AppSpec:
    """`spec` with the label of a new note in the person's language, under a name that is free."""
    label = text(language, "app-column-note")
    taken = {column.name for column in spec.columns}
    columns = tuple(
        replace(column, label=label, name=free(slugify(label), taken))
        if column.label == "note"
        else column
        for column in spec.columns
    )
    return replace(spec, columns=columns)


def suggestion_text(app: App, suggestion: Suggestion, language: str) -> str:
    """The suggestion in a sentence or two."""
    facts = dict(suggestion.facts)
    facts["name"] = app.name
    if isinstance(columns := facts.get("columns"), list):
        facts["columns"] = listing(columns, language)
    if isinstance(metric := facts.get("metric"), str):
        facts["metric_text"] = metric_name(metric, language)
    return text(language, f"app-suggest-{suggestion.kind}", **facts)


async def _tell_archived(
    tx: Transaction, tenant: Tenant, app: App, means: Means, *, at: datetime
) -> None:
    language = tenant.language.value
    words = Said(
        subject=text(language, "app-archived-subject", name=app.name),
        text=text(language, "app-archived", name=app.name),
        reason=text(language, "app-archived-reason"),
    )
    key = f"archived:{at.isoformat()}"
    await notice.tell_of(tx, tenant, means, app, notice.NOTICE, key, words, at=at)


async def of_app(tx: Transaction, app_id: UUID) -> list[Suggestion]:
    """What was suggested for the app, newest first; raises NotFound (`app.not_found`)."""
    await life.find(tx, app_id)
    return await store.suggestions(tx, app_id)


async def open_ones(tx: Transaction) -> list[tuple[App, Suggestion]]:
    """What is suggested and not answered, oldest first, with the apps."""
    found = await store.open_suggestions(tx)
    return [(await life.find(tx, one.app_id), one) for one in found]


async def answer(
    tx: Transaction,
    app_id: UUID,
    suggestion_id: UUID,
    *,
    take: bool,
    at: datetime,
    ids: Ids,
    by: str,
) -> App:
    """Take what is suggested, or refuse it; returns the app as it is then.

    Raises:
        NotFound: `app.not_found`, `app.suggestion_closed`.
        Conflict: `app.suggestion_closed`: the app was changed since, so that it does not fit.
    """
    app = await life.find(tx, app_id)
    known = {one.id for one in await store.suggestions(tx, app_id)}
    state = "taken" if take else "refused"
    found = (
        await store.answer_suggestion(tx, suggestion_id, state, at)
        if suggestion_id in known
        else None
    )
    if found is None:
        raise NotFound("app.suggestion_closed", field="suggestion_id")
    if not take:
        return app
    if found.spec is None:
        return await life.archive(tx, app.id, at=at, ids=ids, by=by, reason=found.kind)
    spec = parse_spec(found.spec, slug=app.slug)
    if not {column.key for column in app.spec.columns} <= {one.key for one in spec.columns}:
        raise Conflict("app.suggestion_closed")
    return await life.change(tx, app.id, spec, at=at, ids=ids, by=by, what=found.kind)
