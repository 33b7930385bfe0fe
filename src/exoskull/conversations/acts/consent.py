"""Yes and no: the person's word on what they were asked."""

from collections.abc import Sequence

from exoskull.apps.consent import SUBJECT as APP
from exoskull.conversations import held, widening
from exoskull.conversations.acts import building, skills
from exoskull.conversations.acts.desk import Desk
from exoskull.grants.describe import pattern_text
from exoskull.interventions import approvals
from exoskull.interventions import service as interventions
from exoskull.kit.errors import Conflict, NotFound
from exoskull.language.answers import answer as short_answer
from exoskull.language.fold import clean, own_lines
from exoskull.language.model import Act, Approve, Reject
from exoskull.language.tokens import tokenize
from exoskull.toolbox import service as toolbox

LINES_MAX = 40
"""Lines of a message that are looked through for a yes."""


async def answer(desk: Desk, act: Approve | Reject) -> list[str]:
    """Answer a question by its code; without one, nothing is approved."""
    questions = await approvals.open_questions(desk.tx, desk.at)
    if not questions:
        return [desk.say("assistant-approve-nothing")]
    if act.code is None:
        said = await building.plain_answer(desk, act, questions)
        said = said or await skills.plain_no(desk, act, questions)
        return said or [desk.say("assistant-approve-needs-code")]
    question = await approvals.by_code(desk.tx, act.code, desk.at)
    if question is None:
        left = max(0, min(approvals.TRIES_MAX - one.tries - 1 for one in questions))
        return [desk.say("assistant-approve-wrong-code", tries_left=left)]
    return await decide(desk, question, yes=isinstance(act, Approve))


async def overlooked(desk: Desk, said: str, acts: Sequence[Act]) -> list[str]:
    """What to tell of a yes or no with a code that stands below the first line: it does not count,
    as it may be another's words. Nothing where there is none, or nothing is asked."""
    if any(isinstance(act, Approve | Reject) for act in acts):
        return []
    lines = [tokenize(line[:200]) for line in own_lines(clean(said))[:LINES_MAX]]
    found = [short_answer(line, desk.tenant.language) for line in lines]
    if not any(isinstance(act, Approve | Reject) and act.code for act in found):
        return []
    if not await approvals.open_questions(desk.tx, desk.at):
        return []
    return [desk.say("assistant-approve-first-line")]


async def decide(desk: Desk, question: approvals.Approval, *, yes: bool) -> list[str]:
    """Answer exactly this question; says what became of it."""
    try:
        if question.subject_kind == APP:
            return await building.answered(desk, question, yes=yes)
        if question.subject_kind in skills.SUBJECTS:
            return await skills.answered(desk, question, yes=yes)
        if question.subject_kind == held.SUBJECT:
            return await held.answered(desk, question, yes=yes)
        if question.subject_kind == toolbox.SUBJECT:
            used = await toolbox.answer(desk.tx, question, yes=yes, by=desk.via, at=desk.at)
            key = "assistant-tool-approved" if yes else "assistant-tool-rejected"
            return [desk.say(key, tool=used.tool, server=used.server)]
        if question.subject_kind == widening.SUBJECT:
            rule = await widening.answer(
                desk.tx, question, yes=yes, by=desk.via, at=desk.at, ids=desk.ids
            )
            about = pattern_text(rule.terms.pattern, desk.tenant.language.value)
            return [desk.say("assistant-rule-made" if yes else "assistant-rule-left", about=about)]
        done = await interventions.answer(desk.tx, question, yes=yes, by=desk.via, at=desk.at)
    except NotFound:
        return [desk.say("assistant-approve-expired")]
    except Conflict:
        return [desk.say("assistant-approve-changed")]
    return [desk.say("assistant-approved" if yes else "assistant-rejected", what=done.subject)]
