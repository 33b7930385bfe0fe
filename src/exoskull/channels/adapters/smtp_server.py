"""Which mail server, and how safely: what EXOSKULL_SMTP_URL says."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self
from urllib.parse import parse_qsl, unquote, urlsplit

from exoskull.channels.adapters.loopback import is_this_machine
from exoskull.kit.errors import InvalidInput

_FIELD = "EXOSKULL_SMTP_URL"


class Tls(StrEnum):
    """IMPLICIT from the first byte; REQUIRED by STARTTLS, or no mail; OFFERED: STARTTLS where the
    server has it; NEVER. The certificate is always verified."""

    IMPLICIT = "implicit"
    REQUIRED = "required"
    OFFERED = "offered"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpServer:
    """A mail server. `ca_file`: a PEM file of authorities to trust beside none of the system's."""

    host: str
    port: int
    tls: Tls
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    ca_file: str | None = None

    @classmethod
    def parse(cls, url: str) -> Self:
        """The server of `smtp://user:password@host:port?starttls=...&ca=FILE`, or `smtps://`.

        `starttls` is `required`, `offered` or `never`. Without it: required where there is a
        password, never to this very machine, else offered. A password never leaves this machine
        without TLS. Ports: 465 for smtps, else 587 with a password, 25 without.

        Raises InvalidInput `settings.invalid_smtp_url` (`problem`: what is wrong; never the URL,
        which holds a password).
        """
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
            options = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
        except ValueError as error:
            raise _invalid("form") from error
        if parts.scheme not in ("smtp", "smtps"):
            raise _invalid("scheme")
        if not host or parts.path not in ("", "/"):
            raise _invalid("form")
        if options.keys() - {"starttls", "ca"}:
            raise _invalid("option")
        username = unquote(parts.username) if parts.username else None
        tls = _tls(parts.scheme, options.get("starttls"), host, secret=username is not None)
        return cls(
            host=host,
            port=port or (465 if tls is Tls.IMPLICIT else 587 if username else 25),
            tls=tls,
            username=username,
            password=unquote(parts.password or "") if username else None,
            ca_file=options.get("ca"),
        )


def _tls(scheme: str, option: str | None, host: str, *, secret: bool) -> Tls:
    if scheme == "smtps":
        if option is not None:
            raise _invalid("option")
        return Tls.IMPLICIT
    here = is_this_machine(host)
    if option is None:
        return Tls.NEVER if here else Tls.REQUIRED if secret else Tls.OFFERED
    if option not in ("required", "offered", "never"):
        raise _invalid("option")
    if secret and not here and option != "required":
        raise _invalid("plain_password")
    return Tls(option)


def _invalid(problem: str) -> InvalidInput:
    return InvalidInput("settings.invalid_smtp_url", field=_FIELD, problem=problem)
