"""What the buttons of a card do, each by the door of its own feature."""

from uuid import UUID

from exoskull.apps import life
from exoskull.conversations.cards import Verb
from exoskull.goals import service as goals
from exoskull.kit.errors import Conflict, NotFound
from exoskull.measuring import service as measuring
from exoskull.skills import service as skills
from exoskull.tasks import service as tasks
from exoskull.tenants.visit import Visit


async def carry_out(
    visit: Visit, subject: str, subject_id: UUID, verb: Verb, *, question: str = ""
) -> None:
    """Do `verb` to what a card is about.

    Args:
        question: the approval that the card showed: only that one is answered.

    Raises:
        NotFound: `chat.no_such_card`: there is no such thing, or no such verb for it.
        Conflict: `chat.card_over`: it is no longer so that this can be done.
    """
    tx, at = visit.tx, visit.at
    done: object
    match subject, verb:
        case "measure", Verb.UNDO:
            done = await measuring.undo(tx, subject_id, at=at)
        case "goal", Verb.UNDO:
            done = await goals.undo(tx, subject_id, at=at)
        case "task", Verb.UNDO:
            done = await tasks.drop(tx, subject_id, at=at)
        case "task", Verb.DONE:
            task = next((one for one in await tasks.open_tasks(tx) if one.id == subject_id), None)
            done = task and await measuring.finish_task(tx, task, at=at, ids=visit.ids)
        case "task", Verb.REOPEN:
            done = await tasks.reopen(tx, subject_id, at=at)
        case "app", Verb.UNDO:
            done = await life.delete(tx, subject_id, at=at, ids=visit.ids, by="web")
        case "app", Verb.APPROVE:
            done = await life.activate(tx, subject_id, at=at, ids=visit.ids, by="web")
        case "app", Verb.REJECT:
            done = await life.refuse(tx, subject_id, at=at, by="web")
        case "skill", Verb.APPROVE | Verb.REJECT:
            found = await skills.get(tx, subject_id, lock=True)
            asked, yes = _asked(question), verb is Verb.APPROVE
            await skills.approve(tx, found, yes=yes, by="web", at=at, question=asked)
            done = True
        case _:
            raise NotFound("chat.no_such_card")
    if not done:
        raise Conflict("chat.card_over")


def _asked(question: str) -> UUID:
    try:
        return UUID(question)
    except ValueError as error:
        raise Conflict("approval.changed") from error
