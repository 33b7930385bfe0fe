"""What a message did, as cards: found in the events of its chain, so that it can be shown, and
taken back, long after."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from exoskull.conversations.model import Message, Via, Way
from exoskull.database.transaction import Transaction
from exoskull.feed import service as feed
from exoskull.feed.model import StoredEvent

UNDO_WITHIN = timedelta(hours=24)
"""So long what was done can be taken back from its card; as in the chat."""

DONE = "task.done"
ABOUT: Mapping[str, tuple[str, ...]] = {
    "measure": ("logged", "undone"),
    "goal": ("created", "reinstated", "completed", "missed", "dropped"),
    "task": ("created", "reopened", "done", "dropped"),
    "app": (
        "proposed",
        "awaiting_approval",
        "activated",
        "restored",
        "refused",
        "archived",
        "deleted",
    ),
    "skill": ("awaiting_approval", "used", "activated", "rejected", "revoked"),
}
"""What cards are about, and the events that tell how it stands."""
KINDS = tuple(f"{subject}.{state}" for subject, states in ABOUT.items() for state in states)
ASKED = ("app", "skill")
"""What a notice can ask about."""


_NOTICES_OF_APPS = ("ask", "activated", "archived")
"""The notices of an app that tell of its own state; any other (a change that is only proposed, a
reminder) shares the app's trace, and did nothing to it."""


class Verb(StrEnum):
    """What the person can do from a card."""

    UNDO = "undo"
    DONE = "done"
    REOPEN = "reopen"
    APPROVE = "approve"
    REJECT = "reject"


_VERBS: Mapping[str, tuple[Verb, ...]] = {
    "measure.logged": (Verb.UNDO,),
    "goal.created": (Verb.UNDO,),
    "goal.reinstated": (Verb.UNDO,),
    "task.created": (Verb.DONE, Verb.UNDO),
    "task.reopened": (Verb.DONE, Verb.UNDO),
    "task.done": (Verb.REOPEN,),
    "app.proposed": (Verb.APPROVE, Verb.REJECT),
    "app.awaiting_approval": (Verb.APPROVE, Verb.REJECT),
    "app.activated": (Verb.UNDO,),
    "app.restored": (Verb.UNDO,),
    "skill.awaiting_approval": (Verb.APPROVE, Verb.REJECT),
}
_OVER = ("undone", "dropped", "missed", "refused", "archived", "deleted", "rejected", "revoked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One thing that a message did. `event`: how it stands now; `question`: the approval that it
    waits for; `is_over`: it was taken back, or let go."""

    subject: str
    id: UUID
    event: StoredEvent
    verbs: Sequence[Verb]
    question: str | None
    link: str | None
    is_over: bool


def cards_of(events: Iterable[StoredEvent], at: datetime) -> list[Card]:
    """A card for each thing that `events`, oldest first, tell of, as it stood at `at`."""
    newest: dict[tuple[str, str], StoredEvent] = {}
    for event in events:
        subject, _, state = event.kind.partition(".")
        if state in ABOUT.get(subject, ()) and isinstance(event.data.get("id"), str):
            newest[subject, event.data["id"]] = event
    return [_card(subject, event, at) for (subject, _), event in newest.items()]


def _card(subject: str, event: StoredEvent, at: datetime) -> Card:
    question = event.data.get("approval") if event.kind.endswith(".awaiting_approval") else None
    return Card(
        subject=subject,
        id=UUID(event.data["id"]),
        event=event,
        verbs=_verbs(event, at),
        question=question,
        link=_link(subject, event),
        is_over=event.kind.endswith(_OVER),
    )


def _verbs(event: StoredEvent, at: datetime) -> Sequence[Verb]:
    verbs = _VERBS.get(event.kind, ())
    if event.kind == "app.proposed":  # a preview: there is no code for it
        return verbs if _is_sound(event) and event.at >= at - UNDO_WITHIN else ()
    if Verb.APPROVE in verbs:
        expires = event.data.get("expires_at")
        is_open = isinstance(expires, str) and datetime.fromisoformat(expires) > at
        return verbs if is_open and event.data.get("approval") else ()
    if event.at < at - UNDO_WITHIN:
        return tuple(verb for verb in verbs if verb is Verb.DONE)
    return verbs


def _is_sound(event: StoredEvent) -> bool:
    """Whether the app that was proposed passed its test."""
    smoke = event.data.get("smoke")
    return isinstance(smoke, dict) and smoke.get("passed") is True


def _link(subject: str, event: StoredEvent) -> str | None:
    match subject:
        case "goal":
            return f"/goals/{event.data['id']}"
        case "task":
            return "/#plan"
        case "app" if event.kind in ("app.activated", "app.restored"):
            return f"/apps/{event.data['slug']}" if event.data.get("slug") else "/apps"
        case "app":
            return "/apps"
        case "skill":
            return f"/skills/{event.data['id']}"
        case _:
            return None


async def of_messages(
    tx: Transaction, messages: Sequence[Message], at: datetime
) -> dict[UUID, list[Card]]:
    """The cards of each message that has some, by its id.

    A chain's cards stand at the newest of its messages; those of a task that was made before stand
    where it was done.
    """
    if not messages:
        return {}
    holders = {message.trace: message for message in messages if _may_hold(message)}
    by_instant = {message.at: message for message in messages if message.channel is not Via.NOTICE}
    inbound = [message.at for message in messages if message.direction is Way.IN]
    finished = [
        event for event in await feed.of_instants(tx, inbound, [DONE]) if event.at in by_instant
    ]
    traces = holders.keys() | {event.trace for event in finished}
    chains: dict[UUID, list[StoredEvent]] = defaultdict(list)
    for event in await feed.of_traces(tx, list(traces), KINDS):
        chains[event.trace].append(event)
    found: dict[UUID, list[Card]] = defaultdict(list)
    done_at = {UUID(event.data["id"]): by_instant[event.at] for event in finished}
    for trace, holder in holders.items():
        for card in cards_of(chains[trace], at):
            is_told = holder.channel is not Via.NOTICE or card.subject in ASKED
            if is_told and done_at.get(card.id, holder).id == holder.id:
                found[holder.id].append(card)
    for event in finished:
        holder = by_instant[event.at]
        if holders.get(event.trace) is holder:
            continue
        about = [one for one in chains[event.trace] if one.data.get("id") == event.data["id"]]
        found[holder.id] += cards_of(about, at)
    return found


def _may_hold(message: Message) -> bool:
    """Whether the cards of the message's chain can be what this message did, or asked."""
    kind, _, rest = (message.origin_id or "").partition(":")
    if message.channel is not Via.NOTICE or kind != "app":
        return True
    return rest.partition(":")[2].startswith(tuple(f"{one}:" for one in _NOTICES_OF_APPS))
