"""Sentences in which a model says that it did something. Pure.

What was done is told from receipts; a model's word for it is shown only beside one.
"""

import re

from exoskull.language.fold import fold

_DONE = re.compile(
    r"\b(?:zapisal(?:am|em)|zapisane|dodal(?:am|em)|dodane|ustawil(?:am|em)|ustawione"
    r"|utworzyl(?:am|em)|utworzone|stworzyl(?:am|em)|zrobione|zalatwione|gotowe|wyslal(?:am|em)"
    r"|wyslane|usunel(?:am)|usunal(?:em)|usuniete|zaplanowal(?:am|em)|zaplanowane|odhaczone"
    r"|odhaczyl(?:am|em)|zapamietal(?:am|em)|zapamietane|cofnel(?:am)|cofnal(?:em)|cofniete"
    r"|wstrzymal(?:am|em)|zanotowal(?:am|em)|zanotowane|przypomnialam|zglosil(?:am|em)"
    r"|(?:zostal[aoy]?|jest) (?:juz )?(?:zapisan|dodan|ustawion|utworzon|wyslan|usuniet)\w*"
    r"|i(?: have|'ve)(?: (?:just|now|already))? (?:logged|added|set|created|made|sent|saved|noted"
    r"|recorded|scheduled|removed|deleted|marked|booked|reminded|remembered|paused|undone|updated)"
    r"|i (?:just )?(?:logged|added|created|sent|saved|recorded|scheduled|deleted|marked|booked)"
    r"|(?:has|have) been (?:logged|added|set|created|sent|saved|recorded|scheduled|deleted"
    r"|removed|marked|booked)|all set|^\W*(?:done|logged|saved|added|sent|noted)\b)",
)


_SENT = re.compile(
    r"\b(?:wyslal(?:am|em)|wyslane|napisal(?:am|em) (?:do|mu|jej|im)|zadzwonil(?:am|em)"
    r"|poinformowal(?:am|em)|zaplacil(?:am|em)|kupil(?:am|em)|zamowil(?:am|em)|przelal(?:am|em)"
    r"|(?:zostal[aoy]?|jest) (?:juz )?(?:wyslan|zaplacon|zamowion|kupion)\w*"
    r"|i(?: have|'ve)?(?: (?:just|now|already))? (?:sent|e-?mailed|texted|messaged|called|phoned"
    r"|notified|paid|bought|ordered|transferred)"
    r"|(?:has|have) been (?:sent|e-?mailed|texted|notified|paid|bought|ordered|transferred))\b",
)
"""What no verb of a model's can do: there is never a receipt for it."""


def claims_sent(sentence: str) -> bool:
    """Whether `sentence` says that something was sent to others, bought or paid."""
    return bool(_SENT.search(fold(sentence).lower()))


def claims_done(sentence: str) -> bool:
    """Whether `sentence` says that something was done."""
    return bool(_DONE.search(fold(sentence).lower()))
