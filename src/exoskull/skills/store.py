"""SQL of skills, their versions, runs and suggestions."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from exoskull.database.transaction import Transaction
from exoskull.skills.owned import (
    Skill,
    SkillRun,
    SkillState,
    Suggestion,
    Version,
)

_SUGGESTION: LiteralString = """
    id, key, source, label, template, slots, confidence, evidence, status, result, detail,
    skill_id, created_at, expires_at, processed_at, trace"""
SKILL_COLUMNS: LiteralString = """
    id, name, kind, state, version, source, template, answers, metrics, risk, daily_at,
    next_run_at, suggestion_id, created_at, activated_at, used_at, ended_at, ended_because, trace"""
_VERSION: LiteralString = """
    skill_id, version, file, content_hash, description, capabilities, risk, origin, verified_with,
    verified_at, created_at"""
_RUN: LiteralString = """
    id, skill_id, version, at, caller, input, output, calls, effects, error, took_us, trace"""


async def add_suggestion(tx: Transaction, one: Suggestion) -> bool:
    """Add it; False where one of its key is pending."""
    added = await tx.execute(
        f"""
        insert into skill_suggestions (tenant_id, {_SUGGESTION})
        values (%(tenant)s, %(id)s, %(key)s, %(source)s, %(label)s, %(template)s, %(slots)s,
                %(confidence)s, %(evidence)s, %(status)s, %(result)s, %(detail)s, %(skill_id)s,
                %(created_at)s, %(expires_at)s, %(processed_at)s, %(trace)s)
        on conflict (tenant_id, key) where status = 'pending' do nothing
        """,
        **(
            asdict(one)
            | {"tenant": tx.tenant_id, "slots": Jsonb(one.slots), "evidence": list(one.evidence)}
        ),
    )
    return added == 1


async def save_suggestion(tx: Transaction, one: Suggestion) -> None:
    """Keep what has changed of it."""
    await tx.execute(
        """
        update skill_suggestions
           set template = %(template)s, slots = %(slots)s, confidence = %(confidence)s,
               evidence = %(evidence)s, status = %(status)s, result = %(result)s,
               detail = %(detail)s, skill_id = %(skill_id)s, expires_at = %(expires_at)s,
               processed_at = %(processed_at)s
         where tenant_id = %(tenant)s and id = %(id)s
        """,
        **(
            asdict(one)
            | {"tenant": tx.tenant_id, "slots": Jsonb(one.slots), "evidence": list(one.evidence)}
        ),
    )


async def suggestions_of(tx: Transaction, key: str) -> list[Suggestion]:
    """Those of that key, the newest first."""
    return await tx.fetch(
        Suggestion,
        f"""
        select {_SUGGESTION} from skill_suggestions
         where tenant_id = %(tenant)s and key = %(key)s order by created_at desc, id desc
        """,
        tenant=tx.tenant_id,
        key=key,
    )


async def suggestions(
    tx: Transaction, *, limit: int = 100, before: UUID | None = None
) -> list[Suggestion]:
    """The newest first; older than the one called `before`."""
    return await tx.fetch(
        Suggestion,
        f"""
        select {_SUGGESTION} from skill_suggestions
         where tenant_id = %(tenant)s
           and (%(before)s::uuid is null or (created_at, id) < (
                select created_at, id from skill_suggestions
                 where tenant_id = %(tenant)s and id = %(before)s))
         order by created_at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        before=before,
        limit=limit,
    )


async def suggestion(tx: Transaction, suggestion_id: UUID) -> Suggestion | None:
    return await tx.maybe(
        Suggestion,
        f"""
        select {_SUGGESTION} from skill_suggestions
         where tenant_id = %(tenant)s and id = %(id)s for update
        """,
        tenant=tx.tenant_id,
        id=suggestion_id,
    )


async def pending(tx: Transaction) -> list[Suggestion]:
    """Those that wait, oldest first."""
    return await tx.fetch(
        Suggestion,
        f"""
        select {_SUGGESTION} from skill_suggestions
         where tenant_id = %(tenant)s and status = 'pending' order by created_at, id
        """,
        tenant=tx.tenant_id,
    )


async def expire_suggestions(tx: Transaction, at: datetime) -> int:
    """Give up those that have waited too long; returns how many."""
    return await tx.execute(
        """
        update skill_suggestions set status = 'expired'
         where tenant_id = %(tenant)s and status = 'pending' and expires_at <= %(at)s
        """,
        tenant=tx.tenant_id,
        at=at,
    )


async def add_question(
    tx: Transaction, key: str, message_id: UUID, at: datetime, slots: Mapping[str, Any]
) -> None:
    await tx.execute(
        """
        insert into skill_questions (tenant_id, key, message_id, at, slots)
        values (%(tenant)s, %(key)s, %(message)s, %(at)s, %(slots)s) on conflict do nothing
        """,
        tenant=tx.tenant_id,
        key=key,
        message=message_id,
        at=at,
        slots=Jsonb(dict(slots)),
    )


async def questions(
    tx: Transaction, key: str, since: datetime
) -> list[tuple[UUID, dict[str, Any]]]:
    """The messages that asked it at or after `since`, oldest first, and the particulars that each
    named."""
    rows = await tx.dicts(
        """
        select message_id, slots from skill_questions
         where tenant_id = %(tenant)s and key = %(key)s and at >= %(since)s
         order by at, message_id
        """,
        tenant=tx.tenant_id,
        key=key,
        since=since,
    )
    return [(row["message_id"], row["slots"]) for row in rows]


async def add(tx: Transaction, skill: Skill) -> Skill:
    """Add a skill; returns it as the database has it."""
    return await tx.one(
        Skill,
        f"""
        insert into skills (tenant_id, {SKILL_COLUMNS})
        values (%(tenant)s, %(id)s, %(name)s, %(kind)s, %(state)s, %(version)s, %(source)s,
                %(template)s, %(answers)s, %(metrics)s, %(risk)s, %(daily_at)s, %(next_run_at)s,
                %(suggestion_id)s, %(created_at)s, %(activated_at)s, %(used_at)s, %(ended_at)s,
                %(ended_because)s, %(trace)s)
        returning {SKILL_COLUMNS}
        """,
        **(asdict(skill) | {"tenant": tx.tenant_id, "metrics": list(skill.metrics)}),
    )


async def save(tx: Transaction, skill: Skill) -> Skill:
    """Keep what has changed of a skill."""
    return await tx.one(
        Skill,
        f"""
        update skills
           set state = %(state)s, version = %(version)s, risk = %(risk)s,
               next_run_at = %(next_run_at)s, activated_at = %(activated_at)s,
               used_at = %(used_at)s, ended_at = %(ended_at)s, ended_because = %(ended_because)s
         where tenant_id = %(tenant)s and id = %(id)s
        returning {SKILL_COLUMNS}
        """,
        **(asdict(skill) | {"tenant": tx.tenant_id}),
    )


async def get(tx: Transaction, skill_id: UUID, *, lock: bool = False) -> Skill | None:
    """The skill, held against other lockers where `lock`."""
    held: LiteralString = "for update" if lock else ""
    return await tx.maybe(
        Skill,
        f"select {SKILL_COLUMNS} from skills where tenant_id = %(tenant)s and id = %(id)s {held}",
        tenant=tx.tenant_id,
        id=skill_id,
    )


async def in_states(tx: Transaction, states: Sequence[SkillState]) -> list[Skill]:
    """Skills in any of `states`, oldest first."""
    return await tx.fetch(
        Skill,
        f"""
        select {SKILL_COLUMNS} from skills
         where tenant_id = %(tenant)s and state = any(%(states)s) order by created_at, id
        """,
        tenant=tx.tenant_id,
        states=[one.value for one in states],
    )


async def answering(tx: Transaction, key: str) -> Skill | None:
    """The newest skill at work that answers the question of `key`."""
    return await tx.maybe(
        Skill,
        f"""
        select {SKILL_COLUMNS} from skills
         where tenant_id = %(tenant)s and state = 'active' and answers = %(key)s
         order by created_at desc, id desc limit 1
        """,
        tenant=tx.tenant_id,
        key=key,
    )


async def due(tx: Transaction, at: datetime) -> list[Skill]:
    """Skills at work whose hour has come, the longest due first."""
    return await tx.fetch(
        Skill,
        f"""
        select {SKILL_COLUMNS} from skills
         where tenant_id = %(tenant)s and state = 'active' and next_run_at <= %(at)s
         order by next_run_at, id
        """,
        tenant=tx.tenant_id,
        at=at,
    )


async def unanswered(tx: Transaction, at: datetime) -> list[Skill]:
    """Skills that wait for a yes which nobody can give any more: no question is open."""
    return await tx.fetch(
        Skill,
        f"""
        select {SKILL_COLUMNS} from skills s
         where s.tenant_id = %(tenant)s and s.state = 'awaiting'
           and not exists (
                select 1 from approvals a
                 where a.tenant_id = s.tenant_id and a.subject_id = s.id
                   and a.answered_at is null and a.expires_at > %(at)s)
         order by s.created_at, s.id
        """,
        tenant=tx.tenant_id,
        at=at,
    )


async def add_version(tx: Transaction, one: Version) -> Version:
    return await tx.one(
        Version,
        f"""
        insert into skill_versions (tenant_id, {_VERSION})
        values (%(tenant)s, %(skill_id)s, %(version)s, %(file)s, %(content_hash)s,
                %(description)s, %(capabilities)s, %(risk)s, %(origin)s, %(verified_with)s,
                %(verified_at)s, %(created_at)s)
        returning {_VERSION}
        """,
        **(asdict(one) | {"tenant": tx.tenant_id, "capabilities": list(one.capabilities)}),
    )


async def version(tx: Transaction, skill_id: UUID, number: int) -> Version | None:
    return await tx.maybe(
        Version,
        f"""
        select {_VERSION} from skill_versions
         where tenant_id = %(tenant)s and skill_id = %(id)s and version = %(number)s
        """,
        tenant=tx.tenant_id,
        id=skill_id,
        number=number,
    )


async def versions(tx: Transaction, skill_id: UUID) -> list[Version]:
    """The newest first."""
    return await tx.fetch(
        Version,
        f"""
        select {_VERSION} from skill_versions
         where tenant_id = %(tenant)s and skill_id = %(id)s order by version desc
        """,
        tenant=tx.tenant_id,
        id=skill_id,
    )


async def verified(
    tx: Transaction, skill_id: UUID, number: int, *, with_: str, at: datetime
) -> None:
    """The version passed again, with another sandbox."""
    await tx.execute(
        """
        update skill_versions set verified_with = %(with)s, verified_at = %(at)s
         where tenant_id = %(tenant)s and skill_id = %(id)s and version = %(number)s
        """,
        **{"tenant": tx.tenant_id, "id": skill_id, "number": number, "with": with_, "at": at},
    )


async def add_run(tx: Transaction, one: SkillRun) -> None:
    await tx.execute(
        f"""
        insert into skill_runs (tenant_id, {_RUN})
        values (%(tenant)s, %(id)s, %(skill_id)s, %(version)s, %(at)s, %(caller)s, %(input)s,
                %(output)s, %(calls)s, %(effects)s, %(error)s, %(took_us)s, %(trace)s)
        """,
        **(
            asdict(one)
            | {
                "tenant": tx.tenant_id,
                "input": Jsonb(one.input),
                "output": None if one.output is None else Jsonb(one.output),
                "calls": Jsonb(one.calls),
                "effects": Jsonb(one.effects),
            }
        ),
    )


async def runs(
    tx: Transaction,
    skill_id: UUID,
    *,
    limit: int,
    number: int | None = None,
    before: UUID | None = None,
) -> list[SkillRun]:
    """The newest runs first, of one version where `number`; trials before activation left out.
    `before`: only those older than the run of this id."""
    return await tx.fetch(
        SkillRun,
        f"""
        select {_RUN} from skill_runs
         where tenant_id = %(tenant)s and skill_id = %(id)s and caller <> 'smoke'
           and (%(number)s::integer is null or version = %(number)s)
           and (%(before)s::uuid is null or (at, id) < (
                select at, id from skill_runs
                 where tenant_id = %(tenant)s and id = %(before)s))
         order by at desc, id desc limit %(limit)s
        """,
        tenant=tx.tenant_id,
        id=skill_id,
        number=number,
        before=before,
        limit=limit,
    )


async def run(tx: Transaction, run_id: UUID) -> SkillRun | None:
    return await tx.maybe(
        SkillRun,
        f"select {_RUN} from skill_runs where tenant_id = %(tenant)s and id = %(id)s",
        tenant=tx.tenant_id,
        id=run_id,
    )


async def save_effects(tx: Transaction, run_id: UUID, effects: list[dict[str, Any]]) -> None:
    """What has become of a run's effects since."""
    await tx.execute(
        """
        update skill_runs set effects = %(effects)s
         where tenant_id = %(tenant)s and id = %(id)s
        """,
        tenant=tx.tenant_id,
        id=run_id,
        effects=Jsonb(effects),
    )
