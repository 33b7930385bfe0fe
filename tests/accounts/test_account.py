"""The account page: sessions, password and tokens, seen and ended by their person."""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta

import httpx2
import pytest
from accounts.entering import HERE, PASSWORD, sign_in
from serving.served import AT, MakePerson, Served, Somebody, streams_open
from serving.sse import heard

from exoskull.accounts.model import TOKENS_MAX
from exoskull.accounts.passwords import LENGTH_MIN
from exoskull.tenants.model import Scope

SignedIn = Callable[[Somebody], Awaitable[httpx2.AsyncClient]]
TokenOf = Callable[[Somebody, Scope], Awaitable[httpx2.AsyncClient]]
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"


def forms(page: str, action: str) -> list[str]:
    """The addresses of the page's forms that match."""
    return re.findall(rf'action="({action})"', page)


# sessions


async def test_a_session_is_shown_with_its_browser_and_can_be_ended_from_another(
    web: Served, anna: Somebody, browser: httpx2.AsyncClient, signed_in: SignedIn
) -> None:
    other = await signed_in(anna)
    await web.client(headers={"User-Agent": FIREFOX}, cookies=dict(other.cookies)).get("/account")
    page = (await browser.get("/account")).text
    assert page.count("this one") == 1
    (end,) = forms(page, r"/account/sessions/[0-9a-f-]+/end")
    newest = (await anna.api.get("/api/v1/events?limit=1")).json()["items"][0]["seq"]
    async with other.stream("GET", f"/live?after={newest}") as open_page:
        await streams_open(web, 1)
        assert (await browser.post(end)).status_code == 303
        assert [event async for event in heard(open_page)] == []
    assert (await other.get("/account")).headers["location"] == "/login"
    assert (await browser.get("/account")).status_code == 200
    assert (await browser.post(end)).status_code == 404


async def test_signing_out_everywhere_else_leaves_this_session(
    anna: Somebody, browser: httpx2.AsyncClient, signed_in: SignedIn
) -> None:
    others = [await signed_in(anna) for _ in range(3)]
    await browser.post("/account/sessions/end-others")
    assert [(await one.get("/account")).status_code for one in (browser, *others)] == [
        200,
        303,
        303,
        303,
    ]


# password


async def test_a_new_password_ends_every_other_session_and_is_told_without_itself(
    web: Served, anna: Somebody, browser: httpx2.AsyncClient, signed_in: SignedIn
) -> None:
    other = await signed_in(anna)
    await browser.post("/account/password", data={"password": PASSWORD})
    assert (await other.get("/account")).status_code == 303
    assert (await browser.get("/account")).status_code == 200
    (told,) = (await anna.api.get("/api/v1/events?kind=account.changed")).json()["items"]
    assert told["data"] == {"what": "password_set"}


@pytest.mark.parametrize("text", ["", "x" * (LENGTH_MIN - 1), "aaaabbbbaaaabbbb", "y" * 201])
async def test_a_bad_password_is_said_at_its_field_and_nothing_changes(
    web: Served, browser: httpx2.AsyncClient, text: str
) -> None:
    answer = await browser.post("/account/password", data={"password": text})
    assert answer.status_code == 422
    assert 'id="password-error"' in answer.text
    assert (await sign_in(web, "Anna", text)).status == 401


async def test_ones_own_address_is_no_password(browser: httpx2.AsyncClient) -> None:
    answer = await browser.post("/account/password", data={"password": "Anna@Example.org"})
    assert answer.status_code == 422


async def test_an_old_session_needs_the_old_password_and_guesses_at_it_are_counted(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    await browser.post("/account/password", data={"password": PASSWORD})
    web.clock.advance(AT + timedelta(minutes=15))
    new = {"password": "another long password"}
    assert (await browser.post("/account/password", data=new)).status_code == 401
    wrong = [
        (await browser.post("/account/password", data=new | {"current": "wrong"})).status_code
        for _ in range(10)
    ]
    assert wrong == [401] * 9 + [429]
    assert (await sign_in(web, "Anna", PASSWORD)).status == 429
    web.clock.advance(AT + timedelta(minutes=31))
    right = new | {"current": PASSWORD}
    assert (await browser.post("/account/password", data=right)).status_code == 303
    assert (await sign_in(web, "Anna", "another long password")).status == 303


async def test_an_old_session_without_a_password_is_asked_to_sign_in_again(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    web.clock.advance(AT + timedelta(minutes=15))
    answer = await browser.post("/account/password", data={"password": PASSWORD})
    assert answer.status_code == 403
    assert (await sign_in(web, "Anna", PASSWORD)).status == 401


async def test_a_removed_password_lets_nobody_in(web: Served, browser: httpx2.AsyncClient) -> None:
    await browser.post("/account/password", data={"password": PASSWORD})
    await browser.post("/account/password", data={"remove": "1"})
    assert (await sign_in(web, "Anna", PASSWORD)).status == 401


# tokens


async def test_a_token_is_shown_once_works_and_ends(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    data = {"label": "Watch", "scope": "read"}
    made = await browser.post("/account/tokens", data=data)
    secret = re.findall(r'id="token-secret">([^<]+)<', made.text)[0]
    page = (await browser.get("/account")).text
    assert "Watch" in page
    assert secret not in page
    program = web.client(headers={"Authorization": f"Bearer {secret}"})
    assert (await program.get("/api/v1/goals")).status_code == 200
    revokes = forms(page, r"/account/tokens/[0-9a-f-]+/revoke")
    for revoke in revokes:
        assert (await browser.post(revoke)).status_code == 303
    assert (await program.get("/api/v1/goals")).status_code == 401


async def test_no_row_holds_a_secret(
    web: Served, anna: Somebody, browser: httpx2.AsyncClient
) -> None:
    made = await anna.api.post("/api/v1/tokens", json={"label": "Watch", "scope": "read"})
    secrets = {made.json()["token"], anna.token, browser.cookies["exo_session"]}
    async with web.database.transaction(anna.tenant_id) as tx:
        kept = str(await tx.dicts("select * from access_tokens"))
        kept += str(await tx.dicts("select * from events"))
    assert not [secret for secret in secrets if secret in kept]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope.READ, [200, 403, 403, 403, 200]),
        (Scope.WRITE, [200, 201, 403, 403, 200]),
        (Scope.ADMIN, [200, 201, 200, 200, 200]),
    ],
)
async def test_a_token_may_do_what_its_scope_covers(
    anna: Somebody, token_of: TokenOf, scope: Scope, expected: list[int]
) -> None:
    program = await token_of(anna, scope)
    answers = [
        await program.get("/api/v1/goals"),
        await program.post("/api/v1/tasks", json={"title": "Buy tickets"}),
        await program.patch("/api/v1/settings", json={"morning_at": "08:00"}),
        await program.get("/api/v1/tokens"),
        await program.get("/api/v1/settings"),
    ]
    assert [one.status_code for one in answers] == expected
    refused = [one.json()["error"]["key"] for one in answers if one.status_code == 403]
    assert set(refused) <= {"token.scope"}


async def test_a_session_opens_no_api_and_a_token_no_page(
    web: Served, anna: Somebody, browser: httpx2.AsyncClient
) -> None:
    assert (await browser.get("/api/v1/goals")).status_code == 401
    session = browser.cookies["exo_session"]
    as_token = web.client(headers={"Authorization": f"Bearer {session}"})
    assert (await as_token.get("/api/v1/goals")).status_code == 401
    as_cookie = web.client(cookies={"exo_session": anna.token})
    assert (await as_cookie.get("/account")).status_code == 303


async def test_there_are_fifty_tokens_at_most(anna: Somebody) -> None:
    body = {"label": "Watch", "scope": "read"}
    codes = [
        (await anna.api.post("/api/v1/tokens", json=body)).status_code for _ in range(TOKENS_MAX)
    ]
    assert codes == [201] * (TOKENS_MAX - 1) + [409]


@pytest.mark.parametrize(
    "body", [{"label": "", "scope": "read"}, {"label": "a\nb" * 60}, {"label": "a", "scope": "x"}]
)
async def test_a_token_of_no_name_or_scope_is_not_made(
    anna: Somebody, body: dict[str, str]
) -> None:
    assert (await anna.api.post("/api/v1/tokens", json=body)).status_code == 422
    assert len((await anna.api.get("/api/v1/tokens")).json()["items"]) == 1


# of somebody else


async def test_another_persons_ways_in_are_not_there(
    anna: Somebody, browser: httpx2.AsyncClient, person: MakePerson, signed_in: SignedIn
) -> None:
    bruno = await person("Bruno")
    his = await signed_in(bruno)
    tokens = (await bruno.api.get("/api/v1/tokens")).json()["items"]
    sessions = (await bruno.api.get("/api/v1/sessions")).json()["items"]
    answers = [
        await anna.api.delete(f"/api/v1/tokens/{tokens[0]['id']}"),
        await anna.api.delete(f"/api/v1/sessions/{sessions[0]['id']}"),
        await browser.post(f"/account/tokens/{tokens[0]['id']}/revoke"),
        await browser.post(f"/account/sessions/{sessions[0]['id']}/end"),
    ]
    assert [one.status_code for one in answers] == [404] * 4
    assert (await his.get("/account")).status_code == 200
    assert (await bruno.api.get("/api/v1/goals")).status_code == 200


async def test_the_page_speaks_the_persons_language(
    person: MakePerson, signed_in: SignedIn
) -> None:
    zosia = await signed_in(await person("Zosia", language="pl"))
    page = (await zosia.get("/account")).text
    assert "Gdzie trwa Twoja sesja" in page
    wrong = await zosia.post("/account/password", data={"password": "krótkie"})
    assert "Najmniejsza liczba znaków: 10" in wrong.text


async def test_the_sign_in_page_speaks_both_languages(web: Served) -> None:
    for language, word in (("pl", "Hasło"), ("en", "Password")):
        page = await web.client(headers=HERE).get(f"/sign-in?language={language}")
        assert word in page.text
