"""A person's first minutes, in a browser: from the first link to a rule that says no."""

import asyncio
from typing import Any

import pytest
from serving import anna
from serving.served import Served

from exoskull.app import make_entry_link

WORDS = {
    "pl": {
        "goal": "Chcę biegać 3 razy w tygodniu",
        "set": "Nowy cel: „Biegać”",
        "water": "wypiłam 3 szklanki wody",
        "logged": "Zapisane: 3 szklanki wody.",
        "next": "Dalej",
        "begin": "Zaczynamy",
        "rest": "Pomiń resztę",
        "send": "Wyślij",
        "sms": "Wysyłanie SMS-ów w sprawie Twoich celów",
        "never": "Nigdy",
        "denied": "Wysyłanie SMS-ów w sprawie Twoich celów: nie wolno (Twoja decyzja).",
        "why": "Dlaczego?",
        "allow": "Pozwól:",
        "undo": "Nie wysyłaj",
        "remind": "przypomnij mi za 10 minut o dentyście",
    },
    "en": {
        "goal": "I want to run 3 times a week",
        "set": 'New goal: "Run"',
        "water": "drank 3 glasses of water",
        "logged": "Logged: 3 glasses of water.",
        "next": "Continue",
        "begin": "Begin",
        "rest": "Skip the rest",
        "send": "Send",
        "sms": "Send an SMS about your goals",
        "never": "Never",
        "denied": "Send an SMS about your goals: not allowed (your decision).",
        "why": "Why?",
        "allow": "Allow:",
        "undo": "Do not send",
        "remind": "remind me in 10 minutes about the dentist",
    },
}


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_from_the_first_link_to_a_rule_that_says_no(
    web: Served, browse: Any, language: str
) -> None:
    from playwright.async_api import expect

    words = WORDS[language]
    page = await (await browse(timezone_id="America/New_York")).new_page()
    link = await make_entry_link(web.installation, web.settings, base_url=web.url)
    await page.goto(f"{link}&language={language}")

    await page.get_by_role("textbox").fill("Zosia")
    await page.get_by_role("button", name=words["next"]).click()
    await expect(page.locator("#timezone")).to_have_value("America/New_York")
    await page.locator("#timezone").fill("Europe/Warsaw")
    await page.get_by_role("button", name=words["next"]).click()
    await page.get_by_role("textbox").fill(words["goal"])
    await page.get_by_role("button", name=words["begin"]).click()
    await page.get_by_role("button", name=words["rest"]).click()

    await expect(page.locator("#thread")).to_contain_text(words["set"])
    await expect(page.locator("#live")).to_contain_class("is-live")

    # said by keyboard alone, answered, and told live
    await page.locator("#said").press_sequentially(words["water"])
    await page.keyboard.press("Enter")
    await expect(page.locator("#thread")).to_contain_text(words["logged"])
    await expect(page.locator("#feed > li.event").first).to_contain_text(words["logged"])
    await expect(page.locator("#said")).to_be_focused()
    await expect(page.locator("#said")).to_have_value("")

    # why: the chain, with the ids that it rests on
    first = page.locator("#feed > li.event").first
    await first.get_by_text(words["why"]).click()
    await expect(first.locator(".why-panel dt")).not_to_have_count(0)

    # a switch says no; the feed tells it, here and in the other window
    other = await page.context.new_page()
    await other.goto(f"{web.url}/permissions")
    rule = other.locator("#rules > li", has_text=words["sms"])
    await rule.get_by_role("button", name=words["never"]).click()
    await expect(rule.get_by_role("button", name=words["never"])).to_have_attribute(
        "aria-pressed", "true"
    )
    await expect(page.locator("#feed > li.event").first).to_contain_text(words["denied"])
    await other.close()

    # from page to page by the navigation: the goal, and how it all works
    for path in ("/goals", "/optimization"):
        await page.locator(f'.menu a[href="{path}"]').click()
        await expect(page).to_have_url(web.url + path)
        await expect(page.locator('.menu [aria-current="page"]')).to_have_attribute("href", path)
        await expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_a_plan_is_undone_and_a_refusal_offers_its_remedy(
    web: Served, browse: Any, language: str
) -> None:
    from playwright.async_api import expect

    words, page = WORDS[language], await (await browse()).new_page()
    tenant_id = await anna.live(web, language=language, days=1)
    await anna.say(web, tenant_id, words["remind"])
    await anna.look(web, tenant_id)
    await page.goto(
        await make_entry_link(web.installation, web.settings, tenant_id=tenant_id, base_url=web.url)
    )
    await expect(page).to_have_url(f"{web.url}/")  # the page sent its secret back by itself
    plan = page.locator("#waiting-list > li", has=page.get_by_role("button", name=words["undo"]))
    await expect(plan.first).to_be_visible()
    before = await plan.count()
    await plan.first.get_by_role("button", name=words["undo"]).click()
    await expect(plan).to_have_count(before - 1)

    await anna.rule_everything_out(web, tenant_id)
    await anna.say(web, tenant_id, words["remind"])
    await anna.look(web, tenant_id)
    await page.goto(f"{web.url}/feed?show=left")
    refused = page.locator("#feed > li.is-no", has=page.locator("form.remedy")).first
    await expect(refused).to_be_visible()
    await refused.get_by_role("button", name=words["allow"]).click()
    await expect(refused.locator("form.remedy button")).to_have_count(0)


async def test_eight_windows_of_one_browser_all_answer(web: Served, browse: Any) -> None:
    from playwright.async_api import expect

    tenant_id = await anna.live(web, language="en", days=1)
    link = await make_entry_link(
        web.installation, web.settings, tenant_id=tenant_id, base_url=web.url
    )
    browser = await browse()
    first = await browser.new_page()
    await first.goto(link)
    await expect(first.locator("#thread")).to_be_visible()
    windows = [await browser.new_page() for _ in range(8)]
    async with asyncio.timeout(60):
        for window in windows:
            await window.goto(web.url)
        newest = windows[-1]
        await expect(newest.locator("#live")).to_contain_class("is-live")
        await newest.locator("#said").fill("drank 3 glasses of water")
        await newest.keyboard.press("Enter")
        await expect(newest.locator("#thread")).to_contain_text("Logged: 3 glasses of water.")
