"""Why, where a model had a say: what it read, on how much, at what cost, whose the words are."""

from pathlib import Path

import httpx2
from acceptance.life import born
from mape.thinking import Counting
from serving.served import serving
from serving.visiting import HTMX, entered

from exoskull.database.pool import Database


async def test_the_panel_says_what_a_model_read_proposed_and_phrased(
    database: Database, tmp_path: Path
) -> None:
    ann = await born(database, language="en", models=Counting())
    await ann.say("I want to run 7 times a week")
    await ann.wait(days=2)
    for day in range(5):
        await ann.say(f"So tired again, day {day}")
        await ann.wait(days=1)
    phrased = (await ann.events("intervention.phrased"))[-1]
    async with serving(database, tmp_path, seed=7) as served:
        browser: httpx2.AsyncClient = await entered(served, ann.tenant_id)
        told = (await browser.get(f"/why/{phrased.trace}", headers=HTMX)).text
        plain = await ann.events("briefing.sent")
        other = (await browser.get(f"/why/{plain[0].trace}", headers=HTMX)).text
    assert "What a language model had to say" in told
    assert "It read your situation" in told
    assert "things are slipping" in told
    assert "It proposed" in told
    assert "phrasing.v1" in told
    assert "What a language model had to say" not in other
