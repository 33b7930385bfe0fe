"""The rules, table by table, each with the SQL that lets go of a batch of old rows.

No rule touches goals, tasks, messages, measures, decisions (the learner's ledger), interventions
with their receipts, approvals, authorizations, outcomes, preferences or grants. The learner's old
states are thinned by the learner itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import LiteralString

from exoskull.retention.model import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Old rows of one kind. The SQL takes `tenant`, `before` and `most`, and deletes no more."""

    term: Term
    sql: LiteralString


_RUNS = Rule(
    term=Term.CLOCKWORK,
    sql="""
        delete from runs where tenant_id = %(tenant)s and id in (
            select id from runs
             where tenant_id = %(tenant)s and due_at < %(before)s
               and state not in ('due', 'running')
             order by due_at limit %(most)s)
    """,
)

OF_A_TENANT: Mapping[str, Rule] = MappingProxyType(
    {
        "runs": _RUNS,
        "events": Rule(  # of the clockwork's own pulse; what was done for the person stays
            term=Term.CLOCKWORK,
            sql="""
                delete from events where tenant_id = %(tenant)s and seq in (
                    select seq from events
                     where tenant_id = %(tenant)s and at < %(before)s
                       and kind in ('slot.ran', 'slot.skipped', 'cycle.completed')
                     order by seq limit %(most)s)
            """,
        ),
        "cycles": Rule(  # those that found nothing
            term=Term.CLOCKWORK,
            sql="""
                delete from cycles where tenant_id = %(tenant)s and id in (
                    select c.id from cycles c
                     where c.tenant_id = %(tenant)s and c.at < %(before)s
                       and not exists (select 1 from symptoms s
                                        where s.tenant_id = c.tenant_id and s.cycle_id = c.id)
                       and not exists (select 1 from decisions d
                                        where d.tenant_id = c.tenant_id and d.cycle_id = c.id)
                     order by c.at limit %(most)s)
            """,
        ),
        "symptoms": Rule(  # those about which nothing was ever decided
            term=Term.TRACES,
            sql="""
                delete from symptoms where tenant_id = %(tenant)s and id in (
                    select s.id from symptoms s
                     where s.tenant_id = %(tenant)s and s.at < %(before)s
                       and not exists (select 1 from decisions d
                                        where d.tenant_id = s.tenant_id and d.symptom_id = s.id)
                     order by s.at limit %(most)s)
            """,
        ),
        "incidents": Rule(
            term=Term.TRACES,
            sql="""
                delete from incidents where tenant_id = %(tenant)s and id in (
                    select id from incidents
                     where tenant_id = %(tenant)s and closed_at < %(before)s
                     order by closed_at limit %(most)s)
            """,
        ),
        "situation_readings": Rule(
            term=Term.TRACES,
            sql="""
                delete from situation_readings where tenant_id = %(tenant)s and cycle_id in (
                    select cycle_id from situation_readings
                     where tenant_id = %(tenant)s and at < %(before)s
                     order by at limit %(most)s)
            """,
        ),
        "option_proposals": Rule(
            term=Term.TRACES,
            sql="""
                delete from option_proposals where tenant_id = %(tenant)s
                   and (cycle_id, kind, subject) in (
                    select cycle_id, kind, subject from option_proposals
                     where tenant_id = %(tenant)s and at < %(before)s
                     order by at limit %(most)s)
            """,
        ),
        "model_calls": Rule(
            term=Term.TRACES,
            sql="""
                delete from model_calls where tenant_id = %(tenant)s and id in (
                    select id from model_calls
                     where tenant_id = %(tenant)s and started_at < %(before)s
                     order by started_at limit %(most)s)
            """,
        ),
        "model_declines": Rule(
            term=Term.CLOCKWORK,
            sql="""
                delete from model_declines where tenant_id = %(tenant)s
                   and (day, feature, why) in (
                    select day, feature, why from model_declines
                     where tenant_id = %(tenant)s and day < (%(before)s::timestamptz)::date
                     order by day limit %(most)s)
            """,
        ),
        "access_tokens": Rule(  # hashes of secrets that open nothing any more
            term=Term.CLOCKWORK,
            sql="""
                delete from access_tokens where tenant_id = %(tenant)s and id in (
                    select id from access_tokens
                     where tenant_id = %(tenant)s
                       and least(revoked_at, expires_at) < %(before)s
                     order by id limit %(most)s)
            """,
        ),
    }
)
"""What is let go of a person's, by table."""

OF_THE_INSTALLATION: Mapping[str, Rule] = MappingProxyType(
    {
        "runs": _RUNS,
        "setup_links": Rule(
            term=Term.CLOCKWORK,
            sql="""
                delete from setup_links where tenant_id = %(tenant)s and secret_hash in (
                    select secret_hash from setup_links
                     where tenant_id = %(tenant)s and least(expires_at, used_at) < %(before)s
                     order by expires_at limit %(most)s)
            """,
        ),
    }
)
"""What is let go of what belongs to nobody, by table."""
