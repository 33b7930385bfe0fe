"""The chat in a browser: by keyboard, by card, by command, with a slow model, and far back."""

from datetime import timedelta
from typing import Any

import pytest
from serving import anna
from serving.barriers import barriers
from serving.served import Served
from serving.talking import DRANK, LOGGED, Slow, opened

from exoskull.app import make_entry_link

UNDO = {"pl": "Cofnij", "en": "Undo"}


async def is_sound(page: Any) -> None:
    """Nothing keeps anybody out in either theme, and nothing sticks out."""
    assert "\n".join(await barriers(page)) == ""
    assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("path", ["/", "/chat"])
async def test_said_answered_and_undone_by_keyboard_alone(
    web: Served, browse: Any, path: str
) -> None:
    from playwright.async_api import expect

    page = await opened(web, browse, await anna.arrive(web, language="en", name="Ann"), path)
    await page.keyboard.press("Control+k")
    await expect(page.locator("#said")).to_be_focused()
    await page.keyboard.type(DRANK["en"])
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("and a note")
    await page.keyboard.press("Enter")
    await expect(page.locator("#thread .theirs")).to_contain_text(LOGGED["en"])
    await expect(page.locator("#pending")).to_be_hidden()
    await expect(page.locator("#thread .mine")).to_have_count(1)
    await expect(page.locator("#said")).to_have_value("")
    await page.keyboard.press("ArrowUp")
    await expect(page.locator("#said")).to_have_value(f"{DRANK['en']}\nand a note")
    card = page.locator("#thread .did")
    await card.get_by_role("button", name=UNDO["en"]).focus()
    await page.keyboard.press("Enter")
    await expect(card).to_contain_class("is-over")
    await page.reload()
    await expect(page.locator("#thread .did.is-over")).to_be_visible()


async def test_a_slash_opens_the_commands_and_enter_takes_one(web: Served, browse: Any) -> None:
    from playwright.async_api import expect

    page = await opened(web, browse, await anna.arrive(web, language="pl", name="Ania"), "/chat")
    await page.keyboard.press("/")
    field, menu = page.locator("#said"), page.locator("#commands")
    await expect(field).to_be_focused()
    await expect(menu).to_be_visible()
    await expect(menu.get_by_role("option")).to_have_count(12)
    first = await field.get_attribute("aria-activedescendant")
    await page.keyboard.press("ArrowDown")
    assert await field.get_attribute("aria-activedescendant") != first
    await page.keyboard.press("Escape")
    await expect(menu).to_be_hidden()
    await expect(field).to_have_value("/")
    await page.keyboard.type("zap")
    await expect(menu.get_by_role("option")).to_have_count(1)
    await page.keyboard.press("Enter")
    await expect(field).to_have_value("/zapisz ")
    await page.keyboard.type("3 szklanki wody")
    await page.keyboard.press("Enter")
    await expect(page.locator("#thread")).to_contain_text(LOGGED["pl"])
    await page.keyboard.type("/pomoc")
    await page.keyboard.press("Enter")
    await expect(page.locator("#thread")).to_contain_text("/zatwierdź: ")


async def test_a_slow_answer_is_shown_as_it_comes_and_stands_once(web: Served, browse: Any) -> None:
    from playwright.async_api import expect

    web.app.state.models = model = Slow()
    page = await opened(web, browse, await anna.arrive(web, language="en", name="Ann"), "/chat")
    await page.locator("#said").fill("why is there a tide?")
    await page.keyboard.press("Enter")
    coming = page.locator("#pending .theirs")
    await expect(coming).to_contain_text("Because of the moon.")
    await expect(page.locator(".mine")).to_have_count(1)
    await expect(page.locator("#thread .theirs:visible")).to_have_count(0)
    await is_sound(page)
    model.let.set()
    await expect(page.locator("#thread .theirs")).to_contain_text("It pulls at the sea.")
    await expect(page.locator("#pending")).to_be_hidden()
    await expect(page.locator(".theirs")).to_have_count(1)


async def test_an_answer_can_be_stopped(web: Served, browse: Any) -> None:
    from playwright.async_api import expect

    web.app.state.models = Slow()
    page = await opened(web, browse, await anna.arrive(web, language="en", name="Ann"), "/chat")
    await page.locator("#said").fill("why is there a tide?")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Stop").click()
    await expect(page.locator("#pending")).to_be_hidden()
    await expect(page.locator("#thread .theirs")).to_be_visible()


async def test_what_was_said_long_ago_loads_back_and_stays(web: Served, browse: Any) -> None:
    from playwright.async_api import expect

    me = await anna.arrive(web, language="en", name="Ann")
    async with web.database.transaction(me) as tx:
        await tx.execute(
            """
            insert into messages (tenant_id, id, at, direction, channel, text, trace)
            select %(tenant)s, gen_random_uuid(), %(at)s - make_interval(mins => n), 'in',
                   'web', 'said ' || n, gen_random_uuid()
              from generate_series(1, 150) n
            """,
            tenant=me,
            at=web.clock.now(),
        )
    page = await opened(web, browse, me, "/chat")
    box = page.locator(".thread-box")
    await expect(page.get_by_text("said 1", exact=True)).to_be_in_viewport()
    await box.evaluate("box => { box.scrollTop = 0; }")
    await expect(page.get_by_text("said 90", exact=True)).to_be_attached()
    assert await box.evaluate("box => box.scrollTop") > 200, "what was read stays in its place"
    await box.evaluate("box => { box.scrollTop = 0; }")
    await expect(page.get_by_text("said 150", exact=True)).to_be_attached()

    web.clock.advance(web.clock.now() + timedelta(minutes=1))
    await anna.say(web, me, DRANK["en"])  # from elsewhere, while the person reads
    await expect(page.get_by_role("button", name="To the newest")).to_be_visible()
    await expect(page.locator("#thread .mine .said").last).to_have_text(DRANK["en"])
    texts = await page.locator(".mine .said").all_text_contents()
    assert texts == [f"said {n}" for n in range(150, 0, -1)] + [DRANK["en"]]
    await page.get_by_role("button", name="To the newest").click()
    await expect(page.locator("#thread .theirs").last).to_contain_text(LOGGED["en"])
    await expect(page.locator("#thread .did").last).to_be_in_viewport()


async def test_without_scripts_the_chat_works(web: Served, browse: Any) -> None:
    from playwright.async_api import expect

    me = await anna.arrive(web, language="en", name="Ann")
    context = await browse(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(
        await make_entry_link(web.installation, web.settings, tenant_id=me, base_url=web.url)
    )
    await page.locator("main form button").first.click()
    await page.goto(f"{web.url}/chat")
    await page.locator("#said").fill(DRANK["en"])
    await page.locator(".composer [type=submit]").click()
    assert page.url == f"{web.url}/chat#chat"
    assert LOGGED["en"] in await page.locator("#thread").inner_text()
    await page.get_by_role("button", name=UNDO["en"]).click()
    await expect(page.locator(".did.is-over")).to_have_count(1)
    assert page.url == f"{web.url}/chat#chat"


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_the_chat_keeps_nobody_out(web: Served, browse: Any, language: str) -> None:
    from playwright.async_api import expect

    me = await anna.live(web, language=language, days=1)
    await anna.say(web, me, DRANK[language])
    for width, height in ((1280, 800), (320, 420)):  # the other: a keyboard on a small screen
        view = {"width": width, "height": height}
        page = await opened(web, browse, me, "/chat", viewport=view)
        await expect(page.locator("#thread .did").last).to_be_attached()
        await is_sound(page)
        await page.locator("#said").fill("/")
        await page.locator("#said").press("s")
        await expect(page.locator("#commands")).to_be_visible()
        await is_sound(page)
        await expect(page.locator("#said")).to_be_in_viewport()
        await page.context.close()


async def test_a_voice_writes_and_only_the_person_sends(web: Served, browse: Any) -> None:
    from playwright.async_api import expect

    me = await anna.arrive(web, language="pl", name="Ania")
    context = await browse()
    await context.add_init_script(
        """
        window.SpeechRecognition = class extends EventTarget {
          start() { window.ear = this; }
          stop() { this.dispatchEvent(new Event("end")); }
          hear(said) {
            const event = new Event("result");
            event.results = [[{ transcript: said }]];
            this.dispatchEvent(event);
          }
        };
        """
    )
    page = await context.new_page()
    await page.goto(
        await make_entry_link(web.installation, web.settings, tenant_id=me, base_url=web.url)
    )
    await page.wait_for_url(f"{web.url}/")
    voice = page.locator("[data-voice]")
    await voice.click()
    await expect(voice).to_have_attribute("aria-pressed", "true")
    assert await page.evaluate("window.ear.lang") == "pl-PL"
    await page.evaluate("said => window.ear.hear(said)", DRANK["pl"])
    await voice.click()
    await expect(page.locator("#said")).to_have_value(DRANK["pl"])
    await expect(page.locator("#thread .mine")).to_have_count(0)
    await page.keyboard.press("Enter")
    await expect(page.locator("#thread")).to_contain_text(LOGGED["pl"])


@pytest.mark.parametrize("script", ["hx-sse", "app", "chat"])
async def test_a_script_that_comes_late_leaves_the_page_alive(
    web: Served, browse: Any, script: str
) -> None:
    """As on a slow line, or a busy machine: htmx must not begin before all that goes with it."""
    from playwright.async_api import Route, expect

    me = await anna.arrive(web, language="en", name="Ann")
    context = await browse(service_workers="block")
    page = await context.new_page()
    await page.goto(
        await make_entry_link(web.installation, web.settings, tenant_id=me, base_url=web.url)
    )
    await page.wait_for_url(f"{web.url}/")

    async def late(route: Route) -> None:
        await page.wait_for_function("window.htmx && document.readyState !== 'loading'")
        await page.evaluate("new Promise((done) => setTimeout(() => setTimeout(done)))")
        await route.continue_()

    await page.route(f"**/static/{script}.*", late)
    await page.goto(f"{web.url}/chat")
    await expect(page.locator("#live")).to_contain_class("is-live")
