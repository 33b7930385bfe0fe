"""Counts over all tenants, for the owner's page: the funnel, what is stuck, what waits."""

from alembic import op

from exoskull.database.migrations.rls import dispatchable

revision = "0024"
down_revision = "0023"

# As tracing.funnel, a row a tenant; `wanted` null: of all. That an outcome was used is seen in the
# first later decision that read it, which the index by time finds without reading the rest.
FUNNELS = """
    create function system_funnels(wanted uuid[])
        returns table (tenant_id uuid, detected bigint, decided bigint, permitted bigint,
                       refused bigint, suppressed bigint, awaiting bigint, sent bigint,
                       receipted bigint, outcome bigint, learned bigint, used bigint,
                       beside bigint)
        language sql stable security definer set search_path = public
        as $$
        with chains as (
            select i.tenant_id, i.decision_id,
                   bool_or(i.state not in ('refused', 'awaiting_approval', 'rejected', 'expired'))
                       as permitted,
                   bool_or(i.state = 'refused') as refused,
                   bool_or(i.state = 'suppressed') as suppressed,
                   bool_or(i.state = 'awaiting_approval') as awaiting,
                   bool_or(i.state = 'sent') as sent,
                   bool_or(i.state = 'sent' and i.receipt is not null) as receipted
              from interventions i
             where i.decision_id is not null
               and (wanted is null or i.tenant_id = any(wanted))
             group by i.tenant_id, i.decision_id),
        told as (
            select i.tenant_id, i.decision_id, o.id, o.at
              from interventions i
              join intervention_outcomes o
                on o.tenant_id = i.tenant_id and o.intervention_id = i.id
             where i.decision_id is not null and i.state = 'sent'
               and (wanted is null or i.tenant_id = any(wanted))),
        closed as (
            select t.tenant_id, t.decision_id,
                   bool_or(exists (
                       select 1 from decisions d
                        where d.tenant_id = t.tenant_id and d.id = t.decision_id
                          and d.learned_on is not null
                          and (d.outcome is not null or d.reply is not null))) as learned,
                   bool_or(read.found is not null) as used
              from told t
              left join lateral (
                  select true as found from decisions d
                   where d.tenant_id = t.tenant_id and d.at >= t.at
                     and d.ledger -> 'read' -> 'outcomes' ? t.id::text
                   order by d.at limit 1) read on true
             group by t.tenant_id, t.decision_id),
        noticed as (
            select s.tenant_id, count(*) as n from symptoms s
             where wanted is null or s.tenant_id = any(wanted) group by s.tenant_id),
        decided as (
            select d.tenant_id, count(*) as n from decisions d
             where wanted is null or d.tenant_id = any(wanted) group by d.tenant_id),
        aside as (
            select i.tenant_id, count(*) as n from interventions i
             where i.decision_id is null and i.state = 'sent'
               and (wanted is null or i.tenant_id = any(wanted))
             group by i.tenant_id),
        hops as (
            select c.tenant_id,
                   count(*) filter (where c.permitted) as permitted,
                   count(*) filter (where c.refused) as refused,
                   count(*) filter (where c.suppressed) as suppressed,
                   count(*) filter (where c.awaiting) as awaiting,
                   count(*) filter (where c.sent) as sent,
                   count(*) filter (where c.receipted) as receipted
              from chains c group by c.tenant_id),
        ends as (
            select c.tenant_id, count(*) as outcome,
                   count(*) filter (where c.learned) as learned,
                   count(*) filter (where c.used) as used
              from closed c group by c.tenant_id)
        select t.tenant_id, coalesce(noticed.n, 0), coalesce(decided.n, 0),
               coalesce(hops.permitted, 0), coalesce(hops.refused, 0),
               coalesce(hops.suppressed, 0), coalesce(hops.awaiting, 0), coalesce(hops.sent, 0),
               coalesce(hops.receipted, 0), coalesce(ends.outcome, 0), coalesce(ends.learned, 0),
               coalesce(ends.used, 0), coalesce(aside.n, 0)
          from tenants t
          left join noticed using (tenant_id)
          left join decided using (tenant_id)
          left join aside using (tenant_id)
          left join hops using (tenant_id)
          left join ends using (tenant_id)
         where wanted is null or t.tenant_id = any(wanted) $$;
"""

# As tracing.integrity, of what should have been done before `late`; only what there is.
OPEN_HOPS = """
    create function system_open_hops(wanted uuid[], late timestamptz)
        returns table (tenant_id uuid, hop text, n bigint)
        language sql stable security definer set search_path = public
        as $$
        with found as (
            select i.tenant_id, 'planned_not_sent' as hop from interventions i
             where i.state = 'planned' and i.send_at < late
            union all
            select i.tenant_id, 'sending_not_ended' from interventions i
             where i.state = 'sending' and i.lease_until < late
            union all
            select i.tenant_id, 'sent_without_receipt' from interventions i
             where i.state = 'sent' and i.receipt is null
            union all
            select i.tenant_id, 'outcome_not_closed' from interventions i
             where i.outcome_due_at < late and i.outcome_closed_at is null
            union all
            select d.tenant_id, 'decision_not_final' from decisions d
             where d.final_due_at < late and d.final_at is null
            union all
            select t.tenant_id, 'no_grants' from tenants t
             where not exists (select 1 from grants g where g.tenant_id = t.tenant_id)
            union all
            select t.tenant_id, 'no_schedule' from tenants t
             where not exists (select 1 from tenant_schedule s where s.tenant_id = t.tenant_id)
            union all
            select a.tenant_id, 'attention_not_looked_at' from attention a where a.due_at < late)
        select f.tenant_id, f.hop, count(*) from found f
         where wanted is null or f.tenant_id = any(wanted)
         group by f.tenant_id, f.hop $$;
"""

# Slots that wait and run now, and that ended badly since `since`.
QUEUES = """
    create index runs_missed on runs (finished_at, tenant_id) where state = 'missed';

    create function system_queues(wanted uuid[], since timestamptz)
        returns table (tenant_id uuid, waiting bigint, running bigint, failed bigint,
                       missed bigint)
        language sql stable security definer set search_path = public
        as $$
        with found as (
            select r.tenant_id, r.state from runs r where r.state in ('due', 'running')
            union all
            select r.tenant_id, r.state from runs r
             where r.state = 'failed' and r.finished_at >= since
            union all
            select r.tenant_id, r.state from runs r
             where r.state = 'missed' and r.finished_at >= since)
        select f.tenant_id, count(*) filter (where f.state = 'due'),
               count(*) filter (where f.state = 'running'),
               count(*) filter (where f.state = 'failed'),
               count(*) filter (where f.state = 'missed')
          from found f where wanted is null or f.tenant_id = any(wanted)
         group by f.tenant_id $$;
"""

# A page of people, in the order in which they came, without reading the names of the rest.
PEOPLE = """
    create function system_people(most integer, skipped integer)
        returns table (tenant_id uuid, name text)
        language sql stable security definer set search_path = public
        as $$ select t.tenant_id, t.name from tenants t
               order by t.created_at, t.tenant_id limit most offset skipped $$;
"""

FUNCTIONS = (
    "system_funnels(uuid[])",
    "system_open_hops(uuid[], timestamptz)",
    "system_queues(uuid[], timestamptz)",
    "system_people(integer, integer)",
)


def upgrade() -> None:
    """Add the functions; they give ids, a tenant's name and counts, never what a person wrote."""
    for table in ("symptoms", "intervention_outcomes"):
        op.execute(dispatchable(table))
    for statement in (FUNNELS, OPEN_HOPS, QUEUES, PEOPLE):
        op.execute(statement)
    for function in FUNCTIONS:
        op.execute(f"revoke all on function {function} from public")
        op.execute(f"grant execute on function {function} to exoskull_app")
