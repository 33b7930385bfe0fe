"""Signing in by an identity provider: whose it is, and every answer that must not be believed."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2
import jwt
import pytest
from accounts.entering import HERE
from jwt.algorithms import RSAAlgorithm
from peers.identity import CLIENT_ID, CLIENT_SECRET, IdentityPeer, _new_key
from serving.served import AT, MakePerson, Served, Somebody, serving

from exoskull.accounts.claims import UnknownKey, check_token
from exoskull.accounts.model import ANSWER_WITHIN, LIMITS, Way
from exoskull.app import make_entry_link
from exoskull.database.pool import Database
from exoskull.kit.errors import InvalidInput, Unauthorized
from exoskull.settings import Settings
from exoskull.tenants.service import everyone

SignedIn = Callable[[Somebody], Awaitable[httpx2.AsyncClient]]


@pytest.fixture
def peer() -> Iterator[IdentityPeer]:
    with IdentityPeer(lambda: AT) as provider:
        yield provider


@pytest.fixture
def by_email() -> bool:
    return False


@pytest.fixture
async def web(
    database: Database, tmp_path: Path, peer: IdentityPeer, by_email: bool
) -> AsyncIterator[Served]:
    async with serving(
        database,
        tmp_path,
        oidc_issuer=peer.issuer,
        oidc_client_id=CLIENT_ID,
        oidc_client_secret=CLIENT_SECRET,
        oidc_label="Home",
        oidc_link_by_email=by_email,
    ) as served:
        served.url = served.url.replace("127.0.0.1", "localhost")
        peer.now = served.clock.now
        yield served


def leaving(page: httpx2.Response) -> str:
    """Where the page leads to."""
    assert page.status_code == 200, page.text
    return re.findall(r'data-leave href="([^"]+)"', page.text)[0].replace("&amp;", "&")


async def at_provider(page: httpx2.Response) -> str:
    """Where the provider sends the browser back to."""
    async with httpx2.AsyncClient(trust_env=False) as http:
        return (await http.get(leaving(page))).headers["location"]


async def go(browser: httpx2.AsyncClient, path: str, **data: str) -> httpx2.Response:
    """Out to the provider, and back."""
    return await browser.get(await at_provider(await browser.post(path, data=data)))


def stranger(web: Served) -> httpx2.AsyncClient:
    return web.client(headers=HERE | {"Accept": "text/html", "Accept-Language": "en"})


@pytest.fixture
async def linked(web: Served, browser: httpx2.AsyncClient) -> httpx2.AsyncClient:
    """Anna's browser, whose account at the provider is linked."""
    answer = await go(browser, "/account/provider")
    assert answer.headers["location"] == "/account#provider"
    return browser


async def test_a_linked_identity_signs_in_and_stands_on_the_account_page(
    web: Served, anna: Somebody, linked: httpx2.AsyncClient
) -> None:
    page = (await linked.get("/account")).text
    assert "anna@example.org" in page
    other = stranger(web)
    assert "Sign in by Home" in (await other.get("/sign-in")).text
    came = await go(other, "/sign-in/provider")
    assert (came.status_code, came.headers["location"]) == (303, "/")
    account = await other.get("/account")
    assert account.status_code == 200
    assert "anna@example.org" in account.text


async def test_an_unlinked_identity_opens_nothing(web: Served, linked: httpx2.AsyncClient) -> None:
    page = (await linked.get("/account")).text
    (path,) = re.findall(r'action="(/account/provider/[^"]+/remove)"', page)
    assert (await linked.post(path)).status_code == 303
    assert (await linked.post(path)).status_code == 404
    turned_away = await go(stranger(web), "/sign-in/provider")
    assert turned_away.status_code == 401
    assert "No space here is linked" in turned_away.text


async def test_an_address_alone_signs_nobody_in(
    web: Served, anna: Somebody, peer: IdentityPeer
) -> None:
    assert (await go(stranger(web), "/sign-in/provider")).status_code == 401


@pytest.mark.parametrize("by_email", [True])
@pytest.mark.parametrize(("verified", "status"), [(True, 303), (False, 401), ("true", 401)])
async def test_a_verified_address_signs_in_only_where_the_operator_says_so(
    web: Served, anna: Somebody, peer: IdentityPeer, verified: Any, status: int
) -> None:
    peer.person.email_verified = verified
    assert (await go(stranger(web), "/sign-in/provider")).status_code == status


@pytest.mark.parametrize("by_email", [True])
async def test_an_address_of_two_people_signs_neither_in(
    web: Served, anna: Somebody, person: MakePerson
) -> None:
    await person("Ola", email="anna@example.org")
    assert (await go(stranger(web), "/sign-in/provider")).status_code == 401


async def test_an_identity_is_one_persons_only(
    web: Served, linked: httpx2.AsyncClient, person: MakePerson, signed_in: SignedIn
) -> None:
    ola = await signed_in(await person("Ola"))
    taken = await go(ola, "/account/provider")
    assert taken.status_code == 409
    assert "linked to another space" in taken.text
    again = await go(linked, "/account/provider")
    assert again.headers["location"] == "/account#provider"


async def test_a_link_that_somebody_else_finishes_links_nothing(
    web: Served, anna: Somebody, signed_in: SignedIn, person: MakePerson, peer: IdentityPeer
) -> None:
    """The browser began as Anna, and is Ola by the time the provider answers."""
    browser = await signed_in(anna)
    back = await at_provider(await browser.post("/account/provider"))
    ola = await signed_in(await person("Ola"))
    hers = {"exo_session": ola.cookies["exo_session"]}
    kept = {"exo_provider": browser.cookies["exo_provider"]}
    assert (await web.client(cookies=hers | kept).get(back)).status_code == 409
    assert (await go(stranger(web), "/sign-in/provider")).status_code == 401


async def test_a_space_is_made_by_an_invitation_and_the_identity_opens_it(
    web: Served, peer: IdentityPeer
) -> None:
    link = await make_entry_link(web.installation, web.settings, base_url=web.url)
    form = {
        "token": link.partition("token=")[2],
        "name": "Zosia",
        "timezone": "Nowy Jork",
        "quiet_from": "23:00",
        "quiet_until": "06:00",
    }
    browser = stranger(web)
    assert (await go(browser, "/setup/provider?language=pl", **form)).status_code == 303
    ((tenant_id, name),) = await everyone(web.database)
    assert name == "Zosia"
    async with web.database.transaction(tenant_id) as tx:
        row = (await tx.dicts("select timezone, language, quiet_from from tenants"))[0]
    assert (row["timezone"], row["language"]) == ("America/New_York", "pl")
    assert (await browser.get("/")).headers["location"] == "/welcome"
    again = await go(stranger(web), "/sign-in/provider")
    assert again.headers["location"] == "/"
    assert (await browser.post("/setup/provider", data=form)).status_code == 401


async def test_what_is_wrong_in_the_form_is_said_before_anybody_leaves(web: Served) -> None:
    link = await make_entry_link(web.installation, web.settings, base_url=web.url)
    token = link.partition("token=")[2]
    for form in ({"name": "", "timezone": "UTC"}, {"name": "Zosia", "timezone": "Nigdzie"}):
        answer = await stranger(web).post("/setup/provider", data={"token": token} | form)
        assert answer.status_code == 422
    assert (await stranger(web).post("/setup/provider", data={"token": "x"})).status_code == 401


BAD_CLAIMS = {
    "nonce": {"nonce": "another"},
    "no nonce": {"nonce": None},
    "issuer": {"iss": "https://evil.example"},
    "audience": {"aud": "another-client"},
    "audiences without party": {"aud": [CLIENT_ID, "another"]},
    "party": {"aud": [CLIENT_ID, "another"], "azp": "another"},
    "expired": {"exp": int((AT - timedelta(minutes=2)).timestamp())},
    "no expiry": {"exp": None},
    "from tomorrow": {"iat": int((AT + timedelta(days=1)).timestamp())},
    "from yesterday": {"iat": int((AT - timedelta(days=1)).timestamp())},
    "not yet": {"nbf": int((AT + timedelta(hours=1)).timestamp())},
    "no subject": {"sub": None},
    "empty subject": {"sub": ""},
    "endless subject": {"sub": "x" * 256},
    "times as text": {"iat": "now"},
}


@pytest.mark.parametrize("claims", BAD_CLAIMS.values(), ids=BAD_CLAIMS.keys())
async def test_a_token_with_a_wrong_claim_lets_nobody_in(
    web: Served, linked: httpx2.AsyncClient, peer: IdentityPeer, claims: dict[str, Any]
) -> None:
    peer.behaviour.claims = claims
    browser = stranger(web)
    answer = await go(browser, "/sign-in/provider")
    assert answer.status_code == 401
    assert "cannot be believed" in answer.text
    assert "exo_session" not in browser.cookies


OTHER = _new_key()
SIGNS: dict[str, Callable[[dict[str, Any]], str]] = {
    "another key of the same name": lambda claims: jwt.encode(
        claims, OTHER, "RS256", headers={"kid": "key-1"}
    ),
    "another key": lambda claims: jwt.encode(claims, OTHER, "RS256", headers={"kid": "evil"}),
    "nobody": lambda claims: jwt.encode(claims, "", "none", headers={"kid": "key-1"}),
    "the client secret": lambda claims: jwt.encode(
        claims, CLIENT_SECRET.ljust(32), "HS256", headers={"kid": "key-1"}
    ),
    "an algorithm it does not name": lambda claims: jwt.encode(
        claims, OTHER, "RS512", headers={"kid": "key-1"}
    ),
    "no token at all": lambda _: "a.b.c",
    "a token cut short": lambda claims: jwt.encode(claims, OTHER, "RS256")[:-9],
}


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS.keys())
async def test_a_token_signed_by_another_lets_nobody_in(
    web: Served,
    linked: httpx2.AsyncClient,
    peer: IdentityPeer,
    sign: Callable[[dict[str, Any]], str],
) -> None:
    peer.behaviour.sign = sign
    browser = stranger(web)
    assert (await go(browser, "/sign-in/provider")).status_code == 401
    assert "exo_session" not in browser.cookies


async def test_new_keys_are_fetched_when_an_answer_is_signed_by_one(
    web: Served, linked: httpx2.AsyncClient, peer: IdentityPeer
) -> None:
    looks = peer.looks
    peer.turn_keys("key-2")
    assert (await go(stranger(web), "/sign-in/provider")).status_code == 303
    assert peer.looks == looks + 1


async def test_an_answer_counts_once(
    web: Served, linked: httpx2.AsyncClient, peer: IdentityPeer
) -> None:
    browser = stranger(web)
    back = await at_provider(await browser.post("/sign-in/provider"))
    kept = dict(browser.cookies)
    assert (await browser.get(back)).status_code == 303
    exchanges = peer.exchanges
    for cookies in ({}, kept):
        again = await web.client(cookies=cookies).get(back)
        assert again.status_code == 401
    assert peer.exchanges == exchanges  # it is not even asked


async def test_an_answer_is_for_the_browser_that_asked(
    web: Served, linked: httpx2.AsyncClient
) -> None:
    """Whoever is sent somebody else's answer is not signed in as them."""
    attacker, victim = stranger(web), stranger(web)
    back = await at_provider(await attacker.post("/sign-in/provider"))
    await victim.post("/sign-in/provider")
    assert (await victim.get(back)).status_code == 401
    assert "exo_session" not in victim.cookies


async def test_an_answer_after_ten_minutes_or_to_no_question_is_none(
    web: Served, linked: httpx2.AsyncClient
) -> None:
    browser = stranger(web)
    back = await at_provider(await browser.post("/sign-in/provider"))
    web.clock.advance(AT + ANSWER_WITHIN)
    assert (await browser.get(back)).status_code == 401
    assert (await browser.get("/sign-in/provider/callback?state=x&code=y")).status_code == 401
    assert (await browser.get("/sign-in/provider/callback")).status_code == 401


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ({"iss": "https://evil.example"}, 401),  # a mix-up: another provider's answer
        ({"iss": None}, 401),  # this one says who it is, always
        ({"code": None, "error": "access_denied"}, 403),
        ({"code": None}, 403),
        ({"code": "made-up"}, 401),
    ],
)
async def test_an_answer_of_another_provider_or_without_a_code_lets_nobody_in(
    web: Served,
    linked: httpx2.AsyncClient,
    peer: IdentityPeer,
    answer: dict[str, str | None],
    status: int,
) -> None:
    peer.behaviour.answer = answer
    browser = stranger(web)
    assert (await go(browser, "/sign-in/provider")).status_code == status
    assert "exo_session" not in browser.cookies


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://evil.example"},
        {"token_endpoint": "http://evil.example/token"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"jwks_uri": None},
    ],
)
async def test_a_provider_that_publishes_nonsense_is_not_asked(
    web: Served, peer: IdentityPeer, metadata: dict[str, Any]
) -> None:
    peer.behaviour.metadata = metadata
    answer = await stranger(web).post("/sign-in/provider")
    assert answer.status_code == 503
    assert "does not answer as it should" in answer.text


async def test_a_provider_that_is_down_leaves_the_other_ways_in(
    web: Served, peer: IdentityPeer
) -> None:
    peer.behaviour.broken = True
    answer = await stranger(web).post("/sign-in/provider")
    assert answer.status_code == 503
    assert 'name="password"' in answer.text


async def test_asking_again_and_again_is_limited(web: Served) -> None:
    browser, most = stranger(web), LIMITS[Way.PROVIDER].by_address
    codes = [(await browser.post("/sign-in/provider")).status_code for _ in range(most + 1)]
    assert codes == [200] * most + [429]


async def test_another_site_can_neither_begin_a_sign_in_nor_a_link(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    for path in ("/sign-in/provider", "/account/provider"):
        answer = await browser.post(path, headers={"Sec-Fetch-Site": "cross-site"})
        assert answer.status_code == 403


async def test_without_a_provider_none_is_offered(
    database: Database, tmp_path: Path, by_email: bool
) -> None:
    async with serving(database, tmp_path) as web:
        assert "/sign-in/provider" not in (await stranger(web).get("/sign-in")).text
        assert (await stranger(web).post("/sign-in/provider")).status_code == 422
        assert (await stranger(web).get("/sign-in/provider/callback")).status_code == 422


def test_a_key_for_encryption_or_of_another_kind_is_no_key() -> None:
    made = RSAAlgorithm.to_jwk(OTHER.public_key(), as_dict=True) | {"kid": "a"}
    claims = {"iss": "i", "sub": "s", "aud": "c", "nonce": "n", "iat": AT, "exp": AT}
    token = jwt.encode(claims, OTHER, "RS256", headers={"kid": "a"})

    def check(key: dict[str, Any]) -> str:
        found = check_token(
            token, [key], issuer="i", client_id="c", algorithms=["RS256"], nonce="n", at=AT
        )
        return found.subject

    assert check(made) == "s"
    for wrong in ({"use": "enc"}, {"alg": "PS256"}, {"kty": "EC"}, {"kid": "b"}):
        with pytest.raises(UnknownKey):
            check(made | wrong)
    with pytest.raises(Unauthorized):
        check(made | {"n": "AQAB"})


@pytest.mark.parametrize(
    ("env", "field"),
    [
        ({"ISSUER": "https://id.example.org"}, "EXOSKULL_OIDC_CLIENT_ID"),
        ({"CLIENT_ID": "exo"}, "EXOSKULL_OIDC_ISSUER"),
        ({"ISSUER": "http://id.example.org", "CLIENT_ID": "exo"}, "EXOSKULL_OIDC_ISSUER"),
        ({"ISSUER": "http://127.0.0.1.evil.example", "CLIENT_ID": "exo"}, "EXOSKULL_OIDC_ISSUER"),
        (
            {"ISSUER": "https://id.example.org", "CLIENT_ID": "exo", "LINK_BY_EMAIL": "maybe"},
            "EXOSKULL_OIDC_LINK_BY_EMAIL",
        ),
    ],
)
def test_settings_that_cannot_work_are_refused(env: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        Settings.from_env({f"EXOSKULL_OIDC_{name}": value for name, value in env.items()})
    assert raised.value.field == field
