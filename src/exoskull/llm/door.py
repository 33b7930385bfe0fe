"""The models of the installation, for a request."""

from starlette.requests import HTTPConnection

from exoskull.llm.gateway import Models


def models_of(request: HTTPConnection) -> Models:
    """The way to a model of the installation that the request came to."""
    return request.app.state.models
