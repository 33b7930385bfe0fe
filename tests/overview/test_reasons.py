"""Why: everything is told, of everything, in the reader's language, with the rows' own numbers."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2
import pytest
from acceptance.life import born
from serving import anna
from serving.served import Served, serving
from serving.visiting import HTMX, entered

from exoskull.budgets import service as budgets
from exoskull.budgets.model import Amount, Reservation
from exoskull.database.pool import Database
from exoskull.feed.model import Event
from exoskull.feed.present import QUIET, shown_kinds
from exoskull.feed.service import publish
from exoskull.grants.model import Effect
from exoskull.i18n import percent
from exoskull.kit.ids import TenantId, TraceId
from exoskull.ledger import preferences
from exoskull.overview.chances import share_of

FACTS = {"noticed", "known", "chosen", "permitted", "done", "came", "cost"}
NAMES = {
    "en": {
        "What I noticed": "noticed",
        "What I knew": "known",
        "How I chose": "chosen",
        "What allows it": "permitted",
        "What I did": "done",
        "What came of it": "came",
        "What it cost": "cost",
        "What followed": "next",
        "What a language model had to say": "model",
    }
}
LEARNED: dict[str, Any] = {
    "factor": "channel",
    "level": "sms",
    "spoken": True,
    "signal": "reply",
    "n": 20,
    "hits": 15,
    "n_other": 20,
    "hits_other": 5,
    "expected": 0.7,
    "expected_other": 0.3,
    "estimate": 0.4,
    "probability": 0.98,
    "low": 0.1,
    "high": 0.6,
    "missing": None,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Days that were lived, and a browser that looks at them."""

    web: Served
    me: TenantId
    browser: httpx2.AsyncClient


async def panel(
    browser: httpx2.AsyncClient, trace: UUID | str, of: int | None = None
) -> dict[str, list[str]]:
    """The panel's parts, by their English name: lines of plain text."""
    query = "" if of is None else f"?of={of}"
    answer = await browser.get(f"/why/{trace}{query}", headers=HTMX)
    assert answer.status_code == 200, answer.text[:500]
    told = answer.text.partition("<details")[0]
    parts = {}
    for name, body in re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", told, flags=re.S):
        lines = re.findall(r"<(?:p|li)[^>]*>(.*?)</(?:p|li)>", body, flags=re.S)
        parts[unescape(name)] = [unescape(line) for line in lines]
    return parts


def named(parts: dict[str, list[str]]) -> dict[str, list[str]]:
    return {NAMES["en"][name]: lines for name, lines in parts.items()}


@pytest.fixture
async def days(database: Database, tmp_path: Path) -> AsyncIterator[Days]:
    """Three days with every job: briefings, reflections, summaries, decisions."""
    ann = await born(database, language="en")
    await ann.say("I want to run 7 times a week")
    await ann.wait(days=3)
    async with serving(database, tmp_path, seed=7) as web:
        web.clock.advance(ann.now)
        yield Days(web=web, me=ann.tenant_id, browser=await entered(web, ann.tenant_id))


async def rows(web: Served, me: TenantId, sql: Any, **params: Any) -> list[dict[str, Any]]:
    async with web.database.transaction(me) as tx:
        return await tx.dicts(sql, t=me, **params)


async def speak(web: Served, me: TenantId, language: str) -> None:
    async with web.database.transaction(me) as tx:
        await tx.execute(
            "update tenants set language = %(l)s where tenant_id = %(t)s", l=language, t=me
        )


async def test_of_every_event_of_a_life_everything_is_told(days: Days) -> None:
    web, me, browser = days.web, days.me, days.browser
    found = await rows(
        web,
        me,
        """
        select distinct on (kind) kind, seq, trace from events where tenant_id = %(t)s
         order by kind, seq desc
        """,
    )
    assert len(found) >= 15
    for one in found:
        parts = named(await panel(browser, one["trace"], one["seq"]))
        assert set(parts) >= FACTS, (one["kind"], set(parts))
        assert all(line.strip() for lines in parts.values() for line in lines), one["kind"]


HOSTILE: tuple[dict[str, Any], ...] = (
    {},
    {"id": "no id", "evidence": [1, None, {"a": 1}, "x"], "grant": 7, "by": ["x"], "source": {}},
    {
        "id": None,
        "confidence": "sure",
        "chance": None,
        "days_known": "many",
        "facts": {},
        "symptom": "goal_off_pace",
        "grant": "no rule : at all",
        "approval": 1,
        "intervention": "<script>alert(1)</script>",
        "text": "<script>alert(1)</script>",
    },
)


@pytest.mark.parametrize("language", ["en", "pl"])
async def test_no_event_however_odd_breaks_the_panel(
    web: Served, me: TenantId, browser: httpx2.AsyncClient, language: str
) -> None:
    ids, at = web.installation.ids, web.clock.now()
    await speak(web, me, language)
    made = [
        Event(at=at, kind=kind, trace=TraceId(ids.new()), data=data)
        for kind in sorted({*shown_kinds(), *QUIET, "nobody.knows"})
        for data in HOSTILE
    ]
    async with web.database.transaction(me) as tx:
        await publish(tx, *made)
    for one in made:
        answer = await browser.get(f"/why/{one.trace}", headers=HTMX)
        assert answer.status_code == 200, (one, answer.text[:300])
        assert answer.text.count("<dt>") >= len(FACTS), one
        assert "<script>" not in answer.text


async def test_numbers_are_those_of_the_rows(days: Days) -> None:
    """Each is reckoned here anew, by another way than the panel's."""
    web, me, browser = days.web, days.me, days.browser
    found = await rows(
        web,
        me,
        """
        select d.id, d.trace, d.ledger, i.id as act, i.receipt, i.state, i.local_date, i.channel,
               i.reason, a.pattern, a.local_date as day,
               (select count(*) from interventions o where o.tenant_id = i.tenant_id
                   and o.local_date = i.local_date
                   and o.state in ('sending', 'sent', 'unknown')) as used
          from decisions d
          left join interventions i on i.tenant_id = d.tenant_id and i.decision_id = d.id
          left join authorizations a on a.tenant_id = i.tenant_id and a.id = i.authorization_id
         where d.tenant_id = %(t)s
        """,
    )
    assert found
    for one in found:
        parts = named(await panel(browser, one["id"]))
        ledger, told = one["ledger"], " ".join(parts["chosen"])
        if not 0 < ledger["p_send"] < 1:
            continue
        drawn = sum(ledger["p_arm"][: len(ledger["arms"])])
        assert abs(drawn - ledger["p_send"]) < 1e-6
        assert f"The chance of writing was {percent(drawn, 'en')}" in told
        assert f"{len(ledger['arms'])} way" in told
        chosen = ledger["chosen"]
        if chosen is None:
            assert "send nothing" in told
            assert "no provider's receipt" in parts["done"][-1]
            continue
        here = sum(
            chance
            for chance, arm in zip(ledger["p_arm"], ledger["arms"], strict=False)
            if arm["hour"] == chosen["hour"]
        )
        hours = len({arm["hour"] for arm in ledger["arms"]})
        if hours > 1:
            said = f"chosen with {percent(here / drawn, 'en')} chance among {hours} hours"
            assert said in told
        assert one["reason"] in parts["noticed"]  # the language has not changed
        if one["state"] == "sent":
            assert one["receipt"] in parts["done"][0]
            assert any(one["pattern"] in line for line in parts["permitted"])
        if one["state"] == "sent" and one["channel"] != "in_app":
            assert f"Messages on that day: {one['used']} of at most 8." in parts["permitted"]
        read = len(ledger["read"]["outcomes"])
        assert ("No earlier outcome" if not read else f"{read} earlier") in parts["known"][-1]


def test_a_levels_chance_is_of_all_that_sends() -> None:
    arms = [
        {"channel": "sms", "hour": "09"},
        {"channel": "sms", "hour": "18"},
        {"channel": "in_app", "hour": "18"},
    ]
    ledger = {"arms": arms, "p_arm": [0.1, 0.2, 0.1, 0.6]}
    share, count = share_of("channel", arms[0], ledger)
    assert (round(share, 6), count) == (0.75, 2)
    assert share_of("hour", arms[0], {"arms": arms, "p_arm": [0, 0, 0, 1]}) == (0.0, 2)


async def test_reasons_are_told_in_the_language_of_who_reads(days: Days) -> None:
    web, me, browser = days.web, days.me, days.browser
    found = await rows(
        web,
        me,
        """
        select distinct on (symptom) id, trace, symptom, reason from interventions
         where tenant_id = %(t)s order by symptom, created_at
        """,
    )
    await speak(web, me, "pl")
    assert {"morning_briefing", "silence"} < {one["symptom"] for one in found}
    for one in found:
        parts = await panel(browser, one["id"])
        told = [line for lines in parts.values() for line in lines]
        assert one["reason"] not in told, one
        assert "Co mnie skłoniło" in parts
        if one["symptom"] == "morning_briefing":
            assert "To poranny plan dnia, o godzinie z Twoich ustawień." in told


async def test_a_preference_is_told_as_it_was_and_as_it_is(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    ids, at = web.installation.ids, web.clock.now()
    made, trace = ids.new(), TraceId(ids.new())
    [decision, *_] = await rows(
        web,
        me,
        "select id, trace, at from decisions where tenant_id = %(t)s order by at desc limit 1",
    )
    then = decision["at"] - timedelta(hours=1)
    async with web.database.transaction(me) as tx:
        await tx.execute(
            """
            insert into preferences (tenant_id, id, factor, level, spoken, statement, learned_at,
                                     trace)
            values (%(t)s, %(id)s, 'channel', 'sms', true, %(said)s, %(at)s, %(trace)s)
            """,
            t=me,
            id=made,
            said=LEARNED | {"n": 31, "hits": 21},
            at=then,
            trace=trace,
        )
        data = LEARNED | {"id": str(made)}
        await publish(tx, Event(at=then, kind="preference.learned", trace=trace, data=data))
        await tx.execute(
            """
            update decisions set ledger = jsonb_set(ledger, '{read,preferences}',
                                                    jsonb_build_array(%(id)s::text))
             where tenant_id = %(t)s and id = %(decision)s
            """,
            t=me,
            id=str(made),
            decision=decision["id"],
        )
    known = named(await panel(browser, decision["id"]))["known"]
    assert any("What I held then" in line and "15 times in 20" in line for line in known)
    assert any("What I hold now" in line and "21 times in 31" in line for line in known)
    async with web.database.transaction(me) as tx:
        await preferences.correct(tx, factor="channel", level="sms", wish="avoid", at=at, ids=ids)
    known = named(await panel(browser, decision["id"]))["known"]
    assert any("Since then you have told me something" in line for line in known)
    about = named(await panel(browser, trace))
    assert any("at least 10 measured messages" in line for line in about["known"])
    assert any("Your word now" in line for line in about["known"])
    assert any("15 times in 20" in line for line in about["noticed"])


async def test_costs_are_in_cents_with_the_calls_counted(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    ids, at, trace = web.installation.ids, web.clock.now(), TraceId(web.installation.ids.new())
    async with web.database.transaction(me) as tx:
        await publish(tx, Event(at=at, kind="message.received", trace=trace, data={"text": "hm"}))
        for micros in (12_300, 20_000):
            held = await budgets.reserve(
                tx,
                feature="chat",
                upper=Amount(micros=50_000),
                at=at,
                today=at.date(),
                ids=ids,
                trace=trace,
            )
            assert isinstance(held, Reservation)
            await budgets.settle(tx, held.id, Amount(micros=micros), at=at)
    assert named(await panel(browser, trace))["cost"] == ["Models: 3.23 cents, in 2 calls."]


async def test_each_message_of_a_chain_has_its_own_reasons(days: Days) -> None:
    """What is asked about is what is told of, however many things one need led to."""
    web, me, browser = days.web, days.me, days.browser
    sent = await rows(
        web,
        me,
        """
        select seq, trace, data ->> 'receipt' as receipt from events
         where tenant_id = %(t)s and kind in ('intervention.sent', 'briefing.sent')
        """,
    )
    assert len(sent) >= 2
    for one in sent:
        done = named(await panel(browser, one["trace"], one["seq"]))["done"]
        assert one["receipt"] in done[0]
    first, last = sent[0], sent[-1]
    elsewhere = named(await panel(browser, first["trace"], last["seq"]))["done"]
    assert last["receipt"] not in " ".join(elsewhere)


async def test_what_a_rule_refused_says_which_and_that_nothing_went_out(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    await anna.rule(web, me, "send_email:summary", Effect.DENY)
    await browser.post("/settings/test/email", headers=HTMX)
    [refused] = await rows(
        web,
        me,
        """
        select id from interventions
         where tenant_id = %(t)s and symptom = 'channel_test' and state = 'refused'
        """,
    )
    parts = named(await panel(browser, refused["id"]))
    assert any("No rule allowed it" in line for line in parts["permitted"])
    assert parts["came"] == ["Nothing went out, so nothing could come of it."]
    assert parts["noticed"] == ["You asked for a test message."]


async def test_a_chain_of_ten_thousand_events_is_a_panel_of_some(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    trace = TraceId(web.installation.ids.new())
    async with web.database.transaction(me) as tx:
        await tx.execute(
            """
            insert into events (tenant_id, at, kind, trace, data)
            select %(t)s, %(at)s, 'measure.logged', %(trace)s,
                   '{"metric": "runs", "value": 1}'::jsonb
              from generate_series(1, 10000)
            """,
            t=me,
            at=web.clock.now(),
            trace=trace,
        )
    answer = await browser.get(f"/why/{trace}", headers=HTMX)
    assert answer.status_code == 200
    assert len(answer.content) < 40_000
    assert "9,960 earlier steps" in answer.text
