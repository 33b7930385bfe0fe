"""Anna, on a virtual clock, and servers of models."""

from collections.abc import Iterator

import pytest
from interventions.scene import Scene, make_scene
from peers.llama import LlamaPeer
from peers.provider import ProviderPeer

from exoskull.database.pool import Database


@pytest.fixture
async def scene(database: Database) -> Scene:
    return await make_scene(database)


@pytest.fixture
def provider() -> Iterator[ProviderPeer]:
    with ProviderPeer() as peer:
        yield peer


@pytest.fixture(scope="session")
def llama() -> Iterator[LlamaPeer]:
    with LlamaPeer() as peer:
        yield peer
