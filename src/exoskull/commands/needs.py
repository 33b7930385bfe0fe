"""`exoskull needs detect`: the detector of needs on messages from standard input."""

import sys

from exoskull.commands.console import Call


def detect(call: Call) -> int:
    """Read JSON Lines, print JSON Lines; a malformed line stops it before anything is printed."""
    from exoskull.needs import stream
    from exoskull.tenants.parse import parse_language

    language = parse_language(call.args.language) if call.args.language else None
    lines = stream.parse(sys.stdin.buffer)
    call.console.rows(stream.run(lines, language))
    return 0
