"""The API: what a program can do with a person's token."""

from datetime import timedelta
from uuid import UUID, uuid4

import httpx2
import pytest
from serving.served import AT, MakePerson, Served, Somebody

from exoskull.mape.cycle import run_cycle

pytestmark = pytest.mark.usefixtures("anna")

API = "/api/v1"


async def said(somebody: Somebody, text: str, **headers: str) -> httpx2.Response:
    return await somebody.api.post(f"{API}/messages", json={"text": text}, headers=headers)


async def items(somebody: Somebody, path: str, **query: str) -> list[dict]:
    answer = await somebody.api.get(f"{API}/{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def looked_at(web: Served, somebody: Somebody) -> None:
    """Let the loop look at the person now."""
    at = web.clock.now()
    await run_cycle(web.installation.loop, somebody.tenant_id, at.isoformat(), at)


async def test_a_goal_said_in_a_message_is_set_and_answered(anna: Somebody) -> None:
    turn = await said(anna, "I want to run 3 times a week")
    assert turn.status_code == 201
    assert turn.json()["message"]["direction"] == "in"
    assert turn.json()["answer"]["text"].startswith("New goal")
    [goal] = await items(anna, "goals")
    assert (goal["metric"], goal["target"], goal["period"]) == ("runs", 3, "week")


async def test_the_thread_has_what_was_said_before_what_was_answered(anna: Somebody) -> None:
    await said(anna, "drank 3 glasses of water")
    thread = await items(anna, "messages")
    assert [one["direction"] for one in thread] == ["in", "out"]


async def test_the_thread_pages_back_to_its_beginning(web: Served, anna: Somebody) -> None:
    for minute in range(5):
        web.clock.advance(AT + timedelta(minutes=minute))
        await said(anna, f"drank {minute + 1} glasses of water")
    seen: list[str] = []
    query: dict = {"limit": 3}
    while True:
        page = (await anna.api.get(f"{API}/messages", params=query)).json()
        seen = [one["text"] for one in page["items"] if one["direction"] == "in"] + seen
        if page["next"] is None:
            break
        query["before"] = page["next"]
    assert seen == [f"drank {number} glasses of water" for number in range(1, 6)]


async def test_the_same_idempotency_key_says_it_once(anna: Somebody) -> None:
    first = await said(anna, "drank 3 glasses of water", **{"Idempotency-Key": "k1"})
    again = await said(anna, "drank 3 glasses of water", **{"Idempotency-Key": "k1"})
    assert again.status_code == 201
    assert again.json() == first.json()
    assert len(await items(anna, "measures")) == 1


async def test_an_idempotency_key_used_for_other_words_clashes(anna: Somebody) -> None:
    await said(anna, "drank 3 glasses of water", **{"Idempotency-Key": "k1"})
    other = await said(anna, "drank 4 glasses of water", **{"Idempotency-Key": "k1"})
    assert other.status_code == 409
    assert other.json()["error"]["key"] == "message.key_reused"
    assert len(await items(anna, "measures")) == 1


async def test_a_measure_is_kept_with_its_moment_and_unit(anna: Somebody) -> None:
    at = (AT - timedelta(hours=2)).isoformat()
    made = await anna.api.post(
        f"{API}/measures", json={"metric": "sleep_hours", "value": 7.5, "at": at}
    )
    assert made.status_code == 201
    [kept] = await items(anna, "measures")
    assert kept == made.json()
    assert (kept["value"], kept["unit"], kept["source"]) == (7.5, "h", "api")
    assert kept["at"].startswith("2026-03-02T07:00:00")


async def test_a_goal_is_set_completed_and_dropped(anna: Somebody) -> None:
    body = {"title": "Run", "metric": "runs", "target": 3, "period": "week"}
    made = await anna.api.post(f"{API}/goals", json=body)
    assert made.status_code == 201
    weight = {"title": "72 kg", "metric": "weight_kg", "target": 68, "by": "2026-05-31"}
    reach = (await anna.api.post(f"{API}/goals", json=weight)).json()
    assert (reach["direction"], reach["by"]) == ("reach", "2026-05-31")
    dropped = await anna.api.delete(f"{API}/goals/{made.json()['id']}")
    assert dropped.json()["state"] == "dropped"
    completed = await anna.api.patch(f"{API}/goals/{reach['id']}", json={"state": "completed"})
    assert completed.json()["state"] == "completed"
    assert await items(anna, "goals", state="active") == []
    again = await anna.api.delete(f"{API}/goals/{made.json()['id']}")
    assert again.status_code == 404
    assert again.json()["error"]["key"] == "goal.not_found"


async def test_a_task_is_made_done_opened_again_and_dropped(anna: Somebody) -> None:
    body = {"title": "Buy tickets", "due": "2026-03-06"}
    task = (await anna.api.post(f"{API}/tasks", json=body)).json()
    assert [one["id"] for one in await items(anna, "tasks")] == [task["id"]]
    path = f"{API}/tasks/{task['id']}"
    assert (await anna.api.patch(path, json={"state": "done"})).json()["state"] == "done"
    assert [one["id"] for one in await items(anna, "tasks", state="done")] == [task["id"]]
    assert (await anna.api.patch(path, json={"state": "open"})).json()["ended_at"] is None
    assert (await anna.api.patch(path, json={"state": "dropped"})).json()["state"] == "dropped"
    gone = await anna.api.patch(path, json={"state": "done"})
    assert (gone.status_code, gone.json()["error"]["key"]) == (404, "task.not_found")


async def test_a_grant_is_set_explained_and_revoked(anna: Somebody) -> None:
    patterns = {grant["pattern"]: grant["effect"] for grant in await items(anna, "grants")}
    assert patterns["send_sms:goal"] == "allow"
    put = await anna.api.put(f"{API}/grants/send_sms:goal", json={"effect": "deny"})
    assert (put.status_code, put.json()["effect"], put.json()["by"]) == (200, "deny", "person")
    told = (await anna.api.get(f"{API}/grants/explain?action=send_sms:goal")).json()
    assert (told["effect"], told["reason"]) == ("deny", "denied_by_rule")
    assert told["remedy"]["pattern"] == "send_sms:goal"
    assert "send_sms:goal" in told["text"]
    assert (await anna.api.delete(f"{API}/grants/send_sms:goal")).status_code == 200
    gone = await anna.api.delete(f"{API}/grants/send_sms:goal")
    assert (gone.status_code, gone.json()["error"]["key"]) == (404, "grant.not_found")


async def test_a_grant_takes_a_limit_and_an_expiry(anna: Somebody) -> None:
    until = (AT + timedelta(days=1)).isoformat()
    body = {"effect": "allow", "daily_limit": 2, "expires_at": until}
    put = await anna.api.put(f"{API}/grants/create_task:*", json=body)
    assert (put.json()["daily_limit"], put.json()["expires_at"]) == (2, until)


async def test_settings_change_together_or_not_at_all(anna: Somebody) -> None:
    changed = await anna.api.patch(
        f"{API}/settings", json={"timezone": "America/New_York", "quiet_from": "23:00"}
    )
    assert changed.json()["timezone"] == "America/New_York"
    assert changed.json()["quiet_from"] == "23:00:00"
    refused = await anna.api.patch(
        f"{API}/settings", json={"name": "Ania", "timezone": "Europe/Warszawa"}
    )
    assert refused.status_code == 422
    assert refused.json()["error"]["field"] == "timezone"
    assert (await anna.api.get(f"{API}/settings")).json() == changed.json()


async def test_a_pause_is_set_and_ended(anna: Somebody) -> None:
    until = (AT + timedelta(hours=5)).isoformat()
    paused = await anna.api.patch(f"{API}/settings", json={"paused_until": until})
    assert paused.json()["paused_until"] is not None
    resumed = await anna.api.patch(f"{API}/settings", json={"paused_until": None})
    assert resumed.json()["paused_until"] is None


async def test_an_address_is_taken_away_with_its_channel(anna: Somebody) -> None:
    before = (await anna.api.get(f"{API}/settings")).json()
    assert "sms" in before["channels"]
    after = (await anna.api.patch(f"{API}/settings", json={"phone": None})).json()
    assert after["phone"] is None
    assert "sms" not in after["channels"]


async def test_what_awaits_approval_is_approved_once(web: Served, anna: Somebody) -> None:
    planned = await asked_about(web, anna)
    path = f"{API}/interventions/{planned['id']}"
    stale = await anna.api.post(f"{path}/approve", json={"question": str(uuid4())})
    assert (stale.status_code, stale.json()["error"]["key"]) == (409, "approval.changed")
    approved = await anna.api.post(f"{path}/approve", json={"question": planned["question"]})
    assert approved.json()["state"] == "planned"
    again = await anna.api.post(f"{path}/approve")
    assert (again.status_code, again.json()["error"]["key"]) == (404, "approval.not_open")


async def test_what_awaits_approval_is_rejected(web: Served, anna: Somebody) -> None:
    planned = await asked_about(web, anna)
    rejected = await anna.api.post(f"{API}/interventions/{planned['id']}/reject")
    assert (rejected.status_code, rejected.json()["state"]) == (200, "rejected")


async def test_a_planned_intervention_is_undone_and_then_too_late_to_undo(
    web: Served, anna: Somebody
) -> None:
    await said(anna, "remind me in 10 minutes about the dentist")
    await looked_at(web, anna)
    [planned] = await items(anna, "interventions", state="planned")
    path = f"{API}/interventions/{planned['id']}"
    assert (await anna.api.get(path)).json() == planned
    undone = await anna.api.post(f"{path}/undo")
    assert undone.json()["state"] == "undone"
    late = await anna.api.post(f"{path}/undo")
    assert (late.status_code, late.json()["error"]["key"]) == (409, "intervention.too_late")


async def test_an_answer_to_a_delivery_is_an_outcome(web: Served, anna: Somebody) -> None:
    await said(anna, "remind me in 10 minutes to drink water")
    await looked_at(web, anna)
    web.clock.advance(AT + timedelta(minutes=11))
    await web.installation.outbox.tick()
    [sent] = await items(anna, "interventions", state="sent")
    assert sent["receipt"]
    [task] = await items(anna, "tasks")
    await anna.api.patch(f"{API}/tasks/{task['id']}", json={"state": "done"})
    [outcome] = await items(anna, "outcomes")
    assert (outcome["intervention"], outcome["type"]) == (sent["id"], "user_response")


async def test_runs_are_listed(anna: Somebody) -> None:
    assert await items(anna, "runs") == []


async def test_another_persons_token_sees_and_moves_nothing(
    web: Served, anna: Somebody, person: MakePerson
) -> None:
    stranger = await person("Bruno")
    await said(anna, "I want to run 3 times a week")
    await said(anna, "add task: buy tickets")
    await said(anna, "remind me in 10 minutes about the dentist")
    await looked_at(web, anna)
    [planned] = await items(anna, "interventions", state="planned")
    [goal] = await items(anna, "goals")
    task = (await items(anna, "tasks"))[0]
    for path in ("messages", "measures", "goals", "tasks", "interventions", "outcomes", "runs"):
        assert await items(stranger, path) == [], path
    kinds = {event["kind"] for event in await items(stranger, "events")}
    assert kinds == {"tenant.created", "grant.changed"}
    for method, path in (
        ("GET", f"interventions/{planned['id']}"),
        ("POST", f"interventions/{planned['id']}/undo"),
        ("POST", f"interventions/{planned['id']}/approve"),
        ("DELETE", f"goals/{goal['id']}"),
    ):
        answer = await stranger.api.request(method, f"{API}/{path}")
        assert answer.status_code == 404, path
    done = await stranger.api.patch(f"{API}/tasks/{task['id']}", json={"state": "done"})
    assert done.status_code == 404
    await stranger.api.put(f"{API}/grants/send_sms:goal", json={"effect": "deny"})
    own = {grant["pattern"]: grant["effect"] for grant in await items(anna, "grants")}
    assert own["send_sms:goal"] == "allow"


async def test_errors_speak_the_language_asked_for_or_the_persons(
    person: MakePerson, anna: Somebody
) -> None:
    jan = await person("Jan", language="pl")
    wanted = f"{API}/grants/send_sms"
    own = (await jan.api.put(wanted, json={"effect": "allow"})).json()["error"]["message"]
    assert "nie jest wzorem" in own or "„send_sms:”" in own
    asked = await jan.api.put(
        wanted, json={"effect": "allow"}, headers={"Accept-Language": "en-GB, pl;q=0.5"}
    )
    assert "is not a pattern" in asked.json()["error"]["message"]


async def test_the_description_names_every_resource(web: Served) -> None:
    document = (await web.client().get("/openapi.json")).json()
    resources = {path.split("/")[3] for path in document["paths"] if path.startswith(f"{API}/")}
    assert resources >= {
        *("messages", "measures", "goals", "tasks", "grants", "interventions"),
        *("outcomes", "events", "runs", "settings"),
    }
    assert document["paths"][f"{API}/goals"]["get"]["security"] == [{"HTTPBearer": []}]


async def test_health_needs_no_token(web: Served) -> None:
    assert (await web.client().get("/healthz")).json() == {"status": "ok"}
    assert (await web.client().get("/readyz")).json()["status"] == "ok"


async def asked_about(web: Served, somebody: Somebody) -> dict:
    """An intervention that awaits the person's yes."""
    for pattern in ("send_sms:*", "send_notification:*", "send_email:*"):
        await somebody.api.put(f"{API}/grants/{pattern}", json={"effect": "ask"})
    for pattern in ("send_sms:goal", "send_sms:wellness", "send_email:summary"):
        await somebody.api.put(f"{API}/grants/{pattern}", json={"effect": "ask"})
    await said(somebody, "remind me in 10 minutes about the dentist")
    await looked_at(web, somebody)
    [planned] = await items(somebody, "interventions", state="awaiting_approval")
    assert UUID(planned["question"])
    return planned
