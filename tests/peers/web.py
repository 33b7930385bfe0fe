"""A web server on loopback that keeps what is posted to it: where call-backs go in tests."""

from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from typing import Any

from peers.loopback import Loopback


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A request as it came. `target` is the path with its raw query."""

    target: str
    body: bytes
    headers: dict[str, str]


class WebPeer(Loopback):
    """Answers every POST with 204; a context manager. `posted` is what came, oldest first."""

    def __init__(self) -> None:
        self.posted: list[Posted] = []
        posted = self.posted

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                posted.append(Posted(target=self.path, body=body, headers=dict(self.headers)))
                self.send_response(204)
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing."""

        super().__init__(Handler, name="web-peer")
