"""The jobs that build apps and skills: of what was said, of their use, of ideas."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from exoskull.apps import drafting
from exoskull.apps import jobs as apps_jobs
from exoskull.apps import service as apps
from exoskull.composition.assembling import Installation
from exoskull.composition.means import means_of
from exoskull.conversations.listening import unheard
from exoskull.database.transaction import Transaction
from exoskull.ledger import favourites
from exoskull.memory import jobs as memory_jobs
from exoskull.memory.propose import Told
from exoskull.needs import jobs as needs
from exoskull.needs.model import Kind
from exoskull.needs.service import DetectedNeed
from exoskull.scheduling.model import Ended, Run
from exoskull.skills import jobs as skills_jobs
from exoskull.skills import suggestions
from exoskull.skills.owned import SuggestionSource


async def listen(here: Installation, run: Run) -> Ended:
    """post-conversation: what is worth remembering, and needs in what was said; one that is sure
    becomes an app."""
    if await here.models.ready(run.tenant_id):
        async with here.database.transaction(run.tenant_id) as tx:
            waiting = await unheard(tx, here.clock.now())
        told = [Told(id=one.id, text=one.text, at=one.at, trace=one.trace) for one in waiting]
        await memory_jobs.learn_facts(here, run, told)
    drafts: dict[str, drafting.Draft | None] = {}

    async def prepare(soon: Sequence[DetectedNeed]) -> None:
        for need in soon:
            if need.kind is Kind.TRACKER and drafting.is_wanted(
                need.family.value, need.label, need.words
            ):
                drafts[need.name] = await drafting.draft(
                    here, run.tenant_id, label=need.label, words=need.words, trace=need.trace
                )

    async def build(tx: Transaction, need: DetectedNeed, at: datetime) -> None:
        if need.kind is Kind.SKILL:
            await suggestions.from_words(
                tx,
                need.words,
                name=need.name,
                source=SuggestionSource.CONVERSATION,
                confidence=need.confidence,
                evidence=need.mentions,
                at=at,
                ids=here.ids,
                trace=need.trace,
            )
            return
        await apps.propose(
            tx,
            family=need.family.value,
            label=need.label or None,
            words=need.words,
            source="auto_detection",
            mentions=need.mentions,
            confidence=need.confidence,
            at=at,
            trace=need.trace,
            means=await means_of(here)(tx),
            suggest_skill=partial(suggestions.from_app, ids=here.ids),
            draft=drafts.get(need.name),
        )

    return await needs.listen(here, run, build=build, prepare=prepare)


async def optimize_apps(here: Installation, run: Run) -> Ended:
    """app-optimizer: what each app's use says."""
    return await apps_jobs.optimize(here, run, means_of=means_of(here), hour_of=favourites.hour)


async def remind_of_apps(here: Installation, run: Run) -> Ended:
    """app-reminders: the day's reminders that were taken."""
    return await apps_jobs.remind(here, run, means_of=means_of(here))


async def make_skills(here: Installation, run: Run) -> Ended:
    """skill-auto-generator: skills of the ideas that are sure enough."""
    return await skills_jobs.generate(here, run, means_of=means_of(here))


async def tend_skills(here: Installation, run: Run) -> Ended:
    """skill-lifecycle: what fails is switched off, what nobody uses put away."""
    return await skills_jobs.tend(here, run, means_of=means_of(here))
