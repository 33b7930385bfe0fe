"""SQL of what models read, proposed and phrased."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.kit.plain import plain
from exoskull.mape.model import Cycle, Proposal, Reading, Sign, Situation, Theme


async def insert_reading(tx: Transaction, cycle: Cycle, reading: Reading) -> None:
    await tx.execute(
        """
        insert into situation_readings (tenant_id, cycle_id, at, seen, situation, evidence, signs,
                                        prompt, model, micros)
        values (%(tenant)s, %(cycle)s, %(at)s, %(seen)s::jsonb, %(situation)s,
                %(evidence)s::jsonb, %(signs)s::jsonb, %(prompt)s, %(model)s, %(micros)s)
        """,
        tenant=tx.tenant_id,
        cycle=cycle.id,
        at=reading.at,
        seen=json.dumps(reading.seen),
        situation=reading.situation,
        evidence=json.dumps(reading.evidence),
        signs=json.dumps(plain(reading.signs)),
        prompt=reading.prompt,
        model=reading.model,
        micros=reading.micros,
    )


async def seen(tx: Transaction) -> frozenset[str]:
    """The rows that the last look covered, whether or not it had an answer."""
    rows = await tx.value(
        """
        select seen from situation_readings where tenant_id = %(tenant)s
         order by at desc, cycle_id desc limit 1
        """,
        tenant=tx.tenant_id,
    )
    return frozenset(rows or ())


async def last_reading(tx: Transaction, *, since: datetime | None = None) -> Reading | None:
    """The newest reading with an answer, made at or after `since`."""
    rows = await tx.dicts(
        """
        select at, seen, situation, evidence, signs, prompt, model, micros
          from situation_readings
         where tenant_id = %(tenant)s and situation is not null
           and (%(since)s::timestamptz is null or at >= %(since)s)
         order by at desc, cycle_id desc limit 1
        """,
        tenant=tx.tenant_id,
        since=since,
    )
    return _reading(rows[0]) if rows else None


async def reading_behind(tx: Transaction, decision_id: UUID) -> Reading | None:
    """The newest reading that a decision was made with: of the day before it."""
    rows = await tx.dicts(
        """
        select r.at, r.seen, r.situation, r.evidence, r.signs, r.prompt, r.model, r.micros
          from decisions d
          join situation_readings r on r.tenant_id = d.tenant_id
           and r.at between d.at - interval '24 hours' and d.at
         where d.tenant_id = %(tenant)s and d.id = %(id)s and r.situation is not null
         order by r.at desc limit 1
        """,
        tenant=tx.tenant_id,
        id=decision_id,
    )
    return _reading(rows[0]) if rows else None


def _reading(row: dict) -> Reading:
    return Reading(
        at=row["at"],
        seen=tuple(row["seen"]),
        situation=Situation(row["situation"]),
        evidence=tuple(row["evidence"]),
        signs=tuple(
            Sign(
                theme=Theme(sign["theme"]),
                subject=sign["subject"],
                severity=sign["severity"],
                evidence=tuple(sign["evidence"]),
            )
            for sign in row["signs"]
        ),
        prompt=row["prompt"],
        model=row["model"],
        micros=row["micros"],
    )


async def insert_proposals(
    tx: Transaction, cycle: Cycle, proposals: Iterable[Proposal], *, model: str
) -> None:
    """Keep what was proposed, before anything is drawn."""
    for one in proposals:
        await tx.execute(
            """
            insert into option_proposals (tenant_id, cycle_id, kind, subject, at, option, idea,
                                          prompt, model)
            values (%(tenant)s, %(cycle)s, %(kind)s, %(subject)s, %(at)s, %(option)s, %(idea)s,
                    %(prompt)s, %(model)s)
            """,
            tenant=tx.tenant_id,
            cycle=cycle.id,
            kind=one.kind,
            subject=one.subject,
            at=cycle.at,
            option=one.option,
            idea=one.idea,
            prompt=one.prompt,
            model=model,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of a model's. `facts`: SHA-256 of what they were made of."""

    at: datetime
    facts: bytes
    text: str
    prompt: str
    model: str
    micros: int


async def insert_words(tx: Transaction, about: str, id: UUID, words: Words) -> None:
    """Keep the words of a `message`, an `action` or a `summary`; the first ones stay."""
    await tx.execute(
        """
        insert into model_words (tenant_id, about, id, at, facts, text, prompt, model, micros)
        values (%(tenant)s, %(about)s, %(id)s, %(at)s, %(facts)s, %(text)s, %(prompt)s, %(model)s,
                %(micros)s)
        on conflict do nothing
        """,
        tenant=tx.tenant_id,
        about=about,
        id=id,
        at=words.at,
        facts=words.facts,
        text=words.text,
        prompt=words.prompt,
        model=words.model,
        micros=words.micros,
    )


async def words_of(tx: Transaction, about: str, id: UUID) -> Words | None:
    return await tx.maybe(
        Words,
        """
        select at, facts, text, prompt, model, micros from model_words
         where tenant_id = %(tenant)s and about = %(about)s and id = %(id)s
        """,
        tenant=tx.tenant_id,
        about=about,
        id=id,
    )
