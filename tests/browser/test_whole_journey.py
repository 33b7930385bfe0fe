"""One person's whole way, in a browser, in both languages: from the first link to what was learned.

The first link, the first steps, a goal by chat, a rule that says no and its refusal, a question and
its yes with a receipt, a plan taken back, an app made and used, and the page that adds it all up.
"""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from serving import anna
from serving.served import Served

from exoskull.app import make_entry_link
from exoskull.i18n import text
from exoskull.tenants.service import everyone

SAID = {
    "pl": {
        "goal": "Chcę biegać 3 razy w tygodniu",
        "goal_set": "Biegać",
        "second": "chcę pić 8 szklanek wody dziennie",
        "remind": "przypomnij mi za 10 minut o dentyście",
        "dentist": "dentyst",
        "make": "zrób mi tracker wydatków",
        "yes": "tak",
        "spent": "wydałam 40 zł",
        "city": "nowy jor",
        "place": "Nowy Jork",
    },
    "en": {
        "goal": "I want to run 3 times a week",
        "goal_set": "Run",
        "second": "I want to drink 8 glasses of water a day",
        "remind": "remind me in 10 minutes about the dentist",
        "dentist": "dentist",
        "make": "make me a spending tracker",
        "yes": "yes",
        "spent": "spent 40 dollars",
        "city": "new yor",
        "place": "New York",
    },
}
NOTIFY = "#rule-send_notification-all"


async def answers(web: Served) -> int:
    """How many messages of people have been answered."""
    ((tenant_id, _),) = await everyone(web.database)
    async with web.database.transaction(tenant_id) as tx:
        return await tx.value("select count(*) from events where kind = 'message.answered'")


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_from_the_first_link_to_the_page_of_what_was_learned(
    web: Served, browse: Any, browser_errors: list[str], language: str
) -> None:
    from playwright.async_api import expect

    said = SAID[language]

    def t(key: str, **told: Any) -> str:
        return text(language, key, **told)

    def button(name: str, **told: Any) -> Any:
        return page.get_by_role("button", name=t(name, **told), exact=True)

    async def say(words: str) -> None:
        before = await answers(web)
        await page.locator("#said").fill(words)
        await page.keyboard.press("Enter")
        async with asyncio.timeout(20):
            while await answers(web) == before:  # noqa: ASYNC110
                await asyncio.sleep(0)
        await expect(page.locator("#said")).to_have_value("")

    async def rule(effect: str) -> None:
        await page.goto(f"{web.url}/permissions")
        choice = page.locator(NOTIFY).get_by_role("button", name=t(f"web-effect-{effect}"))
        await choice.click()
        await expect(choice).to_have_attribute("aria-pressed", "true")

    async def remind() -> None:
        await page.goto(web.url)
        await say(said["remind"])
        await anna.look(web, me)

    # the first steps: a name, a city found while it is typed, quiet hours
    browser = await browse(timezone_id="Pacific/Auckland", service_workers="block")
    page = await browser.new_page()
    link = await make_entry_link(web.installation, web.settings, base_url=web.url)
    await page.goto(f"{link}&language={language}")
    await page.locator("#name").fill("Zosia")
    await button("web-setup-next").click()
    await expect(page.locator("#timezone")).to_have_value("Pacific/Auckland")
    await page.locator("#timezone").fill("")
    await page.locator("#timezone").press_sequentially(said["city"])
    await page.locator("#zone-found").get_by_role("button", name=said["place"]).click()
    await page.locator("#timezone").fill("Warszawa")  # where it is day by the clock of this test
    await page.locator("#quiet_from").fill("23:00")
    await button("web-setup-next").click()

    # a goal, what is allowed, how to be reached; gone back once, and resumed in another window
    await page.locator("#goal").fill(said["goal"])
    await button("web-goal-begin").click()
    await expect(page.locator("#rules > li").first).to_be_visible()
    await button("onboarding-back").click()
    await expect(page.locator("main")).to_contain_text(said["goal_set"])
    await button("web-setup-next").click()
    await page.close()
    page = await browser.new_page()
    await page.goto(web.url)
    await expect(page.locator("#rules > li").first).to_be_visible()
    await button("web-setup-next").click()
    await page.get_by_label(t("onboarding-answer-framing", answer="humor")).check()
    await button("onboarding-finish").click()
    await expect(page.locator("#live")).to_contain_class("is-live")
    ((me, _),) = await everyone(web.database)

    # the first act: by gate and outbox, in the thread and in the feed
    await web.installation.outbox.tick()
    sent = page.locator("#feed > li.is-sent").first
    await sent.locator("summary").click()
    await expect(sent).to_contain_text(t("onboarding-greeting-reason"), ignore_case=True)
    await page.goto(f"{web.url}/preferences")
    told = page.locator("#told > ul > li")
    await expect(told).to_have_count(1)

    # a goal by chat
    await page.goto(web.url)
    await say(said["second"])
    await page.goto(f"{web.url}/goals")
    await expect(page.locator("main")).to_contain_text(said["goal_set"])
    await expect(page.locator("main h2, main h3, main .row-title")).not_to_have_count(0)

    # a rule that says no; what it stops is told, with what would change it
    await rule("deny")
    await remind()
    await page.goto(f"{web.url}/feed?show=left")
    refused = page.locator("#feed > li.is-no", has=page.locator("form.remedy")).first
    await expect(refused).to_be_visible()

    # a question, its yes, and the receipt
    await rule("ask")
    await remind()
    await page.goto(web.url)
    asked = page.locator("#waiting-list > li.asks", has_text=said["dentist"]).first
    await asked.get_by_role("button", name=t("web-approve")).click()
    await expect(page.locator("#waiting-list > li.asks")).to_have_count(0)
    web.clock.advance(web.clock.now() + timedelta(minutes=45))
    await web.installation.outbox.tick()
    await page.goto(f"{web.url}/interventions?show=sent")
    sent = page.locator("main .row", has_text=said["dentist"]).first
    await expect(sent).to_contain_text(t("web-chain-receipt"))

    # a plan taken back
    await rule("allow")
    await remind()
    await page.goto(web.url)
    plan = page.locator("#waiting-list > li", has_text=said["dentist"])
    before = await plan.count()
    assert before
    await plan.first.get_by_role("button", name=t("web-undo")).click()
    await expect(plan).to_have_count(before - 1)

    # an app made by chat, used by chat and by one tap
    for words in (said["make"], said["yes"]):
        await say(words)
    widget = page.locator("#widgets .widget", has_text=t("app-spending"))
    await expect(widget).to_be_visible()
    await say(said["spent"])
    await expect(widget.locator("strong")).to_contain_text("40")
    await widget.locator(".tap button").click()
    await expect(widget.locator("strong")).to_contain_text("80")

    # what it all came to
    await page.locator('.menu a[href="/optimization"]').click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(t("optimization-title"))
    await expect(page.locator(".funnel li").first).to_be_visible()
    assert browser_errors == []
