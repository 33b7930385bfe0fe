"""The installation for its owner: the counts are of everybody, also of ten thousand."""

import re

import httpx2
import psycopg
import pytest
from serving import anna
from serving.served import Served

from exoskull.kit.ids import TenantId
from exoskull.overview import admin

MANY = 10_000
CROWD = """
    insert into tenants (tenant_id, name, language, timezone, channels, quiet_from, quiet_until,
                         morning_at, evening_at, ai_budget_cents, created_at, email)
    select gen_random_uuid(), 'Person ' || n, language, timezone, channels, quiet_from,
           quiet_until, morning_at, evening_at, ai_budget_cents,
           created_at + make_interval(secs => n), 'secret' || n || '@example.org'
      from tenants, generate_series(1, %(n)s) n"""
LATE = """
    insert into interventions (
        tenant_id, id, symptom, subject_key, action, channel, framing, option, subject, text,
        reason, state, idempotency_key, created_at, send_at, expires_at, attempts, trace)
    values (%(t)s, gen_random_uuid(), 'silence', 'x', 'send_sms:goal', 'sms', 'direct', 'nudge',
            'x', 'my private words', 'x', 'planned', 'late', %(at)s - interval '1 day',
            %(at)s - interval '1 day', %(at)s, 0, gen_random_uuid())"""


async def test_counts_are_of_everybody_not_of_the_people_shown(
    web: Served, browser: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = (await browser.get("/admin")).text.partition("<main")[2]
    funnel = re.findall(r"<strong>([\d,]+)</strong>", whole)
    assert any(count != "0" for count in funnel)
    other = await anna.arrive(web, language="en", name="Bruno")
    async with web.database.transaction(other) as tx:
        await tx.execute(LATE, t=other, at=web.clock.now())
    monkeypatch.setattr(admin, "SHOWN", 1)
    pages = [
        (await browser.get(f"/admin?page={number}")).text.partition("<main")[2]
        for number in (1, 2, 7)
    ]
    for page in pages:
        assert re.findall(r"<strong>([\d,]+)</strong>", page) == funnel
        stuck = page.partition("Planned, and not sent")[2].partition("</li>")[0]
        assert re.search(r">1<", stuck)
        assert "exoskull doctor" in stuck
        assert "2 people" in page
        assert "private" not in page
    assert "Bruno" not in pages[0]
    assert "Bruno" in pages[1]


async def test_ten_thousand_people_are_paged_and_their_addresses_are_not_told(
    browser: httpx2.AsyncClient, crowd: None
) -> None:
    first = (await browser.get("/admin")).text
    last = (await browser.get(f"/admin?page={-(-MANY // admin.SHOWN)}")).text
    assert "10,001 people" in first
    assert len(first.encode()) < 100 * 1024
    assert "secret" not in first + last
    assert "Person 1<" in first
    assert "Page 201 of 201" in (await browser.get("/admin?page=201")).text
    assert "@example.org" not in first


@pytest.fixture
def crowd(database_url: str, me: TenantId) -> None:
    """Ten thousand people more, put in by the schema's owner."""
    with psycopg.connect(database_url, autocommit=True) as owner:
        owner.execute("alter table tenants no force row level security")
        owner.execute(CROWD, {"n": MANY})
        owner.execute("alter table tenants force row level security")
        owner.execute("analyze tenants")
