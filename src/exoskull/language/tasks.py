"""Tasks to be done."""

from collections.abc import Sequence

from exoskull.language.context import Context
from exoskull.language.model import MakeTask
from exoskull.language.titles import capitalised, title_of
from exoskull.language.tokens import Kind, Phrases, Token, phrases
from exoskull.language.when import due_day, find_when
from exoskull.language.wordset import wordset

ADD_TASK: Phrases[bool] = phrases(
    (
        True,
        "dopisz do zakupow | dopisz mi do zakupow | dodaj do zakupow | dopisz mi do listy | dodaj"
        " mi do listy | dodaj do listy zakupow | dodaj zadanie | dodaj nowe zadanie | nowe"
        " zadanie | zadanie | dodaj do listy | dopisz do listy | dodaj do zadan | dopisz zadanie"
        " | zapisz zadanie | wpisz zadanie | dodaj do listy zadan | utworz zadanie | stworz"
        " zadanie | zrob zadanie | dodaj mi zadanie | dodaj task | do zrobienia | dopisz do listy"
        " zadan | dorzuc zadanie | dopisz | add task | add a task | add new task | new task |"
        " task | todo | to do | to - do | add to my list | add to the list | add to my todo | add"
        " todo | add a todo | create task | create a task | make a task | add to my tasks | add"
        " to my to do list | add to do | put on my list | note to self | add a new task | dodaj"
        " do mojej listy | wpisz na liste | zapisz na liscie | add to list",
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
_ON_THE_LIST: Phrases[bool] = phrases(
    (
        True,
        "do listy | na liste | do zadan | to my list | to the list | to my todo | to my todo list"
        " | to my to do list | on my list | on the list | to my tasks | to my task list | do"
        " mojej listy | do listy zadan | do listy zakupow | to my shopping list | to the shopping"
        " list | na liste zadan | na liste zakupow | to my todos | do moich zadan",
    ),
)


def read_task(clause: Sequence[Token], start: int, ctx: Context) -> MakeTask | None:
    """The task of a clause whose call ("dodaj zadanie", "muszę") starts at `start`.

    A day it names becomes the due day; an hour, which that cannot hold, stays in the title.
    """
    if listed := _listed(clause, start, ctx):
        return listed
    found = ADD_TASK.at(clause, start)
    asked = found is not None
    if found is None:
        found = MUST.at(clause, start)
    if found is None:
        return None
    when = find_when(clause, ctx.at, polish=ctx.polish)
    drop = set(range(found[1]))
    for begin, end in when.spans:
        if not _is_hour(clause[begin:end], ctx):
            drop |= set(range(begin, end))
    rest = [clause[i] for i in range(found[1], len(clause)) if i not in drop]
    if not asked and not _is_deed(rest, ctx.polish):
        return None
    title = title_of(ctx.text, clause, drop, leading=_LEADING)
    return MakeTask(title=capitalised(title), due=due_day(when, ctx.at)) if title else None


def _is_hour(tokens: Sequence[Token], ctx: Context) -> bool:
    alone = find_when(tokens, ctx.at, polish=ctx.polish)
    return alone.clock is not None and alone.day is None


def _listed(clause: Sequence[Token], start: int, ctx: Context) -> MakeTask | None:
    """`add "buy stamps" to my list`, `dodaj jajka do listy zakupów`."""
    if not puts_on_a_list(clause, start):
        return None
    found = _ON_THE_LIST.first(clause[start + 2 :])
    if found is None:
        return None
    title = title_of(ctx.text, clause[start + 1 : start + 2 + found[1]], leading=_LEADING)
    due = due_day(find_when(clause, ctx.at, polish=ctx.polish), ctx.at)
    return MakeTask(title=capitalised(title), due=due) if title else None


def puts_on_a_list(clause: Sequence[Token], i: int) -> bool:
    """Whether `add ... to my list`, `dodaj ... do listy` starts at token `i`."""
    return clause[i].text in _PUT and _ON_THE_LIST.first(clause[i + 2 :]) is not None


def _is_deed(rest: Sequence[Token], polish: bool) -> bool:
    """Whether what must be done is one thing to do, not a resolution or a figure of speech."""
    words = [token.text for token in rest if token.kind is Kind.WORD]
    named = [word for word in words if word not in _PRONOUNS]
    if not named or (len(named) == 1 and (len(words) > 1 or not polish)):
        return False
    if any(word in _NOT_A_TASK for word in words[:6]):
        return False
    return not polish or any(word.endswith("c") and len(word) > 2 for word in words[:6])


_PRONOUNS = wordset("to tego go ja je ich sobie sie it that this them something cos")
_PUT = wordset("add put dodaj dopisz wpisz dorzuc wrzuc")
_LEADING = wordset(
    "zeby zebym aby ze to that prosze please mi me i a and : for tez also jeszcze jutro still of"
    " really tak"
)
