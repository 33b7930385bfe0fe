"""Skill files brought in, changed and rolled back; and how two versions differ."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.kit.errors import Conflict, InvalidInput, NotFound
from exoskull.kit.ids import TraceId
from exoskull.skills import lifecycle, making, records, store
from exoskull.skills.check import Workbench, check
from exoskull.skills.form import read_skill
from exoskull.skills.instruction import Instruction, read_instruction
from exoskull.skills.lifecycle import content_of
from exoskull.skills.model import Problem, SkillFile
from exoskull.skills.notice import Means
from exoskull.skills.owned import (
    STANDING,
    VERIFIED_WITH,
    Origin,
    RiskWord,
    Skill,
    SkillKind,
    SkillState,
    Source,
    Version,
    content_hash,
)
from exoskull.skills.service import get, in_force
from exoskull.tenants.service import current


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A file that was looked at: what it is, or what is wrong with it; `text` as it is kept."""

    file: SkillFile | Instruction | None
    text: str = ""
    problems: Sequence[Problem] = ()


async def examine(sandbox: Workbench, data: bytes, *, at: datetime) -> Examined:
    """Check a file that is to be brought in; outside of any transaction.

    Raises:
        SandboxUnavailable: it could not be checked.
    """
    words = read_instruction(data)
    if isinstance(words, Problem):
        return Examined(file=None, problems=(words,))
    if isinstance(words, Instruction):
        return Examined(file=words, text=words.source)
    checked = await check(sandbox, read_skill(data), clock=at)
    if not checked.ok or checked.skill is None:
        return Examined(file=None, problems=checked.problems)
    return Examined(file=checked.skill, text=checked.skill.source)


async def bring_in(
    tx: Transaction, examined: Examined, *, at: datetime, by: str, means: Means
) -> Skill:
    """Take a file in, by the person's hand: a new skill, or a new version of the one of that name.
    One that may do harm, or is an instruction, waits for a yes to exactly this file.

    Raises:
        InvalidInput: `skill.import_refused`: something is wrong with it.
        Conflict: `skill.other_kind`.
    """
    if examined.file is None:
        raise InvalidInput("skill.import_refused", field="file", problem=examined.problems[0].key)
    return await _keep(tx, examined.file, examined.text, at=at, by=by, means=means)


async def _keep(
    tx: Transaction,
    file: SkillFile | Instruction,
    text: str,
    *,
    at: datetime,
    by: str,
    means: Means,
) -> Skill:
    name = file.name
    kind = SkillKind.CODE if isinstance(file, SkillFile) else SkillKind.INSTRUCTION
    standing = [one for one in await store.in_states(tx, STANDING) if one.name == name]
    if standing:
        return await _change(tx, standing[0], kind, file, text, at=at, by=by, means=means)
    skill = Skill(
        id=means.ids.new(),
        name=name,
        kind=kind,
        state=SkillState.AWAITING,
        version=1,
        source=Source.IMPORTED,
        template=None,
        answers=None,
        metrics=(),
        risk=_risk(file),
        daily_at=None,
        next_run_at=None,
        suggestion_id=None,
        created_at=at,
        activated_at=None,
        used_at=None,
        ended_at=None,
        ended_because=None,
        trace=TraceId(means.ids.new()),
    )
    skill = await store.add(tx, skill)
    version = await store.add_version(tx, _version(skill, file, text, 1, Origin.IMPORTED, at))
    await publish(tx, records.event(skill, version, "imported", at, by=by))
    await making.decide_on(tx, await current(tx), skill, version, at=at, means=means)
    return await get(tx, skill.id)


def _risk(file: SkillFile | Instruction) -> RiskWord:
    return RiskWord.of(file.risk) if isinstance(file, SkillFile) else RiskWord.MEDIUM


def _version(
    skill: Skill,
    file: SkillFile | Instruction,
    text: str,
    number: int,
    origin: Origin,
    at: datetime,
) -> Version:
    if isinstance(file, SkillFile):
        return content_of(skill, file, text, number, origin, at=at)
    return Version(
        skill_id=skill.id,
        version=number,
        file=text,
        content_hash=content_hash(skill.id, text),
        description=file.description,
        capabilities=(),
        risk=RiskWord.MEDIUM,
        origin=origin,
        verified_with=VERIFIED_WITH,
        verified_at=at,
        created_at=at,
    )


async def _change(
    tx: Transaction,
    skill: Skill,
    kind: SkillKind,
    file: SkillFile | Instruction,
    text: str,
    *,
    at: datetime,
    by: str,
    means: Means,
) -> Skill:
    if kind is not skill.kind:
        raise Conflict("skill.other_kind", name=skill.name)
    earlier = await store.versions(tx, skill.id)
    if earlier[0].file == text and skill.version == earlier[0].version:
        return skill
    number = earlier[0].version + 1
    version = await store.add_version(tx, _version(skill, file, text, number, Origin.IMPORTED, at))
    return await lifecycle.put_in_force(tx, skill, version, at=at, by=by, means=means)


async def rollback(
    tx: Transaction, skill: Skill, number: int, *, at: datetime, by: str, means: Means
) -> Skill:
    """Go by an earlier version's file again, as a new version. It needs a new yes, where it may do
    harm and nobody said yes to exactly this file before.

    Raises:
        NotFound: `skill.no_version`.
        Conflict: `skill.in_force`: it goes by that one already.
    """
    wanted = await store.version(tx, skill.id, number)
    if wanted is None:
        raise NotFound("skill.no_version", version=number)
    now = await in_force(tx, skill)
    if now.content_hash == wanted.content_hash and skill.state is SkillState.ACTIVE:
        raise Conflict("skill.in_force", version=number)
    newest = (await store.versions(tx, skill.id))[0].version
    copy = Version(
        skill_id=skill.id,
        version=newest + 1,
        file=wanted.file,
        content_hash=wanted.content_hash,
        description=wanted.description,
        capabilities=wanted.capabilities,
        risk=wanted.risk,
        origin=Origin.ROLLBACK,
        verified_with=wanted.verified_with,
        verified_at=wanted.verified_at,
        created_at=at,
    )
    version = await store.add_version(tx, copy)
    return await lifecycle.put_in_force(tx, skill, version, at=at, by=by, means=means)


def difference(before: Version, after: Version) -> list[str]:
    """The lines in which two versions differ, as a unified diff without its header."""
    lines = difflib.unified_diff(
        before.file.splitlines(), after.file.splitlines(), lineterm="", n=2
    )
    return list(lines)[2:]
