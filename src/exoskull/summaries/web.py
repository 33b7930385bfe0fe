"""The way out of summaries: one click from a mail, without signing in; and a page of all kinds."""

from typing import Literal

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exoskull.kit.errors import InvalidInput
from exoskull.kit.ids import TraceId
from exoskull.summaries import subscriptions
from exoskull.summaries.model import SummaryKind
from exoskull.tenants.service import current
from exoskull.tenants.visit import PageVisit, voice_of
from exoskull.web.door import door_of

router = APIRouter(include_in_schema=False)

PAGE = "/summaries"


@router.get("/unsubscribe/{secret}")
async def ask(request: Request, secret: str) -> Response:
    """The page behind a mail's link. Looking at it changes nothing: mail programs look too."""
    return await _through_link(request, secret, wanted=None)


@router.post("/unsubscribe/{secret}")
async def stop(request: Request, secret: str) -> Response:
    """End that kind of summary, by the page's button or a mail program's (RFC 8058), which sends
    no cookie and reads only whether it worked."""
    return await _through_link(request, secret, wanted=False)


@router.post("/unsubscribe/{secret}/undo")
async def resume(request: Request, secret: str) -> Response:
    """Take it back."""
    return await _through_link(request, secret, wanted=True)


async def _through_link(request: Request, secret: str, *, wanted: bool | None) -> Response:
    door = door_of(request)
    at = door.clock.now()
    tenant_id = await subscriptions.owner(door.database, secret)
    async with door.database.transaction(tenant_id) as tx:
        tenant = await current(tx)
        request.state.language = tenant.language.value
        kind = await subscriptions.kind_of(tx, secret)
        if wanted is not None:
            trace = TraceId(door.ids.new())
            await subscriptions.change(tx, kind, wanted=wanted, by="link", at=at, trace=trace)
        is_wanted = kind not in await subscriptions.unwanted(tx)
    return door.pages.response(
        "summaries/unsubscribe.html",
        voice_of(tenant, at),
        kind=kind.value,
        path=f"{subscriptions.PATH}/{secret}",
        stopped=not is_wanted,
        resumed=wanted is True,
    )


@router.get(PAGE)
async def kinds(visit: PageVisit) -> Response:
    """Every kind of summary, and whether the person gets it."""
    unwanted = await subscriptions.unwanted(visit.tx)
    return visit.door.pages.response(
        "summaries/page.html",
        visit.voice,
        rows=[(kind.value, kind not in unwanted) for kind in SummaryKind],
        has_email=visit.tenant.email is not None and visit.door.settings.smtp_url is not None,
    )


@router.post(PAGE + "/{kind}/{verb}")
async def change(visit: PageVisit, kind: str, verb: Literal["resume", "stop"]) -> Response:
    """Begin or end one kind: `verb` is `resume` or `stop`."""
    wanted = _kind(kind)
    await subscriptions.change(
        visit.tx,
        wanted,
        wanted=verb == "resume",
        by="web",
        at=visit.at,
        trace=visit.new_trace(),
    )
    return RedirectResponse(PAGE, 303)


def _kind(value: str) -> SummaryKind:
    try:
        return SummaryKind(value)
    except ValueError as error:
        known = ", ".join(kind.value for kind in SummaryKind)
        raise InvalidInput(
            "summary.unknown_kind", field="kind", value=value[:40], known=known
        ) from error
