"""The card of yesterday: counted from rows, by the person's own day, honest where it was still."""

import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from html import unescape
from typing import Any
from uuid import UUID

import httpx2
import pytest
from serving import anna
from serving.served import Served
from serving.visiting import entered

from exoskull.channels.model import ChannelName
from exoskull.interventions.model import Intervention, State
from exoskull.interventions.store import insert
from exoskull.kit.ids import TenantId, TraceId
from exoskull.outcomes.model import Outcome, OutcomeType
from exoskull.outcomes.store import insert as insert_outcome

Make = Callable[..., Awaitable[UUID]]


def card(page: str) -> str:
    """The card's text, or "" where the page has none."""
    found = re.search(r'<section class="panel yesterday".*?</section>', page, re.S)
    words = re.sub(r"<[^>]+>", " ", unescape(found[0])) if found else ""
    return " ".join(words.split())


@pytest.fixture
async def make(web: Served, me: TenantId) -> Make:
    """Puts a message into the rows, as it stood at the end, with what came of it."""

    async def made(
        state: State, at: datetime, came: OutcomeType | None = None, **more: Any
    ) -> UUID:
        new = web.installation.ids.new
        is_sent = state is State.SENT
        values: dict[str, Any] = {
            "id": new(),
            "decision_id": None,
            "symptom": "goal_off_pace",
            "subject_key": "run",
            "action": "send_sms:goal",
            "channel": ChannelName.SMS,
            "framing": "direct",
            "option": "word",
            "subject": "",
            "text": "A short run today?",
            "reason": "The goal is behind.",
            "state": state,
            "idempotency_key": str(new()),
            "created_at": at,
            "send_at": at,
            "expires_at": at + timedelta(hours=6),
            "local_date": at.date() if is_sent else None,
            "sent_at": at if is_sent else None,
            "receipt": "SM1" if is_sent else None,
            "outcome_due_at": at + timedelta(hours=24) if is_sent else None,
            "trace": TraceId(new()),
        }
        one = Intervention(**(values | more))
        async with web.database.transaction(me) as tx:
            assert await insert(tx, one)
            if came is not None:
                outcome = Outcome(
                    id=new(),
                    intervention_id=one.id,
                    at=at + timedelta(minutes=12),
                    type=came,
                    effectiveness=None,
                    response_minutes=12.0 if came is OutcomeType.USER_RESPONSE else None,
                    context={},
                    formula="test",
                    corrects=None,
                    trace=one.trace,
                )
                await insert_outcome(tx, outcome)
        return one.id

    return made


@pytest.fixture
async def still(web: Served, me: TenantId) -> datetime:
    """Noon of a yesterday on which nothing was done: the person's clock stands a week later."""
    web.clock.advance(web.clock.now() + timedelta(days=7))
    return web.clock.now().replace(hour=11) - timedelta(days=1)


async def test_what_left_what_came_of_it_and_what_did_not_leave_are_counted_with_their_reasons(
    still: datetime, make: Make, browser: httpx2.AsyncClient
) -> None:
    await make(State.SENT, still, OutcomeType.USER_RESPONSE)
    await make(State.SENT, still + timedelta(hours=1), OutcomeType.IGNORED)
    await make(State.SENT, still + timedelta(hours=2), symptom="evening_reflection")
    for _ in range(2):
        await make(State.SUPPRESSED, still, failure="daily_limit")
    await make(State.REFUSED, still, failure="denied_by_rule")
    told = card((await browser.get("/")).text)
    assert "I wrote to you 3 times." in told
    assert "Something came of 1 of 2" in told
    assert "You answered after 12 min." in told
    assert "No answer, and no change." in told
    assert "I left 3 messages unsent." in told
    assert "2× The day's limit of messages is used up." in told
    assert "1× Your rule forbids it." in told


async def test_a_message_that_left_just_after_the_persons_midnight_is_of_today(
    web: Served, make: Make, browser: httpx2.AsyncClient, still: datetime
) -> None:
    midnight = web.clock.now().replace(hour=23, minute=0) - timedelta(
        days=1
    )  # in Warsaw, in winter
    await make(State.SENT, midnight - timedelta(minutes=1))
    await make(
        State.SENT, midnight + timedelta(minutes=1), text="Of today", local_date=still.date()
    )
    told = card((await browser.get("/")).text)
    assert "I wrote to you once." in told
    assert "Of today" not in told


async def test_what_the_person_did_and_logged_is_told_beside_it(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    await anna.say(web, me, "add task: call the plumber today")
    await anna.say(web, me, "done: call the plumber")
    web.clock.advance(web.clock.now() + timedelta(days=1))
    told = card((await browser.get("/")).text)
    assert "You did one task, and logged something." in told
    assert "Call the plumber" in told
    assert "hours of sleep" in told


async def test_a_day_on_which_nothing_was_done_says_so_and_how_to_change_that(
    still: datetime, browser: httpx2.AsyncClient
) -> None:
    page = (await browser.get("/")).text
    told = card(page)
    assert "A quiet day is a good answer too." in told
    assert "I wrote to you" not in told
    for way in ("/preferences#factor-send", "/preferences#factor-hour", "/permissions"):
        assert f'href="{way}"' in page
        assert (await browser.get(way)).status_code == 200
    assert 'id="factor-send"' in (await browser.get("/preferences")).text


async def test_what_came_a_day_too_early_is_not_told_on_the_first_day(web: Served) -> None:
    somebody = await anna.arrive(web, language="en", name="Ewa")
    browser = await entered(web, somebody)
    assert card((await browser.get("/")).text) == ""
