"""Whether a verb may be used now, and how it is told to the person who is asked."""

import json
from collections.abc import Mapping
from typing import Any

from exoskull.channels.text import untrusted
from exoskull.conversations.acts.desk import Desk
from exoskull.conversations.tools.verb import QUOTE, Verb
from exoskull.grants import service as grants
from exoskull.grants.model import Action, Authorization, Effect

SUBJECT = "chat_tool"
"""`subject_kind` of a question about a call."""


async def gate(desk: Desk, verb: Verb, *, approved: bool = False) -> Effect:
    """What the rules say of the verb now; a place in a daily limit is taken where it may happen.

    The person asked for it in this very message: where no rule speaks of it, what can be taken back
    needs no second yes.
    """
    if verb.action is None:
        return Effect.ALLOW
    action = Action.parse(verb.action)
    for yes in (approved, True):
        permitted = await grants.authorize(
            desk.tx,
            action,
            at=desk.at,
            local_date=desk.now.date(),
            ids=desk.ids,
            approved=yes,
        )
        if isinstance(permitted, Authorization):
            await grants.commit(desk.tx, permitted.id)
            return Effect.ALLOW
        if permitted.effect is not Effect.ASK or permitted.grant is not None:
            return permitted.effect
        if not action.is_reversible:
            return Effect.ASK
    return Effect.DENY


def described(desk: Desk, verb: Verb, arguments: Mapping[str, Any]) -> str:
    """The call in words that the person reads before they say yes: all of its arguments."""
    given = {name: value for name, value in arguments.items() if name != QUOTE}
    shown = json.dumps(given, ensure_ascii=False)[1:-1]
    return desk.say(f"chat-verb-{verb.name.replace('_', '-')}", given=untrusted(shown, limit=300))
