"""The routes: every API, page and hook of the features, by name, and where each is mounted."""

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute

from exoskull.accounts import account_web
from exoskull.accounts import api as accounts_api
from exoskull.accounts import web as sign_in_web
from exoskull.apps import api as apps_api
from exoskull.apps import web as apps_web
from exoskull.briefings import web as briefings_web
from exoskull.budgets import api as budgets_api
from exoskull.completions import api as completions_api
from exoskull.conductor.findings import api as findings_api
from exoskull.conductor.findings import web as findings_web
from exoskull.conversations import api as messages_api
from exoskull.conversations import hooks
from exoskull.conversations import web as chat_web
from exoskull.feed import api as feed_api
from exoskull.goals import api as goals_api
from exoskull.grants import api as grants_api
from exoskull.grants import web as grants_web
from exoskull.interventions import api as interventions_api
from exoskull.interventions import web as interventions_web
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
from exoskull.optimization import api as journal_api
from exoskull.optimization import web as journal_web
from exoskull.outcomes import api as outcomes_api
from exoskull.overview.pages import PAGES as OVERVIEW
from exoskull.scheduling import api as runs_api
from exoskull.scheduling import web as schedule_web
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
from exoskull.web import install
from exoskull.web.api import PREFIX

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
"""What stands under `/api/v1`, in the order in which paths are tried."""

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
"""What a person looks at, in the order in which paths are tried."""

OTHERS = (install, hooks, completions_api, mcp_api)
"""What programs call: the web app's manifest and worker, channels, chat clients, agents."""

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
"""Features that have templates."""


def mount(app: FastAPI) -> None:
    """Put every route of the features into `app`."""
    for module in APIS:
        app.include_router(module.router, prefix=PREFIX)
    for module in (*PAGES, *OTHERS):
        app.include_router(module.router)


def page_paths() -> set[str]:
    """The paths of all pages, as they are declared."""
    return {route.path for module in PAGES for route in _routes(module.router)}


def _routes(router: APIRouter) -> list[APIRoute]:
    return [route for route in router.routes if isinstance(route, APIRoute)]
