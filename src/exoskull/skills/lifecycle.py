"""The life of a skill: to work, to a question, switched off, put away, changed, rolled back."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from exoskull.channels.model import ChannelName
from exoskull.channels.text import untrusted
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.i18n import listing, text
from exoskull.interventions import approvals
from exoskull.interventions.approvals import Approval
from exoskull.kit.errors import Conflict, NotFound
from exoskull.scheduling.service import move_attention
from exoskull.skills import notice, pausing, records, store
from exoskull.skills.model import SkillFile
from exoskull.skills.notice import Means, Notice
from exoskull.skills.owned import (
    VERIFIED_WITH,
    Origin,
    RiskWord,
    Skill,
    SkillKind,
    SkillState,
    Version,
    content_hash,
)
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current

SUBJECT = "skill"
"""`subject_kind` of a question about a skill."""


async def activate(
    tx: Transaction,
    skill: Skill,
    version: Version,
    *,
    at: datetime,
    by: str,
    approval: Approval | None = None,
) -> Skill:
    """Put a skill to work.

    Args:
        by: whose hand: `loop` where its risk is low, else as in an approval.
    """
    tenant = await current(tx)
    active = await store.save(
        tx,
        replace(
            skill,
            state=SkillState.ACTIVE,
            activated_at=at,
            used_at=at,
            next_run_at=next_run(skill, tenant, at),
            ended_at=None,
            ended_because=None,
        ),
    )
    more = {"approval": str(approval.id)} if approval else {}
    await publish(tx, records.event(active, version, "activated", at, by=by, **more))
    await schedule(tx, active)
    return active


def next_run(skill: Skill, tenant: Tenant, at: datetime) -> datetime | None:
    """When a skill that runs by the clock runs next, after `at`."""
    if skill.daily_at is None or skill.kind is SkillKind.INSTRUCTION:
        return None
    wall = time.fromisoformat(skill.daily_at)
    day = tenant.local_date(at)
    today = tenant.at_wall(day, wall)
    return today if today > at else tenant.at_wall(day + timedelta(days=1), wall)


async def schedule(tx: Transaction, skill: Skill) -> None:
    """Have the loop look when the skill's hour comes."""
    if skill.next_run_at is not None:
        await move_attention(tx, f"skill:{skill.id}", skill.next_run_at)


async def ask(
    tx: Transaction, tenant: Tenant, skill: Skill, version: Version, *, at: datetime, means: Means
) -> Skill:
    """Ask the person about a skill: by SMS where they can be reached so, with a single-use code
    bound to this very file. What was asked about it before is withdrawn."""
    await approvals.withdraw(tx, skill.id, at)
    awaiting = await store.save(tx, replace(skill, state=SkillState.AWAITING, next_run_at=None))
    question, code = await approvals.ask(
        tx,
        subject_kind=SUBJECT,
        subject_id=skill.id,
        content_hash=version.content_hash,
        at=at,
        ids=means.ids,
    )
    language = tenant.language.value
    able, about = able_text(version, language), untrusted(version.description)
    await notice.tell(
        tx,
        tenant,
        means,
        Notice(
            about=notice.subject_key(skill.id),
            kind=notice.QUESTION,
            key=f"ask:{question.id}",
            subject=text(language, "skill-question-subject"),
            text=text(language, "skill-question", code=code, about=about, able=able),
            reason=text(language, "skill-question-reason", able=able),
            trace=skill.trace,
            first=ChannelName.SMS,
        ),
        at=at,
    )
    shown = {"code": code} if means.reveal_codes else {}
    await publish(
        tx,
        records.event(
            awaiting,
            version,
            "awaiting_approval",
            at,
            approval=str(question.id),
            expires_at=question.expires_at.isoformat(),
            able=able,
            **shown,
        ),
    )
    await move_attention(tx, "approval", question.expires_at)
    return awaiting


def able_text(version: Version, language: str) -> str:
    """What a version can touch, in one plain sentence."""
    if not version.capabilities:
        return text(language, "skill-able-nothing")
    able = [text(language, f"skill-able-{one.replace(':', '-')}") for one in version.capabilities]
    return text(language, "skill-able", list=listing(able, language))


async def answer(tx: Transaction, question: Approval, *, yes: bool, by: str, at: datetime) -> Skill:
    """Answer a question about a skill: at a yes it goes to work, at a no it is rejected.

    Args:
        by: whose hand and how: `web`, `sms`, `tape`, `cli`.

    Raises:
        NotFound: `approval.not_open`: answered before, or too late.
        Conflict: `approval.changed`: the file is no longer the one that was asked about.
    """
    skill = await store.get(tx, question.subject_id, lock=True)
    if skill is None or skill.state is not SkillState.AWAITING:
        raise NotFound("approval.not_open")
    version = await in_force(tx, skill)
    if version.content_hash != question.content_hash:
        raise Conflict("approval.changed")
    answered = await approvals.answer(tx, question.id, yes=yes, by=by, at=at)
    if answered is None:
        raise NotFound("approval.not_open")
    await notice.take_back(tx, skill.id, at=at)
    if yes:
        return await activate(tx, skill, version, at=at, by=by, approval=answered)
    return await reject(tx, skill, version, because="rejected_by_person", at=at, by=by)


async def reject(
    tx: Transaction, skill: Skill, version: Version, *, because: str, at: datetime, by: str
) -> Skill:
    """A skill that is not to go to work."""
    return await _end(tx, skill, version, SkillState.REJECTED, "rejected", because, at, by)


async def revoke(
    tx: Transaction, skill: Skill, *, because: str, at: datetime, by: str, means: Means | None
) -> Skill:
    """Switch a skill off; the person is told where it was not their hand.

    Args:
        means: how to tell them; None: it was their hand.
    """
    version = await in_force(tx, skill)
    await approvals.withdraw(tx, skill.id, at)
    revoked = await _end(tx, skill, version, SkillState.REVOKED, "revoked", because, at, by)
    if means is not None:
        tenant = await current(tx)
        language = tenant.language.value
        why = text(language, f"skill-because-{because.replace('_', '-')}")
        await notice.tell(
            tx,
            tenant,
            means,
            Notice(
                about=notice.subject_key(skill.id),
                kind=notice.NOTICE,
                key=f"revoked:{version.version}",
                subject=text(language, "skill-revoked-subject"),
                text=text(language, "skill-revoked", about=untrusted(version.description), why=why),
                reason=why,
                trace=skill.trace,
            ),
            at=at,
        )
    return revoked


async def archive(tx: Transaction, skill: Skill, *, at: datetime, by: str) -> Skill:
    """Put a skill away; `restore` has it back."""
    version = await in_force(tx, skill)
    return await _end(tx, skill, version, SkillState.ARCHIVED, "archived", "unused", at, by)


async def restore(tx: Transaction, skill: Skill, *, at: datetime, by: str) -> Skill:
    """Put an archived skill to work again; nothing in it has changed.

    Raises:
        Conflict: `skill.not_archived`.
    """
    if skill.state is not SkillState.ARCHIVED:
        raise Conflict("skill.not_archived", name=skill.name)
    return await activate(tx, skill, await in_force(tx, skill), at=at, by=by)


async def put_in_force(
    tx: Transaction, skill: Skill, version: Version, *, at: datetime, by: str, means: Means
) -> Skill:
    """Have a skill go by another version. One that may do harm waits for the person's yes to
    exactly this file, and until then does nothing."""
    await pausing.give_up(tx, skill.id, at=at, by=by)
    changed = await store.save(tx, replace(skill, version=version.version, risk=version.risk))
    await publish(tx, records.event(changed, version, "changed", at, by=by))
    harmless = version.risk is RiskWord.LOW and skill.kind is SkillKind.CODE
    if harmless or await approvals.is_approved(tx, skill.id, version.content_hash):
        await approvals.withdraw(tx, skill.id, at)
        return await activate(tx, changed, version, at=at, by=by)
    return await ask(tx, await current(tx), changed, version, at=at, means=means)


def content_of(
    skill: Skill, file: SkillFile, text_: str, number: int, origin: Origin, *, at: datetime
) -> Version:
    """A version of `skill` with the checked file `text_`."""
    return Version(
        skill_id=skill.id,
        version=number,
        file=text_,
        content_hash=content_hash(skill.id, text_),
        description=file.description,
        capabilities=tuple(one.value for one in file.capabilities),
        risk=RiskWord.of(file.risk),
        origin=origin,
        verified_with=VERIFIED_WITH,
        verified_at=at,
        created_at=at,
    )


async def in_force(tx: Transaction, skill: Skill) -> Version:
    """The version that the skill goes by."""
    found = await store.version(tx, skill.id, skill.version)
    if found is None:
        raise NotFound("skill.no_version", version=skill.version)
    return found


async def expire_questions(tx: Transaction, *, at: datetime) -> int:
    """Silence is no: reject what nobody said yes to in time, and let go of what waits for a yes;
    returns how many."""
    waited = await pausing.expire(tx, at=at)
    silent = await store.unanswered(tx, at)
    for skill in silent:
        version = await in_force(tx, skill)
        await reject(tx, skill, version, because="not_approved_in_time", at=at, by="silence")
    return len(silent) + waited


async def _end(
    tx: Transaction,
    skill: Skill,
    version: Version,
    state: SkillState,
    verb: str,
    because: str,
    at: datetime,
    by: str,
) -> Skill:
    await pausing.give_up(tx, skill.id, at=at, by=by)
    ended = await store.save(
        tx, replace(skill, state=state, ended_at=at, ended_because=because, next_run_at=None)
    )
    await publish(tx, records.event(ended, version, verb, at, by=by, why_not=because))
    return ended
