"""Who knocks: from where, by what browser; and the session that they get."""

import ipaddress
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from exoskull.accounts.passkeys import Site, site_of
from exoskull.accounts.post import Post
from exoskull.channels.text import clean_line
from exoskull.kit.ids import TenantId
from exoskull.tenants.model import Credential
from exoskull.tenants.service import LIFETIME, add_credential, current
from exoskull.tenants.visit import SESSION_COOKIE
from exoskull.web.door import Door
from exoskull.web.languages import COOKIE as LANGUAGE_COOKIE

AGENT_MAX = 300
UNKNOWN = "-"


def address_of(request: Request) -> str:
    """The address that the request came from, as far as it can be believed; "-" without one.

    Behind a reverse proxy that is the proxy's own, unless `--trusted-proxy` names it.
    """
    return request.client.host[:64] if request.client else UNKNOWN


def neighbourhood(address: str) -> str:
    """What tries are counted by: the address; of IPv6 its /64, which one household has whole."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(known, ipaddress.IPv6Address):
        if known.ipv4_mapped:
            return str(known.ipv4_mapped)
        return str(ipaddress.ip_network((known, 64), strict=False))
    return str(known)


def post_of(request: Request) -> Post:
    """The installation's way to mail people into it."""
    return request.app.state.post


def the_site(request: Request, door: Door) -> Site | None:
    """The site that passkeys are for; None where there can be none."""
    host = request.headers.get("host", "")
    return site_of(door.settings.public_url, scheme=request.url.scheme, host=host)


async def begin_session(
    response: Response, request: Request, door: Door, tenant_id: TenantId
) -> None:
    """Put a fresh session of `tenant_id` into `response`, and the language they speak.

    The language is for answers that know no person: an address with nothing at it, the sign-in.
    """
    agent = clean_line(request.headers.get("user-agent", ""))[:AGENT_MAX]
    async with door.database.transaction(tenant_id) as tx:
        secret = await add_credential(
            tx,
            Credential.SESSION,
            at=door.clock.now(),
            ids=door.ids,
            address=address_of(request),
            agent=agent or None,
        )
        language = (await current(tx)).language.value
    lasts = LIFETIME[Credential.SESSION] or timedelta()
    response.set_cookie(
        SESSION_COOKIE,
        secret,
        max_age=int(lasts.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=is_secure(request, door),
    )
    response.set_cookie(
        LANGUAGE_COOKIE, language, httponly=True, samesite="lax", secure=is_secure(request, door)
    )


def end_cookie(response: Response, request: Request, door: Door) -> None:
    """Have the browser forget its session."""
    response.delete_cookie(
        SESSION_COOKIE, httponly=True, samesite="lax", secure=is_secure(request, door)
    )


def is_secure(request: Request, door: Door) -> bool:
    """Whether the browser reached us by https, so that its cookie may insist on it."""
    return door.is_https or request.url.scheme == "https"
