"""Errors as answers: one shape, the right status, the caller's language."""

from collections.abc import Sequence
from typing import Any

import psycopg
import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from exoskull.database.trouble import unavailable
from exoskull.i18n import error_text
from exoskull.kit.errors import (
    Conflict,
    ExoSkullError,
    InvalidInput,
    NotFound,
    Refused,
    Unauthorized,
    Unavailable,
)
from exoskull.web.bodies import BodyTooLarge
from exoskull.web.door import door_of
from exoskull.web.languages import language_of
from exoskull.web.pages import stranger_voice

STATUS: Sequence[tuple[type[ExoSkullError], int]] = (
    (BodyTooLarge, 413),
    (InvalidInput, 422),
    (NotFound, 404),
    (Refused, 403),
    (Unauthorized, 401),
    (Conflict, 409),
    (Unavailable, 503),
)
MACHINE_PATHS = ("/api/", "/hooks/", "/v1/", "/mcp", "/healthz", "/readyz", "/openapi.json")
SIGN_IN = "/login"
NO_SESSION = "session.missing"

log = structlog.get_logger()


class MethodNotAllowed(ExoSkullError):
    """The path is there, but not for this method. HTTP 405."""


def status_of(error: ExoSkullError) -> int:
    """The HTTP status that says what kind of error it is."""
    if isinstance(error, MethodNotAllowed):
        return 405
    return next((status for kind, status in STATUS if isinstance(error, kind)), 500)


def shape(error: ExoSkullError, language: str) -> dict[str, Any]:
    """`{"error": {"key", "message", "field"?}}`."""
    told = {"key": error.key, "message": error_text(error, language)}
    if error.field is not None:
        told["field"] = error.field
    return {"error": told}


async def answer(request: Request, error: Exception) -> Response:
    """The response to `error`: JSON for programs; a page, or a piece of one, for people."""
    known = as_known(error, request)
    status = status_of(known)
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    allowed = getattr(error, "headers", None) or {}
    headers |= {name: value for name, value in allowed.items() if name.lower() == "allow"}
    if not _is_page(request):
        return JSONResponse(shape(known, language_of(request)), status, headers)
    if request.headers.get("hx-request") == "true":
        return _piece(request, known, status)
    if known.key == NO_SESSION and request.method == "GET":
        return RedirectResponse(SIGN_IN, 303)
    return _page(request, known, status)


def as_known(error: Exception, request: Request) -> ExoSkullError:
    """`error` as one of ours; what nobody foresaw becomes `unexpected`."""
    match error:
        case ExoSkullError():
            return error
        case RequestValidationError():
            return of_validation(error.errors()[0])
        case HTTPException():
            return _of_http(error, request)
        case psycopg.OperationalError():
            return unavailable(error)
        case _:
            return ExoSkullError("unexpected", detail=type(error).__name__)


def of_validation(problem: dict[str, Any]) -> InvalidInput:
    """The first thing that pydantic found, as an error of ours."""
    kind, place = str(problem["type"]), [str(part) for part in problem["loc"]]
    if kind == "json_invalid" or place == ["body"]:
        return InvalidInput("body.malformed")
    field = ".".join(place[1:]) or place[0]
    if kind in ("missing", "extra_forbidden"):
        return InvalidInput(f"input.{kind}", field=field)
    if kind in ("timezone_aware", "timezone_naive"):
        return InvalidInput("input.naive_instant", field=field)
    context = problem.get("ctx", {})
    if kind.startswith(("greater_than", "less_than")):
        return InvalidInput("input.out_of_range", field=field, limit=next(iter(context.values())))
    if kind == "string_too_long":
        return InvalidInput("input.too_long", field=field, limit=context["max_length"])
    return InvalidInput("input.wrong_type", field=field, expected=kind.split("_")[0])


def install(app: FastAPI) -> None:
    """Have `app` answer every error so."""

    async def foreseen(request: Request, error: Exception) -> Response:
        return await answer(request, error)

    async def unforeseen(request: Request, error: Exception) -> Response:
        log.error("web.failed", path=request.url.path, error=repr(error))
        return await answer(request, error)

    for kind in (ExoSkullError, RequestValidationError, HTTPException, psycopg.OperationalError):
        app.add_exception_handler(kind, foreseen)
    app.add_exception_handler(Exception, unforeseen)


def _of_http(error: HTTPException, request: Request) -> ExoSkullError:
    if isinstance(error.__cause__, BodyTooLarge):
        return error.__cause__
    match error.status_code:
        case 404:
            return NotFound("route.not_found", path=request.url.path[:100])
        case 405:
            return MethodNotAllowed("method.not_allowed", method=request.method)
        case 400:
            return InvalidInput("body.malformed")
        case _:
            return ExoSkullError("unexpected", detail=error.detail)


def _is_page(request: Request) -> bool:
    return not request.url.path.startswith(MACHINE_PATHS)


def _page(request: Request, error: ExoSkullError, status: int) -> Response:
    door = door_of(request)
    voice = stranger_voice(request, door.clock.now())
    return door.pages.response(
        "web/error.html", voice, status_code=status, message=error_text(error, voice.language)
    )


def _piece(request: Request, error: ExoSkullError, status: int) -> Response:
    """A notice that htmx puts where the page has a place for them."""
    if error.key == NO_SESSION:
        return Response(status_code=401, headers={"HX-Redirect": SIGN_IN})
    door = door_of(request)
    voice = stranger_voice(request, door.clock.now())
    html = door.pages.render("web/alert.html", voice, message=error_text(error, voice.language))
    return HTMLResponse(html, status, {"HX-Retarget": "#alerts", "HX-Reswap": "innerHTML"})
