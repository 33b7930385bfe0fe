"""Apps and their entries over HTTP."""

import time
from datetime import timedelta

import httpx2
from serving.served import AT, Served, Somebody

from exoskull.web.bodies import BODY_MAX

API = "/api/v1"


async def post(somebody: Somebody, path: str, body: dict | None = None, **headers: str):
    return await somebody.api.post(f"{API}/{path}", json=body, headers=headers)


async def got(somebody: Somebody, path: str, **query: str) -> dict:
    answer = await somebody.api.get(f"{API}/{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def water(somebody: Somebody) -> dict:
    made = await post(somebody, "apps", {"family": "water", "activate": True})
    assert made.status_code == 201, made.text
    assert made.json()["outcome"] == "activated"
    return made.json()["app"]


def key_of(answer: httpx2.Response) -> str:
    return answer.json()["error"]["key"]


async def test_an_app_is_made_put_away_brought_back_and_deleted(anna: Somebody) -> None:
    app = await water(anna)
    assert (app["slug"], app["state"], app["risk"]) == ("water", "active", "low")
    assert (await post(anna, "apps", {"family": "hydration"})).json()["outcome"] == "existing"
    for verb, state in (("archive", "archived"), ("restore", "active"), ("undo", "archived")):
        moved = await post(anna, f"apps/{app['id']}/{verb}")
        assert (moved.status_code, moved.json()["state"]) == (200, state)
    again = await post(anna, f"apps/{app['id']}/archive")
    assert (again.status_code, key_of(again)) == (409, "app.wrong_state")
    gone = await anna.api.delete(f"{API}/apps/{app['id']}")
    assert gone.json()["state"] == "deleted"
    assert (await got(anna, "apps"))["items"] == []
    assert (await anna.api.get(f"{API}/apps/water")).status_code == 404


async def test_a_preview_waits_for_its_activation(anna: Somebody) -> None:
    made = (await post(anna, "apps", {"label": "chess games", "words": ["won 3 games"]})).json()
    assert (made["outcome"], made["app"]["state"]) == ("previewed", "proposed")
    assert made["app"]["spec"]["columns"][0]["unit"] == "games"
    entry = await post(anna, "apps/chess_games/entries", {"values": {"amount": 1}})
    assert (entry.status_code, key_of(entry)) == (409, "app.not_active")
    active = await post(anna, f"apps/{made['app']['id']}/activate")
    assert active.json()["state"] == "active"


async def test_a_definition_of_ones_own_is_checked_by_field(anna: Somebody) -> None:
    spec = {"name": "Chess", "columns": [{"label": "Result", "type": "choice", "options": ["won"]}]}
    bad = await post(anna, "apps", {"spec": spec})
    assert bad.status_code == 422
    assert bad.json()["error"]["field"] == "columns.0.options"
    spec["columns"][0]["options"] = ["won", "lost", "drawn"]
    made = (await post(anna, "apps", {"spec": spec, "activate": True})).json()["app"]
    assert made["spec"]["columns"][0]["key"] == "t1"
    added = await post(anna, "apps/chess/entries", {"values": {"result": "Drawn"}})
    assert added.json()["values"] == {"result": "drawn"}


async def test_entries_are_added_edited_taken_back_and_measured(anna: Somebody) -> None:
    await water(anna)
    made = await post(
        anna, "apps/water/entries", {"values": {"amount": 2}}, **{"Idempotency-Key": "a"}
    )
    assert made.status_code == 201
    entry = made.json()
    again = await post(
        anna, "apps/water/entries", {"values": {"amount": 2}}, **{"Idempotency-Key": "a"}
    )
    assert again.json() == entry
    path = f"apps/water/entries/{entry['id']}"
    edited = await anna.api.patch(f"{API}/{path}", json={"values": {"amount": 3}})
    assert edited.json()["values"] == {"amount": 3.0}
    [measure] = (await got(anna, "measures"))["items"]
    assert (measure["metric"], measure["value"]) == ("water_glasses", 3.0)
    bad = await post(anna, "apps/water/entries", {"values": {"amount": "many"}})
    assert (bad.status_code, bad.json()["error"]["field"]) == (422, "amount")
    assert (await anna.api.delete(f"{API}/{path}")).status_code == 200
    assert (await anna.api.delete(f"{API}/{path}")).status_code == 404
    assert (await got(anna, "measures"))["items"] == []


async def test_entries_page_back_and_narrow_by_local_day(anna: Somebody) -> None:
    await water(anna)
    for day in range(5):
        at = (AT - timedelta(days=day)).isoformat()
        await post(anna, "apps/water/entries", {"values": {"amount": day + 1}, "at": at})
    seen: list[float] = []
    query: dict[str, str] = {"limit": "2"}
    while True:
        page = await got(anna, "apps/water/entries", **query)
        seen += [one["values"]["amount"] for one in page["items"]]
        if page["next"] is None:
            break
        query["before"] = page["next"]
    assert seen == [1, 2, 3, 4, 5]
    some = await got(anna, "apps/water/entries", first="2026-02-27", last="2026-02-28")
    assert [one["local_date"] for one in some["items"]] == ["2026-02-28", "2026-02-27"]
    bad = await anna.api.get(f"{API}/apps/water/entries", params={"before": "nowhere"})
    assert (bad.status_code, key_of(bad)) == (422, "entry.invalid_cursor")


async def test_days_weeks_and_months_are_summed_and_charted_with_the_goal(anna: Somebody) -> None:
    await post(
        anna,
        "goals",
        {"title": "Water", "metric": "water_glasses", "target": 8, "period": "day"},
    )
    await water(anna)
    for day, amount in ((0, 2), (0, 3), (1, 4), (9, 5)):
        at = (AT - timedelta(days=day)).isoformat()
        await post(anna, "apps/water/entries", {"values": {"amount": amount}, "at": at})
    days = (await got(anna, "apps/water/summary"))["items"]
    assert [(one["start"], one["value"]) for one in days] == [
        ("2026-02-21", 5.0),
        ("2026-03-01", 4.0),
        ("2026-03-02", 5.0),
    ]
    weeks = (await got(anna, "apps/water/summary", span="week"))["items"]
    assert [(one["start"], one["value"]) for one in weeks] == [
        ("2026-02-16", 5.0),
        ("2026-02-23", 4.0),
        ("2026-03-02", 5.0),
    ]
    chart = await got(anna, "apps/water/chart", first="2026-02-28", last="2026-03-02")
    assert [one["value"] for one in chart["points"]] == [None, 4.0, 5.0]
    assert (chart["goal"], chart["unit"]) == (8.0, "glass")
    far = await anna.api.get(f"{API}/apps/water/summary", params={"first": "2001-01-01"})
    assert key_of(far) == "entry.span_too_long"


async def test_a_csv_goes_out_and_comes_in_the_same(anna: Somebody) -> None:
    await water(anna)
    text = "at,amount\r\n2026-03-01T10:00:00+01:00,2\r\n2026-03-02T09:30:00+01:00,1.5\r\n"
    headers = {"Content-Type": "text/csv"}
    path = f"{API}/apps/water/import"
    looked = await anna.api.post(f"{path}?dry_run=true", content=text, headers=headers)
    assert (looked.json()["count"], looked.json()["kept"]) == (2, False)
    bad = await anna.api.post(f"{path}?dry_run=true", content=text + ",x\n", headers=headers)
    assert [(one["line"], one["field"]) for one in bad.json()["problems"]] == [(4, "amount")]
    refused = await anna.api.post(path, content=text + ",x\n", headers=headers)
    assert (refused.status_code, key_of(refused)) == (422, "csv.bad_rows")
    assert (await anna.api.post(path, content=text, headers=headers)).json()["count"] == 2
    assert (await anna.api.get(f"{API}/apps/water/entries.csv")).text == text
    exported = (await anna.api.get(f"{API}/apps/water")).json()
    body = (await anna.api.get(f"{API}/apps/{exported['id']}/export")).json()
    assert [one["values"] for one in body["entries"]] == [{"amount": 2.0}, {"amount": 1.5}]


async def test_a_table_of_ten_thousand_rows_comes_in_at_once(anna: Somebody) -> None:
    await water(anna)
    first = AT - timedelta(days=300)
    rows = [f"{(first + timedelta(minutes=40 * n)).isoformat()},{n % 4 + 1}" for n in range(10_000)]
    text = "\n".join(["at,amount", *rows])
    assert len(text) > BODY_MAX
    path = f"{API}/apps/water/import"
    done = await anna.api.post(path, content=text, headers={"Content-Type": "text/csv"})
    assert (done.status_code, done.json()["count"]) == (200, 10_000)
    assert len((await anna.api.get(f"{API}/apps/water/entries.csv")).text.splitlines()) == 10_001


async def test_nobody_sees_anothers_apps(anna: Somebody, person) -> None:
    app = await water(anna)
    eve = await person("Eve")
    for path in ("apps/water", f"apps/{app['id']}", "apps/water/entries", "apps/water/summary"):
        assert (await eve.api.get(f"{API}/{path}")).status_code == 404
    assert (await eve.api.delete(f"{API}/apps/{app['id']}")).status_code == 404


async def test_the_last_month_of_a_hundred_thousand_entries_takes_under_100_ms(
    web: Served, anna: Somebody
) -> None:
    app = await water(anna)
    async with web.database.transaction(anna.tenant_id) as tx:
        await tx.execute(
            """
            insert into entries (tenant_id, id, app_id, at, local_date, cells, source,
                                 created_at, changed_at, trace)
            select %(tenant)s, gen_random_uuid(), %(app)s, %(at)s - n * interval '11 minutes',
                   (%(at)s - n * interval '11 minutes')::date, jsonb_build_object('n1', mod(n, 4)),
                   'api', %(at)s, %(at)s, gen_random_uuid()
              from generate_series(1, 100000) n
            """,
            tenant=anna.tenant_id,
            app=app["id"],
            at=AT,
        )
    took = []
    for _ in range(7):
        began = time.perf_counter()
        page = await got(anna, "apps/water/entries", limit="200", first="2026-02-01")
        chart = await got(anna, "apps/water/chart")
        took.append((time.perf_counter() - began) / 2)
        assert len(page["items"]) == 200
        assert len(chart["points"]) == 30
    assert sorted(took)[3] < 0.1
