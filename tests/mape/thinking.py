"""A model that reads what it is shown and answers as a good one would, or as a bad one."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from peers.scripted import Answer, Asked, ScriptedModels, Turn, scripted

from exoskull.database.pool import Database
from exoskull.kit.clock import Clock
from exoskull.kit.ids import Ids, SeededIds
from exoskull.llm.model import Feature

_ROW = re.compile(r"^\[([a-z]\d+)\] (.*)$", re.MULTILINE)
_OPTIONS = re.compile(r"Options: (.*)$")
_BUILT_IN = re.compile(r"^Built-in wording: (.*)$", re.MULTILINE)

LEAD_IN = {"pl": "Hej: ", "en": "Hey: "}


def rows(asked: Asked) -> dict[str, str]:
    """The rows that were shown, by their short names."""
    return dict(_ROW.findall(asked.prompt))


def well(asked: Asked) -> Answer:
    """What a good model might say to anything that the loop asks."""
    shown = rows(asked)
    match asked.feature:
        case Feature.SITUATION:
            said = [name for name, row in shown.items() if name[0] == "m" and _is_fresh(row, asked)]
            return {
                "situation": "slipping" if shown else "unclear",
                "evidence": list(shown)[:2],
                "noticed": [] if not said else _sign(said[-1], shown),
            }
        case Feature.OPTIONS:
            found = [(name, _OPTIONS.search(row)) for name, row in shown.items() if name[0] == "s"]
            return {
                "proposed": [
                    {"symptom": name, "option": among[1].split(", ")[-1], "idea": None}
                    for name, among in found
                    if among
                ][:3]
            }
        case Feature.PHRASING:
            built_in = _BUILT_IN.search(asked.prompt)
            assert built_in is not None
            return {"text": _again(built_in[1], asked)}
        case Feature.ACTIONS:
            return {
                "steps": [
                    {"step": name, "rank": n + 1, "title": _title(row)}
                    for n, (name, row) in enumerate(shown.items())
                    if name[0] == "a"
                ]
            }
        case Feature.SUMMARY:
            return {"text": IN_SHORT[asked.language]}
        case _:
            return "{}"


IN_SHORT = {
    "pl": "To był tydzień, w którym sporo się działo i kilka rzeczy poszło do przodu.",
    "en": "It was a week in which quite a lot happened, and some of it went well.",
}


def _is_fresh(row: str, asked: Asked) -> bool:
    """Whether it was said today, or the day before."""
    now = re.search(r"Now: \w+ ([\d-]+)", asked.prompt)
    then = re.search(r"\d{4}-\d\d-\d\d", row)
    assert now is not None
    assert then is not None
    return date.fromisoformat(now[1]) - date.fromisoformat(then[0]) <= timedelta(days=1)


def _sign(said: str, shown: dict[str, str]) -> list[dict[str, Any]]:
    about = next((name for name in shown if name[0] in "gdt"), None)
    if about is None:
        return []
    return [{"theme": "tired", "about": about, "severity": 0.9, "evidence": [said]}]


def _again(built_in: str, asked: Asked) -> str:
    """The same facts in a few words more, or as they are where there is no room."""
    room = re.search(r"At most (\d+) characters", asked.prompt)
    text = LEAD_IN[asked.language] + built_in[:1].lower() + built_in[1:]
    return text if room is None or len(text) <= int(room[1]) else built_in


def _title(row: str) -> str:
    found = re.search(r'"([^"]+)"', row)
    assert found is not None
    return f"{found[1]}, krok po kroku"


@dataclass(slots=True)
class Counting:
    """Makes one way to a scripted model for a world, and keeps it to be counted."""

    answer: Callable[[Asked], Answer] = well
    say: Callable[[Asked], Turn] = lambda _: "Rozumiem."
    made: list[ScriptedModels] = field(default_factory=list)

    def __call__(self, database: Database, clock: Clock, ids: Ids) -> ScriptedModels:
        # Ids of its own: whatever it costs, the world's own ids and draws stay the same.
        made = scripted(database, clock, SeededIds(clock, 9_001), answer=self.answer, say=self.say)
        self.made.append(made)
        return made

    @property
    def asked(self) -> list[Asked]:
        return [one for made in self.made for one in made.asked]

    def count(self, feature: Feature) -> int:
        return sum(one.feature is feature for one in self.asked)
