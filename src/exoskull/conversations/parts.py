"""What a conversation needs of the installation."""

from dataclasses import dataclass

from starlette.requests import HTTPConnection

from exoskull.database.pool import Database
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids
from exoskull.llm.door import models_of
from exoskull.llm.gateway import Models
from exoskull.sandbox.pool import Interpreter
from exoskull.toolbox.door import shed_of
from exoskull.toolbox.shed import Shed
from exoskull.web.door import door_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """`sandbox`: what runs the person's skills; None: no skill answers. `shed`: the way to tools of
    other programs; None: none is used."""

    database: Database
    models: Models
    clock: Clock
    ids: Ids
    sandbox: Interpreter | None = None
    shed: Shed | None = None


def parts_of(request: HTTPConnection) -> Parts:
    """The parts of the installation that the request came to."""
    door = door_of(request)
    return Parts(
        database=door.database,
        models=models_of(request),
        clock=door.clock,
        ids=door.ids,
        sandbox=door.sandbox,
        shed=shed_of(request),
    )
