"""Opening and closing incidents, and telling the person: once that it fails, once that it works."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from exoskull.channels.model import ChannelName
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.grants import service as grants
from exoskull.grants.decide import decide
from exoskull.grants.model import Action
from exoskull.incidents import store
from exoskull.incidents.model import (
    IN_A_ROW,
    TOLD_AGAIN_AFTER,
    Cause,
    Incident,
    Kind,
    Streak,
    streaks,
)
from exoskull.incidents.wording import failing, works_again
from exoskull.interventions import service as interventions
from exoskull.interventions.claim import Wording
from exoskull.interventions.model import HOLD, Intervention, State
from exoskull.kit.ids import Ids, TenantId, TraceId
from exoskull.scheduling.catalogue import CATALOGUE
from exoskull.scheduling.model import Job
from exoskull.scheduling.zones import is_zone, known_zones
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current

SYMPTOM = "incident"
NOTICE = Action(verb="send_notification", scope="incident")
KEEPS_FOR = timedelta(hours=24)

OpenOne = store.OpenOne


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a look changed."""

    opened: Sequence[Incident]
    closed: Sequence[Incident]


async def look(
    tx: Transaction, *, at: datetime, ids: Ids, catalogue: Mapping[str, Job] = CATALOGUE
) -> Looked:
    """Open an incident for each cause that began to fail, and close those that work again.

    The person is told of both, in the app, where their rules allow it. A cause whose job or
    channel is no longer there is closed and not spoken of.
    """
    tenant = await current(tx)
    standing = {streak.cause: streak for streak in await _standing(tx, tenant, catalogue, at)}
    before = {one.cause: one for one in await store.open_incidents(tx)}
    opened = [
        await _open(tx, tenant, streak, at=at, ids=ids)
        for cause, streak in standing.items()
        if streak.is_incident and cause not in before and _is_there(cause, tenant, catalogue)
    ]
    closed = []
    for cause, incident in before.items():
        streak = standing.get(cause)
        if not _is_there(cause, tenant, catalogue):
            closed.append(await _close(tx, tenant, incident, at=at, ids=ids, gone=True))
        elif streak is not None and streak.count == 0:
            closed.append(await _close(tx, tenant, incident, at=at, ids=ids, gone=False))
    return Looked(opened=opened, closed=closed)


async def failing_jobs(tx: Transaction, jobs: Collection[str]) -> list[Streak]:
    """Which of `jobs` keep failing, by their runs alone; also for the installation's own."""
    found = streaks(await store.runs(tx, sorted(jobs))).values()
    return [streak for streak in found if streak.is_incident]


async def latest(tx: Transaction, *, limit: int = 20) -> list[Incident]:
    """The newest incidents, open ones first."""
    return await store.latest(tx, limit)


async def everybodys_open(tx: Transaction) -> list[OpenOne]:
    """Every open incident; in a transaction of the installation."""
    return await store.everybodys(tx)


async def due_tenants(tx: Transaction, at: datetime, limit: int) -> list[TenantId]:
    """Tenants with something to look at: many failures lately, an open incident, an unknown zone.

    In a transaction of the installation; it costs by what is in trouble.
    """
    return await store.troubled(tx, at, in_a_row=IN_A_ROW, zones=known_zones(), limit=limit)


async def still_so(tx: Transaction, planned: Intervention) -> Wording | None:
    """The wording of a notice as it was planned, or None where it is not so any more."""
    standing = await store.open_incidents(tx)
    if planned.subject_key.endswith(_WORKS):
        so = all(_key(one, closed=True) != planned.subject_key for one in standing)
    else:
        so = any(one.notice_id == planned.id for one in standing)
    if not so:
        return None
    return Wording(subject=planned.subject, text=planned.text, reason=planned.reason)


async def _standing(
    tx: Transaction, tenant: Tenant, catalogue: Mapping[str, Job], at: datetime
) -> list[Streak]:
    ended = await store.runs(tx, sorted(catalogue))
    found = list(streaks([*ended, *await store.deliveries(tx, at)]).values())
    known = is_zone(tenant.timezone)
    zone = Cause(kind=Kind.ZONE, subject=tenant.timezone)
    return [*found, Streak(cause=zone, count=0 if known else IN_A_ROW, since=at)]


def _is_there(cause: Cause, tenant: Tenant, catalogue: Mapping[str, Job]) -> bool:
    match cause.kind:
        case Kind.JOB:
            return cause.subject in catalogue
        case Kind.CHANNEL:
            return cause.subject in {channel.value for channel in tenant.channels}
        case Kind.ZONE:
            return cause.subject == tenant.timezone


async def _open(
    tx: Transaction, tenant: Tenant, streak: Streak, *, at: datetime, ids: Ids
) -> Incident:
    incident = Incident(
        id=ids.new(),
        kind=streak.cause.kind,
        subject=streak.cause.subject,
        since=streak.since,
        count=streak.count,
        reason=streak.reason,
        opened_at=at,
        closed_at=None,
        notice_id=None,
        trace=TraceId(ids.new()),
    )
    told = await store.told_at(tx, incident.cause)
    if told is None or at - told >= TOLD_AGAIN_AFTER:
        incident = replace(
            incident, notice_id=await _tell(tx, tenant, incident, at=at, ids=ids, closed=False)
        )
    if await store.insert(tx, incident):
        await publish(tx, _event(incident, at))
    return incident


async def _close(
    tx: Transaction, tenant: Tenant, incident: Incident, *, at: datetime, ids: Ids, gone: bool
) -> Incident:
    closed = replace(incident, closed_at=at)
    if not await store.close(tx, incident.id, at):
        return closed
    if not gone and await _was_told(tx, incident):
        await _tell(tx, tenant, closed, at=at, ids=ids, closed=True)
    await publish(tx, _event(closed, at))
    return closed


async def _was_told(tx: Transaction, incident: Incident) -> bool:
    """Whether the notice has left; one that has not is let go when its time comes."""
    if incident.notice_id is None:
        return False
    return (await interventions.get(tx, incident.notice_id)).state is State.SENT


async def _tell(
    tx: Transaction, tenant: Tenant, incident: Incident, *, at: datetime, ids: Ids, closed: bool
) -> UUID | None:
    """Plan the notice; None where there is no way: the app is off, or the zone is unknown."""
    if ChannelName.IN_APP not in tenant.channels or not is_zone(tenant.timezone):
        return None
    said = works_again(incident, tenant) if closed else failing(incident, tenant)
    rules = await grants.rules(tx, at=at, ids=ids)
    used = await grants.usage(tx, tenant.local_date(at))
    notice = Intervention(
        id=ids.new(),
        decision_id=None,
        symptom=SYMPTOM,
        subject_key=_key(incident, closed=closed),
        action=str(NOTICE),
        channel=ChannelName.IN_APP,
        framing="direct",
        option=SYMPTOM,
        subject=said.subject,
        text=said.text,
        reason=said.reason,
        state=State.PLANNED,
        idempotency_key=f"{SYMPTOM}:{incident.id}:{'closed' if closed else 'opened'}",
        created_at=at,
        send_at=at + HOLD,
        expires_at=at + KEEPS_FOR,
        trace=incident.trace,
    )
    permission = decide(NOTICE, rules, used, at)
    await interventions.plan(tx, notice, permission, at=at, ids=ids, reveal_code=False)
    return notice.id


_WORKS = ":works"


def _key(incident: Incident, *, closed: bool) -> str:
    key = f"{SYMPTOM}:{incident.kind.value}:{incident.subject}"
    return key + _WORKS if closed else key


def _event(incident: Incident, at: datetime) -> Event:
    """`incident.opened` or `incident.closed`; the subject also stands under its kind's name."""
    return Event(
        at=at,
        kind="incident.opened" if incident.closed_at is None else "incident.closed",
        trace=incident.trace,
        data={
            "id": str(incident.id),
            "cause": incident.kind.value,
            "subject": incident.subject,
            incident.kind.value: incident.subject,
            "since": incident.since.isoformat(),
            "count": incident.count,
            "reason": incident.reason,
            "notice": str(incident.notice_id) if incident.notice_id else None,
        },
    )
