"""A message in clauses: what each names, whose it is, and the small words that decide."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from exoskull.language.fold import clean
from exoskull.language.tokens import Kind, Token, sentences, tokenize
from exoskull.language.wordset import wordset
from exoskull.needs.lexicon import Lexicon, Role, Word, lexicon
from exoskull.needs.model import Family

TOKENS_MAX = 600
"""Tokens of a message that are read for needs; what stands behind is not."""
GAP_MAX = 2
"""Words that may stand between two of a phrase."""

_JOINTS = {
    "pl": wordset("ale lecz a bo wiec ze zeby zebym oraz tylko choc"),
    "en": wordset("but because so although though while and"),
}
_ME = {
    "pl": wordset(
        "ja mi mnie mna moj moja moje mojej moim mojego sobie jestem mam musze bylam bylem nam"
    ),
    "en": wordset("i i'm im i've ive i'd i'll ill me my myself we we're we've us our id mine"),
}
_SUBJECT_ME = wordset("i i'm im i've ive i'd i'll ill we we're we've id")
_HIS = wordset("her his their your")
_SOMEBODY_DOES = wordset(
    "drinks sleeps smokes reads studies exercises spends eats forgets skips vapes trains scrolls"
    " meditates prays walks runs drives neglects wants needs"
)
"""Verbs of people in the third person: whoever does them is not the writer."""
_NOT = wordset(
    "cant can't cannot couldn't couldnt dont don't doesn't doesnt didn't didnt haven't havent"
    " hasn't hasnt isn't isnt wasn't wasnt won't wont wouldn't shouldn't aren't aint ain't hadn't"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase found: its name, and the indexes of its first token and behind its last."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Topic:
    """A family's phrase found."""

    family: Family
    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence. `mine`: spoken of the writer; `others`: of somebody else."""

    tokens: tuple[Token, ...]
    words: tuple[Word | None, ...]
    cues: tuple[Cue, ...]
    topics: tuple[Topic, ...]
    mine: bool
    others: bool
    asks: bool
    sentence: int
    second: bool = False
    """Said to the reader: an imperative, `can you`."""
    animal: bool = False
    """Of an animal, as the one that does it."""

    def has(self, *names: str) -> bool:
        return any(cue.name in names for cue in self.cues)

    def all(self, *names: str) -> list[Cue]:
        return [cue for cue in self.cues if cue.name in names]


@dataclass(slots=True)
class _Marked:
    cues: list[Cue] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)


def clauses(text: str, language: str) -> list[Clause]:
    """The clauses of a message, in order."""
    book = lexicon(language)
    cleaned = clean(text)
    tokens = [_told_apart(token, cleaned) for token in tokenize(cleaned)[:TOKENS_MAX]]
    found: list[Clause] = []
    for number, sentence in enumerate(sentences(tokens)):
        asks = sentence.asks or _opens_question(sentence.tokens, language)
        before: Clause | None = None
        for part in _parts(sentence.tokens, language):
            before = _clause(part, book, language, asks, number, before)
            found.append(before)
    return found


def _told_apart(token: Token, text: str) -> Token:
    """`ją` is she, though folded it reads as I."""
    if token.text == "ja" and text[token.start : token.end].lower() == "ją":
        return replace(token, text="ona")
    return token


def _opens_question(tokens: Sequence[Token], language: str) -> bool:
    return language == "en" and len(tokens) > 3 and tokens[0].text in ("how", "what", "where")


def _parts(tokens: Sequence[Token], language: str) -> list[tuple[Token, ...]]:
    found: list[tuple[Token, ...]] = []
    begin = 0
    for i, token in enumerate(tokens):
        mark = token.kind is Kind.MARK and token.text in ",():-"
        joint = token.text in _JOINTS[language] and i > begin
        behind = tokens[i + 1].text if i + 1 < len(tokens) else ""
        joint = joint or (token.text == "that" and i > begin and behind in _SUBJECT_ME)
        if mark or joint:
            if i > begin:
                found.append(tuple(tokens[begin:i]))
            begin = i + 1 if mark else i
    if begin < len(tokens):
        found.append(tuple(tokens[begin:]))
    return found


def _clause(
    tokens: tuple[Token, ...],
    book: Lexicon,
    language: str,
    asks: bool,
    sentence: int,
    before: Clause | None,
) -> Clause:
    words = tuple(word_of(token, book, language) for token in tokens)
    marked = _phrases(tokens, words, book)
    mine = any(token.text in _ME[language] for token in tokens)
    others = second = animal = False
    if language == "pl":
        owned = {cue.start - 1 for cue in marked.cues if cue.name == "people"}
        mine = any(
            token.text in _ME[language] and not (i in owned and token.text.startswith("moj"))
            for i, token in enumerate(tokens)
        )
        mine = mine or any(_signed(word, "1") for word in words) or _past_mine(tokens)
        second = any(_signed(word, "2") for word in words)
        named = [cue for cue in marked.cues if cue.name == "people"]
        subject = any(
            _is_subject(words[cue.start], tokens[cue.start])
            and not (cue.start and tokens[cue.start - 1].text in _PREPOSITIONS)
            for cue in named
        )
        subject = subject or any(token.text == "ona" for token in tokens)
        animal = not mine and any(
            cue.name == "animals" and _is_subject(words[cue.start], tokens[cue.start])
            for cue in marked.cues
        )
        third = any(_signed(word, "3") for word in words)
        others = not mine and (subject or (third and before is not None and before.others))
    else:
        others = _others_en(tokens, marked, "people")
        animal = _others_en(tokens, marked, "animals")
        second = not mine or any(
            tokens[i].text in ("can", "could", "please", "help") for i in range(min(2, len(tokens)))
        )
        if before is not None and before.others and not mine:
            others = True
        mine = (mine or (not others and _dropped(tokens))) and not others
        second = second or _told_to(tokens, marked)
    return Clause(
        tokens=tokens,
        words=words,
        cues=tuple(marked.cues),
        topics=tuple(marked.topics),
        mine=mine,
        others=others,
        asks=asks,
        sentence=sentence,
        second=second,
        animal=animal,
    )


def _dropped(tokens: Sequence[Token]) -> bool:
    """Whether the I of a past is left out: `Skipped lunch again`, `Ate the whole bar`."""
    first = tokens[0].text
    return first in _PAST or (len(first) > 4 and first.endswith("ed") and first not in _NO_PAST)


_PAST = wordset(
    "ate had went forgot drank spent slept ran blew woke fell lost did got took gave came stayed"
    " smoked bought overate binged"
)
_NO_PAST = wordset("exceed proceed succeed indeed speed bleed breed weed seed")


def _told_to(tokens: Sequence[Token], marked: _Marked) -> bool:
    """Whether the clause opens with what is to be done: `keep track of how long I play`."""
    begin = 1 if tokens[0].text in ("please", "hey", "just", "then") else 0
    return any(
        cue.start == begin and cue.name == "track" and tokens[begin].text in _BIDDEN
        for cue in marked.cues
    )


_BIDDEN = wordset("keep track log record note count monitor measure write chart tally document")


_PREPOSITIONS = wordset("na o do od z ze dla przez przy u w za po")
"""`krzyczę na dzieci`: who stands behind one of these does nothing."""


def _signed(word: Word | None, sign: str) -> bool:
    return word is not None and word.signs == {sign}


def _past_mine(tokens: Sequence[Token]) -> bool:
    """Whether a word ends as a past form of the first person does: -łam, -łem, -abym."""
    return any(len(t.text) > 4 and t.text.endswith(("lam", "lem", "bym")) for t in tokens)


def _is_subject(word: Word | None, token: Token) -> bool:
    return word is None or "n" in word.signs or token.text in ("wszyscy", "kazdy", "ktos")


def _others_en(tokens: Sequence[Token], marked: _Marked, who: str) -> bool:
    """Whether the clause's subject is one of `who`: named before any I and any verb."""
    if any(token.text in _HIS for token in tokens[:1]):
        return True
    verbs = ("forget", "skip", "want", "track", "make", "remind", "compute", "less")
    for i, token in enumerate(tokens):
        if token.text in _SUBJECT_ME:
            return False
        if token.text in _SOMEBODY_DOES and i:
            return who == "people" and not any(other.text in _ME["en"] for other in tokens)
        if any(cue.start == i and cue.name in verbs for cue in marked.cues):
            return False
        if any(one.start == i and one.role is Role.ACT for one in marked.topics):
            return False
        if any(cue.start == i and cue.name == who for cue in marked.cues):
            return not any(other.text == "me" for other in tokens)
    return False


def word_of(token: Token, book: Lexicon, language: str) -> Word | None:
    """What the token's form can be; a slip of one letter in a long word is forgiven."""
    if token.kind is not Kind.WORD:
        return None
    text = token.text
    if language == "en" and text in _NOT:
        able = text.startswith(("can", "could"))
        return Word(frozenset({"not", "cannot"} if able else {"not"}), frozenset())
    if language == "en" and text.endswith("'s"):
        text = text[:-2]
        if text in ("dog", "cat"):
            return book.forms.get(text)
        if text not in ("he", "she", "everyone", "someone"):
            return None
    found = book.forms.get(text)
    if found is None and len(text) >= 6:
        found = next((book.forms[near] for near in _near(text) if near in book.forms), None)
    return found


def _near(text: str) -> list[str]:
    """Forms one slip away: two letters swapped, one dropped, one doubled."""
    swapped = [
        text[:i] + text[i + 1] + text[i] + text[i + 2 :]
        for i in range(len(text) - 1)
        if text[i] != text[i + 1]
    ]
    without = [text[:i] + text[i + 1 :] for i in range(1, len(text)) if len(text) > 6]
    letters = "abcdefghijklmnopqrstuvwxyz" if len(text) >= 7 else ""
    more = [text[:i] + letter + text[i:] for i in range(1, len(text)) for letter in letters]
    return swapped + without + more


def _phrases(tokens: Sequence[Token], words: Sequence[Word | None], book: Lexicon) -> _Marked:
    marked = _Marked()
    for i, token in enumerate(tokens):
        word = words[i]
        firsts = ["=" + token.text, *(sorted(word.lemmas) if word else ())]
        for first in firsts:
            for items, meaning in book.phrases.get(first, ()):
                end = _matched(items, i, tokens, words)
                if end is None:
                    continue
                if isinstance(meaning, str):
                    marked.cues.append(Cue(meaning, i, end))
                else:
                    marked.topics.append(Topic(*meaning, i, end))
    return marked


def _matched(
    items: Sequence[str], i: int, tokens: Sequence[Token], words: Sequence[Word | None]
) -> int | None:
    """The index behind the phrase that starts at `i`, or None."""
    at = i + 1
    for item in items[1:]:
        for j in range(at, min(at + GAP_MAX + 1, len(tokens))):
            word = words[j]
            if tokens[j].text == item[1:] if item[0] == "=" else word and item in word.lemmas:
                at = j + 1
                break
        else:
            return None
    return at
