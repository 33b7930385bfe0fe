"""Invitations: the owner's alone to make, and each good for one space apart."""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta

import httpx2
from accounts.entering import HERE, mails
from serving.served import AT, MakePerson, Served, Somebody

from exoskull.tenants.service import everyone

SignedIn = Callable[[Somebody], Awaitable[httpx2.AsyncClient]]


def link_in(page: str) -> str:
    return re.findall(r'id="invitation-link">([^<]+)<', page)[0]


async def use(web: Served, link: str, name: str) -> httpx2.Response:
    token = link.partition("token=")[2]
    data = {"token": token, "name": name, "timezone": "Europe/Warsaw"}
    return await web.client(headers=HERE).post("/setup", data=data)


async def test_an_invited_person_makes_one_space_of_their_own(
    web: Served, anna: Somebody, browser: httpx2.AsyncClient
) -> None:
    web.clock.advance(AT + timedelta(seconds=1))
    made = await browser.post("/invitations", data={"label": "Jan <3"})
    link = link_in(made.text)
    assert link.startswith(f"{web.url}/setup?token=")
    first = await use(web, link, "Jan")
    assert (first.status_code, first.headers["location"]) == (303, "/welcome")
    assert (await use(web, link, "Jan again")).status_code == 401
    assert [name for _, name in await everyone(web.database)] == ["Anna", "Jan"]
    page = (await browser.get("/invitations")).text
    assert "accepted" in page
    assert "Jan &lt;3" in page
    assert link not in page
    invited = web.client(cookies={"exo_session": first.cookies["exo_session"]})
    assert (await invited.get("/invitations")).status_code == 403


async def test_only_the_owner_invites(
    web: Served, anna: Somebody, person: MakePerson, signed_in: SignedIn
) -> None:
    web.clock.advance(AT + timedelta(seconds=1))
    bruno = await person("Bruno")
    async with web.database.transaction(bruno.tenant_id) as tx:
        await tx.execute("update tenants set created_at = %(at)s", at=web.clock.now())
    his = await signed_in(bruno)
    assert (await his.get("/invitations")).status_code == 403
    assert (await his.post("/invitations", data={"label": "Jan"})).status_code == 403
    assert 'href="/invitations"' not in (await his.get("/account")).text


async def test_an_invitation_by_mail_says_who_invites_and_only_the_mail_has_the_link(
    web: Served, anna: Somebody, browser: httpx2.AsyncClient
) -> None:
    data = {"label": "Jan", "email": "jan@example.org"}
    page = (await browser.post("/invitations", data=data)).text
    (mail,) = await mails(web, 1)
    assert (mail.to, mail.subject) == ("jan@example.org", "Anna invites you to ExoSkull")
    assert "handed to the mail server" in page
    assert link_in(page).partition("token=")[2] in mail.text
    async with web.database.transaction(anna.tenant_id) as tx:
        rows = str(await tx.dicts("select * from events"))
        rows += str(await tx.dicts("select * from account_mails"))
    assert link_in(page).partition("token=")[2] not in rows
    assert "jan@example.org" not in rows


async def test_an_invitation_taken_back_or_a_week_old_opens_nothing(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    web.clock.advance(AT + timedelta(seconds=1))
    links = [
        link_in((await browser.post("/invitations", data={"label": name})).text)
        for name in ("Jan", "Ola")
    ]
    page = (await browser.get("/invitations")).text
    withdraw = re.findall(r'action="(/invitations/[^"]+/withdraw)"', page)
    assert (await browser.post(withdraw[0])).status_code == 303
    assert (await browser.post(withdraw[0])).status_code == 404
    codes = sorted([(await use(web, link, "Jan")).status_code for link in links])
    assert codes == [303, 401]
    late = link_in((await browser.post("/invitations", data={"label": "Ewa"})).text)
    web.clock.advance(AT + timedelta(days=7, seconds=1))
    assert (await use(web, late, "Ewa")).status_code == 401
    assert "expired" in (await browser.get("/invitations")).text


async def test_a_bad_address_is_said_and_invites_nobody(browser: httpx2.AsyncClient) -> None:
    data = {"label": "Jan", "email": "jan at example"}
    answer = await browser.post("/invitations", data=data)
    assert answer.status_code == 422
    assert 'id="invite-error"' in answer.text
    assert "invited nobody yet" in (await browser.get("/invitations")).text
