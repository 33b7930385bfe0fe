"""A tape's lines done to the system: the person's hand, through the same doors as in service."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from exoskull.apps import consent as app_consent
from exoskull.apps import service as apps
from exoskull.apps.notice import Means
from exoskull.composition.assembling import Installation
from exoskull.conversations import assistant, held, widening
from exoskull.conversations.acts.desk import Desk
from exoskull.conversations.model import Via
from exoskull.conversations.parts import Parts
from exoskull.conversations.turn import Incoming, Turn, receive
from exoskull.database.transaction import Transaction
from exoskull.feed.model import Event
from exoskull.feed.service import publish
from exoskull.goals import service as goals
from exoskull.goals.model import parse_goal
from exoskull.grants import service as grants
from exoskull.grants.model import By
from exoskull.interventions import approvals
from exoskull.interventions import service as interventions
from exoskull.interventions.model import Intervention
from exoskull.kit.errors import ExoSkullError
from exoskull.kit.ids import TenantId, TraceId
from exoskull.kit.text import storable
from exoskull.measuring import entries
from exoskull.measuring import service as measuring
from exoskull.onboarding import service as onboarding
from exoskull.signals.model import Source
from exoskull.simulation.tape import Line, parse_terms
from exoskull.skills import lifecycle as skills_life
from exoskull.skills import pausing
from exoskull.tasks import service as tasks
from exoskull.tenants.service import current

REPLY_WITHIN = timedelta(days=2)
CHANNEL_VIA = {"in_app": Via.WEB, "email": Via.EMAIL, "sms": Via.SMS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Does a tape's lines. `tenants` maps the tape's names to the tenants made of them."""

    installation: Installation
    tenants: dict[str, TenantId]

    async def do(self, line: Line, *, answers: UUID | None = None) -> None:
        """Do one line, now. What the system refuses, as it would refuse the person, is recorded
        as `tape.refused` with the reason, and the tape goes on.

        Args:
            answers: the intervention that a reply to the last one means; else the last one sent.
        """
        if line.kind == "tenant":
            await self._tenant(line)
            return
        if line.kind == "end":
            return
        tenant_id = self.tenants[line.tenant]
        database = self.installation.database
        try:
            async with database.transaction(tenant_id) as tx:
                turn = await self._do(tx, line, answers)
            if turn is not None:
                await self._go_on(tenant_id, turn)
        except ExoSkullError as error:
            async with database.transaction(tenant_id) as tx:
                await self._note(tx, "tape.refused", line, reason=error.key)

    async def _tenant(self, line: Line) -> None:
        fields = dict(line.fields)
        made = await onboarding.create_tenant(
            self.installation.database,
            at=self.installation.clock.now(),
            ids=self.installation.ids,
            name=line.tenant,
            language=fields.pop("language"),
            timezone=fields.pop("timezone"),
            email=fields.pop("email", None),
            phone=fields.pop("phone", None),
            settings=fields,
        )
        self.tenants[line.tenant] = made.tenant_id

    async def _go_on(self, tenant_id: TenantId, turn: Turn) -> None:
        """What a model makes of what was left of a message, as in service; no model, nothing."""
        here = self.installation
        if not assistant.wants(turn) or not await here.models.ready(tenant_id):
            return
        parts = Parts(
            database=here.database,
            models=here.models,
            clock=here.clock,
            ids=here.ids,
            sandbox=here.sandbox,
            shed=here.shed,
        )
        async for _ in assistant.answer(parts, tenant_id, turn):
            pass

    async def _do(self, tx: Transaction, line: Line, answers: UUID | None) -> Turn | None:
        """Do the line; returns what became of a message, where it is one."""
        at, ids, fields = self.installation.clock.now(), self.installation.ids, line.fields
        trace = TraceId(ids.new())
        match line.kind:
            case "message":
                incoming = Incoming(
                    text=fields["text"],
                    via=Via(fields.get("channel", "web")),
                    sender=fields.get("from"),
                )
                return await receive(
                    tx, incoming, at=at, ids=ids, sandbox=self.installation.sandbox
                )
            case "reply":
                return await self._reply(tx, line, answers)
            case "measure":
                await measuring.log(
                    tx,
                    await current(tx),
                    metric=fields["metric"],
                    value=fields["value"],
                    unit=fields.get("unit", ""),
                    measured_at=at,
                    at=at,
                    source=Source.TAPE,
                    ids=ids,
                    trace=trace,
                )
            case "goal":
                wanted = parse_goal(**fields | {"title": storable(fields["title"])})
                await goals.create(tx, wanted, at=at, ids=ids, trace=trace)
            case "grant":
                terms = parse_terms(fields, at=at)
                await grants.set_grant(
                    tx,
                    terms.pattern,
                    terms.effect,
                    daily_limit=terms.daily_limit,
                    daily_spend_limit_cents=terms.daily_spend_limit_cents,
                    expires_at=terms.expires_at,
                    by=By.TAPE,
                    at=at,
                    ids=ids,
                    trace=trace,
                )
            case "approve":
                await self._approve(tx, line)
            case "task_done":
                await self._task_done(tx, line)
            case "settings":
                await onboarding.change_settings(tx, fields, at=at, ids=ids, trace=trace)
            case "entry":
                await self._entry(tx, line, trace)
        return None

    async def _reply(self, tx: Transaction, line: Line, answers: UUID | None) -> Turn:
        """A reply to the delivery it answers; else to the last one, on a named channel to the
        last one there."""
        at, fields = self.installation.clock.now(), line.fields
        channel = fields.get("channel")
        wanted = next((name for name, via in CHANNEL_VIA.items() if via.value == channel), None)
        if answers is not None:
            last: Intervention | None = await interventions.get(tx, answers)
        else:
            last = await interventions.last_sent(
                tx, before=at, channel=wanted if wanted != "in_app" else None
            )
        if last is not None and last.sent_at is not None and last.sent_at < at - REPLY_WITHIN:
            last = None
        via = Via(channel) if channel else _via_of(last)
        incoming = Incoming(text=fields["text"], via=via, sender=fields.get("from"), reply_to=last)
        here = self.installation
        return await receive(tx, incoming, at=at, ids=here.ids, sandbox=here.sandbox)

    async def _approve(self, tx: Transaction, line: Line) -> None:
        at = self.installation.clock.now()
        questions = await approvals.open_questions(tx, at)
        if not questions:
            await self._note(tx, "tape.refused", line, reason="approval.nothing_open")
            return
        chosen = {"oldest": questions[:1], "newest": questions[-1:], "all": questions}
        for question in chosen[line.fields["what"]]:
            yes = line.fields["decision"] == "yes"
            if question.subject_kind == app_consent.SUBJECT:
                loop = self.installation.loop
                means = Means(
                    ids=loop.ids, reachable=loop.reachable, reveal_codes=loop.reveal_codes
                )
                await app_consent.answer(tx, question, yes=yes, by="tape", at=at, means=means)
            elif question.subject_kind == skills_life.SUBJECT:
                await skills_life.answer(tx, question, yes=yes, by="tape", at=at)
            elif question.subject_kind == widening.SUBJECT:
                ids = self.installation.ids
                await widening.answer(tx, question, yes=yes, by="tape", at=at, ids=ids)
            elif question.subject_kind == pausing.SUBJECT:
                loop, seal = self.installation.loop, self.installation.sandbox.seal
                means = Means(
                    ids=loop.ids, reachable=loop.reachable, reveal_codes=loop.reveal_codes
                )
                await pausing.answer(tx, seal, question, yes=yes, by="tape", at=at, means=means)
            elif question.subject_kind == held.SUBJECT:
                desk = Desk(
                    tx=tx,
                    tenant=await current(tx),
                    at=at,
                    ids=self.installation.ids,
                    trace=TraceId(self.installation.ids.new()),
                    message_id=question.id,
                    via="tape",
                )
                await held.answered(desk, question, yes=yes)
            else:
                await interventions.answer(tx, question, yes=yes, by="tape", at=at)

    async def _entry(self, tx: Transaction, line: Line, trace: TraceId) -> None:
        at, fields = self.installation.clock.now(), line.fields
        try:
            app = await apps.named(tx, fields["app"])
            await entries.enter(
                tx,
                await current(tx),
                app,
                fields["values"],
                when=at,
                at=at,
                source=Source.TAPE,
                ids=self.installation.ids,
                trace=trace,
            )
        except ExoSkullError as error:
            more = {"field": error.field} if error.field else {}
            await self._note(tx, "entry.refused", line, reason=error.key, **more)

    async def _task_done(self, tx: Transaction, line: Line) -> None:
        at, which = self.installation.clock.now(), line.fields["which"]
        tenant = await current(tx)
        today = tenant.local_date(at)
        open_ones = [task for task in await tasks.open_tasks(tx) if task.remind_at is None]
        match which:
            case "all":
                meant = open_ones
            case "all-today":
                meant = [one for one in open_ones if one.due_on is None or one.due_on <= today]
            case "oldest":
                meant = open_ones[:1]
            case "newest":
                meant = open_ones[-1:]
            case _:
                meant = [one for one in open_ones if one.title == which or str(one.id) == which]
        if not meant:
            await self._note(tx, "tape.refused", line, reason="task.not_found")
        for task in meant:
            await measuring.finish_task(tx, task, at=at, ids=self.installation.ids)

    async def _note(self, tx: Transaction, kind: str, line: Line, **data: Any) -> None:
        at = self.installation.clock.now()
        trace = TraceId(self.installation.ids.new())
        await publish(
            tx,
            Event(
                at=at,
                kind=kind,
                trace=trace,
                data={"line": line.number, "line_kind": line.kind, **data},
            ),
        )


def _via_of(last: Intervention | None) -> Via:
    return CHANNEL_VIA[last.channel.value] if last is not None else Via.WEB
