"""SQL of needs and their mentions."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TraceId
from exoskull.needs.model import Family, Kind, Mention, SpeechAct, Standing, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A need as it is stored."""

    id: UUID
    name: str
    family: Family
    label: str
    kind: Kind
    state: State
    confidence: float
    trace: TraceId
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    need_id: UUID
    message_id: UUID
    at: datetime
    day: str
    act: SpeechAct
    probability: float


async def rows(tx: Transaction) -> list[Row]:
    """The tenant's needs, oldest first, held until the transaction ends."""
    return await tx.fetch(
        Row,
        """
        select id, name, family, label, kind, state, confidence, trace, created_at, updated_at
          from needs where tenant_id = %(tenant)s order by created_at, id for update
        """,
        tenant=tx.tenant_id,
    )


async def mentions(tx: Transaction) -> dict[UUID, tuple[Mention, ...]]:
    """The mentions that count, oldest first, by need."""
    found = await tx.fetch(
        MentionRow,
        """
        select need_id, message_id, at, day, act, probability from need_mentions
         where tenant_id = %(tenant)s and counts order by at, message_id
        """,
        tenant=tx.tenant_id,
    )
    by_need: dict[UUID, tuple[Mention, ...]] = {}
    for row in found:
        mention = Mention(
            message=str(row.message_id),
            at=row.at,
            day=row.day,
            act=row.act,
            probability=row.probability,
        )
        by_need[row.need_id] = (*by_need.get(row.need_id, ()), mention)
    return by_need


async def save(
    tx: Transaction, need_id: UUID, standing: Standing, *, trace: TraceId, at: datetime
) -> None:
    """Write how the need stands; a new one is added."""
    await tx.execute(
        """
        insert into needs (tenant_id, id, name, family, label, kind, state, confidence, trace,
                           created_at, updated_at)
        values (%(tenant)s, %(id)s, %(name)s, %(family)s, %(label)s, %(kind)s, %(state)s,
                %(confidence)s, %(trace)s, %(at)s, %(at)s)
        on conflict (tenant_id, id) do update
           set kind = excluded.kind, state = excluded.state, confidence = excluded.confidence,
               trace = excluded.trace, updated_at = excluded.updated_at
        """,
        tenant=tx.tenant_id,
        id=need_id,
        name=standing.need,
        family=standing.family,
        label=standing.label,
        kind=standing.kind,
        state=standing.state,
        confidence=standing.confidence,
        trace=trace,
        at=at,
    )


async def add_mention(tx: Transaction, need_id: UUID, mention: Mention) -> bool:
    """Add a mention; False where the message is one of this need already."""
    touched = await tx.execute(
        """
        insert into need_mentions (tenant_id, need_id, message_id, at, day, act, probability,
                                   counts)
        values (%(tenant)s, %(need)s, %(message)s, %(at)s, %(day)s, %(act)s, %(probability)s, true)
        on conflict (tenant_id, need_id, message_id) do nothing
        """,
        tenant=tx.tenant_id,
        need=need_id,
        message=UUID(mention.message),
        at=mention.at,
        day=mention.day,
        act=mention.act,
        probability=mention.probability,
    )
    return touched == 1


async def uncount(tx: Transaction, need_id: UUID) -> None:
    """What was said so far counts no more."""
    await tx.execute(
        "update need_mentions set counts = false where tenant_id = %(tenant)s"
        " and need_id = %(need)s and counts",
        tenant=tx.tenant_id,
        need=need_id,
    )
