"""What is wrong with words that a model wrote for a person, held against the facts. Pure.

A text says no number, link or name that the facts do not have, is in the person's language, fits
its channel, claims no act of ours and guesses nobody's gender. What a text means cannot be checked
so; that is why it is only ever words round facts, for a message decided on without it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from exoskull.channels.model import ChannelName
from exoskull.channels.sms_text import sms_length
from exoskull.channels.text import clean_line, untrusted
from exoskull.language.clauses import is_polish
from exoskull.language.fold import clean, fold
from exoskull.language.model import Language
from exoskull.language.numbers import number_at
from exoskull.language.tokens import Kind, Token, tokenize
from exoskull.language.wordset import wordset

LENGTH_MAX = 300
LENGTH_MIN = 10
SMS_SEGMENTS_MAX = 2
STEM = 5
"""Letters by which a name is known again, whatever its ending."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MARKUP = re.compile(r"[*_#`\[\]<>{}|\\~^]|\n")
_NO_BREAK = re.compile("[\u00a0\u202f]")
"""The spaces within "20 000": the product itself writes numbers so."""
_NUMBERED = (Kind.NUMBER, Kind.CLOCK, Kind.PAIR, Kind.DATE)
_CAPITALS = wordset(
    "i i'm i'd i'll i've ok sms ty ci cie ciebie tobie toba twoj twoja twoje twojego twojej twoim "
    "twoimi twoich twemu twojemu"
)
_CLAIMS = {
    Language.EN: re.compile(
        r"\bI(?:'ve|’ve| have)?(?: just| already)? (?:sent|booked|scheduled|called|paid|deleted|"
        r"created|moved|cancell?ed|bought|ordered|reserved|wrote|e-?mailed)\b",
        re.IGNORECASE,
    ),
    Language.PL: re.compile(
        r"\b(?:wysła|wyśla|zapisa|umówi|zarezerwowa|zapłaci|usunę|usuną|zadzwoni|napisa|kupi|"
        r"zamówi|odwoła|przeniosł|utworzy)\w{0,2}(?:łem|łam|liśmy|łyśmy|em)\b",
        re.IGNORECASE,
    ),
}
_GENDER = re.compile(
    r"\w+(?:łeś|łaś|łbyś|łabyś)\b|\b(?:powinieneś|powinnaś|Pan|Pani|Pana|Panu|Panią)\b"
)


def faults(
    text: str,
    facts: Iterable[str],
    language: Language,
    *,
    channel: ChannelName | None = None,
    longest: int = LENGTH_MAX,
    shortest: int = LENGTH_MIN,
) -> list[str]:
    """What is wrong with `text`, in English; nothing where it may be used.

    Args:
        facts: the texts that hold all that may be said: the built-in wording, names, values.
        channel: what carries it; None: nothing that counts letters.
    """
    known = [clean(one) for one in facts]
    found = list(_form(text, longest, shortest))
    if channel is ChannelName.SMS and sms_length(text).segments > SMS_SEGMENTS_MAX:
        found.append(f"It takes more than {SMS_SEGMENTS_MAX} SMS: make it shorter.")
    if unknown := sorted(numbers_in(text) - {one for fact in known for one in numbers_in(fact)}):
        found.append(f"These numbers are not in the facts: {', '.join(unknown)}.")
    if names := list(_unknown_names(text, known)):
        found.append(f"These names are not in the facts: {', '.join(names)}.")
    if not is_in(text, language):
        found.append(f"It is not in {_NAMES[language]}.")
    if _CLAIMS[language].search(text):
        found.append("It claims that something was done. Nothing was.")
    if language is Language.PL and _GENDER.search(text):
        found.append("It guesses the person's gender, or is too formal. Use neutral forms.")
    return found


_NAMES = {Language.EN: "English", Language.PL: "Polish"}


def _form(text: str, longest: int, shortest: int) -> Iterator[str]:
    if not shortest <= len(text) <= longest:
        yield f"It has {len(text)} characters: give {shortest} to {longest}."
    if _MARKUP.search(text) or _NO_BREAK.sub(" ", text) != clean_line(text):
        yield "It has markup or line ends: give one line of plain words."
    if untrusted(text, max(longest, len(text)) + 100) != clean_line(text):
        yield "It has a link or an address: leave it out."


def is_in(text: str, language: Language) -> bool:
    """Whether `text` is in `language`, as the product itself tells Polish from English."""
    return is_polish(tokenize(clean(text)), clean(text), language) == (language is Language.PL)


def numbers_in(text: str) -> set[str]:
    """The numbers that `text` says, in digits or words; "one" in words is none."""
    tokens = tokenize(clean(text))
    found: set[str] = set()
    place = 0
    while place < len(tokens):
        number = number_at(tokens, place)
        if number is None:
            if tokens[place].kind in _NUMBERED:
                found.add(tokens[place].text)
            place += 1
            continue
        said = tokens[place : number.end]
        if number.value != 1.0 or not all(token.kind is Kind.WORD for token in said):
            found.add(f"{number.value:.12g}")
        found |= _as_written(said)
        place = max(number.end, place + 1)
    return found


def _as_written(said: Sequence[Token]) -> set[str]:
    """A clock, pair or date stays itself beside the number that it can be read as."""
    return {token.text for token in said if token.kind in (Kind.CLOCK, Kind.PAIR, Kind.DATE)}


def _unknown_names(text: str, facts: Iterable[str]) -> Iterator[str]:
    stems = {fold(word)[:STEM] for fact in facts for word in _WORD.findall(fact)}
    for found in _WORD.finditer(text):
        word = found.group()
        if not word[0].isupper() or _begins(text[: found.start()]):
            continue
        if fold(word) not in _CAPITALS and fold(word)[:STEM] not in stems:
            yield word


def _begins(before: str) -> bool:
    """Whether a sentence begins after `before`."""
    before = before.rstrip(" \"'„”“«»(’-")
    return not before or before[-1] in ".!?:…;"
