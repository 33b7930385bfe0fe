"""The preferences and wishes that a choice was made by: as they were then, and as they are now."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from exoskull.feed.model import StoredEvent
from exoskull.i18n import text
from exoskull.learning.constraints import SEND
from exoskull.ledger import preferences
from exoskull.ledger.model import Correction
from exoskull.ledger.sentences import sentence, side
from exoskull.overview import reasons_store as store
from exoskull.overview.reasons_store import Drawn, Held
from exoskull.tenants.visit import Visit


async def preferences_read(
    visit: Visit, *, drawn: Drawn | None = None, about: StoredEvent | None = None
) -> list[str]:
    """What a decision read, or what one event of a preference is about, then and now."""
    said = await preferences.corrections(visit.tx)
    if drawn is not None:
        return await _read(visit, drawn, said)
    return [] if about is None else await _one(visit, about, said)


async def _read(visit: Visit, drawn: Drawn, said: list[Correction]) -> list[str]:
    ledger, language = drawn.ledger, visit.language
    said_of = ledger.get("constraints", ())
    wishes = [one for one in said_of if one.get("factor") not in (None, SEND)]
    standing = {(one.factor, one.level, one.wish) for one in said}
    lines = []
    for wish in wishes:
        lines.append(_wish(wish, language))
        if (wish["factor"], str(wish["level"]), wish["wish"]) not in standing:
            lines.append(text(language, "why-wish-lifted"))
    ids = [UUID(str(one)) for one in ledger.get("read", {}).get("preferences", ())]
    for one in await store.held(visit.tx, ids, at=drawn.at) if ids else ():
        lines += _then_and_now(visit, one)
    lines += [
        text(language, "why-wish-since", wish=_wish(_json(one), language))
        for one in said
        if one.created_at > drawn.at
    ]
    read = len(ledger.get("read", {}).get("outcomes", ()))
    return [*lines, text(language, "why-read", count=read)]


def _then_and_now(visit: Visit, one: Held) -> list[str]:
    language = visit.language
    then, now = sentence(one.statement, language), one.now
    lines = [text(language, "why-held", when=visit.voice.when(one.learned_at), said=then)]
    if now is None or not now["spoken"]:
        lines.append(text(language, "why-held-no-more"))
    elif sentence(now, language) != then:
        lines.append(text(language, "why-held-now", said=sentence(now, language)))
    return lines


async def _one(visit: Visit, about: StoredEvent, said: list[Correction]) -> list[str]:
    """What is held now of what the event is about."""
    language, data = visit.language, about.data
    lines = [
        text(language, "why-wish-now", wish=_wish(_json(one), language))
        for one in said
        if (one.factor, one.level) == (data.get("factor"), str(data.get("level")))
    ]
    for one in await preferences.current(visit.tx):
        if (one.factor, one.level) == (data.get("factor"), str(data.get("level"))):
            key = "why-held-now" if one.spoken else "why-held-no-more"
            lines.append(text(language, key, said=sentence(one.statement, language)))
    return lines


def _json(one: Correction) -> Mapping[str, Any]:
    return {"factor": one.factor, "level": one.level, "wish": one.wish}


def _wish(wish: Mapping[str, Any], language: str) -> str:
    return text(language, "why-wish", wish=wish["wish"], side=side(wish, language))
