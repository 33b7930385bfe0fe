"""Some days of Anna's life, lived through the real loop: what pictures and browser tests show."""

from datetime import datetime, timedelta

from serving.served import Served

from exoskull.conversations.model import Via
from exoskull.conversations.turn import Incoming, receive
from exoskull.grants.model import ActionPattern, By, Effect
from exoskull.grants.service import set_grant
from exoskull.kit.ids import TenantId, TraceId
from exoskull.mape.cycle import run_cycle
from exoskull.onboarding.service import create_tenant, finish

WORDS = {
    "pl": {
        "run": "Chcę biegać 3 razy w tygodniu",
        "water": "chcę pić 8 szklanek wody dziennie",
        "slept": "spałam {} godziny",
        "short": "spałam 5 godzin",
        "ran": "przebiegłam 4,2 km w 27 minut",
        "drank": "wypiłam 2 szklanki wody",
        "task": "dodaj zadanie: kupić bilety do piątku",
        "status": "jak mi idzie?",
        "why": "dlaczego do mnie piszesz?",
        "remind": "przypomnij mi dziś o 18 o dentyście",
    },
    "en": {
        "run": "I want to run 3 times a week",
        "water": "I want to drink 8 glasses of water a day",
        "slept": "slept {} hours",
        "short": "slept 5 hours",
        "ran": "ran 4.2 km in 27 min",
        "drank": "drank 2 glasses of water",
        "task": "add task: buy tickets by Friday",
        "status": "how am I doing?",
        "why": "why did you write to me?",
        "remind": "remind me today at 18 about the dentist",
    },
}
"""What she says, in each language that the product speaks."""


async def live(web: Served, *, language: str = "pl", name: str = "Anna", days: int = 8) -> TenantId:
    """Days of a person with two goals, of whom the last two nights were short.

    The web's clock stands at the end of them: just before six in the evening.
    """
    begin, words = web.clock.now(), WORDS[language]
    me = await arrive(web, language=language, name=name)
    said = [(0.1, words["run"]), (0.2, words["water"])]
    for day in range(days):
        well = "7,5" if language == "pl" else "7.5"
        night = words["short"] if day >= days - 2 else words["slept"].format(well)
        said += [(24 * day + 0.3, night), (24 * day + 2, words["drank"])]
    said += [(24 * day + 8, words["ran"]) for day in range(1, days - 1, 3)]
    last = 24 * (days - 1)
    said += [(last - 21, words["task"]), (last - 14, words["why"])] if days > 1 else []
    said += [(last + 3.4, words["status"]), (last + 5.1, words["remind"])]
    for hours, text in sorted(said):
        await until(web, me, begin + timedelta(hours=hours))
        await say(web, me, text)
        if text == words["why"]:
            await rule(web, me, "send_sms:goal", Effect.DENY)
        if text == words["short"] and hours > last:
            await rule(web, me, "send_sms:goal", Effect.ASK)
    await until(web, me, begin + timedelta(hours=last + 7.9))
    return me


async def arrive(web: Served, *, language: str, name: str, settled: bool = True) -> TenantId:
    """A person who has been through the first steps, but for one who is not `settled`, and has
    said nothing yet."""
    at = web.clock.now()
    tenant = await create_tenant(
        web.database,
        at=at,
        ids=web.installation.ids,
        name=name,
        language=language,
        timezone="Europe/Warsaw",
        email="anna@example.org",
        phone="+48600100200",
    )
    if settled:
        async with web.database.transaction(tenant.tenant_id) as tx:
            await finish(tx, at=at, trace=TraceId(web.installation.ids.new()))
    return tenant.tenant_id


async def say(web: Served, tenant_id: TenantId, text: str) -> None:
    """Say `text` in the chat."""
    async with web.database.transaction(tenant_id) as tx:
        incoming = Incoming(text=text, via=Via.WEB)
        await receive(tx, incoming, at=web.clock.now(), ids=web.installation.ids)


async def look(web: Served, tenant_id: TenantId) -> None:
    """Let the loop look, a minute on."""
    at = web.clock.now() + timedelta(minutes=1)
    web.clock.advance(at)
    await run_cycle(web.installation.loop, tenant_id, at.isoformat(), at)


async def until(web: Served, tenant_id: TenantId, moment: datetime) -> None:
    """Let the loop look every half an hour, and the outbox send, until `moment`."""
    at = web.clock.now()
    while at < moment:
        at = min(at + timedelta(minutes=30), moment)
        web.clock.advance(at)
        await run_cycle(web.installation.loop, tenant_id, at.isoformat(), at)
        await web.installation.outbox.tick()


async def rule(web: Served, tenant_id: TenantId, pattern: str, effect: Effect) -> None:
    """Set a rule by the person's hand."""
    async with web.database.transaction(tenant_id) as tx:
        await set_grant(
            tx,
            ActionPattern.parse(pattern),
            effect,
            by=By.PERSON,
            at=web.clock.now(),
            ids=web.installation.ids,
        )


async def rule_everything_out(web: Served, tenant_id: TenantId) -> None:
    """Deny every way of writing to the person."""
    for verb in ("send_sms", "send_email", "send_notification"):
        for scope in ("*", "goal", "wellness", "summary", "reminder"):
            await rule(web, tenant_id, f"{verb}:{scope}", Effect.DENY)
