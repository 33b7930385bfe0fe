"""The dialect: what it allows, and that what it hides is found wherever a name may stand."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from skills.files import NOTHING

from exoskull.skills import dialect
from exoskull.skills.model import HOSTS, Problem

GOOD = {
    "a docstring": f'"""What it does."""\n{NOTHING}',
    "imports": "import math, datetime as dt\nfrom collections import deque, Counter\n" + NOTHING,
    "assignments": "A = 1\nB: int = 2\nC: int\nD, (E, *F) = 1, (2, 3)\n[G, H] = 1, 2\nA += 1\n"
    + NOTHING,
    "functions": "def f(x, *y, z=1, **w):\n    def g():\n        return x\n    return g\n"
    + NOTHING,
    "a lambda that calls later": "f = lambda days: measures('a', days)\n" + NOTHING,
    "an underscore": "def run(input):\n    for _ in range(3): pass\n    return _\n",
    "re.compile": "import re\nP = re.compile('a')\n" + NOTHING,
    "datetime.now": "import datetime\ndef run(input):\n    return str(datetime.datetime.now())\n",
    "an attribute called id": "def run(input):\n    return input.id\n",
    "a keyword called type": "def run(input):\n    return dict(type=1, now=2)\n",
    "a key called eval": "def run(input):\n    return {'eval': 1, '__class__': 2}\n",
    "a variable called run": "def run(input):\n    run = measures('km', 7)\n    return run\n",
    "a function called run inside": "def f():\n    def run(x): return x\n    return run\n"
    + NOTHING,
    "annotations": "def run(input: dict[str, int]) -> int:\n    return 1\n",
    "a match": (
        "def run(input):\n"
        "    match input:\n"
        "        case {'a': [x, *_]}: return x\n"
        "        case _: return 0\n"
    ),
    "a class inside": "def run(input):\n    class A:\n        x = 1\n    return A.x\n",
    "a decorator": "import functools\n@functools.lru_cache\ndef f(x): return x\n" + NOTHING,
    "an escape that means nothing": "X = '\\d'\n" + NOTHING,
    "Polish names": "def run(input):\n    średnia = 1\n    return średnia\n",
    "a host in a string": "def run(input):\n    return 'measures'\n",
    "a type comment": "def run(input):\n    x = 1  # type: ignore\n    return x\n",
}


def found(code: str) -> list[Problem]:
    tree = dialect.parse(code)
    return [tree] if isinstance(tree, Problem) else dialect.problems(tree)


@pytest.mark.parametrize("name", GOOD)
def test_what_is_allowed_is_found_to_have_no_problem(name: str) -> None:
    assert found(GOOD[name]) == []


@given(st.text(max_size=100))
def test_any_text_is_code_or_has_problems(code: str) -> None:
    assert isinstance(found(code), list)


PLACES = (
    "{0} = 1", "{0}: int = 1", "{0} += 1", "import math as {0}", "from math import floor as {0}",
    "def {0}(): pass", "async def {0}(): pass", "class {0}: pass", "def f({0}): pass",
    "def f(*{0}): pass", "def f(**{0}): pass", "def f(*, {0}=1): pass", "def f({0}, /): pass",
    "lambda {0}: 1", "for {0} in []: pass", "with f() as {0}: pass", "[1 for {0} in []]",
    "{{1: 1 for {0} in []}}", "({0} := 1)", "try: pass\nexcept ValueError as {0}: pass",
    "global {0}", "del {0}", "a, *{0} = []", "[{0}, b] = []",
    "match 1:\n  case {0}: pass", "match 1:\n  case [*{0}]: pass",
    "match 1:\n  case {{**{0}}}: pass",
    "match 1:\n  case 1 as {0}: pass", "for a, {0} in []: pass", "(1 for {0} in [])",
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", ["measures", "now", "ｎｏｗ", "ᵗasks"])
def test_a_host_function_is_bound_nowhere(place: str, name: str) -> None:
    keys = {one.key for one in found(place.format(name))}
    assert "host.shadowed" in keys


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("__x", "code.underscore"),
        ("_x", "code.underscore"),
        ("eval", "code.forbidden_name"),
        ("ｅｖａｌ", "code.forbidden_name"),
    ],
)
def test_a_name_that_is_not_to_be_had_is_bound_nowhere(place: str, name: str, key: str) -> None:
    assert key in {one.key for one in found(place.format(name))}


USES = (
    "{0}", "[{0}]", "f({0})", "f(x={0})", "f(*{0})", "{0}.a", "{0}[0]", "lambda: {0}",
    "{0} if 1 else 2", "f'{{{0}}}'", "{0} == 1", "-{0}", "(yield {0})", "{{{0}: 1}}", "not {0}",
    "f({0})()",
)  # fmt: skip


@given(st.sampled_from(sorted(HOSTS)), st.sampled_from(USES))
def test_a_host_function_is_only_called(name: str, use: str) -> None:
    keys = {one.key for one in found(f"def run(input):\n    return {use.format(name)}\n")}
    assert "host.not_called" in keys


def test_what_is_used_is_what_is_called_and_where_first() -> None:
    tree = dialect.parse("def run(input):\n    now()\n    notify('a')\n    notify('b')\n")
    assert isinstance(tree, ast.Module)
    assert {one.value: line for one, line in dialect.used(tree).items()} == {"notify": 3}
