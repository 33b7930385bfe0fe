"""Why, recomputed from rows: what was noticed, how it was chosen, what permitted it, what came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from exoskull.channels.model import ChannelName
from exoskull.feed.model import StoredEvent
from exoskull.feed.present import Item, item
from exoskull.grants.describe import pattern_text
from exoskull.grants.model import ActionPattern
from exoskull.i18n import measured, money, percent, text, why_not
from exoskull.interventions.model import DAILY_MAX, State
from exoskull.kit.errors import NotFound
from exoskull.kit.ids import TraceId
from exoskull.ledger import preferences
from exoskull.ledger.sentences import sentence, side
from exoskull.outcomes import service as outcomes
from exoskull.overview import store
from exoskull.overview.store import Act, Behind, Drawn
from exoskull.overview.thoughts import thoughts
from exoskull.tenants.visit import Visit
from exoskull.tracing.chain import Chain, find_chain

NOTICED = ("symptom.found", "need.detected", "message.received", "gap.found", "app.suggested")
LEFT_OUT = frozenset({"cycle.completed", "budget.reserved", "goal.progress"})
CHAIN_SHOWN = 40
WAYS_SHOWN = 4
MICROS_A_CENT = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of the answer: `name` is of `why-part-<name>`, `lines` are sentences."""

    name: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """The whole answer; `items` is the chain behind it, oldest first, `open_hop` where it ends."""

    trace: TraceId
    sections: Sequence[Section]
    items: Sequence[Item]
    more: int


async def reasons(visit: Visit, wanted: UUID) -> Reasons:
    """Why what stands under this trace, or this id, came to be.

    Raises:
        NotFound: `event.unknown_trace`.
    """
    try:
        chain = await find_chain(visit.tx, wanted)
    except NotFound as error:
        raise NotFound("event.unknown_trace") from error
    shown = [event for event in chain.events if event.kind not in LEFT_OUT]
    drawn = await store.drawn(visit.tx, chain.trace)
    acts = await store.acts(visit.tx, chain.trace)
    parts = {
        "noticed": await _noticed(visit, chain.events, acts),
        "known": await _known(visit, drawn),
        "model": await thoughts(visit, drawn, acts),
        "chosen": [line for one in drawn[:1] for line in _chosen(one, visit.language)],
        "permitted": [line for one in acts[:1] for line in await _permitted(visit, one)],
        "done": [_done(one, visit) for one in acts],
        "came": [line for one in acts[:1] for line in await _came(visit, one)],
        "next": _next(chain, visit.language),
        "cost": [await _cost(visit, chain.trace)],
    }
    return Reasons(
        trace=chain.trace,
        sections=[Section(name=name, lines=lines) for name, lines in parts.items() if lines],
        items=[item(event, visit.voice) for event in shown[-CHAIN_SHOWN:]],
        more=max(0, len(shown) - CHAIN_SHOWN),
    )


async def _noticed(visit: Visit, events: Sequence[StoredEvent], acts: Sequence[Act]) -> list[str]:
    """What began it, and the rows that it rests on."""
    found = [event for event in events if event.kind in NOTICED][-1:] or list(events[:1])
    lines = [item(event, visit.voice).sentence for event in found]
    lines += [
        text(visit.language, "why-because", reason=one.reason) for one in acts[:1] if one.reason
    ]
    ids = [one for event in found for one in _ids(event.data.get("evidence"))]
    rows = await store.behind(visit.tx, ids) if ids else []
    return lines + [_row(one, visit) for one in rows]


def _ids(evidence: Any) -> Iterator[UUID]:
    for one in evidence if isinstance(evidence, list) else ():
        try:
            yield UUID(str(one))
        except ValueError:
            continue


def _row(one: Behind, visit: Visit) -> str:
    said = one.text
    if one.kind == "measure" and one.value is not None:
        said = measured(one.text, one.value, visit.language, unit=one.unit)
    return text(visit.language, "why-row", kind=one.kind, text=said, when=visit.voice.when(one.at))


async def _known(visit: Visit, drawn: Sequence[Drawn]) -> list[str]:
    """The preferences and wishes that the choice was made by."""
    if not drawn:
        return []
    ledger, language = drawn[0].ledger, visit.language
    lines = [
        text(language, "why-wish", wish=one["wish"], side=side(one, language))
        for one in ledger.get("constraints", ())
        if one.get("factor") not in (None, "send")
    ]
    read = {str(one) for one in ledger.get("read", {}).get("preferences", ())}
    if read:
        spoken = await preferences.current(visit.tx)
        lines += [
            sentence(one.statement, language)
            for one in spoken
            if one.spoken and str(one.id) in read
        ]
    outcomes_read = len(ledger.get("read", {}).get("outcomes", ()))
    lines.append(text(language, "why-read", count=outcomes_read))
    return lines


def _chosen(one: Drawn, language: str) -> Iterator[str]:
    """The ways that there were and their chances, in words."""
    ledger = one.ledger
    arms, chances = ledger.get("arms", []), ledger.get("p_arm", [])
    chosen = ledger.get("chosen")
    if not arms:
        yield text(language, "why-no-way")
    elif not 0 < ledger.get("p_send", 1) < 1:
        yield text(language, "why-undrawn", count=len(arms))
    else:
        send = percent(ledger["p_send"], language)
        yield text(language, "why-send", count=len(arms), chance=send)
        if chosen is None:
            yield text(language, "why-drew-nothing")
        else:
            place = arms.index(chosen) if chosen in arms else None
            chance = percent(chances[place], language) if place is not None else "?"
            yield text(language, "why-drew", way=way_text(chosen, language), chance=chance)
        ranked = sorted(zip(chances, arms, strict=False), key=lambda pair: -pair[0])
        others = [(chance, arm) for chance, arm in ranked if arm != chosen][:WAYS_SHOWN]
        told = "; ".join(
            f"{way_text(arm, language)} ({percent(chance, language)})" for chance, arm in others
        )
        if told:
            yield text(language, "why-other-ways", ways=told)
    for reason, count in sorted(ledger.get("unavailable", {}).items()):
        yield text(
            language, "why-unavailable", count=count, reason=why_not(reason, language) or reason
        )


def way_text(arm: Any, language: str) -> str:
    """An arm in words: "by SMS at 18:00, gently"."""
    return text(
        language,
        "why-way",
        channel=arm["channel"],
        hour=int(arm["hour"] or 0),
        framing=arm["framing"],
    )


async def _permitted(visit: Visit, act: Act) -> list[str]:
    """The rule that let it through, or would have to, and the day's limit."""
    language = visit.language
    found = None
    if act.authorization_id is not None:
        found = await store.permitted(visit.tx, act.authorization_id)
    pattern = ActionPattern.parse(found.pattern if found and found.pattern else act.action)
    rule = pattern_text(pattern, language)
    if found is None:
        key = "why-rule-refused" if act.state is State.REFUSED else "why-rule-asked-later"
        return [text(language, key, rule=rule, pattern=act.action)]
    lines = [
        text(language, "why-rule", rule=rule, pattern=str(pattern), approved=str(found.approved))
    ]
    if act.local_date is not None and act.channel != ChannelName.IN_APP:
        used = await store.sent_on(visit.tx, act.local_date)
        lines.append(text(language, "why-limit", used=used, limit=DAILY_MAX))
    return lines


def _done(act: Act, visit: Visit) -> str:
    """What became of the act, with its receipt."""
    return text(
        visit.language,
        "why-act",
        state=act.state.value,
        channel=act.channel,
        when=visit.voice.when(act.sent_at or act.send_at),
        receipt=act.receipt,
        why_not=why_not(act.failure, visit.language) if act.failure else None,
    )


async def _came(visit: Visit, act: Act) -> list[str]:
    """What was measured to have come of it."""
    language = visit.language
    if act.sent_at is None:
        return []
    settled = [
        one for one in await outcomes.settled(visit.tx, act.id) if one.effectiveness is not None
    ]
    lines = []
    if settled:
        newest = settled[-1]
        share = percent(newest.effectiveness or 0.0, language)
        lines.append(text(language, "why-effectiveness", share=share, days=newest.window_days))
        lines += [
            text(language, "why-effect-part", part=name, share=percent(value, language))
            for name, value in sorted(newest.parts.items())
        ]
    elif act.outcome_due_at is not None and act.outcome_closed_at is None:
        lines.append(text(language, "why-waits", when=visit.voice.when(act.outcome_due_at)))
    else:
        lines.append(text(language, "why-unmeasured"))
    return lines


def _next(chain: Chain, language: str) -> list[str]:
    """Whether later decisions read what came of it."""
    if not any(event.kind == "outcome.recorded" for event in chain.events):
        return []
    return [text(language, "why-read-later", read=str(bool(chain.later)))]


async def _cost(visit: Visit, trace: TraceId) -> str:
    micros = await store.cost_micros(visit.tx, trace)
    if micros is None:
        return text(visit.language, "why-cost-none")
    return text(
        visit.language, "why-cost", cents=money(float(micros) / MICROS_A_CENT, visit.language)
    )
