"""A run that waits for the person's word, and goes on at it.

A skill's effects leave once it has given its answer. Where the gate asks about one, that one and
those behind it are kept, under a mark that only this installation can make, and the person is asked
with a single-use code. At a yes the rest goes on, each effect through the gate again; at a no, in
silence, or where the skill has changed meanwhile, none of it is done.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from exoskull.channels.model import ChannelName
from exoskull.channels.text import untrusted
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.grants.proposals.service import record_answer
from exoskull.i18n import listing, text
from exoskull.interventions import approvals
from exoskull.interventions.approvals import LIFETIME, Approval
from exoskull.kit.errors import Conflict, NotFound
from exoskull.sandbox.seal import Seal
from exoskull.scheduling.service import move_attention
from exoskull.skills import effects, notice, pause_store, records, store
from exoskull.skills.effects import Leaving
from exoskull.skills.model import Effect
from exoskull.skills.notice import Means, Notice
from exoskull.skills.owned import Pause, PauseStatus, Skill, SkillRun, SkillState
from exoskull.tenants.service import current

SUBJECT = "skill_run"
"""`subject_kind` of a question about what a run has left to do."""

ASKED_BEFORE = "asked_before"
"""What has become of effects that are asked about already, for an earlier run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """What became of a run that waited: `left`, each effect with its `state`; `asks_on`: whether
    one of the rest is asked about in turn."""

    skill: Skill
    run: SkillRun
    left: Sequence[dict[str, Any]]
    asks_on: bool


async def leave(
    tx: Transaction,
    seal: Seal,
    work: Leaving,
    wanted: Sequence[Effect],
    *,
    first: int = 0,
    approved: bool = False,
) -> tuple[list[dict[str, Any]], bool]:
    """Do a run's effects from number `first` on, as far as the grants allow; where one is asked
    about, keep it with those behind it, and ask. What became of each, and whether one is asked.

    Where the very same is asked already, it is not asked again, and these are let go.

    Args:
        approved: whether the person said yes to the first of them.
    """
    left, asked = await effects.leave(tx, work, wanted, first=first, approved=approved)
    if asked is None:
        return left, False
    state = _state(wanted, asked)
    if any(one.state == state for one in await pause_store.waiting(tx, work.skill.id)):
        return [one | ({"state": ASKED_BEFORE} if _waits(one) else {}) for one in left], False
    await _pause(tx, seal, work, wanted[asked], state)
    return left, True


async def _pause(tx: Transaction, seal: Seal, work: Leaving, asked: Effect, state: str) -> None:
    skill, at, means = work.skill, work.at, work.means
    kept = Pause(
        id=means.ids.new(),
        run_id=work.run.id,
        skill_id=skill.id,
        version=work.version.version,
        content_hash=work.version.content_hash,
        state=state,
        mark="",
        status=PauseStatus.WAITING,
        created_at=at,
        expires_at=at + LIFETIME,
        ended_at=None,
        ended_by=None,
        trace=skill.trace,
    )
    await pause_store.add(tx, replace(kept, mark=seal.mark(*_parts(kept, tx))))
    question, code = await approvals.ask(
        tx,
        subject_kind=SUBJECT,
        subject_id=kept.id,
        content_hash=_exactly(kept),
        at=at,
        ids=means.ids,
    )
    await _ask(tx, work, asked, kept, question, code)


async def _ask(
    tx: Transaction, work: Leaving, asked: Effect, kept: Pause, question: Approval, code: str
) -> None:
    skill, at, means, language = work.skill, work.at, work.means, work.tenant.language.value
    what, about = effects.effect_text(asked, language), untrusted(work.version.description)
    await notice.tell(
        tx,
        work.tenant,
        means,
        Notice(
            about=notice.subject_key(kept.id),
            kind=notice.QUESTION,
            key=f"ask:{question.id}",
            subject=text(language, "skill-wants-subject"),
            text=text(language, "skill-wants", code=code, name=skill.name, what=what),
            reason=text(language, "skill-wants-reason", about=about),
            trace=skill.trace,
            first=ChannelName.SMS,
        ),
        at=at,
    )
    shown = {"code": code} if means.reveal_codes else {}
    await publish(
        tx,
        records.event(
            skill,
            work.version,
            "paused",
            at,
            run=str(kept.run_id),
            pause=str(kept.id),
            action=str(effects.action_of(asked)),
            what=what,
            approval=str(question.id),
            expires_at=question.expires_at.isoformat(),
            **shown,
        ),
    )
    await move_attention(tx, "approval", question.expires_at)


async def answer(
    tx: Transaction,
    seal: Seal,
    question: Approval,
    *,
    yes: bool,
    by: str,
    at: datetime,
    means: Means,
) -> Resumed:
    """Take the person's word on what a run wants to do: at a yes it goes on from there, at a no
    nothing of the rest is done.

    Args:
        by: whose hand and how: `web`, `sms`, `tape`, `cli`.

    Raises:
        NotFound: `approval.not_open`: answered before, or too late.
        Conflict: `approval.changed`: what waits is not what was asked about, or the skill has
            changed meanwhile.
    """
    kept = await pause_store.get(tx, question.subject_id)
    if kept is None or kept.status is not PauseStatus.WAITING or kept.expires_at <= at:
        raise NotFound("approval.not_open")
    if not _is_ours(kept, seal, tx) or _exactly(kept) != question.content_hash:
        raise Conflict("approval.changed")
    skill = await store.get(tx, kept.skill_id, lock=True)
    if skill is None or skill.state is not SkillState.ACTIVE:
        raise Conflict("approval.changed")
    version = await store.version(tx, skill.id, skill.version)
    run = await store.run(tx, kept.run_id)
    if version is None or version.content_hash != kept.content_hash or run is None:
        raise Conflict("approval.changed")
    if await approvals.answer(tx, question.id, yes=yes, by=by, at=at) is None:
        raise NotFound("approval.not_open")
    status = PauseStatus.DONE if yes else PauseStatus.REFUSED
    if not await pause_store.end(tx, kept.id, status, at=at, by=by):
        raise NotFound("approval.not_open")
    await notice.take_back(tx, kept.id, at=at)
    tenant = await current(tx)
    work = Leaving(skill=skill, version=version, run=run, tenant=tenant, at=at, means=means)
    wanted, number = _wanted(kept)
    await record_answer(
        tx,
        question.id,
        effects.action_of(wanted[number]),
        approved=yes,
        at=at,
        local_date=tenant.local_date(at),
    )
    if not yes:
        return await _let_go(tx, work, wanted, number, by=by)
    return await _go_on(tx, seal, work, wanted, number, by=by)


async def _go_on(
    tx: Transaction, seal: Seal, work: Leaving, wanted: list[Effect], number: int, *, by: str
) -> Resumed:
    left, asks_on = await leave(tx, seal, work, wanted, first=number, approved=True)
    await _tell_of(tx, work, left, number, "resumed", by=by)
    return Resumed(skill=work.skill, run=work.run, left=left, asks_on=asks_on)


async def _let_go(
    tx: Transaction, work: Leaving, wanted: list[Effect], number: int, *, by: str
) -> Resumed:
    left = [
        one.to_json() | {"state": "refused", "why_not": "rejected_by_person"}
        for one in wanted[number:]
    ]
    await _tell_of(tx, work, left, number, "let_go", by=by, why_not="rejected_by_person")
    return Resumed(skill=work.skill, run=work.run, left=left, asks_on=False)


async def _tell_of(
    tx: Transaction,
    work: Leaving,
    left: list[dict[str, Any]],
    number: int,
    verb: str,
    *,
    by: str,
    **more: str,
) -> None:
    await store.save_effects(tx, work.run.id, [*work.run.effects[:number], *left])
    shown = [{"call": one["call"], "state": one["state"]} for one in left]
    told = {"run": str(work.run.id), "by": by, "effects": shown, **more}
    await publish(tx, records.event(work.skill, work.version, verb, work.at, **told))


async def give_up(tx: Transaction, skill_id: UUID, *, at: datetime, by: str) -> int:
    """Let go of everything that waits of a skill: it has changed, or works no longer."""
    return await _drop(tx, await pause_store.waiting(tx, skill_id), "skill_changed", at=at, by=by)


async def expire(tx: Transaction, *, at: datetime) -> int:
    """Silence is no: let go of what nobody said yes to in time; returns how many."""
    late = await pause_store.late(tx, at)
    return await _drop(tx, late, "not_approved_in_time", at=at, by="silence")


async def _drop(
    tx: Transaction, dropped: Sequence[Pause], why: str, *, at: datetime, by: str
) -> int:
    for one in dropped:
        await pause_store.end(tx, one.id, PauseStatus.LET_GO, at=at, by=by)
        await approvals.withdraw(tx, one.id, at)
        await notice.take_back(tx, one.id, at=at)
        skill = await store.get(tx, one.skill_id)
        version = await store.version(tx, one.skill_id, one.version)
        run = await store.run(tx, one.run_id)
        if skill is None or version is None or run is None:
            continue
        left = [
            effect | ({"state": "refused", "why_not": why} if _waits(effect) else {})
            for effect in run.effects
        ]
        await store.save_effects(tx, run.id, left)
        shown = [{"call": effect["call"], "state": effect["state"]} for effect in left]
        told = {"run": str(run.id), "by": by, "effects": shown, "why_not": why}
        await publish(tx, records.event(skill, version, "let_go", at, **told))
    return len(dropped)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What waits of a skill, as the person sees it: `what` is asked about, and `rest`, how many
    effects wait behind it."""

    question: Approval
    what: str
    rest: int


async def asking(tx: Transaction, skill_id: UUID, language: str, *, at: datetime) -> list[Asking]:
    """What waits of a skill and can still be answered, oldest first."""
    questions = {
        one.subject_id: one
        for one in await approvals.open_questions(tx, at)
        if one.subject_kind == SUBJECT
    }
    found = []
    for one in await pause_store.waiting(tx, skill_id):
        if one.id in questions:
            wanted, number = _wanted(one)
            what = effects.effect_text(wanted[number], language)
            rest = len(wanted) - number - 1
            found.append(Asking(question=questions[one.id], what=what, rest=rest))
    return found


async def answer_shown(
    tx: Transaction,
    seal: Seal,
    skill_id: UUID,
    *,
    yes: bool,
    by: str,
    at: datetime,
    means: Means,
    question: UUID | None = None,
) -> Resumed:
    """Take the person's word, by the hand that is shown exactly what it is about.

    Args:
        question: the one that was shown; None: the oldest that is open.

    Raises:
        NotFound: `approval.not_open`.
        Conflict: `approval.changed`.
    """
    shown = await asking(tx, skill_id, (await current(tx)).language.value, at=at)
    meant = [one.question for one in shown if question in (None, one.question.id)]
    if not meant:
        raise NotFound("approval.not_open")
    return await answer(tx, seal, meant[0], yes=yes, by=by, at=at, means=means)


def resumed_text(done: Resumed, language: str) -> str:
    """What became of a run that waited, in words; of what rows show only."""
    made = [
        effects.effect_text(Effect(call=one["call"], args=one["args"]), language)
        for one in done.left
        if one["state"] in effects.DONE
    ]
    name = done.skill.name
    if not made:
        said = text(language, "skill-resumed-nothing", name=name)
    else:
        said = text(language, "skill-resumed", name=name, list=listing(made, language))
    return f"{said} {text(language, 'skill-resumed-asks')}" if done.asks_on else said


def _waits(effect: dict[str, Any]) -> bool:
    return effect["state"] in (effects.ASKED, effects.WAITING)


def _state(wanted: Sequence[Effect], number: int) -> str:
    whole = {"effects": [one.to_json() for one in wanted], "next": number}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _wanted(kept: Pause) -> tuple[list[Effect], int]:
    whole = json.loads(kept.state)
    return [Effect(call=one["call"], args=one["args"]) for one in whole["effects"]], whole["next"]


def _exactly(kept: Pause) -> str:
    """What a yes is a yes to: these effects of this run, by this very file."""
    said = json.dumps([str(kept.id), str(kept.run_id), kept.content_hash, kept.state])
    return hashlib.sha256(f"{SUBJECT}\x1f{said}".encode()).hexdigest()


def _parts(kept: Pause, tx: Transaction) -> tuple[str, ...]:
    instants = [one.astimezone(UTC).isoformat() for one in (kept.created_at, kept.expires_at)]
    ids = [str(one) for one in (tx.tenant_id, kept.id, kept.run_id, kept.skill_id)]
    return (*ids, str(kept.version), kept.content_hash, kept.state, *instants)


def _is_ours(kept: Pause, seal: Seal, tx: Transaction) -> bool:
    return seal.holds(kept.mark, *_parts(kept, tx))
