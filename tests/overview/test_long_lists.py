"""Ten thousand rows in every list, and no page that minds."""

import re
from datetime import timedelta
from typing import LiteralString

import httpx2
import pytest
from serving.served import AT, Served

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import TenantId

MANY = 10_000
MOST = 200 * 1024
"""Bytes of HTML."""

FILL: dict[str, LiteralString] = {
    "messages": """
        insert into messages (tenant_id, id, at, direction, channel, text, trace)
        select %(t)s, gen_random_uuid(), %(at)s - make_interval(mins => n), 'in', 'web',
               'two glasses', gen_random_uuid()
          from generate_series(1, %(n)s) n""",
    "tasks": """
        insert into tasks (tenant_id, id, title, due_on, state, source, created_at, trace)
        select %(t)s, gen_random_uuid(), 'Tea ' || n, %(at)s::date - n %% 3, 'open', 'message',
               %(at)s - make_interval(mins => n), gen_random_uuid()
          from generate_series(1, %(n)s) n""",
    "tasks done": """
        insert into tasks (tenant_id, id, title, state, source, created_at, ended_at, trace)
        select %(t)s, gen_random_uuid(), 'Tea ' || n, 'done', 'message',
               %(at)s - make_interval(mins => n), %(at)s, gen_random_uuid()
          from generate_series(1, %(n)s) n""",
    "goals": """
        insert into goals (tenant_id, id, title, metric, unit, target, direction, period, state,
                           created_at, ended_at, trace)
        select %(t)s, gen_random_uuid(), 'Run ' || n, 'runs', '', 3, 'at_least', 'week', 'dropped',
               %(at)s - make_interval(mins => n), %(at)s, gen_random_uuid()
          from generate_series(1, %(n)s) n""",
    "interventions": """
        insert into interventions (
            tenant_id, id, symptom, subject_key, action, channel, framing, option, subject, text,
            reason, state, idempotency_key, created_at, send_at, expires_at, attempts, trace)
        select %(t)s, uuidv7(), 'silence', 'x', 'send_sms:goal', 'sms', 'direct', 'nudge', 'Run',
               'Two km?', 'Two runs are missing.',
               case when n %% 2 = 0 then 'refused' else 'planned' end, 'many ' || n,
               %(at)s - make_interval(mins => n), %(at)s + interval '1 hour',
               %(at)s + interval '12 hours', 0, gen_random_uuid()
          from generate_series(1, %(n)s) n""",
    "trials": """
        insert into trials (tenant_id, id, problem, subject, facts, evidence, lever, lever_subject,
                            value, measure, state, verdict, started_at, ends_at, extended,
                            ended_at, trace)
        select %(t)s, gen_random_uuid(), 'unused_app', 'x', '{}', '[]', 'retire_option', 'x', '{}',
               '{"kind": "worked", "subject": "x", "since": "2026-03-01T00:00:00+00:00",
                 "before": {"hits": 1, "n": 9}, "n_min": 5}',
               'reverted', 'gone', %(at)s - make_interval(mins => n), %(at)s, false, %(at)s,
               gen_random_uuid()
          from generate_series(1, %(n)s) n""",
    "incidents": """
        insert into incidents (tenant_id, id, kind, subject, since, count, reason, opened_at,
                               closed_at, trace)
        select %(t)s, gen_random_uuid(), 'job', 'loop-15', %(at)s - make_interval(mins => n), 3,
               'x', %(at)s - make_interval(mins => n), %(at)s, gen_random_uuid()
          from generate_series(1, %(n)s) n""",
    "runs": """
        insert into runs (tenant_id, id, job, slot, local, trace, due_at, state, attempt, detail,
                          finished_at)
        select %(t)s, gen_random_uuid(), 'loop-15', 'many ' || n,
               to_char(%(at)s - make_interval(mins => n), 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"'),
               gen_random_uuid(),
               %(at)s - make_interval(mins => n), 'ran', 1, '{}', %(at)s
          from generate_series(1, %(n)s) n""",
    "grants": """
        insert into grants (tenant_id, id, pattern, effect, set_by, created_at, revoked_at,
                            revoked_by)
        select %(t)s, gen_random_uuid(), 'send_sms:x' || n, 'ask', 'person',
               %(at)s - make_interval(mins => n), %(at)s, 'person'
          from generate_series(1, %(n)s) n""",
    "sessions": """
        insert into access_tokens (tenant_id, id, kind, secret_hash, created_at, expires_at,
                                   used_at)
        select %(t)s, gen_random_uuid(), 'session', 'many ' || n, %(at)s - make_interval(mins => n),
               %(at)s + interval '9 days', %(at)s
          from generate_series(1, %(n)s) n""",
    "tokens": """
        insert into access_tokens (tenant_id, id, kind, secret_hash, created_at, label)
        select %(t)s, gen_random_uuid(), 'api', 'more ' || n, %(at)s - make_interval(mins => n),
               'Programme'
          from generate_series(1, %(n)s) n""",
    "findings": """
        insert into findings (tenant_id, id, kind, key, metric, state, statement, evidence,
                              found_at, confirmed_at, ended_at, work_run_id, trace)
        select %(t)s, gen_random_uuid(), 'weekday', 'many ' || n, 'runs', 'dismissed', '{}', '[]',
               %(at)s - make_interval(mins => n), %(at)s, %(at)s, gen_random_uuid(),
               gen_random_uuid()
          from generate_series(1, %(n)s) n""",
}

SEEN = {
    "messages": ("/",),
    "tasks": ("/",),
    "tasks done": ("/",),
    "goals": ("/goals",),
    "interventions": ("/interventions", "/interventions?show=waiting", "/", "/optimization"),
    "trials": ("/journal",),
    "incidents": ("/schedule", "/admin"),
    "runs": ("/schedule", "/admin"),
    "grants": ("/permissions",),
    "sessions": ("/account",),
    "tokens": ("/account",),
    "findings": ("/findings",),
}
"""On which pages the rows of each stand."""


async def fill(tx: Transaction, what: str) -> None:
    at = AT + timedelta(days=1)
    await tx.execute(FILL[what], t=tx.tenant_id, at=at, n=MANY)


@pytest.mark.parametrize("what", list(FILL))
async def test_a_list_of_ten_thousand_is_a_page_of_some(
    web: Served, me: TenantId, browser: httpx2.AsyncClient, what: str
) -> None:
    async with web.database.transaction(me) as tx:
        await fill(tx, what)
    for path in SEEN[what]:
        page = await browser.get(path)
        assert page.status_code == 200, f"{path}: {page.text[:300]}"
        assert len(page.content) < MOST, f"{path} has {len(page.content)} bytes"
        assert len(re.findall("<li", page.text)) < 400, path
