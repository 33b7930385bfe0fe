"""The page of invitations, for the person whose installation it is."""

from functools import partial
from uuid import UUID

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exoskull.accounts.knock import post_of
from exoskull.accounts.model import LABEL_MAX
from exoskull.channels.addresses import parse_email
from exoskull.i18n import error_text
from exoskull.kit.errors import Conflict, ExoSkullError, InvalidInput
from exoskull.onboarding import inviting
from exoskull.onboarding.model import INVITATION_LASTS
from exoskull.tenants.service import current
from exoskull.tenants.visit import PageCaller, voice_of
from exoskull.web.bodies import form_of
from exoskull.web.door import Door
from exoskull.web.errors import status_of
from exoskull.web.paging import rest_of

router = APIRouter(include_in_schema=False)

SHOWN = 25


@router.get("/invitations")
async def invitations_page(
    request: Request, caller: PageCaller, before: UUID | None = None
) -> Response:
    """Whom the person has invited, and a form to invite another; `before` pages back."""
    return await _page(request, caller, before=before)


@router.post("/invitations")
async def invite(request: Request, caller: PageCaller) -> Response:
    """Make an invitation; its link stands on the answer, and nowhere else."""
    door, given = caller.door, await form_of(request)
    label, email = given.get("label", ""), given.get("email", "").strip()
    try:
        to = parse_email(email) if email else None
        path = await inviting.invite(
            door.database, caller.tenant_id, label=label, at=door.clock.now(), ids=door.ids
        )
    except (InvalidInput, Conflict) as error:
        return await _page(request, caller, label=label, email=email, error=error)
    mailed = None
    post = post_of(request)
    if to is not None and post.is_there:
        async with door.database.transaction(caller.tenant_id) as tx:
            tenant = await current(tx)
        mailed = await post.invite(
            caller.tenant_id,
            to=to,
            path=path,
            name=tenant.name,
            days=INVITATION_LASTS.days,
            language=tenant.language.value,
        )
    elif to is not None:
        mailed = False
    link = _base(request, door) + path
    return await _page(request, caller, made=label.strip(), link=link, mailed=mailed)


@router.post("/invitations/{invitation_id}/withdraw")
async def withdraw(invitation_id: UUID, caller: PageCaller) -> Response:
    """Take an invitation back."""
    door = caller.door
    await inviting.withdraw(
        door.database, caller.tenant_id, invitation_id, at=door.clock.now(), ids=door.ids
    )
    return RedirectResponse("/invitations", 303)


def _base(request: Request, door: Door) -> str:
    """How the inviter's own browser reached us: to be passed on by hand, so it may be believed."""
    url = door.settings.public_url or f"{request.url.scheme}://{request.headers.get('host', '')}"
    return url.rstrip("/")


async def _page(
    request: Request,
    caller: PageCaller,
    *,
    before: UUID | None = None,
    label: str = "",
    email: str = "",
    made: str = "",
    link: str | None = None,
    mailed: bool | None = None,
    error: ExoSkullError | None = None,
) -> Response:
    door, at = caller.door, caller.door.clock.now()
    found = await inviting.invitations(door.database, caller.tenant_id, before=before, limit=SHOWN)
    count = partial(inviting.count_before, door.database, caller.tenant_id)
    async with door.database.transaction(caller.tenant_id) as tx:
        voice = voice_of(await current(tx), at)
    return door.pages.response(
        "onboarding/invitations.html",
        voice,
        status_code=200 if error is None else status_of(error),
        page="accounts",
        invitations=[(one, one.state(at).value) for one in found],
        rest=await rest_of(found, SHOWN, came_from=before, count=count),
        label=label,
        email=email,
        made=made,
        link=link,
        mailed=mailed,
        days=INVITATION_LASTS.days,
        has_mail=post_of(request).is_there,
        label_most=LABEL_MAX,
        error=None if error is None else error_text(error, voice.language),
    )
