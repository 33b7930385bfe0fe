"""The composition root: an installation put together out of its parts."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from exoskull.apps import drafting, notice, reminding
from exoskull.apps import jobs as apps_jobs
from exoskull.apps import service as apps
from exoskull.apps.notice import Means
from exoskull.briefings import service as briefings
from exoskull.briefings.wording import word_actions
from exoskull.budgets import jobs as budgets
from exoskull.budgets.model import Caps
from exoskull.budgets.service import NO_CAPS
from exoskull.channels.adapters.adapter import Adapter
from exoskull.channels.model import ChannelName
from exoskull.conductor import jobs as conductor
from exoskull.conductor.items import apps as app_items
from exoskull.conductor.items import memory, quality, relation, strategy, trend
from exoskull.conductor.items import skills as skill_items
from exoskull.conductor.model import WorkItem, Workshop
from exoskull.conversations import strangers, widening
from exoskull.conversations.listening import quiet_conversations, unheard
from exoskull.conversations.service import post_notice
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.goals import jobs as goals
from exoskull.grants.proposals.service import propose_wider
from exoskull.incidents import jobs as incidents_jobs
from exoskull.incidents import service as incidents
from exoskull.interventions import service as interventions
from exoskull.interventions.claim import Wording
from exoskull.interventions.letter import Letter
from exoskull.interventions.model import Intervention
from exoskull.interventions.outbox import Outbox
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids, TraceId
from exoskull.ledger import favourites, preferences
from exoskull.ledger import learn as learning
from exoskull.ledger import service as ledger
from exoskull.llm import lost
from exoskull.llm.gateway import Models
from exoskull.llm.own import Vault
from exoskull.llm.secrets import Secrets
from exoskull.mape.cycle import run_cycle, still_holds
from exoskull.mape.loop import Facts, Loop
from exoskull.memory import jobs as memory_jobs
from exoskull.memory import service as remembered
from exoskull.memory.propose import Told
from exoskull.needs import jobs as needs
from exoskull.needs.model import Kind
from exoskull.needs.service import DetectedNeed
from exoskull.optimization import gap_service
from exoskull.optimization import jobs as optimization
from exoskull.optimization import service as improving
from exoskull.optimization.jobs import Ralph
from exoskull.optimization.model import Observation, Problem
from exoskull.outcomes import service as outcomes
from exoskull.outcomes.settle import settle_due
from exoskull.retention import jobs as retention
from exoskull.retention.model import Keep
from exoskull.sandbox.lazy import LazySandbox
from exoskull.sandbox.seal import Seal
from exoskull.scheduling.claims import hold
from exoskull.scheduling.dispatch import DueTenants
from exoskull.scheduling.execute import Handler
from exoskull.scheduling.model import Ended, Run, ran, skipped
from exoskull.scheduling.service import due_attention
from exoskull.skills import jobs as skills_jobs
from exoskull.skills import lifecycle as skills_life
from exoskull.skills import notice as skills_notice
from exoskull.skills import service as skills
from exoskull.skills import suggestions
from exoskull.skills.owned import SuggestionSource
from exoskull.summaries import jobs as summaries_jobs
from exoskull.summaries import letter as summaries_letter
from exoskull.summaries import service as summaries
from exoskull.tenants.model import Tenant
from exoskull.tenants.service import current
from exoskull.toolbox import service as toolbox
from exoskull.toolbox.shed import Shed
from exoskull.tracing import integrity


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """Everything a door needs: where rows are, what time it is, the loop and the way out.

    `keep`: how long old rows stay. `background`: how many pieces of background work may be in hand
    at once; 0: none. `caps`: what models may cost, beside each person's own budget. `sandbox`:
    what runs skills; it starts when it is first needed, and is to be closed.
    """

    database: Database
    clock: Clock
    ids: Ids
    adapters: Mapping[ChannelName, Adapter]
    loop: Loop
    outbox: Outbox
    keep: Keep
    background: int = 1
    caps: Caps = NO_CAPS
    sandbox: LazySandbox
    models: Models
    shed: Shed


def assemble(
    database: Database,
    *,
    clock: Clock,
    ids: Ids,
    adapters: Mapping[ChannelName, Adapter],
    reveal_codes: bool = False,
    keep: Keep | None = None,
    background: int = 1,
    caps: Caps = NO_CAPS,
    web_url: str | None = None,
    sandbox_without_landlock: bool = False,
    seal: Seal | None = None,
    models: Models | None = None,
    vault: Vault | None = None,
    tool_hosts: Collection[str] = (),
) -> Installation:
    """The installation over `database`, with the channels in `adapters`.

    Args:
        reveal_codes: whether events carry approval codes; in replays only.
        keep: how long old rows stay; None: as long as where nothing is set.
        web_url: how people reach the web, for links in mails; None: they do not.
        sandbox_without_landlock: an operator's decision; see `sandbox.launcher`.
        seal: what marks runs of skills that wait; None: one that is gone with this process.
        models: the way to a model; None: there is none.
        vault: what seals the secrets of tenants; None: one whose key nobody has afterwards.
        tool_hosts: where the servers of tools may be.
    """
    sandbox = LazySandbox(without_landlock=sandbox_without_landlock, seal=seal)
    usable = {name: one for name, one in adapters.items() if one.provider != "null"}
    asked = models or Models()
    loop = Loop(
        database=database,
        ids=ids,
        reachable=frozenset({ChannelName.IN_APP, *usable}),
        reveal_codes=reveal_codes,
        facts=_facts_of(sandbox, ids),
        models=asked,
    )

    async def revalidate(tx: Transaction, planned: Intervention, at: datetime) -> Wording | None:
        if planned.symptom == incidents.SYMPTOM:
            return await incidents.still_so(tx, planned)
        if planned.symptom == notice.REMINDER and not await reminding.still_wanted(tx, planned, at):
            return None
        if not await summaries.still_wanted(tx, planned):
            return None
        if not await skills_notice.still_wanted(tx, planned, at):
            return None
        if not await widening.still_wanted(tx, planned):
            return None
        return await still_holds(tx, planned, at, loop=loop)

    async def post_in_app(tx: Transaction, sent: Intervention, at: datetime) -> str:
        return await post_notice(tx, sent, at, ids=ids)

    async def write_letter(
        tx: Transaction, sent: Intervention, tenant: Tenant, at: datetime
    ) -> Letter:
        return await summaries_letter.write_letter(tx, sent, tenant, at, web_url=web_url)

    outbox = Outbox(
        database=database,
        clock=clock,
        ids=ids,
        adapters=usable,
        revalidate=revalidate,
        post_in_app=post_in_app,
        write_letter=write_letter,
        reveal_codes=reveal_codes,
    )
    return Installation(
        database=database,
        clock=clock,
        ids=ids,
        adapters=adapters,
        loop=loop,
        outbox=outbox,
        keep=keep or Keep(),
        background=background,
        caps=caps,
        sandbox=sandbox,
        models=asked,
        shed=Shed(
            database=database,
            clock=clock,
            ids=ids,
            secrets=Secrets(vault=vault or Vault.passing(), clock=clock),
            hosts=frozenset(tool_hosts),
        ),
    )


def _facts_of(sandbox: LazySandbox, ids: Ids) -> Facts:
    """What a cycle is told by the person's skills."""

    async def facts(
        tx: Transaction, metrics: Collection[str], at: datetime, trace: TraceId
    ) -> Sequence[Mapping[str, str]]:
        means = Means(ids=ids)
        return await skills.facts(tx, sandbox, metrics, at=at, means=means, trace=trace)

    return facts


async def failing_skills(tx: Transaction, at: datetime) -> Sequence[Observation]:
    """What the Ralph loop notices of skills: those that fail."""
    return [
        Observation(
            problem=Problem.FAILING_SKILL,
            subject=one.skill.name,
            severity=min(1.0, one.errors / one.runs),
            facts={"skill": one.skill.name, "errors": one.errors, "runs": one.runs},
            evidence=one.evidence,
        )
        for one in await skills.trouble(tx)
    ]


async def kept_by_apps(tx: Transaction) -> frozenset[str]:
    """The metrics that the person's apps keep."""
    return frozenset(link.metric for app in await apps.active(tx) for link in app.spec.metrics)


RALPH = Ralph(observers=(failing_skills,), served=(kept_by_apps,))
"""What other features notice for the Ralph loop, and the metrics that they keep."""


async def look(here: Installation, run: Run) -> Ended:
    """loop-15: what the Ralph loop has to try or to measure, then one MAPE-K cycle for the tenant
    of the run."""
    at = here.clock.now()
    await optimization.improve(here.database, here.loop, run, at=at, ralph=RALPH)
    await skills_jobs.run_due(here, run, means_of=means_of(here))
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        await toolbox.sweep(tx, at=at)
    if await here.models.ready(run.tenant_id):
        await strangers.read_strangers(here.database, here.models, run.tenant_id, at=at)
    plan = await run_cycle(here.loop, run.tenant_id, run.slot, here.clock.now())
    if plan is None:
        return skipped("done_before")
    return ran(symptoms=len(plan.symptoms), decided=len(plan.decided))


async def sweep_outcomes(here: Installation, run: Run) -> Ended:
    """outcome-sweep: close the windows that have ended, and make decisions final. Silence on a
    question is no."""
    at = here.clock.now()
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        await interventions.expire_questions(tx, at=at)
        await skills_life.expire_questions(tx, at=at)
        closed = await outcomes.close_windows(tx, at=at, ids=here.ids)
        settled = await settle_due(tx, at=at, ids=here.ids)
        final = await ledger.make_final(tx, at=at)
    return ran(closed=closed, settled=settled, final=final)


async def brief(here: Installation, run: Run) -> Ended:
    """morning-briefing: today's actions, and the message that names them."""
    worded = await word_actions(here.loop, run.tenant_id, at=here.clock.now())
    return await _digest(here, run, partial(briefings.plan_morning, worded=worded))


async def reflect(here: Installation, run: Run) -> Ended:
    """evening-reflection: what the day brought."""
    return await _digest(here, run, briefings.plan_evening)


async def _digest(here: Installation, run: Run, plan: Callable[..., Awaitable[str]]) -> Ended:
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        said = await plan(tx, here.loop, slot=run.slot, at=here.clock.now())
    return skipped(said) if said == "nothing_to_say" else ran(message=said)


async def check_integrity(here: Installation, run: Run) -> Ended:
    """integrity-check: alarms where a loop of the tenant's is open, looks whether something keeps
    failing, and proposes a rule where the person has said yes to the same thing again and again."""
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        found = await integrity.check(tx, at=here.clock.now(), ids=here.ids)
        await incidents.look(tx, at=here.clock.now(), ids=here.ids)
        proposed = await propose_wider(tx, at=here.clock.now(), ids=here.ids)
        for one in proposed:
            tenant, means = await current(tx), await means_of(here)(tx)
            await widening.ask(tx, tenant, one, at=here.clock.now(), means=means)
    return ran(open=found, proposed=len(proposed))


async def detect_gaps(here: Installation, run: Run) -> Ended:
    """gap-detection: goals that nothing serves."""
    at = here.clock.now()
    ended = await optimization.detect_gaps(here.database, here.ids, run, at=at, ralph=RALPH)
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        for gap in await gap_service.open_gaps(tx):
            await suggestions.from_goal(
                tx,
                goal_id=gap.goal_id,
                metric=str(gap.facts["metric"]),
                found_at=gap.found_at,
                at=at,
                ids=here.ids,
                trace=gap.trace,
            )
        for one in await improving.noticed(tx, at=at, observers=RALPH.observers):
            if one.problem is Problem.NOISY_METRIC:
                metric = str(one.facts["metric"])
                await suggestions.from_noise(tx, metric=metric, evidence=(), at=at, ids=here.ids)
    return ended


async def learn(here: Installation, run: Run) -> Ended:
    """learning-update: what became final since the last night, into what is believed."""
    at = here.clock.now()
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        corrected = await ledger.look_again(tx, at=at)
        night = (await current(tx)).local_date(at)
        done = await learning.learn(tx, night=night, at=at)
        news = await preferences.state_anew(tx, at=at, ids=here.ids) if done.changed else []
    if not done.changed and not corrected:
        return skipped("nothing_new")
    return ran(rows=done.rows, corrected=corrected, news=len(news))


async def learn_in_common(here: Installation, run: Run) -> Ended:
    """learning-pool: what people have in common, where there are enough of them."""
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        people = await learning.pool_everybody(tx, at=here.clock.now())
    return ran(people=people) if people else skipped("too_few_people")


WORK: tuple[WorkItem, ...] = (
    quality.ITEM,
    trend.ITEM,
    relation.ITEM,
    strategy.ITEM,
    memory.ITEM,
    app_items.ITEM,
    skill_items.ITEM,
)
"""Every kind of background work. Where two are worth the same, the earlier name goes first."""


async def conduct(here: Installation, run: Run) -> Ended:
    """conductor: what is worth doing in the background, as long as there is room."""
    shop = Workshop(database=here.database, clock=here.clock, ids=here.ids)
    return await conductor.conduct(shop, WORK, run, most=here.background, caps=here.caps)


async def reset_budget(here: Installation, run: Run) -> Ended:
    """budget-reset: the day's account for models, closed."""
    return await budgets.reset(here.database, run, here.clock.now(), sweep=lost.sweep)


def means_of(here: Installation) -> Callable[[Transaction], Awaitable[Means]]:
    """How a person is told of their apps: by the channel they prefer."""

    async def means(tx: Transaction) -> Means:
        return Means(
            ids=here.ids,
            reachable=here.loop.reachable,
            prefer=await favourites.channels(tx),
            reveal_codes=here.loop.reveal_codes,
        )

    return means


async def optimize_apps(here: Installation, run: Run) -> Ended:
    """app-optimizer: what each app's use says."""
    return await apps_jobs.optimize(here, run, means_of=means_of(here), hour_of=favourites.hour)


async def remind_of_apps(here: Installation, run: Run) -> Ended:
    """app-reminders: the day's reminders that were taken."""
    return await apps_jobs.remind(here, run, means_of=means_of(here))


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


async def make_skills(here: Installation, run: Run) -> Ended:
    """skill-auto-generator: skills of the ideas that are sure enough."""
    return await skills_jobs.generate(here, run, means_of=means_of(here))


async def tend_skills(here: Installation, run: Run) -> Ended:
    """skill-lifecycle: what fails is switched off, what nobody uses put away."""
    return await skills_jobs.tend(here, run, means_of=means_of(here))


async def retain(here: Installation, run: Run) -> Ended:
    """retention: what is old is let go, and what was deleted for good."""
    async with here.database.transaction(run.tenant_id) as tx:
        await hold(tx, run)
        await remembered.purge(tx, at=here.clock.now())
    return await retention.retain(here, run)


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
