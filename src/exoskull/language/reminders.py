"""Remind me of this, then."""

from collections.abc import Sequence
from datetime import datetime

from exoskull.language.calendar_words import PERIODS
from exoskull.language.lemmas import about
from exoskull.language.model import Period, Remind
from exoskull.language.purposes import purpose
from exoskull.language.titles import title_of
from exoskull.language.tokens import Phrases, Token, phrases
from exoskull.language.when import find_when, moment
from exoskull.language.wordset import wordset

REMIND: Phrases[bool] = phrases(
    (
        False,
        "przypomnij mi | przypomnij | przypomnisz mi | mozesz mi przypomniec | przypomniec mi"
        " | ustaw przypomnienie | ustaw mi przypomnienie | dodaj przypomnienie | przypomnienie"
        " | zrob przypomnienie | nie daj mi zapomniec | nie pozwol mi zapomniec | przypomnijcie mi"
        " | przypomnij mi prosze | prosze o przypomnienie | potrzebuje przypomnienia | daj mi znac"
        " | daj znac | remind me | set a reminder | set me a reminder | set reminder | add a reminder"
        " | add reminder | reminder | don't let me forget | i need a reminder | create a reminder"
        " | ping me | nudge me | wake me up | obudz mnie | remind me please | give me a reminder"
        " | please remind me | remember to remind me | poprosze przypomnienie | poprosze o przypomnienie"
        " | set an alarm | ustaw budzik | ustaw alarm | remember me",
    ),
    (
        True,
        "przypominaj mi | przypominaj | keep reminding me | przypominaj prosze | remind me daily",
    ),
)
_LEADING = wordset(
    "zeby zebym zebys aby abym bym ze to that prosze please mi me i and a ktore jest na temat "
    "for no wiec potem o, it's"
)


_HOURLY: Phrases[bool] = phrases(
    (
        True,
        "every hour | co godzine | hourly | every few hours | co kilka godzin | every half hour"
        " | every 2 hours | co 2 godziny | co dwie godziny | co pol godziny | every two hours"
        " | every 30 minutes | co 30 minut | every 3 hours | co 3 godziny | every 15 minutes",
    ),
)
"""Rhythms that a reminder cannot keep: they are not understood, rather than asked once."""


def read_reminder(
    clause: Sequence[Token], start: int, text: str, at: datetime, polish: bool
) -> Remind | None:
    """The reminder of a clause whose call ("przypomnij mi") starts at `start`."""
    found = REMIND.at(clause, start)
    if found is None or _HOURLY.first(clause):
        return None
    often, end = found
    drop = set(range(start, end)) | set(range(start))
    period: Period | None = None
    for i in range(len(clause)):
        if every := PERIODS.at(clause, i):
            period = every[0]
            drop |= set(range(i, every[1]))
            break
    rest = [token for i, token in enumerate(clause) if i not in drop or i < start]
    when = find_when(clause, at, polish=polish)
    for begin, stop in when.spans:
        drop |= set(range(begin, stop))
    if any(token.text in ("obudz", "wake", "budzik", "alarm") for token in clause[start:end]):
        title = title_of(text, [t for i, t in enumerate(clause) if i not in drop]) or (
            "pobudka" if polish else "wake up"
        )
        return Remind(title=title, at=moment(when, at), every=period)
    kept = [i for i in range(len(clause)) if i not in drop]
    del rest
    title = _title(clause, kept, drop, text, polish)
    if not title:
        title = "przypomnienie" if polish else "reminder"
    every = period if period or not often else Period.DAY
    return Remind(title=title, at=moment(when, at), every=every)


def _title(
    clause: Sequence[Token], kept: list[int], drop: set[int], text: str, polish: bool
) -> str:
    """The thing to be reminded of, reading right behind "Przypominam: ..."."""
    while kept and (clause[kept[0]].text in _LEADING or not clause[kept[0]].text[0].isalnum()):
        first = clause[kept[0]].text
        if first in ("zeby", "zebym", "aby", "abym", "bym"):
            kept.pop(0)
            return purpose(title_of(text, [clause[i] for i in kept], leading=_LEADING))
        kept.pop(0)
    while kept and clause[kept[-1]].text in ("i", "and", "please", "prosze", ",", "o"):
        kept.pop()
    if not kept:
        return ""
    if clause[kept[0]].text in ("o", "about", "of"):
        rest = title_of(
            text, clause, drop | set(range(len(clause))) - set(kept[1:]), leading=_LEADING
        )
        if clause[kept[0]].text != "o":
            return rest
        if rest.split(" ", 1)[0].lower() in ("tym", "tym,"):
            return rest.split(" ", 1)[1].lstrip(", ") if " " in rest else ""
        return about(rest)
    return title_of(text, clause, drop | (set(range(len(clause))) - set(kept)), leading=_LEADING)
