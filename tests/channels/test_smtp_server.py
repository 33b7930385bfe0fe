"""EXOSKULL_SMTP_URL."""

import pytest

from exoskull.channels.adapters.smtp_server import SmtpServer, Tls
from exoskull.kit.errors import InvalidInput


@pytest.mark.parametrize(
    ("url", "host", "port", "tls"),
    [
        ("smtp://mail.example.org", "mail.example.org", 25, Tls.OFFERED),
        ("smtp://mail.example.org:2525", "mail.example.org", 2525, Tls.OFFERED),
        ("smtp://u:p@mail.example.org", "mail.example.org", 587, Tls.REQUIRED),
        ("smtps://u:p@mail.example.org", "mail.example.org", 465, Tls.IMPLICIT),
        ("smtp://mailpit:1025?starttls=never", "mailpit", 1025, Tls.NEVER),
        ("smtp://u:p@localhost", "localhost", 587, Tls.NEVER),
        ("smtp://127.0.0.1/", "127.0.0.1", 25, Tls.NEVER),
        ("smtp://[::1]:26?starttls=required", "::1", 26, Tls.REQUIRED),
    ],
)
def test_the_url_says_where_and_how_safely(url: str, host: str, port: int, tls: Tls) -> None:
    server = SmtpServer.parse(url)
    assert (server.host, server.port, server.tls) == (host, port, tls)


def test_a_password_may_hold_any_character_and_is_not_shown() -> None:
    server = SmtpServer.parse("smtp://exo%40example.net:a%2Fb%3Ac%40d@mail.example.org")
    assert (server.username, server.password) == ("exo@example.net", "a/b:c@d")
    assert "a/b" not in repr(server)


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("mail.example.org", "scheme"),
        ("http://mail.example.org", "scheme"),
        ("smtp://", "form"),
        ("smtp://host:port", "form"),
        ("smtp://host:99999", "form"),
        ("smtp://host/path", "form"),
        ("smtp://host?starttls", "form"),
        ("smtp://host?starttls=maybe", "option"),
        ("smtp://host?tls=yes", "option"),
        ("smtps://host?starttls=never", "option"),
        ("smtp://u:secret@mail.example.org?starttls=never", "plain_password"),
        ("smtp://u:secret@mail.example.org?starttls=offered", "plain_password"),
    ],
)
def test_a_bad_url_is_refused_without_being_repeated(url: str, problem: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        SmtpServer.parse(url)
    assert raised.value.key == "settings.invalid_smtp_url"
    assert raised.value.params == {"problem": problem}
    assert "secret" not in str(raised.value)
