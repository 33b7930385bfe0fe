"""Needs of a tenant: heard in what they wrote, kept, closed, and handed on to be built once."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from exoskull.conversations import listening
from exoskull.conversations.model import Message
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.kit.errors import NotFound
from exoskull.kit.ids import Ids, TraceId
from exoskull.language.model import Language
from exoskull.needs import store, tally
from exoskull.needs.confidence import BUILD_CONFIDENCE, BUILD_MENTIONS
from exoskull.needs.detect import detect, language_of
from exoskull.needs.model import Family, Heard, Kind, Standing, State
from exoskull.needs.tally import Change, Said
from exoskull.tenants.service import current


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectedNeed:
    """A need that is sure enough to be built.

    `name`: the family, or `open:` and words; `label`: the person's words in an open need, else "".
    `mentions`: the messages; `words`: what they say, in the same order, only data. `days`: distinct
    local days.
    """

    id: UUID
    name: str
    family: Family
    label: str
    kind: Kind
    mentions: tuple[UUID, ...]
    words: tuple[str, ...]
    days: int
    confidence: float
    trace: TraceId


Prepare = Callable[[Sequence[DetectedNeed]], Awaitable[None]]
"""Makes ready what is to be built, outside of any transaction."""

Build = Callable[[Transaction, DetectedNeed, datetime], Awaitable[None]]
"""Builds what meets a need, in the transaction that found it sure; called once for each need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A need as it stands."""

    id: UUID
    standing: Standing
    trace: TraceId
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Listened:
    """What came of listening: messages listened to, mentions found, needs handed on."""

    messages: int
    mentions: int
    built: int


async def hear(messages: Sequence[Message], language: Language) -> list[Said]:
    """What each message says of needs, deliveries of one and the same taken once. Outside of any
    transaction, in a thread: it is all computing."""
    return await asyncio.to_thread(_hear, messages, language)


def _hear(messages: Sequence[Message], language: Language) -> list[Said]:
    found: list[Said] = []
    for one in messages:
        said = Said(message=str(one.id), at=one.at, text=one.text, heard=())
        heard: Sequence[Heard] = ()
        if not any(tally.same_delivery(said, other) for other in found):
            heard = detect(one.text, language_of(one.text, language))
        found.append(replace(said, heard=heard))
    return found


async def note(
    tx: Transaction, said: Sequence[Said], *, at: datetime, ids: Ids, build: Build | None = None
) -> Listened:
    """Keep what was heard, tell of it, and hand on what has become sure.

    A message that was taken before, by another run or another worker, is passed over.
    """
    fresh = await listening.take_heard(tx, [UUID(one.message) for one in said])
    zone = (await current(tx)).zone
    rows = await store.rows(tx)
    counted = await store.mentions(tx)
    known = {
        row.name: Need(
            id=row.id,
            standing=_standing(row, counted),
            trace=row.trace,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )
        for row in rows
    }
    mentions = built = 0
    for one in said:
        if UUID(one.message) not in fresh:
            continue
        for change in tally.take([need.standing for need in known.values()], one, zone):
            need = await _apply(tx, known, change, at=at, ids=ids, by=one.by)
            known[need.standing.need] = need
            if change.act in tally.CLOSING:
                continue
            mentions += 1
            if is_sure(need.standing) and build is not None:
                known[need.standing.need] = await _hand_on(tx, need, build, at=at)
                built += 1
    return Listened(messages=len(fresh), mentions=mentions, built=built)


async def soon_sure(tx: Transaction, said: Sequence[Said], *, trace: TraceId) -> list[DetectedNeed]:
    """The needs that `said` will make sure, as `note` would hand them on: so that what takes long
    can be made ready outside of any transaction. Reads only.

    Args:
        trace: of a need that has none yet.
    """
    zone = (await current(tx)).zone
    before = {need.standing.need: need for need in await all_needs(tx)}
    standings = [need.standing for need in before.values()]
    made = {one.need for one in standings if is_sure(one)}
    found: list[DetectedNeed] = []
    for one in said:
        changes = tally.take(standings, one, zone)
        standings = tally.applied(standings, changes)
        for change in changes:
            after = change.after
            if change.act in tally.CLOSING or after.need in made or not is_sure(after):
                continue
            made.add(after.need)
            known = before.get(after.need)
            need_id = known.id if known else NOT_YET
            found.append(await _detected(tx, need_id, after, known.trace if known else trace))
    return found


NOT_YET = UUID(int=0)
"""The id of a need that is not stored yet."""


def is_sure(standing: Standing) -> bool:
    """Whether an open need is to be built: sure beyond .85, and said three times or more."""
    return (
        standing.state is State.OPEN
        and standing.confidence > BUILD_CONFIDENCE
        and len(standing.mentions) >= BUILD_MENTIONS
    )


async def all_needs(tx: Transaction) -> list[Need]:
    """The tenant's needs, oldest first, the closed ones too."""
    counted = await store.mentions(tx)
    return [
        Need(
            id=row.id,
            standing=_standing(row, counted),
            trace=row.trace,
            created_at=row.created_at,
            updated_at=row.updated_at,
        )
        for row in await store.rows(tx)
    ]


async def refuse(tx: Transaction, need_id: UUID, *, at: datetime) -> Need:
    """Close the need as refused; a closed or built one stays as it is. Raises NotFound."""
    need = next((one for one in await all_needs(tx) if one.id == need_id), None)
    if need is None:
        raise NotFound("need.not_found", field="need_id")
    if need.standing.state is not State.OPEN:
        return need
    after = replace(need.standing, state=State.REFUSED, mentions=(), confidence=0.0)
    return await _close(tx, need, after, at=at)


def _standing(row: store.Row, counted: dict[UUID, tuple]) -> Standing:
    return Standing(
        need=row.name,
        family=row.family,
        label=row.label,
        kind=row.kind,
        state=row.state,
        mentions=counted.get(row.id, ()),
        confidence=row.confidence,
    )


async def _apply(
    tx: Transaction,
    known: dict[str, Need],
    change: Change,
    *,
    at: datetime,
    ids: Ids,
    by: str | None,
) -> Need:
    before = known.get(change.after.need)
    if change.act in tally.CLOSING:
        assert before is not None
        return await _close(tx, before, change.after, at=at)
    anew = before is None or before.standing.state in (State.RESOLVED, State.REFUSED)
    need = Need(
        id=before.id if before else ids.new(),
        standing=change.after,
        trace=TraceId(ids.new()) if anew or before is None else before.trace,
        created_at=before.created_at if before else at,
        updated_at=at,
    )
    await store.save(tx, need.id, need.standing, trace=need.trace, at=at)
    await store.add_mention(tx, need.id, need.standing.mentions[-1])
    standing = need.standing
    data = _data(need) | {
        "kind": standing.kind.value,
        "confidence": standing.confidence,
        "mentions": len(standing.mentions),
        "days": standing.days,
        "act": change.act.value,
        "evidence": [mention.message for mention in standing.mentions],
    }
    if by is not None:
        data["heard_by"] = by
    await publish(tx, Event(at=at, kind="need.detected", trace=need.trace, data=data))
    return need


async def _close(tx: Transaction, need: Need, after: Standing, *, at: datetime) -> Need:
    await store.save(tx, need.id, after, trace=need.trace, at=at)
    await store.uncount(tx, need.id)
    data = _data(need) | {"state": after.state.value}
    await publish(tx, Event(at=at, kind="need.closed", trace=need.trace, data=data))
    return replace(need, standing=after, updated_at=at)


async def _hand_on(tx: Transaction, need: Need, build: Build, *, at: datetime) -> Need:
    standing = need.standing
    after = replace(standing, state=State.BUILT)
    await store.save(tx, need.id, after, trace=need.trace, at=at)
    detected = await _detected(tx, need.id, standing, need.trace)
    await build(tx, detected, at)
    return replace(need, standing=after)


async def _detected(
    tx: Transaction, need_id: UUID, standing: Standing, trace: TraceId
) -> DetectedNeed:
    messages = tuple(UUID(mention.message) for mention in standing.mentions)
    words = await listening.texts(tx, messages)
    return DetectedNeed(
        id=need_id,
        name=standing.need,
        family=standing.family,
        label=standing.label,
        kind=standing.kind,
        mentions=messages,
        words=tuple(words.get(one, "") for one in messages),
        days=standing.days,
        confidence=standing.confidence,
        trace=trace,
    )


def _data(need: Need) -> dict[str, str]:
    standing = need.standing
    data = {"id": str(need.id), "need": standing.need, "family": standing.family.value}
    return data | ({"label": standing.label} if standing.label else {})
