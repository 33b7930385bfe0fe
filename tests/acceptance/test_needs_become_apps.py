"""Needs that become apps: three mentions over four days, one right app, said in the right words."""

import json
from pathlib import Path
from typing import Any

from acceptance.life import Life, born
from apps.making import made, proposed
from simulation.replayed import replayed

from exoskull.apps.model import Outcome
from exoskull.database.pool import Database
from exoskull.interventions.model import State

TENANT = (
    '{"at":"2026-03-02T07:10:00+01:00","tenant":"anna","kind":"tenant","language":"pl",'
    '"timezone":"Europe/Warsaw","email":"anna@example.org","phone":"+48600100200"}'
)
SAID = (
    ("2026-03-02T12:40:00+01:00", "Znowu zapomniałam pić wodę"),
    ("2026-03-03T13:00:00+01:00", "Za mało piję wody, chciałabym to jakoś śledzić"),
    ("2026-03-05T20:10:00+01:00", "Chcę zapisywać, ile szklanek wody piję"),
)


def line(at: str, kind: str, **fields: Any) -> str:
    return json.dumps({"at": at, "tenant": "anna", "kind": kind, **fields}, ensure_ascii=False)


def records(server_url: str, template: str, tape: Path, lines: list[str]) -> list[dict[str, Any]]:
    tape.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [json.loads(one) for one in replayed(server_url, template, tape)]


def of_kind(found: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [one["data"] for one in found if one["kind"] == kind]


def test_three_mentions_build_one_right_app_after_the_third_and_ask_for_the_first(
    server_url: str, template_database: str, tmp_path: Path
) -> None:
    lines = [TENANT, *(line(at, "message", channel="web", text=text) for at, text in SAID)]
    lines.append(line("2026-03-06T08:00:00+01:00", "approve", what="oldest", decision="yes"))
    lines.append(line("2026-03-06T10:00:00+01:00", "entry", app="woda", values={"ilosc": 2}))
    lines.append(line("2026-03-07T10:00:00+01:00", "end"))
    found = records(server_url, template_database, tmp_path / "tape.jsonl", lines)
    (app,) = of_kind(found, "app.proposed")
    assert (app["slug"], app["mentions"], app["source"]) == ("woda", 3, "auto_detection")
    assert app["confidence"] > 0.85
    proposed_at = next(one["at"] for one in found if one["kind"] == "app.proposed")
    assert proposed_at > "2026-03-05T19:10"
    (asked,) = of_kind(found, "app.awaiting_approval")
    assert asked["asks_because"] == "first_app"
    (active,) = of_kind(found, "app.activated")
    assert active["columns"] == [{"name": "ilosc", "type": "number", "unit": "glass"}]
    assert (active["mentions"], active["evidence"]) == (3, app["evidence"])
    (entry,) = of_kind(found, "entry.added")
    assert entry["values"] == {"ilosc": 2.0}
    measures = [one for one in of_kind(found, "measure.logged") if one["source"] == "tape"]
    assert [(one["metric"], one["value"]) for one in measures] == [("water_glasses", 2.0)]
    needs = [one for one in found if one["kind"] == "need.detected"]
    assert {one["trace"] for one in found if one["kind"].startswith("app.")} == {needs[-1]["trace"]}


async def test_it_activates_by_itself_where_an_app_is_at_work_and_says_so_outside_quiet_hours(
    database: Database,
) -> None:
    anna = await born(database)
    await made(anna, "sleep")
    await anna.wait(hours=14)  # ten in the evening
    found = await proposed(anna, "hydration")
    assert found.outcome is Outcome.ACTIVATED
    await anna.wait(hours=6)
    assert await notices(anna) == []
    await anna.wait(hours=6)
    (notice,) = await notices(anna)
    assert notice == (
        "Stworzyłem tracker wody: wspominasz o piciu 3 razy. "
        "Zobacz na pulpicie. Usuń jednym kliknięciem."
    )


async def test_the_notice_speaks_the_persons_language(database: Database) -> None:
    ann = await born(database, language="en")
    await made(ann, "sleep")
    await proposed(ann, "hydration")
    await ann.wait(hours=1)
    (notice,) = await notices(ann)
    assert notice.startswith("I made a water tracker: you mention drinking 3 times.")


async def notices(life: Life) -> list[str]:
    sent = await life.interventions(State.SENT)
    return [one.text for one in sent if one.symptom == "app_notice"]


def test_an_entry_of_an_app_that_is_not_there_is_noted_and_the_tape_goes_on(
    server_url: str, template_database: str, tmp_path: Path
) -> None:
    lines = [
        TENANT,
        line("2026-03-02T10:00:00+01:00", "entry", app="woda", values={"ilosc": 2}),
        line("2026-03-02T11:00:00+01:00", "message", text="zrób mi tracker wody"),
        line("2026-03-02T11:01:00+01:00", "message", text="tak"),
        line("2026-03-02T12:00:00+01:00", "entry", app="woda", values={"ilosc": "dużo"}),
        line("2026-03-02T12:01:00+01:00", "entry", app="woda", values={"ilosc": 2}),
        line("2026-03-02T12:02:00+01:00", "end"),
    ]
    found = records(server_url, template_database, tmp_path / "tape.jsonl", lines)
    refused = [(one["reason"], one.get("field")) for one in of_kind(found, "entry.refused")]
    assert refused == [("app.unknown", "app"), ("entry.not_number", "ilosc")]
    assert len(of_kind(found, "entry.added")) == 1
