"""Planning the day's two messages, and the tasks that the morning makes."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from exoskull.briefings.compose import Actions, Digest, actions_for_today, evening, morning
from exoskull.channels.model import ChannelName
from exoskull.database.transaction import Transaction
from exoskull.feed.service import publish
from exoskull.grants import announce
from exoskull.grants import service as grants
from exoskull.grants.decide import Decision, decide
from exoskull.grants.model import Action
from exoskull.interventions import approvals
from exoskull.interventions import service as interventions
from exoskull.interventions.model import HOLD, Intervention, State
from exoskull.kit.ids import TraceId
from exoskull.mape.cycle import Loop
from exoskull.mape.knowledge import load_knowledge
from exoskull.mape.model import Context, Knowledge
from exoskull.mape.monitor import monitor
from exoskull.signals.model import Source
from exoskull.tasks import service as tasks
from exoskull.tenants.service import current

KEEPS_FOR = timedelta(hours=4)
MORNING, EVENING = "morning_briefing", "evening_reflection"
WAYS: tuple[tuple[ChannelName, Action], ...] = (
    (ChannelName.EMAIL, Action(verb="send_email", scope="summary")),
    (ChannelName.IN_APP, Action(verb="send_notification", scope="summary")),
)
"""How a digest goes out: the first way that reaches the person and is allowed."""


async def plan_morning(tx: Transaction, loop: Loop, *, slot: str, at: datetime) -> str:
    """Make today's actions and plan the briefing.

    Returns:
        `planned`, or why there is none: `nothing_to_say`, `already_planned`.
    """
    await _let_go_of_yesterday(tx, at=at)
    known = await load_knowledge(tx, at=at, ids=loop.ids, reachable=loop.reachable)
    context = monitor(known, at)
    actions = actions_for_today(context, known.tenant.language.value)
    made = await _make_tasks(tx, loop, context, actions, at=at)
    waiting = len(await approvals.open_questions(tx, at))
    digest = morning(context, known.tenant, actions=made, waiting=waiting)
    return await _plan(tx, loop, known, digest, kind=MORNING, slot=slot, at=at)


async def plan_evening(tx: Transaction, loop: Loop, *, slot: str, at: datetime) -> str:
    """Plan the evening reflection; returns as `plan_morning`."""
    known = await load_knowledge(tx, at=at, ids=loop.ids, reachable=loop.reachable)
    context = monitor(known, at)
    start = known.tenant.at_wall(context.today, time(0))
    done = await tasks.done_since(tx, start)
    digest = evening(context, known.tenant, done_today=done)
    return await _plan(tx, loop, known, digest, kind=EVENING, slot=slot, at=at)


async def _let_go_of_yesterday(tx: Transaction, *, at: datetime) -> None:
    """The loop's own actions were for their day: those not done are no debt of the person's."""
    today = (await current(tx)).local_date(at)
    for task in await tasks.open_tasks(tx):
        if task.source is Source.LOOP and task.due_on is not None and task.due_on < today:
            await tasks.drop(tx, task.id, at=at)


async def _make_tasks(
    tx: Transaction, loop: Loop, context: Context, actions: list[Actions], *, at: datetime
) -> list[Actions]:
    """Make the actions into tasks for today, through the gate; returns those that are on the
    list now. What is there already is not made twice."""
    there = {task.title for task in context.open_tasks if task.due_on == context.today}
    made: list[Actions] = []
    for one in actions:
        titles = [
            title
            for title in one.titles
            if title in there or await _make_task(tx, loop, context, one, title, at=at)
        ]
        if titles:
            made.append(replace(one, titles=tuple(titles)))
    return made


async def _make_task(
    tx: Transaction, loop: Loop, context: Context, serves: Actions, title: str, *, at: datetime
) -> bool:
    """Make one action into a task; False where the gate does not let it through."""
    trace = TraceId(loop.ids.new())
    permitted = await grants.authorize(
        tx,
        Action(verb="create_task", scope="goal"),
        at=at,
        local_date=context.today,
        ids=loop.ids,
    )
    if isinstance(permitted, Decision):
        await publish(tx, announce.refused(permitted, at=at, trace=trace))
        return False
    await tasks.create(
        tx,
        title=title,
        at=at,
        source=Source.LOOP,
        ids=loop.ids,
        trace=trace,
        due_on=context.today,
        goal_id=serves.standing.goal.id,
    )
    await grants.commit(tx, permitted.id)
    return True


async def _plan(
    tx: Transaction,
    loop: Loop,
    known: Knowledge,
    digest: Digest | None,
    *,
    kind: str,
    slot: str,
    at: datetime,
) -> str:
    if digest is None:
        return "nothing_to_say"
    channel, action, permission = _way(known, at)
    planned = await interventions.plan(
        tx,
        Intervention(
            id=loop.ids.new(),
            decision_id=None,
            symptom=kind,
            subject_key=f"{kind}:{slot}",
            action=str(action),
            channel=channel,
            framing="direct",
            option=kind,
            subject=digest.subject,
            text=digest.text,
            reason=digest.reason,
            state=State.PLANNED,
            idempotency_key=f"{kind}:{slot}",
            created_at=at,
            send_at=at + HOLD,
            expires_at=at + KEEPS_FOR,
            trace=TraceId(loop.ids.new()),
        ),
        permission,
        at=at,
        ids=loop.ids,
        reveal_code=loop.reveal_codes,
    )
    return "planned" if planned else "already_planned"


def _way(known: Knowledge, at: datetime) -> tuple[ChannelName, Action, Decision]:
    tenant = known.tenant
    channel, action = WAYS[-1]
    for channel, action in WAYS:
        if channel not in tenant.channels or channel not in known.reachable:
            continue
        permission = decide(action, known.rules, known.usage, at)
        if permission.is_allowed:
            return channel, action, permission
    return channel, action, decide(action, known.rules, known.usage, at)
