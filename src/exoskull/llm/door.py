"""The models of the installation, for a request."""

from starlette.requests import HTTPConnection

from exoskull.kit.errors import Unavailable
from exoskull.llm.gateway import Models
from exoskull.llm.own import Vault


def models_of(request: HTTPConnection) -> Models:
    """The way to a model of the installation that the request came to."""
    return request.app.state.models


def vault_of(request: HTTPConnection) -> Vault:
    """What seals people's own keys; raises Unavailable (`secret.no_vault`) where nothing does."""
    vault = models_of(request).vault
    if vault is None:
        raise Unavailable("secret.no_vault")
    return vault
