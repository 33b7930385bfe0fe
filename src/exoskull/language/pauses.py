"""Do not write to me: until when."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from exoskull.language.clocks import clock_at
from exoskull.language.dates import LONGEST_AHEAD_DAYS, span_at, start_of
from exoskull.language.model import NotUnderstood, Pause
from exoskull.language.titles import words_of
from exoskull.language.tokens import Kind, Phrases, Token, phrases
from exoskull.language.walltime import add_months, later, wall
from exoskull.language.when import find_when, moment
from exoskull.language.wordset import wordset

_STRONG: Phrases[bool] = phrases(
    (
        True,
        "nie pisz | nie piszcie | nie wysylaj | nie przysylaj | daj mi spokoj | daj mi swiety"
        " spokoj | dajcie mi spokoj | zostaw mnie | przestan pisac | przestan do mnie pisac | nie"
        " mecz mnie | przestan wysylac | przestan mi wysylac | przestan mi pisac | nie"
        " przeszkadzaj | nie kontaktuj sie | nie odzywaj sie | nie dzwon | nie spamuj | don't"
        " message | don't text | don't write | don't contact | don't disturb | don't bother |"
        " don't send | don't email | do not message | do not text | do not write | do not contact"
        " | do not disturb | do not bother | do not send | stop messaging | stop texting | stop"
        " writing | stop sending | stop contacting | stop bothering | leave me alone | no"
        " messages | no more messages | no texts | no more texts | dont message | dont text |"
        " dont write | dont disturb | never message | no notifications | bez wiadomosci | zadnych"
        " wiadomosci | bez powiadomien | dosc wiadomosci | nie zawracaj",
    ),
)
"""Whatever else is said, no message is wanted."""
_WEAK: Phrases[bool] = phrases(
    (
        True,
        "daj spokoj | przestan | pauza | pauzuj | wstrzymaj | wstrzymaj sie | zrob pauze | wlacz"
        " pauze | cisza | zamilknij | milcz | wycisz | wycisz sie | pause | mute | snooze | be"
        " quiet | stop for | stop until | stop na | stop do | silence | shut up | give me a break"
        " | quiet | hold off | stop today | stop dzis | koniec na dzis | potrzebuje ciszy | stop"
        " it",
    ),
)
"""A pause only where nothing else is named: not "pause the film"."""
_LEAD = wordset(
    "prosze please hej ok no to dzis dzisiaj jutro bardzo cie juz wiec jutra today tomorrow can"
    " you could just i a tonight mozesz moglbys moglabys do od teraz from now on wieczorem tego w"
    " this weekend przez bo so and kindly also tez"
)
_ROOM = wordset(
    "do mnie mi juz wiecej prosze teraz wiadomosci sms smsy maile powiadomienia mnie messages texts"
    " notifications me everything please now again any more anymore for na do until till przez od"
    " from za w this ten tym the of a an i and pisac messaging sie wszystko all chwile konca end"
    " weekend weekendu it spokoj to"
)
_ANOTHER_WAY = wordset("instead zamiast rather tylko only raczej")


def read_pause(
    clause: Sequence[Token], text: str, at: datetime, polish: bool
) -> Pause | NotUnderstood | None:
    """A pause and its end, aware, in the zone of `at`; None where no pause is asked for.

    "Never after 20", "e-mail me instead": wishes for quiet hours and channels are not understood
    here, and are no pause.
    """
    found = _STRONG.first(clause) or _WEAK.first(clause) or _peace(clause)
    if found is None or not all(
        token.kind is Kind.MARK or token.text in _LEAD for token in clause[: found[1]]
    ):
        return None
    if _STRONG.at(clause, found[1]) is None and not _alone(clause, found[2], at, polish):
        return None
    for i, token in enumerate(clause):
        hour = clock_at(clause, i, polish) if token.text in ("po", "przed", "after") else None
        if hour is not None or token.text in _ANOTHER_WAY:
            return NotUnderstood(text=words_of(text, clause))
    return Pause(until=_until(clause, at, polish))


def _alone(clause: Sequence[Token], start: int, at: datetime, polish: bool) -> bool:
    """Whether behind token `start` nothing is named but times."""
    when = find_when(clause, at, polish=polish)
    span = _span_in(clause)
    return all(
        token.kind is not Kind.WORD
        or token.text in _ROOM
        or token.text in _LEAD
        or when.covers(i)
        or (span is not None and span[0] <= i < span[1])
        for i, token in enumerate(clause)
        if i >= start
    )


def _peace(clause: Sequence[Token]) -> tuple[bool, int, int] | None:
    """`daj mi dziś spokój`, `zostaw mnie dzisiaj w spokoju`: words may stand between."""
    words = [token.text for token in clause]
    for verb, noun in (("daj", "spokoj"), ("zostaw", "spokoju"), ("give", "break")):
        if verb in words and noun in words[words.index(verb) : words.index(verb) + 6]:
            return True, words.index(verb), words.index(verb) + 1
    return None


def _until(clause: Sequence[Token], at: datetime, polish: bool) -> datetime | None:
    if until := _after_span(clause, at):
        return until
    words = [token.text for token in clause]
    if _WEEK_END & {*words, *(f"{a} {b}" for a, b in pairwise(words))}:
        return start_of(at.date() + timedelta(days=7 - at.weekday()), at)
    when = find_when(clause, at, polish=polish)
    if not when:
        return None
    if when.day is not None and when.day.instant is not None:
        return when.day.instant
    tomorrow = start_of(at.date() + timedelta(days=1), at)
    if not when.until or _ENDS & set(words):
        day = when.day.day if when.day else at.date()
        return start_of(day + timedelta(days=1), at) if day >= at.date() else None
    if when.clock is not None or when.hour is not None:
        return moment(when, at)
    if when.day is None:
        return None
    day = when.day.day + timedelta(days=7 if when.day.soft else 0)
    return start_of(day, at) if day > at.date() else tomorrow


_WEEK_END = frozenset({"weekend", "weekendu", "tym tygodniu", "this week"})
_ENDS = wordset("konca end koniec")


def _span_in(clause: Sequence[Token]) -> tuple[int, int] | None:
    """The tokens of `na tydzień`, `for 3 days`, `przez 2 godziny`, a bare `2 days`."""
    for i, token in enumerate(clause):
        if token.text in ("na", "for", "przez") and (span := span_at(clause, i + 1)):
            return i + 1, span[2]
        if token.text.isdecimal() and (span := span_at(clause, i)):
            return i, span[2]
    return None


def _after_span(clause: Sequence[Token], at: datetime) -> datetime | None:
    """The end of `na tydzień`, `for 3 days`: days end at the wall time they began."""
    place = _span_in(clause)
    span = span_at(clause, place[0]) if place else None
    if span is None:
        return None
    amount, unit, _ = span
    days = amount * {"minutes": 1 / 1440, "days": 1, "weeks": 7, "months": 31, "years": 366}[unit]
    if not 0 < days <= LONGEST_AHEAD_DAYS:
        return None
    if unit == "minutes":
        return later(at, timedelta(minutes=amount))
    if unit in ("months", "years") and amount == int(amount):
        day = add_months(at.date(), int(amount) * (12 if unit == "years" else 1))
    else:
        day = at.date() + timedelta(days=round(days))
    return wall(day, at.hour, at.minute, at)
