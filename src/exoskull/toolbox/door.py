"""The toolbox of the installation, for a request."""

from starlette.requests import HTTPConnection

from exoskull.toolbox.shed import Shed


def shed_of(request: HTTPConnection) -> Shed:
    """What the toolbox of the installation that the request came to works with."""
    return request.app.state.shed
