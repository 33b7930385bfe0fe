"""Apps in a browser: made, used, charted, exported, deleted and had back; and open to everybody."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from serving import anna
from serving.barriers import barriers
from serving.served import Served

from exoskull.app import make_entry_link
from exoskull.apps import life, service
from exoskull.apps.model import App
from exoskull.apps.notice import Means
from exoskull.apps.service import Outcome
from exoskull.i18n import text
from exoskull.kit.ids import TenantId, TraceId
from exoskull.measuring import entries
from exoskull.signals.model import Source
from exoskull.tenants.service import current

WIDTHS = (1280, 1920, 320)
WISH = {"pl": "ile szklanek wody piję", "en": "how many glasses of water I drink"}
CHAT = {"pl": "zrób mi tracker wydatków", "en": "make me a spending tracker"}


async def signed_in(web: Served, browse: Any, tenant_id: TenantId, **options: Any) -> Any:
    """A page of the person, who has signed in."""
    page = await (await browse(service_workers="block", **options)).new_page()
    await page.goto(
        await make_entry_link(web.installation, web.settings, tenant_id=tenant_id, base_url=web.url)
    )
    await page.wait_for_url(f"{web.url}/")
    return page


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_an_app_is_made_used_charted_exported_deleted_and_had_back(
    web: Served, browse: Any, browser_errors: list[str], language: str
) -> None:
    from playwright.async_api import expect

    def t(key: str, **told: Any) -> str:
        return text(language, key, **told)

    me = await anna.arrive(web, language=language, name="Anna")
    page = await signed_in(web, browse, me, timezone_id="Pacific/Kiritimati")

    # a wish, a preview, a yes: all by keyboard
    await page.goto(f"{web.url}/apps")
    await page.get_by_label(t("apps-make-label")).fill(WISH[language])
    await page.keyboard.press("Enter")
    await expect(page.locator(".preview")).to_contain_text(t("apps-preview-asked"))
    await page.locator(".preview input[name=name]").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#note")).to_contain_text(
        t("apps-said-made", name=t("app-hydration"), count=0)
    )

    # one tap, then the form with its plus; the chart appears with its table
    entry = page.locator("#entries tbody tr")
    await page.locator(".taps button").first.click()
    await expect(entry).to_have_count(1)
    await page.get_by_role("button", name=t("apps-more-of", label=t("app-column-amount"))).click()
    await expect(page.locator("#field-ilosc, #field-amount")).to_have_value("2")
    await page.get_by_role("button", name=t("apps-enter")).click()
    await expect(entry).to_have_count(2)
    await expect(page.locator("#plot canvas")).to_have_count(1)
    drawn = await page.evaluate(
        """() => {
            const canvas = document.querySelector("#plot canvas");
            const ink = canvas.getContext("2d");
            const pixels = ink.getImageData(0, 0, canvas.width, canvas.height).data;
            return pixels.some((value) => value > 0);
        }"""
    )
    assert drawn, "the chart is blank"
    await page.get_by_text(t("apps-as-table")).click()
    row = page.locator("#plot-table tbody tr").first
    await expect(row).to_contain_text("2 marca" if language == "pl" else "2 March")
    await expect(row).to_contain_text("3")
    months = page.get_by_role("link", name=t("apps-span-month"))
    await months.click()
    await expect(months).to_have_attribute("aria-current", "true")
    await expect(page.locator("#plot canvas")).to_have_count(1)

    # what is wrong is told beside its field
    await page.locator("#field-ilosc, #field-amount").fill("1000")
    await page.get_by_role("button", name=t("apps-enter")).click()
    await expect(page.locator("#form .wrong")).to_have_count(1)
    await expect(entry).to_have_count(2)
    assert all("422" in error for error in browser_errors), browser_errors
    browser_errors.clear()

    # edited, undone
    await entry.first.get_by_role("link").click()
    await page.locator("#field-ilosc, #field-amount").fill("5")
    await page.get_by_role("button", name=t("web-save")).click()
    await expect(page.locator("#note")).to_contain_text(t("apps-said-edited", name="", count=0))
    await expect(entry.filter(has_text="5")).to_have_count(1)
    await entry.filter(has_text="5").get_by_role("button").click()
    await expect(entry).to_have_count(1)

    # out, away, and back
    async with page.expect_download() as leaving:
        await page.get_by_role("link", name="CSV").click()
    file = await (await leaving.value).path()
    assert len(file.read_text().splitlines()) == 2
    await page.get_by_role("link", name=t("apps-settings"), exact=True).last.click()
    await page.get_by_role("button", name=t("apps-delete"), exact=True).click()
    await expect(page.locator(".widget")).to_have_count(0)
    await page.locator("#note").get_by_role("button", name=t("apps-undo")).click()
    await expect(page.locator("#entries tbody tr")).to_have_count(1)


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_what_the_chat_makes_and_enters_stands_on_the_dashboard(
    web: Served, browse: Any, browser_errors: list[str], language: str
) -> None:
    from playwright.async_api import expect

    me = await anna.arrive(web, language=language, name="Anna")
    page = await signed_in(web, browse, me)
    await expect(page.locator("#live")).to_contain_class("is-live")
    await expect(page.locator("#widgets")).to_contain_text(text(language, "apps-widgets-empty"))
    for said in (CHAT[language], "tak" if language == "pl" else "yes"):
        await page.locator("#said").fill(said)
        await page.keyboard.press("Enter")
        await expect(page.locator("#said")).to_have_value("")
    widget = page.locator("#widgets .widget")
    await expect(widget).to_contain_text(text(language, "app-spending"))
    await page.locator("#said").fill("wydałam 40 zł" if language == "pl" else "spent 40 dollars")
    await page.keyboard.press("Enter")
    await expect(widget.locator("strong")).to_contain_text("40")
    await widget.locator(".tap button").click()  # the same as last time
    await expect(widget.locator("strong")).to_contain_text("80")


async def with_apps(web: Served, me: TenantId) -> dict[str, App]:
    """Apps at work with entries, one with a text and a choice; one proposed, archived, deleted."""
    ids, at, made = web.installation.ids, web.clock.now(), {}
    async with web.database.transaction(me) as tx:
        tenant = await current(tx)
        for family in ("hydration", "mood", "weight", "exercise", "meals", "reading"):
            found = await service.propose(
                tx,
                family=family,
                label=None,
                words=[],
                source="user_request",
                mentions=[],
                confidence=1.0,
                at=at,
                trace=TraceId(ids.new()),
                means=Means(ids=ids),
            )
            assert found.app is not None
            assert found.outcome is Outcome.PREVIEWED
            made[family] = found.app
            if family != "reading":
                made[family] = await life.activate(tx, found.app.id, at=at, ids=ids, by="web")
        for ago in range(14):
            for family, value in (
                ("hydration", 1 + ago % 4),
                ("mood", 3 + ago % 7),
                ("weight", 70),
            ):
                app = made[family]
                await entries.enter(
                    tx,
                    tenant,
                    app,
                    {app.spec.columns[0].name: value},
                    when=at - timedelta(days=ago),
                    at=at,
                    source=Source.API,
                    ids=ids,
                    trace=TraceId(ids.new()),
                )
        await life.archive(tx, made["exercise"].id, at=at, ids=ids, by="web")
        await life.delete(tx, made["meals"].id, at=at, ids=ids, by="web")
    return made


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_the_pages_of_apps_keep_nobody_out(
    web: Served, browse: Any, browser_errors: list[str], language: str
) -> None:
    me = await anna.arrive(web, language=language, name="Anna")
    nobody = await anna.arrive(web, language=language, name="Zosia")
    made = await with_apps(web, me)
    water, mood = made["hydration"].slug, made["mood"].slug
    pages = [
        "/apps",
        f"/apps/{water}?said=added",
        f"/apps/{mood}",
        f"/apps/{mood}?span=month",
        f"/apps/{made['exercise'].slug}",
        f"/apps/{mood}/entries",
        f"/apps/{mood}/settings",
        f"/apps/{mood}/import",
        "/",
    ]
    page = await signed_in(web, browse, me, reduced_motion="reduce")
    for path in pages:
        await page.goto(f"{web.url}{path}")
        await is_sound(page, path)
    await page.goto(f"{web.url}/apps/{mood}")
    await page.locator("#entries tbody a").first.click()
    await is_sound(page, "an entry")
    await page.goto(f"{web.url}/apps/{mood}/import")
    await page.locator("textarea").fill(f"at,{made['mood'].spec.columns[0].name}\n2026-02-01,4\n")
    await page.locator("main .panel .btn").last.click()
    await page.locator("main table").wait_for()
    await is_sound(page, "an import")
    await page.goto(f"{web.url}/apps/{mood}")
    await page.locator(".entry-form .btn[type=submit]").click()
    await page.locator("#form .wrong").wait_for()
    await is_sound(page, "a refused form")
    assert all("422" in error for error in browser_errors), browser_errors
    browser_errors.clear()
    page = await signed_in(web, browse, nobody, reduced_motion="reduce")
    await page.goto(f"{web.url}/apps")
    await is_sound(page, "an empty gallery")


async def is_sound(page: Any, where: str) -> None:
    """Nothing keeps anybody out in either theme, and at no width does anything stick out."""
    from playwright.async_api import TimeoutError as TooLate

    assert "\n".join(await barriers(page)) == "", where
    for width in WIDTHS[::-1]:
        await page.set_viewport_size({"width": width, "height": 800})
        fits = "document.documentElement.scrollWidth <= innerWidth"
        with suppress(TooLate):  # charts take their new width a frame later
            await page.wait_for_function(fits, timeout=5_000)
        assert await page.evaluate(fits), f"{where} is wider than {width} px"


ORDER = "items => items.map(item => item.dataset.app)"


async def standing(page: Any) -> list[str]:
    """The apps of the widgets, by their ids, as they stand."""
    return await page.eval_on_selector_all("#app-widgets > li", ORDER)


async def test_widgets_are_dragged_and_moved_by_keyboard_and_stay_so(
    web: Served, browse: Any
) -> None:
    from playwright.async_api import expect

    me = await anna.arrive(web, language="en", name="Anna")
    made = await with_apps(web, me)
    water, mood, weight = (str(made[one].id) for one in ("hydration", "mood", "weight"))
    page = await signed_in(web, browse, me)
    await page.locator("#app-widgets > li").first.wait_for()
    assert await standing(page) == [water, mood, weight]

    # by pointer: the last to the place of the first
    await page.locator(f"[data-app='{weight}'] .grip").hover()
    box = await page.locator(f"[data-app='{water}']").bounding_box()
    await page.mouse.down()
    await expect(page.locator(".is-lifted")).to_have_count(1)
    await page.mouse.move(box["x"] + 80, box["y"] + 60, steps=8)
    async with page.expect_response("**/widgets/order") as kept:
        await page.mouse.up()
    assert (await kept.value).status == 204
    await page.reload()
    await page.locator("#app-widgets > li").first.wait_for()
    assert await standing(page) == [weight, water, mood]

    # by keyboard: lifted, moved, left as it was; then lifted, moved, put down
    grip = page.locator(f"[data-app='{weight}'] .grip")
    await grip.focus()
    await page.keyboard.press("Space")
    said = page.locator("main > [role=status].sr-only")
    await expect(said).to_contain_text("place 1 of 3")
    await page.keyboard.press("ArrowDown")
    await expect(said).to_contain_text("place 2 of 3")
    assert await standing(page) == [water, weight, mood]
    await page.keyboard.press("Escape")
    assert await standing(page) == [weight, water, mood]
    await expect(grip).to_be_focused()
    await page.keyboard.press("Space")
    await page.keyboard.press("End")
    await expect(grip).to_be_focused()
    async with page.expect_response("**/widgets/order"):
        await page.keyboard.press("Space")
    await page.goto(f"{web.url}/apps")
    assert await standing(page) == [water, mood, weight]

    # by button: smaller on a page of its own, and as it was at first
    await page.get_by_role("link", name=text("en", "apps-arrange"), exact=True).click()
    await page.locator(f"#wide-{mood}").click()
    await expect(page.locator(f"#small-{mood}")).to_be_visible()
    await page.locator(f"#hide-{water}").click()
    await expect(page.locator(f"#show-{water}")).to_be_visible()
    await is_sound(page, "arranging")
    await page.goto(web.url)
    await expect(page.locator("#app-widgets > li")).to_have_count(2)
    await expect(page.locator(".widget.is-wide")).to_have_count(1)


async def test_a_finger_drags_a_widget(web: Served, browse: Any) -> None:
    me = await anna.arrive(web, language="pl", name="Anna")
    made = await with_apps(web, me)
    water, mood, weight = (str(made[one].id) for one in ("hydration", "mood", "weight"))
    narrow = {"width": 390, "height": 844}
    page = await signed_in(web, browse, me, viewport=narrow, has_touch=True, is_mobile=True)
    await page.goto(f"{web.url}/apps")
    grip = page.locator(f"[data-app='{water}'] .grip")
    await grip.evaluate("grip => scrollTo(0, grip.getBoundingClientRect().top + scrollY - 200)")
    start = await grip.bounding_box()
    end = await page.locator(f"[data-app='{mood}']").bounding_box()
    touch = await page.context.new_cdp_session(page)

    async def finger(what: str, x: float, y: float) -> None:
        points = [] if what == "touchEnd" else [{"x": x, "y": y}]
        event = {"type": what, "touchPoints": points}
        await touch.send("Input.dispatchTouchEvent", event)

    x, y = start["x"] + 14, start["y"] + 14
    await finger("touchStart", x, y)
    goal = end["y"] + end["height"] / 2
    for step in range(1, 9):
        await finger("touchMove", x + 40, y + (goal - y) * step / 8)
    async with page.expect_response("**/widgets/order") as kept:
        await finger("touchEnd", 0, 0)
    assert (await kept.value).status == 204
    assert await standing(page) == [mood, water, weight]
