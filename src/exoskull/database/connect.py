"""The way to the installation's database, wherever it is."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from exoskull.database import embedded
from exoskull.settings import Settings


@asynccontextmanager
async def database_url(settings: Settings) -> AsyncIterator[str]:
    """The owner's URL: of `EXOSKULL_DATABASE_URL`, or of the embedded server while it is used.

    Raises Unavailable where the embedded server cannot be had; an external one is not asked.
    """
    if settings.database_url:
        yield settings.database_url
        return
    async with embedded.serve(settings.home) as urls:
        yield urls.owner
