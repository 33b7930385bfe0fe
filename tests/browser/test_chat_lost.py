"""The chat when something gives way: a reload, a session that ended, no connection, two tabs."""

from typing import Any

import pytest
from serving import anna
from serving.served import Served
from serving.talking import DRANK, LOGGED, Slow, opened


async def test_a_reload_amid_an_answer_loses_and_doubles_nothing(web: Served, browse: Any) -> None:
    from playwright.async_api import expect

    web.app.state.models = model = Slow()
    page = await opened(web, browse, await anna.arrive(web, language="en", name="Ann"), "/chat")
    other = await page.context.new_page()
    await other.goto(f"{web.url}/")
    await other.wait_for_selector("#live.is-live")
    await page.locator("#said").fill("why is there a tide?")
    await page.keyboard.press("Enter")
    await expect(page.locator("#pending .theirs")).to_contain_text("Because of the moon.")
    await expect(page.locator("#pending .theirs")).to_have_attribute("aria-live", "off")
    await expect(page.locator("#chat-says")).to_have_text("Because of the moon.")
    await page.locator("#said").fill("and another")
    await page.reload()
    await expect(page.locator("#said")).to_have_value("and another")
    await page.wait_for_selector("#live.is-live")
    await expect(page.locator(".mine")).to_have_count(1)
    model.let.set()
    for tab in (page, other):
        await expect(tab.locator("#thread .theirs")).to_contain_text("It pulls at the sea.")
        await expect(tab.locator(".mine")).to_have_count(1)
        await expect(tab.locator(".theirs")).to_have_count(1)


async def test_signed_out_elsewhere_says_so_and_keeps_what_was_written(
    web: Served, browse: Any, browser_errors: list[str]
) -> None:
    from playwright.async_api import expect

    me = await anna.arrive(web, language="pl", name="Ania")
    page = await opened(web, browse, me, "/chat")
    await page.context.clear_cookies()
    await page.locator("#said").fill(DRANK["pl"])
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("wylogowana")
    await expect(page.locator("#said")).to_have_value(DRANK["pl"])
    await page.get_by_role("link", name="Zaloguj się").click()
    await page.wait_for_url(f"{web.url}/login")
    assert all("401" in one for one in browser_errors)
    browser_errors.clear()


async def test_without_a_connection_the_words_stay_and_are_said_once(
    web: Served, browse: Any, browser_errors: list[str]
) -> None:
    from playwright.async_api import Route, expect

    page = await opened(web, browse, await anna.arrive(web, language="en", name="Ann"), "/chat")

    async def arrives_and_breaks(route: Route) -> None:
        await route.fetch()
        await route.abort()

    await page.route("**/messages", arrives_and_breaks)
    await page.locator("#said").fill(DRANK["en"])
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("did not get through")
    await expect(page.locator("#said")).to_have_value(DRANK["en"])
    await page.unroute("**/messages")
    await page.locator("#said").press("Enter")
    await expect(page.locator("#said")).to_have_value("")
    await expect(page.locator("#thread .theirs")).to_contain_text(LOGGED["en"])
    await expect(page.locator("#pending")).to_be_hidden()
    await expect(page.locator(".mine")).to_have_count(1)
    await expect(page.get_by_role("alert")).to_have_count(0)
    browser_errors.clear()


async def test_a_quick_reply_pressed_twice_is_said_once(web: Served, browse: Any) -> None:
    from playwright.async_api import expect

    web.app.state.models = Slow()
    page = await opened(web, browse, await anna.arrive(web, language="en", name="Ann"), "/chat")
    await page.evaluate(
        """document.querySelector("#chips").innerHTML =
        '<form class="chips" action="/messages" method="post" data-say>' +
        '<input type="hidden" name="key" value="0123456789abcdef">' +
        '<button class="chip" name="text" value="why does the sea rise?">Why?</button></form>'"""
    )
    await page.locator("#chips button").dblclick(no_wait_after=True)
    await expect(page.locator("#pending .theirs")).to_be_visible()
    await expect(page.locator(".mine")).to_have_count(1)
    await page.keyboard.press("Escape")
    await expect(page.locator("#pending")).to_be_hidden()
    await expect(page.locator("#said")).to_be_focused()
    await expect(page.locator(".mine")).to_have_count(1)


@pytest.mark.parametrize("path", ["/", "/chat"])
async def test_nothing_that_is_written_sticks_out(web: Served, browse: Any, path: str) -> None:
    from playwright.async_api import expect

    me = await anna.arrive(web, language="en", name="Ann")
    for text in ("long words of mine " * 263, "w" * 500, "🎉🎉🎉", "שלום עולם, what?"):
        await anna.say(web, me, text[:5000])
    page = await opened(web, browse, me, path, viewport={"width": 320, "height": 640})
    await expect(page.locator("#thread .mine")).to_have_count(4)
    assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert (
        await page.locator(".thread-box").evaluate("box => box.scrollWidth - box.clientWidth") <= 0
    )
