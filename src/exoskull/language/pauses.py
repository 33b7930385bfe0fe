"""Do not write to me: until when."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from exoskull.language.dates import LONGEST_AHEAD_DAYS, span_at, start_of
from exoskull.language.clocks import clock_at
from exoskull.language.model import NotUnderstood, Pause
from exoskull.language.titles import words_of
from exoskull.language.tokens import Kind, Phrases, Token, phrases
from exoskull.language.walltime import add_months, later, wall
from exoskull.language.when import find_when, moment
from exoskull.language.wordset import wordset

_PAUSE: Phrases[bool] = phrases(
    (
        True,
        "nie pisz | nie piszcie | nie wysylaj | nie przysylaj | daj mi spokoj | daj mi swiety spokoj"
        " | dajcie mi spokoj | daj spokoj | zostaw mnie | przestan pisac | przestan do mnie pisac"
        " | przestan wysylac | przestan mi wysylac | przestan mi pisac | przestan | nie przeszkadzaj"
        " | nie zawracaj | pauza | pauzuj | wstrzymaj | wstrzymaj sie | zrob pauze | wlacz pauze | cisza"
        " | zamilknij | milcz | wycisz | wycisz sie | nie mecz mnie | nie kontaktuj sie | nie odzywaj sie"
        " | nie dzwon | don't message | don't text | don't write | don't contact | don't disturb"
        " | don't bother | don't send | don't email | do not message | do not text | do not write"
        " | do not contact | do not disturb | do not bother | do not send | stop messaging | stop texting"
        " | stop writing | stop sending | stop contacting | stop bothering | leave me alone | pause | mute"
        " | snooze | be quiet | no messages | no more messages | no texts | no more texts | stop for"
        " | stop until | stop na | stop do | silence | shut up | give me a break | quiet | bez wiadomosci"
        " | zadnych wiadomosci | dont message | dont text | dont write | dont disturb | never message"
        " | hold off | please stop messaging | no notifications | bez powiadomien | dosc wiadomosci"
        " | nie potrzebuje wiadomosci | stop today | stop dzis | koniec na | potrzebuje ciszy | nie spamuj",
    ),
)
_LEAD = wordset(
    "prosze please hej ok no to dzis dzisiaj jutro bardzo cie juz wiec jutra today tomorrow "
    "can you could just i a tonight mozesz moglbys moglabys do od teraz from now on wieczorem "
    "tego w this weekend przez"
)
_UNRELATED = wordset("mlekiem ksiazki trening treningu the-gym to workout ksiazke film movie")


def read_pause(
    sentence: Sequence[Token], text: str, at: datetime, polish: bool
) -> Pause | NotUnderstood | None:
    """A pause and its end, aware, in the zone of `at`; None where no pause is asked for.

    "Never after 20" is a wish for quiet hours, not a pause: it is not understood here.
    """
    found = _PAUSE.first(sentence) or _peace(sentence)
    if found is None or any(
        token.kind is Kind.WORD and token.text not in _LEAD for token in sentence[: found[1]]
    ):
        return None
    rest = [token for token in sentence[found[2] :] if token.kind is Kind.WORD]
    if any(token.text in _UNRELATED for token in rest):
        return None
    for i, token in enumerate(sentence):
        hour = clock_at(sentence, i, polish) if token.text in ("po", "przed", "after") else None
        if hour is not None or token.text in ("nigdy", "never"):
            return NotUnderstood(text=words_of(text, sentence))
    return Pause(until=_until(sentence, at, polish))


def _peace(sentence: Sequence[Token]) -> tuple[bool, int, int] | None:
    """`daj mi dziś spokój`, `zostaw mnie dzisiaj w spokoju`: words may stand between."""
    words = [token.text for token in sentence]
    for verb, noun in (("daj", "spokoj"), ("zostaw", "spokoju"), ("give", "break")):
        if verb in words and noun in words[words.index(verb) : words.index(verb) + 6]:
            return True, words.index(verb), words.index(verb) + 1
    return None


def _until(sentence: Sequence[Token], at: datetime, polish: bool) -> datetime | None:
    words = [token.text for token in sentence]
    if until := _for_span(sentence, at):
        return until
    if "weekend" in words or "weekendu" in words:
        return start_of(at.date() + timedelta(days=7 - at.weekday()), at)
    if any(pair in zip(words, words[1:], strict=False) for pair in _THIS_WEEK):
        return start_of(at.date() + timedelta(days=7 - at.weekday()), at)
    when = find_when(sentence, at, polish=polish)
    if not when:
        return None
    if when.day is not None and when.day.instant is not None:
        return when.day.instant
    ending = any(word in ("konca", "end", "koniec") for word in words)
    if when.until and not ending:
        if when.clock is not None or when.hour is not None:
            return moment(when, at)
        if when.day is None:
            return None
        day = when.day.day
        if when.day.soft:
            day += timedelta(days=7)
        return start_of(day, at) if day > at.date() else start_of(at.date() + timedelta(days=1), at)
    day = when.day.day if when.day else at.date()
    if day < at.date():
        return None
    return start_of(day + timedelta(days=1), at)


_THIS_WEEK = {("tym", "tygodniu"), ("this", "week")}


def _for_span(sentence: Sequence[Token], at: datetime) -> datetime | None:
    """`na tydzień`, `for 3 days`, `przez 2 godziny`: days end at the same wall time."""
    for i, token in enumerate(sentence):
        if token.text not in ("na", "for", "przez", "a", "by") and not token.text.isdecimal():
            continue
        begin = i if token.text.isdecimal() or token.text == "a" else i + 1
        span = span_at(sentence, begin)
        if span is None:
            continue
        amount, unit, _ = span
        if amount <= 0 or amount > LONGEST_AHEAD_DAYS * 1440:
            return None
        if unit == "minutes":
            return later(at, timedelta(minutes=amount))
        days = amount * {"days": 1, "weeks": 7, "months": 30, "years": 365}[unit]
        if days > LONGEST_AHEAD_DAYS:
            return None
        if unit in ("months", "years") and amount == int(amount):
            day = add_months(at.date(), int(amount) * (12 if unit == "years" else 1))
        else:
            day = at.date() + timedelta(days=round(days))
        return wall(day, at.hour, at.minute, at)
    return None
