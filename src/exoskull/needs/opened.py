"""What a person asked to keep track of, in their own words: the open class of needs."""

import re
from collections.abc import Sequence

from exoskull.language.fold import clean, fold
from exoskull.language.tokens import Kind
from exoskull.language.wordset import wordset
from exoskull.needs.clauses import Clause, clauses

WORDS_MAX = 5
"""Words of a label."""

LETTERS_MAX = 30
"""Letters of a word of a label; what is longer is no word."""
_FOREIGN = re.compile(r"<[^<>]{0,200}>|\S+@\S+|\w+://\S+|\bwww\.\S+", re.IGNORECASE)
"""Markup, addresses and links: nothing that one keeps track of."""

_FILLERS = wordset(
    "moje moj moja mojego mojej moich swoje swoj swoja swoich swojego swojej mi sobie ze mna kazde"
    " kazda kazdy kazdego wszystkie wszystko kiedy ile razy jak czesto jaki jaka jakie ktore"
    " wreszcie w koncu tez jeszcze regularnie codziennie na biezaco prosze poprosze stan"
    " liczbe ilosc swoich o do to i tez dla mnie od na za tak tym bym gdzie bede"
    " co tydzien weekly daily monthly"
    " tygodniu dniu miesiacu ktora ktory ktore pomoze pomoga pomagac czy whether which"
    " would help helps took"
    " my the a an of every each all when how often many much times i i'd i'm do does that"
    " please for me with and about on any our some down log track it so in"
)
_HOW_OFTEN = wordset("ile razy often many")
_AFTER_TOOL = wordset("do na od dla for of to logging tracking recording counting noting")
_NO_LABEL = wordset("mi sobie to tego it this that them something cos cokolwiek rzeczy things")
_VERBS = wordset(
    "notowania zapisywania sledzenia liczenia monitorowania prowadzenia logging tracking recording"
    " noting counting monitoring keeping zapisywac notowac sledzic liczyc bede"
)
_STOPS = wordset("bo zeby because so that dzis today jutro tomorrow prosze please")
_BEFORE_TOOL = wordset(
    "a an the make me my some build create want need set up give could use please new simple little"
    " i i'd like for to of prosty nowy jakis mi"
)


def label_of(text: str, language: str) -> str:
    """What is to be tracked, as the person put it, begun small; "" where nothing is named."""
    cleaned = _FOREIGN.sub(" ", clean(text))
    parts = clauses(cleaned, language)
    for part, behind in zip(parts, [*parts[1:], None], strict=True):
        if part.others:
            continue
        for found in (_tooled(part, cleaned, language), _tracked(part, cleaned)):
            if found:
                return found
        if part.has("track") and behind is not None and behind.sentence == part.sentence:
            found = _label(behind, 0, cleaned)
            if found:
                return found
    asked = (part for part in parts if {t.text for t in part.tokens[:2]} & _HOW_OFTEN)
    return next((found for part in asked if (found := _label(part, 0, cleaned))), "")


def _tracked(part: Clause, text: str) -> str:
    cues = part.all("track")
    if not cues:
        return ""
    end = max(cue.end for cue in cues)
    return _label(part, end, text)


def _tooled(part: Clause, text: str, language: str) -> str:
    for cue in part.all("tool"):
        behind = _label(part, cue.end, text)
        if behind:
            return behind
        before = _before(part, cue.start, text) if language == "en" else ""
        if before:
            return before
    return ""


def _label(part: Clause, begin: int, text: str) -> str:
    taken: list[str] = []
    for token in part.tokens[begin:]:
        if token.kind is not Kind.WORD or token.text in _STOPS:
            if taken:
                break
            continue
        small = token.text in _FILLERS or token.text in _AFTER_TOOL or token.text in _VERBS
        if small and not taken:
            continue
        if len(taken) == WORDS_MAX or len(token.text) > LETTERS_MAX:
            break
        word = text[token.start : token.end]
        taken.append(word if taken and word.istitle() else word.lower())
    while taken and taken[-1] in _FILLERS:
        taken.pop()
    return "" if not taken or set(taken) <= _NO_LABEL else " ".join(taken)


def _before(part: Clause, end: int, text: str) -> str:
    """`a sneeze counter`: the noun before the tool."""
    taken: list[str] = []
    for token in reversed(part.tokens[:end]):
        if token.kind is not Kind.WORD or token.text in _BEFORE_TOOL:
            break
        taken.insert(0, text[token.start : token.end].lower())
    return " ".join(taken[-3:])


def stems(label: str) -> tuple[str, ...]:
    """The label's words without their endings: what tells one open need from another."""
    return tuple(_stem(word) for word in label.split() if len(word) > 2)


def _stem(word: str) -> str:
    return fold(word)[: max(4, len(word) - 3)]


def same(one: str, other: str) -> bool:
    """Whether two labels name the same thing, however inflected: every word of the shorter one
    stands in the longer one."""
    first, second = sorted((stems(one), stems(other)), key=len)
    return bool(first) and all(_meets(stem, second) for stem in first)


def _meets(stem: str, others: Sequence[str]) -> bool:
    return any(stem.startswith(other) or other.startswith(stem) for other in others)
