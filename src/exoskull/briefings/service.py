"""Planning the day's two messages, and the tasks that the morning makes."""

from datetime import datetime, time, timedelta

from exoskull.briefings.actions import give_actions
from exoskull.briefings.channel import way
from exoskull.briefings.close import MORNING, Closed, close_day, let_go
from exoskull.briefings.compose import Digest, Evening, Morning, evening, morning
from exoskull.briefings.wording import BUILT_IN, Worded
from exoskull.channels.model import ChannelName
from exoskull.conversations import evening as questions
from exoskull.database.transaction import Transaction
from exoskull.grants.decide import Decision
from exoskull.grants.model import Action
from exoskull.interventions import approvals
from exoskull.interventions import service as interventions
from exoskull.interventions.model import HOLD, Intervention, State
from exoskull.kit.ids import TraceId
from exoskull.mape.knowledge import load_knowledge
from exoskull.mape.loop import Loop
from exoskull.mape.model import Knowledge
from exoskull.mape.monitor import monitor
from exoskull.strategies.model import Verdict
from exoskull.tasks import service as tasks
from exoskull.tasks.model import Task
from exoskull.tenants.model import Tenant

KEEPS_FOR = timedelta(hours=4)
EVENING = "evening_reflection"
KINDS = (MORNING, EVENING)


async def plan_morning(
    tx: Transaction, loop: Loop, *, slot: str, at: datetime, worded: Worded = BUILT_IN
) -> str:
    """Close yesterday, give today's actions and plan the briefing.

    Args:
        worded: a model's words for today's actions, asked for before.

    Returns:
        `planned`, or why there is none: `nothing_to_say`, `already_planned`.
    """
    known = await load_knowledge(tx, at=at, ids=loop.ids, reachable=loop.reachable)
    if _is_planned(known, MORNING, slot):
        return "already_planned"
    tenant, context = known.tenant, monitor(known, at)
    today = context.today
    yesterday = today - timedelta(days=1)
    past = await close_day(tx, loop, context, tenant, on=yesterday, at=at)
    done = [one for one in known.done_tasks if _done_on(one, tenant) == yesterday]
    context = await let_go(tx, context, before=today, at=at)
    # Nothing is asked of who wants to be left alone.
    asks_nothing = tenant.is_paused(at + KEEPS_FOR)
    given = []
    if not asks_nothing:
        given = await give_actions(tx, loop, context, tenant, at=at, worded=worded)
    channel, action, permission = way(known, at)
    digest = morning(
        Morning(
            context=context,
            tenant=tenant,
            actions=given,
            waiting=len(await approvals.open_questions(tx, at)),
            yesterday=past,
            done_yesterday=done,
        ),
        short=channel is ChannelName.SMS,
    )
    if digest is None:
        return "nothing_to_say"
    made = _message(loop, tenant, digest, channel, action, kind=MORNING, slot=slot, at=at)
    return await _plan(tx, loop, made, permission, at=at)


async def plan_evening(tx: Transaction, loop: Loop, *, slot: str, at: datetime) -> str:
    """Close the day, with what follows for the strategies, and plan the reflection; returns as
    `plan_morning`."""
    known = await load_knowledge(tx, at=at, ids=loop.ids, reachable=loop.reachable)
    if _is_planned(known, EVENING, slot):
        return "already_planned"
    tenant, context = known.tenant, monitor(known, at)
    closed = await close_day(tx, loop, context, tenant, on=context.today, at=at)
    asks = _to_ask(closed)
    channel, action, permission = way(known, at)
    digest = evening(
        Evening(
            context=context,
            tenant=tenant,
            closed=closed,
            done_today=await tasks.done_since(tx, tenant.at_wall(context.today, time(0))),
            asks=asks,
        ),
        short=channel is ChannelName.SMS,
    )
    if digest is None:
        return "nothing_to_say"
    made = _message(loop, tenant, digest, channel, action, kind=EVENING, slot=slot, at=at)
    said = await _plan(tx, loop, made, permission, at=at)
    if asks and said == "planned" and permission.is_allowed:
        tomorrow = context.today + timedelta(days=1)
        await questions.ask(
            tx,
            intervention_id=made.id,
            on=context.today,
            task_ids=[task.id for task in asks],
            at=at,
            until=tenant.at_wall(tomorrow, tenant.morning_at),
        )
    return said


def _to_ask(closed: list[Closed]) -> list[Task]:
    """The tasks of which nothing says that they were done, where nothing else was."""
    open_verdicts = (Verdict.FAILED, Verdict.UNKNOWN)
    return [task for one in closed if one.day.verdict in open_verdicts for task in one.day.open]


def _is_planned(known: Knowledge, kind: str, slot: str) -> bool:
    return any(one.subject_key == f"{kind}:{slot}" for one in known.interventions)


def _done_on(task: Task, tenant: Tenant) -> object:
    return None if task.ended_at is None else tenant.local_date(task.ended_at)


def _message(
    loop: Loop,
    tenant: Tenant,
    digest: Digest,
    channel: ChannelName,
    action: Action,
    *,
    kind: str,
    slot: str,
    at: datetime,
) -> Intervention:
    return Intervention(
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
        idempotency_key=f"{kind}:{slot}:{tenant.tenant_id}",
        created_at=at,
        send_at=at + HOLD,
        expires_at=_keeps_until(tenant, at),
        trace=TraceId(loop.ids.new()),
    )


def _keeps_until(tenant: Tenant, at: datetime) -> datetime:
    """Until when a message of `at` has its point; one that quiet hours hold waits for their end,
    where that is on the same day."""
    free = tenant.quiet_end(at)
    same_day = tenant.local_date(free) == tenant.local_date(at)
    return (free if same_day else at) + KEEPS_FOR


async def _plan(
    tx: Transaction, loop: Loop, made: Intervention, permission: Decision, *, at: datetime
) -> str:
    planned = await interventions.plan(
        tx, made, permission, at=at, ids=loop.ids, reveal_code=loop.reveal_codes
    )
    return "planned" if planned else "already_planned"


async def recent(tx: Transaction, *, since: datetime) -> list[Intervention]:
    """The plans and reflections made since then, newest first."""
    found = await interventions.since(tx, since)
    return [one for one in reversed(found) if one.symptom in KINDS]


async def actions_of_today(
    tx: Transaction, tenant: Tenant, at: datetime
) -> tuple[list[Task], list[Task]]:
    """The loop's actions for today: open, and done."""
    today = tenant.local_date(at)
    done = await tasks.done_since(tx, tenant.at_wall(today, time(0)))
    return (
        [one for one in await tasks.open_tasks(tx) if is_action(one, today)],
        [one for one in done if is_action(one, today)],
    )


def is_action(task: Task, today: object) -> bool:
    """Whether a task is one of the loop's actions for `today`."""
    return task.goal_id is not None and task.due_on == today and task.remind_at is None
