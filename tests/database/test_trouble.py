"""A failure of Postgres becomes one error, with a reason that helps."""

import psycopg

from exoskull.database.trouble import unavailable


def test_the_reason_is_what_happened_and_not_the_drivers_hint() -> None:
    said = (
        'connection failed: connection to server at "::1", port 1 failed: Connection refused\n'
        "\tIs the server running on that host and accepting TCP/IP connections?"
    )
    error = unavailable(psycopg.OperationalError(said))
    assert error.key == "database.unreachable"
    assert error.params["reason"] == (
        'connection to server at "::1", port 1 failed: Connection refused'
    )


def test_a_full_disk_of_the_server_is_told_apart() -> None:
    assert unavailable(psycopg.errors.DiskFull("no space")).key == "database.server_disk_full"


def test_an_error_without_words_is_still_told() -> None:
    assert unavailable(psycopg.OperationalError("")).params["reason"] == "?"
