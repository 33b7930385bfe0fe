"""Short answers that stand alone on the first line: yes and no with a code, stop, start."""

from collections.abc import Sequence

from exoskull.language.model import Act, Approve, Language, Reject, Resume, SmallTalk, Stop, Undo
from exoskull.language.tokens import Kind, Phrases, Token, phrases
from exoskull.language.wordset import wordset

_ANSWERS: Phrases[str] = phrases(
    (
        "yes",
        "tak | yes | yep | yeah | yup | y | t | approve | approved | i approve | akceptuje |"
        " zatwierdzam | zgadzam sie | potwierdzam | zgoda | tak prosze | tak poprosze | tak zrob"
        " to | tak jasne | tak ok | tak zgoda | tak zgadzam sie | yes please | yes do it | yes ok"
        " | yes sure | do it | zrob to | confirm | confirmed | accept | accepted | i agree |"
        " agreed | tak dziekuje | yes thanks | yes thank you | tak chetnie | go ahead | yes go"
        " ahead | no jasne | zatwierdz | tak tak | pewnie ze tak | oczywiscie | of course | jasne"
        " ze tak",
    ),
    (
        "no",
        "nie | n | nope | nah | nie dziekuje | nie dzieki | nie zgadzam sie | odrzucam | odrzuc |"
        " reject | rejected | i reject | decline | deny | no thanks | no thank you | no way | nie"
        " rob tego | don't do it | do not do it | nie nie | nie zgoda | nie teraz nie | no don't"
        " | nie trzeba | nie potrzeba | not now | nie teraz | no sorry | nie prosze | w zadnym"
        " razie",
    ),
    ("no?", "no"),
    ("ok", "ok | okej | okay | oki | okey"),
    (
        "stop",
        "stop | koniec | unsubscribe | stopall | stop all | wypisz mnie | quit | end | opt out |"
        " optout | wypisuje sie | rezygnuje | stop stop | stop stop stop | unsubscribe me |"
        " koniec koniec",
    ),
    (
        "resume",
        "start | resume | wznow | wznawiam | unpause | unstop | mozesz pisac | mozesz juz pisac |"
        " mozesz znowu pisac | mozesz do mnie pisac | mozesz juz do mnie pisac | pisz | pisz do"
        " mnie | mozesz znow pisac | pisz dalej | wroc | wracaj | you can write again | you may"
        " write again | you can message me again | you can text me again | you can message me |"
        " start again | write to me again | text me again | message me again | wznow wiadomosci |"
        " resume messages | koniec pauzy | mozesz znowu do mnie pisac | mozesz pisac do mnie |"
        " odpauzuj | wylacz pauze | zakoncz pauze | end pause | end the pause | stop pause |"
        " start pisz | mozesz znow do mnie pisac | odwolaj pauze | you can start messaging me"
        " again | pisz znowu | you can write to me again | you can write",
    ),
    (
        "undo",
        "cofnij | cofnij to | undo | undo that | undo it | odwolaj to | odwolaj | anuluj | anuluj"
        " to | cancel | cancel that | cancel it | wycofaj | wycofaj to | take it back | take that"
        " back | pomylka | to pomylka | pomylilam sie | pomylilem sie | skasuj to | usun to |"
        " delete that | delete it | remove that | that was a mistake | it was a mistake | my"
        " mistake | cofnij ostatnie | cofnij ostatni wpis | usun ostatni wpis | undo last | undo"
        " the last one | undo the last | cofnij ostatnia zmiane | revert | revert that | oops"
        " undo | ups cofnij | jednak nie cofnij | scratch that | cofnij prosze | prosze cofnij |"
        " please undo | undo please | please undo that | odwolaj ostatnie | skasuj ostatni wpis |"
        " nie to cofnij",
    ),
)


def answer(line: Sequence[Token], language: Language) -> Act | None:
    """The act of a line that is nothing but a short answer, with or without a code; else None.

    A Polish speaker's bare "no" is "well, yes" as often as "no": it approves and rejects nothing.
    """
    words = [token for token in line if token.kind is not Kind.MARK]
    code, rest = _code(words)
    found = _ANSWERS.whole(rest) or _said_twice(rest) or _in_other_words(rest)
    if found == "yes" or (found == "ok" and code):
        return Approve(code=code)
    if found == "no" or (found == "no?" and (code or language is Language.EN)):
        return Reject(code=code)
    if found in ("ok", "no?"):
        return SmallTalk(kind="ok")
    if code is not None:
        return None
    if found == "stop":
        return Stop()
    if found == "resume":
        return Resume()
    return Undo() if found == "undo" else None


def _said_twice(words: Sequence[Token]) -> str | None:
    """`tak, zatwierdzam`, `no, reject`: answers that agree."""
    kinds: set[str] = set()
    i = 0
    while i < len(words):
        if words[i].text in _POLITE:
            i += 1
            continue
        found = _ANSWERS.at(words, i)
        if found is None:
            return None
        kinds.add(found[0])
        i = found[1]
    if kinds - {"ok"} == {"yes"} or kinds - {"no?"} == {"no"}:
        return (kinds - {"ok", "no?"}).pop()
    return None


def _in_other_words(words: Sequence[Token]) -> str | None:
    """`już możesz do mnie pisać`, `cofnij ostatnią akcję`: the words in any order."""
    said = {word.text for word in words}
    if said & _MAY and said & _WRITE and said <= _MAY | _WRITE | _AGAIN:
        return "resume"
    if words and words[0].text in _BACK and said <= _BACK | _LAST:
        return "undo"
    return None


_POLITE = wordset("dziekuje dzieki please prosze poprosze thanks")
_MAY = wordset("mozesz can may mozecie")
_WRITE = wordset("pisac napisac write text message wysylac")
_AGAIN = wordset(
    "juz znowu znow do mnie mi you to me again now ok no wiadomosci messages dalej dzis teraz"
)
_BACK = wordset("cofnij undo odwolaj anuluj wycofaj revert usun skasuj delete remove cancel")
_LAST = wordset(
    "ostatnia ostatni ostatnie ostatnio akcje wpis zmiane to the last one entry action thing that"
    " it my please prosze ok measure pomiar"
)


def _code(words: list[Token]) -> tuple[str | None, list[Token]]:
    """A code of 3 to 8 digits behind (or before) the answer, and the words without it."""
    for i in (len(words) - 1, 0):
        if 0 <= i < len(words) and len(words) > 1:
            digits = words[i].text
            if words[i].kind is Kind.NUMBER and digits.isdecimal() and 3 <= len(digits) <= 8:
                rest = [word for j, word in enumerate(words) if j != i]
                named = ("kod", "code", "nr", "numer", "number")
                return digits, [word for word in rest if word.text not in named]
    return None, words
