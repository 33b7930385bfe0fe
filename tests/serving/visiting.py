"""Browsers that are signed in, without a browser: what a page's forms and links ask for."""

import httpx2
from serving.served import AT, Served

from exoskull.app import make_entry_link
from exoskull.kit.ids import TenantId, TraceId
from exoskull.onboarding.service import finish

HERE = {"Sec-Fetch-Site": "same-origin"}
HTMX = HERE | {"HX-Request": "true"}


async def entered(web: Served, tenant_id: TenantId, *, settled: bool = True) -> httpx2.AsyncClient:
    """A browser that is signed in as this tenant."""
    browser = web.client(headers={"Accept": "text/html"}, follow_redirects=True)
    if settled:
        async with web.database.transaction(tenant_id) as tx:
            await finish(tx, at=AT, trace=TraceId(web.installation.ids.new()))
    link = await make_entry_link(
        web.installation, web.settings, tenant_id=tenant_id, base_url=web.url
    )
    token = link.partition("token=")[2]
    answer = await browser.post("/login", data={"token": token}, headers=HERE)
    assert answer.status_code == 200
    return browser
