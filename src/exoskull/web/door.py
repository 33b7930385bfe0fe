"""What a request needs of the installation."""

from dataclasses import dataclass

from starlette.requests import HTTPConnection

from exoskull.database.pool import Database
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids
from exoskull.sandbox.lazy import LazySandbox
from exoskull.settings import Settings
from exoskull.web.live import Hub
from exoskull.web.pages import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """The installation as the web sees it. `hub` wakes the open streams; `pages` renders;
    `sandbox` runs skills."""

    database: Database
    clock: Clock
    ids: Ids
    settings: Settings
    hub: Hub
    pages: Pages
    sandbox: LazySandbox

    @property
    def is_https(self) -> bool:
        """Whether people reach the web by https, so that cookies may insist on it."""
        return (self.settings.public_url or "").startswith("https://")


def door_of(request: HTTPConnection) -> Door:
    """The door that the request came in by."""
    return request.app.state.door
