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
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from exoskull import doors
from exoskull.accounts.post import Post
from exoskull.accounts.provider import Provider, client_of
from exoskull.channels.model import ChannelName
from exoskull.composition.assembling import Installation
from exoskull.kit.ids import TenantId
from exoskull.mcp_server import api as mcp_api
from exoskull.onboarding.links import entry_path
from exoskull.settings import Settings
from exoskull.web import errors
from exoskull.web.assets import URL as STATIC
from exoskull.web.assets import Assets
from exoskull.web.bodies import BodyLimit
from exoskull.web.door import Door, door_of
from exoskull.web.live import Hub
from exoskull.web.pages import Pages
from exoskull.web.security import SameOrigin, SecurityHeaders, trusted_proxies
from exoskull.web.serving import address, listen, listen_beside, serve

__all__ = ["address", "create_app", "listen", "listen_beside", "make_entry_link", "serve"]


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
        pages=Pages(doors.WITH_TEMPLATES, assets),
        sandbox=installation.sandbox,
    )

    @contextlib.asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        listening = asyncio.create_task(hub.run())
        yield
        hub.close()
        await listening
        await installation.sandbox.close()
        await installation.models.close()
        await app.state.mcp.close()

    app = FastAPI(
        title="ExoSkull",
        version=version("exoskull"),
        summary="A person's autonomous loop, and proof of what it did.",
        lifespan=lifespan,
        docs_url=None,  # they load scripts from elsewhere
        redoc_url=None,
        middleware=[
            Middleware(
                ProxyHeadersMiddleware, trusted_hosts=list(trusted_proxies(settings.trusted_proxy))
            ),
            Middleware(SecurityHeaders, is_https=door.is_https),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),
            Middleware(SameOrigin, public_url=settings.public_url, refuse=errors.answer),
            Middleware(BodyLimit, refuse=errors.answer),
        ],
    )
    app.state.door = door
    app.state.models = installation.models
    app.state.shed = installation.shed
    app.state.mcp = mcp_api.make_door()
    client = client_of(settings)
    app.state.provider = None if client is None else Provider(client=client)
    app.state.post = Post(
        database=installation.database,
        clock=installation.clock,
        ids=installation.ids,
        mailer=installation.adapters.get(ChannelName.EMAIL),
        base_url=address(settings),
    )
    errors.install(app)
    app.include_router(_health())
    doors.mount(app)
    door.pages.offer(doors.page_paths())
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
