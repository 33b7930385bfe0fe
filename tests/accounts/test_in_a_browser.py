"""The sign-in and account pages in a real browser, with a passkey that it holds itself."""

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.async_playwright import Axe
from serving.served import AT, Served, Somebody

from exoskull.tenants.model import Credential
from exoskull.tenants.service import give_credential

if TYPE_CHECKING:
    from playwright.async_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}


async def faults(page: "Page") -> list[str]:
    """What axe-core finds on the page, `target-size` included."""
    found = await Axe().run(page, options=RULES | {"rules": {"target-size": {"enabled": True}}})
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found.response["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_passkey_is_made_and_signs_in_and_both_pages_are_accessible(
    web: Served, anna: Somebody, browser_page: "Page", scheme: str
) -> None:
    page, here = browser_page, web.url.replace("127.0.0.1", "localhost")
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    devtools = await page.context.new_cdp_session(page)
    await devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    await devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    secret = await give_credential(
        web.database, anna.tenant_id, Credential.LOGIN_LINK, at=AT, ids=web.installation.ids
    )
    await page.goto(f"{here}/login?token={secret}")
    await page.wait_for_url(lambda url: "token" not in url)
    await page.goto(f"{here}/account")
    await page.get_by_label("What you call it").fill("My telephone")
    await page.get_by_role("button", name="Add a passkey").click()
    await page.get_by_role("button", name="Remove the passkey My telephone").wait_for()
    assert await faults(page) == []
    await page.goto(f"{here}/invitations")
    assert await faults(page) == []
    await page.context.clear_cookies()
    await page.goto(f"{here}/sign-in")
    assert await faults(page) == []
    await page.get_by_role("button", name="Use a passkey").click()
    await page.wait_for_url(lambda url: "sign-in" not in url)
    await page.goto(f"{here}/account")
    assert page.url.endswith("/account")
    assert "My telephone" in await page.content()
