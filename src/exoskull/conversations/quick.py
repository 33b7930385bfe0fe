"""Quick replies: what the person probably wants to say next, as buttons."""

from collections.abc import Sequence
from dataclasses import dataclass

from exoskull.conversations import evening
from exoskull.conversations.commands import Command, name_of
from exoskull.conversations.model import Message, Via
from exoskull.interventions import approvals
from exoskull.interventions import service as interventions
from exoskull.tenants.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A button that says `says`. `is_example`: it is put into the field first, for the person to
    make it true."""

    label: str
    says: str
    is_example: bool = False


async def replies(visit: Visit, messages: Sequence[Message]) -> list[Reply]:
    """What fits now, the likeliest first; `messages`: the newest of the thread, oldest first."""
    t, language = visit.voice.t, visit.language

    def command(one: Command, label: str) -> Reply:
        return Reply(label=label, says=name_of(one, language))

    found: list[Reply] = []
    questions = await approvals.open_questions(visit.tx, visit.at)
    if len(questions) == 1:
        found += [
            command(Command.APPROVE, t("chat-reply-yes")),
            command(Command.REJECT, t("chat-reply-no")),
        ]
    elif not questions and await _is_evening(visit):
        found += [
            Reply(label=t("chat-reply-done"), says=t("chat-says-done")),
            Reply(label=t("chat-reply-not-done"), says=t("chat-says-not-done")),
        ]
    if messages and messages[-1].channel is Via.NOTICE:
        found.append(command(Command.WHY, t("chat-reply-why")))
    if visit.tenant.is_paused(visit.at):
        found.append(command(Command.RESUME, t("chat-reply-resume")))
    if not messages:
        said = (t("web-chat-example-1"), t("web-chat-example-2"), t("web-chat-example-3"))
        found += [Reply(label=one, says=one, is_example=True) for one in said]
    return found


async def _is_evening(visit: Visit) -> bool:
    """Whether the evening's question was asked and waits for an answer."""
    question = await evening.open_question(visit.tx, visit.at)
    if question is None:
        return False
    return (await interventions.get(visit.tx, question.intervention_id)).sent_at is not None
