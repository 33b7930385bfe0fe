"""Whether a host is this very machine."""

import ipaddress


def is_this_machine(host: str | None) -> bool:
    """Whether `host` is the loopback, by name or address; no name server is asked."""
    if not host:
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
