"""The part of a run that is ours: it makes the answer's JSON text inside the sandbox.

A host that walked the answer itself could be hung by 41 nodes that share each other. Here the text
is made piece by piece, and ends at the limit.
"""

PRELUDE = """
import json as __exo_json
__exo_isinstance, __exo_len, __exo_str, __exo_type = isinstance, len, str, type
__exo_int, __exo_float, __exo_dict, __exo_list, __exo_tuple = int, float, dict, list, tuple
__exo_ascii = __exo_json.dumps


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
    return __exo_put(__exo_ascii(value), pieces, room)


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
        return __exo_put(__exo_ascii(value), pieces, room)
    if depth == 0:
        return "depth"
    if __exo_isinstance(value, __exo_dict):
        return __exo_mapping(value, pieces, room, depth - 1)
    if __exo_isinstance(value, (__exo_list, __exo_tuple)):
        return __exo_sequence(value, pieces, room, depth - 1)
    return "type"


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
"""
"""Bound before the code is read: nothing that it defines stands in the way. Its names begin with
`_`, which no name of the code may."""


BEGIN = "__exo_begin"
"""Called once the code is read: before it, no function of the host answers."""


def call(limit: int, depth: int) -> str:
    """The last lines of a run: the answer's text, `=` before it, or `!` and why there is none."""
    return f"\n{BEGIN}()\n__exo_answer(run(__exo_input), {limit}, {depth})"
