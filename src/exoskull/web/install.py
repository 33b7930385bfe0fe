"""What makes the pages an app of the person's device: manifest, service worker, offline page."""

import hashlib
import json
from importlib.resources import files

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from exoskull.i18n import LANGUAGES, text
from exoskull.web.door import door_of
from exoskull.web.languages import language_of
from exoskull.web.pages import stranger_voice

router = APIRouter(include_in_schema=False)

OFFLINE = "/offline"
SPOKEN = f"{OFFLINE}/language"
"""Under which the worker keeps the language that the pages speak."""
KEPT = (
    "basecoat.min.css",
    "app.css",
    "pages.css",
    "app.js",
    "connection.js",
    "htmx.min.js",
    "hx-sse.min.js",
    "favicon.svg",
    "icons.svg",
    "icon-192.png",
)
"""The files that every page is made with."""


@router.get("/manifest.webmanifest")
async def manifest(request: Request) -> Response:
    """The installable app, in the page's language."""
    language, asset = language_of(request), door_of(request).pages.asset
    return JSONResponse(
        {
            "id": "/",
            "name": "ExoSkull",
            "short_name": "ExoSkull",
            "description": text(language, "web-app-about"),
            "lang": language,
            "start_url": "/",
            "scope": "/",
            "display": "standalone",
            "background_color": "#f6f7f6",
            "theme_color": "#0f766e",
            "icons": [
                {"src": asset("icon-192.png"), "sizes": "192x192", "type": "image/png"},
                {"src": asset("icon-512.png"), "sizes": "512x512", "type": "image/png"},
                {
                    "src": asset("icon-maskable.png"),
                    "sizes": "512x512",
                    "type": "image/png",
                    "purpose": "maskable",
                },
                {"src": asset("favicon.svg"), "sizes": "any", "type": "image/svg+xml"},
            ],
            "shortcuts": [
                {"name": text(language, f"web-nav-{place.name}"), "url": place.path}
                for place in door_of(request).pages.navigation.bar
            ],
        },
        media_type="application/manifest+json",
        headers={"Cache-Control": "no-cache"},
    )


@router.get("/sw.js")
async def worker(request: Request) -> Response:
    """The service worker, one for every language; it changes with any file that it keeps."""
    asset = door_of(request).pages.asset
    offline = {language: f"{OFFLINE}?language={language}" for language in LANGUAGES}
    kept = [*offline.values(), *(asset(name) for name in KEPT)]
    code = files("exoskull.web").joinpath("worker.js").read_text(encoding="utf-8")
    digest = hashlib.sha256("\n".join([code, *kept]).encode()).hexdigest()[:12]
    begin = (
        f"const CACHE = {json.dumps('exoskull-' + digest)};\n"
        f"const OFFLINE = {json.dumps(offline)};\n"
        f"const SPOKEN = {json.dumps(SPOKEN)};\n"
        f"const SHELL = {json.dumps(kept)};\n"
    )
    return Response(
        begin + code, media_type="text/javascript", headers={"Cache-Control": "no-cache"}
    )


@router.get(OFFLINE)
async def offline(request: Request) -> Response:
    """What is shown where nothing can be reached."""
    door = door_of(request)
    voice = stranger_voice(request, door.clock.now())
    return door.pages.response("web/offline.html", voice)
