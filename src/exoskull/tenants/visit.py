"""Who makes a request: a program with a token, or a person with a session."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.requests import HTTPConnection

from exoskull.database.transaction import Transaction
from exoskull.kit.errors import Unauthorized
from exoskull.kit.ids import Ids, TenantId, TraceId
from exoskull.tenants.model import Credential, Scope, Tenant
from exoskull.tenants.service import admit, current, hash_secret
from exoskull.web.door import Door, door_of
from exoskull.web.pages import Voice

SESSION_COOKIE = "exo_session"

WAYS_IN = ("/api/v1/tokens", "/api/v1/sessions")
"""What tells of secrets, or makes and ends them: for tokens of scope `admin`, even to look at."""

RULES = ("/api/v1/settings", "/api/v1/grants")
"""What anybody may look at, and tokens of scope `admin` change."""

AGENTS = "/mcp"
"""Where what a token may do depends on the verb, which asks for itself."""

_bearer = HTTPBearer(auto_error=False, description="From `exoskull tenant token NAME`.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Whose request it is. `holder` tells one session or token from another."""

    tenant_id: TenantId
    holder: str
    door: Door


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request at work: its transaction commits before the answer leaves."""

    tx: Transaction
    tenant: Tenant
    at: datetime
    door: Door

    @property
    def ids(self) -> Ids:
        return self.door.ids

    @property
    def language(self) -> str:
        return self.tenant.language.value

    @property
    def voice(self) -> Voice:
        """How to speak to this person."""
        return voice_of(self.tenant, self.at)

    def new_trace(self) -> TraceId:
        """A trace for what this request begins."""
        return TraceId(self.ids.new())


def voice_of(tenant: Tenant, at: datetime) -> Voice:
    """How to speak to `tenant`."""
    return Voice(language=tenant.language.value, zone=tenant.zone, at=at, inside=True)


def needed_scope(method: str, path: str) -> Scope:
    """What a token must be allowed for this request of the API."""
    if path.startswith(WAYS_IN):
        return Scope.ADMIN
    if path == AGENTS:
        return Scope.READ
    if method in ("GET", "HEAD", "OPTIONS"):
        return Scope.READ
    return Scope.ADMIN if path.startswith(RULES) else Scope.WRITE


async def api_caller(
    request: HTTPConnection,
    token: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> Caller:
    """The program whose bearer token it is; raises Unauthorized, or Refused by its scope."""
    if token is None:
        raise Unauthorized("token.missing")
    needed = needed_scope(request.scope["method"], request.url.path)
    return await _caller(request, token.credentials, Credential.API, needed)


async def page_caller(request: HTTPConnection) -> Caller:
    """The person whose session it is; raises Unauthorized."""
    secret = request.cookies.get(SESSION_COOKIE)
    if not secret:
        raise Unauthorized("session.missing")
    try:
        return await _caller(request, secret, Credential.SESSION, Scope.READ)
    except Unauthorized as error:
        raise Unauthorized("session.missing") from error


async def _caller(request: HTTPConnection, secret: str, kind: Credential, needed: Scope) -> Caller:
    door = door_of(request)
    at = door.clock.now()
    tenant_id = await admit(door.database, secret, kind, at=at, needed=needed)
    return Caller(tenant_id=tenant_id, holder=hash_secret(secret), door=door)


@asynccontextmanager
async def _visit(request: HTTPConnection, caller: Caller) -> AsyncIterator[Visit]:
    door = caller.door
    async with door.database.transaction(caller.tenant_id) as tx:
        tenant = await current(tx)
        request.state.language = tenant.language.value
        yield Visit(tx=tx, tenant=tenant, at=door.clock.now(), door=door)


async def api_visit(
    request: HTTPConnection, caller: Annotated[Caller, Depends(api_caller)]
) -> AsyncIterator[Visit]:
    """A visit by the API."""
    async with _visit(request, caller) as visit:
        yield visit


async def page_visit(
    request: HTTPConnection, caller: Annotated[Caller, Depends(page_caller)]
) -> AsyncIterator[Visit]:
    """A visit by a page."""
    async with _visit(request, caller) as visit:
        yield visit


ApiCaller = Annotated[Caller, Depends(api_caller)]
PageCaller = Annotated[Caller, Depends(page_caller)]
ApiVisit = Annotated[Visit, Depends(api_visit, scope="function")]
PageVisit = Annotated[Visit, Depends(page_visit, scope="function")]
