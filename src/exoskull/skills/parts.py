"""What making and following skills needs of the installation, for a request."""

from dataclasses import dataclass

from starlette.requests import HTTPConnection

from exoskull.database.pool import Database
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids
from exoskull.llm.door import models_of
from exoskull.llm.gateway import Models
from exoskull.skills.check import Workbench
from exoskull.web.door import door_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Where rows are, what time it is, what runs files, and what writes and follows them."""

    database: Database
    clock: Clock
    ids: Ids
    sandbox: Workbench
    models: Models


def parts_of(request: HTTPConnection) -> Parts:
    """The parts of the installation that the request came to."""
    door = door_of(request)
    return Parts(
        database=door.database,
        clock=door.clock,
        ids=door.ids,
        sandbox=door.sandbox,
        models=models_of(request),
    )
