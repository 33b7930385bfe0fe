"""The acts of one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from exoskull.language.answers import answer
from exoskull.language.building import read_app
from exoskull.language.calls import REPORTED, Call, answer_call, belonging, call_of
from exoskull.language.clauses import Clause, clauses
from exoskull.language.context import Context
from exoskull.language.custom import read_custom
from exoskull.language.finishing import DONE_WORDS, TICKS, read_finished
from exoskull.language.goals import read_goal
from exoskull.language.leftovers import Loose, leftover
from exoskull.language.measures import Measured, day_at_the_end, read_measures
from exoskull.language.model import Act, NotUnderstood, Pause, SmallTalk, Undo
from exoskull.language.pauses import read_pause
from exoskull.language.questions import ask_status, ask_why
from exoskull.language.smalltalk import leading, small_talk
from exoskull.language.stance import CONTRAST, STATED, Status
from exoskull.language.tokens import Kind, Token
from exoskull.language.when import When
from exoskull.language.wishes import looks_like_goal
from exoskull.language.wordset import wordset

_YES_NO = wordset("tak nie no yes yeah yep nope , : -")
_MAY_BE_DONE = STATED | {Status.OTHERS, Status.UNRELATED}


def read_sentence(tokens: tuple[Token, ...], ctx: Context) -> list[Act]:
    """The acts of a sentence, in its order."""
    if kind := small_talk(tokens):
        return [SmallTalk(kind=kind)]
    opening: list[Act] = []
    if greeting := leading(tokens):
        opening.append(SmallTalk(kind=greeting[0]))
        tokens = _without_marks(tokens[greeting[1] :])
        if not tokens:
            return opening
    whole = _whole(tokens, ctx)
    if whole is not None:
        return [*opening, whole]
    return opening + _read_clauses(tokens, ctx, beside=bool(opening))


def _without_marks(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    i = 0
    while i < len(tokens) and tokens[i].kind is Kind.MARK and tokens[i].text not in "$€£-":
        i += 1
    return tokens[i:]


def _whole(tokens: Sequence[Token], ctx: Context) -> Act | None:
    """The act that takes a whole sentence: small talk, why, how am I doing."""
    if kind := small_talk(tokens):
        return SmallTalk(kind=kind)
    if app := read_app(tokens, ctx.text):
        return app
    return ask_why(tokens, ctx.at, ctx.asks, ctx.polish) or ask_status(
        tokens, ctx.text, ctx.asks, ctx.polish
    )


@dataclass(slots=True)
class _Found:
    """What was found so far, and the clauses since that nobody took."""

    ctx: Context
    beside: bool
    parts: int
    """Clauses of the sentence."""
    acts: list[Act] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)

    def take(self, *acts: Act) -> None:
        self.settle()
        self.acts += acts

    def settle(self) -> None:
        if self.loose:
            others = sum(loose.parts for loose in self.loose) < self.parts
            rest = leftover(self.loose, self.ctx, self.beside or bool(self.acts) or others)
            self.acts += [rest] if rest else []
            self.loose = []


def _read_clauses(tokens: tuple[Token, ...], ctx: Context, beside: bool) -> list[Act]:
    parts = clauses(tokens, ctx.polish)
    found = _Found(ctx, beside, len(parts))
    before: Measured | None = None
    last_day = day_at_the_end(parts, ctx.at, ctx.polish)
    i = 0
    while i < len(parts):
        clause = parts[i]
        if i + 1 < len(parts) and all(token.text in _YES_NO for token in clause):
            i += 1
            continue
        pause = _pause(tokens, clause, ctx)
        if pause is not None:
            found.take(pause)
            break
        called = call_of(clause, ctx)
        told_of = any(part[0].text in REPORTED for part in parts[: i + 1])
        if called is not None and not (told_of and called.call in (Call.MUST, Call.WANT)):
            end = belonging(parts, i, ctx)
            body = _joined(tokens, parts[i], parts[end - 1])
            acts = answer_call(called, body, ctx)
            if acts:
                found.take(*acts)
            else:
                found.loose.append(Loose(body, told=False, parts=end - i))
            before, i = None, end
            continue
        i += 1
        act = _single(clause, ctx)
        if act is not None:
            found.take(act)
        elif ctx.asks:
            found.loose.append(Loose(clause, told=False))
        else:
            day = last_day[1] if last_day and i > last_day[0] else None
            before = _read_told(clause, found, before, day)
    found.settle()
    return found.acts


def _pause(tokens: tuple[Token, ...], clause: Clause, ctx: Context) -> Pause | NotUnderstood | None:
    """The pause that begins with `clause`; it takes the rest of the sentence."""
    rest = tuple(token for token in tokens if token.start >= clause[0].start)
    return read_pause(rest, ctx.text, ctx.at, ctx.polish)


def _joined(tokens: tuple[Token, ...], first: Clause, last: Clause) -> Clause:
    """The tokens from the clause `first` to the clause `last`."""
    return tuple(token for token in tokens if first[0].start <= token.start <= last[-1].start)


def _single(clause: Clause, ctx: Context) -> Act | None:
    """The act that a clause is by itself: small talk, undo, a goal, a task ticked off."""
    if kind := small_talk(clause):
        return SmallTalk(kind=kind)
    if isinstance(undo := answer(clause, ctx.language), Undo):
        return undo
    if ctx.asks:
        return None
    if looks_like_goal(clause, ctx.polish):
        goal = read_goal(clause, 0, ctx, wish=False)
        if goal is not None:
            return goal
    return read_finished(clause, ctx.text) if clause[0].text in TICKS else None


def _read_told(
    clause: Clause, found: _Found, before: Measured | None, day: When | None
) -> Measured:
    """Take what a clause tells: measures, a task done, or a leftover."""
    ctx, first = found.ctx, clause[0].text
    measured = read_measures(clause, ctx.at, polish=ctx.polish, before=before, day=day)
    if not measured.logs and len(clause) > 1 and clause[-1].text in DONE_WORDS:
        # "5 km biegu zrobione" is the measure, not a task of that name.
        shorter = read_measures(clause[:-1], ctx.at, polish=ctx.polish, before=before, day=day)
        measured = shorter if shorter.logs else measured
    if measured.logs:
        if first in CONTRAST:
            found.loose.clear()  # "not 7 hours, only 5": the 5 is what was told
        elif found.loose and measured.stance.verb is None and measured.stance.topic:
            found.loose.pop()  # "spałam jak zabita, 9 godzin": one statement
        found.take(*measured.logs)
    elif own := read_custom(clause, ctx.at, polish=ctx.polish):
        found.take(own)
    elif measured.stance.status in _MAY_BE_DONE and (done := read_finished(clause, ctx.text)):
        found.take(done)
    else:
        stated = measured.stance.status in STATED
        numbered = any(token.kind in (Kind.NUMBER, Kind.PAIR) for token in clause)
        claimed = stated and measured.touched and numbered
        told = measured.touched and not stated
        found.loose.append(Loose(clause, told=told, claimed=claimed))
    return measured
