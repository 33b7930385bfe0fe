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
    },
}
"""What she says, in each language that the product speaks."""


async def live(web: Served, *, language: str = "pl", name: str = "Anna") -> TenantId:
    """Nine days of a person with two goals, of whom the last nights were short.

    The web's clock stands at the end of them.
    """
    begin = web.clock.now()
    tenant = await create_tenant(
        web.database,
        at=begin,
        ids=web.installation.ids,
        name=name,
        language=language,
        timezone="Europe/Warsaw",
        email="anna@example.org",
        phone="+48600100200",
    )
    words = WORDS[language]
    async with web.database.transaction(tenant.tenant_id) as tx:
        await finish(tx, at=begin, trace=TraceId(web.installation.ids.new()))
    said: list[tuple[float, str]] = [(0.1, words["run"]), (0.2, words["water"])]
    for day in range(9):
        short = day >= 6
        night = (
            words["short"] if short else words["slept"].format("7,5" if language == "pl" else 7.5)
        )
        said.append((24 * day - 2, night) if day else (0.3, night))
        said.append((24 * day + 2, words["drank"]))
    said += [(24 * 2 + 8, words["ran"]), (24 * 5 + 3, words["task"])]
    said += [(24 * 7 + 9, words["why"]), (24 * 8 - 3, words["status"])]
    for hours, text in sorted(said):
        await _until(web, tenant.tenant_id, begin + timedelta(hours=hours))
        await _say(web, tenant.tenant_id, text)
        if text == words["why"]:
            await _rule(web, tenant.tenant_id, "send_sms:goal", Effect.DENY)
        if text == words["status"]:
            for pattern in ("send_sms:goal", "send_notification:*"):
                await _rule(web, tenant.tenant_id, pattern, Effect.ASK)
    await _until(web, tenant.tenant_id, begin + timedelta(days=8, hours=2.1))
    return tenant.tenant_id


async def _rule(web: Served, tenant_id: TenantId, pattern: str, effect: Effect) -> None:
    async with web.database.transaction(tenant_id) as tx:
        await set_grant(
            tx,
            ActionPattern.parse(pattern),
            effect,
            by=By.PERSON,
            at=web.clock.now(),
            ids=web.installation.ids,
        )


async def _say(web: Served, tenant_id: TenantId, text: str) -> None:
    async with web.database.transaction(tenant_id) as tx:
        incoming = Incoming(text=text, via=Via.WEB)
        await receive(tx, incoming, at=web.clock.now(), ids=web.installation.ids)


async def _until(web: Served, tenant_id: TenantId, moment: datetime) -> None:
    """Let the loop look every hour, and the outbox send, until `moment`."""
    at = web.clock.now()
    while (at := min(at + timedelta(minutes=30), moment)) <= moment:
        web.clock.advance(at)
        await run_cycle(web.installation.loop, tenant_id, at.isoformat(), at)
        await web.installation.outbox.tick()
        if at == moment:
            return
