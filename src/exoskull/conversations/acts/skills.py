"""Questions that a skill answers; those that come back, counted; and yes and no to skills."""

from collections.abc import Sequence

from exoskull.conversations.acts.building import means
from exoskull.conversations.acts.desk import Desk
from exoskull.interventions.approvals import Approval
from exoskull.kit.errors import Conflict, InvalidInput, NotFound
from exoskull.language.model import Act, AskStatus, Language, NotUnderstood, Reject, Remark
from exoskull.sandbox.limits import SandboxUnavailable
from exoskull.sandbox.pool import Interpreter
from exoskull.skills import lifecycle, notice, pausing, service, suggestions
from exoskull.skills.asking import Asked, asked
from exoskull.skills.owned import Caller, Skill

SUBJECTS = (lifecycle.SUBJECT, pausing.SUBJECT)
ANSWERED = (AskStatus, NotUnderstood, Remark)
"""What a skill may answer in the place of."""


async def answer(
    desk: Desk, said: str, acts: Sequence[Act], sandbox: Interpreter | None
) -> tuple[list[str], list[Act]]:
    """Have a skill answer the question in `said`, where one does, and say that it did; else count
    the question. Returns the lines, and the acts that are still to be done.

    Args:
        sandbox: what runs skills; None: none are run, and questions are counted all the same.
    """
    rest = list(acts)
    if not any(_is_open(act) for act in acts):
        return [], rest
    question = asked(said, desk.now, polish=desk.tenant.language is Language.PL)
    if question is None or (question.template is None and not _is_unknown(acts)):
        return [], rest
    skill = await service.answering(desk.tx, question.key)
    if skill is not None and sandbox is not None:
        lines = await _by(desk, skill, question, sandbox)
        if lines:
            return lines, [act for act in acts if not isinstance(act, ANSWERED)]
    if skill is None:
        await suggestions.note_question(
            desk.tx, question, said, message_id=desk.message_id, at=desk.at, ids=desk.ids
        )
    return [], rest


def _is_open(act: Act) -> bool:
    return isinstance(act, ANSWERED)


def _is_unknown(acts: Sequence[Act]) -> bool:
    """Whether nothing of the message was understood: then its own words are what is counted."""
    return all(isinstance(act, NotUnderstood) for act in acts)


async def _by(desk: Desk, skill: Skill, question: Asked, sandbox: Interpreter) -> list[str]:
    try:
        called = await service.call(
            desk.tx,
            sandbox,
            skill,
            question.input,
            caller=Caller.CHAT,
            at=desk.at,
            means=means(desk),
            trace=desk.trace,
        )
    except (InvalidInput, SandboxUnavailable):
        return []  # it lacks a number that was not said, or nothing can be run here
    if called.error is not None:
        return [desk.say("skill-chat-failed", name=skill.name)]
    if called.text is None:
        return []
    return [f"{called.text} {desk.say('skill-chat-by', name=skill.name)}"]


async def answered(desk: Desk, question: Approval, *, yes: bool) -> list[str]:
    """Answer a question about a skill, or about what a run of one wants to do; says what became of
    it.

    Raises:
        NotFound, Conflict: as `lifecycle.answer` and `pausing.answer`.
    """
    if question.subject_kind == pausing.SUBJECT:
        return await _resumed(desk, question, yes=yes)
    skill = await lifecycle.answer(desk.tx, question, yes=yes, by=desk.via, at=desk.at)
    about = (await service.in_force(desk.tx, skill)).description
    return [desk.say("skill-chat-approved" if yes else "skill-chat-rejected", about=about)]


async def _resumed(desk: Desk, question: Approval, *, yes: bool) -> list[str]:
    if desk.seal is None:
        raise Conflict("approval.changed")  # nothing here can tell what waits from what was forged
    done = await pausing.answer(
        desk.tx, desk.seal, question, yes=yes, by=desk.via, at=desk.at, means=means(desk)
    )
    if not yes:
        return [desk.say("skill-chat-let-go", name=done.skill.name)]
    return [pausing.resumed_text(done, desk.tenant.language.value)]


async def plain_no(desk: Desk, act: Act, questions: Sequence[Approval]) -> list[str]:
    """Take a no without a code, where it can mean one skill only: the only thing that is asked, or
    the very message that is replied to. A yes always needs its code. Nothing where it cannot."""
    if not isinstance(act, Reject) or act.code is not None:
        return []
    ours = [one for one in questions if one.subject_kind in SUBJECTS]
    if desk.reply_to is not None and desk.reply_to.symptom == notice.QUESTION:
        key = desk.reply_to.subject_key
        ours = [one for one in ours if notice.subject_key(one.subject_id) == key]
    elif len(questions) != 1:
        return []
    if len(ours) != 1:
        return []
    try:
        return await answered(desk, ours[0], yes=False)
    except (NotFound, Conflict):
        return [desk.say("assistant-approve-expired")]
