"""What does each job of the scheduler's catalogue, and for whom: two tables by name."""

from collections.abc import Mapping

from exoskull.composition.assembling import Installation
from exoskull.composition.background_jobs import conduct, reset_budget, retain
from exoskull.composition.building_jobs import (
    listen,
    make_skills,
    optimize_apps,
    remind_of_apps,
    tend_skills,
)
from exoskull.composition.learning_jobs import learn, learn_in_common
from exoskull.composition.loop_jobs import brief, check_integrity, look, reflect, sweep_outcomes
from exoskull.composition.ralph_jobs import detect_gaps
from exoskull.conversations.listening import quiet_conversations
from exoskull.goals import jobs as goals
from exoskull.incidents import jobs as incidents_jobs
from exoskull.incidents import service as incidents
from exoskull.ledger import service as ledger
from exoskull.retention import jobs as retention
from exoskull.scheduling.dispatch import DueTenants
from exoskull.scheduling.execute import Handler
from exoskull.scheduling.service import due_attention
from exoskull.summaries import jobs as summaries_jobs

HANDLERS: Mapping[str, Handler[Installation]] = {
    "loop-15": look,
    "outcome-sweep": sweep_outcomes,
    "morning-briefing": brief,
    "evening-reflection": reflect,
    "daily-summary": summaries_jobs.summarize,
    "weekly-summary": summaries_jobs.summarize,
    "monthly-summary": summaries_jobs.summarize,
    "integrity-check": check_integrity,
    "goal-progress": goals.close_day,
    "post-conversation": listen,
    "app-optimizer": optimize_apps,
    "app-reminders": remind_of_apps,
    "incident-watch": incidents_jobs.watch,
    "retention": retain,
    "installation-retention": retention.retain_installation,
    "gap-detection": detect_gaps,
    "conductor": conduct,
    "skill-auto-generator": make_skills,
    "skill-lifecycle": tend_skills,
    "budget-reset": reset_budget,
    "learning-update": learn,
    "learning-pool": learn_in_common,
}
"""What does each job of the catalogue."""

SOURCES: Mapping[str, DueTenants] = {
    "loop-15": due_attention,
    "outcome-sweep": ledger.due_tenants,
    "incident-watch": incidents.due_tenants,
    "post-conversation": quiet_conversations,
}
"""For each triage job, the tenants that have something for it."""
