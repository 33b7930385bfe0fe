"""Today's actions of the goals that are behind, made into tasks through the gate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from exoskull.briefings import rank
from exoskull.briefings.alike import is_alike
from exoskull.briefings.wording import BUILT_IN, Worded
from exoskull.channels.text import shortened
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.goals.model import Goal
from exoskull.grants import announce
from exoskull.grants import service as grants
from exoskull.grants.decide import Decision
from exoskull.grants.model import Action
from exoskull.kit.ids import TraceId
from exoskull.mape import words
from exoskull.mape.loop import Loop
from exoskull.mape.model import Context
from exoskull.signals.model import Source
from exoskull.strategies import service as strategies
from exoskull.strategies.model import DayAction
from exoskull.tasks import service as tasks
from exoskull.tasks.model import TITLE_MAX, Task
from exoskull.tenants.model import Tenant

CREATE_TASK = Action(verb="create_task", scope="goal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    """What is to be done today for a goal: steps that are on the list, as they are said."""

    goal: Goal
    steps: tuple[str, ...]
    task_ids: tuple[UUID, ...]


async def give_actions(
    tx: Transaction,
    loop: Loop,
    context: Context,
    tenant: Tenant,
    *,
    at: datetime,
    worded: Worded = BUILT_IN,
) -> list[Actions]:
    """Give each goal that is behind its actions for today, the worst first, five at most in all;
    returns those that are on the list now.

    What stands on the list already, of the same goal or in like words, is named and not made again.

    Args:
        worded: a model's words for some of the steps.
    """
    wanted = rank.worst(rank.behind(context))
    left, free = rank.ACTIONS_A_DAY, rank.free_minutes(context, tenant)
    there = list(context.open_tasks)
    found: list[Actions] = []
    refused = False
    for n, one in enumerate(wanted):
        given = await strategies.actions(
            tx,
            one.goal,
            one.progress,
            at=at,
            ids=loop.ids,
            today=context.today,
            language=tenant.language.value,
            most=rank.share(left, len(wanted) - n),
            free_minutes=max(free, 1),
        )
        listed = []
        for built_in in worded.ordered(given):
            action = worded.reworded(built_in)
            title = title_of(one.goal, action)
            task = on_the_list(title, action, one.goal, there) or on_the_list(
                title_of(one.goal, built_in), built_in, one.goal, there
            )
            if task is None and not refused:
                task = await _make_task(tx, loop, context, one.goal, title, at=at)
                refused = task is None  # what is refused once this morning is not tried again
                if task is not None and (said := worded.of(built_in)) is not None:
                    await words.keep(tx, "action", task.id, said)
            if task is not None:
                there.append(task)
                listed.append((action, task))
        if listed:
            left -= len(listed)
            free -= sum(action.minutes for action, _ in listed)
            found.append(
                Actions(
                    goal=one.goal,
                    steps=tuple(action.title for action, _ in listed),
                    task_ids=tuple(task.id for _, task in listed),
                )
            )
    return found


def title_of(goal: Goal, action: DayAction) -> str:
    """The task's title: "Run: put your shoes by the door"."""
    return shortened(f"{goal.title}: {lower_first(action.title)}", TITLE_MAX)


def lower_first(step: str) -> str:
    """`step` as it stands within a sentence."""
    return step[:1].lower() + step[1:]


def on_the_list(title: str, action: DayAction, goal: Goal, there: Sequence[Task]) -> Task | None:
    """The open task that says the same already: of the same goal, or of the person's own."""
    for task in there:
        if task.remind_at is not None:
            continue
        if task.goal_id == goal.id and is_alike(task.title, title):
            return task
        own = task.goal_id is None and task.source is not Source.LOOP
        if own and (is_alike(task.title, title) or is_alike(task.title, action.title)):
            return task
    return None


async def _make_task(
    tx: Transaction, loop: Loop, context: Context, goal: Goal, title: str, *, at: datetime
) -> Task | None:
    """Make one action into a task; None where the gate does not let it through."""
    trace = TraceId(loop.ids.new())
    permitted = await grants.authorize(
        tx, CREATE_TASK, at=at, local_date=context.today, ids=loop.ids
    )
    if isinstance(permitted, Decision):
        await publish(tx, announce.refused(permitted, at=at, trace=trace))
        return None
    made = await tasks.create(
        tx,
        title=title,
        at=at,
        source=Source.LOOP,
        ids=loop.ids,
        trace=trace,
        due_on=context.today,
        goal_id=goal.id,
    )
    await grants.commit(tx, permitted.id)
    return made
