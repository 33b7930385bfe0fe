"""A provider of models on loopback that answers as it is told: well, badly, late or not at all."""

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What one request is answered with. `chunks`: a stream, of server-sent data; `cut`: it breaks
    off there, without its end; `hangs`: nothing comes until the provider is closed."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    chunks: Sequence[Any] | None = None
    cut: bool = False
    hangs: bool = False


USAGE = {"prompt_tokens": 50, "completion_tokens": 10, "total_tokens": 60}


def says(content: str | None, **message: Any) -> Reply:
    """A whole answer; 50 tokens in, 10 out."""
    finish = message.pop("finish_reason", "stop")
    made = {"role": "assistant", "content": content, **message}
    choice = {"index": 0, "message": made, "finish_reason": finish}
    return Reply(body=_envelope("chat.completion", [choice], USAGE))


def streams(*pieces: str, cut: bool = False) -> Reply:
    """A streamed answer, with its usage at the end, unless it is cut."""
    chunks = [_chunk({"content": piece}) for piece in pieces]
    if not cut:
        chunks += [_chunk({}, finish="stop"), _envelope("chat.completion.chunk", [], USAGE)]
    return Reply(chunks=chunks, cut=cut)


def calls(name: str, arguments: str) -> Reply:
    """A streamed call of a tool."""
    call = {"index": 0, "id": "c1", "type": "function"}
    call["function"] = {"name": name, "arguments": arguments}
    chunks = [
        _chunk({"tool_calls": [call]}),
        _chunk({}, finish="tool_calls"),
        _envelope("chat.completion.chunk", [], USAGE),
    ]
    return Reply(chunks=chunks)


def error(status: int, **headers: str) -> Reply:
    body = {"error": {"message": "no", "type": "x", "code": "x"}}
    return Reply(status=status, body=body, headers=headers)


def _chunk(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": {"role": "assistant", **delta}, "finish_reason": finish}
    return _envelope("chat.completion.chunk", [choice], None)


def _envelope(kind: str, choices: list[Any], usage: Any) -> dict[str, Any]:
    found = {"id": "x", "object": kind, "created": 1, "model": "m", "choices": choices}
    return {**found, "usage": usage} if usage else found


class ProviderPeer:
    """Answers each request with what `answer` gives for its JSON. A context manager; `asked` is
    what came, oldest first."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.answer: Callable[[dict[str, Any]], Reply] = lambda _: says("{}")
        self._closing = threading.Event()
        peer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.0"

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                peer.asked.append(body)
                reply = peer.answer(body)
                if reply.hangs:
                    peer._closing.wait(30)
                    return
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name.replace("_", "-"), value)
                if reply.chunks is not None:
                    self._stream(reply)
                    return
                raw = reply.body
                data = raw.encode() if isinstance(raw, str) else json.dumps(raw).encode()
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def _stream(self, reply: Reply) -> None:
                self.send_header("Content-Type", "text/event-stream")
                if reply.cut:
                    self.send_header("Content-Length", "1000000")
                self.end_headers()
                for chunk in reply.chunks or ():
                    self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
                if not reply.cut:
                    self.wfile.write(b"data: [DONE]\n\n")

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="provider-peer", daemon=True
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(30)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"
