"""The life of an app after it was proposed: at work, put away, brought back, changed, undone."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from exoskull.apps import store
from exoskull.apps.model import UNDO_FOR, App, AppSpec, AppState
from exoskull.apps.naming import free
from exoskull.apps.notice import take_back
from exoskull.apps.parse import parse_spec, spec_json
from exoskull.apps.records import event
from exoskull.apps.risk import risk_of
from exoskull.apps.store import Change
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.goals import service as goals
from exoskull.interventions import approvals
from exoskull.kit.errors import Conflict, NotFound, Refused
from exoskull.kit.ids import Ids
from exoskull.scheduling.service import move_attention


async def find(tx: Transaction, app_id: UUID, *, lock: bool = False) -> App:
    """The app; raises NotFound (`app.not_found`)."""
    found = await store.get(tx, app_id, lock=lock)
    if found is None:
        raise NotFound("app.not_found", field="app", name=str(app_id))
    return found


async def activate(
    tx: Transaction, app_id: UUID, *, at: datetime, ids: Ids, by: str, **told: object
) -> App:
    """Put a proposed app to work; the goal about its metric becomes its chart's line.

    Args:
        by: whose hand: `loop`, `web`, `api`, `cli`, `tape`, `chat`.
        told: further fields of the event.

    Raises:
        Conflict: `app.wrong_state`.
        Refused: `app.smoke_failed`: what does not work is not put to work.
    """
    app = await find(tx, app_id, lock=True)
    _in_state(app, AppState.PROPOSED, AppState.REFUSED)
    if not app.smoke.passed:
        raise Refused("app.smoke_failed", name=app.name, step=app.smoke.failure or "?")
    slug = await _free_slug(tx, app)
    active = await store.save(
        tx,
        replace(
            app,
            spec=replace(app.spec, slug=slug, goal=app.spec.goal or await _goal_for(tx, app.spec)),
            state=AppState.ACTIVE,
            activated_at=at,
            ended_at=None,
        ),
    )
    await _remember(tx, app, "activated", at=at, ids=ids)
    await approvals.withdraw(tx, app.id, at)
    await take_back(tx, app.id, at=at)  # nobody needs to be asked any more
    await publish(tx, event(active, "activated", at, by=by, **told))
    await move_attention(tx, "app", at)
    return active


async def _goal_for(tx: Transaction, spec: AppSpec) -> UUID | None:
    metrics = {link.metric for link in spec.metrics}
    return next((goal.id for goal in await goals.active(tx) if goal.metric in metrics), None)


async def _free_slug(tx: Transaction, app: App) -> str:
    standing = [state for state in AppState if state not in (AppState.DELETED, AppState.REFUSED)]
    others = {one.slug for one in await store.in_states(tx, standing) if one.id != app.id}
    return free(app.slug, others)


async def refuse(tx: Transaction, app_id: UUID, *, at: datetime, by: str) -> App:
    """The person does not want a proposed app: it is not made, and not proposed again."""
    app = await find(tx, app_id, lock=True)
    _in_state(app, AppState.PROPOSED)
    refused = await store.save(tx, replace(app, state=AppState.REFUSED, ended_at=at))
    await approvals.withdraw(tx, app.id, at)
    await take_back(tx, app.id, at=at)
    await publish(tx, event(refused, "refused", at, by=by))
    return refused


async def archive(
    tx: Transaction, app_id: UUID, *, at: datetime, ids: Ids, by: str, reason: str = "by_person"
) -> App:
    """Put an app away; its entries stay, and it can be brought back any time."""
    app = await find(tx, app_id, lock=True)
    _in_state(app, AppState.ACTIVE)
    return await _put_away(tx, app, AppState.ARCHIVED, at=at, ids=ids, by=by, why=reason)


async def delete(tx: Transaction, app_id: UUID, *, at: datetime, ids: Ids, by: str) -> App:
    """Delete an app; for 30 days it can be had back, then it is gone with its entries."""
    app = await find(tx, app_id, lock=True)
    _in_state(app, AppState.PROPOSED, AppState.ACTIVE, AppState.ARCHIVED)
    return await _put_away(tx, app, AppState.DELETED, at=at, ids=ids, by=by, why="by_person")


async def _put_away(
    tx: Transaction, app: App, to: AppState, *, at: datetime, ids: Ids, by: str, why: str
) -> App:
    away = await store.save(tx, replace(app, state=to, ended_at=at))
    await _remember(tx, app, to.value, at=at, ids=ids)
    await approvals.withdraw(tx, app.id, at)
    await take_back(tx, app.id, at=at)
    for one in await store.suggestions(tx, app.id):
        await store.answer_suggestion(tx, one.id, "ignored", at)
    await publish(tx, event(away, to.value, at, by=by, why_not=why))
    return away


async def restore(tx: Transaction, app_id: UUID, *, at: datetime, ids: Ids, by: str) -> App:
    """Bring an archived or deleted app back to work, as it was.

    Raises:
        Conflict: `app.wrong_state`; `app.slug_taken`: another app has its name by now.
    """
    app = await find(tx, app_id, lock=True)
    _in_state(app, AppState.ARCHIVED, AppState.DELETED)
    return await _back(tx, app, app.spec, AppState.ACTIVE, at=at, ids=ids, by=by)


async def _back(
    tx: Transaction, app: App, spec: AppSpec, state: AppState, *, at: datetime, ids: Ids, by: str
) -> App:
    other = await store.by_slug(tx, spec.slug)
    if other is not None and other.id != app.id:
        raise Conflict("app.slug_taken", name=app.name, other=other.name)
    back = await store.save(
        tx,
        replace(
            app,
            spec=spec,
            state=state,
            ended_at=None,
            activated_at=app.activated_at or (at if state is AppState.ACTIVE else None),
        ),
    )
    await _remember(tx, app, "restored", at=at, ids=ids)
    await publish(tx, event(back, "restored", at, by=by))
    await move_attention(tx, "app", at)
    return back


async def change(
    tx: Transaction,
    app_id: UUID,
    spec: AppSpec,
    *,
    at: datetime,
    ids: Ids,
    by: str,
    what: str,
    **told: object,
) -> App:
    """Give an app another definition; entries stay as they are.

    Args:
        what: what was changed, a word: `extended`, `fewer_fields`, `reminder`, `by_person`.

    Raises:
        Conflict: `app.wrong_state`; `app.column_in_use`: a column would hold another type.
    """
    app = await find(tx, app_id, lock=True)
    _in_state(app, AppState.ACTIVE, AppState.PROPOSED)
    for column in app.spec.columns:
        same = next((one for one in spec.columns if one.key == column.key), None)
        if same is None or same.type is not column.type:
            raise Conflict("app.column_in_use", field="columns", name=column.name)
    changed = await store.save(
        tx, replace(app, spec=replace(spec, slug=app.slug), risk=risk_of(spec))
    )
    await _remember(tx, app, "changed", at=at, ids=ids)
    await publish(tx, event(changed, "optimized", at, by=by, change=what, **told))
    return changed


async def undo(tx: Transaction, app_id: UUID, *, at: datetime, ids: Ids, by: str) -> App:
    """Take back the last change of an app, made within 30 days: what was put away works again, a
    changed definition is as it was.

    Raises:
        NotFound: `app.nothing_to_undo`.
        Conflict: `app.slug_taken`.
    """
    app = await find(tx, app_id, lock=True)
    last = await store.last_change(tx, app.id, since=at - UNDO_FOR)
    if last is None:
        raise NotFound("app.nothing_to_undo", name=app.name)
    spec, state = parse_spec(last.before["spec"]), AppState(last.before["state"])
    await store.undo_change(tx, last.id, at)
    if state in (AppState.ACTIVE, AppState.PROPOSED):
        back = await _undone(tx, app, spec, state, at=at)
    else:  # it had been brought back from there
        back = await store.save(tx, replace(app, spec=spec, state=state, ended_at=at))
    verb = "optimized" if last.kind == "changed" else "restored"
    more = {"change": "undone"} if last.kind == "changed" else {}
    await publish(tx, event(back, verb, at, by=by, undoes=last.kind, **more))
    return back


async def _undone(
    tx: Transaction, app: App, spec: AppSpec, state: AppState, *, at: datetime
) -> App:
    other = await store.by_slug(tx, spec.slug)
    if other is not None and other.id != app.id:
        raise Conflict("app.slug_taken", name=app.name, other=other.name)
    await move_attention(tx, "app", at)
    return await store.save(
        tx, replace(app, spec=spec, state=state, risk=risk_of(spec), ended_at=None)
    )


async def purge(tx: Transaction, *, at: datetime) -> int:
    """Remove for good what was deleted more than 30 days ago; returns how many apps."""
    return await store.purge(tx, at - UNDO_FOR)


async def _remember(tx: Transaction, before: App, kind: str, *, at: datetime, ids: Ids) -> None:
    change = Change(
        id=ids.new(),
        app_id=before.id,
        at=at,
        kind=kind,
        before={"state": before.state.value, "spec": spec_json(before.spec)},
    )
    await store.add_change(tx, change)


def _in_state(app: App, *states: AppState) -> None:
    if app.state not in states:
        raise Conflict("app.wrong_state", name=app.name, state=app.state.value)
