"""The part of a run that is ours and stands inside the sandbox: what goes in and out is made small.

A host that walked an answer itself could be hung by 41 nodes that share each other. Here the
answer's JSON text is made piece by piece, and ends at the limit; and what is handed to a host
function is cut to the size of what any of them takes.
"""

from collections.abc import Iterable

_PRELUDE = """
import json as __exo_json
__exo_isinstance, __exo_len, __exo_str, __exo_type = isinstance, len, str, type
__exo_int, __exo_float, __exo_dict, __exo_list, __exo_tuple = int, float, dict, list, tuple
__exo_dumps = __exo_json.dumps


def print(*given, **named):
    pass


def __exo_answer(value, room, depth):
    pieces = []
    why = __exo_write(value, pieces, [room], depth)
    return "!" + why if why else "=" + "".join(pieces)


def __exo_put(text, pieces, room):
    room[0] = room[0] - __exo_len(text)
    if room[0] < 0:
        return "length"
    pieces.append(text)
    return ""


def __exo_text(value, pieces, room):
    if __exo_len(value) > room[0]:
        return "length"
    text = __exo_dumps(value, ensure_ascii=False)
    room[0] = room[0] - __exo_len(text.encode("utf-8"))
    if room[0] < 0:
        return "length"
    pieces.append(text)
    return ""


def __exo_write(value, pieces, room, depth):
    if value is None:
        return __exo_put("null", pieces, room)
    if value is True:
        return __exo_put("true", pieces, room)
    if value is False:
        return __exo_put("false", pieces, room)
    kind = __exo_type(value)
    if kind is __exo_str:
        return __exo_text(value, pieces, room)
    if kind is __exo_int:
        if value > 9007199254740991 or value < -9007199254740991:
            return "number"
        return __exo_put(__exo_str(value), pieces, room)
    if kind is __exo_float:
        if value != value or value - value != 0:
            return "number"
        return __exo_put(__exo_dumps(value), pieces, room)
    mapping = __exo_isinstance(value, __exo_dict)
    if not mapping and not __exo_isinstance(value, (__exo_list, __exo_tuple)):
        return "type"
    if depth == 0:
        return "depth"
    if mapping:
        return __exo_mapping(value, pieces, room, depth - 1)
    return __exo_sequence(value, pieces, room, depth - 1)


def __exo_sequence(value, pieces, room, depth):
    mark = "["
    for one in value:
        why = __exo_put(mark, pieces, room) or __exo_write(one, pieces, room, depth)
        if why:
            return why
        mark = ","
    return __exo_put("[]" if mark == "[" else "]", pieces, room)


def __exo_mapping(value, pieces, room, depth):
    mark = "{"
    for key in value:
        if __exo_type(key) is not __exo_str:
            return "key"
        why = (
            __exo_put(mark, pieces, room)
            or __exo_text(key, pieces, room)
            or __exo_put(":", pieces, room)
            or __exo_write(value[key], pieces, room, depth)
        )
        if why:
            return why
        mark = ","
    return __exo_put("{}" if mark == "{" else "}", pieces, room)


def __exo_small(value):
    if value is None or value is True or value is False:
        return value
    kind = __exo_type(value)
    if kind is __exo_str:
        return value if __exo_len(value) <= 1000 else value[:1000]
    if kind is __exo_int:
        if value > 10000000000000:
            return 10000000000000
        return value if value > -10000000000000 else -10000000000000
    return value if kind is __exo_float else ()


def __exo_given(given):
    return [__exo_small(one) for one in given[:4]]


def __exo_named(named):
    small = {}
    for name in named:
        if __exo_len(small) < 4:
            small[name[:80]] = __exo_small(named[name])
    return small
"""

_HOST = "__exo_host_"

PRELUDE_FRAME = "<python-input-0>"
"""What a traceback calls the prelude, which is the first thing that a worker is given."""

BEGIN = "__exo_begin"
"""Called once the code is read: before it, no function of the host answers."""


def prelude(hosts: Iterable[str]) -> str:
    """What is run before the code, so that nothing that it defines stands in the way.

    Its names begin with `_`, which no name of the code may; but `print`, which drops what it gets,
    and `hosts`. Of their arguments at most four cross, texts and integers cut to more than any
    host takes, and everything that is no text, number, bool or None as an empty tuple: so the host
    still refuses what it would have refused.
    """
    made = [
        f"\ndef {name}(*given, **named):\n"
        f"    return {_HOST}{name}(*__exo_given(given), **__exo_named(named))\n"
        for name in hosts
    ]
    return _PRELUDE + "".join(made)


def asked(name: str) -> str | None:
    """The host function that a call of `name` asks for."""
    return name.removeprefix(_HOST) if name.startswith(_HOST) else None


def asking(host: str) -> str:
    """The name by which the prelude calls `host`."""
    return _HOST + host


def in_words(said: str) -> str:
    """What an exception says, its host functions called as the code calls them."""
    return said.replace(_HOST, "")


def call(limit: int, depth: int) -> str:
    """The last lines of a run: the answer's text, `=` before it, or `!` and why there is none."""
    return f"\n{BEGIN}()\n__exo_answer(run(__exo_input), {limit}, {depth})"
