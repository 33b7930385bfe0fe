"""What the first look at the page of the day brings over the line."""

import gzip
import re

import httpx2
from serving.served import Served

MOST = 120 * 1024
"""Bytes, as sent."""

NAMED = re.compile(r'(?:href|src)="(/[^"#?]*)[^"]*"')
FETCHED = re.compile(r'hx-get="(/(?:widgets|optimization/widget))"')


async def sent(browser: httpx2.AsyncClient, path: str) -> tuple[int, str]:
    """How many bytes the answer takes on the line, and its text."""
    async with browser.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as answer:
        assert answer.status_code == 200, path
        raw = b"".join([part async for part in answer.aiter_raw()])
        if answer.headers.get("content-encoding") == "gzip":
            return len(raw), gzip.decompress(raw).decode()
        return len(raw), raw.decode(errors="replace")


async def test_the_first_load_of_the_day_takes_at_most_120_kib(
    web: Served, browser: httpx2.AsyncClient
) -> None:
    size, page = await sent(browser, "/")
    head = page.partition("</head>")[0]
    assets = {path for path in NAMED.findall(page) if path.startswith("/static/")}
    assert len(assets) > 8, head
    taken = {"/": size}
    for path in sorted({*assets, *FETCHED.findall(page), "/manifest.webmanifest"}):
        taken[path] = (await sent(browser, path))[0]
    told = "\n".join(f"{size:7} {path}" for path, size in taken.items())
    assert sum(taken.values()) <= MOST, told
    assert not re.search(r'(?:href|src)="https?://', page), "something comes from elsewhere"
