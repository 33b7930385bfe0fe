"""Needs, the mentions they are heard in, and what a message was taken to be."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Family(StrEnum):
    """What needs are about. OPEN: anything else that a person asked to keep track of."""

    HYDRATION = "hydration"
    SLEEP = "sleep"
    EXERCISE = "exercise"
    MEDICATION = "medication"
    SPENDING = "spending"
    MOOD = "mood"
    WEIGHT = "weight"
    READING = "reading"
    SMOKING = "smoking"
    CAFFEINE = "caffeine"
    ALCOHOL = "alcohol"
    SCREEN_TIME = "screen_time"
    MEALS = "meals"
    STUDY = "study"
    PAIN = "pain"
    CYCLE = "cycle"
    GRATITUDE = "gratitude"
    CLEANING = "cleaning"
    PLANTS = "plants"
    PETS = "pets"
    BLOOD_PRESSURE = "blood_pressure"
    GLUCOSE = "glucose"
    MEDITATION = "meditation"
    FAMILY_CALLS = "family_calls"
    WORK_HOURS = "work_hours"
    SWEETS = "sweets"
    SAVINGS = "savings"
    STEPS = "steps"
    OPEN = "open"


class SpeechAct(StrEnum):
    """What a person does in saying it. The first four are mentions of a need."""

    COMPLAINT = "complaint"
    WISH = "wish"
    REQUEST = "request"
    SKILL = "skill"
    """A request for what a tracker cannot do: remind, compare, sum up, warn."""
    RESOLVED = "resolved"
    REFUSED = "refused"


class Kind(StrEnum):
    """What would meet a need: rows and a chart, or logic."""

    TRACKER = "tracker"
    SKILL = "skill"


class State(StrEnum):
    """OPEN: listened for. RESOLVED, REFUSED: closed by the person; a later mention begins anew.
    BUILT: handed on to be built, once."""

    OPEN = "open"
    RESOLVED = "resolved"
    REFUSED = "refused"
    BUILT = "built"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What one message says of one need.

    `label`: the person's own words for it in an open need, else "". `probability`: that the
    message is a mention (of a resolution or refusal: that it is one), in (0, 1).
    """

    family: Family
    label: str
    act: SpeechAct
    probability: float

    @property
    def need(self) -> str:
        """The need's name: the family, or `open:` and the person's words with dashes."""
        if self.family is not Family.OPEN:
            return self.family.value
        return "open:" + "-".join(self.label.lower().split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One message that spoke of a need. `day`: its local day, ISO 8601."""

    message: str
    at: datetime
    day: str
    act: SpeechAct
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a need stands after some messages. `confidence`: that it will last, in [0, 1)."""

    need: str
    family: Family
    label: str
    kind: Kind
    state: State
    mentions: tuple[Mention, ...] = field(default=())
    confidence: float = 0.0

    @property
    def days(self) -> int:
        """Distinct local days with a mention."""
        return len({mention.day for mention in self.mentions})
