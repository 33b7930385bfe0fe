"""Anna in a world with a model that says what a test wrote for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from acceptance.life import Life, born
from peers.scripted import Asked, ScriptedModels, UseTool, scripted

from exoskull.conversations.converse import converse
from exoskull.conversations.model import Via
from exoskull.conversations.parts import Parts
from exoskull.conversations.pieces import Done, Piece, Words
from exoskull.conversations.turn import Incoming
from exoskull.database.pool import Database


def uses(name: str, arguments: dict[str, Any] | str) -> UseTool:
    """A call of a verb."""
    return UseTool(name=name, arguments=arguments)


Say = Callable[[Asked], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Talker:
    """A person whose chat a model answers. `models.asked`: every request that was made."""

    life: Life
    models: ScriptedModels

    @property
    def parts(self) -> Parts:
        here = self.life.world.installation
        return Parts(database=here.database, models=here.models, clock=here.clock, ids=here.ids)

    async def pieces(self, text: str, *, via: Via = Via.WEB, **more: Any) -> list[Piece]:
        """Everything that comes of saying it."""
        incoming = Incoming(text=text, via=via, **more)
        tenant_id = self.life.tenant_id
        return [piece async for piece in converse(self.parts, tenant_id, incoming)]

    async def say(self, text: str, **more: Any) -> str:
        """Say it; the answer as it is stored, "" where there is none."""
        pieces = await self.pieces(text, **more)
        last = pieces[-1]
        assert isinstance(last, Done)
        assert not any(isinstance(one, Done) for one in pieces[:-1])
        return last.turn.answer.text if last.turn.answer else ""


def stored(pieces: Sequence[Piece]) -> str:
    """The answer as it is kept."""
    last = pieces[-1]
    assert isinstance(last, Done)
    assert last.turn.answer is not None
    return last.turn.answer.text


def words(pieces: Sequence[Piece]) -> str:
    """What was shown while it came."""
    return "".join(piece.text for piece in pieces if isinstance(piece, Words))


def first(*turn: str | UseTool, then: str = "Dobrze.") -> Say:
    """Says and calls `turn` at the first request, and `then` once tools have answered."""
    return lambda asked: then if asked.told else list(turn)


async def talker(database: Database, say: Say, *, language: str = "pl", **given: Any) -> Talker:
    """Anna, with a model that says `say`."""
    life = await born(database, language=language, models=partial(scripted, say=say, **given))
    models = life.world.installation.models
    assert isinstance(models, ScriptedModels)
    return Talker(life=life, models=models)
