"""Events as the feed shows them: what is told, how, and why."""

from dataclasses import dataclass
from datetime import datetime

from exoskull.feed.model import StoredEvent
from exoskull.i18n import happened
from exoskull.i18n.catalogue import catalogue
from exoskull.kit.ids import TraceId
from exoskull.web.pages import Voice

QUIET = frozenset(
    {
        "app.arranged",
        "budget.reserved",
        "budget.settled",
        "cycle.completed",
        "decision.corrected",
        "decision.final",
        "goal.progress",
        "intervention.phrased",
        "message.answered",
        "message.received",
        "message.revised",
        "options.proposed",
        "situation.read",
        "slot.ran",
        "slot.skipped",
        "tape.refused",
    }
)
"""Kinds that the page leaves out: they stand in the chat, in a chain, or are mere clockwork."""

_APART = frozenset({"p_send", "receipt"})
"""What a sentence of the page leaves out: it stands under it, or in its chain."""

_LOOKS = {
    "intervention.awaiting_approval": "ask",
    "intervention.failed": "no",
    "intervention.expired": "no",
    "intervention.planned": "plan",
    "intervention.refused": "no",
    "intervention.rejected": "no",
    "intervention.sent": "sent",
    "intervention.suppressed": "no",
    "intervention.undone": "no",
    "intervention.unknown": "no",
    "grant.refused": "no",
    "grant.proposed": "ask",
    "slot.failed": "no",
    "slot.missed": "no",
    "budget.refused": "no",
    "model.declined": "no",
    "app": "goal",
    "decision": "plan",
    "finding": "noticed",
    "gap": "noticed",
    "goal": "goal",
    "grant": "rule",
    "intervention": "sent",
    "measure": "measure",
    "memory": "noticed",
    "need": "noticed",
    "outcome": "outcome",
    "preference": "outcome",
    "settings": "rule",
    "strategy": "outcome",
    "symptom": "noticed",
    "task": "task",
    "tenant": "hello",
    "trial": "outcome",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One event, told. `look` names its icon; `reason` is a sentence; `evidence` are ids of rows;
    `rule` is a grant's pattern; `receipt` is the provider's."""

    seq: int
    at: datetime
    kind: str
    look: str
    sentence: str
    reason: str | None
    rule: str | None
    evidence: tuple[str, ...]
    receipt: str | None
    trace: TraceId


def shown_kinds() -> list[str]:
    """The kinds that the page asks for: all that there is a sentence for, but QUIET."""
    told = (key.removeprefix("feed-") for key in catalogue("en").entries if key[:5] == "feed-")
    return sorted({key.replace("-", ".", 1) for key in told if "-" in key} - QUIET)


def is_shown(event: StoredEvent) -> bool:
    """Whether the page shows this event by itself, and not only in its chain."""
    if event.kind in QUIET:
        return False
    match event.kind, event.data:
        case "decision.made", {"chosen": {}}:
            return False  # what is planned follows it
        case "grant.changed", {"by": "default"}:
            return False
        case "grant.refused", {"intervention": str()}:
            return False  # the intervention's own refusal says it
        case "entry.added" | "entry.changed" | "entry.undone", {"metrics": [_, *_]}:
            return False  # the measure that it is says it
        case "measure.logged" | "measure.undone", {"entry": str()}:
            return False  # the change of the entry says it
        case "settings.changed", {"changed": ["onboarded_at"]}:
            return False
    return True


def item(event: StoredEvent, voice: Voice) -> Item:
    """The event as the feed shows it."""
    data = event.data
    told = {name: value for name, value in data.items() if name not in _APART}
    reason, rule, evidence = data.get("reason"), data.get("grant"), data.get("evidence", ())
    return Item(
        seq=event.seq,
        at=event.at,
        kind=event.kind,
        look=_LOOKS.get(event.kind) or _LOOKS.get(event.kind.partition(".")[0], "other"),
        sentence=happened(event.kind, told, voice.language, voice.zone),
        reason=reason if isinstance(reason, str) and " " in reason else None,
        rule=rule if isinstance(rule, str) and ":" in rule else None,
        evidence=tuple(map(str, evidence)) if isinstance(evidence, list) else (),
        receipt=data.get("receipt"),
        trace=event.trace,
    )
