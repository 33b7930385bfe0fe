"""Every page, at both widths, in both themes and languages: no barrier, no breach, no overflow."""

from typing import Any

import pytest
from serving import anna
from serving.barriers import barriers
from serving.served import Served

from exoskull.app import make_entry_link
from exoskull.onboarding import store
from exoskull.onboarding.steps import Step

SIZES = {"wide": {"width": 1280, "height": 800}, "narrow": {"width": 390, "height": 844}}


async def is_sound(page: Any) -> None:
    """Nothing keeps anybody out in either theme, and nothing sticks out. At the end of the page,
    where the bar of a telephone covers nothing."""
    await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    assert "\n".join(await barriers(page)) == ""
    width = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0, "the page is wider than its window"


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_the_first_steps_keep_nobody_out(
    web: Served, browse: Any, browser_errors: list[str], language: str
) -> None:
    link = await make_entry_link(web.installation, web.settings, base_url=web.url)
    for size in SIZES.values():
        context = await browse(viewport=size, reduced_motion="reduce")
        page = await context.new_page()
        await page.goto(f"{web.url}/login?language={language}")
        await is_sound(page)
        await page.goto(f"{link}&language={language}")
        await is_sound(page)
        await page.locator("#name").fill(f"Zosia {size['width']}")
        await page.locator("form button").last.click()
        await page.locator("#timezone").fill("")
        await page.locator("#timezone").press_sequentially("warsz")
        await page.locator("#zone-found button").first.wait_for()
        await is_sound(page)
        await page.locator("#timezone").fill("Nigdzie")
        await page.locator("main form footer button").first.click()
        assert await page.locator("#zone-error").is_visible()
        assert all("422" in error for error in browser_errors)
        browser_errors.clear()
        await is_sound(page)
        await context.close()


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_the_steps_after_the_space_is_made_keep_nobody_out(
    web: Served, browse: Any, browser_errors: list[str], language: str
) -> None:
    """Each step, and each with what was wrong in it."""
    tenant_id = await anna.arrive(web, language=language, name="Zosia")
    async with web.database.transaction(tenant_id) as tx:
        await tx.execute("update tenants set onboarded_at = null")
    wrong = {"goal": "#goal", "clock": "#timezone", "you": "#name"}
    for size in SIZES.values():
        page = await (await browse(viewport=size, reduced_motion="reduce")).new_page()
        link = await make_entry_link(
            web.installation, web.settings, tenant_id=tenant_id, base_url=web.url
        )
        await page.goto(link)
        for step in ("you", "clock", "goal", "rules", "taste"):
            async with web.database.transaction(tenant_id) as tx:
                await store.save_step(tx, Step(step), web.clock.now())
            await page.goto(f"{web.url}/welcome")
            await is_sound(page)
            for width in (320, 1920):
                await page.set_viewport_size({"width": width, "height": 800})
                wider = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
                assert wider <= 0, f"{step} is wider than {width}"
            await page.set_viewport_size(size)
            if step in wrong:
                await page.locator(wrong[step]).fill(" " if step != "clock" else "Nigdzie")
                await page.locator("main form footer button").first.click()
                await page.get_by_role("alert").wait_for()
                await is_sound(page)
                assert all("422" in error for error in browser_errors)
                browser_errors.clear()
        await page.context.close()


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_the_page_keeps_nobody_out_full_or_empty(
    web: Served, browse: Any, browser_errors: list[str], language: str
) -> None:
    from playwright.async_api import expect

    tenants = {
        "full": await anna.live(web, language=language, days=2),
        "empty": await anna.arrive(web, language=language, name="Zosia"),
    }
    for size in SIZES.values():
        for tenant_id in tenants.values():
            context = await browse(viewport=size, reduced_motion="reduce")
            page = await context.new_page()
            link = await make_entry_link(
                web.installation, web.settings, tenant_id=tenant_id, base_url=web.url
            )
            await page.goto(link)
            await expect(page.locator("#live")).to_contain_class("is-live")
            whys = page.locator(".event details")
            if await whys.count():
                await whys.first.locator("summary").click()
                await expect(whys.first.locator(".why-panel")).to_be_visible()
            await page.locator("#said").fill("x" * 17_000)
            await page.locator(".composer [type=submit]").click()
            await expect(page.get_by_role("alert")).to_be_visible()
            assert all("422" in error for error in browser_errors)
            browser_errors.clear()
            await is_sound(page)
            await context.close()


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_every_page_of_the_navigation_keeps_nobody_out(
    web: Served, browse: Any, language: str
) -> None:
    """With what each page unfolds, at both widths; the narrowest and the widest hold it too."""
    tenant_id = await anna.live(web, language=language, days=2)
    for size in SIZES.values():
        context = await browse(viewport=size, reduced_motion="reduce")
        page = await context.new_page()
        link = await make_entry_link(
            web.installation, web.settings, tenant_id=tenant_id, base_url=web.url
        )
        await page.goto(link)
        await page.wait_for_selector("#live.is-live")
        paths = await page.eval_on_selector_all(
            ".menu-link", "links => links.map(link => link.getAttribute('href'))"
        )
        for path in [*paths[1:], "/admin", "/permissions?action=spend_money:shopping"]:
            await page.goto(web.url + path)
            summary = page.locator("main details:not([open]) > summary").first
            if await summary.count() and await summary.is_visible():
                await summary.click()
            await is_sound(page)
            for width in (320, 1920):
                await page.set_viewport_size({"width": width, "height": 800})
                wider = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
                assert wider <= 0, f"{path} is wider than {width}"
            await page.set_viewport_size(size)
        await context.close()


async def test_on_a_telephone_every_page_is_two_taps_away(web: Served, browse: Any) -> None:
    from playwright.async_api import expect

    page = await (await browse(viewport=SIZES["narrow"])).new_page()
    tenant_id = await anna.arrive(web, language="en", name="Zosia")
    await page.goto(
        await make_entry_link(web.installation, web.settings, tenant_id=tenant_id, base_url=web.url)
    )
    await expect(page.locator("#menu")).to_be_hidden()
    await page.locator(".bar").get_by_role("button", name="More").click()
    await expect(page.locator("#menu")).to_be_visible()
    assert "\n".join(await barriers(page)) == ""
    await page.locator("#menu").get_by_role("link", name="Schedule").click()
    await expect(page).to_have_url(f"{web.url}/schedule")


async def test_without_the_server_the_shell_says_so(web: Served, browse: Any) -> None:
    context = await browse()
    page = await context.new_page()
    await page.goto(f"{web.url}/login?language=pl")
    await page.evaluate(
        """() => new Promise((done) => {
            const workers = navigator.serviceWorker;
            if (workers.controller) done();
            workers.addEventListener("controllerchange", () => done());
        })"""
    )
    await context.set_offline(True)
    await page.goto(f"{web.url}/goals")
    assert "Brak połączenia" in await page.inner_text("main")
    await is_sound(page)


async def test_a_paused_person_sees_so_and_how_to_go_on(web: Served, browse: Any) -> None:
    from playwright.async_api import expect

    page = await (await browse()).new_page()
    tenant_id = await anna.arrive(web, language="en", name="Zosia")
    link = await make_entry_link(
        web.installation, web.settings, tenant_id=tenant_id, base_url=web.url
    )
    await page.goto(link)
    await page.get_by_role("button", name="Pause for today").click()
    await expect(page.locator("#status")).to_contain_text("Paused until tomorrow at 0:00")
    await is_sound(page)
    await page.locator("#status").get_by_role("button", name="Resume").click()
    await expect(page.locator("#status")).to_contain_text("I am at work")


async def test_with_the_keyboard_alone_everything_can_be_reached(web: Served, browse: Any) -> None:
    from playwright.async_api import expect

    page = await (await browse()).new_page()
    tenant_id = await anna.live(web, language="en", days=1)
    link = await make_entry_link(
        web.installation, web.settings, tenant_id=tenant_id, base_url=web.url
    )
    await page.goto(link)
    await expect(page.locator("#live")).to_contain_class("is-live")
    wanted = await page.locator("a, button:not([disabled]), textarea, summary").count()
    reached: set[str] = set()
    for _ in range(wanted + 40):
        await page.keyboard.press("Tab")
        mark = await page.evaluate(
            """() => {
                const now = document.activeElement;
                if (!now || now === document.body) return null;
                const style = getComputedStyle(now);
                const seen = style.outlineStyle !== "none" || style.boxShadow !== "none";
                return now.matches("a, button, textarea, summary")
                    ? `${seen} ${[...document.querySelectorAll("*")].indexOf(now)}` : null;
            }"""
        )
        if mark:
            reached.add(mark)
    assert {mark.split()[0] for mark in reached} == {"true"}, "focus must be seen"
    focusable = "a:visible, button:not([disabled]):visible, textarea:visible, summary:visible"
    assert len(reached) == await page.locator(focusable).count()
