"""What the loop reads and writes: conversations, measures, goals, tasks, decisions,
interventions, approvals, outcomes and the learner's state."""

from alembic import op

from exoskull.database.migrations.rls import dispatchable, protect

revision = "0004"
down_revision = "0003"

SIGNALS = """
    create table messages (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        at timestamptz not null,
        direction text not null check (direction in ('in', 'out')),
        channel text not null,
        sender text,
        text text not null check (octet_length(text) <= 65536),
        origin_id text,
        in_reply_to uuid,
        trace uuid not null,
        primary key (tenant_id, id),
        unique (tenant_id, channel, origin_id)
    );
    create index messages_by_time on messages (tenant_id, at);

    create table measures (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        at timestamptz not null,
        metric text not null check (metric ~ '^[a-z][a-z0-9_]{0,63}$'),
        value float8 not null check (value between -1e12 and 1e12),
        unit text not null,
        source text not null,
        message_id uuid,
        trace uuid not null,
        undone_at timestamptz,
        primary key (tenant_id, id)
    );
    create index measures_by_time on measures (tenant_id, at);
    create index measures_by_metric on measures (tenant_id, metric, at);

    create table goals (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        title text not null,
        metric text not null,
        unit text not null,
        target float8 not null,
        direction text not null check (direction in ('at_least', 'at_most', 'reach')),
        period text check (period in ('day', 'week', 'month')),
        by_date date,
        baseline float8,
        state text not null check (state in ('active', 'completed', 'dropped')),
        created_at timestamptz not null,
        ended_at timestamptz,
        trace uuid not null,
        primary key (tenant_id, id),
        check ((direction = 'reach') = (period is null))
    );

    create table tasks (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        title text not null,
        due_on date,
        remind_at timestamptz,
        state text not null check (state in ('open', 'done', 'dropped')),
        goal_id uuid,
        intervention_id uuid,
        source text not null,
        created_at timestamptz not null,
        ended_at timestamptz,
        trace uuid not null,
        primary key (tenant_id, id)
    );
    create index tasks_open on tasks (tenant_id, state, due_on);
"""

LOOP = """
    create table cycles (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        at timestamptz not null,
        slot text not null,
        primary key (tenant_id, id),
        unique (tenant_id, slot)
    );

    create table symptoms (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        cycle_id uuid not null,
        at timestamptz not null,
        kind text not null,
        subject text not null,
        severity float8 not null,
        facts jsonb not null,
        evidence jsonb not null,
        trace uuid not null,
        primary key (tenant_id, id)
    );
    create index symptoms_by_time on symptoms (tenant_id, at);

    create table decisions (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        cycle_id uuid not null,
        symptom_id uuid not null,
        at timestamptz not null,
        local_date date not null,
        kind text not null,
        subject text not null,
        option text not null,
        trace uuid not null,
        ledger jsonb not null,
        sent boolean,
        outcome float8,
        reply float8,
        final_due_at timestamptz not null,
        final_at timestamptz,
        learned_on date,
        corrected_at timestamptz,
        primary key (tenant_id, id)
    );
    create index decisions_by_time on decisions (tenant_id, at);
    create index decisions_unfinished on decisions (final_due_at) where final_at is null;

    create table interventions (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        decision_id uuid,
        symptom text not null,
        subject_key text not null,
        action text not null,
        channel text not null,
        framing text not null,
        option text not null,
        subject text not null,
        text text not null,
        reason text not null,
        state text not null,
        idempotency_key text not null,
        created_at timestamptz not null,
        send_at timestamptz not null,
        expires_at timestamptz not null,
        attempts integer not null,
        claimed_at timestamptz,
        lease_until timestamptz,
        authorization_id uuid,
        local_date date,
        recipient text,
        receipt text,
        sent_at timestamptz,
        failure text,
        goal_id uuid,
        task_id uuid,
        metric text,
        outcome_due_at timestamptz,
        outcome_closed_at timestamptz,
        trace uuid not null,
        primary key (tenant_id, id),
        unique (tenant_id, idempotency_key),
        constraint interventions_state check (state in (
            'planned', 'awaiting_approval', 'sending', 'sent', 'failed', 'unknown',
            'refused', 'suppressed', 'rejected', 'expired', 'undone'))
    );
    create index interventions_due on interventions (send_at) where state = 'planned';
    create index interventions_leased on interventions (lease_until)
        where state in ('sending', 'unknown');
    create index interventions_unclosed on interventions (outcome_due_at)
        where outcome_closed_at is null and outcome_due_at is not null;
    create index interventions_by_day on interventions (tenant_id, local_date);
    create index interventions_by_time on interventions (tenant_id, created_at);

    create table approvals (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        subject_kind text not null check (subject_kind in ('intervention', 'grant')),
        subject_id uuid not null,
        content_hash text not null,
        code_hash text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        tries integer not null,
        state text not null check (state in ('open', 'approved', 'rejected', 'expired', 'locked')),
        answered_at timestamptz,
        answered_by text,
        primary key (tenant_id, id)
    );
    create index approvals_unanswered on approvals (expires_at) where answered_at is null;

    create table intervention_outcomes (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        intervention_id uuid not null,
        at timestamptz not null,
        type text not null check (type in (
            'user_response', 'behavior_change', 'goal_progress', 'ignored')),
        effectiveness float8 check (effectiveness between 0 and 1),
        response_minutes float8,
        context jsonb not null,
        formula text not null,
        corrects uuid,
        trace uuid not null,
        primary key (tenant_id, id)
    );
    create index outcomes_by_intervention on intervention_outcomes (tenant_id, intervention_id);
    create index outcomes_by_time on intervention_outcomes (tenant_id, at);

    create table posteriors (
        tenant_id uuid not null references tenants on delete cascade,
        model_version text not null,
        state jsonb not null,
        updated_at timestamptz not null,
        primary key (tenant_id, model_version)
    );
    create index posteriors_by_time on posteriors (tenant_id, updated_at);

    create table preferences (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        factor text not null check (factor in ('channel', 'hour', 'framing', 'send')),
        level text not null,
        spoken boolean not null,
        statement jsonb not null,
        learned_at timestamptz not null,
        replaced_at timestamptz,
        trace uuid not null,
        primary key (tenant_id, id)
    );
    create unique index preferences_current on preferences (tenant_id, factor, level)
        where replaced_at is null;

    create table corrections (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        factor text not null check (factor in ('channel', 'hour', 'framing', 'send')),
        level text not null,
        wish text not null check (wish in ('prefer', 'avoid')),
        created_at timestamptz not null,
        lifted_at timestamptz,
        trace uuid not null,
        primary key (tenant_id, id)
    );
    create unique index corrections_current on corrections (tenant_id, factor, level)
        where lifted_at is null;

    create table population_priors (
        tenant_id uuid not null,
        version text not null,
        prior jsonb not null,
        created_at timestamptz not null,
        primary key (tenant_id, version)
    );
"""

FUNCTIONS = """
    create function system_due_deliveries(moment timestamptz, most integer)
        returns table (tenant_id uuid, id uuid, send_at timestamptz)
        language sql stable security definer set search_path = public
        as $$ select i.tenant_id, i.id, i.send_at from interventions i
               where i.state = 'planned' and i.send_at <= moment
               order by i.send_at, i.tenant_id, i.id limit most $$;

    create function system_next_delivery()
        returns timestamptz language sql stable security definer set search_path = public
        as $$ select min(i.send_at) from interventions i where i.state = 'planned' $$;

    create function system_stale_deliveries(moment timestamptz, most integer)
        returns table (tenant_id uuid, id uuid)
        language sql stable security definer set search_path = public
        as $$ select i.tenant_id, i.id from interventions i
               where i.state in ('sending', 'unknown') and i.lease_until <= moment
               order by i.lease_until, i.id limit most $$;

    create function system_due_outcomes(moment timestamptz, most integer)
        returns table (tenant_id uuid)
        language sql stable security definer set search_path = public
        as $$ select due.tenant_id from (
                  select i.tenant_id from interventions i
                   where i.outcome_closed_at is null and i.outcome_due_at <= moment
                  union
                  select d.tenant_id from decisions d
                   where d.final_at is null and d.final_due_at <= moment
                  union
                  select a.tenant_id from approvals a
                   where a.answered_at is null and a.expires_at <= moment) due
               order by due.tenant_id limit most $$;

    create function system_population_prior()
        returns jsonb language sql stable security definer set search_path = public
        as $$ select p.prior from population_priors p order by p.created_at desc limit 1 $$;

    create function system_evidence()
        returns table (tenant_id uuid, evidence jsonb)
        language sql stable security definer set search_path = public
        as $$ select distinct on (p.tenant_id) p.tenant_id, p.state -> 'evidence'
                from posteriors p order by p.tenant_id, p.updated_at desc $$;
"""

TABLES = (
    "messages",
    "measures",
    "goals",
    "tasks",
    "cycles",
    "symptoms",
    "decisions",
    "interventions",
    "approvals",
    "intervention_outcomes",
    "posteriors",
    "preferences",
    "corrections",
    "population_priors",
)


def upgrade() -> None:
    op.execute(SIGNALS)
    op.execute(LOOP)
    for table in TABLES:
        op.execute(protect(table))
    for table in ("interventions", "decisions", "approvals", "posteriors", "population_priors"):
        op.execute(dispatchable(table))
    op.execute(FUNCTIONS)
    op.execute(
        """
        do $$ declare f text; begin
            foreach f in array array[
                'system_due_deliveries(timestamptz, integer)', 'system_next_delivery()',
                'system_stale_deliveries(timestamptz, integer)',
                'system_due_outcomes(timestamptz, integer)',
                'system_population_prior()', 'system_evidence()'] loop
                execute format('revoke all on function %s from public', f);
                execute format('grant execute on function %s to exoskull_app', f);
            end loop;
        end $$;
        """
    )
