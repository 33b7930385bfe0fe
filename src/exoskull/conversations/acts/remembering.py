"""The person's word to the memory: keep this, what do you know of me, forget that."""

from exoskull.channels.text import untrusted
from exoskull.conversations.acts.desk import Desk
from exoskull.i18n import error_text
from exoskull.kit.errors import Conflict, InvalidInput
from exoskull.memory import service
from exoskull.memory.model import NewFact
from exoskull.memory.reading import Forget, Keep, Tell, Wish, kind_of

SHOWN = 20


async def answer(desk: Desk, wish: Wish) -> list[str]:
    """Do what was asked of the memory; says what is kept or gone, by its rows."""
    match wish:
        case Keep():
            new = NewFact(text=wish.text, kind=kind_of(wish.text), message_id=desk.message_id)
            return await keep(desk, new)
        case Tell():
            return await _tell(desk)
        case Forget():
            return await _forget(desk, wish)


async def keep(desk: Desk, new: NewFact) -> list[str]:
    """Keep a fact; says so, or that it is known, or why not."""
    try:
        kept = await service.remember(desk.tx, new, at=desk.at, ids=desk.ids, trace=desk.trace)
    except (InvalidInput, Conflict) as error:
        return [error_text(error, desk.tenant.language.value)]
    if kept is None:
        return [desk.say("memory-chat-known", fact=untrusted(new.text))]
    return [desk.say("memory-chat-kept", fact=kept.text)]


async def _tell(desk: Desk) -> list[str]:
    facts = await service.facts(desk.tx)
    if not facts:
        return [desk.say("memory-chat-empty")]
    lines = [desk.say("memory-chat-facts", count=len(facts))]
    lines += [f"• {one.text}" for one in facts[:SHOWN]]
    if len(facts) > SHOWN:
        lines.append(desk.say("memory-chat-more", count=len(facts) - SHOWN))
    return lines


async def _forget(desk: Desk, wish: Forget) -> list[str]:
    if not wish.words:
        return [desk.say("memory-chat-forget-what")]
    gone = await service.forget_about(desk.tx, wish.words, at=desk.at)
    if not gone:
        return [desk.say("memory-chat-forget-nothing", words=untrusted(wish.words))]
    return [
        desk.say("memory-chat-forgotten", count=len(gone)),
        *(f"• {one.text}" for one in gone),
    ]
