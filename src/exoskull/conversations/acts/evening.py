"""A yes or no that answers the evening's question."""

from collections.abc import Sequence

from exoskull.conversations import evening
from exoskull.conversations.acts.desk import Desk
from exoskull.goals import service as goals
from exoskull.i18n import listing
from exoskull.interventions import approvals
from exoskull.interventions import service as interventions
from exoskull.interventions.model import Intervention
from exoskull.language.model import Act, Approve, FinishTask, Reject, Remark, SmallTalk
from exoskull.measuring.service import finish_task
from exoskull.strategies import service as strategies
from exoskull.strategies.model import Verdict
from exoskull.tasks import service as tasks
from exoskull.tasks.model import Task


async def answer(desk: Desk, acts: Sequence[Act], reply_to: Intervention | None) -> list[str]:
    """Take a bare yes or no, or "done" without a name, for the answer to the evening's question,
    where one is open; nothing where it can be meant for something else.

    A yes marks the tasks that were asked about as done, and the day of their goals with them.
    """
    said = [act for act in acts if _is_answer(act)]
    others = [act for act in acts if act not in said]
    if len(said) != 1 or not all(isinstance(act, SmallTalk | Remark) for act in others):
        return []
    question = await evening.open_question(desk.tx, desk.at)
    if question is None:
        return []
    if reply_to is not None and reply_to.id != question.intervention_id:
        return []
    if reply_to is None and await approvals.open_questions(desk.tx, desk.at):
        return []  # which of the two is meant cannot be told
    asked = await interventions.get(desk.tx, question.intervention_id)
    if asked.sent_at is None:
        return []
    yes = not isinstance(said[0], Reject)
    await evening.answer(desk.tx, question, yes=yes, at=desk.at)
    if not yes:
        return [desk.say("evening-answer-no")]
    meant = [task for task in await tasks.open_tasks(desk.tx) if task.id in question.task_ids]
    ended = [await finish_task(desk.tx, task, at=desk.at, ids=desk.ids) for task in meant]
    done = [task for task in ended if task is not None]
    await _tell_strategies(desk, question, done)
    if not done:
        return [desk.say("evening-answer-yes-before")]
    titles = listing([task.title for task in done], desk.tenant.language.value)
    return [desk.say("evening-answer-yes", list=titles, count=len(done))]


def _is_answer(act: Act) -> bool:
    if isinstance(act, FinishTask):
        return act.title is None
    return isinstance(act, Approve | Reject) and act.code is None


async def _tell_strategies(
    desk: Desk, question: evening.EveningQuestion, done: Sequence[Task]
) -> None:
    of_goals = {task.goal_id for task in done}
    for goal in await goals.active(desk.tx):
        if goal.id in of_goals:
            await strategies.close_day(
                desk.tx,
                goal,
                on=question.on_date,
                verdict=Verdict.DONE,
                facts={"answer": "yes", "tasks": [str(task.id) for task in done]},
                at=desk.at,
                ids=desk.ids,
            )
