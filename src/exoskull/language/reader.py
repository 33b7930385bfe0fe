"""The built-in reader: a message in, the acts it asks for out. Pure, no model, no network."""

from datetime import datetime

from exoskull.language.answers import answer
from exoskull.language.clauses import is_polish
from exoskull.language.context import Context
from exoskull.language.fold import clean, first_line, own_lines
from exoskull.language.model import (
    Act,
    Approve,
    Language,
    NotUnderstood,
    Reject,
    Remark,
    SmallTalk,
    Undo,
)
from exoskull.language.sentence import read_sentence
from exoskull.language.titles import LONGEST_SAID, shortened
from exoskull.language.tokens import Kind, sentences, tokenize

MOST_ACTS = 40
"""Acts of one message; what a longer list holds beyond them is not understood."""
MOST_TOKENS = 2000
"""Tokens read of one message, some 12,000 letters; what stands behind is not understood."""


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
    short = answer(tokenize(lines[0][:200]), language)
    # A yes below what somebody else wrote may be theirs.
    own_first = not isinstance(short, Approve | Reject) or lines[0] == first_line(clean(text))
    if short is not None and own_first:
        return [short]
    body = "\n".join(lines)
    tokens = tokenize(body)
    acts: list[Act] = []
    end = 0
    for sentence in sentences(tokens[:MOST_TOKENS]):
        ctx = Context(
            text=body,
            at=at,
            language=language,
            polish=is_polish(sentence.tokens, body, language),
            asks=sentence.asks,
        )
        acts += read_sentence(sentence.tokens, ctx)
        end = sentence.tokens[-1].end
        if len(acts) >= MOST_ACTS:
            break
    acts = _tidy(acts)[:MOST_ACTS]
    if not acts and any(token.kind is not Kind.MARK for token in tokens):
        return [NotUnderstood(text=shortened(body, LONGEST_SAID))]
    rest = body[end:].strip(" .!?;…\n")
    if rest and acts and (len(acts) == MOST_ACTS or len(tokens) > MOST_TOKENS):
        acts.append(NotUnderstood(text=shortened(rest, LONGEST_SAID)))
    return acts


def _tidy(acts: list[Act]) -> list[Act]:
    """Without small talk and undo said twice, without `ok` beside anything else, and with what
    was not understood, or only told, in one piece where it stood in one."""
    found: list[Act] = []
    for act in acts:
        if isinstance(act, SmallTalk | Undo) and act in found:
            continue
        last = found[-1] if found else None
        if isinstance(act, NotUnderstood) and isinstance(last, NotUnderstood):
            found[-1] = NotUnderstood(text=_after(last.text, act.text))
        elif isinstance(act, Remark) and isinstance(last, Remark):
            text = _after(last.text, act.text)
            found[-1] = Remark(text=text, metric=last.metric or act.metric)
        else:
            found.append(act)
    if len(found) > 1:
        found = [act for act in found if not (isinstance(act, SmallTalk) and act.kind == "ok")]
    return found


def _after(first: str, second: str) -> str:
    """Two pieces of a message as one."""
    return shortened(f"{first}{'' if first[-1:] in ',.!?:…' else '.'} {second}", LONGEST_SAID)
