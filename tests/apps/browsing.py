"""Apps as a browser gets them: signing in, reading a page, looking at what was kept."""

import re
from typing import Any
from uuid import UUID

import httpx2
from acceptance.life import Life
from serving.served import Served

from exoskull.app import make_entry_link
from exoskull.apps import entries, service
from exoskull.apps.model import App, AppState, Entry

HERE = {"Sec-Fetch-Site": "same-origin"}


async def signed_in(web: Served, tenant_id: Any, life: Life) -> httpx2.AsyncClient:
    browser = web.client(headers=HERE, follow_redirects=True)
    web.clock.advance(max(web.clock.now(), life.now))
    link = await make_entry_link(
        web.installation, web.settings, tenant_id=tenant_id, base_url=web.url
    )
    await browser.post("/login", data={"token": link.partition("token=")[2]})
    return browser


def words_of(page: httpx2.Response) -> str:
    """What a person reads on the page."""
    plain = re.sub(r"<script.*?</script>", " ", page.text, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", plain))


async def app_of(life: Life, app_id: UUID) -> App:
    async with life.tx() as tx:
        return await service.get(tx, app_id)


async def kept(life: Life, app: App) -> list[Entry]:
    async with life.tx() as tx:
        return list(await entries.everything(tx, app))


async def everything(life: Life, *states: AppState) -> list[App]:
    async with life.tx() as tx:
        return await service.everything(tx, *states)
