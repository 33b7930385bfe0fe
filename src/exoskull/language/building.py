"""Asking for an app: `zrób mi tracker wydatków`, `build an app to track my reading`."""

from collections.abc import Sequence

from exoskull.language.model import BuildApp
from exoskull.language.titles import title_of
from exoskull.language.tokens import Kind, Phrases, Token, phrases
from exoskull.language.wordset import wordset

_MAKE: Phrases[bool] = phrases(
    (
        True,
        "zrob | stworz | zbuduj | przygotuj | utworz | dodaj | daj | zaloz | wygeneruj | zrobisz |"
        " stworzysz | zbudujesz | potrzebuje | chce | chcialabym | chcialbym | poprosze |"
        " mozesz zrobic | mozesz stworzyc | mozesz zbudowac | moglbys zrobic | moglabys zrobic |"
        " moglbys stworzyc | przydalby mi sie | przydalaby mi sie | przyda mi sie | chce miec |"
        " chcialabym miec | chcialbym miec | make | build | create | set up | add | give | i need"
        " | i want | i'd like | i would like | i want to have | i could use | can you make | can"
        " you build | can you create | could you make | could you build | could you create | can i"
        " have | can i get | start | set me up with",
    ),
)
_THING = wordset(
    "tracker trackera trackery aplikacje aplikacja aplikacji apke apka apki appke appka appki app"
    " apps dzienniczek dzienniczka dziennik dziennika licznik licznika rejestr rejestru log logbook"
    " diary journal counter kalkulator kalkulatora przelicznik calculator converter"
)
_BEFORE = wordset(
    "prosze please to no hej hey ok a i czy mozesz moglbys moglabys so wiec and also tez jeszcze"
    " now teraz , hi czesc exoskull"
)
_AROUND = wordset(
    "mi me dla mnie for us nam sobie sie a an the new nowy nowa nowe nowa my moj moja moje mojego"
    " mojej moich swoj swojego jakis jakas jakies some prosty prosta simple maly mala small little"
    " prosze please , of do na od to o w with from where that which ktory ktora ktore gdzie bedzie"
    " bede i could can would will moge moglabym moglbym zeby abym jaka jaki type kind"
)
_TRACK = wordset(
    "sledzenia sledzil sledzila sledzic sledzenie zapisywania zapisywac zapisywal zapisywala"
    " notowania notowac liczenia liczyc liczyl liczyla kontroli kontrolowania kontrolowac"
    " monitorowania monitorowac pilnowania pilnowac mierzenia mierzyc track tracks tracking log"
    " logs logging record records recording count counts counting monitor monitoring measure"
    " measuring keep note write down"
)
_OTHER = wordset("zadanie task przypomnienie reminder cel goal wpis entry notatke note liste list")
_VERBS = wordset("log journal")
_BEFORE_VERB = wordset("to just simply really always start better i")
"""`I want to log my mood` tells of a need; `I want a mood log` asks for an app."""
_WITHIN = 7
"""Tokens that may stand between the verb and the thing."""


def read_app(tokens: Sequence[Token], text: str) -> BuildApp | None:
    """The wish for an app that a sentence is, or None.

    The verb opens the sentence, but for words of politeness, and the thing follows close behind:
    `przypomnij mi zrobić tracker` and `nie rób trackera` are none.
    """
    begin = 0
    while begin < len(tokens) and tokens[begin].text in _BEFORE and not _MAKE.at(tokens, begin):
        begin += 1
    made = _MAKE.at(tokens, begin)
    if made is None:
        return None
    thing = _thing(tokens, made[1])
    if thing is None:
        return None
    drop = set(range(made[1])) | {thing}
    for i in range(made[1], len(tokens)):
        word = tokens[i].text
        if word in _TRACK or (word in _AROUND and _loose(tokens, i, drop, thing)):
            drop.add(i)
        elif i > thing and tokens[i].kind is Kind.MARK:
            break
    kept = [i for i in range(made[1], len(tokens)) if i not in drop]
    end = kept[-1] + 1 if kept else made[1]
    subject = title_of(text, tokens[made[1] : end], {i - made[1] for i in drop if i >= made[1]})
    if tokens[thing].text.startswith(("kalkulator", "przelicznik", "calculator", "converter")):
        subject = f"{text[tokens[thing].start : tokens[thing].end]} {subject}".strip()
    return BuildApp(subject=subject)


def _thing(tokens: Sequence[Token], begin: int) -> int | None:
    """The index of the word for an app: close behind the verb, and not what is to be logged."""
    for i in range(begin, min(len(tokens), begin + _WITHIN)):
        if tokens[i].text in _THING and not (
            tokens[i].text in _VERBS and i and tokens[i - 1].text in _BEFORE_VERB
        ):
            return i
        if tokens[i].text in _OTHER or (tokens[i].kind is not Kind.WORD and tokens[i].text != ","):
            return None
    return None


def _loose(tokens: Sequence[Token], i: int, drop: set[int], thing: int) -> bool:
    """Whether a small word belongs to the wish and not to its subject: it stands before the
    subject's first word, or between verb and thing."""
    return all(j in drop for j in range(i)) or (i < thing and i + 1 == thing)
