"""The person that `up --demo` shows: 30 days of an ordinary life, lived with the whole system."""

import random
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

DAYS = 30

_GOALS: Mapping[str, tuple[tuple[str, str, float, dict[str, Any]], ...]] = {
    "pl": (
        ("Biegać", "runs", 3, {"period": "week"}),
        ("Spać siedem godzin", "sleep_hours", 7, {"period": "day"}),
        ("Przeczytać 600 stron", "pages_read", 600, {"direction": "reach", "baseline": 0}),
    ),
    "en": (
        ("Run", "runs", 3, {"period": "week"}),
        ("Sleep seven hours", "sleep_hours", 7, {"period": "day"}),
        ("Read 600 pages", "pages_read", 600, {"direction": "reach", "baseline": 0}),
    ),
}

_SAID: Mapping[str, Mapping[int, tuple[int, str]]] = {
    "pl": {
        2: (12, "Znowu zapomniałam pić wodę"),
        4: (17, "Cały dzień bez wody, boli mnie głowa"),
        5: (13, "Przypomnij mi jutro o 18 zadzwonić do mamy"),
        6: (15, "Ciągle zapominam o piciu wody, chcę to śledzić"),
        8: (18, "Wydałam 84 zł na zakupy"),
        11: (19, "zrób mi tracker wydatków"),
        12: (9, "Dlaczego do mnie napisałeś?"),
        13: (20, "Ile wydałam w tym tygodniu w porównaniu z poprzednim?"),
        15: (19, "Ile wydałam w tym tygodniu, a ile w poprzednim?"),
        16: (21, "Wydałam 42 zł na obiad"),
        18: (20, "Czy wydałam więcej niż w zeszłym tygodniu?"),
        19: (20, "Jak mi idzie bieganie?"),
        22: (20, "Ile wydałam w tym tygodniu w porównaniu z poprzednim?"),
        28: (19, "Chciałabym, żeby coś mnie ostrzegało, gdy nie biegam 3 dni"),
        29: (20, "Niech coś mi przypomina, gdy nie biegam od trzech dni"),
        30: (19, "Chciałabym, żeby coś mnie ostrzegało, gdy nie biegam trzy dni"),
    },
    "en": {
        2: (12, "I forgot to drink water again"),
        4: (17, "A whole day without water, my head hurts"),
        5: (13, "Remind me tomorrow at 18:00 to call my mother"),
        6: (15, "I keep forgetting to drink water, I want to track it"),
        8: (18, "I spent 84 zł on groceries"),
        11: (19, "make me an expense tracker"),
        12: (9, "Why did you write to me?"),
        13: (20, "How much did I spend this week compared to last week?"),
        15: (19, "How much did I spend this week versus last week?"),
        16: (21, "I spent 42 zł on lunch"),
        18: (20, "Did I spend more than last week?"),
        19: (20, "How is my running going?"),
        22: (20, "How much did I spend this week compared to last week?"),
        28: (19, "I wish something warned me when I have not run for 3 days"),
        29: (20, "I want something that nudges me when I have not run for three days"),
        30: (19, "I wish something warned me when I have not run for three days"),
    },
}
"""What is said on which day, from 1, and at which hour."""

_ANSWERS = {"pl": ("TAK", "dzięki", "ok"), "en": ("YES", "thanks", "ok")}


class DemoPerson:
    """Sleeps less on Sundays, runs more readily after an SMS in the morning, reads in the evening,
    says now and then what is on the mind, and agrees to half of what is asked.

    Args:
        seed: of the small things that differ from day to day.
        language: `pl` or `en`.
        begin: aware; the first day of this life.
    """

    def __init__(self, seed: int, *, language: str, timezone: str, begin: datetime) -> None:
        self._chance = random.Random(seed)  # noqa: S311  a made-up life, no secret
        self._language = language
        self._begin = begin
        self._ran_on: set[date] = set()
        self.profile: dict[str, Any] = {
            "at": begin,
            "tenant": "Ola" if language == "pl" else "Ada",
            "language": language,
            "timezone": timezone,
            "email": "demo@example.org",
            "phone": "+48500100200",
            "goals": [
                {"title": title, "metric": metric, "target": target, **rest}
                for title, metric, target, rest in _GOALS[language]
            ],
        }

    def wake(self, at: datetime) -> list[dict[str, Any]]:
        """The hour's doings."""
        day = (at.date() - self._begin.astimezone(at.tzinfo).date()).days + 1
        lines: list[dict[str, Any]] = []
        chance = self._chance.random()
        if at.hour == 7:
            slept = 6.1 if at.weekday() == 0 else 7.0
            slept = round(slept + self._chance.uniform(-0.6, 0.7), 1)
            lines.append(self._measure(at, "sleep_hours", slept))
        if at.hour == 18 and chance < (0.45 if at.weekday() >= 5 else 0.22):
            lines.append(self._run(at))
        if at.hour == 21 and chance < 0.75:
            lines.append(self._measure(at, "pages_read", float(self._chance.randrange(8, 32))))
        if at.hour == 22 and chance < 0.5:
            lines.append(self._measure(at, "mood", float(self._chance.randrange(5, 9))))
        if at.hour in (10, 14, 17) and day > 7 and chance < 0.6:
            lines.append(self._measure(at, "water_glasses", float(self._chance.randrange(1, 4))))
        said = _SAID[self._language].get(day)
        if said is not None and said[0] == at.hour:
            lines.append(
                {"at": at + timedelta(minutes=12), "kind": "message", "channel": "web"}
                | {"text": said[1]}
            )
        if said is not None and day == 11 and at.hour == said[0] + 1:
            yes = _ANSWERS[self._language][0]
            lines.append({"at": at, "kind": "message", "channel": "web", "text": yes})
        if at.hour == 9 and day <= DAYS:  # what is asked on the last morning still waits
            lines.append({"at": at, "kind": "approve", "what": "oldest", "decision": "yes"})
        if at.hour == 19 and chance < 0.4:
            lines.append({"at": at, "kind": "task_done", "which": "all-today"})
        end = self._begin + timedelta(days=DAYS)
        if at + timedelta(hours=1) >= end:  # nothing of a made-up person's is to leave for real
            lines.append({"at": at, "kind": "settings", "channels": ["in_app"]})
        return [line for line in lines if line["at"] < end]

    def receive(self, delivery: dict[str, Any], at: datetime) -> list[dict[str, Any]]:
        """An SMS about running often sends this person out; some messages are answered."""
        data = delivery["data"]
        lines: list[dict[str, Any]] = []
        good = data["channel"] == "sms" and at.hour < 12
        moved = data.get("symptom", "").startswith("goal") and self._chance.random() < (
            0.75 if good else 0.25
        )
        if moved and at.date() not in self._ran_on and at.hour < 20:
            lines.append(self._run(at + timedelta(minutes=70)))
        if self._chance.random() < (0.7 if good else 0.2):
            words = self._chance.choice(_ANSWERS[self._language][1:])
            answer = {"at": at + timedelta(minutes=9), "kind": "reply", "to": "last"}
            lines.append(answer | {"text": words})
        return lines

    def _run(self, at: datetime) -> dict[str, Any]:
        self._ran_on.add(at.date())
        return self._measure(at, "runs", 1.0)

    def _measure(self, at: datetime, metric: str, value: float) -> dict[str, Any]:
        late = timedelta(minutes=self._chance.randrange(1, 55))
        return {"at": at + late, "kind": "measure", "metric": metric, "value": value}
