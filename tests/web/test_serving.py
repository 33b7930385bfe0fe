"""The server: its port, and how it stops."""

import asyncio
import socket
import time
from pathlib import Path

import pytest
from serving.served import Served, Somebody, serving, streams_open

from exoskull.app import address, create_app, listen, make_entry_link, serve
from exoskull.database.pool import Database
from exoskull.kit.errors import Unavailable
from exoskull.settings import Settings
from exoskull.web.serving import DRAIN_S


def test_a_port_that_is_taken_is_one_clear_error(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Unavailable) as raised:
            listen(Settings(home=tmp_path, port=port))
    assert (raised.value.key, raised.value.field, raised.value.params) == (
        "port.taken",
        "--port",
        {"port": str(port)},
    )


def test_a_host_that_is_not_ours_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as raised:
        listen(Settings(home=tmp_path, host="192.0.2.1", port=0))
    assert raised.value.key == "port.unusable"


def test_a_port_can_be_taken_again_at_once(tmp_path: Path) -> None:
    first = listen(Settings(home=tmp_path, port=0))
    port = first.getsockname()[1]
    first.close()
    listen(Settings(home=tmp_path, port=port)).close()


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"port": 8765}, "http://127.0.0.1:8765"),
        ({"host": "0.0.0.0", "port": 80}, "http://localhost:80"),
        ({"host": "::1", "port": 80}, "http://[::1]:80"),
        ({"public_url": "https://exo.example.net/"}, "https://exo.example.net"),
    ],
)
def test_the_address_is_the_one_that_people_reach(
    tmp_path: Path, settings: dict, expected: str
) -> None:
    assert address(Settings(home=tmp_path, **settings)) == expected


async def test_a_stop_is_not_held_up_by_open_streams(web: Served, anna: Somebody) -> None:
    headers = {"Accept": "text/event-stream"}
    async with asyncio.TaskGroup() as group:
        for _ in range(20):
            group.create_task(_read_to_the_end(anna, headers))
        await streams_open(web, 20)
        began = time.monotonic()
        web.stop.set()
    assert web.done is not None
    await web.done
    assert time.monotonic() - began < DRAIN_S / 2


async def _read_to_the_end(anna: Somebody, headers: dict[str, str]) -> None:
    async with anna.api.stream("GET", "/api/v1/events", headers=headers) as response:
        async for _ in response.aiter_raw():
            pass


async def test_a_stopped_web_can_be_started_again(database: Database, tmp_path: Path) -> None:
    for _ in range(2):
        async with serving(database, tmp_path) as served:
            assert (await served.client().get("/healthz")).status_code == 200


async def test_two_webs_serve_one_database(database: Database, tmp_path: Path) -> None:
    async with serving(database, tmp_path) as one, serving(database, tmp_path) as two:
        link = await make_entry_link(one.installation, one.settings, base_url=two.url)
        assert (await two.client().get(link)).status_code == 200


async def test_a_failing_start_ends_the_server(database: Database, tmp_path: Path) -> None:
    async def fail() -> None:
        raise RuntimeError("the caller's own trouble")

    async with serving(database, tmp_path) as served:
        app = create_app(served.installation, served.settings)
        sock = listen(served.settings)
        with pytest.raises(RuntimeError):
            await serve(app, sock, stop=asyncio.Event(), started=fail)
        assert sock.fileno() == -1


async def test_without_its_database_the_web_lives_and_says_it_is_not_ready(
    database: Database, tmp_path: Path
) -> None:
    async with serving(database, tmp_path) as served:
        client = served.client()
        await database.close()
        assert (await client.get("/healthz")).status_code == 200
        for path in ("/readyz", "/api/v1/goals"):
            answer = await client.get(path, headers={"Authorization": "Bearer x"})
            assert answer.status_code == 503
            assert answer.json()["error"]["key"] == "database.unreachable"
        page = await client.get("/setup?token=x", headers={"Accept": "text/html"})
        assert page.status_code == 503
        assert "database does not answer" in page.text
