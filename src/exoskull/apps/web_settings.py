"""The settings of an app: its name, its reminder, its columns; putting it away or deleting it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exoskull.apps import life, service
from exoskull.apps.build import CURRENCIES
from exoskull.apps.model import App, AppState, ColumnType
from exoskull.apps.parse import parse_spec, spec_json
from exoskull.i18n import error_text
from exoskull.kit.errors import InvalidInput
from exoskull.tenants.visit import PageVisit, Visit
from exoskull.web.bodies import form_of

router = APIRouter(include_in_schema=False)

Part = Literal["name", "reminder", "columns", "column"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """What is wrong with one part of the settings."""

    part: str
    message: str


@router.get("/apps/{app}/settings")
async def settings(visit: PageVisit, app: str) -> Response:
    """The page."""
    return _page(visit, await service.named(visit.tx, app))


def _page(visit: Visit, app: App, wrong: Wrong | None = None) -> Response:
    return visit.door.pages.response(
        "apps/settings.html",
        visit.voice,
        status_code=422 if wrong else 200,
        app=app,
        spec=app.spec,
        types=[one.value for one in ColumnType],
        works=app.state is AppState.ACTIVE,
        wrong=wrong,
    )


@router.post("/apps/{app}/settings/{part}")
async def change(request: Request, visit: PageVisit, app: str, part: Part) -> Response:
    """Change one part; what was entered stays."""
    found = await service.named(visit.tx, app)
    given = await form_of(request)
    try:
        spec = parse_spec(_changed(found, part, given, visit.language), slug=found.slug)
    except InvalidInput as error:
        wrong = Wrong(part=part, message=error_text(error, visit.language))
        return _page(visit, found, wrong)
    if spec != found.spec:
        await life.change(
            visit.tx, found.id, spec, at=visit.at, ids=visit.ids, by="web", what="by_person"
        )
    return RedirectResponse(f"/apps/{found.slug}?said=changed", 303)


def _changed(app: App, part: Part, given: Mapping[str, str], language: str) -> dict[str, Any]:
    """The definition as JSON, with one part of it as the form says."""
    spec = spec_json(app.spec)
    match part:
        case "name":
            spec["name"] = given.get("name", "").strip()
        case "reminder":
            spec["reminds"] = given.get("reminds") == "true"
            spec["reminder"] = given.get("reminder", "").strip() or None
            if spec["reminds"] and spec["reminder"] is None:
                raise InvalidInput("entry.not_time", field="reminder")
        case "columns":
            spec["columns"] = [_column(column, given) for column in spec["columns"]]
        case "column":
            spec["columns"] = [*spec["columns"], _added(given, language)]
    return spec


def _column(column: Mapping[str, Any], given: Mapping[str, str]) -> dict[str, Any]:
    key = column["key"]
    changed = dict(column)
    changed["label"] = given.get(f"label.{key}", column["label"]).strip()
    if f"shown.{key}" in given:
        changed["hidden"] = given[f"shown.{key}"] != "true"
    if f"options.{key}" in given:
        changed["options"] = _lines(given[f"options.{key}"])
    return changed


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _added(given: Mapping[str, str], language: str) -> dict[str, Any]:
    kind, unit = given.get("type", ""), given.get("unit", "").strip()
    added: dict[str, Any] = {"label": given.get("label", "").strip(), "type": kind}
    match kind:
        case ColumnType.RATING.value:
            added |= {"low": 1, "high": 10, "unit": "/10"}
        case ColumnType.CHOICE.value:
            added["options"] = _lines(given.get("options", ""))
        case ColumnType.MONEY.value:
            added["unit"] = unit.upper() or CURRENCIES[language]
        case ColumnType.NUMBER.value | ColumnType.INTEGER.value:
            added["unit"] = unit
    return added
