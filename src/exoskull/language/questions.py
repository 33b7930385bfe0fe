"""Questions the product answers: why did you do that, how am I doing."""

from collections.abc import Sequence
from datetime import datetime

from exoskull.language.model import AskStatus, AskWhy
from exoskull.language.tokens import Kind, Phrases, Token, phrases
from exoskull.language.topics import NOUNS, TOPICS
from exoskull.language.units import UNITS, Dimension
from exoskull.language.verbs import ENGLISH, verb_at
from exoskull.language.when import find_when
from exoskull.language.wordset import wordset

_WHY: Phrases[str] = phrases(
    (
        "why",
        "dlaczego | czemu | why | po co | z jakiego powodu | skad | how come | what for | na jakiej"
        " podstawie | z jakiej racji | what made you",
    ),
)
_OF_THE_SYSTEM = wordset(
    "to ten ta tego wiadomosc wiadomosci sms smsa sms-a mail maila powiadomienie "
    "przypomnienie mi do mnie teraz znowu akurat wlasnie you your this that message text "
    "email notification it me now so ty tak wiesz masz"
)
_WHY_FILLERS = wordset(
    "te dostalam dostalem otrzymalam otrzymalem get got getting receive received "
    "wczoraj dzis dzisiaj rano wieczorem did do are were have was is the a at in w o i znow "
    "tyle yesterday today again just wlasciwie tak morning evening tamto jeszcze pisze "
    "piszesz"
)
_STATUS: Phrases[bool] = phrases(
    (
        True,
        "am i on track | are my goals on track | czy jestem na dobrej drodze | jak mi idzie | jak"
        " idzie | jak mi poszlo | jak stoje | status | podsumowanie | podsumuj | co dalej | co"
        " dzis | co dzisiaj | co na dzis | co mam jutro | co ja mam jutro | co ja mam dzis | co"
        " mam dzis | co mam dzisiaj | jaki plan | jaki mam plan | plan na dzis | plan na dzisiaj"
        " | plan | postepy | postep | moje cele | jakie mam cele | jakie mam zadania | moje"
        " zadania | lista zadan | pokaz cele | pokaz zadania | how am i doing | how's it going |"
        " how is it going | what's next | what next | summary | progress | my goals | my tasks |"
        " what's the plan | what is the plan | how did i do | what's planned | what is planned |"
        " what's on today | what do i have today | show my goals | show my tasks | show me my"
        " progress | show progress | my progress | moje postepy | co mam zaplanowane | co"
        " zaplanowane | co jest zaplanowane | jak wygladaja moje cele | jak moje cele | where do"
        " i stand | how am i going | how far am i | co u mnie | status report | give me a summary"
        " | daj podsumowanie | raport | report | jak stoja cele | what is next | co teraz | what"
        " now | co mam robic | co mam zrobic | what should i do today | list tasks | list goals |"
        " what are my goals | what are my tasks | jak mi szlo | jak moje postepy | jak z moim |"
        " jak z moja | jak wyglada moj | jak wyglada moja | how's my | how is my | show me my |"
        " pokaz moje | pokaz moj | ile mi zostalo | how much is left | jak moj | jak moja | how"
        " are my goals | co zostalo | what's left | what is left | jak tam moje | jak tam moj",
    ),
)
_HOW_MUCH = phrases(
    (
        True,
        "ile | jak duzo | jak dlugo | how much | how many | how far | how long | ile razy | did i"
        " | czy | have i | jaka | jaki | jakie | what's my | what is my | what was my | jak czesto"
        " | how often",
    ),
)
_SUBJECT_FILLERS = wordset(
    "planie plan tydzien dzien miesiac day zaplanowane zaplanowanego planned zrobienia "
    "z ze w with on my moj moja moje moim mojej the in of about at today dzis dzisiaj this "
    "week tym tygodniu tygodnia miesiacu month far so a an goal goals cel celem cele celu do "
    "na dnia report jak idzie mi wyglada wygladaja yesterday wczoraj juz teraz now and i "
    "tasks zadania"
)


def ask_why(sentence: Sequence[Token], at: datetime, asks: bool, polish: bool) -> AskWhy | None:
    """`Dlaczego do mnie wczoraj napisałeś?`, `why?`; None for other questions of why."""
    found = _WHY.first(sentence)
    if found is None or found[1] > 3:
        return None
    start, end = found[1], found[2]
    rest = [token for token in sentence[end:] if token.kind is Kind.WORD]
    when = find_when(sentence[end:], at, polish=polish, past=True)
    day = when.day.day if when.day else None
    if not rest or (asks and when and all(when.covers(i) for i in range(len(rest)))):
        return AskWhy(about_day=day)
    if sentence[start].text == "skad":
        direct = rest[0].text in ("to", "ten", "ta", "wiesz", "ta", "masz")
        return AskWhy(about_day=day) if direct and len(rest) <= 5 else None
    if any(_second_person(token.text) for token in rest):
        return AskWhy(about_day=day)
    known = [t for t in rest if t.text in _OF_THE_SYSTEM or t.text in _WHY_FILLERS]
    if len(known) == len(rest) and any(t.text in _OF_THE_SYSTEM for t in rest):
        return AskWhy(about_day=day)
    return None


_SECOND = wordset(
    "you you're piszesz wysylasz pytasz przypominasz robisz proponujesz you've dzwonisz meczysz"
)


def _second_person(word: str) -> bool:
    """`napisałeś`, `wysłałaś`, `piszesz`, `you`."""
    return word in _SECOND or (len(word) > 5 and word.endswith(("les", "las")))


def ask_status(sentence: Sequence[Token], text: str, asks: bool, polish: bool) -> AskStatus | None:
    """`jak mi idzie bieganie?`, `status`, `ile dziś wypiłam?`; None for anything else."""
    found = _STATUS.first(sentence)
    if found is not None and _only_fillers(sentence[: found[1]]):
        rest = [token for token in sentence[found[2] :] if token.kind is Kind.WORD]
        subject = _subject(sentence[found[2] :], text, polish)
        if subject or all(token.text in _SUBJECT_FILLERS for token in rest):
            return AskStatus(subject=subject)
        if asks or found[2] - found[1] > 1:
            words = [token for token in rest if token.text not in _SUBJECT_FILLERS]
            if len(words) <= 3:
                return AskStatus(subject=" ".join(text[t.start : t.end] for t in words))
        return None
    if any(token.text in _ADVICE for token in sentence):
        return None
    much = _HOW_MUCH.first(sentence)
    if much is not None and _only_fillers(sentence[: much[1]]):
        subject = _subject(sentence[much[2] :], text, polish)
        first = any(
            (verb := verb_at(token.text, polish)) is not None and (verb.person == 1 or verb.english)
            for token in sentence
        )
        mine = first or any(
            token.text in ("my", "moja", "moj", "moje", "mam") for token in sentence
        )
        if subject and mine and (asks or sentence[much[1]].text in ("ile", "how")):
            return AskStatus(subject=subject)
    return None


_ADVICE = wordset("should powinnam powinienem powinno trzeba najlepiej moge can could zdrowo ideal")
"""Words of a question for advice, which no measure answers."""


def _only_fillers(tokens: Sequence[Token]) -> bool:
    fine = _SUBJECT_FILLERS | {
        "no",
        "ok",
        "a",
        "hej",
        "prosze",
        "powiedz",
        "pokaz",
        "tell",
        "me",
        "can",
        "you",
        "so",
        "to",
        "well",
        "daj",
        "please",
        "poprosze",
        "show",
        "give",
    }
    return all(token.kind is Kind.MARK or token.text in fine for token in tokens)


def _subject(tokens: Sequence[Token], text: str, polish: bool) -> str | None:
    """The main metric of the first topic named."""
    for token in tokens:
        if token.text in UNITS and UNITS[token.text].dimension is Dimension.GLASS:
            return TOPICS["water"].main
        if token.text in NOUNS and not (token.text in ENGLISH and ENGLISH[token.text].topic):
            return TOPICS[NOUNS[token.text][0]].main
    for token in tokens:
        verb = verb_at(token.text, polish)
        if verb and verb.topic in TOPICS:
            return "water_glasses" if verb.topic == "drink" else TOPICS[verb.topic].main
    return None
