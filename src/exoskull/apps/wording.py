"""What is said of an app: its fields, the notice of it, the question about it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from exoskull.apps.families import CUSTOM
from exoskull.apps.model import App, AppSpec, Column, ColumnType
from exoskull.i18n import listing, measure, text

_QUOTES = {"pl": "„{}”", "en": '"{}"'}
_PLAIN = frozenset({"", "/10", "min"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message about an app."""

    subject: str
    text: str
    reason: str


def names(spec: AppSpec, language: str) -> dict[str, str]:
    """The app's name as texts need it: `name`; `of`, beside the word tracker; `about`, behind
    "you mention". What is not of the catalogue stands in quotation marks."""
    family = spec.family
    if family == CUSTOM or spec.name != text(language, f"app-{family}"):
        quoted = _QUOTES[language].format(spec.name)
        return {"name": spec.name, "of": quoted, "about": _about(quoted, language)}
    return {
        "name": spec.name,
        "of": text(language, f"app-of-{family}"),
        "about": text(language, f"app-about-{family}"),
    }


def _about(quoted: str, language: str) -> str:
    return f"temat {quoted}" if language == "pl" else quoted


def fields_text(columns: Iterable[Column], language: str) -> str:
    """The fields in one line: "ilość (szklanki), notatka"."""
    return listing([field_text(column, language) for column in columns], language)


def field_text(column: Column, language: str) -> str:
    """One field with its unit, in words."""
    label = column.label[:1].lower() + column.label[1:]
    return text(language, "app-field", label=label, unit=unit_text(column, language))


def unit_text(column: Column, language: str, value: float = 5) -> str | None:
    """The unit's name beside `value`: "szklanek", "zł"; None for none."""
    if column.unit in _PLAIN or column.type is ColumnType.RATING:
        return None
    shown = measure("", value, language, unit=column.unit)
    words = shown.lstrip("0123456789,.\u202f ").strip()
    return words or None


def activated_text(app: App, language: str) -> Said:
    """The notice that an app is at work."""
    said = names(app.spec, language)
    return Said(
        subject=text(language, "app-notice-activated-subject", name=said["name"]),
        text=text(language, "app-notice-activated", mentions=app.mentions, **said),
        reason=text(language, "app-notice-reason", mentions=app.mentions, **said),
    )


def question_text(app: App, code: str, language: str, *, why: str) -> Said:
    """The question whether to make an app, with the code that answers it."""
    said = names(app.spec, language)
    return Said(
        subject=text(language, "app-ask-subject", name=said["name"]),
        text=text(
            language,
            "app-ask",
            mentions=app.mentions,
            columns=fields_text(app.spec.shown, language),
            code=code,
            why=why,
            **said,
        ),
        reason=text(language, "app-notice-reason", mentions=app.mentions, **said),
    )
