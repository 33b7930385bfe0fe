"""A person who answers only at 9 by SMS, as `--persons` takes them."""

import random
from datetime import datetime, timedelta
from typing import Any


class Nina:
    """Logs the goal, and says yes, within minutes of an SMS that comes in the hour of 9; else
    nothing, ever."""

    metric, target, period = "meditations", 7, "week"

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.profile: dict[str, Any] = {
            "tenant": "nina",
            "language": "pl",
            "timezone": "Europe/Warsaw",
            "email": "nina@example.org",
            "phone": "+48600123456",
            "goals": [
                {
                    "title": "Medytować",
                    "metric": self.metric,
                    "target": self.target,
                    "period": self.period,
                }
            ],
        }

    def wake(self, at: datetime) -> list[dict[str, Any]]:
        return []

    def receive(self, delivery: dict[str, Any], at: datetime) -> list[dict[str, Any]]:
        if delivery["data"]["channel"] != "sms" or at.hour != 9:
            return []
        soon = at + timedelta(minutes=self.chance.randint(2, 12))
        later = soon + timedelta(minutes=20)
        return [
            {"at": soon.isoformat(), "kind": "reply", "to": "last", "text": "TAK"},
            {"at": later.isoformat(), "kind": "measure", "metric": self.metric, "value": 1},
        ]


class NinaByDay(Nina):
    """The same with a goal by the day."""

    target, period = 1, "day"


class NinaInWords(Nina):
    """Says yes, and never logs anything."""

    def receive(self, delivery: dict[str, Any], at: datetime) -> list[dict[str, Any]]:
        said = super().receive(delivery, at)
        return [line for line in said if line["kind"] == "reply"]
