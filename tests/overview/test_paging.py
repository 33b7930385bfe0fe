"""Every long list goes on by a link that says how much is left, followed here to its end."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import LiteralString
from urllib.parse import urljoin

import httpx2
import pytest
from overview.test_long_lists import FILL
from serving.served import AT, Served

from exoskull.kit.ids import TenantId

SOME = 60
ITS_GOAL: LiteralString = "11111111-0000-4000-8000-000000000000"
ITS_SKILL: LiteralString = "22222222-0000-4000-8000-000000000000"
ITS_SERVER: LiteralString = "33333333-0000-4000-8000-000000000000"

MORE: dict[str, LiteralString] = {
    "waiting": """
        insert into interventions (
            tenant_id, id, symptom, subject_key, action, channel, framing, option, subject, text,
            reason, state, idempotency_key, created_at, send_at, expires_at, attempts, trace)
        select %(t)s, uuidv7(), 'silence', 'x', 'send_sms:goal', 'sms', 'direct', 'nudge', 'Run',
               'Two km?', 'Two runs are missing.', 'planned', 'waits ' || n, %(at)s,
               %(at)s + make_interval(mins => n / 2), %(at)s + interval '12 hours', 0,
               gen_random_uuid()
          from generate_series(1, %(n)s) n""",
    "facts": """
        insert into memory_facts (tenant_id, id, text, kind, made_by, confidence, at, trace)
        select %(t)s, gen_random_uuid(), 'Likes tea ' || n, 'liking', 'person', 1,
               %(at)s - make_interval(mins => n), gen_random_uuid()
          from generate_series(1, %(n)s) n""",
    "deleted facts": """
        insert into memory_facts (tenant_id, id, text, kind, made_by, confidence, at, deleted_at,
                                  trace)
        select %(t)s, gen_random_uuid(), 'Likes tea ' || n, 'liking', 'person', 1, %(at)s,
               %(at)s - make_interval(mins => n), gen_random_uuid()
          from generate_series(1, %(n)s) n""",
    "calls": """
        insert into model_calls (tenant_id, id, reservation_id, feature, model, prompt, state,
                                 tokens_in, tokens_out, micros, started_at, ended_at, trace)
        select %(t)s, gen_random_uuid(), gen_random_uuid(), 'chat', 'openai:one', 'chat/1',
               'answered', 10, 2, 5, %(at)s - make_interval(mins => n), %(at)s, gen_random_uuid()
          from generate_series(1, %(n)s) n""",
    "ideas": """
        insert into skill_suggestions (tenant_id, id, key, source, label, slots, confidence,
                                       evidence, status, created_at, expires_at, trace)
        select %(t)s, gen_random_uuid(), 'idea ' || n, 'question', 'Idea ' || n, '{}', 0.5, '{}',
               'pending', %(at)s - make_interval(mins => n), %(at)s + interval '9 days',
               gen_random_uuid()
          from generate_series(1, %(n)s) n""",
    "ended skills": """
        with made as (
             insert into skills (tenant_id, id, name, kind, state, version, source, metrics, risk,
                                 created_at, trace)
             select %(t)s, gen_random_uuid(), 'old-' || n, 'code', 'archived', 1, 'imported', '{}',
                    'low', %(at)s - make_interval(mins => n), gen_random_uuid()
               from generate_series(1, %(n)s) n returning id)
        insert into skill_versions (tenant_id, skill_id, version, file, content_hash, description,
                                    capabilities, risk, origin, verified_with, verified_at,
                                    created_at)
        select %(t)s, id, 1, '', 'x', 'Counts', '{}', 'low', 'imported', 'x', %(at)s, %(at)s
          from made""",
    "runs of a skill": f"""
        with skill as (
             insert into skills (tenant_id, id, name, kind, state, version, source, metrics, risk,
                                 created_at, trace)
             values (%(t)s, '{ITS_SKILL}', 'counts', 'code', 'revoked', 1, 'imported', '{{}}',
                     'low', %(at)s, gen_random_uuid()) returning id),
             version as (
             insert into skill_versions (tenant_id, skill_id, version, file, content_hash,
                                         description, capabilities, risk, origin, verified_with,
                                         verified_at, created_at)
             select %(t)s, id, 1, '', 'x', 'Counts', '{{}}', 'low', 'imported', 'x', %(at)s, %(at)s
               from skill returning skill_id)
        insert into skill_runs (tenant_id, id, skill_id, version, at, caller, input, output, calls,
                                effects, took_us, trace)
        select %(t)s, gen_random_uuid(), skill_id, 1, %(at)s - make_interval(mins => n), 'web',
               '{{}}', '{{"text": "Run"}}', '{{}}', '[]', 5, gen_random_uuid()
          from version, generate_series(1, %(n)s) n""",
    "uses of tools": f"""
        with server as (
             insert into tool_servers (tenant_id, id, name, url, has_key, added_at, looked_at,
                                       tools, seen, accepted)
             values (%(t)s, '{ITS_SERVER}', 'weather', 'https://example.org', false,
                     %(at)s, %(at)s, '[]', '', '')
             returning id)
        insert into tool_uses (tenant_id, id, server_id, server, tool, arguments, content_hash,
                               state, result, asked_at, begun_at, ended_at, trace)
        select %(t)s, uuidv7(), id, 'weather', 'now', '{{}}', 'x', 'done', 'Rain', %(at)s, %(at)s,
               %(at)s, gen_random_uuid()
          from server, generate_series(1, %(n)s) n""",
    "actions of a goal": f"""
        with goal as (
             insert into goals (tenant_id, id, title, metric, unit, target, direction, period,
                                state, created_at, trace)
             values (%(t)s, '{ITS_GOAL}', 'Run', 'runs', '', 3, 'at_least', 'week', 'active',
                     %(at)s, gen_random_uuid()) returning id)
        insert into tasks (tenant_id, id, title, state, goal_id, source, created_at, ended_at,
                           trace)
        select %(t)s, gen_random_uuid(), 'Tea ' || n,
               case when n %% 2 = 0 then 'open' else 'done' end, id, 'message',
               %(at)s - make_interval(mins => n / 3), case when n %% 2 = 1 then %(at)s end,
               gen_random_uuid()
          from goal, generate_series(1, %(n)s) n""",
    "findings": """
        insert into findings (tenant_id, id, kind, key, metric, state, statement, evidence,
                              found_at, confirmed_at, work_run_id, trace)
        select %(t)s, gen_random_uuid(), 'weak_strategy', 'many ' || n, 'runs', 'current',
               '{"title": "Run", "done": 2, "days": 9}', '[]', %(at)s - make_interval(mins => n),
               %(at)s, gen_random_uuid(), gen_random_uuid()
          from generate_series(1, %(n)s) n""",
    "invitations": """
        insert into setup_links (tenant_id, secret_hash, created_at, expires_at, id, invited_by,
                                 label)
        select '00000000-0000-0000-0000-000000000000', 'many ' || n,
               %(at)s - make_interval(mins => n), %(at)s, gen_random_uuid(), %(t)s, 'Friend ' || n
          from generate_series(1, %(n)s) n""",
}
"""What fills a list and is not in FILL."""

WALKS: dict[str, tuple[str, str]] = {
    "trials": ("/journal", '<li class="waiting" id="trial-'),
    "findings": ("/findings", 'id="finding-'),
    "sessions": ("/account", "/account/sessions/[^/]+/end"),
    "grants": ("/permissions", "/permissions/history/[^/]+/restore"),
    "facts": ("/memory", "/memory/[^/]+/delete"),
    "deleted facts": ("/memory", "/memory/[^/]+/restore"),
    "calls": ("/settings/model", "openai:one</span>"),
    "goals": ("/goals", "/goals/[^/]+/again"),
    "actions of a goal": (f"/goals/{ITS_GOAL}", '<p class="row-title" dir="auto">Tea'),
    "ended skills": ("/skills", 'id="skill-'),
    "runs of a skill": (f"/skills/{ITS_SKILL}", '<p class="muted small" dir="auto">Run</p>'),
    "ideas": ("/skills", 'id="idea-'),
    "uses of tools": ("/tools", 'id="use-'),
    "invitations": ("/invitations", ">Friend "),
    "runs": (
        "/schedule",
        '<strong class="slot-name">[^<]+</strong> <time [^>]+>[^<]+</time> <span',
    ),
    "waiting": ("/interventions?show=waiting", '<li class="waiting[^"]*" id="waiting-'),
    "interventions": ("/interventions?show=unsent", 'id="message-'),
}
"""Where each list stands, and what one of its rows looks like."""


def on(page: str) -> Iterator[tuple[str, int]]:
    """The links that go on, with how many rows each says are left."""
    for href, says in re.findall(r'href="([^"]+)"[^>]*>([^<]*\(\d[^<]*more\))</a>|$', page):
        if href:
            yield href.replace("&amp;", "&"), int(re.sub(r"\D", "", says))


@pytest.mark.parametrize("what", list(WALKS))
async def test_a_long_list_is_walked_to_its_end_and_each_row_is_met_once(
    web: Served, me: TenantId, browser: httpx2.AsyncClient, what: str
) -> None:
    scope = web.database.system() if what == "invitations" else web.database.transaction(me)
    async with scope as tx:
        sql = MORE.get(what) or FILL[what]
        await tx.execute(sql, t=me, at=AT + timedelta(days=1), n=SOME)
    path, row = WALKS[what]
    there, met, left, pages = path, 0, None, 0
    while there:
        page = (await browser.get(there)).text
        found = re.findall(row, page)
        assert found, f"{there} shows nothing"
        assert left is None or len(found) <= left
        met, pages = met + len(found), pages + 1
        further = next(on(page), None)
        if left is not None:
            assert (further[1] if further else 0) == left - len(found)
        there = urljoin(there, further[0]) if further else ""
        left = further[1] if further else 0
        if path.startswith("/interventions") and there:
            assert path.partition("?")[2] in there, "the filter was lost"
    assert pages > 1
    assert met >= (SOME // 2 if what == "interventions" else SOME - 1)
