"""The page of the model in a browser: nothing keeps anybody out, with calls and a wrong key."""

from pathlib import Path
from typing import Any

import pytest
from peers.questions import question
from peers.scripted import scripted
from serving import anna
from serving.served import Served

from exoskull.app import make_entry_link
from exoskull.llm.own import Vault

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize(("language", "theme"), [("pl", "dark"), ("en", "light")])
async def test_the_page_of_the_model_keeps_nobody_out(
    web: Served,
    browse: Any,
    browser_errors: list[str],
    tmp_path: Path,
    language: str,
    theme: str,
) -> None:
    from axe_playwright_python.async_playwright import Axe
    from playwright.async_api import expect

    tenant_id = await anna.arrive(web, language=language, name="Anna")
    models = scripted(
        web.database, web.clock, web.installation.ids, answer=lambda _: {"mood": "good"}
    )
    models.vault = Vault(home=tmp_path)
    web.app.state.models = models
    await models.ask(tenant_id, question())
    link = await make_entry_link(
        web.installation, web.settings, tenant_id=tenant_id, base_url=web.url
    )
    context = await browse(viewport={"width": 320, "height": 800}, color_scheme=theme)
    page = await context.new_page()
    await page.goto(link)
    await page.goto(f"{web.url}/settings/model")
    await page.locator("#own-model").fill("nobody:x")
    await page.locator("#own-key").fill("sk-0123456789")
    await page.keyboard.press("Enter")
    await expect(page.locator("#own-wrong")).to_be_visible()
    assert all("422" in error for error in browser_errors)
    browser_errors.clear()
    for width in (320, 1920):
        await page.set_viewport_size({"width": width, "height": 800})
        found = await Axe().run(page, options=RULES)
        assert [one["id"] for one in found.response["violations"]] == []
        wider = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0
    await context.close()
