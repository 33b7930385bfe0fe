"""What an answer is made of while it comes."""

from dataclasses import dataclass

from exoskull.conversations.turn import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The message is kept, and what the built-in reading found in it is done; a model goes on from
    there. The answer of `turn` is what stands if the model says nothing."""

    turn: Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The next words of the answer, to be put behind those before."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Acted:
    """Something was just done for the message, and is committed: its rows can be shown."""

    turn: Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The answer stands as it is stored; always the last piece, and exactly one."""

    turn: Turn


Piece = Heard | Words | Acted | Done
