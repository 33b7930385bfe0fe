"""How it works: what is stuck has a name and a way out, what is not known says how much is missing,
and every number is that of the rows."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import httpx2
from serving.served import Served

from exoskull.kit.ids import TenantId
from exoskull.tracing.funnel import funnel

MADE = """
    insert into interventions (
        tenant_id, id, symptom, subject_key, action, channel, framing, option, subject, text,
        reason, state, idempotency_key, created_at, send_at, expires_at, attempts, sent_at,
        receipt, outcome_closed_at, trace)
    select %(t)s, gen_random_uuid(), 'silence', 'x', 'send_sms:goal', 'sms', 'direct', 'nudge', 'x',
           '<b>Two</b> km?', 'x', %(state)s, %(key)s || n, %(at)s, %(at)s, %(at)s, 1,
           case when %(state)s = 'sent' then %(at)s end,
           case when %(state)s = 'sent' then 'r' end,
           case when %(state)s = 'sent' then %(at)s end, gen_random_uuid()
      from generate_series(1, %(n)s) n
    returning id"""
WORTH = """
    insert into intervention_effectiveness (tenant_id, intervention_id, window_days, at,
                                            effectiveness, parts, formula)
    values (%(t)s, %(id)s, 1, %(at)s, %(worth)s, '{}', 'effectiveness-1')"""


async def made(
    web: Served, me: TenantId, *, key: str, state: str, n: int, days: float, worth: float = 1.0
) -> None:
    """`n` messages of so many days ago; those that were sent are measured, too."""
    at = web.clock.now() - timedelta(days=days)
    async with web.database.transaction(me) as tx:
        ids = await tx.dicts(MADE, t=me, at=at, n=n, key=key, state=state)
        for one in ids if state == "sent" else ():
            await tx.execute(WORTH, t=me, id=one["id"], at=at, worth=worth)


async def page(browser: httpx2.AsyncClient) -> str:
    answer = await browser.get("/optimization")
    assert answer.status_code == 200, answer.text[:500]
    return answer.text


async def test_below_ten_it_says_how_many_are_missing_and_from_ten_on_a_share(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    async with web.database.transaction(me) as tx:
        await tx.execute("delete from intervention_effectiveness")
    await made(web, me, key="a", state="sent", n=9, days=3)
    told = await page(browser)
    assert "Measured messages: 9. 1 more, and I can say a share." in told
    await made(web, me, key="b", state="sent", n=1, days=3, worth=0.0)
    told = await page(browser)
    assert "90%" in told
    assert "9 of 10" in told
    assert "No trend yet" in told
    assert re.search(r"in the four before: 10 more in all", told)
    await made(web, me, key="c", state="sent", n=10, days=40, worth=0.0)
    told = await page(browser)
    assert "No trend yet" not in told
    assert re.search(r'figure-value">\+90<', told)


async def test_the_chart_says_in_words_what_it_shows(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    await made(web, me, key="a", state="sent", n=4, days=3)
    told = await page(browser)
    [label] = re.findall(r'<svg class="plot"[^>]*role="img" aria-label="([^"]*)"', told)
    assert re.search(r"week from .*: 4 of 4 worked", label)
    assert "Show as a table" in told


async def test_the_funnel_is_that_of_the_rows(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    async with web.database.transaction(me) as tx:
        counts = await funnel(tx)
    told = (await page(browser)).partition('class="funnel"')[2].partition("</ol>")[0]
    shown = [int(one) for one in re.findall(r"<strong>(\d+)</strong>", told)]
    assert shown == [
        counts.detected,
        counts.permitted,
        counts.sent,
        counts.receipted,
        counts.outcome,
        counts.learned,
        counts.used,
    ]


async def test_what_is_stuck_is_named_with_its_reasons_and_what_can_be_done(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    await made(web, me, key="late", state="planned", n=5, days=1)
    await made(web, me, key="cut", state="sending", n=1, days=1)
    async with web.database.transaction(me) as tx:
        await tx.execute(
            "update interventions set lease_until = %(at)s where state = 'sending'",
            at=web.clock.now() - timedelta(hours=5),
        )
        await tx.execute(
            """
            insert into attention (tenant_id, reason, due_at, latest_at)
            values (%(t)s, 'odd', %(at)s, %(at)s)
            """,
            t=me,
            at=web.clock.now() - timedelta(hours=3),
        )
    told = (await page(browser)).partition("Stuck for more than two hours")[2]
    told = told.partition("</section>")[0]
    assert told.count("&lt;b&gt;Two&lt;/b&gt; km?") >= 3
    assert "<b>Two</b>" not in told
    for hop in ("Planned, and not sent", "Sending began", "Reasons to look"):
        assert hop in told
    links = [unescape(one) for one in re.findall(r'class="text-link" href="([^"]+)"', told)]
    assert {"/interventions?show=waiting", "/interventions", "/schedule"} <= set(links)
    for path in links:
        assert (await browser.get(path)).status_code == 200
    for trace in re.findall(r'hx-get="/why/([0-9a-f-]+)"', told):
        answer = await browser.get(f"/why/{trace}")
        assert answer.status_code in (200, 404)  # made by hand, without an event


async def test_what_was_saved_says_how_it_is_counted(
    web: Served, me: TenantId, browser: httpx2.AsyncClient
) -> None:
    at = web.clock.now() - timedelta(days=2)

    async def decided(sent: bool, *, p_send: float, outcome: float | None) -> None:
        ledger: Any = {"p_send": p_send, "context": {"weekend": 0.0, "dose": 0.0}}
        async with web.database.transaction(me) as tx:
            await tx.execute(
                """
                insert into decisions (tenant_id, id, cycle_id, symptom_id, at, local_date, kind,
                                       subject, option, trace, ledger, final_due_at, final_at,
                                       sent, outcome)
                values (%(t)s, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), %(at)s,
                        %(at)s::date, 'silence', 'x', 'x', gen_random_uuid(), %(ledger)s, %(at)s,
                        %(at)s, %(sent)s, %(outcome)s)
                """,
                t=me,
                at=at,
                ledger=ledger,
                sent=sent,
                outcome=outcome,
            )

    async with web.database.transaction(me) as tx:
        await tx.execute("delete from decisions")
    for sent in (True, True, True, False, False):
        await decided(sent, p_send=0.5, outcome=1.0)
    await decided(False, p_send=0.0, outcome=1.0)  # closed by a rule: no chance, nothing saved
    await decided(False, p_send=0.5, outcome=None)  # planned and stopped, or not settled
    told = (await page(browser)).partition('id="saved-title"')[2].partition("</section>")[0]
    assert '<p class="figure-value">2</p>' in told
    assert "out of 5 chances" in told
    assert "3 of them led to a message" in told
    assert "quiet hours" in told
