"""A message comes in and is answered: one transaction, however many acts it holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from exoskull.channels.addresses import same_address
from exoskull.channels.model import ChannelName
from exoskull.channels.text import untrusted
from exoskull.conversations import service, store
from exoskull.conversations.acts import (
    asking,
    building,
    commanding,
    consent,
    logging,
    planning,
    preferring,
    remembering,
    stopping,
    undoing,
)
from exoskull.conversations.acts import evening as evening_acts
from exoskull.conversations.acts import skills as skills_acts
from exoskull.conversations.acts.desk import Desk
from exoskull.conversations.commands import Command, acts_of
from exoskull.conversations.commands import parse as parse_command
from exoskull.conversations.model import Message, Via, Way, parse_text
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.i18n import metric_name
from exoskull.interventions import approvals
from exoskull.interventions.model import Intervention
from exoskull.kit.ids import Ids, TraceId
from exoskull.kit.text import storable
from exoskull.language import read
from exoskull.language.model import (
    Act,
    Approve,
    AskStatus,
    AskWhy,
    BuildApp,
    FinishTask,
    LogMeasure,
    MakeTask,
    NotUnderstood,
    Pause,
    Reject,
    Remark,
    Remind,
    Resume,
    SetGoal,
    SmallTalk,
    Stop,
    Undo,
    VagueGoal,
)
from exoskull.ledger import service as ledger
from exoskull.memory.reading import wish_in as asked_of_memory
from exoskull.outcomes import service as outcomes
from exoskull.outcomes.settle import settle_again
from exoskull.sandbox.pool import Interpreter
from exoskull.scheduling.service import move_attention
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current
from exoskull.toolbox import asking as toolbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A message as it came in. `sender`: the address it came from, None for the person's own.
    `reply_to`: the delivery that it answers, where that is known."""

    text: str
    via: Via
    sender: str | None = None
    origin_id: str | None = None
    reply_to: Intervention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What became of a message: as stored, and the answer, None where there is none (a message
    that came twice, or from a stranger).

    `left`: the parts that the built-in reading could not place, or only take note of; `done`: the
    answer without what it says of those. `allowed`: uses of tools of other programs that the person
    said yes to, and that are to happen now.
    """

    message: Message
    answer: Message | None
    left: tuple[str, ...] = ()
    done: str = ""
    allowed: tuple[UUID, ...] = ()


async def receive(
    tx: Transaction,
    incoming: Incoming,
    *,
    at: datetime,
    ids: Ids,
    sandbox: Interpreter | None = None,
) -> Turn:
    """Take a message in, do what it asks for, and answer from what was really done.

    Only what comes from the person's own address is acted on; a stranger's words are kept as what
    they are, words.

    Args:
        sandbox: what runs the person's skills; None: no skill answers.

    Raises:
        InvalidInput: the message is empty, or too long; nothing is kept.
    """
    text = parse_text(incoming.text)
    tenant = await current(tx)
    own = _is_own(tenant, incoming)
    message = Message(
        id=ids.new(),
        at=at,
        direction=Way.IN,
        channel=incoming.via,
        sender=None if own else storable(incoming.sender or ""),
        text=text,
        origin_id=incoming.origin_id,
        in_reply_to=incoming.reply_to.id if incoming.reply_to else None,
        trace=TraceId(ids.new()),
    )
    if not await store.insert(tx, message):
        kept = await store.by_origin(tx, message.channel, message.origin_id or "")
        return Turn(message=kept, answer=None)
    await publish(tx, _event(message, "received", at, own=own, reply_to=_text(message.in_reply_to)))
    if not own:
        return Turn(message=message, answer=None)
    command, now = parse_command(text), tenant.local(at)
    if command is None:
        await store.mark_unheard(tx, message)
    await move_attention(tx, "message", at)
    acts: Sequence[Act] = (
        read(text, language=tenant.language, at=now)
        if command is None
        else acts_of(command, language=tenant.language, at=now)
    )
    desk = Desk(
        tx=tx,
        tenant=tenant,
        at=at,
        ids=ids,
        trace=message.trace,
        message_id=message.id,
        via=incoming.via.value,
        reply_to=incoming.reply_to,
        seal=sandbox.seal if sandbox else None,
    )
    says_yes = any(isinstance(act, Approve) for act in acts) or (
        command is not None and command.command is Command.APPROVE
    )
    lines: list[str] = []
    if command is not None:
        lines += await commanding.answer(desk, command, understood=bool(acts))
    if (wish := preferring.wish_in(text)) is not None:
        lines += await preferring.keep(desk, *wish)
        acts = []
    if (asked_to := asked_of_memory(text)) is not None:
        lines += await remembering.answer(desk, asked_to)
        acts = []
    if told := await evening_acts.answer(desk, acts, incoming.reply_to):
        lines += told
        acts = []
    if incoming.reply_to is not None:
        stop = any(isinstance(act, Stop | Pause) for act in acts)
        yes = any(isinstance(act, Approve) and act.code is None for act in acts)
        outcome = await outcomes.on_reply(
            tx, incoming.reply_to, stop=stop, yes=yes and not stop, at=at, ids=ids
        )
        if outcome is not None:
            await settle_again(tx, incoming.reply_to, at=at)
        if outcome is not None and incoming.reply_to.decision_id:
            await ledger.correct_reply(
                tx, incoming.reply_to.decision_id, reply=outcome.effectiveness, at=at
            )
        planned = await planning.plan_time(desk, incoming.reply_to, text)
        if planned or (outcome is not None and not lines and _only_words(acts)):
            lines += planned or [desk.say("assistant-understood-ok")]
            asked = await approvals.open_questions(tx, at)
            acts = [act for act in acts if isinstance(act, Approve | Reject)] if asked else []
    if command is None:
        by_skill, acts = await skills_acts.answer(desk, text, acts, sandbox)
        lines += by_skill
    lines += await _act(desk, acts)
    left = _left(acts)
    told_of_left = [line for act in left for line in await _one(desk, act, alone=_alone(acts))]
    if command is None:
        lines += await consent.overlooked(desk, text, acts)
    lines = lines or [desk.say("assistant-only-quoted")]
    answer = await service.say(
        tx, "\n".join(lines), via=incoming.via, at=at, ids=ids, trace=message.trace
    )
    await publish(tx, _event(answer, "answered", at))
    return Turn(
        message=message,
        answer=answer,
        left=tuple(act.text for act in left),
        done="\n".join(line for line in lines if line not in told_of_left),
        allowed=tuple([one.id for one in await toolbox.approved(tx)] if says_yes else []),
    )


def _is_own(tenant: Tenant, incoming: Incoming) -> bool:
    """Whether the message is the person's own: nobody else's address, on a channel with one."""
    if incoming.sender is None:
        return True
    match incoming.via:
        case Via.EMAIL:
            return same_address(incoming.sender, tenant.email, ChannelName.EMAIL)
        case Via.SMS | Via.VOICE:
            return same_address(incoming.sender, tenant.phone, ChannelName.SMS)
        case _:
            return False


def _only_words(acts: Sequence[Act]) -> bool:
    """Whether an answer to a delivery asks for nothing more."""
    return all(
        isinstance(act, NotUnderstood | Remark | SmallTalk)
        or (isinstance(act, Approve | Reject) and act.code is None)
        for act in acts
    )


async def _act(desk: Desk, acts: Sequence[Act]) -> list[str]:
    measures = [act for act in acts if isinstance(act, LogMeasure)]
    lines = await logging.log_measures(desk, measures) if measures else []
    for act in acts:
        lines += await _one(desk, act, alone=_alone(acts))
    return list(dict.fromkeys(lines))


def _left(acts: Sequence[Act]) -> list[NotUnderstood | Remark]:
    """What the built-in reading leaves open: what it could not place; and what it could only take
    note of, where that is all there is."""
    words = all(isinstance(act, NotUnderstood | Remark | SmallTalk) for act in acts)
    return [
        act for act in acts if isinstance(act, NotUnderstood) or (words and isinstance(act, Remark))
    ]


def _alone(acts: Sequence[Act]) -> bool:
    """Whether nothing of the message was understood."""
    return all(isinstance(act, NotUnderstood) for act in acts)


async def _one(desk: Desk, act: Act, *, alone: bool) -> list[str]:
    match act:
        case LogMeasure():
            return []  # all of a message's measures are told in one line
        case SetGoal():
            return await planning.set_goal(desk, act)
        case VagueGoal():
            return [desk.say("assistant-goal-vague", title=untrusted(act.title))]
        case MakeTask():
            return await planning.make_task(desk, act)
        case FinishTask():
            return await planning.finish(desk, act)
        case Remind():
            return await planning.remind(desk, act)
        case AskWhy():
            return await asking.why(desk, act)
        case AskStatus():
            return await asking.status(desk, act)
        case BuildApp():
            return await building.build(desk, act)
        case Approve() | Reject():
            return await consent.answer(desk, act)
        case Undo():
            return await undoing.undo(desk)
        case Pause():
            return await stopping.pause(desk, act)
        case Stop():
            return await stopping.stop(desk)
        case Resume():
            return await stopping.resume(desk)
        case SmallTalk():
            return [desk.say(f"assistant-{act.kind}")]
        case Remark():
            return [desk.say("assistant-remark", **_named(desk, act.metric))]
        case NotUnderstood():
            key = "assistant-not-understood" if alone else "assistant-not-understood-part"
            return [desk.say(key, text=untrusted(act.text))]


def _named(desk: Desk, metric: str | None) -> dict[str, Any]:
    if metric is None:
        return {}
    return {"metric": metric, "metric_text": metric_name(metric, desk.tenant.language.value)}


def _text(value: UUID | None) -> str | None:
    return None if value is None else str(value)


def _event(message: Message, verb: str, at: datetime, **more: Any) -> Event:
    return Event(
        at=at,
        kind=f"message.{verb}",
        trace=message.trace,
        data={
            "id": str(message.id),
            "channel": message.channel.value,
            "text": message.text,
            **more,
        },
    )
