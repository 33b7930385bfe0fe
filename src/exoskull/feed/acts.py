"""Acts: the events of one thing, told once. A message with its outcome, a task and its end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exoskull.feed.model import StoredEvent
from exoskull.kit.ids import TraceId

LINES = frozenset({"outcome.recorded", "outcome.corrected", "intervention.measured"})
"""Kinds that an act grows by where it stands: they are no news by themselves."""

_BY_ID = {
    "agent.called": "agent",
    "app.activated": "app",
    "app.awaiting_approval": "app",
    "app.proposed": "app",
    "app.refused": "app",
    "briefing.sent": "message",
    "entry.added": "entry",
    "entry.changed": "entry",
    "entry.undone": "entry",
    "reflection.sent": "message",
    "skill.suggested": "skill",
    "summary.sent": "message",
}
_NOUNS_BY_ID = {
    "finding": "finding",
    "goal": "goal",
    "incident": "incident",
    "intervention": "message",
    "measure": "measure",
    "memory": "memory",
    "task": "task",
    "tool": "tool",
    "trial": "trial",
}
_BY_TRACE = {"decision.made": "thought", "need.detected": "need", "symptom.found": "thought"}
_BY_RUN = frozenset({"skill.paused", "skill.resumed", "skill.let_go"})
_OF_A_SKILL = frozenset(
    {"skill.activated", "skill.awaiting_approval", "skill.generated", "skill.rejected"}
)
_JOINS = {"thought": ("message",), "need": ("app", "skill")}
"""What led to something is told with it: by family, the families that it goes into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing, by all that is known of it: `events`, oldest first, at least one.

    `id` is the same whatever is known of it, and fit for an HTML id.
    """

    id: str
    events: tuple[StoredEvent, ...]

    @property
    def news(self) -> StoredEvent:
        """The event that it is told by, and stands at: its latest state."""
        states = [event for event in self.events if event.kind not in LINES]
        return (states or self.events)[-1]

    @property
    def lines(self) -> tuple[StoredEvent, ...]:
        """What stands under it, oldest first: of a message each outcome as it now counts, or, where
        there is none, the last measurement of its effect; of a moment let pass what was noticed."""
        news = self.news
        if news.kind == "decision.made":
            return tuple(event for event in self.events if event.kind == "symptom.found")
        outcomes = {
            str(event.data.get("id")): event
            for event in self.events
            if event.kind == "outcome.recorded"
        }
        for event in self.events:
            if event.kind == "outcome.corrected":
                outcomes.pop(str(event.data.get("corrects")), None)
        measured = [event for event in self.events if event.kind == "intervention.measured"]
        told = list(outcomes.values()) or measured[-1:]
        return tuple(event for event in told if event is not news)


def own_id(event: StoredEvent) -> str:
    """The id of the act that this event belongs to by itself."""
    noun, _, _ = event.kind.partition(".")
    data = event.data
    family, value = None, None
    if event.kind.startswith("grant."):
        asked = event.kind in ("grant.proposed", "grant.asked") or data.get("by") == "approval"
        family, value = "rule", str(data.get("pattern")).replace(":", "-") if asked else None
    elif event.kind in _BY_TRACE:
        family, value = _BY_TRACE[event.kind], event.trace
    elif event.kind in _BY_RUN:
        family, value = "run", data.get("run")
    elif event.kind in _OF_A_SKILL:
        family, value = "skill", data.get("suggestion") or data.get("id")
    elif event.kind in _BY_ID:
        family, value = _BY_ID[event.kind], data.get("id")
    elif noun == "outcome":
        family, value = "message", data.get("intervention")
    elif noun in _NOUNS_BY_ID:
        family, value = _NOUNS_BY_ID[noun], data.get("id")
    elif event.kind in ("app.suggested", "app.optimized"):
        family, value = "idea", data.get("suggestion")
    return f"event-{event.seq}" if family is None or value is None else f"{family}-{value}"


def of_an_act(kind: str) -> bool:
    """Whether events of this kind can belong to an act of several."""
    noun = kind.partition(".")[0]
    told = {*_BY_TRACE, *_BY_ID, *_BY_RUN, *_OF_A_SKILL, "app.suggested", "app.optimized"}
    return kind in told or noun in _NOUNS_BY_ID or noun == "outcome"


def fold(events: Iterable[StoredEvent]) -> list[Act]:
    """The acts of `events`, newest first: each event in exactly one of them."""
    gathered: dict[str, list[StoredEvent]] = {}
    for event in sorted({event.seq: event for event in events}.values(), key=lambda e: e.seq):
        gathered.setdefault(own_id(event), []).append(event)
    _join(gathered)
    acts = [Act(id=id_, events=tuple(found)) for id_, found in gathered.items()]
    return sorted(acts, key=lambda act: act.news.seq, reverse=True)


def page_of(found: Sequence[StoredEvent], known: Iterable[StoredEvent], limit: int) -> list[Act]:
    """The first `limit` acts whose news is among `found`, newest first.

    `known` is what else belongs to them: an act whose news is later than all of `found` stands on
    an earlier page, and is not told again.
    """
    here = {event.seq for event in found}
    acts = fold([*found, *known])
    return [act for act in acts if act.news.seq in here][:limit]


def _join(gathered: dict[str, list[StoredEvent]]) -> None:
    """Move what led to an act into it: the first act of its chain that was not over before."""
    of_chain: dict[TraceId, list[str]] = {}
    for id_, events in gathered.items():
        of_chain.setdefault(events[0].trace, []).append(id_)
    for id_ in [id_ for id_, events in gathered.items() if events[0].kind in _BY_TRACE]:
        led = gathered[id_]
        into = _JOINS[_BY_TRACE[led[0].kind]]
        for other in of_chain[led[0].trace]:
            if other.partition("-")[0] not in into or gathered[other][-1].seq < led[0].seq:
                continue
            last = gathered[other][-1].seq
            joined = [event for event in led if event.seq < last]
            gathered[other] = sorted([*gathered[other], *joined], key=lambda event: event.seq)
            gathered[id_] = [event for event in led if event.seq > last]
            break
    for id_ in [id_ for id_, events in gathered.items() if not events]:
        del gathered[id_]
