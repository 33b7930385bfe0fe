"""Why, recomputed from rows, in the reader's language.

Of everything is told what was noticed; the rule or preference; the ways that there were and their
chances; what allowed it and within which limits; what was done, with its receipt; what came of it;
what it cost. What does not apply is said not to. Where there is an outcome: whether it was used.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from exoskull.budgets.model import MICROS_A_CENT
from exoskull.channels.model import ChannelName
from exoskull.feed.model import StoredEvent
from exoskull.feed.present import Item
from exoskull.grants.describe import pattern_text
from exoskull.grants.model import ActionPattern
from exoskull.i18n import cost_text, measured, percent, text, why_not
from exoskull.interventions.model import DAILY_MAX, State
from exoskull.kit.errors import NotFound
from exoskull.kit.ids import TraceId
from exoskull.outcomes import service as outcomes
from exoskull.overview import reasons_store as store
from exoskull.overview.because import because, because_of, told
from exoskull.overview.chances import chances
from exoskull.overview.reasons_store import Act, Behind, Drawn, Permitted
from exoskull.overview.rules import allowed, expected, rule_of, unasked
from exoskull.overview.store import sent_on
from exoskull.overview.thoughts import thoughts
from exoskull.overview.wishes import preferences_read
from exoskull.tenants.visit import Visit
from exoskull.tracing.chain import trace_of

NOTICED = ("symptom.found", "need.detected", "message.received", "gap.found", "app.suggested")
LEFT_OUT = frozenset({"cycle.completed", "budget.reserved", "goal.progress"})
AFTERWARDS = frozenset(
    {
        "budget.settled",
        "decision.corrected",
        "decision.final",
        "intervention.measured",
        "intervention.phrased",
        "intervention.put_off",
        "message.answered",
        "outcome.corrected",
        "outcome.recorded",
    }
)
"""What follows from an act; a chain is asked about for what went before."""
CHAIN_SHOWN = 40
CHAIN_READ = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of the answer: `name` is of `why-part-<name>`, `lines` are sentences."""

    name: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """The whole answer; `items` is the chain behind it, oldest first, `more` how much of it is not
    shown."""

    trace: TraceId
    sections: Sequence[Section]
    items: Sequence[Item]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked about: an event of a chain, with the decision and messages of it."""

    event: StoredEvent
    drawn: Drawn | None
    act: Act | None
    acts: Sequence[Act]


async def reasons(visit: Visit, wanted: UUID, *, of: int | None = None) -> Reasons:
    """Why what stands under this trace, or this id, came to be.

    Args:
        of: the number of the event that is meant; else it is the one with the id `wanted`, or what
            the chain led to last.

    Raises:
        NotFound: `event.unknown_trace`.
    """
    try:
        trace = await trace_of(visit.tx, wanted)
    except NotFound as error:
        raise NotFound("event.unknown_trace") from error
    events = await store.events(visit.tx, trace, without=LEFT_OUT, limit=CHAIN_READ)
    asked = await _asked(visit, trace, events, wanted, of)
    used = None if asked.act is None else await store.is_outcome_read(visit.tx, asked.act.id)
    found = await _permission(visit, asked)
    parts = {
        "noticed": await _noticed(visit, events, asked),
        "known": await _known(visit, asked),
        "model": await thoughts(visit, asked.drawn, asked.act),
        "chosen": _chosen(asked, visit.language),
        "permitted": await _permitted(visit, asked, found),
        "done": await _done(visit, asked),
        "came": await _came(visit, asked),
        "next": [] if used is None else [text(visit.language, "why-read-later", read=str(used))],
        "cost": await _cost(visit, trace, found),
    }
    shown = [event for event in events if event.kind not in LEFT_OUT][-CHAIN_SHOWN:]
    return Reasons(
        trace=trace,
        sections=[Section(name=name, lines=lines) for name, lines in parts.items() if lines],
        items=[await told(visit, event) for event in shown],
        more=max(0, await store.count(visit.tx, trace, without=LEFT_OUT) - len(shown)),
    )


async def _asked(
    visit: Visit, trace: TraceId, events: Sequence[StoredEvent], wanted: UUID, of: int | None
) -> Asked:
    event = None if of is None else await store.event(visit.tx, trace, of)
    if event is None:
        own = [one for one in events if one.data.get("id") == str(wanted)]
        led = [one for one in events if one.kind not in AFTERWARDS and one.kind not in LEFT_OUT]
        event = ([one for one in own if one in led] or own or led or list(events))[-1]
    act, drawn = await _act_of(visit, event), None
    if act is not None and act.decision_id is not None:
        drawn = await store.decision(visit.tx, trace, id=act.decision_id)
    elif event.kind.startswith("decision."):
        drawn = await store.decision(visit.tx, trace, id=_uuid(event.data.get("id")))
    elif event.kind == "symptom.found":
        drawn = await store.decision(visit.tx, trace, at=event.at)
    if act is None and drawn is not None:
        act = next(iter(await store.acts(visit.tx, trace, decision_id=drawn.id, limit=1)), None)
    acts = [act] if act is not None else []
    if act is None and drawn is None:
        acts = await store.acts(visit.tx, trace, since=event.at)
    return Asked(event=event, drawn=drawn, act=act, acts=acts)


async def _act_of(visit: Visit, event: StoredEvent) -> Act | None:
    """The message that an event tells of."""
    family, _, verb = event.kind.partition(".")
    if family not in ("intervention", "outcome", "grant") and verb != "sent":
        return None
    id = _uuid(event.data.get("intervention", event.data.get("id")))
    return None if id is None else await store.act(visit.tx, id)


def _uuid(value: Any) -> UUID | None:
    try:
        return UUID(str(value))
    except ValueError:
        return None


async def _noticed(visit: Visit, events: Sequence[StoredEvent], asked: Asked) -> list[str]:
    """What began it, and the rows that it rests on."""
    before = [one for one in events if one.seq <= asked.event.seq] or list(events[:1])
    found = ([one for one in before if one.kind in NOTICED] or before)[-1 if _is_led(before) else 0]
    if asked.act is not None:
        why = await because(visit, asked.act)
    else:
        why = because_of(visit, found) if found.kind == "symptom.found" else None
    is_mine = found.kind.startswith("intervention.")
    lines = [] if why and is_mine else [(await told(visit, found)).sentence]
    lines += [why] if why else []
    ids = [one for event in (found, asked.event) for one in _ids(event.data.get("evidence"))]
    rows = await store.behind(visit.tx, list(dict.fromkeys(ids))) if ids else []
    return lines + [_row(one, visit) for one in rows]


def _is_led(before: Sequence[StoredEvent]) -> bool:
    """Whether something noticed led to it; else the chain's first event began it."""
    return any(one.kind in NOTICED for one in before)


def _ids(evidence: Any) -> Iterator[UUID]:
    for one in evidence if isinstance(evidence, list) else ():
        id = _uuid(one)
        if id is not None:
            yield id


def _row(one: Behind, visit: Visit) -> str:
    said = one.text
    if one.kind == "measure" and one.value is not None:
        said = measured(one.text, one.value, visit.language, unit=one.unit)
    return text(visit.language, "why-row", kind=one.kind, text=said, when=visit.voice.when(one.at))


async def _known(visit: Visit, asked: Asked) -> list[str]:
    """The preferences and wishes that the choice was made by, else the rule that it follows."""
    if asked.drawn is None:
        lines = [rule_of(asked.event, asked.act, visit.language)]
        if asked.event.kind.startswith("preference."):
            lines += await preferences_read(visit, about=asked.event)
        return lines
    return await preferences_read(visit, drawn=asked.drawn)


def _chosen(asked: Asked, language: str) -> list[str]:
    """The ways that there were and their chances, in words."""
    if asked.drawn is not None:
        return list(chances(asked.drawn.ledger, language))
    return [*expected(asked.event, language), text(language, "why-nothing-drawn")]


async def _permission(visit: Visit, asked: Asked) -> Permitted | None:
    if asked.act is None or asked.act.authorization_id is None:
        return (await allowed(visit, asked.event))[0] if asked.act is None else None
    return await store.permitted(visit.tx, asked.act.authorization_id)


async def _permitted(visit: Visit, asked: Asked, found: Permitted | None) -> list[str]:
    """The rule that let it through, or would have to, and its limits; or why none was asked."""
    language, act = visit.language, asked.act
    if act is None and found is None:
        named = (await allowed(visit, asked.event))[1]
        if named is not None:
            return [
                text(language, "why-rule", rule=_said(named, language), pattern=named, approved="")
            ]
        return [text(language, unasked(asked.event))]
    if found is None:
        assert act is not None
        key = "why-rule-refused" if act.state is State.REFUSED else "why-rule-asked-later"
        if act.state in (State.SUPPRESSED, State.UNDONE, State.EXPIRED, State.REJECTED):
            key = "why-rule-never-asked"
        return [text(language, key, rule=_said(act.action, language), pattern=act.action)]
    pattern = found.pattern or (act.action if act is not None else "create_task:goal")
    rule = _said(pattern, language)
    lines = [text(language, "why-rule", rule=rule, pattern=pattern, approved=str(found.approved))]
    if found.daily_limit is not None:
        lines.append(text(language, "why-rule-limit", used=found.used, limit=found.daily_limit))
    elif found.pattern is not None:
        lines.append(text(language, "why-rule-no-limit", used=found.used))
    if found.revoked_at is not None:
        lines.append(text(language, "why-rule-gone", when=visit.voice.when(found.revoked_at)))
    if act is not None and act.local_date is not None and act.channel != ChannelName.IN_APP:
        used = await sent_on(visit.tx, act.local_date)
        lines.append(text(language, "why-limit", used=used, limit=DAILY_MAX))
    return lines


def _said(pattern: str, language: str) -> str:
    return pattern_text(ActionPattern.parse(pattern), language)


async def _done(visit: Visit, asked: Asked) -> list[str]:
    """What became of it, with its receipt; without a message, the record that stands for it."""
    lines = [_act(one, visit) for one in asked.acts]
    if asked.act is None:
        if asked.drawn is None:
            lines = [(await told(visit, asked.event)).sentence, *lines]
        lines.append(
            text(
                visit.language,
                "why-record",
                number=visit.voice.number(asked.event.seq),
                when=visit.voice.when(asked.event.at),
                acts=len(asked.acts),
            )
        )
    return lines


def _act(act: Act, visit: Visit) -> str:
    return text(
        visit.language,
        "why-act",
        state=act.state.value,
        channel=act.channel,
        when=visit.voice.when(act.sent_at or act.send_at),
        receipt=act.receipt,
        why_not=why_not(act.failure, visit.language) if act.failure else None,
    )


async def _came(visit: Visit, asked: Asked) -> list[str]:
    """What was measured to have come of it, also of not writing."""
    language, act, lines = visit.language, asked.act, []
    if act is not None and act.sent_at is not None:
        lines = await _measured(visit, act)
    if asked.drawn is not None and asked.drawn.outcome is not None:
        lines.append(
            text(
                language,
                "why-hoped",
                came="yes" if asked.drawn.outcome >= 0.5 else "no",
                sent=str(bool(asked.drawn.sent)),
            )
        )
    elif asked.drawn is not None and not lines:
        is_settled = asked.drawn.final_at is not None
        lines.append(text(language, "why-hoped-unknown" if is_settled else "why-hoped-waits"))
    if not lines:
        lines = await _otherwise(visit, asked)
    return lines


async def _otherwise(visit: Visit, asked: Asked) -> list[str]:
    """What came of what is no message, or of one that did not go out."""
    language, event = visit.language, asked.event
    if asked.act is not None:
        return [text(language, "why-came-unsent")]
    family = event.kind.partition(".")[0]
    if family == "strategy":
        days = await store.strategy_days(
            visit.tx, str(event.data.get("goal")), str(event.data.get("trial"))
        )
        if days is not None:
            done = text(language, "optimization-days", done=days.done, failed=days.failed)
            return [text(language, "why-came-days", days=done)]
    return [text(language, "why-came-none", family=family)]


async def _measured(visit: Visit, act: Act) -> list[str]:
    language = visit.language
    found = await outcomes.settled(visit.tx, act.id)
    settled = [one for one in found if one.effectiveness is not None]
    if settled:
        newest = settled[-1]
        share = percent(newest.effectiveness or 0.0, language)
        return [
            text(language, "why-effectiveness", share=share, days=newest.window_days),
            *(
                text(language, "why-effect-part", part=name, share=percent(value, language))
                for name, value in sorted(newest.parts.items())
            ),
        ]
    if act.outcome_due_at is not None and act.outcome_closed_at is None:
        return [text(language, "why-waits", when=visit.voice.when(act.outcome_due_at))]
    return [text(language, "why-unmeasured")]


async def _cost(visit: Visit, trace: TraceId, found: Permitted | None) -> list[str]:
    """What models and the act itself cost, in cents."""
    language, models = visit.language, await store.cost(visit.tx, trace)
    lines = [text(language, "why-cost-none")]
    if models.calls:
        cost = cost_text(models.micros / MICROS_A_CENT, language)
        lines = [text(language, "why-cost", cost=cost, calls=models.calls)]
    if found is not None and found.cost_cents:
        lines.append(text(language, "why-cost-act", cost=cost_text(found.cost_cents, language)))
    return lines
