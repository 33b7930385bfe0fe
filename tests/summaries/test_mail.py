"""A summary on the wire, to a real mail server, and the click that ends it, on the real web."""

import re
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import httpx2
import pytest
from acceptance.life import Life
from peers.smtp import Accepted, SmtpPeer
from serving.served import Served, serving

from exoskull.channels.adapters.mail import Sender
from exoskull.channels.adapters.smtp import SmtpAdapter
from exoskull.channels.adapters.smtp_server import SmtpServer
from exoskull.channels.model import ChannelName
from exoskull.composition.assembling import assemble
from exoskull.interventions.model import HOLD
from exoskull.summaries import subscriptions
from exoskull.summaries.model import SummaryKind
from exoskull.summaries.service import plan_summary

WEB = "https://exo.example.net"


async def mailed(life: Life, peer: SmtpPeer) -> Accepted:
    """The week's summary, as the server took it over."""
    sender = Sender(address="exo@example.net", name="ExoSkull")
    adapter = SmtpAdapter(SmtpServer.parse(peer.url), sender)
    here = assemble(
        life.database,
        clock=life.world.clock,
        ids=life.world.installation.ids,
        adapters={ChannelName.EMAIL: adapter},
        web_url=WEB,
    )
    async with life.tx() as tx:
        slot = date(2026, 3, 9).isoformat()
        said = await plan_summary(tx, here.loop, SummaryKind.WEEKLY, slot=slot, at=life.now)
    assert said == "planned"
    life.world.clock.advance(life.now + HOLD)
    await here.outbox.tick()
    (accepted,) = peer.mails
    return accepted


def link_in(mail: Accepted) -> str:
    found = re.fullmatch(r"<(https://\S+)>", mail.message["List-Unsubscribe"])
    assert found
    return found[1]


async def test_it_has_both_parts_and_one_click_to_end_it(week: Life, smtp_peer: SmtpPeer) -> None:
    mail = await mailed(week, smtp_peer)
    assert mail.message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in mail.message.iter_parts()] == [
        "text/plain",
        "text/html",
    ]
    assert mail.message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = link_in(mail)
    assert link.startswith(f"{WEB}/unsubscribe/")
    plain, html = mail.message.get_body(("plain",)), mail.message.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert f"Nie przysyłaj takich podsumowań: {link}" in plain.get_content()
    assert f'<a href="{link}"' in html.get_content()
    assert html.get_content().rstrip().endswith("</body></html>")


async def test_the_links_secret_is_kept_nowhere_but_in_the_mail(
    week: Life, smtp_peer: SmtpPeer
) -> None:
    secret = link_in(await mailed(week, smtp_peer)).rpartition("/")[2]
    async with week.tx() as tx:
        kept = await tx.dicts(
            """
            select to_jsonb(i)::text as row from interventions i
            union all select to_jsonb(e)::text from events e
            union all select to_jsonb(l)::text from unsubscribe_links l
            """
        )
    assert kept
    assert not any(secret in row["row"] for row in kept)


async def test_other_mails_bring_no_such_header(week: Life) -> None:
    adapter = week.world.installation.adapters[ChannelName.EMAIL]
    assert all(not one.delivery.headers for one in getattr(adapter, "sent"))  # noqa: B009


@pytest.fixture
async def web(week: Life, tmp_path: Path) -> AsyncIterator[Served]:
    async with serving(week.database, tmp_path) as served:
        yield served


async def wanted(life: Life) -> bool:
    async with life.tx() as tx:
        return SummaryKind.WEEKLY not in await subscriptions.unwanted(tx)


async def test_a_mail_programs_one_click_ends_it_without_signing_in(
    week: Life, smtp_peer: SmtpPeer, web: Served
) -> None:
    path = link_in(await mailed(week, smtp_peer)).removeprefix(WEB)
    program = web.client()
    seen = await program.get(path)
    assert seen.status_code == 200
    assert await wanted(week)  # looking changes nothing
    done = await program.post(path, data={"List-Unsubscribe": "One-Click"})
    assert done.status_code == 200
    assert not await wanted(week)
    assert "nie będą już przychodzić" in done.text
    again = await program.post(path, data={"List-Unsubscribe": "One-Click"})
    assert again.status_code == 200
    (told,) = await week.events("summary.stopped")
    assert told.data["by"] == "link"
    back = await program.post(f"{path}/undo")
    assert back.status_code == 200
    assert await wanted(week)


async def test_another_site_cannot_press_the_button(
    week: Life, smtp_peer: SmtpPeer, web: Served
) -> None:
    path = link_in(await mailed(week, smtp_peer)).removeprefix(WEB)
    answer = await web.client().post(path, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert await wanted(week)


@pytest.mark.parametrize("secret", ["x", "A" * 43, "%00", "a b"])
async def test_an_unknown_link_ends_nothing_and_says_how_to_go_on(
    week: Life, web: Served, secret: str
) -> None:
    answer: httpx2.Response = await web.client().post(f"/unsubscribe/{secret}")
    assert answer.status_code == 404
    assert await wanted(week)
