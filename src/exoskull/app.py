"""The web door: pages, API and webhooks over one installation."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from importlib.metadata import version

from fastapi import APIRouter, FastAPI
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from exoskull.conversations import api as messages_api
from exoskull.conversations import hooks
from exoskull.conversations import web as chat_web
from exoskull.features import Installation
from exoskull.feed import api as feed_api
from exoskull.feed import web as feed_web
from exoskull.goals import api as goals_api
from exoskull.grants import api as grants_api
from exoskull.grants import web as grants_web
from exoskull.interventions import api as interventions_api
from exoskull.interventions import web as interventions_web
from exoskull.kit.ids import TenantId
from exoskull.ledger import api as preferences_api
from exoskull.measuring import api as measuring_api
from exoskull.onboarding import api as settings_api
from exoskull.onboarding import web as onboarding_web
from exoskull.onboarding.links import entry_path
from exoskull.outcomes import api as outcomes_api
from exoskull.settings import Settings
from exoskull.tenants import web as tenants_web
from exoskull.today import web as today_web
from exoskull.web import errors
from exoskull.web.api import PREFIX
from exoskull.web.assets import URL as STATIC
from exoskull.web.assets import Assets
from exoskull.web.bodies import BodyLimit
from exoskull.web.door import Door, door_of
from exoskull.web.live import Hub
from exoskull.web.pages import Pages
from exoskull.web.security import SameOrigin, SecurityHeaders
from exoskull.web.serving import address, listen, serve

APIS = (
    messages_api,
    measuring_api,
    goals_api,
    grants_api,
    interventions_api,
    outcomes_api,
    preferences_api,
    feed_api,
    settings_api,
)
PAGES = (today_web, chat_web, feed_web, grants_web, interventions_web, onboarding_web, tenants_web)
WITH_TEMPLATES = (
    "conversations",
    "feed",
    "grants",
    "interventions",
    "onboarding",
    "tenants",
    "today",
)

__all__ = ["address", "create_app", "listen", "make_entry_link", "serve"]


def create_app(installation: Installation, settings: Settings) -> FastAPI:
    """The ASGI application over `installation`."""
    assets = Assets()
    hub = Hub(installation.database.url)
    door = Door(
        database=installation.database,
        clock=installation.clock,
        ids=installation.ids,
        settings=settings,
        hub=hub,
        pages=Pages(WITH_TEMPLATES, assets),
    )

    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        listening = asyncio.create_task(hub.run())
        yield
        hub.close()
        await listening

    app = FastAPI(
        title="ExoSkull",
        version=version("exoskull"),
        summary="A person's autonomous loop, and proof of what it did.",
        lifespan=lifespan,
        docs_url=None,  # they load scripts from elsewhere
        redoc_url=None,
        middleware=[
            Middleware(SecurityHeaders, is_https=door.is_https),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),
            Middleware(SameOrigin, public_url=settings.public_url, refuse=errors.answer),
            Middleware(BodyLimit, refuse=errors.answer),
        ],
    )
    app.state.door = door
    errors.install(app)
    app.include_router(_health())
    for module in APIS:
        app.include_router(module.router, prefix=PREFIX)
    for module in (*PAGES, hooks):
        app.include_router(module.router)
    app.add_route(f"{STATIC}/{{digest}}/{{name}}", assets.serve, include_in_schema=False)
    return app


def _health() -> APIRouter:
    router = APIRouter(tags=["health"])

    @router.get("/healthz")
    async def alive() -> dict[str, str]:
        """Whether this process answers."""
        return {"status": "ok"}

    @router.get("/readyz")
    async def ready(request: Request) -> Response:
        """Whether it can work: its database answers, and news of it are heard."""
        door = door_of(request)
        async with door.database.system() as tx:
            await tx.value("select 1 from system_tenants() limit 1")
        state = {"status": "ok", "listening": door.hub.is_listening}
        return JSONResponse(state)

    return router


async def make_entry_link(
    installation: Installation,
    settings: Settings,
    *,
    tenant_id: TenantId | None = None,
    base_url: str | None = None,
) -> str:
    """A one-time link for a person: to sign in as `tenant_id` or the oldest tenant; where there is
    none yet, to make the first one.

    Args:
        base_url: how the web is reached; None: as the settings say.
    """
    path = await entry_path(
        installation.database,
        at=installation.clock.now(),
        ids=installation.ids,
        tenant_id=tenant_id,
    )
    return (base_url or address(settings)).rstrip("/") + path
