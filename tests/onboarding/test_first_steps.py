"""The first steps by HTTP: kept, gone back to, passed over; answers are the person's own word."""

import httpx2
import pytest
from serving.served import Served

from exoskull.app import make_entry_link
from exoskull.feed import service as feed
from exoskull.interventions import service as interventions
from exoskull.interventions.model import State
from exoskull.kit.ids import TenantId
from exoskull.ledger import preferences
from exoskull.tenants.service import current, everyone

HERE = {"Sec-Fetch-Site": "same-origin"}
GOAL = {"step": "goal", "goal": "I want to run 3 times a week"}
TASTE = {"step": "taste", "hour": "09", "channel": "sms", "framing": "humor", "often": "open"}


async def said(web: Served, me: TenantId) -> set[tuple[str, str, str]]:
    async with web.database.transaction(me) as tx:
        return {(one.factor, one.level, one.wish) for one in await preferences.corrections(tx)}


async def test_the_steps_follow_each_other_and_end_at_the_page_of_the_day(
    web: Served, newcomer: httpx2.AsyncClient, me: TenantId
) -> None:
    titles = ["What may I do?", "How do you like to be reached?"]
    for body, title in zip((GOAL, {"step": "rules"}), titles, strict=True):
        assert title in (await newcomer.post("/welcome", data=body)).text
    today = await newcomer.post("/welcome", data=TASTE | {"phone": "+48 600 100 200"})
    assert today.url.path == "/"
    assert await said(web, me) == {
        ("hour", "09", "prefer"),
        ("channel", "sms", "prefer"),
        ("framing", "humor", "prefer"),
    }
    async with web.database.transaction(me) as tx:
        tenant = await current(tx)
    assert tenant.onboarded_at is not None
    assert tenant.phone == "+48600100200"
    assert (await newcomer.get("/welcome")).url.path == "/"
    assert (await newcomer.post("/welcome", data=GOAL)).url.path == "/"


async def test_a_closed_browser_goes_on_where_it_was(
    web: Served, newcomer: httpx2.AsyncClient, me: TenantId
) -> None:
    await newcomer.post("/welcome", data=GOAL)
    other = web.client(follow_redirects=True, headers=HERE)
    link = await make_entry_link(web.installation, web.settings, tenant_id=me, base_url=web.url)
    landed = await other.post("/login", data={"token": link.partition("token=")[2]})
    assert landed.url.path == "/welcome"
    assert "What may I do?" in landed.text


async def test_back_leads_to_every_earlier_step_and_what_was_said_is_there(
    web: Served, newcomer: httpx2.AsyncClient, me: TenantId
) -> None:
    clock = await newcomer.post("/welcome", data={"step": "goal", "back": "1"})
    assert 'value="Europe/Warsaw"' in clock.text
    you = await newcomer.post("/welcome", data={"step": "clock", "back": "1"})
    assert 'value="Zosia"' in you.text
    await newcomer.post("/welcome", data={"step": "you", "name": "Zofia"})
    hours = {"timezone": "Nowy Jork", "quiet_from": "23:30", "quiet_until": "06:00"}
    goal = await newcomer.post("/welcome", data={"step": "clock"} | hours)
    assert "What would you like to get done?" in goal.text
    async with web.database.transaction(me) as tx:
        tenant = await current(tx)
    assert (tenant.name, tenant.timezone) == ("Zofia", "America/New_York")
    assert f"{tenant.quiet_from:%H:%M}-{tenant.quiet_until:%H:%M}" == "23:30-06:00"
    await newcomer.post("/welcome", data=GOAL)
    again = await newcomer.post("/welcome", data={"step": "rules", "back": "1"})
    assert "Set so far: Run." in again.text


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"step": "clock", "timezone": "Nowhere"}, "timezone"),
        ({"step": "you", "name": " "}, "name"),
        ({"step": "goal", "goal": ""}, "goal"),
        (TASTE, "phone"),
        (TASTE | {"phone": "12"}, "phone"),
        (TASTE | {"hour": "03"}, "taste"),
    ],
)
async def test_what_is_wrong_is_said_and_nothing_is_kept(
    web: Served, newcomer: httpx2.AsyncClient, me: TenantId, body: dict[str, str], field: str
) -> None:
    answer = await newcomer.post("/welcome", data=body)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert await said(web, me) == set()
    async with web.database.transaction(me) as tx:
        assert (await current(tx)).phone is None


async def test_an_unknown_step_is_refused(newcomer: httpx2.AsyncClient) -> None:
    assert (await newcomer.post("/welcome", data={"step": "money"})).status_code == 422


async def test_everything_can_be_passed_over(
    web: Served, newcomer: httpx2.AsyncClient, me: TenantId
) -> None:
    await newcomer.post("/welcome", data={"step": "goal", "skip": "1"})
    await newcomer.post("/welcome", data={"step": "rules"})
    today = await newcomer.post("/welcome", data=TASTE | {"skip": "1"})
    assert today.url.path == "/"
    assert await said(web, me) == set()


async def test_answers_stand_on_preferences_as_the_persons_own_and_are_taken_back(
    web: Served, newcomer: httpx2.AsyncClient, me: TenantId
) -> None:
    await newcomer.post("/welcome", data=TASTE | {"phone": "+48600100200", "often": "asked"})
    page = (await newcomer.get("/preferences")).text
    assert "You told me" in page
    assert page.count('name="wish" value="lift"') == 8  # in the list of four, and at each way
    lifted = {"factor": "hour", "level": "09", "wish": "lift"}
    await newcomer.post("/preferences", data=lifted)
    assert ("hour", "09", "prefer") not in await said(web, me)
    async with web.database.transaction(me) as tx:
        outcomes = await tx.value("select count(*) from intervention_outcomes")
    assert outcomes == 0


async def test_an_answer_given_again_replaces_the_one_before(
    web: Served, newcomer: httpx2.AsyncClient, me: TenantId
) -> None:
    body = TASTE | {"phone": "+48600100200"}
    wrong = body | {"email": "nobody"}
    assert (await newcomer.post("/welcome", data=wrong)).status_code == 422
    async with web.database.transaction(me) as tx:
        await tx.execute("update tenants set onboarded_at = null")
    await newcomer.post("/welcome", data=body)
    async with web.database.transaction(me) as tx:
        await tx.execute("update tenants set onboarded_at = null")
    await newcomer.post("/welcome", data=body | {"hour": "18", "framing": "open"})
    assert await said(web, me) == {("hour", "18", "prefer"), ("channel", "sms", "prefer")}


async def test_the_first_act_goes_by_gate_and_outbox_and_has_its_receipt(
    web: Served, newcomer: httpx2.AsyncClient, me: TenantId
) -> None:
    await newcomer.post("/welcome", data=GOAL)
    await newcomer.post("/welcome", data={"step": "rules", "end": "1"})
    await web.installation.outbox.tick()
    async with web.database.transaction(me) as tx:
        (one,) = await interventions.since(tx, web.clock.now())
        kinds = [event.kind for event in await feed.latest(tx, limit=20)]
    assert (one.state, one.symptom, one.action) == (
        State.SENT,
        "welcome",
        "send_notification:welcome",
    )
    assert one.receipt
    assert 'your goal "Run"' in one.text
    assert "tomorrow at 7:30" in one.text
    assert "intervention.sent" in kinds
    page = (await newcomer.get("/")).text
    assert "I am keeping an eye on your goal" in page


async def test_a_space_made_by_command_begins_at_the_goal(web: Served, database: object) -> None:
    from serving import anna

    from exoskull.tenants.model import Credential
    from exoskull.tenants.service import give_credential

    me = await anna.arrive(web, language="pl", name="Ola")
    async with web.database.transaction(me) as tx:
        await tx.execute("update tenants set onboarded_at = null")
    secret = await give_credential(
        web.database, me, Credential.SESSION, at=web.clock.now(), ids=web.installation.ids
    )
    page = await web.client(cookies={"exo_session": secret}).get("/welcome")
    assert "Co chcesz osiągnąć?" in page.text


async def test_the_name_step_is_gone_back_to_before_the_space_is_made(web: Served) -> None:
    link = await make_entry_link(web.installation, web.settings, base_url=web.url)
    token = link.partition("token=")[2]
    browser = web.client(headers=HERE)
    zone = await browser.post("/setup", data={"token": token, "name": "Zosia"})
    assert 'name="timezone"' in zone.text
    data = {"token": token, "name": "Zosia", "timezone": "x", "back": "1"}
    name = await browser.post("/setup", data=data)
    assert 'value="Zosia"' in name.text
    assert await everyone(web.database) == []


@pytest.mark.parametrize(
    ("typed", "shown"), [("nowy", "New York"), ("krak", "Kraków"), ("qqq", "No city found")]
)
async def test_a_zone_is_searched_by_strangers_too(web: Served, typed: str, shown: str) -> None:
    page = await web.client().get("/zones", params={"timezone": typed, "language": "en"})
    assert shown in page.text
