"""The chat in a browser: its page, opened by its owner, and a model that takes its time."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any
from uuid import uuid4

from serving.served import Served

from exoskull.app import make_entry_link
from exoskull.kit.ids import TenantId
from exoskull.llm.gateway import Models
from exoskull.llm.model import Called, Declined, Delta, Ended, Spent, Talk

DRANK = {"pl": "wypiłam 3 szklanki wody", "en": "drank 3 glasses of water"}
LOGGED = {"pl": "Zapisane: 3 szklanki wody.", "en": "Logged: 3 glasses of water."}


class Slow(Models):
    """A model that is at its second sentence until it is let."""

    def __init__(self) -> None:
        self.let = asyncio.Event()

    async def ready(self, tenant_id: TenantId) -> bool:
        return True

    async def converse(
        self, tenant_id: TenantId, talk: Talk
    ) -> AsyncGenerator[Delta | Called | Ended | Declined, None]:
        yield Delta(text="Because of the moon. It ")
        await self.let.wait()
        yield Delta(text="pulls at the sea.")
        spent = Spent(model="slow", tokens_in=1, tokens_out=1, micros=1)
        yield Ended(text="Because of the moon. It pulls at the sea.", spent=spent, call=uuid4())


async def opened(web: Served, browse: Any, tenant_id: TenantId, path: str, **options: Any) -> Any:
    page = await (await browse(**options)).new_page()
    await page.goto(
        await make_entry_link(web.installation, web.settings, tenant_id=tenant_id, base_url=web.url)
    )
    await page.wait_for_selector("#live.is-live")
    if path != "/":
        await page.goto(web.url + path)
    await page.wait_for_selector("#live.is-live")
    return page
