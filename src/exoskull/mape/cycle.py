"""One run of the loop for one person, readable from top to bottom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.goals import service as goals
from exoskull.goals.model import GoalState
from exoskull.goals.pace import Trajectory
from exoskull.grants.decide import decide
from exoskull.interventions import service as interventions
from exoskull.interventions.claim import Wording
from exoskull.interventions.model import HOLD, Intervention, State
from exoskull.kit.ids import TenantId, TraceId
from exoskull.kit.plain import plain
from exoskull.language.model import Direction
from exoskull.learning.constraints import Wish
from exoskull.ledger import service as ledger
from exoskull.ledger.arms import COSTS
from exoskull.ledger.model import Correction, Preference, Row
from exoskull.mape import store, thoughts_store
from exoskull.mape.analyze import SILENCE_AFTER, analyze, last_heard
from exoskull.mape.kinds import action_for
from exoskull.mape.knowledge import load_knowledge
from exoskull.mape.loop import Loop
from exoskull.mape.model import (
    Context,
    Cycle,
    Decided,
    Knowledge,
    Plan,
    Symptom,
    SymptomKind,
    Thought,
)
from exoskull.mape.monitor import monitor
from exoskull.mape.news import heard_since
from exoskull.mape.phrase import Unworded, phrase, reworded
from exoskull.mape.plan import plan
from exoskull.mape.reading import merged, noticed
from exoskull.mape.think import SIGNS_HOLD, last_decision, think
from exoskull.mape.wording import wording
from exoskull.scheduling.service import clear_attention, move_attention
from exoskull.tenants.model import Tenant
from exoskull.toolbox import service as toolbox

FINAL_AFTER = timedelta(hours=24)
"""When a decision's row is final."""

TOLD_FOR = timedelta(hours=20)
"""A symptom found again within this time, with nothing decided about it, is not told again."""

BEFORE_MORNING = timedelta(minutes=30)
"""How long before the person's morning hour the day's full cycle runs."""


async def run_cycle(loop: Loop, tenant_id: TenantId, slot: str, at: datetime) -> Plan | None:
    """Look at one tenant, decide, and record what is to be done; None where this slot's cycle was
    done before.

    Nothing is sent here: what is planned waits in the outbox for its time, where it can be undone.
    Where a model is ready and there is news, it is asked before, and phrases what was planned
    after; no transaction is open meanwhile.
    """
    cycle = Cycle(id=loop.ids.new(), at=at, slot=slot, trace=TraceId(loop.ids.new()))
    thought = await think(loop, tenant_id, cycle)
    done = await _decide(loop, tenant_id, cycle, thought)
    if done is None:
        return None
    if done.unworded:
        await phrase(loop, done.tenant, tenant_id, cycle, done.unworded)
    return done.plan


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """`unworded`: messages that a model may phrase."""

    plan: Plan
    tenant: Tenant
    unworded: Sequence[Unworded]


async def _decide(loop: Loop, tenant_id: TenantId, cycle: Cycle, thought: Thought) -> _Done | None:
    """The cycle itself, in one transaction."""
    at = cycle.at
    async with loop.database.transaction(tenant_id) as tx:
        if not await store.begin(tx, cycle):
            return None
        await clear_attention(tx, at)  # before reading: what commits later stays to be looked at
        await toolbox.sweep(tx, at=at)
        known = await load_knowledge(tx, at=at, ids=loop.ids, reachable=loop.reachable)
        context = monitor(known, at)
        await _keep(tx, cycle, thought)
        lately = await thoughts_store.last_reading(tx, since=at - SIGNS_HOLD)
        symptoms = merged(analyze(context), noticed(lately, context))
        decided = plan(
            symptoms, context, known, decision_id=loop.ids.new, proposals=thought.proposals
        )
        planned = await _execute(tx, loop, cycle, decided, known)
        await _complete_goals(tx, context, at=at)
        await _look_again(tx, context, known)
        summary = {
            "slot": cycle.slot,
            "symptoms": [symptom.key for symptom in symptoms],
            "decided": len(decided.decided),
            "left": dict(decided.left),
        }
        await publish(
            tx,
            Event(
                at=at,
                kind="cycle.completed",
                trace=cycle.trace,
                data={"id": str(cycle.id), **summary},
            ),
        )
        heard = heard_since(context, last_decision(known))
        return _Done(
            plan=decided,
            tenant=known.tenant,
            unworded=planned if thought.news or heard else (),
        )


async def _keep(tx: Transaction, cycle: Cycle, thought: Thought) -> None:
    """Store what models said before anything is drawn."""
    read = thought.reading
    if read is not None:
        await thoughts_store.insert_reading(tx, cycle, read)
    if read is not None and read.situation is not None:
        data = {
            "cycle": str(cycle.id),
            "situation": read.situation.value,
            "signs": plain(read.signs),
            "evidence": list(read.evidence),
            "prompt": read.prompt,
            "model": read.model,
            "cost_micros": read.micros,
        }
        await publish(tx, Event(at=cycle.at, kind="situation.read", trace=cycle.trace, data=data))
    if thought.proposals and thought.model is not None:
        await thoughts_store.insert_proposals(tx, cycle, thought.proposals, model=thought.model)
        data = {
            "cycle": str(cycle.id),
            "proposals": plain(list(thought.proposals)),
            "model": thought.model,
            "cost_micros": thought.micros,
        }
        await publish(tx, Event(at=cycle.at, kind="options.proposed", trace=cycle.trace, data=data))


async def _execute(
    tx: Transaction, loop: Loop, cycle: Cycle, decided: Plan, known: Knowledge
) -> list[Unworded]:
    """Record everything; returns the drawn messages that wait for nobody's word."""
    unworded: list[Unworded] = []
    traces: dict[str, tuple[TraceId, UUID]] = {}
    acted_on = {one.symptom.key for one in decided.decided}
    for symptom in decided.symptoms:
        if decided.left.get(symptom.key) in ("cooldown", "already_planned"):
            continue  # known since an earlier cycle, and told then
        said = await _skills_say(tx, loop, cycle, symptom) if symptom.key in acted_on else ()
        traces[symptom.key] = await _found(tx, loop, cycle, symptom, said)
    for one in decided.decided:
        trace, symptom_id = traces[one.symptom.key]
        if one.choice is not None:
            await _decision(tx, cycle, one, known, symptom_id=symptom_id, trace=trace)
        if one.channel is not None:
            made = await _intervene(tx, loop, cycle, one, known, trace=trace)
            if made is not None and one.choice is not None:
                unworded.append(Unworded(made=made, decided=one))
    return unworded


async def _skills_say(
    tx: Transaction, loop: Loop, cycle: Cycle, symptom: Symptom
) -> Sequence[Mapping[str, str]]:
    """What the person's own skills say of what the symptom is about."""
    if loop.facts is None or symptom.metric is None:
        return ()
    return await loop.facts(tx, {symptom.metric}, cycle.at, cycle.trace)


async def _found(
    tx: Transaction,
    loop: Loop,
    cycle: Cycle,
    symptom: Symptom,
    said: Sequence[Mapping[str, str]],
) -> tuple[TraceId, UUID]:
    earlier = await store.undecided(tx, symptom, since=cycle.at - TOLD_FOR)
    if earlier is not None:
        return TraceId(earlier[1]), earlier[0]
    symptom_id = loop.ids.new()
    trace = TraceId(loop.ids.new())
    await store.insert_symptom(tx, cycle, symptom, id=symptom_id, trace=trace)
    await publish(
        tx,
        Event(
            at=cycle.at,
            kind="symptom.found",
            trace=trace,
            data={
                "id": str(symptom_id),
                "symptom": symptom.kind.value,
                "subject": symptom.subject,
                "severity": round(symptom.severity, 4),
                "facts": plain(dict(symptom.facts)),
                "evidence": list(symptom.evidence),
                "cycle": str(cycle.id),
                **({"skills": [dict(one) for one in said]} if said else {}),
            },
        ),
    )
    return trace, symptom_id


async def _decision(
    tx: Transaction,
    cycle: Cycle,
    one: Decided,
    known: Knowledge,
    *,
    symptom_id: UUID,
    trace: TraceId,
) -> None:
    assert one.choice is not None
    assert one.symptom.proximal is not None
    read = {
        "outcomes": [str(outcome.id) for outcome in known.outcomes],
        "interventions": sorted({str(outcome.intervention_id) for outcome in known.outcomes}),
        "preferences": [str(said.id) for said in known.preferences],
        "levers": [str(lever.id) for lever in known.levers],
    }
    await ledger.record(
        tx,
        Row(
            id=UUID(one.choice.id),
            at=cycle.at,
            local_date=known.tenant.local_date(cycle.at),
            kind=one.symptom.kind.value,
            subject=one.symptom.subject,
            option=one.option,
            sent=None,
            trace=trace,
            ledger={
                **one.choice.to_json(),
                "symptom": one.symptom.kind.value,
                "subject": one.symptom.subject,
                "option": one.option,
                "context": one.context.to_json(),
                "costs": dict(COSTS),
                "proximal": one.symptom.proximal.to_json(),
                "constraints": [wish.to_json() for wish in one.wishes],
                "moved_by": _moved_by(one, known),
                "unavailable": dict(one.unavailable),
                "read": read,
                **({"options": one.offer.to_json()} if one.offer else {}),
            },
            outcome=None,
            reply=None,
            final_due_at=(one.send_at or cycle.at) + FINAL_AFTER,
            final_at=None,
        ),
        cycle_id=cycle.id,
        symptom_id=symptom_id,
    )


def _moved_by(one: Decided, known: Knowledge) -> list[dict[str, str]]:
    """The preferences and corrections that speak of what was drawn, and what was to be avoided."""
    chosen = one.choice.arm if one.choice else None
    drawn = {} if chosen is None else {name: str(value) for name, value in plain(chosen).items()}
    drawn["send"] = ""
    return [
        {"id": str(said.id), "factor": said.factor, "level": said.level}
        for said in (*known.preferences, *known.corrections)
        if drawn.get(said.factor) == said.level or _avoids(said)
    ]


def _avoids(said: Preference | Correction) -> bool:
    return isinstance(said, Correction) and said.wish == Wish.AVOID


async def _intervene(
    tx: Transaction, loop: Loop, cycle: Cycle, one: Decided, known: Knowledge, *, trace: TraceId
) -> Intervention | None:
    """Plan the message; returns it where it goes out by itself."""
    assert one.channel is not None
    assert one.send_at is not None
    assert one.expires_at is not None
    symptom = one.symptom
    action = action_for(symptom.kind, one.channel)
    said = wording(symptom, one.option, one.framing, known.tenant)
    permission = decide(action, known.rules, known.usage, cycle.at)
    made = Intervention(
        id=loop.ids.new(),
        decision_id=UUID(one.choice.id) if one.choice else None,
        symptom=symptom.kind.value,
        subject_key=symptom.key,
        action=str(action),
        channel=one.channel,
        framing=one.framing,
        option=one.option,
        subject=said.subject,
        text=said.text,
        reason=said.reason,
        state=State.PLANNED,
        idempotency_key=f"{symptom.key}:{one.choice.id if one.choice else 'asked'}",
        created_at=cycle.at,
        send_at=one.send_at if one.choice is None else max(one.send_at, cycle.at + HOLD),
        expires_at=one.expires_at,
        goal_id=symptom.goal_id,
        task_id=symptom.task_id,
        metric=symptom.metric,
        trace=trace,
    )
    planned = await interventions.plan(
        tx, made, permission, at=cycle.at, ids=loop.ids, reveal_code=loop.reveal_codes
    )
    return made if planned and permission.is_allowed else None


async def _complete_goals(tx: Transaction, context: Context, *, at: datetime) -> None:
    """A goal that was to be reached, and is, is completed."""
    for standing in context.standings:
        reached = standing.progress.trajectory is Trajectory.COMPLETED
        if reached and standing.goal.direction is Direction.REACH:
            await goals.finish(tx, standing.goal.id, GoalState.COMPLETED, at=at)


async def _look_again(tx: Transaction, context: Context, known: Knowledge) -> None:
    """Say when this person is worth another look: nothing before that costs anything."""
    tenant = known.tenant
    day: date = context.today
    morning = tenant.at_wall(day, tenant.morning_at) - BEFORE_MORNING
    if morning <= context.at:
        morning = tenant.at_wall(day + timedelta(days=1), tenant.morning_at) - BEFORE_MORNING
    await move_attention(tx, "daily", morning)
    heard, _ = last_heard(context)
    if heard + SILENCE_AFTER > context.at:
        await move_attention(tx, "silence", heard + SILENCE_AFTER)


async def still_holds(
    tx: Transaction, planned: Intervention, at: datetime, *, loop: Loop
) -> Wording | None:
    """The wording of a planned message by the facts of now, or None where its reason has gone.

    What a symptom led to is analysed again; what was made for the day (a briefing) stands as it is.
    """
    if planned.symptom not in set(SymptomKind):
        return Wording(subject=planned.subject, text=planned.text, reason=planned.reason)
    known = await load_knowledge(tx, at=at, ids=loop.ids, reachable=loop.reachable)
    context = monitor(known, at)
    read = noticed(await thoughts_store.last_reading(tx), context)
    symptoms = merged(analyze(context), read)
    same = next((symptom for symptom in symptoms if symptom.key == planned.subject_key), None)
    if same is None:
        return None
    now = wording(same, planned.option, planned.framing, known.tenant)
    words = await thoughts_store.words_of(tx, "message", planned.id)
    return reworded(words, same, planned, now, known.tenant)
