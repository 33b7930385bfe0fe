"""Every route, as a stranger and as another person: nothing of the first is seen, or touched.

One life is lived for all of it. `rows_of` before and after is the proof that nothing was touched;
the canary's word, in no answer, that nothing was seen.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from accounts.canary import WORD, canary, ids_of, rows_of, somebody_else
from accounts.entering import HERE
from accounts.routes import Route, routes_of
from serving.served import TWILIO, Served, Somebody, serving

from exoskull.database.pool import Database
from exoskull.tenants.model import Credential
from exoskull.tenants.service import everyone, give_credential

STREAMS = {"/live"}
"""Answers without an end: tests/web/test_events.py holds that they tell of one person only."""

PUBLIC = {
    "/healthz", "/readyz", "/openapi.json", "/sign-in", "/login", "/manifest.webmanifest",
    "/offline", "/sw.js", "/static/{digest}/{name}", "/zones",
    "/sign-in/link", "/sign-in/passkey/options", "/hooks/sms", "/hooks/sms/status",
}  # fmt: skip
"""What a stranger may see: it is the same for everybody."""

LACKING = {"/settings/model"}
"""What answers 503 here: the web of these tests keeps no secrets, and so no person's own key."""

WORDS = {
    "pattern": "send_sms:goal",
    "factor": "channel",
    "level": "sms",
    "kind": "daily",
    "job": "loop-15",
    "metric": "runs",
    "digest": "0",
    "name": "app.css",
    "token": "guessed",
}
"""What stands in a path where it is no id."""

FORM = {
    "text": "hello",
    "pattern": "send_sms:goal",
    "effect": "ask",
    "language": "en",
    "timezone": "Europe/Warsaw",
    "label": "watch",
    "scope": "read",
    "token": "guessed",
    "login": "nobody",
    "password": "short",
}
"""What forms may ask for; each takes what it knows. The name is another one each time: whoever
types their own name once more may delete their space."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawl:
    """The web, the person who is looked for, and the one who looks."""

    web: Served
    anna: Somebody
    bruno: Somebody
    hers: list[str]

    def requests(self, route: Route, ids: list[str]) -> list[tuple[str, str]]:
        """Method and address of `route`, with each of `ids` in the place of its parameters."""
        many = ids if any(name not in WORDS for name in route.parameters) else ids[:1]
        return [
            (method, route.filled(lambda name, one=one: WORDS.get(name, one)))
            for method in sorted(route.methods)
            for one in many
        ]

    async def ask(
        self, who: Somebody | None, method: str, path: str, *, mention: str
    ) -> httpx2.Response:
        """One request of `who`, by token or by a session of its own; None: a stranger's."""
        body: dict[str, Any] = {}
        headers = {"Accept": "application/json" if path.startswith("/api/") else "text/html"}
        if method not in ("GET", "HEAD"):
            said = FORM | {
                "name": str(uuid4()),
                "id": mention,
                "question": mention,
                "goal": mention,
                "trace": mention,
            }
            body = {"json": said} if path.startswith("/api/") else {"data": said}
            headers |= HERE
        if who is not None and path.startswith("/api/"):
            headers["Authorization"] = f"Bearer {who.token}"
        elif who is not None:
            headers["Cookie"] = f"exo_session={await self._session(who)}"
        return await self.web.clients[0].request(method, path, headers=headers, **body)

    async def _session(self, who: Somebody) -> str:
        """A session; a fresh one, as some requests end them all."""
        web = self.web
        return await give_credential(
            web.database,
            who.tenant_id,
            Credential.SESSION,
            at=web.clock.now(),
            ids=web.installation.ids,
        )

    @property
    def routes(self) -> list[Route]:
        return [route for route in routes_of(self.web.app) if route.path not in STREAMS]


@pytest.fixture
async def crawl(database: Database, tmp_path: Path) -> AsyncIterator[Crawl]:
    async with serving(database, tmp_path, **TWILIO) as web:
        web.client()
        anna = await canary(web)
        bruno = await somebody_else(web, "Bruno")
        hers = await ids_of(web.database, anna.tenant_id)
        assert len(hers) >= 15
        yield Crawl(web=web, anna=anna, bruno=bruno, hers=[str(anna.tenant_id), *hers])


def shows(answer: httpx2.Response) -> bool:
    """Whether anything of the canary's stands in the answer."""
    said = (answer.text + str(dict(answer.headers))).casefold()
    return any(word in said for word in (WORD, "anna@example.org", "+48600100200"))


async def test_the_person_herself_sees_her_word_in_many_places_and_looking_changes_nothing(
    crawl: Crawl,
) -> None:
    """That the word is there to be seen is what makes its absence below say something."""
    before = await rows_of(crawl.web.database, crawl.anna.tenant_id)
    assert sum(WORD in str(lines).casefold() for lines in before.values()) >= 6
    seen, broken = set(), []
    for route in crawl.routes:
        if "GET" in route.methods:
            looking = Route(path=route.path, methods=frozenset({"GET"}))
            for method, path in crawl.requests(looking, crawl.hers):
                answer = await crawl.ask(crawl.anna, method, path, mention="")
                if answer.status_code >= 500:
                    broken.append((path, answer.status_code))
                if shows(answer):
                    seen.add(route.path)
    assert broken == []
    assert len(seen) >= 10, seen
    after = await rows_of(crawl.web.database, crawl.anna.tenant_id)
    assert {name for name in after if after[name] != before[name]} == set()


async def test_a_stranger_gets_nothing_anywhere(crawl: Crawl) -> None:
    before = await rows_of(crawl.web.database, crawl.anna.tenant_id)
    let_in = []
    for route in crawl.routes:
        for method, path in crawl.requests(route, crawl.hers[:3]):
            answer = await crawl.ask(None, method, path, mention=crawl.hers[0])
            assert not shows(answer), (method, path)
            turned_away = answer.status_code in (401, 403, 404, 405, 422) or (
                answer.headers.get("location") == "/login"
            )
            if not turned_away and route.path not in PUBLIC:
                let_in.append((method, path, answer.status_code))
    assert let_in == []
    assert await rows_of(crawl.web.database, crawl.anna.tenant_id) == before
    assert len(await everyone(crawl.web.database)) == 2


async def test_another_person_sees_and_touches_nothing_and_cannot_tell_that_it_is_there(
    crawl: Crawl,
) -> None:
    before = await rows_of(crawl.web.database, crawl.anna.tenant_id)
    wrong = []
    for route in crawl.routes:
        made_up = {
            method: (await crawl.ask(crawl.bruno, method, path, mention=str(uuid4()))).status_code
            for method, path in crawl.requests(route, [str(uuid4())])
        }
        for method, path in crawl.requests(route, crawl.hers):
            mention = next((one for one in crawl.hers if one in path), crawl.hers[0])
            answer = await crawl.ask(crawl.bruno, method, path, mention=mention)
            lacks = answer.status_code == 503 and route.path in LACKING
            if shows(answer) or (answer.status_code >= 500 and not lacks):
                wrong.append((method, path, answer.status_code, "shows or breaks"))
            named = any(name not in WORDS for name in route.parameters)
            if named and answer.status_code != made_up[method]:
                wrong.append((method, path, answer.status_code, made_up[method]))
    assert wrong == []
    assert await rows_of(crawl.web.database, crawl.anna.tenant_id) == before
