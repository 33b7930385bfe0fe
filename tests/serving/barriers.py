"""What keeps people out of a page, as axe-core sees it: in the light theme and in the dark one."""

from typing import Any

THEMES = ("light", "dark")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOK = """async (options) => (await axe.run(options)).violations.flatMap((one) => one.nodes.map(
    (node) => `${one.id}: ${node.html.slice(0, 200)} ${node.failureSummary.slice(0, 300)}`))"""


async def barriers(page: Any) -> list[str]:
    """What is wrong with the page as it stands, one line each, by the theme that it is wrong in.

    The page is looked at in place: the theme is switched as the system's setting would be. Motion
    is reduced from here on: a colour on its way is no colour to measure.
    """
    from axe_playwright_python.base import AXE_SCRIPT

    await page.emulate_media(reduced_motion="reduce")
    await page.evaluate(AXE_SCRIPT)
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    found: list[str] = []
    for theme in THEMES:
        await page.emulate_media(color_scheme=theme)
        found += [f"{theme}: {one}" for one in await page.evaluate(LOOK, options)]
    await page.emulate_media(color_scheme=THEMES[0])
    return found
