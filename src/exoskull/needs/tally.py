"""Needs over a stream of messages: mentions counted once each, closed where the person closes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from exoskull.needs.confidence import confidence, kind_of
from exoskull.needs.model import Family, Heard, Mention, SpeechAct, Standing, State
from exoskull.needs.opened import same

MENTIONS_MAX = 50
"""Mentions of one need that are kept in mind."""
CLOSING = (SpeechAct.RESOLVED, SpeechAct.REFUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message, by its id, with what was heard in it; `at` aware. `by`: the prompt of the model
    that heard it, None for the built-in reading."""

    message: str
    at: datetime
    text: str
    heard: Sequence[Heard]
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one message did to one need: how it stands after it. `before`: None where it is new."""

    before: Standing | None
    after: Standing
    act: SpeechAct


def take(standings: Sequence[Standing], said: Said, zone: tzinfo) -> list[Change]:
    """What `said` changes of the needs in `standings`, at most one change of each.

    A message that is a mention already, or a closing of a need that is not open, changes nothing.
    """
    changes: list[Change] = []
    for heard in said.heard:
        known = find(standings, heard)
        if heard.act in CLOSING:
            target = known or _last(standings, heard)
            if target is not None and target.state is State.OPEN:
                changes.append(Change(before=target, after=_closed(target, heard), act=heard.act))
            continue
        if any(change.after.need == (known.need if known else heard.need) for change in changes):
            continue
        if known is not None and any(one.message == said.message for one in known.mentions):
            continue
        changes.append(Change(before=known, after=_heard(known, heard, said, zone), act=heard.act))
    return changes


def find(standings: Sequence[Standing], heard: Heard) -> Standing | None:
    """The need that `heard` speaks of: of its family, or of the open class with its words."""
    for one in standings:
        if one.family is not heard.family:
            continue
        if heard.family is not Family.OPEN or same(one.label, heard.label):
            return one
    return None


def _last(standings: Sequence[Standing], heard: Heard) -> Standing | None:
    """For a refusal that names nothing: the open need spoken of last."""
    if heard.family is not Family.OPEN or heard.label:
        return None
    spoken = [one for one in standings if one.state is State.OPEN and one.mentions]
    return max(spoken, key=lambda one: one.mentions[-1].at, default=None)


def _closed(standing: Standing, heard: Heard) -> Standing:
    state = State.REFUSED if heard.act is SpeechAct.REFUSED else State.RESOLVED
    return replace(standing, state=state, mentions=(), confidence=0.0)


def _heard(known: Standing | None, heard: Heard, said: Said, zone: tzinfo) -> Standing:
    mention = Mention(
        message=said.message,
        at=said.at,
        day=said.at.astimezone(zone).date().isoformat(),
        act=heard.act,
        probability=heard.probability,
    )
    before = known.mentions if known is not None else ()
    mentions = (*before, mention)[-MENTIONS_MAX:]
    built = known is not None and known.state is State.BUILT
    return Standing(
        need=known.need if known else heard.need,
        family=heard.family,
        label=known.label if known else heard.label,
        kind=kind_of(mentions),
        state=State.BUILT if built else State.OPEN,
        mentions=mentions,
        confidence=confidence(mentions),
    )


def applied(standings: Sequence[Standing], changes: Sequence[Change]) -> list[Standing]:
    """The needs after `changes`, new ones last."""
    after = {change.after.need: change.after for change in changes}
    kept = [after.pop(one.need, one) for one in standings]
    return kept + list(after.values())


def same_delivery(one: Said, other: Said) -> bool:
    """Whether two messages are one, delivered twice: the same id, or the same words within the
    same minute."""
    if one.message == other.message:
        return True
    words = " ".join(one.text.split()).casefold() == " ".join(other.text.split()).casefold()
    return words and abs((one.at - other.at).total_seconds()) < 60
