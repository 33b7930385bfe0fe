"""The person's own word on how to be written to: "no, I do prefer SMS", "bez e-maili"."""

import re

from exoskull.conversations.acts.desk import Desk
from exoskull.language.fold import fold
from exoskull.ledger import preferences
from exoskull.ledger.sentences import side

_CHANNELS = {
    "sms": r"sms(?:-?(?:y|a|em|ow|owo|ami|es|s))?|esemes\w*|texts?|text messages?",
    "email": r"e-?mail\w*|mail\w*",
    "in_app": r"(?:w )?aplikacj\w*|(?:in )?(?:the )?app",
}
_BEFORE = r"(?:(?:nie|no|ale|but|jednak|well)[ ,]+)*"
_PREFER = r"(?:ja )?(?:wole|preferuje)(?: jednak)?|i(?: do| would)? prefer|i'd prefer"
_AVOID = r"bez|nie pisz(?: do mnie)?|no(?: more)?|don'?t (?:send|write)(?: me)?"
_AFTER = r"[ .!]*(?:please|prosze)?[ .!]*"


def wish_in(text: str) -> tuple[str, str, str] | None:
    """The factor, level and wish (`prefer`, `avoid`) of a message that says just that, else None.

    Anything more in the message and it is not taken for one: a wish outranks what was learned.
    """
    said = fold(text).lower().strip()
    for level, names in _CHANNELS.items():
        if re.fullmatch(rf"{_BEFORE}(?:{_PREFER}) (?:{names}){_AFTER}", said):
            return "channel", level, "prefer"
        if re.fullmatch(rf"{_BEFORE}(?:{_AVOID}) (?:{names}){_AFTER}", said):
            return "channel", level, "avoid"
    return None


async def keep(desk: Desk, factor: str, level: str, wish: str) -> list[str]:
    """Keep the wish; says so, and how to take it back."""
    said = await preferences.correct(
        desk.tx, factor=factor, level=level, wish=wish, at=desk.at, ids=desk.ids
    )
    shown = side({"factor": said.factor, "level": said.level}, desk.tenant.language.value)
    if not shown.startswith("SMS"):
        shown = shown[0].lower() + shown[1:]  # it stands in the middle of a sentence here
    return [desk.say(f"assistant-preference-{said.wish}", side=shown)]
