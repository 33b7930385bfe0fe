"""The person's word on a call that waits: a yes is to exactly this verb with these arguments."""

from exoskull.conversations import runs
from exoskull.conversations.acts.desk import Desk
from exoskull.conversations.gating import SUBJECT, described, gate
from exoskull.conversations.leash import content_hash
from exoskull.conversations.runs import CallState
from exoskull.conversations.tools.catalogue import BY_NAME
from exoskull.grants.model import Effect
from exoskull.interventions import approvals
from exoskull.interventions.approvals import Approval
from exoskull.kit.errors import Conflict, NotFound

__all__ = ["SUBJECT", "answered"]


async def answered(desk: Desk, question: Approval, *, yes: bool) -> list[str]:
    """Take the answer; at a yes the call happens, once. Says what became of it.

    Raises:
        NotFound: the question is closed, or the call is gone.
        Conflict: the call is not what was asked about, or a rule forbids it by now.
    """
    call = await runs.get_call(desk.tx, question.subject_id)
    if content_hash(call.tool, call.arguments) != question.content_hash:
        raise Conflict("approval.changed")
    verb = BY_NAME.get(call.tool)
    if verb is None:
        raise NotFound("approval.not_open")
    if await approvals.answer(desk.tx, question.id, yes=yes, by=desk.via, at=desk.at) is None:
        raise NotFound("approval.not_open")
    if not yes:
        lines = [desk.say("chat-let-go", what=described(desk, verb, call.arguments))]
        await runs.answer_call(desk.tx, call.id, CallState.REFUSED, lines, desk.at)
        return lines
    if await gate(desk, verb, approved=True) is not Effect.ALLOW:
        lines = [desk.say("chat-refused", what=described(desk, verb, call.arguments))]
        await runs.answer_call(desk.tx, call.id, CallState.REFUSED, lines, desk.at)
        return lines
    lines = await verb.act(desk, call.arguments)
    await runs.answer_call(desk.tx, call.id, CallState.DONE, lines, desk.at)
    return lines
