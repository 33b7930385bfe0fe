"""Tasks: to be done, and done."""

from collections.abc import Sequence
from datetime import datetime

from exoskull.language.model import FinishTask, MakeTask
from exoskull.language.titles import capitalised, title_of
from exoskull.language.tokens import Kind, Phrases, Token, phrases
from exoskull.language.units import UNITS
from exoskull.language.when import due_day, find_when
from exoskull.language.wordset import wordset

ADD_TASK: Phrases[bool] = phrases(
    (
        True,
        "dodaj zadanie | dodaj nowe zadanie | nowe zadanie | zadanie | dodaj do listy | dopisz do listy"
        " | dodaj do zadan | dopisz zadanie | zapisz zadanie | wpisz zadanie | dodaj do listy zadan"
        " | utworz zadanie | stworz zadanie | zrob zadanie | dodaj mi zadanie | dodaj task | do zrobienia"
        " | dopisz do listy zadan | dorzuc zadanie | dopisz | add task | add a task | add new task"
        " | new task | task | todo | to do | to - do | add to my list | add to the list | add to my todo"
        " | add todo | add a todo | create task | create a task | make a task | add to my tasks"
        " | add to my to do list | add to do | put on my list | note to self | add a new task"
        " | dodaj do mojej listy | wpisz na liste | zapisz na liscie | add to list",
    ),
)
MUST: Phrases[bool] = phrases(
    (
        True,
        "musze | powinnam | powinienem | trzeba | mam do zrobienia | nie moge zapomniec | i need to"
        " | i have to | i must | i should | i've got to | i gotta | need to | have to | i ought to"
        " | gotta | i need | musimy | i mustn't forget to | i can't forget to | must | i got to",
    ),
)
_NOT_A_TASK = wordset(
    "przyznac powiedziec byc wiedziec pamietac admit say tell confess be know think wiecej "
    "mniej more less lepiej better isc pojsc sie spac sleep rest odpoczac przestac stop "
    "schudnac lose see pogodzic zaczac start przyzwyczaic"
)
_EVERY = wordset("wszystko wszystkie everything all")
_FINISH: Phrases[str] = phrases(
    (
        "title",
        "zrobione | gotowe | zalatwione | ukonczone | odhacz | odfajkuj | skresl | skonczone | zakonczone"
        " | wykonane | odhaczone | done | finished | completed | check off | tick off | cross off"
        " | mark off | i finished | i've finished | i completed | i'm done with | done with | i did"
        " | i've done | just finished | just did | all done | i am done with | finished with | complete"
        " | mark | oznacz | mark as done | i've completed | i just finished | i just did | just completed"
        " | zrobilam | zrobilem | skonczylam | skonczylem | zalatwilam | zalatwilem | ukonczylam"
        " | ukonczylem | wykonalam | wykonalem | juz zrobilam | juz zrobilem | ogarnelam | ogarnalem"
        " | everything done | wszystko zrobione | zakoncz zadanie | odhacz zadanie | zamknij zadanie"
        " | zrobilam juz | zrobilem juz | zrobilam dzis | i have finished | i have done | got done"
        " | task done | zadanie zrobione | zadanie wykonane | done and dusted | check | zrobiona"
        " | zrobiony | mark task | complete task | finish task | finish | close task | close",
    ),
)
_DONE_WORDS = wordset(
    "zrobione zrobiona zrobiony zrobiono gotowe gotowy gotowa zalatwione zalatwiona "
    "zalatwiony ukonczone skonczone done finished completed wykonane odhaczone ogarniete "
    "zakonczone wykonana ready odebrane"
)
_FILL = wordset(
    "ok no juz hej to task zadanie jako as off is are jest sa has have been was zostalo "
    "zostaly i've i a the my just yay mam i'm already : - , zadania tasks super dzis dzisiaj "
    "today na please prosze now teraz finally wreszcie also tez"
)
_THE = wordset("the my zadanie task tez also juz already as jako with : - to")


def read_task(
    clause: Sequence[Token], start: int, text: str, at: datetime, polish: bool
) -> MakeTask | None:
    """The task of a clause whose call ("dodaj zadanie", "muszę") starts at `start`."""
    if listed := _listed(clause, start, text, at, polish):
        return listed
    found = ADD_TASK.at(clause, start)
    asked = found is not None
    if found is None:
        found = MUST.at(clause, start)
    if found is None:
        return None
    end = found[1]
    when = find_when(clause, at, polish=polish)
    drop = set(range(start, end))
    for begin, stop in when.spans:
        only_clock = all(
            token.kind is not Kind.WORD or not token.text for token in clause[begin:stop]
        )
        if when.clock is None or not _is_clock(clause, begin, stop, at, polish) or only_clock:
            drop |= set(range(begin, stop))
    rest = [clause[i] for i in range(end, len(clause)) if i not in drop]
    if not asked and not _is_deed(rest, polish):
        return None
    title = title_of(text, clause, drop | set(range(start)), leading=_TITLE_LEADING)
    if not title:
        return None
    return MakeTask(title=capitalised(title), due=due_day(when, at))


_TITLE_LEADING = wordset(
    "zeby zebym aby ze to that prosze please mi me i a and : for tez also jeszcze jutro still "
    "of really tak"
)


_ON_THE_LIST: Phrases[bool] = phrases(
    (
        True,
        "do listy | na liste | do zadan | to my list | to the list | to my todo | to my todo list"
        " | to my to do list | on my list | on the list | to my tasks | to my task list | do mojej listy"
        " | do listy zadan | do listy zakupow | to my shopping list | to the shopping list"
        " | na liste zadan | na liste zakupow | to my todos | do moich zadan",
    ),
)


def _listed(
    clause: Sequence[Token], start: int, text: str, at: datetime, polish: bool
) -> MakeTask | None:
    """`add "buy stamps" to my list`, `dodaj jajka do listy zakupów`."""
    if clause[start].text not in LISTING:
        return None
    found = _ON_THE_LIST.first(clause[start + 2 :])
    if found is None:
        return None
    body = clause[start + 1 : start + 2 + found[1]]
    title = title_of(text, body, leading=_TITLE_LEADING)
    due = due_day(find_when(clause, at, polish=polish), at)
    return MakeTask(title=capitalised(title), due=due) if title else None


LISTING = wordset("add put dodaj dopisz wpisz dorzuc wrzuc")
"""Verbs that may put something on a list."""


def _is_clock(clause: Sequence[Token], begin: int, stop: int, at: datetime, polish: bool) -> bool:
    """Whether a span names an hour, which a task's day cannot hold: it stays in the title."""
    alone = find_when(clause[begin:stop], at, polish=polish)
    return alone.clock is not None and alone.day is None


_PRONOUNS = wordset("to tego go ja je ich sobie sie it that this them something cos")


def _is_deed(rest: Sequence[Token], polish: bool) -> bool:
    """Whether what must be done is one thing to do, not a resolution or a figure of speech."""
    words = [token.text for token in rest if token.kind is Kind.WORD]
    if len([word for word in words if word not in _PRONOUNS]) < (1 if polish else 2):
        return False
    if len(words) > 1 and len([word for word in words if word not in _PRONOUNS]) == 1:
        return False
    if not words or any(word in _NOT_A_TASK for word in words[:3]):
        return False
    if not polish:
        return True
    return any(word.endswith(("c", "sc")) and len(word) > 2 for word in words[:3])


def read_finished(sentence: Sequence[Token], text: str) -> FinishTask | None:
    """`zrobione`, `zrobiłam pranie`, `done: dishes`, `pranie zrobione`; None for anything else."""
    words = [token for token in sentence if token.kind is Kind.WORD]
    if not words or any(token.text in ("nie", "not", "didn't", "haven't") for token in words):
        return None
    whole = {token.text for token in words}
    if whole & _EVERY and whole <= _EVERY | _DONE_WORDS | _FILL | _DID:
        if whole & (_DONE_WORDS | _DID):
            return FinishTask(title=None, every=True)
    if whole <= _DONE_WORDS | _FILL and whole & _DONE_WORDS:
        return FinishTask(title=None)
    found = _FINISH.first(sentence)
    if found is not None and all(
        token.text in _FILL or token.kind is Kind.MARK for token in sentence[: found[1]]
    ):
        rest = list(sentence[found[2] :])
        if sentence[found[1]].text in ("mark", "oznacz") and not (
            {t.text for t in rest} & _DONE_WORDS
        ):
            return None
        while rest and rest[-1].text in _DONE_WORDS | {"as", "jako", "off", "."}:
            rest.pop()
        title = title_of(text, rest, leading=_THE)
        if all(token.text in _PRONOUNS for token in rest):
            return FinishTask(title=None)
        if title and len(rest) <= 14 and _names_something(rest):
            return FinishTask(title=title)
        return None
    if words[-1].text in _DONE_WORDS and 1 < len(words) <= 10 and sentence[-1] is words[-1]:
        title = title_of(text, sentence[:-1], leading=_THE)
        while title.rsplit(" ", 1)[-1].lower() in (
            "is",
            "are",
            "jest",
            "są",
            "już",
            "już",
            "mam",
            "juz",
        ):
            title = title.rsplit(" ", 1)[0] if " " in title else ""
        if title and _names_something(sentence[:-1]):
            return FinishTask(title=title)
    return None


def _names_something(tokens: Sequence[Token]) -> bool:
    """Whether there is more than numbers and units."""
    return any(
        token.kind is Kind.WORD and token.text not in UNITS and token.text not in _FILL
        for token in tokens
    )


TICKS = wordset("odhacz odfajkuj skresl mark check tick oznacz done zrobione gotowe finished cross")
"""Words that order a task ticked off, whatever form the task is named in."""
DONE_WORDS = _DONE_WORDS


_DID = wordset("zrobilam zrobilem did finished skonczylam skonczylem odhacz completed")
