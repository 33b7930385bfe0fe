"""An installation put together out of its parts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from exoskull.apps import notice, reminding
from exoskull.apps.notice import Means
from exoskull.budgets.model import Caps
from exoskull.budgets.service import NO_CAPS
from exoskull.channels.adapters.adapter import Adapter
from exoskull.channels.model import ChannelName
from exoskull.conversations import widening
from exoskull.conversations.service import post_notice
from exoskull.database.pool import Database
from exoskull.database.transaction import Transaction
from exoskull.incidents import service as incidents
from exoskull.interventions.claim import Revalidate, Wording
from exoskull.interventions.model import Intervention
from exoskull.interventions.outbox import Outbox
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids, TraceId
from exoskull.llm.gateway import Models
from exoskull.llm.own import Vault
from exoskull.llm.secrets import Secrets
from exoskull.mape.cycle import still_holds
from exoskull.mape.loop import Facts, Loop
from exoskull.retention.model import Keep
from exoskull.sandbox.lazy import LazySandbox
from exoskull.sandbox.seal import Seal
from exoskull.skills import notice as skills_notice
from exoskull.skills import service as skills
from exoskull.summaries import letter as summaries_letter
from exoskull.summaries import service as summaries
from exoskull.toolbox.shed import Shed


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

    outbox = Outbox(
        database=database,
        clock=clock,
        ids=ids,
        adapters=usable,
        revalidate=_revalidating(loop),
        post_in_app=partial(post_notice, ids=ids),
        write_letter=partial(summaries_letter.write_letter, web_url=web_url),
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


def _revalidating(loop: Loop) -> Revalidate:
    """What looks, before a message leaves, whether its reason still holds; None: it does not."""

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

    return revalidate


def _facts_of(sandbox: LazySandbox, ids: Ids) -> Facts:
    """What a cycle is told by the person's skills."""

    async def facts(
        tx: Transaction, metrics: Collection[str], at: datetime, trace: TraceId
    ) -> Sequence[Mapping[str, str]]:
        means = Means(ids=ids)
        return await skills.facts(tx, sandbox, metrics, at=at, means=means, trace=trace)

    return facts
