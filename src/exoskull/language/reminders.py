"""Remind me of this, then."""

from collections.abc import Sequence

from exoskull.language.calendar_words import PERIODS, WEEKDAYS
from exoskull.language.context import Context
from exoskull.language.lemmas import about
from exoskull.language.model import Period, Remind
from exoskull.language.purposes import purpose
from exoskull.language.titles import title_of
from exoskull.language.tokens import Kind, Phrases, Token, phrases
from exoskull.language.when import find_when, moment
from exoskull.language.wordset import wordset

REMIND: Phrases[bool] = phrases(
    (
        False,
        "przypomnij mi | przypomnij | przypomnisz mi | mozesz mi przypomniec | przypomniec mi |"
        " ustaw przypomnienie | ustaw mi przypomnienie | dodaj przypomnienie | przypomnienie |"
        " zrob przypomnienie | nie daj mi zapomniec | nie pozwol mi zapomniec | przypomnijcie mi"
        " | przypomnij mi prosze | prosze o przypomnienie | potrzebuje przypomnienia | daj mi"
        " znac | daj znac | remind me | set a reminder | set me a reminder | set reminder | add a"
        " reminder | add reminder | reminder | don't let me forget | i need a reminder | create a"
        " reminder | ping me | nudge me | wake me up | obudz mnie | remind me please | give me a"
        " reminder | please remind me | remember to remind me | poprosze przypomnienie | poprosze"
        " o przypomnienie | set an alarm | ustaw budzik | ustaw alarm | remember me",
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


def read_reminder(clause: Sequence[Token], start: int, ctx: Context) -> Remind | None:
    """The reminder of a clause whose call ("przypomnij mi") starts at `start`.

    None for a rhythm that a reminder cannot keep, such as every hour.
    """
    found = REMIND.at(clause, start)
    if found is None or _HOURLY.first(clause):
        return None
    often, end = found
    drop = set(range(end))
    every = PERIODS.first(clause) or _weekly(clause)
    if every is not None:
        drop |= set(range(every[1], every[2]))
    when = find_when(clause, ctx.at, polish=ctx.polish)
    for begin, stop in when.spans:
        drop |= set(range(begin, stop))
    kept = [token for i, token in enumerate(clause) if i not in drop]
    title = _title(clause, drop, kept, ctx)
    if not title and not when:
        return None
    if not title:
        waking = any(token.text in _WAKING for token in clause[start:end])
        title = _NAMELESS[ctx.polish, waking]
    period = every[0] if every is not None else Period.DAY if often else None
    return Remind(title=title, at=moment(when, ctx.at), every=period)


def _weekly(clause: Sequence[Token]) -> tuple[Period, int, int] | None:
    """`every Monday`, `w każdy piątek`: the word before the day."""
    for i in range(1, len(clause)):
        if clause[i].text in WEEKDAYS and clause[i - 1].text in _EACH:
            return Period.WEEK, i - 1, i
    return None


_EACH = wordset("every each co kazdy kazda kazde")


def _title(clause: Sequence[Token], drop: set[int], kept: Sequence[Token], ctx: Context) -> str:
    """The thing to be reminded of, reading right behind "Przypominam: ..."."""
    skipped = 0
    while skipped < len(kept) and _leads(kept[skipped]):
        skipped += 1
        if kept[skipped - 1].text in _SO_THAT:
            rest = kept[skipped:]
            return purpose(title_of(ctx.text, rest, leading=_LEADING))
    if skipped == len(kept):
        return ""
    if kept[skipped].text not in ("o", "about", "of"):
        return title_of(ctx.text, clause, drop, leading=_LEADING)
    first = kept[skipped + 1 :]
    behind = {i for i, token in enumerate(clause) if i in drop or token not in first}
    title = title_of(ctx.text, clause, behind, leading=_LEADING)
    if kept[skipped].text != "o":
        return title
    if first and first[0].text == "tym":
        said = [token for token in first[1:] if token.kind is not Kind.MARK]
        opened = bool(said) and said[0].text in ("ze", "zeby", "aby", "co")
        return title.partition(" ")[2].lstrip(", ") if opened else ""
    return about(title)


def _leads(token: Token) -> bool:
    return token.text in _LEADING or not token.text[0].isalnum()


_SO_THAT = wordset("zeby zebym aby abym bym")
_WAKING = wordset("obudz wake budzik alarm")
_NAMELESS = {
    (True, False): "przypomnienie",
    (True, True): "pobudka",
    (False, False): "reminder",
    (False, True): "wake up",
}
"""What a reminder of nothing in particular is called, by (Polish, to wake up)."""
