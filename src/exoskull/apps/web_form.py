"""The form of an app: its fields as they are shown, and what comes back of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from exoskull.apps.model import App, AppSpec, Column, ColumnType, Rule
from exoskull.apps.values import InvalidEntry, parse_entry
from exoskull.apps.web_words import entry_text, plain_number
from exoskull.apps.wording import unit_text
from exoskull.i18n import error_text
from exoskull.kit.errors import InvalidInput
from exoskull.tenants.model import Tenant

PREFIX = "v."
"""What the names of fields begin with; what is left is the column's name."""

RADIOS_MAX = 8
"""Options up to which a choice shows all of them side by side."""

STEPS = {"kg": 0.1, "lb": 0.2, "h": 0.5, "min": 5, "km": 0.5, "ml": 50, "kcal": 50, "step": 500}
"""What one press of plus adds, by unit; 1 for any other, nothing for money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field. `kind`: which control it is; `value` as the control has it; `step`: what a press
    of plus adds, None for no such buttons; `error`: what is wrong with the value."""

    column: Column
    name: str
    id: str
    kind: str
    value: str
    unit: str | None
    step: float | None
    options: tuple[str, ...]
    error: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The fields, the moment (a local one, "" for now) and what is wrong with all of it. `extra`:
    whether the moment is shown opened."""

    fields: Sequence[Field]
    moment: str
    moment_error: str | None
    error: str | None

    @property
    def extra(self) -> bool:
        return bool(self.moment or self.moment_error)


def form_of_app(
    app: App,
    language: str,
    *,
    given: Mapping[str, str] | None = None,
    cells: Mapping[str, Any] | None = None,
    moment: str = "",
    problems: Sequence[InvalidInput] = (),
) -> Form:
    """The form with what was `given`, else with the values of an entry (`cells`), else with
    defaults.

    Args:
        problems: what was wrong with what was given, each beside its field.
    """
    known = {column.name for column in app.spec.shown} | {"at"}
    wrong = {str(one.field): error_text(one, language) for one in problems}
    return Form(
        fields=[
            _field(
                column,
                language,
                value=_value(app.spec, column, language, given, cells),
                error=wrong.get(column.name),
            )
            for column in app.spec.shown
        ],
        moment=moment,
        moment_error=wrong.get("at"),
        error=next((said for name, said in wrong.items() if name not in known), None),
    )


def _value(
    spec: AppSpec,
    column: Column,
    language: str,
    given: Mapping[str, str] | None,
    cells: Mapping[str, Any] | None,
) -> str:
    if given is not None:
        return given.get(column.name, "")
    value = column.default if cells is None else cells.get(column.key)
    return _as_field(column, value, language)


def _as_field(column: Column, value: Any, language: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if column.type is ColumnType.RATING:
        return str(int(value))
    return plain_number(value, language) if column.is_number else str(value)


def _field(column: Column, language: str, *, value: str, error: str | None) -> Field:
    kind, options = _control(column)
    return Field(
        column=column,
        name=PREFIX + column.name,
        id=f"field-{column.name}",
        kind=kind,
        value=value,
        unit="min" if column.type is ColumnType.DURATION else unit_text(column, language),
        step=_step(column),
        options=options,
        error=error,
    )


def _control(column: Column) -> tuple[str, tuple[str, ...]]:
    match column.type:
        case ColumnType.RATING if column.low is not None and column.high is not None:
            marks = tuple(str(mark) for mark in range(int(column.low), int(column.high) + 1))
            return ("radios", marks) if len(marks) <= 11 else ("number", ())
        case ColumnType.CHOICE:
            few = len(column.options) <= RADIOS_MAX
            return "radios" if few else "select", column.options
        case ColumnType.BOOLEAN | ColumnType.TEXT | ColumnType.DATE | ColumnType.TIME:
            return column.type.value, ()
        case _:
            return "number", ()


def _step(column: Column) -> float | None:
    if column.type in (ColumnType.MONEY, ColumnType.RATING) or not column.is_number:
        return None
    if isinstance(column.default, int | float) and column.default > 0:
        return column.default
    return STEPS.get(column.unit, 1)


def values_given(spec: AppSpec, form: Mapping[str, str]) -> dict[str, str]:
    """What a form says, by column name; a field that is not there is empty."""
    return {column.name: form.get(PREFIX + column.name, "").strip() for column in spec.shown}


def moment_given(form: Mapping[str, str], tenant: Tenant, otherwise: datetime) -> datetime:
    """When it was: the person's local time in the field, or `otherwise`.

    Raises:
        InvalidInput: `field.not_instant`.
    """
    written = form.get("at", "").strip()
    if not written:
        return otherwise
    try:
        moment = datetime.fromisoformat(written)
    except ValueError as error:
        raise InvalidInput("field.not_instant", field="at", value=written[:40]) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=tenant.zone)


def one_tap(app: App) -> dict[str, Any] | None:
    """The cells of an entry of nothing but defaults; None where the form wants to be filled in."""
    try:
        return parse_entry(app.spec, {})
    except InvalidEntry:
        return None


def again(app: App, cells: Mapping[str, Any], today: date) -> dict[str, Any]:
    """The values of "the same as last time": those of the last entry, dates moved to today."""
    return {
        column.name: today.isoformat() if column.type is ColumnType.DATE else cells[column.key]
        for column in app.spec.shown
        if cells.get(column.key) is not None
    }


def again_text(app: App, cells: Mapping[str, Any], language: str) -> str:
    """What "the same as last time" would add, in a few words."""
    said = entry_text(app.spec, cells, language)
    return said if len(said) <= 60 else said[:57].rstrip(" ,") + "…"


def carries_over(app: App) -> bool:
    """Whether the last value is a good place to start from: a level, such as weight."""
    return app.spec.measured.rule is Rule.LAST
