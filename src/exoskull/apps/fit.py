"""Whether a tracker can do what is wanted: it keeps what is entered, and shows it. Pure."""

import re
from collections.abc import Sequence

from exoskull.language.fold import fold

_LOGIC = (
    (
        "calculates",
        re.compile(
            r"\b(kalkulator\w*|przelicz\w*|calculator|calculat\w+|convert\w*|przelicznik\w*"
            r"|(?:co|how) .{0,20}(?:mam zjesc|should i eat)|oblicz\w*|wylicz\w*"
            r"|porown\w*|compar(?:e|es|ing|ison)|analizuj\w*|analy[sz](?:e|es|ing)|przewid\w*"
            r"|predict\w*|ostrzeg\w*|warn(?:s|ing)?|doradza\w*|podpowiad\w*|recommend\w*)\b"
        ),
    ),
    (
        "looks_outside",
        re.compile(
            r"\b(pogod\w*|weather|kurs(?:y|u|ow)? walut\w*|exchange rates?|wiadomosci ze swiata"
            r"|news|notowan\w*|stock prices?|rozklad jazdy|timetable|ceny lotow|flight prices?)\b"
        ),
    ),
    (
        "acts_outside",
        re.compile(
            r"\b(wysyla\w*|wyslij|wysylac|send\w*|zamawia\w*|zamow|order\w*|rezerwuj\w*|zarezerwuj"
            r"|booking|synchroniz\w*|sync\w*|polacz(?:enie)? z|integr\w+|automatyczn\w+"
            r"|automat\w+|pobiera\w* z|import\w* (?:from|z))\b"
        ),
    ),
    (
        "translates",
        re.compile(r"\b(tlumacz\w*|przetlumacz|translat\w+|streszcz\w*|summari[sz]\w*|podsumuj)\b"),
    ),
)


def beyond_a_tracker(label: str | None, words: Sequence[str]) -> str | None:
    """Why a tracker cannot do it: `calculates`, `looks_outside`, `acts_outside` or `translates`;
    None where it can.

    Only what the thing is called decides, and where it has no name, the words that asked for it.
    """
    said = fold(label) if label else fold(" ".join(words))
    return next((reason for reason, pattern in _LOGIC if pattern.search(said)), None)
