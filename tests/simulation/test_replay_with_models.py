"""Weeks with a model: what it is asked, what that costs, and that who is idle costs nothing."""

import json
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from typing import Any

import pytest
from mape.thinking import Counting
from peers.scripted import Asked
from simulation.replayed import TAPES, parsed, replayed

from exoskull.conversations.assistant import TOKENS_MAX
from exoskull.conversations.tools.catalogue import VERBS
from exoskull.llm.model import Feature
from exoskull.simulation.tape import Line, parse_tape

Records = list[dict[str, Any]]

BEGIN = datetime.fromisoformat("2026-03-02T07:00:00+01:00")
DAYS = 7
CAP_MICROS = 500_000
"""Fifty cents, the budget of a day."""


def tape(lines: list[dict[str, Any]]) -> list[Line]:
    return parse_tape([json.dumps(one).encode() for one in lines])


def line(name: str, days: float, **more: Any) -> dict[str, Any]:
    return {"at": (BEGIN + timedelta(days=days)).isoformat(), "tenant": name, **more}


def person(name: str) -> dict[str, Any]:
    phone = f"+4860010020{len(name)}"
    address = {"email": f"{name}@example.org", "phone": phone}
    return line(name, 0, kind="tenant", language="pl", timezone="Europe/Warsaw", **address)


def idle() -> list[Line]:
    first = [
        person("ola"),
        line("ola", 0.001, kind="message", channel="web", text="Chcę biegać 3 razy w tygodniu"),
        line("ola", 0.002, kind="message", channel="web", text="spałam 6 godzin"),
    ]
    return tape([*first, line("ola", 7, kind="end")])


SAID = [
    "znowu za mało snu, jestem wykończona",
    "ciężki dzień w pracy, nic mi się nie chce",
    "dziś trochę lepiej, wyszłam na spacer",
    "głowa boli, wszystko odkładam",
    "udało się coś zrobić mimo zmęczenia",
]


def busy(*names: str, days: int = DAYS) -> list[Line]:
    """People with four goals who write and measure all day long."""
    lines: list[dict[str, Any]] = []
    for name in names:
        lines.append(person(name))
        goals = [("Biegać", "runs", 5), ("Czytać", "pages_read", 140), ("Pływać", "swims", 3)]
        for n, (title, metric, target) in enumerate(goals):
            goal = {"title": title, "metric": metric, "target": target, "period": "week"}
            lines.append(line(name, 0.01 + n / 1000, kind="goal", **goal))
        for day in range(days):
            for n, hour in enumerate((1, 3, 6, 9, 11, 13)):
                said = SAID[(day + n) % len(SAID)]
                at = day + hour / 24 + 0.02
                lines.append(line(name, at, kind="message", channel="web", text=said))
            slept = {"metric": "sleep_hours", "value": 5.0 + day % 3 / 2}
            lines.append(line(name, day + 0.05, kind="measure", **slept))
            mood = {"metric": "mood", "value": 3.0 + day % 2}
            lines.append(line(name, day + 0.4, kind="measure", **mood))
    lines.append(line(names[0], days, kind="end"))
    return tape(sorted(lines, key=lambda one: one["at"]))


@pytest.fixture(scope="module")
def lived(server_url: str, template_database: str) -> Any:
    def live(lines: Any, counting: Counting | None) -> Records:
        return parsed(replayed(server_url, template_database, lines, models=counting))

    return live


def a_day(records: Records) -> dict[tuple[str, str], int]:
    """What was settled, by person and day, in micros."""
    spent: dict[tuple[str, str], int] = defaultdict(int)
    for one in records:
        if one["kind"] == "budget.settled":
            spent[one["tenant"], one["at"][:10]] += round(one["data"]["cents"] * 10_000)
    return spent


def test_a_week_of_silence_makes_no_call_after_the_first_look(lived: Any) -> None:
    counting = Counting()
    records = lived(idle(), counting)
    looked = [one for one in records if one["kind"] == "situation.read"]
    assert len(looked) == 1
    first = datetime.fromisoformat(looked[0]["at"])
    later = [
        one
        for one in records
        if one["kind"].startswith("budget.re")
        and datetime.fromisoformat(one["at"]) > first + timedelta(minutes=1)
    ]
    assert later == []
    first_look = {Feature.SITUATION, Feature.OPTIONS, Feature.PHRASING}
    assert {one.feature for one in counting.asked} <= first_look
    assert [one for one in records if one["kind"] == "decision.made"]


def upper(asked: Asked) -> float:
    """Micros that a request may have cost: a token for every three bytes, and all the answer that
    it had room for; of the chat's tools as well."""
    if asked.ask is None:
        tools = sum(len(json.dumps(verb.parameters)) for verb in VERBS)
        into = (len(asked.prompt.encode()) + len(asked.instructions.encode()) + tools) / 3
        return into * 3 + TOKENS_MAX * 15
    into = (len(asked.prompt.encode()) + len(asked.instructions.encode())) / 3
    return into * 3 + asked.ask.tokens_max * 15


def test_a_busy_week_stays_under_fifty_cents_a_day_at_a_mid_size_models_price(lived: Any) -> None:
    """At 3 dollars a million tokens in and 15 out, which is what genai-prices has for
    Claude Sonnet 4; 32 decisions and more."""
    counting = Counting()
    records = lived(busy("ewa", "iga"), counting)
    kinds = Counter(one["kind"] for one in records)
    assert kinds["decision.made"] >= 32
    assert kinds["situation.read"] >= 32
    assert kinds["budget.refused"] == 0
    spent = a_day(records)
    assert spent
    assert max(spent.values()) < CAP_MICROS
    most: Counter[Feature] = Counter()
    for one in counting.asked:
        most[one.feature] += round(upper(one))
    assert most.total() / (2 * DAYS) < CAP_MICROS
    of_the_loop = (Feature.SITUATION, Feature.OPTIONS, Feature.PHRASING, Feature.ACTIONS)
    assert all(most[feature] > 0 for feature in (*of_the_loop, Feature.CHAT))
    assert sum(most[feature] for feature in of_the_loop) / (2 * DAYS) < CAP_MICROS / 4


def test_the_tapes_run_the_same_with_a_model_that_answers_nothing_of_use(lived: Any) -> None:
    ours = ("budget.", "model.", "mail.")
    for name in ("anna-week", "ben-attacks"):
        lines = TAPES / f"{name}.jsonl"
        broken = lived(lines, Counting(answer=lambda _: "{}", say=lambda _: ""))
        kept = [one for one in broken if not one["kind"].startswith(ours) and not _reset(one)]
        without = [one for one in lived(lines, None) if not _reset(one)]
        assert kept == [one for one in without if not one["kind"].startswith(ours)]


def _reset(one: dict[str, Any]) -> bool:
    return one["data"].get("job") == "budget-reset"
