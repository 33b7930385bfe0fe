"""The built-in reader: a message in, the acts it asks for out. Pure, no model, no network."""

from datetime import datetime

from exoskull.language.answers import answer
from exoskull.language.clauses import Clause, clauses, is_polish
from exoskull.language.custom import read_custom
from exoskull.language.fillers import FILLERS
from exoskull.language.fold import clean, own_lines
from exoskull.language.goals import WANT, is_habit, looks_like_goal, read_goal, wants
from exoskull.language.measures import Measured, read_measures
from exoskull.language.model import (
    Act,
    Language,
    NotUnderstood,
    Remark,
    SetGoal,
    SmallTalk,
    Undo,
    VagueGoal,
)
from exoskull.language.pauses import read_pause
from exoskull.language.questions import ask_status, ask_why
from exoskull.language.reminders import REMIND, read_reminder
from exoskull.language.smalltalk import leading, small_talk
from exoskull.language.stance import CONTRAST, STATED, Status
from exoskull.language.tasks import (
    ADD_TASK,
    DONE_WORDS,
    LISTING,
    MUST,
    TICKS,
    read_finished,
    read_task,
)
from exoskull.language.titles import shortened, words_of
from exoskull.language.tokens import Kind, Sentence, Token, sentences, tokenize
from exoskull.language.topics import NOUNS, TOPICS
from exoskull.language.verbs import verb_at
from exoskull.language.when import find_when
from exoskull.language.wordset import wordset

_MAY_BE_DONE = STATED | {Status.OTHERS, Status.UNRELATED}
MOST_ACTS = 40
"""Acts of one message; what a longer list holds beyond them is not understood."""


def read(text: str, *, language: Language, at: datetime, woman: bool | None = None) -> list[Act]:
    """The acts that `text` asks for, in its order; [] for a message without words or signs.

    Args:
        text: what the person wrote, as it came; only data, never instructions.
        language: the person's; it decides only where a text fits both.
        at: when it was written, aware, in the person's zone.
        woman: the person's grammatical gender where known; no rule needs it yet.
    """
    del woman
    if at.tzinfo is None:
        raise ValueError("`at` must be aware")
    lines = own_lines(clean(text))
    if not lines:
        return []
    first = tokenize(lines[0])
    if (short := answer(first, language)) is not None:
        return [short]
    body = "\n".join(lines)
    acts: list[Act] = []
    for sentence in sentences(tokenize(body)):
        acts += _read_sentence(sentence, body, language, at)
        if len(acts) > MOST_ACTS:
            rest = body[sentence.tokens[-1].end :].strip()
            acts = acts[:MOST_ACTS]
            if rest:
                acts.append(NotUnderstood(text=shortened(rest)))
            break
    return _tidy(acts)


def _tidy(acts: list[Act]) -> list[Act]:
    """Without small talk said twice, and without `ok` beside something real."""
    found: list[Act] = []
    for act in acts:
        if isinstance(act, SmallTalk | Undo) and act in found:
            continue
        found.append(act)
    if len(found) > 1:
        found = [act for act in found if not (isinstance(act, SmallTalk) and act.kind == "ok")]
    return found


def _read_sentence(sentence: Sentence, text: str, language: Language, at: datetime) -> list[Act]:
    tokens = sentence.tokens
    polish = is_polish(tokens, text, language)
    opening: list[Act] = []
    if kind := small_talk(tokens):
        return [SmallTalk(kind=kind)]
    if found := leading(tokens):
        opening.append(SmallTalk(kind=found[0]))
        tokens = tokens[found[1] :]
        while tokens and tokens[0].kind is Kind.MARK and tokens[0].text not in "$€£-":
            tokens = tokens[1:]
        if not tokens:
            return opening
    whole = _whole_sentence(Sentence(tokens, sentence.asks), text, at, polish)
    if whole is not None:
        return opening + [whole]
    found = _read_clauses(tokens, sentence.asks, text, language, at, polish, beside=bool(opening))
    return opening + found


def _whole_sentence(sentence: Sentence, text: str, at: datetime, polish: bool) -> Act | None:
    """Acts that take a whole sentence: questions, pauses, answers further down."""
    tokens = sentence.tokens
    if kind := small_talk(tokens):
        return SmallTalk(kind=kind)
    if why := ask_why(tokens, at, sentence.asks, polish):
        return why
    if pause := read_pause(tokens, text, at, polish):
        return pause
    if status := ask_status(tokens, text, sentence.asks, polish):
        return status
    return None


def _head(clause: Clause, at: datetime, polish: bool) -> tuple[str, int] | None:
    """The call that opens a clause (remind, task, must, want) and where, fillers passed over."""
    when = find_when(clause[:8], at, polish=polish)
    for i in range(min(len(clause), 8)):
        if REMIND.at(clause, i):
            return ("remind", i) if not _denied(clause, i) else None
        if ADD_TASK.at(clause, i) or (clause[i].text in LISTING and _listed_somewhere(clause)):
            return "task", i
        if MUST.at(clause, i):
            return "must", i
        if WANT.at(clause, i):
            return ("want", i) if not _denied(clause, i) else None
        if clause[i].kind is Kind.MARK or when.covers(i) or clause[i].text in _BEFORE_HEAD:
            continue
        return None
    return None


def _listed_somewhere(clause: Clause) -> bool:
    return any(
        token.text in ("list", "listy", "liste", "zadan", "tasks", "todo") for token in clause
    )


_YES_NO = wordset("tak nie no yes yeah yep nope , : -")
_BEFORE_HEAD = wordset(
    "prosze please can could would you mozesz moglbys moglabys czy i a no to ok hej hey oraz "
    "and also tez jeszcze potem then btw so wiec bo naprawde really bardzo w takim razie "
    "right just kindly will my new nowy dobra super"
)


def _denied(clause: Clause, i: int) -> bool:
    return i > 0 and clause[i - 1].text in ("nie", "not", "don't", "didn't", "never")


def _read_clauses(
    tokens: tuple[Token, ...],
    asks: bool,
    text: str,
    language: Language,
    at: datetime,
    polish: bool,
    beside: bool,
) -> list[Act]:
    parts = clauses(tokens, polish)
    acts: list[Act] = []
    loose: list[tuple[Clause, bool]] = []
    before: Measured | None = None
    i = 0

    def settle() -> None:
        nonlocal loose
        if loose:
            acts.extend(_leftover(loose, text, asks, beside or bool(acts), at, polish))
        loose = []

    while i < len(parts):
        clause = parts[i]
        if i + 1 < len(parts) and all(token.text in _YES_NO for token in clause):
            i += 1
            continue
        head = _head(clause, at, polish)
        if head is not None:
            group, i = _group(parts, i, tokens, at, polish)
            found = _headed(head, group, text, at, polish, asks)
            if found:
                settle()
                acts += found
                before = None
                continue
            loose.append((group, False))
            before = None
            continue
        i += 1
        if kind := small_talk(clause):
            settle()
            acts.append(SmallTalk(kind=kind))
            continue
        if isinstance(answer(clause, language), Undo):
            acts.append(Undo())
            continue
        if not asks and looks_like_goal(clause, polish):
            goal = read_goal(clause, 0, text, at, polish=polish, wish=False)
            if goal is not None:
                settle()
                acts.append(goal)
                continue
        if asks:
            loose.append((clause, False))
            continue
        if clause[0].text in TICKS and (done := read_finished(clause, text)):
            settle()
            acts.append(done)
            continue
        measured = _measured(clause, parts[i:], at, polish, before)
        before = measured
        if measured.logs:
            if clause[0].text in CONTRAST:
                loose.clear()  # "not 7 hours, only 5": the 5 is what was told
            elif loose and measured.stance.verb is None and measured.stance.topic:
                loose.pop()  # "spałam jak zabita, 9 godzin": one statement
            settle()
            acts += measured.logs
            continue
        own = read_custom(clause, at, polish=polish)
        if own is not None:
            settle()
            acts.append(own)
            continue
        if measured.stance.status in _MAY_BE_DONE and (done := read_finished(clause, text)):
            settle()
            acts.append(done)
            continue
        loose.append((clause, measured.touched and measured.stance.status not in STATED))
    settle()
    return acts


def _measured(
    clause: Clause, behind: list[Clause], at: datetime, polish: bool, before: Measured | None
) -> Measured:
    """The measures of a clause, `done` at its end passed over (5 km biegu zrobione)."""
    found = read_measures(clause, at, polish=polish, before=before, behind=behind)
    if not found.logs and len(clause) > 1 and clause[-1].text in DONE_WORDS:
        done = read_measures(clause[:-1], at, polish=polish, before=before, behind=behind)
        return done if done.logs else found
    return found


def _group(
    parts: list[Clause], i: int, tokens: tuple[Token, ...], at: datetime, polish: bool
) -> tuple[Clause, int]:
    """A call with the clauses that belong to it: up to the next call or statement of fact."""
    j = i + 1
    while j < len(parts) and _head(parts[j], at, polish) is None:
        measured = read_measures(parts[j], at, polish=polish)
        if measured.logs and measured.stance.status is Status.MINE:
            break
        j += 1
    first, last = parts[i][0], parts[j - 1][-1]
    begin = next(k for k, token in enumerate(tokens) if token is first)
    end = next(k for k in range(len(tokens) - 1, -1, -1) if tokens[k] is last)
    return tokens[begin : end + 1], j


def _headed(
    head: tuple[str, int], group: Clause, text: str, at: datetime, polish: bool, asks: bool
) -> list[Act]:
    kind, start = head
    if kind == "remind":
        found = read_reminder(group, start, text, at, polish)
        return [found] if found else []
    if kind == "task":
        task = read_task(group, start, text, at, polish)
        return [task] if task else []
    if asks:
        return []
    if kind == "must":
        behind = MUST.at(group, start)
        if behind is not None and (
            goals := _goals(group[behind[1] :], text, at, polish, firm=False)
        ):
            if any(isinstance(goal, SetGoal) for goal in goals):
                return list(goals)
            habit = is_habit(group[behind[1] :], polish)
            task = None if habit else read_task(group, start, text, at, polish)
            return [task] if task else list(goals)
        task = read_task(group, start, text, at, polish)
        return [task] if task else []
    behind = WANT.at(group, start)
    return list(_goals(group[behind[1] :], text, at, polish)) if behind else []


def _goals(
    body: Clause, text: str, at: datetime, polish: bool, *, firm: bool = True
) -> list[SetGoal | VagueGoal]:
    """One goal, or several where more than one clause is a whole goal by itself.

    Args:
        firm: it is wanted; else only said to be a duty, and needs its period in words.
    """
    parts = clauses(body, polish)
    single = [
        goal
        for part in parts
        if (
            goal := read_goal(part, wants(part) or 0, text, at, polish=polish, wish=True, firm=firm)
        )
        and isinstance(goal, SetGoal)
    ]
    if len(single) > 1:
        return list(single)
    whole = read_goal(body, 0, text, at, polish=polish, wish=True, firm=firm)
    if isinstance(whole, SetGoal):
        return [whole]
    if single:
        return list(single)
    return [whole] if whole else []


def _leftover(
    loose: list[tuple[Clause, bool]],
    text: str,
    asks: bool,
    beside: bool,
    at: datetime,
    polish: bool,
) -> list[Act]:
    """What is left of a sentence: nothing for filler, a remark, or what was not understood.

    Args:
        loose: the clauses, and whether each speaks of measures without stating one.
        beside: whether the sentence held anything else.
    """
    tokens = [token for clause, _ in loose for token in clause]
    when = find_when(tokens, at, polish=polish, past=True)
    words = [
        token
        for i, token in enumerate(tokens)
        if token.kind is not Kind.MARK
        and not when.covers(i)
        and token.text not in FILLERS
        and token.text not in ("nie", "yes", "no")
    ]
    if not words:
        if beside or any(token.kind is not Kind.MARK for token in tokens):
            return [] if beside or when else [NotUnderstood(text=shortened(words_of(text, tokens)))]
        return []
    told = any(token.text in _OF_ME or verb_at(token.text, polish) for token in tokens)
    plain = all(token.kind is Kind.WORD for token in words)
    if beside and not asks and plain and len(words) <= 2 and not told:
        return []
    said = shortened(words_of(text, tokens))
    if asks:
        return [NotUnderstood(text=said)]
    if all(told for _, told in loose) or _is_remark(tokens, words, beside, polish):
        return [Remark(text=said, metric=_about(tokens, polish))]
    return [NotUnderstood(text=said)]


_OF_ME = wordset(
    "mnie mi mna moj moja moje moim jestem mam boli bola czuje nie i my me i'm i've i'd am im "
    "jest bylo byla sa bylem bylam zle dobrze tired zmeczona zmeczony we our nasz nam nas"
)


def _is_remark(tokens: list[Token], words: list[Token], beside: bool, polish: bool) -> bool:
    """Whether it tells something: a verb of someone's, or words of oneself."""
    numbers = any(token.kind not in (Kind.WORD, Kind.MARK) for token in tokens)
    if beside and not numbers and len(words) <= 8:
        return True
    if len(tokens) < 2:
        return False
    for token in tokens:
        verb = verb_at(token.text, polish)
        if verb is not None and (verb.person or verb.english):
            return True
        if token.text in _OF_ME and not (token.text == "i" and polish):
            return True
    return False


def _about(tokens: list[Token], polish: bool) -> str | None:
    for token in tokens:
        if token.text in NOUNS:
            return TOPICS[NOUNS[token.text][0]].main
    for token in tokens:
        verb = verb_at(token.text, polish)
        if verb and verb.topic in TOPICS and verb.topic != "drink":
            return TOPICS[verb.topic].main
    return None
