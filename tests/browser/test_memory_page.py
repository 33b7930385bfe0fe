"""The page of the memory in a browser: nothing keeps anybody out, with facts, a deleted one and a
refusal on it."""

from typing import Any

import pytest
from serving import anna
from serving.served import Served

from exoskull.app import make_entry_link

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
LONG = "Mój dentysta to doktor Konstantynopolitańczykowianeczka " * 4


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["pl", "en"])
async def test_the_page_of_the_memory_keeps_nobody_out(
    web: Served, browse: Any, browser_errors: list[str], language: str, theme: str
) -> None:
    from axe_playwright_python.async_playwright import Axe
    from playwright.async_api import expect

    tenant_id = await anna.arrive(web, language=language, name="Anna")
    for text in ("zapamiętaj, że nie jem glutenu", f"zapamiętaj: {LONG}", "zapomnij o glutenie"):
        await anna.say(web, tenant_id, text)
    link = await make_entry_link(
        web.installation, web.settings, tenant_id=tenant_id, base_url=web.url
    )
    context = await browse(viewport={"width": 320, "height": 800}, color_scheme=theme)
    page = await context.new_page()
    await page.goto(link)
    await page.goto(f"{web.url}/memory")
    await page.locator("[id^=delete-]").click()
    await expect(page.locator("[id^=restore-]")).to_have_count(2)
    await page.locator("[id^=restore-]").first.click()
    await expect(page.locator("[id^=delete-]")).to_have_count(1)
    await page.locator("#fact-text").fill("   ")
    await page.keyboard.press("Enter")
    await expect(page.locator("#add-wrong")).to_be_visible()
    assert all("422" in error for error in browser_errors)
    browser_errors.clear()
    for width in (320, 1920):
        await page.set_viewport_size({"width": width, "height": 800})
        found = await Axe().run(page, options=RULES)
        assert [one["id"] for one in found.response["violations"]] == []
        wider = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0
    await context.close()
