"""A person with much of everything: what pages are measured with, and every list is tested with."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from exoskull.apps import entries, service
from exoskull.apps import life as transitions
from exoskull.apps.model import AppSource
from exoskull.apps.notice import Means
from exoskull.apps.parse import parse_spec
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.feed import service as feed
from exoskull.feed.model import Event
from exoskull.goals import service as goals
from exoskull.goals.model import parse_goal
from exoskull.kit.ids import Ids, TenantId, TraceId
from exoskull.learning import Arm, Context, choose
from exoskull.ledger.arms import FRAMINGS, HOURS
from exoskull.ledger.learn import believed
from exoskull.ledger.model import Proximal, Rule
from exoskull.onboarding.service import create_tenant, finish
from exoskull.tenants.service import current

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

KINDS = (
    ("measure.logged", {"metric": "water_glasses", "value": 2.0, "unit": "glass"}),
    ("intervention.sent", {"action": "send_sms:goal", "channel": "sms", "text": "Two km today?"}),
    ("intervention.refused", {"action": "send_sms:goal", "channel": "sms", "reason": "no_rule"}),
    ("outcome.recorded", {"type": "user_response", "effectiveness": 0.8}),
    ("slot.ran", {"job": "loop-15"}),
    ("symptom.found", {"symptom": "silence"}),
    ("decision.made", {"chosen": None}),
    ("task.done", {"title": "Two km"}),
)


async def person(
    database: Database,
    ids: Ids,
    *,
    events: int,
    messages: int,
    interventions: int,
    goals: int,
    apps: int,
    entries: int,
) -> TenantId:
    """A person with so many rows of each; `entries` are over all apps, and reach back a year."""
    tenant = await create_tenant(
        database,
        at=NOW,
        ids=ids,
        name="Anna",
        language="pl",
        timezone="Europe/Warsaw",
        email="anna@example.org",
        phone="+48600100200",
    )
    async with database.transaction(tenant.tenant_id) as tx:
        await finish(tx, at=NOW, trace=TraceId(ids.new()))
        await _goals(tx, ids, goals)
        await _events(tx, ids, events)
        await _messages(tx, messages)
        await _interventions(tx, interventions)
        await _apps(tx, ids, apps, entries)
    return tenant.tenant_id


async def _goals(tx: Transaction, ids: Ids, count: int) -> None:
    for n in range(count):
        wanted = parse_goal(title=f"Cel {n}", metric=f"metric_{n}", target=3, period="week")
        await goals.create(tx, wanted, at=NOW, ids=ids, trace=TraceId(ids.new()))


async def _events(tx: Transaction, ids: Ids, count: int) -> None:
    for begin in range(0, count, 1000):
        made = [
            Event(
                at=NOW - timedelta(minutes=count - n),
                kind=(kind := KINDS[n % len(KINDS)])[0],
                trace=TraceId(ids.new()),
                data={"id": str(ids.new()), **kind[1]},
            )
            for n in range(begin, min(begin + 1000, count))
        ]
        await feed.publish(tx, *made)


async def _messages(tx: Transaction, count: int) -> None:
    await tx.execute(
        """
        insert into messages (tenant_id, id, at, direction, channel, text, trace)
        select %(tenant)s, gen_random_uuid(), %(at)s - make_interval(mins => n),
               case when n %% 2 = 0 then 'in' else 'out' end, 'web',
               'Wypiłam dwie szklanki wody i przebiegłam trzy kilometry.', gen_random_uuid()
          from generate_series(1, %(count)s) as n
        """,
        tenant=tx.tenant_id,
        at=NOW,
        count=count,
    )


async def _interventions(tx: Transaction, count: int) -> None:
    """Messages of three months, each born of a decision; half were sent and measured, some wait."""
    await tx.execute(
        """
        with made as (
            select n, uuidv7(make_interval(mins => -200 * (%(count)s - n))) as id,
                   gen_random_uuid() as decision, gen_random_uuid() as trace,
                   %(at)s - make_interval(mins => 200 * (%(count)s - n + 1)) as at,
                   case when n > %(count)s - 5 then 'planned'
                        when n %% 4 = 0 then 'refused' when n %% 4 = 1 then 'suppressed'
                        else 'sent' end as state
              from generate_series(1, %(count)s) as n),
        sent as (
            insert into interventions (
                tenant_id, id, decision_id, symptom, subject_key, action, channel, framing, option,
                subject, text, reason, state, idempotency_key, created_at, send_at, expires_at,
                attempts, local_date, receipt, sent_at, outcome_due_at, outcome_closed_at, trace)
            select %(tenant)s, id, decision, 'goal_off_pace', 'x', 'send_sms:goal', 'sms',
                   'direct', 'nudge', 'Bieganie', 'Dziś dwa kilometry?',
                   'Brakuje dwóch biegów do planu tygodnia.', state, id::text, at,
                   case when state = 'planned' then %(at)s + interval '1 hour' else at end,
                   at + interval '12 hours', 1, at::date,
                   case when state = 'sent' then 'SM' || n end,
                   case when state = 'sent' then at end,
                   case when state = 'sent' then at + interval '24 hours' end,
                   case when state = 'sent' then at + interval '24 hours' end, trace
              from made),
        drawn as (
            insert into decisions (
                tenant_id, id, cycle_id, symptom_id, at, local_date, kind, subject, option, trace,
                ledger, sent, outcome, final_due_at, final_at, learned_on)
            select %(tenant)s, decision, gen_random_uuid(), gen_random_uuid(), at, at::date,
                   'goal_off_pace', 'x', 'nudge', trace, %(ledger)s::jsonb, state = 'sent', 1,
                   at + interval '24 hours', at + interval '24 hours', at::date + 1
              from made)
        insert into intervention_outcomes (
            tenant_id, id, intervention_id, at, type, effectiveness, response_minutes, context,
            formula, trace)
        select %(tenant)s, gen_random_uuid(), id, at + interval '1 hour', 'user_response', 0.8, 60,
               '{}', 'v1', trace
          from made where state = 'sent'
        """,
        tenant=tx.tenant_id,
        at=NOW,
        count=count,
        ledger=json.dumps(await _draw(tx)),
    )
    await tx.execute(
        """
        insert into symptoms (tenant_id, id, cycle_id, at, kind, subject, severity, facts,
                              evidence, trace)
        select %(tenant)s, symptom_id, cycle_id, at, kind, subject, 0.5, '{}', '[]', trace
          from decisions where tenant_id = %(tenant)s
        """,
        tenant=tx.tenant_id,
    )


async def _draw(tx: Transaction) -> dict[str, Any]:
    """A decision's ledger, as it is written down."""
    arms = [
        Arm(channel="sms", hour=hour, framing=framing) for hour in HOURS for framing in FRAMINGS
    ]
    context = Context.of({"weekend": 0.0, "dose": 0.3})
    choice = choose(await believed(tx), arms, context, {"sms": 0.1}, 7, id="x")
    return {
        **choice.to_json(),
        "context": context.to_json(),
        "costs": {"sms": 0.1},
        "constraints": [],
        "proximal": Proximal(rule=Rule.HEARD).to_json(),
    }


async def _apps(tx: Transaction, ids: Ids, count: int, wanted: int) -> None:
    tenant, means = await current(tx), Means(ids=ids)
    for n in range(count):
        spec = parse_spec(
            {
                "name": f"Dziennik {n}",
                "slug": f"dziennik_{n}",
                "columns": [
                    {"name": "ile", "label": "Ile", "type": "number", "unit": "km"},
                    {"name": "notatka", "label": "Notatka", "type": "text"},
                ],
                "views": ["form", "bar", "calendar", "table"],
            }
        )
        made = await service.propose_spec(
            tx,
            tenant,
            spec,
            source=AppSource.USER_REQUEST,
            at=NOW,
            trace=TraceId(ids.new()),
            means=means,
        )
        assert made.app is not None, made.outcome
        app = await transitions.activate(tx, made.app.id, at=NOW, ids=ids, by="web")
        each = wanted // count
        number = app.spec.columns[0].key
        await entries.keep_fresh(
            tx,
            [
                entries.make(
                    tenant,
                    app,
                    {number: float(k % 9 + 1)},
                    entries.Coming(
                        when=NOW - timedelta(hours=8760 * k / each),
                        at=NOW,
                        source="api",
                        ids=ids,
                        trace=TraceId(ids.new()),
                    ),
                )
                for k in range(each)
            ],
        )
