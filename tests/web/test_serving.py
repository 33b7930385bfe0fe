"""The server: its port, and how it stops."""

import asyncio
import socket
import time
from pathlib import Path

import pytest
from serving.served import Served, Somebody, serving, streams_open

from exoskull.app import (
    address,
    create_app,
    listen,
    listen_beside,
    make_entry_link,
    serve,
)
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


def test_an_answer_is_not_held_back_for_an_acknowledgement(tmp_path: Path) -> None:
    """Nagle's algorithm waits 40 ms between an answer's head and its body."""
    with listen(Settings(home=tmp_path, port=0)) as mine:
        mine.setblocking(True)
        with socket.create_connection(mine.getsockname()):
            taken, _ = mine.accept()
            with taken:
                assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
                assert taken.proto == socket.IPPROTO_TCP  # what asyncio looks at


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"port": 8765}, "http://localhost:8765"),
        ({"host": "0.0.0.0", "port": 80}, "http://localhost:80"),
        ({"host": "::1", "port": 80}, "http://localhost:80"),
        ({"host": "10.1.2.3", "port": 80}, "http://10.1.2.3:80"),
        ({"host": "fd00::5", "port": 80}, "http://[fd00::5]:80"),
        ({"public_url": "https://exo.example.net/"}, "https://exo.example.net"),
    ],
)
def test_the_address_is_the_one_that_people_reach(
    tmp_path: Path, settings: dict, expected: str
) -> None:
    assert address(Settings(home=tmp_path, **settings)) == expected


async def test_this_machine_answers_by_both_of_its_addresses(
    database: Database, tmp_path: Path
) -> None:
    if not _has_ipv6():
        pytest.skip("this machine has no IPv6")
    async with serving(database, tmp_path) as served:
        app, stop, started = served.app, asyncio.Event(), asyncio.Event()
        sock = listen(served.settings)
        beside = listen_beside(served.settings, sock)
        assert beside is not None
        port = sock.getsockname()[1]
        assert beside.getsockname()[1] == port

        async def tell() -> None:
            started.set()

        again = create_app(served.installation, served.settings)
        assert app is not again
        done = asyncio.create_task(serve(again, sock, beside=beside, stop=stop, started=tell))
        await started.wait()
        client = served.client()
        for host in ("127.0.0.1", "[::1]", "localhost"):
            assert (await client.get(f"http://{host}:{port}/healthz")).status_code == 200
        stop.set()
        await done


def test_where_another_program_has_the_other_address_nothing_is_begun(tmp_path: Path) -> None:
    if not _has_ipv6():
        pytest.skip("this machine has no IPv6")
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as taken:
        settings = Settings(home=tmp_path, port=taken.getsockname()[1])
        mine = listen(settings)
        with pytest.raises(Unavailable) as raised:
            listen_beside(settings, mine)
        mine.close()
    assert raised.value.key == "port.taken"


def test_a_host_of_ones_own_is_alone(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, host="0.0.0.0", port=0)
    with listen(settings) as mine:
        assert listen_beside(settings, mine) is None


def _has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


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
