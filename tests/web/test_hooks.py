"""Webhooks: what Twilio brings, and only Twilio."""

from datetime import timedelta
from urllib.parse import urlencode

import httpx2
import pytest
from interventions.by_hand import by_hand
from peers.twilio import TwilioPeer
from serving.served import AT, MakePerson, Served, Somebody

from exoskull.channels.model import ChannelName
from exoskull.interventions.model import Intervention, State
from exoskull.interventions.store import insert

HER = "+48600100200"


async def brought(
    web: Served, form: dict[str, str], path: str = "/hooks/sms", *, signature: str | None = None
) -> httpx2.Response:
    """The answer to a form that Twilio posts."""
    url = web.url + path
    signed = TwilioPeer().signature(url, form) if signature is None else signature
    return await web.client().post(
        path,
        content=urlencode(form).encode(),
        headers={
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Twilio-Signature": signed,
        },
    )


async def sms(web: Served, text: str, sender: str = HER) -> httpx2.Response:
    return await brought(web, TwilioPeer().inbound_form(sender, text))


async def texts(somebody: Somebody) -> list[tuple[str, str]]:
    thread = (await somebody.api.get("/api/v1/messages")).json()["items"]
    return [(one["channel"], one["text"]) for one in thread]


async def sent_sms(web: Served, somebody: Somebody, receipt: str) -> Intervention:
    """An SMS that has left."""
    one = by_hand(
        web.installation.ids,
        AT,
        symptom="silence",
        action="send_sms:wellness",
        channel=ChannelName.SMS,
        state=State.SENT,
        attempts=1,
        claimed_at=AT,
        local_date=AT.date(),
        recipient=HER,
        receipt=receipt,
        sent_at=AT,
        outcome_due_at=AT + timedelta(days=1),
    )
    async with web.database.transaction(somebody.tenant_id) as tx:
        await insert(tx, one)
    return one


async def test_an_sms_is_said_in_its_owners_thread(
    web: Served, anna: Somebody, person: MakePerson
) -> None:
    bruno = await person("Bruno", phone="+48600100300")
    answer = await sms(web, "drank 3 glasses of water")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/xml; charset=utf-8")
    assert answer.text.endswith("<Response/>")
    said, answered = await texts(anna)
    assert said == ("sms", "drank 3 glasses of water")
    assert answered[1].startswith("Logged: 3 glasses of water")
    assert await texts(bruno) == []


async def test_the_same_sms_brought_twice_is_one(web: Served, anna: Somebody) -> None:
    form = TwilioPeer().inbound_form(HER, "drank 3 glasses of water")
    for _ in range(2):
        assert (await brought(web, form)).status_code == 200
    assert len((await anna.api.get("/api/v1/measures")).json()["items"]) == 1


@pytest.mark.parametrize(("hours", "replies"), [(23, 1), (24, 0)])
async def test_an_sms_answers_the_last_one_within_a_day(
    web: Served, anna: Somebody, hours: int, replies: int
) -> None:
    one = await sent_sms(web, anna, "SM1")
    web.clock.advance(AT + timedelta(hours=hours))
    await sms(web, "fine, thanks")
    outcomes = (await anna.api.get("/api/v1/outcomes")).json()["items"]
    assert [found["intervention"] for found in outcomes] == [str(one.id)] * replies


@pytest.mark.parametrize("text", ["", "  "])
async def test_an_sms_without_words_changes_nothing(web: Served, anna: Somebody, text: str) -> None:
    assert (await sms(web, text)).status_code == 200
    assert await texts(anna) == []


async def test_a_strangers_sms_is_nobodys(web: Served, anna: Somebody) -> None:
    assert (await sms(web, "stop", sender="+48600999999")).status_code == 200
    assert await texts(anna) == []


@pytest.mark.parametrize("signature", ["", "AAAA"])
async def test_what_is_not_signed_is_refused(web: Served, anna: Somebody, signature: str) -> None:
    form = TwilioPeer().inbound_form(HER, "stop")
    for path in ("/hooks/sms", "/hooks/sms/status"):
        answer = await brought(web, form, path, signature=signature)
        assert answer.status_code == 401
        assert answer.json()["error"]["key"] == "webhook.signature_invalid"
    assert await texts(anna) == []


async def test_an_sms_that_was_not_delivered_has_failed_and_gives_its_place_back(
    web: Served, anna: Somebody
) -> None:
    one = await sent_sms(web, anna, "SM1")
    form = {"MessageSid": "SM1", "To": HER, "MessageStatus": "undelivered", "ErrorCode": "30003"}
    for _ in range(2):
        assert (await brought(web, form, "/hooks/sms/status")).status_code == 200
    found = (await anna.api.get(f"/api/v1/interventions/{one.id}")).json()
    assert found["state"] == "failed"
    assert found["failure"]
    failed = (await anna.api.get("/api/v1/events?kind=intervention.failed")).json()["items"]
    assert len(failed) == 1


@pytest.mark.parametrize("status", ["queued", "sent", "delivered"])
async def test_other_news_of_an_sms_change_nothing(
    web: Served, anna: Somebody, status: str
) -> None:
    one = await sent_sms(web, anna, "SM1")
    form = {"MessageSid": "SM1", "To": HER, "MessageStatus": status}
    assert (await brought(web, form, "/hooks/sms/status")).status_code == 200
    found = (await anna.api.get(f"/api/v1/interventions/{one.id}")).json()
    assert found["state"] == "sent"
