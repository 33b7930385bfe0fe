"""Style sheets, scripts and pictures, kept in memory and named by what is in them."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response

from exoskull.kit.errors import NotFound

URL = "/static"
FOREVER = "public, max-age=31536000, immutable"
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """One file. `packed`: gzipped, where that is shorter."""

    media_type: str
    plain: bytes
    packed: bytes | None


class Assets:
    """The files of `web/static`. Their URLs change with their content, so that they never age."""

    def __init__(self) -> None:
        self._assets: dict[str, Asset] = {}
        self._urls: dict[str, str] = {}
        for file in files("exoskull.web").joinpath("static").iterdir():
            if file.is_file():
                self._add(file.name, file.read_bytes())

    def url(self, name: str) -> str:
        """Where the file `name` is; raises KeyError for one that is not there."""
        return self._urls[name]

    async def serve(self, request: Request) -> Response:
        """The file that the URL names."""
        path = f"{request.path_params['digest']}/{request.path_params['name']}"
        asset = self._assets.get(path)
        if asset is None:
            raise NotFound("route.not_found", path=request.url.path)
        headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
        if asset.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return Response(asset.packed, media_type=asset.media_type, headers=headers)
        return Response(asset.plain, media_type=asset.media_type, headers=headers)

    def _add(self, name: str, content: bytes) -> None:
        digest = hashlib.sha256(content).hexdigest()[:12]
        suffix = "." + name.rpartition(".")[2]
        packed = gzip.compress(content, 9, mtime=0)
        guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
        self._assets[f"{digest}/{name}"] = Asset(
            media_type=TYPES.get(suffix, guessed),
            plain=content,
            packed=packed if len(packed) < len(content) else None,
        )
        self._urls[name] = f"{URL}/{digest}/{name}"
