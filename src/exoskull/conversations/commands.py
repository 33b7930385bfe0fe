"""Slash commands: a word that asks for one thing, the same in every channel. Pure."""

import re
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from exoskull.language import read
from exoskull.language.fold import clean, first_line, fold, own_lines
from exoskull.language.model import (
    Act,
    Approve,
    AskStatus,
    AskWhy,
    Language,
    LogMeasure,
    Pause,
    Reject,
    Resume,
    Stop,
    Undo,
)


class Command(StrEnum):
    """What can be asked for by a slash, in the order in which it is offered."""

    STATUS = "status"
    WHY = "why"
    GOALS = "goals"
    LOG = "log"
    UNDO = "undo"
    APPROVE = "approve"
    REJECT = "reject"
    APPS = "apps"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    HELP = "help"
    UNKNOWN = "unknown"


OFFERED = tuple(one for one in Command if one is not Command.UNKNOWN)
POLISH = {
    Command.STATUS: "stan",
    Command.WHY: "dlaczego",
    Command.GOALS: "cele",
    Command.LOG: "zapisz",
    Command.UNDO: "cofnij",
    Command.APPROVE: "zatwierdź",
    Command.REJECT: "odrzuć",
    Command.APPS: "aplikacje",
    Command.PAUSE: "pauza",
    Command.RESUME: "wznów",
    Command.STOP: "stop",
    Command.HELP: "pomoc",
}
_ALSO = {"koniec": Command.STOP, "start": Command.RESUME, "dalej": Command.RESUME}
_NAMES = (
    {one.value: one for one in OFFERED} | {fold(name): one for one, name in POLISH.items()} | _ALSO
)
_SLASH = re.compile(r"/\s?([^\W\d_]{0,24})(?:\s+(.*))?", re.DOTALL)
_CODE = re.compile(r"(?:(?:kod|code|nr)\s+)?([0-9]{3,8})[.!]?", re.IGNORECASE)
_WORD = (Command.APPROVE, Command.REJECT)
"""The person's word on a question: of these the first line counts, and nothing below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A command, and what was said after it. `name`: as the person wrote it, without the slash;
    `nearest`: for one that there is not, the one that was probably meant."""

    command: Command
    rest: str = ""
    name: str = ""
    nearest: Command | None = None


def name_of(command: Command, language: str) -> str:
    """What the command is called in `language`, with its slash."""
    return "/" + (POLISH[command] if language == "pl" else command.value)


def parse(text: str) -> Said | None:
    """The command that `text` is; None where it is none. A bare slash asks for help."""
    lines = own_lines(clean(text))
    found = _SLASH.fullmatch("\n".join(lines)) if lines else None
    if found is None:
        return None
    name, rest = fold(found[1]), (found[2] or "").strip()
    if not name:
        return None if rest else Said(command=Command.HELP)
    command = _NAMES.get(name)
    if command in _WORD:
        if lines[0] != first_line(clean(text)):
            return None
        head = _SLASH.fullmatch(lines[0])
        rest = (head[2] or "").strip() if head else ""
        rest = rest or "".join(f"\n{line}" for line in lines[1:])
    if command is not None:
        return Said(command=command, rest=rest, name=found[1])
    near = get_close_matches(name, _NAMES, n=1, cutoff=0.6)
    return Said(
        command=Command.UNKNOWN, rest=rest, name=found[1], nearest=_NAMES[near[0]] if near else None
    )


def acts_of(said: Said, *, language: Language, at: datetime) -> list[Act]:
    """What the command asks for; nothing where it is answered by itself, or lacks something.

    Args:
        at: the present, in the person's zone.
    """
    match said.command:
        case Command.STATUS:
            return [AskStatus(subject=said.rest or None)]
        case Command.WHY:
            told = _of(AskWhy, f"{_WHY[language]} {said.rest}", language, at) if said.rest else []
            return [*told[:1]] or [AskWhy(about_day=None)]
        case Command.LOG:
            return [*_of(LogMeasure, said.rest, language, at)] if said.rest else []
        case Command.UNDO:
            return [Undo()]
        case Command.APPROVE if (code := _CODE.fullmatch(said.rest)) is not None:
            return [Approve(code=code[1])]
        case Command.REJECT if (code := _CODE.fullmatch(said.rest)) is not None:
            return [Reject(code=code[1])]
        case Command.PAUSE:
            if not said.rest:
                return [Pause(until=None)]
            told = _of(Pause, f"{_PAUSE[language]} {said.rest}", language, at)
            return [one for one in told[:1] if one.until is not None]
        case Command.RESUME:
            return [Resume()]
        case Command.STOP:
            return [Stop()]
        case _:
            return []


_WHY = {Language.PL: "dlaczego do mnie pisałeś", Language.EN: "why did you write to me"}
_PAUSE = {Language.PL: "nie pisz do mnie", Language.EN: "don't write to me"}


T = TypeVar("T")


def _of(kind: type[T], text: str, language: Language, at: datetime) -> list[T]:
    """The acts of one kind that the reader finds in `text`."""
    return [act for act in read(text, language=language, at=at) if isinstance(act, kind)]
