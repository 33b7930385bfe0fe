"""Webhooks of the channels: what a provider brings, once its signature is verified."""

from datetime import timedelta
from urllib.parse import parse_qs

import structlog
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from exoskull.channels.inbound.twilio import (
    INBOUND_PATH,
    STATUS_PATH,
    read_message,
    read_status,
    webhook_url,
)
from exoskull.channels.model import ChannelName
from exoskull.conversations.converse import converse
from exoskull.conversations.model import Via
from exoskull.conversations.parts import parts_of
from exoskull.conversations.turn import Incoming
from exoskull.conversations.underway import underway_of
from exoskull.interventions import service as interventions
from exoskull.interventions.callbacks import provider_said
from exoskull.tenants.service import of_address
from exoskull.web.door import Door, door_of

router = APIRouter(include_in_schema=False)

REPLY_WITHIN = timedelta(hours=24)
NOTHING_TO_SAY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
"""The answer goes into the thread: whatever leaves by SMS leaves by the outbox."""

log = structlog.get_logger()


@router.post(INBOUND_PATH)
async def sms(request: Request) -> Response:
    """An SMS that somebody wrote: it belongs to whose number it came from.

    Within 24 hours it counts as a reply to the SMS that was sent last. Twilio waits 15 seconds: it
    is told as soon as the message is kept and done; a model goes on answering behind that.
    """
    door, at = door_of(request), door_of(request).clock.now()
    inbound = read_message(
        url=_url(request, door),
        body=await request.body(),
        signature=request.headers.get("x-twilio-signature"),
        token=door.settings.twilio_token,
        at=at,
    )
    tenant_id = await of_address(door.database, ChannelName.SMS.value, inbound.sender)
    if tenant_id is None or not inbound.text.strip():
        log.info("sms.ignored", known=tenant_id is not None)
        return _done()
    async with door.database.transaction(tenant_id) as tx:
        last = await interventions.last_sent(tx, before=at, channel=ChannelName.SMS.value)
        fresh = last is not None and last.sent_at is not None and last.sent_at > at - REPLY_WITHIN
    incoming = Incoming(
        text=inbound.text,
        via=Via.SMS,
        sender=inbound.sender,
        origin_id=inbound.provider_id,
        reply_to=last if fresh else None,
    )
    pieces = converse(parts_of(request), tenant_id, incoming)
    key = f"sms:{inbound.provider_id}"
    await anext(underway_of(request).follow(tenant_id, key, pieces))
    return _done()


@router.post(STATUS_PATH)
async def sms_status(request: Request) -> Response:
    """What became of an SMS that went out."""
    door = door_of(request)
    body = await request.body()
    update = read_status(
        url=_url(request, door),
        body=body,
        signature=request.headers.get("x-twilio-signature"),
        token=door.settings.twilio_token,
    )
    recipient = parse_qs(body.decode("ascii")).get("To", [""])[0]
    tenant_id = await of_address(door.database, ChannelName.SMS.value, recipient)
    if tenant_id is not None:
        async with door.database.transaction(tenant_id) as tx:
            await provider_said(tx, update, at=door.clock.now())
    return _done()


def _url(request: Request, door: Door) -> str:
    """What Twilio called, which behind a proxy is not what came in here."""
    query = request.scope["query_string"].decode("latin-1")
    target = request.scope["raw_path"].decode("latin-1").partition("?")[0]
    seen = f"{request.url.scheme}://{request.url.netloc}"
    return webhook_url(door.settings.public_url or seen, f"{target}?{query}" if query else target)


def _done() -> Response:
    return Response(NOTHING_TO_SAY, media_type="text/xml")
