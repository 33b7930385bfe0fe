"""The catalogue: one well-made definition for each family of needs, in no language.

Names, labels and options are texts (`app-<family>`, `app-column-<label>`, `app-option-<word>`);
`build.py` makes a definition of a row, in the person's language and units.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from exoskull.apps.model import ColumnType as T
from exoskull.apps.model import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column of the catalogue; `label` is its text's key. `start`: its default."""

    label: str
    type: T
    unit: str = ""
    low: float | None = None
    high: float | None = None
    options: tuple[str, ...] = ()
    required: bool = False
    start: float | bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A family. `metrics`: metric, the label of its column ("" for: each entry counts as one) and
    how many of the metric's units one of the column's is. `shows`: the label that charts show, ""
    to count entries."""

    fields: tuple[Field, ...]
    metrics: tuple[tuple[str, str, float], ...] = ()
    shows: str = ""
    rule: Rule = Rule.SUM
    widget: str = "day"
    reminder: str | None = None


def _number(
    label: str, unit: str, high: float, *, low: float = 0, start: float | None = None
) -> Field:
    return Field(label=label, type=T.NUMBER, unit=unit, low=low, high=high, start=start)


def _whole(
    label: str, unit: str, high: float, *, low: float = 0, start: float | None = None
) -> Field:
    return Field(label=label, type=T.INTEGER, unit=unit, low=low, high=high, start=start)


def _must(field: Field) -> Field:
    return Field(
        label=field.label,
        type=field.type,
        unit=field.unit,
        low=field.low,
        high=field.high,
        options=field.options,
        required=True,
        start=field.start,
    )


def _rating(label: str, *, low: int = 0) -> Field:
    return Field(label=label, type=T.RATING, unit="/10", low=low, high=10)


def _choice(label: str, options: str) -> Field:
    return Field(label=label, type=T.CHOICE, options=tuple(options.split()))


def _text(label: str) -> Field:
    return Field(label=label, type=T.TEXT)


def _yes(label: str) -> Field:
    return Field(label=label, type=T.BOOLEAN, start=True)


NOTE = _text("note")
MINUTES = Field(label="minutes", type=T.DURATION, unit="min", low=0, high=1440)
KM = _number("distance", "km", 1000)


def _sport(prefix: str, session: str, most_km: float) -> Row:
    return Row(
        fields=(_number("distance", "km", most_km), MINUTES, _rating("effort", low=1), NOTE),
        metrics=(
            (session, "", 1.0),
            (f"{prefix}_km", "distance", 1.0),
            (f"{prefix}_minutes", "minutes", 1.0),
        ),
        shows="distance",
        widget="week",
    )


def _score(metric: str, label: str, *more: Field, reminder: str | None = None) -> Row:
    return Row(
        fields=(_must(_rating(label)), *more, NOTE),
        metrics=((metric, label, 1.0),),
        shows=label,
        rule=Rule.MEAN,
        reminder=reminder,
    )


def _counted(metric: str | None, label: str, unit: str, high: float, *more: Field) -> Row:
    return Row(
        fields=(_must(_number(label, unit, high, start=1)), *more),
        metrics=((metric, label, 1.0),) if metric else (),
        shows=label,
    )


def _hours(metric: str, high: float, *more: Field) -> Row:
    return Row(
        fields=(_must(_number("hours", "h", high)), *more),
        metrics=((metric, "hours", 1.0),),
        shows="hours",
    )


def _times(*fields: Field, reminder: str | None = None, widget: str = "week") -> Row:
    return Row(fields=fields, rule=Rule.COUNT, widget=widget, reminder=reminder)


_SPENT = "food home transport health clothes fun bills other"

CATALOGUE: Mapping[str, Row] = MappingProxyType(
    {
        "hydration": _counted("water_glasses", "amount", "glass", 60),
        "sleep": Row(
            fields=(_must(_number("hours", "h", 24)), _rating("quality", low=1), NOTE),
            metrics=(("sleep_hours", "hours", 1.0),),
            shows="hours",
            reminder="08:30",
        ),
        "naps": Row(
            fields=(_must(MINUTES),),
            metrics=(("nap_minutes", "minutes", 1.0),),
            shows="minutes",
        ),
        "exercise": Row(
            fields=(
                _choice("kind", "strength running yoga swimming cycling walking dance other"),
                MINUTES,
                _rating("effort", low=1),
                NOTE,
            ),
            metrics=(("workouts", "", 1.0), ("exercise_minutes", "minutes", 1.0)),
            shows="minutes",
            widget="week",
        ),
        "running": _sport("run", "runs", 300),
        "walking": _sport("walk", "walks", 150),
        "cycling": _sport("cycling", "rides", 800),
        "swimming": _sport("swim", "swims", 60),
        "steps": Row(
            fields=(_must(_whole("steps", "step", 200000)),),
            metrics=(("steps", "steps", 1.0),),
            shows="steps",
        ),
        "medication": Row(
            fields=(_must(_number("doses", "dose", 60, start=1)), _text("medicine"), NOTE),
            metrics=(("medication", "doses", 1.0),),
            shows="doses",
            reminder="08:00",
        ),
        "supplements": _counted(None, "doses", "dose", 60, _text("supplement")),
        "spending": Row(
            fields=(
                Field(label="sum", type=T.MONEY, unit="PLN", low=0, high=1e9, required=True),
                _choice("category", _SPENT),
                NOTE,
            ),
            metrics=(("spending_pln", "sum", 1.0),),
            shows="sum",
            widget="week",
            reminder="20:00",
        ),
        "savings": Row(
            fields=(
                Field(label="sum", type=T.MONEY, unit="PLN", low=0, high=1e9, required=True),
                NOTE,
            ),
            metrics=(("savings_pln", "sum", 1.0),),
            shows="sum",
            widget="week",
        ),
        "mood": _score(
            "mood",
            "mood",
            _choice("cause", "work family friends health rest other"),
            reminder="20:00",
        ),
        "stress": _score("stress", "level"),
        "energy": _score("energy", "level"),
        "weight": Row(
            fields=(_must(_number("weight", "kg", 400, low=20)),),
            metrics=(("weight_kg", "weight", 1.0),),
            shows="weight",
            rule=Rule.LAST,
            widget="week",
            reminder="07:30",
        ),
        "reading": Row(
            fields=(_whole("pages", "page", 3000), MINUTES, _text("title")),
            metrics=(("pages_read", "pages", 1.0), ("reading_minutes", "minutes", 1.0)),
            shows="pages",
        ),
        "smoking": _counted(
            "cigarettes",
            "cigarettes",
            "cigarette",
            200,
            _choice("cause", "stress habit company coffee boredom other"),
        ),
        "caffeine": _counted(
            "coffee_cups", "cups", "cup", 30, _choice("kind", "coffee espresso tea energy other")
        ),
        "alcohol": _counted(
            "alcohol_drinks", "drinks", "drink", 50, _choice("kind", "beer wine spirits other")
        ),
        "screen_time": _hours(
            "screen_hours", 24, _choice("kind", "phone computer tv games other"), NOTE
        ),
        "meals": Row(
            fields=(
                _choice("meal", "breakfast lunch dinner supper snack"),
                _text("food"),
                _number("calories", "kcal", 15000),
            ),
            metrics=(("meals", "", 1.0), ("calories_kcal", "calories", 1.0)),
            rule=Rule.COUNT,
        ),
        "fruit_vegetables": Row(
            fields=(_whole("fruit", "portion", 50), _whole("vegetables", "portion", 50)),
            metrics=(("fruit_portions", "fruit", 1.0), ("vegetable_portions", "vegetables", 1.0)),
            shows="vegetables",
        ),
        "sweets": _counted("sweets", "portions", "portion", 100, NOTE),
        "study": _hours("study_hours", 24, _text("subject"), NOTE),
        "languages": Row(
            fields=(_must(MINUTES), _whole("words", "", 1000), NOTE),
            shows="minutes",
        ),
        "practice": Row(fields=(_must(MINUTES), _text("subject"), NOTE), shows="minutes"),
        "pain": _score("pain", "intensity", _text("place"), _choice("relief", "none some full")),
        "headache": Row(
            fields=(
                _must(_rating("intensity", low=1)),
                _number("hours", "h", 72),
                _choice("cause", "weather stress sleep food screen other"),
                NOTE,
            ),
            shows="intensity",
            rule=Rule.MEAN,
            widget="week",
        ),
        "cycle": _times(
            Field(
                label="flow",
                type=T.CHOICE,
                options=("none", "light", "medium", "heavy"),
                required=True,
            ),
            _rating("pain"),
            NOTE,
        ),
        "gratitude": _times(
            Field(label="grateful", type=T.TEXT, required=True), reminder="20:30", widget="day"
        ),
        "journal": _times(
            Field(label="note", type=T.TEXT, required=True),
            _rating("mood"),
            reminder="20:30",
            widget="day",
        ),
        "cleaning": Row(
            fields=(
                _choice("room", "kitchen bathroom bedroom living_room hall all"),
                MINUTES,
                NOTE,
            ),
            shows="minutes",
            widget="week",
        ),
        "plants": _times(_text("plant"), _choice("deed", "watering feeding repotting"), NOTE),
        "pets": _times(_choice("deed", "food walk play vet litter other"), _text("pet"), NOTE),
        "blood_pressure": Row(
            fields=(
                _must(_whole("systolic", "mmHg", 260, low=60)),
                _must(_whole("diastolic", "mmHg", 180, low=30)),
                _whole("pulse", "bpm", 240, low=25),
                NOTE,
            ),
            metrics=(
                ("bp_systolic", "systolic", 1.0),
                ("bp_diastolic", "diastolic", 1.0),
                ("heart_rate_bpm", "pulse", 1.0),
            ),
            shows="systolic",
            rule=Rule.MEAN,
            reminder="08:00",
        ),
        "heart_rate": Row(
            fields=(_must(_whole("pulse", "bpm", 240, low=25)), NOTE),
            metrics=(("heart_rate_bpm", "pulse", 1.0),),
            shows="pulse",
            rule=Rule.MEAN,
        ),
        "glucose": Row(
            fields=(
                _must(_number("glucose", "mg/dl", 700, low=20)),
                _choice("moment", "fasting before_meal after_meal night"),
                NOTE,
            ),
            metrics=(("glucose_mg_dl", "glucose", 1.0),),
            shows="glucose",
            rule=Rule.MEAN,
        ),
        "temperature": Row(
            fields=(_must(_number("temperature", "°C", 43, low=33)), NOTE),
            metrics=(("temperature_c", "temperature", 1.0),),
            shows="temperature",
            rule=Rule.LAST,
        ),
        "meditation": Row(
            fields=(_must(MINUTES), _rating("calm"), NOTE),
            metrics=(("meditations", "", 1.0), ("meditation_minutes", "minutes", 1.0)),
            shows="minutes",
        ),
        "prayer": Row(fields=(MINUTES, NOTE), rule=Rule.COUNT),
        "calls_to_family": _times(_text("whom"), MINUTES, NOTE),
        "work_hours": _hours("work_hours", 24, _text("project"), NOTE),
        "skincare": _times(_yes("morning_care"), _yes("evening_care"), NOTE, widget="day"),
        "habit": _times(_yes("done"), NOTE, widget="day"),
    }
)
