"""Passkeys: made on the account page, used at the door, for this site only and once each."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import httpx2
import pytest
from accounts.authenticator import Authenticator
from accounts.entering import HERE
from serving.served import AT, MakePerson, Served, Somebody

from exoskull.accounts.passkeys import Site, site_of

SignedIn = Callable[[Somebody], Awaitable[httpx2.AsyncClient]]


def at_localhost(web: Served, browser: httpx2.AsyncClient) -> httpx2.AsyncClient:
    """The same browser, by the name that passkeys may be made for."""
    port = web.url.rpartition(":")[2]
    cookies = dict(browser.cookies.items())
    headers = HERE | {"Host": f"localhost:{port}"}
    return web.client(headers=headers, cookies=cookies)


@pytest.fixture
def key(web: Served) -> Authenticator:
    return Authenticator(origin=f"http://localhost:{web.url.rpartition(':')[2]}")


@pytest.fixture
def inside(web: Served, browser: httpx2.AsyncClient) -> httpx2.AsyncClient:
    """Anna's browser at localhost."""
    return at_localhost(web, browser)


@pytest.fixture
def outside(web: Served) -> httpx2.AsyncClient:
    """A stranger's browser at localhost."""
    return at_localhost(web, web.client())


async def add(
    browser: httpx2.AsyncClient, key: Authenticator, label: str = "Telephone"
) -> httpx2.Response:
    options = (await browser.post("/account/passkeys/options", json={})).json()
    body = {"label": label, "credential": key.register(options)}
    return await browser.post("/account/passkeys", json=body)


async def offered(browser: httpx2.AsyncClient) -> dict[str, Any]:
    return (await browser.post("/sign-in/passkey/options", json={})).json()


async def enter(browser: httpx2.AsyncClient, key: Authenticator) -> httpx2.Response:
    return await browser.post("/sign-in/passkey", json=key.answer(await offered(browser)))


async def test_a_passkey_signs_in_without_a_name_and_ends_with_its_removal(
    inside: httpx2.AsyncClient, outside: httpx2.AsyncClient, key: Authenticator
) -> None:
    assert (await add(inside, key)).json() == {"go": "/account#passkeys"}
    entered = await enter(outside, key)
    assert entered.json() == {"go": "/"}
    assert "httponly" in entered.headers["set-cookie"].lower()
    page = (await inside.get("/account")).text
    assert "Telephone" in page
    remove = page.partition('action="/account/passkeys/')[2].partition('"')[0]
    assert (await inside.post(f"/account/passkeys/{remove}")).status_code == 303
    assert (await enter(outside, key)).status_code == 401


async def test_an_answer_works_once_and_for_five_minutes(
    web: Served, inside: httpx2.AsyncClient, outside: httpx2.AsyncClient, key: Authenticator
) -> None:
    await add(inside, key)
    answer = key.answer(await offered(outside))
    late = key.answer(await offered(outside))
    codes = [(await outside.post("/sign-in/passkey", json=answer)).status_code for _ in range(2)]
    web.clock.advance(AT + timedelta(minutes=5))
    codes.append((await outside.post("/sign-in/passkey", json=late)).status_code)
    assert codes == [200, 401, 401]


@pytest.mark.parametrize(
    "change",
    [
        {"origin": "https://evil.example"},
        {"domain": "evil.example"},
        {"verifies": False},
    ],
)
async def test_an_answer_made_for_another_site_or_unverified_is_not_taken(
    inside: httpx2.AsyncClient,
    outside: httpx2.AsyncClient,
    key: Authenticator,
    change: dict[str, Any],
) -> None:
    await add(inside, key)
    for name, value in change.items():
        setattr(key, name, value)
    assert (await enter(outside, key)).status_code == 401
    assert (await add(inside, key)).status_code in (409, 422)


async def test_another_device_with_the_same_name_is_not_taken(
    inside: httpx2.AsyncClient, outside: httpx2.AsyncClient, key: Authenticator
) -> None:
    await add(inside, key)
    forged = Authenticator(origin=key.origin, credential_id=key.credential_id, count=9)
    assert (await enter(outside, forged)).status_code == 401


async def test_a_copied_key_that_counts_behind_is_not_taken(
    inside: httpx2.AsyncClient, outside: httpx2.AsyncClient, key: Authenticator
) -> None:
    await add(inside, key)
    assert (await enter(outside, key)).status_code == 200
    key.count = 0
    assert (await enter(outside, key)).status_code == 401


async def test_a_challenge_for_one_person_registers_no_key_for_another(
    web: Served,
    inside: httpx2.AsyncClient,
    key: Authenticator,
    person: MakePerson,
    signed_in: SignedIn,
) -> None:
    bruno = at_localhost(web, await signed_in(await person("Bruno")))
    options = (await bruno.post("/account/passkeys/options", json={})).json()
    body = {"label": "Telephone", "credential": key.register(options)}
    assert (await inside.post("/account/passkeys", json=body)).status_code == 422
    signing_in = await offered(inside)
    body = {"label": "Telephone", "credential": key.register(signing_in)}
    assert (await inside.post("/account/passkeys", json=body)).status_code == 422


async def test_one_key_belongs_to_one_person(
    web: Served,
    inside: httpx2.AsyncClient,
    key: Authenticator,
    person: MakePerson,
    signed_in: SignedIn,
) -> None:
    bruno = at_localhost(web, await signed_in(await person("Bruno")))
    assert (await add(inside, key)).status_code == 200
    assert (await add(bruno, key)).status_code == 409


@pytest.mark.parametrize(
    "body",
    [[], {}, {"id": 1}, {"id": "a", "response": {"clientDataJSON": "e30"}}, {"response": None}],
)
async def test_nonsense_is_refused_and_nothing_breaks(
    inside: httpx2.AsyncClient, outside: httpx2.AsyncClient, body: Any
) -> None:
    assert (await outside.post("/sign-in/passkey", json=body)).status_code in (401, 422)
    wrapped = {"label": "a", "credential": body}
    assert (await inside.post("/account/passkeys", json=wrapped)).status_code == 422


async def test_by_a_bare_address_there_are_no_passkeys_and_the_page_says_why(
    browser: httpx2.AsyncClient,
) -> None:
    page = (await browser.get("/account")).text
    assert "passkeys.js" not in page
    assert "EXOSKULL_PUBLIC_URL" in page
    refused = await browser.post("/account/passkeys/options", json={})
    assert (refused.status_code, refused.json()["error"]["key"]) == (403, "passkey.no_site")


@pytest.mark.parametrize(
    ("public_url", "host", "expected"),
    [
        (
            "https://exo.example.org",
            "anything",
            Site(domain="exo.example.org", origin="https://exo.example.org"),
        ),
        (
            "https://exo.example.org:8443/",
            "x",
            Site(domain="exo.example.org", origin="https://exo.example.org:8443"),
        ),
        ("http://exo.example.org", "x", None),
        ("https://10.0.0.5", "x", None),
        ("https://[::1]", "x", None),
        (None, "localhost:8765", Site(domain="localhost", origin="http://localhost:8765")),
        (None, "evil.example", None),
        (None, "localhost.evil.example", None),
        (None, "127.0.0.1:8765", None),
        (None, "", None),
        (None, "[bad", None),
    ],
)
def test_the_site_is_the_public_one_or_this_very_machine(
    public_url: str | None, host: str, expected: Site | None
) -> None:
    assert site_of(public_url, scheme="http", host=host) == expected
