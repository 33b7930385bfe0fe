"""A message that is nothing but a time ("jutro o 18", "ok, tomorrow at 6 pm"). Pure."""

from datetime import datetime

from exoskull.language.clauses import is_polish
from exoskull.language.fold import clean, own_lines
from exoskull.language.model import Language
from exoskull.language.tokens import Kind, tokenize
from exoskull.language.when import find_when, moment
from exoskull.language.wordset import wordset

_PASSED_OVER = wordset(
    "tak ok okej dobra dobrze jasne super moze chyba to niech bedzie prosze na i a no "
    "yes yep yeah sure fine good maybe perhaps let's say it's then please and at on about for the"
)


def bare_time(text: str, *, language: Language, at: datetime) -> datetime | None:
    """The moment ahead that `text` names, where it says nothing else; None otherwise.

    Args:
        at: when it was written, aware, in the person's zone.
    """
    lines = own_lines(clean(text))
    if not lines:
        return None
    tokens = tokenize(lines[0][:200])
    when = find_when(tokens, at, polish=is_polish(tokens, lines[0], language))
    if not when:
        return None
    for i, token in enumerate(tokens):
        if token.kind is not Kind.MARK and not when.covers(i) and token.text not in _PASSED_OVER:
            return None
    return moment(when, at)
