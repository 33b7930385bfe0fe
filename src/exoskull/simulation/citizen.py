"""A simulated person of our own: a habit, hidden tastes, and a life that goes on without us."""

import math
import random
from datetime import date, datetime, timedelta
from typing import Any

from exoskull.learning import Arm
from exoskull.simulation.tastes import (
    DOSE_OF_ONE,
    Tastes,
    decayed,
    draw_tastes,
    nearest_hour,
)

ZONES = ("Europe/Warsaw", "Europe/Warsaw", "Europe/London", "America/New_York", "Asia/Tokyo")
GOALS = (
    ("Medytować", "Meditate", "meditations", 1),
    ("Spacerować", "Walk", "walks", 1),
    ("Czytać", "Read", "pages_read", 20),
    ("Ćwiczyć", "Work out", "exercise_minutes", 30),
    ("Uczyć się", "Study", "study_hours", 1),
)
REPLIES = {"pl": ("ok", "dzięki", "dobra", "jasne"), "en": ("ok", "thanks", "sure", "will do")}
AWAY_CHANCE = 0.02
TURNS_CHANCE = 1 / 3
TURNS_FROM, TURNS_UNTIL = 25, 50
"""A third of the people change their lives once, on some day between these."""


class Citizen:
    """Does what the goal asks for on some days, more likely after a message that suits.

    One draw a day decides: whoever would have done it anyway does it anyway, and a message moves
    those days on which the draw lies between the two chances. So the chance of a day with a message
    is exactly `tastes.chance`.
    """

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311  a made-up life, no secret
        chance = self._chance
        self.tastes: Tastes = draw_tastes(chance)
        language = chance.choice(("pl", "en"))
        pl, en, self.metric, self.amount = chance.choice(GOALS)
        number = seed % 1_000_000
        self.profile: dict[str, Any] = {
            "tenant": f"citizen-{number}",
            "language": language,
            "timezone": chance.choice(ZONES),
            "email": f"citizen-{number}@example.org",
            "phone": f"+48600{number:06d}",
            "goals": [
                {
                    "title": pl if language == "pl" else en,
                    "metric": self.metric,
                    "target": 7 * self.amount,
                    "period": "week",
                }
            ],
        }
        self._turns_on = (
            chance.randrange(TURNS_FROM, TURNS_UNTIL) if chance.random() < TURNS_CHANCE else None
        )
        self._today: date | None = None
        self._day = 0
        self._draw = 1.0
        self._does_at: datetime | None = None
        self._done = False
        self._away_days = 0
        self._dose = 0.0
        self._dosed_at: datetime | None = None
        self.life: dict[date, Tastes | None] = {}
        """For each day lived, the tastes on it; None on a day away. For whoever judges after."""

    def wake(self, at: datetime) -> list[dict[str, Any]]:
        """A new day is drawn at its first hour; what the day holds is done at its time."""
        if at.date() != self._today:
            self._begin_day(at)
        due = self._does_at
        if due is None or self._done or due >= at + timedelta(hours=1):
            return []
        return [self._do(max(due, at))]

    def receive(self, delivery: dict[str, Any], at: datetime) -> list[dict[str, Any]]:
        """Be moved by it, perhaps; answer it, perhaps."""
        data = delivery["data"]
        moves = data["symptom"] not in ("morning_briefing", "evening_reflection")
        if self._today != at.date():
            self._begin_day(at)
        if self.life[at.date()] is None or not moves:
            return []
        arm = Arm(channel=data["channel"], hour=nearest_hour(at), framing=data["framing"])
        dose = self._dose_at(at)
        self._dose, self._dosed_at = dose + DOSE_OF_ONE, at
        lines = []
        moved = self._draw < self.tastes.chance(arm, weekend=at.weekday() >= 5, dose=dose)
        if not self._done:
            if moved and self._does_at is None:
                lines.append(self._do(self._soon(at, median_minutes=60)))
            elif not moved:
                self._does_at = None
        answers = 1 / (1 + math.exp(0.6 - 1.2 * self.tastes.liking(arm)))
        if self._chance.random() < answers:
            words = self._chance.choice(REPLIES[self.profile["language"]])
            answered_at = self._soon(at, median_minutes=25)
            lines.append({"at": answered_at, "kind": "reply", "to": "last", "text": words})
        return lines

    def _begin_day(self, at: datetime) -> None:
        chance = self._chance
        self._today, self._done, self._does_at = at.date(), False, None
        self._day += 1
        self._draw = chance.random()
        if self._day % 7 == 0:
            self.tastes = self.tastes.drifted(chance)
        if self._day == self._turns_on:
            self.tastes = self.tastes.turned(chance)
        if self._away_days:
            self._away_days -= 1
        elif chance.random() < AWAY_CHANCE:
            self._away_days = chance.randrange(2, 6)
        self.life[at.date()] = None if self._away_days else self.tastes
        anyway = self.tastes.chance(None, weekend=at.weekday() >= 5, dose=0)
        minutes = chance.randrange(17 * 60, 21 * 60 + 30)
        if not self._away_days and self._draw < anyway:
            midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
            self._does_at = midnight + timedelta(minutes=minutes)

    def _do(self, at: datetime) -> dict[str, Any]:
        self._done, self._does_at = True, None
        return {"at": at, "kind": "measure", "metric": self.metric, "value": self.amount}

    def _soon(self, at: datetime, *, median_minutes: float) -> datetime:
        """Minutes to hours after `at`, before the day is over."""
        minutes = self._chance.lognormvariate(math.log(median_minutes), 0.9)
        latest = at.replace(hour=23, minute=58, second=0, microsecond=0)
        return max(at, min(latest, at + timedelta(minutes=max(1.0, minutes))))

    def _dose_at(self, at: datetime) -> float:
        if self._dosed_at is None:
            return 0.0
        return decayed(self._dose, (at - self._dosed_at).total_seconds() / 86_400)
