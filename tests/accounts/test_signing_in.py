"""The sign-in page: what lets in, what it gives away, and how often it may be tried."""

import asyncio
import re
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest
from accounts.entering import HERE, PASSWORD, mails, sign_in
from argon2 import PasswordHasher
from serving.served import AT, MakePerson, Served, Somebody, serving

from exoskull.accounts import store
from exoskull.accounts.model import LIMITS, WINDOW, Way
from exoskull.accounts.passwords import hash_password
from exoskull.app import make_entry_link
from exoskull.database.pool import Database

TRIES = LIMITS[Way.PASSWORD].by_subject or 0
LINKS = LIMITS[Way.LINK].by_subject or 0


@pytest.fixture
async def with_password(browser: httpx2.AsyncClient) -> None:
    """Anna has set a password."""
    answer = await browser.post("/account/password", data={"password": PASSWORD})
    assert answer.headers["location"] == "/account#password"


@pytest.mark.usefixtures("with_password")
@pytest.mark.parametrize("login", ["Anna", " Anna ", "anna@example.org", "ANNA@example.ORG"])
async def test_name_or_e_mail_with_the_password_sign_in(web: Served, login: str) -> None:
    found = await sign_in(web, login, PASSWORD)
    assert found.status == 303
    inside = web.client(cookies={"exo_session": found.session or ""})
    assert (await inside.get("/account")).status_code == 200


@pytest.mark.usefixtures("with_password")
async def test_who_is_unknown_is_told_the_same_as_who_has_the_password_wrong(
    web: Served, person: MakePerson
) -> None:
    await person("Bruno")
    pages = set()
    for login in ("Anna", "Bruno", "Nobody", "nobody@example.org", "\0", ""):
        answer = await web.client(headers=HERE).post(
            "/sign-in", data={"login": login, "password": "something else"}
        )
        assert answer.status_code == 401
        assert "set-cookie" not in answer.headers
        pages.add(re.sub(r'name="login" value="[^"]*"', "", answer.text))
    assert len(pages) == 1


@pytest.mark.usefixtures("with_password")
async def test_guessing_at_one_account_is_stopped_from_wherever_and_ends_with_the_window(
    database: Database, tmp_path: Path
) -> None:
    async with serving(database, tmp_path, trusted_proxy="127.0.0.0/8") as web:
        for number in range(TRIES):
            headers = {"X-Forwarded-For": f"203.0.113.{number}"}
            login = ("Anna", "anna@example.org")[number % 2]
            assert (await sign_in(web, login, "wrong", headers=headers)).status == 401
        elsewhere = {"X-Forwarded-For": "198.51.100.1"}
        assert (await sign_in(web, "Anna", PASSWORD, headers=elsewhere)).status == 429
        web.clock.advance(AT + WINDOW)
        assert (await sign_in(web, "Anna", PASSWORD, headers=elsewhere)).status == 303


@pytest.mark.usefixtures("with_password")
async def test_guessing_from_one_address_at_many_accounts_is_stopped(
    web: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object) -> bool:
        return False

    monkeypatch.setattr("exoskull.accounts.service.is_password", never)
    for number in range(LIMITS[Way.PASSWORD].by_address):
        assert (await sign_in(web, f"somebody {number}", "wrong")).status == 401
    assert (await sign_in(web, "Anna", PASSWORD)).status == 429


@pytest.mark.usefixtures("with_password")
async def test_a_flood_of_guesses_at_once_counts_as_many_as_one_after_another(
    web: Served,
) -> None:
    tries = await asyncio.gather(*(sign_in(web, "Anna", "wrong") for _ in range(TRIES + 5)))
    assert [one.status for one in tries].count(401) == TRIES
    assert [one.status for one in tries].count(429) == 5


@pytest.mark.usefixtures("with_password")
async def test_getting_in_forgives_the_tries_before(web: Served) -> None:
    for _ in range(2):
        for _ in range(TRIES - 1):
            await sign_in(web, "Anna", "wrong")
        assert (await sign_in(web, "Anna", PASSWORD)).status == 303


@pytest.mark.usefixtures("with_password")
async def test_no_forwarded_address_is_believed_of_a_stranger(web: Served) -> None:
    for number in range(TRIES):
        headers = {"X-Forwarded-For": f"203.0.113.{number}"}
        await sign_in(web, f"somebody {number}", "wrong", headers=headers)
    async with web.database.system() as tx:
        rows = await tx.dicts("select distinct address from sign_in_attempts")
    assert [row["address"] for row in rows] == ["127.0.0.1"]


@pytest.mark.usefixtures("with_password")
async def test_a_password_is_kept_as_argon2id_of_nineteen_mebibytes(
    web: Served, anna: Somebody
) -> None:
    async with web.database.transaction(anna.tenant_id) as tx:
        account = await store.account(tx)
        rows = await tx.dicts("select * from events")
    assert account is not None
    assert (account.password_hash or "").startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert PASSWORD not in str(rows)


@pytest.mark.usefixtures("with_password")
async def test_a_hash_of_other_parameters_is_renewed_as_its_owner_signs_in(
    web: Served, anna: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def kept() -> str:
        async with web.database.transaction(anna.tenant_id) as tx:
            account = await store.account(tx)
        assert account is not None
        return account.password_hash or ""

    monkeypatch.setattr(
        "exoskull.accounts.passwords._HASHER", PasswordHasher(memory_cost=64, time_cost=1)
    )
    old = await hash_password(PASSWORD)
    monkeypatch.undo()
    async with web.database.transaction(anna.tenant_id) as tx:
        await tx.execute("update accounts set password_hash = %(old)s", old=old)
    assert (await sign_in(web, "Anna", PASSWORD)).status == 303
    assert "m=19456" in await kept()
    assert (await sign_in(web, "Anna", PASSWORD)).status == 303


# links by mail


async def ask(web: Served, login: str) -> httpx2.Response:
    return await web.client(headers=HERE).post("/sign-in/link", data={"login": login})


async def test_a_link_by_mail_signs_in_once_within_a_quarter_of_an_hour(
    web: Served, anna: Somebody
) -> None:
    assert (await ask(web, "anna@example.org")).status_code == 200
    assert (await ask(web, "Anna")).status_code == 200
    first, second = await mails(web, 2)
    assert (first.to, first.language) == ("anna@example.org", "en")
    links = [re.findall(r"/login\?token=(\S+)", mail.text)[0] for mail in (first, second)]
    used = [await web.client(headers=HERE).post("/login", data={"token": links[0]})]
    used.append(await web.client(headers=HERE).post("/login", data={"token": links[0]}))
    web.clock.advance(AT + timedelta(minutes=15))
    used.append(await web.client(headers=HERE).post("/login", data={"token": links[1]}))
    assert [one.status_code for one in used] == [303, 401, 401]
    async with asyncio.timeout(20):
        rows: list[tuple[object, ...]] = []
        while len(rows) < 2:
            async with web.database.transaction(anna.tenant_id) as tx:
                found = await tx.dicts(
                    "select kind, receipt from account_mails where state = 'sent'"
                )
            rows = sorted(tuple(row.values()) for row in found)
    assert rows == [("sign_in", "rec-email-000001"), ("sign_in", "rec-email-000002")]


async def test_asking_for_a_link_tells_nobody_who_is_there(
    web: Served, anna: Somebody, person: MakePerson
) -> None:
    await person("Bruno")
    pages = {
        re.sub(r'name="login" value="[^"]*"', "", (await ask(web, login)).text)
        for login in ("anna@example.org", "Bruno", "nobody@example.org")
    }
    assert len(pages) == 1
    assert len(await mails(web, 1)) == 1


async def test_links_are_mailed_three_times_in_a_quarter_of_an_hour_at_most(
    web: Served, anna: Somebody
) -> None:
    answers = [await ask(web, login) for login in ("Anna", "anna@example.org") * LINKS]
    assert [one.status_code for one in answers] == [200] * LINKS + [429] * LINKS
    assert len(await mails(web, LINKS)) == LINKS


async def test_who_switched_links_off_gets_none(
    web: Served, anna: Somebody, browser: httpx2.AsyncClient
) -> None:
    await ask(web, "Anna")
    await mails(web, 1)
    await browser.post("/account/mail-links", data={"on": "0"})
    await ask(web, "Anna")
    (mail,) = await mails(web, 1)
    token = re.findall(r"token=(\S+)", mail.text)[0]
    before = await web.client(headers=HERE).post("/login", data={"token": token})
    assert before.status_code == 401


async def test_several_spaces_of_one_address_get_a_link_each(
    web: Served, anna: Somebody, person: MakePerson
) -> None:
    await person("Anna at work", email="anna@example.org")
    await ask(web, "anna@example.org")
    greeted = sorted(mail.text.partition("\n")[0] for mail in await mails(web, 2))
    assert greeted == ["Hello, Anna at work.", "Hello, Anna."]


async def test_where_no_mail_is_sent_the_page_offers_none(web: Served) -> None:
    page = (await web.client().get("/sign-in")).text
    assert "/sign-in/link" in page
    assert (await web.client().get("/login")).text == page


# what is kept


async def test_behind_a_trusted_proxy_the_session_insists_on_https_and_knows_the_person(
    database: Database, tmp_path: Path
) -> None:
    async with serving(database, tmp_path, trusted_proxy="127.0.0.1") as web:
        link = await make_entry_link(web.installation, web.settings)
        data = {"token": link.partition("token=")[2], "name": "Anna", "timezone": "UTC"}
        answer = await web.client(
            headers=HERE
            | {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9, 198.51.100.7"}
        ).post("/setup", data=data)
        assert "secure" in answer.headers["set-cookie"].lower()
        assert answer.headers["strict-transport-security"]
        session = answer.cookies["exo_session"]
        page = await web.client(headers={"Cookie": f"exo_session={session}"}).get("/account")
        assert "From 198.51.100.7." in page.text
