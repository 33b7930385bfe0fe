"""No other site makes a browser do anything here: every route that changes something is tried."""

from collections.abc import Iterator

import httpx2
import pytest
from accounts.routes import routes_of
from serving.served import Served

from exoskull.kit.errors import InvalidInput
from exoskull.web.security import OWN_PROOF, SAFE, trusted_proxies

NIL = "00000000-0000-0000-0000-000000000000"
FROM_ELSEWHERE = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://[bad"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "{here}"},
)


def changing(web: Served) -> Iterator[tuple[str, str]]:
    """Every route that changes something and takes a person's session."""
    for route in routes_of(web.app):
        for method in sorted(route.methods - SAFE):
            if not route.path.startswith(OWN_PROOF):
                yield method, route.filled(lambda _: NIL)


async def test_nothing_is_done_at_the_word_of_another_site(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    found = list(changing(web))
    assert len(found) > 15
    cookies = dict(browser.cookies.items())
    let_through = []
    for headers in FROM_ELSEWHERE:
        sent = {name: value.replace("{here}", web.url) for name, value in headers.items()}
        elsewhere = web.client(cookies=cookies, headers=sent)
        for method, path in found:
            answer = await elsewhere.request(method, path)
            if answer.status_code != 403:
                let_through.append((method, path, headers, answer.status_code))
    assert let_through == []


async def test_nothing_changes_at_an_address_that_can_be_linked_to(web: Served) -> None:
    """GET only shows: but for the unsubscribe page, which asks first. /mcp takes tokens alone."""
    for route in routes_of(web.app):
        if route.path == "/mcp":
            continue
        assert not (route.methods & SAFE and route.methods - SAFE), route.path


async def test_a_cookie_alone_opens_no_api(web: Served, browser: httpx2.AsyncClient) -> None:
    cookies = dict(browser.cookies.items())
    client = web.client(cookies=cookies, headers={"Sec-Fetch-Site": "cross-site"})
    for route in routes_of(web.app):
        if route.path.startswith("/api/"):
            for method in route.methods:
                answer = await client.request(method, route.filled(lambda _: NIL))
                assert answer.status_code == 401, (method, route.path)


async def test_every_answer_tells_the_browser_what_to_keep_to(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    for client, path in (
        (web.client(), "/sign-in"),
        (web.client(), "/nothing"),
        (web.client(), "/api/v1/goals"),
        (browser, "/account"),
        (browser, "/invitations"),
    ):
        headers = (await client.get(path)).headers
        assert headers["content-security-policy"].startswith("default-src 'self'")
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "text", ["*", "0.0.0.0/0", "::/0", "proxy.example.org", "10.0.0.5/8", "10.0.0.5;10.0.0.6"]
)
def test_nobody_may_be_trusted_by_name_or_all_at_once(text: str) -> None:
    with pytest.raises(InvalidInput, match=r"settings\.invalid_trusted_proxy"):
        trusted_proxies(text)


def test_proxies_are_addresses_and_networks() -> None:
    assert trusted_proxies(None) == trusted_proxies("") == []
    assert trusted_proxies("10.0.0.5, fd00::/8") == ["10.0.0.5", "fd00::/8"]
