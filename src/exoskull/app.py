"""The web door: pages, API and webhooks over one installation."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from importlib.metadata import version

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from exoskull.accounts import account_web
from exoskull.accounts import api as accounts_api
from exoskull.accounts import web as sign_in_web
from exoskull.accounts.post import Post
from exoskull.accounts.provider import Provider, client_of
from exoskull.apps import api as apps_api
from exoskull.apps import web as apps_web
from exoskull.briefings import web as briefings_web
from exoskull.budgets import api as budgets_api
from exoskull.channels.model import ChannelName
from exoskull.completions import api as completions_api
from exoskull.conductor.findings import api as findings_api
from exoskull.conductor.findings import web as findings_web
from exoskull.conversations import api as messages_api
from exoskull.conversations import hooks
from exoskull.conversations import web as chat_web
from exoskull.features import Installation
from exoskull.feed import api as feed_api
from exoskull.goals import api as goals_api
from exoskull.grants import api as grants_api
from exoskull.grants import web as grants_web
from exoskull.interventions import api as interventions_api
from exoskull.interventions import web as interventions_web
from exoskull.kit.ids import TenantId
from exoskull.ledger import api as preferences_api
from exoskull.llm import api as models_api
from exoskull.llm import web as models_web
from exoskull.mcp_server import api as mcp_api
from exoskull.measuring import api as measuring_api
from exoskull.measuring import entries_api, entries_web
from exoskull.memory import api as memory_api
from exoskull.memory import web as memory_web
from exoskull.needs import api as needs_api
from exoskull.onboarding import api as settings_api
from exoskull.onboarding import inviting_web, provider_web, welcome_web, zone_web
from exoskull.onboarding import web as onboarding_web
from exoskull.onboarding.links import entry_path
from exoskull.optimization import api as journal_api
from exoskull.optimization import web as journal_web
from exoskull.outcomes import api as outcomes_api
from exoskull.overview.pages import PAGES as OVERVIEW
from exoskull.scheduling import api as runs_api
from exoskull.scheduling import web as schedule_web
from exoskull.settings import Settings
from exoskull.skills import api as skills_api
from exoskull.skills import following_api, following_web
from exoskull.skills import web as skills_web
from exoskull.strategies import api as strategies_api
from exoskull.summaries import web as summaries_web
from exoskull.today import evolution
from exoskull.today import plan as plan_web
from exoskull.today import web as today_web
from exoskull.toolbox import api as toolbox_api
from exoskull.toolbox import web as toolbox_web
from exoskull.web import errors, install
from exoskull.web.api import PREFIX
from exoskull.web.assets import URL as STATIC
from exoskull.web.assets import Assets
from exoskull.web.bodies import BodyLimit
from exoskull.web.door import Door, door_of
from exoskull.web.live import Hub
from exoskull.web.pages import Pages
from exoskull.web.security import SameOrigin, SecurityHeaders, trusted_proxies
from exoskull.web.serving import address, listen, listen_beside, serve

APIS = (
    messages_api,
    measuring_api,
    entries_api,
    apps_api,  # behind entries: its verbs would take their paths
    goals_api,
    strategies_api,
    skills_api,
    following_api,
    grants_api,
    interventions_api,
    outcomes_api,
    preferences_api,
    memory_api,
    journal_api,
    findings_api,
    budgets_api,
    models_api,
    feed_api,
    needs_api,
    runs_api,
    settings_api,
    accounts_api,
    toolbox_api,
)
PAGES = (
    today_web,
    plan_web,
    evolution,
    chat_web,
    *OVERVIEW,
    grants_web,
    interventions_web,
    onboarding_web,
    welcome_web,
    zone_web,
    sign_in_web,
    account_web,
    inviting_web,
    provider_web,
    schedule_web,
    journal_web,
    findings_web,
    memory_web,
    briefings_web,
    summaries_web,
    entries_web,
    apps_web,  # behind entries: its verbs would take their paths
    following_web,  # before skills: their verbs would take its path
    skills_web,
    toolbox_web,
    models_web,
)
WITH_TEMPLATES = (
    "accounts",
    "apps",
    "briefings",
    "conductor",
    "conversations",
    "grants",
    "interventions",
    "llm",
    "memory",
    "onboarding",
    "optimization",
    "overview",
    "scheduling",
    "skills",
    "summaries",
    "today",
    "toolbox",
)

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
        pages=Pages(WITH_TEMPLATES, assets),
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
    for module in APIS:
        app.include_router(module.router, prefix=PREFIX)
    for module in (*PAGES, install, hooks, completions_api, mcp_api):
        app.include_router(module.router)
    door.pages.offer({route.path for module in PAGES for route in _routes(module.router)})
    app.add_route(f"{STATIC}/{{digest}}/{{name}}", assets.serve, include_in_schema=False)
    return app


def _routes(router: APIRouter) -> list[APIRoute]:
    return [route for route in router.routes if isinstance(route, APIRoute)]


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
