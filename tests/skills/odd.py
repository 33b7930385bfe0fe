"""Files at the edges of what a skill may be: some just inside, most just outside. Each is one line
of thought of somebody who has read the format clause by clause."""

from collections.abc import Mapping

from skills.files import NOTHING, front, in_run, returns, skill, with_examples

_LEVELS = "{type: object, properties: {a: {type: array, items: {properties: {b: {pattern: x}}}}}}"


def _with(**said: str) -> bytes:
    return skill(head=front(**said))


def _capabilities(said: str) -> bytes:
    return skill(head=front().replace("capabilities: []", f"capabilities: {said}"))


def _of_math(expression: str) -> bytes:
    return returns(expression, top="import math")


REFUSED: Mapping[str, tuple[bytes, str]] = {
    # lines that one reader ends and another does not
    "a key behind U+2028": (
        _capabilities("[] # none\u2028extra: 1"),
        "yaml.invalid front.unknown yaml.key_twice",
    ),
    "U+0085": (_with(description="a\x85b"), "file.control"),
    "form feed": (skill("def run(input):\n\x0c    return 1\n"), "file.control"),
    "UTF-16": (skill().decode().encode("utf-16"), "file.not_utf8"),
    "a space behind the dashes": (skill().replace(b"---\n", b"--- \n", 1), "file.no_frontmatter"),
    "a blank first line": (b"\n" + skill(), "file.no_frontmatter"),
    "one byte too many": (skill() + b"x" * (65_537 - len(skill())), "file.too_large"),
    # YAML
    "a tag that says nothing": (skill(head=front().replace("a-skill", "! a-skill")), "yaml.tag"),
    "an anchor on a key": (skill(head=front().replace("name:", "&a name:")), "yaml.anchor"),
    "a merge key in quotes": (skill(head=front() + '"<<": {}\n'), "yaml.merge"),
    "a Cyrillic key": (skill(head=front() + "n\u0430me: b\n"), "front.unknown"),
    "a key of an object": (skill(head=front() + "{a: 1}: b\n"), "yaml.key_not_text"),
    "a number as a name": (_with(name="1"), "name.invalid"),
    "null as a name": (_with(name="null"), "name.invalid"),
    # markup that only some readers see
    "HTML in full width": (_with(description="'＜script＞'"), "description.markup"),
    "a heading, underlined": (_with(description='"Title\\n===="'), "description.markup"),
    "a numbered list": (_with(description='"1. one\\n2. two"'), "description.markup"),
    "a table": (_with(description='"|a|b|\\n|-|-|"'), "description.markup"),
    "a rule": (_with(description='"a\\n\\n***\\nb"'), "description.markup"),
    "code in words": (_with(description='"run `x`"'), "description.markup"),
    "an address of the web": (_with(description="see www.a.pl"), "description.markup"),
    "only blanks": (_with(description='"   "'), "description.length"),
    # schemas
    "a pattern deep inside": (_with(parameters=_LEVELS), "parameters.invalid"),
    "$ref for the others": (
        _with(parameters="{type: object, additionalProperties: {$ref: '#'}}"),
        "parameters.invalid",
    ),
    "a list of types": (_with(parameters="{type: [object]}"), "parameters.not_object"),
    "a tuple of items": (
        _with(parameters="{type: object, properties: {a: {items: [{type: string}]}}}"),
        "parameters.invalid",
    ),
    "a property that is a number": (
        _with(parameters="{type: object, properties: {a: 5}}"),
        "parameters.invalid",
    ),
    "a length below nothing": (
        _with(parameters="{type: object, properties: {a: {maxLength: -1}}}"),
        "parameters.invalid",
    ),
    # capabilities and examples
    "capabilities of null": (_capabilities("null"), "capabilities.not_list"),
    "a capability alone": (_capabilities("notify"), "capabilities.not_list"),
    "a capability in capitals": (_capabilities("['Read:tasks']"), "capabilities.unknown"),
    "an example without output": (with_examples("  - {input: {}}\n"), "examples.invalid"),
    "a world of null": (
        with_examples("  - {input: {}, output: 1, given: null}\n"),
        "examples.invalid",
    ),
    "effects of null": (
        with_examples("  - {input: {}, output: 1, effects: null}\n"),
        "examples.invalid",
    ),
    # run, and what stands beside it
    "run is a lambda": (skill("run = lambda input: 1\n"), "code.no_run"),
    "run by keyword only": (skill("def run(*, input):\n    return 1\n"), "code.run_form"),
    "a second text at the top": (skill('"""a"""\n"b"\n' + NOTHING), "code.top_level"),
    "try at the top": (
        skill("try:\n    X = 1\nexcept Exception:\n    X = 2\n" + NOTHING),
        "code.top_level",
    ),
    "an async function at the top": (
        skill("async def f():\n    return 1\n" + NOTHING),
        "code.top_level",
    ),
    "a submodule": (returns("1", top="import collections.abc"), "code.import"),
    "the future": (returns("1", top="from __future__ import annotations"), "code.import"),
    "two imports, one of them bad": (returns("1", top="import math, os"), "code.import"),
    # names
    "a class pattern that walks": (
        in_run("match 1:", "    case int(__class__=c): return c"),
        "code.underscore",
    ),
    "a value pattern that walks": (
        in_run("match 1:", "    case input.__class__: return 1"),
        "code.underscore",
    ),
    "a format within a format": (returns("f'{1:{input.__len__()}}'"), "code.underscore"),
    "eval with an ordinal sign": (returns("ev\u00aal('1')"), "code.forbidden_name"),
    "eval in bold": (returns("𝐞𝐯𝐚𝐥('1')"), "code.forbidden_name"),
    "dashed low lines": (returns("input.﹍﹍class﹍﹍"), "code.syntax code.underscore"),
    "a notify in full width": (in_run("ｎotify('a')", "return 1"), "capability.undeclared"),
    "undeclared where it is never run": (
        in_run("if False: notify('a')", "return 1"),
        "capability.undeclared",
    ),
    "a host by an import inside": (
        in_run("from math import floor as now", "return 1"),
        "host.shadowed",
    ),
    # what JSON has not
    "a generator": (returns("(one for one in [1])"), "code.iterator"),
    "a map": (returns("map(str, [1])"), "code.iterator"),
    "a zip in a dict": (returns("{'a': [zip([1], [2])]}"), "code.iterator"),
    "an enumeration, perhaps": (returns("1 if input else enumerate([1])"), "code.iterator"),
}  # fmt: skip

FAILS: Mapping[str, tuple[bytes, str]] = {
    # hosts reached before run by a way that no text shows
    "a host by a lambda, called at once": (
        skill("X = (lambda: now())()\n" + NOTHING),
        "host_at_top_level",
    ),
    "a host by a table of functions": (
        skill("def f():\n    return now()\nD = {'f': f}\nX = D['f']()\n" + NOTHING),
        "host_at_top_level",
    ),
    # other names for the same
    "a module within a module": (returns("re.sys.modules", top="import re"), "raised"),
    "a module taken out of one": (returns("1", top="from json import codecs"), "raised"),
    "exit": (returns("exit(0)"), "raised"),
    "input as a function": (in_run("return help()"), "raised"),
    "the end of the program": (in_run("raise SystemExit(0)"), "raised"),
    "a time limit of its own": (in_run("raise TimeoutError('limit')"), "raised time_limit"),
    "a memory limit of its own": (in_run("raise MemoryError()"), "raised memory_limit"),
    "a format that walks": (returns("'{0.__class__.__mro__}'.format(1)"), "raised"),
    "a mapping that walks": (returns("'{a.__class__}'.format_map({'a': 1})"), "raised"),
    # time and memory
    "a factorial": (_of_math("math.factorial(10 ** 7)"), "memory_limit time_limit"),
    "a binomial": (_of_math("math.comb(10 ** 7, 10 ** 6)"), "memory_limit time_limit raised"),
    "zeros in front": (returns("len('a'.zfill(10 ** 10))"), "memory_limit"),
    "tabs": (returns("len(('\\t' * 9).expandtabs(10 ** 9))"), "memory_limit"),
    "a precision": (returns("len(f'{1.0:.1000000000f}')"), "memory_limit raised"),
    "ten billion bytes": (returns("len(bytes(10 ** 10))"), "memory_limit"),
    "one in many bytes": (returns("len((1).to_bytes(10 ** 9, 'big'))"), "memory_limit raised"),
    "a deque without an end": (
        returns("len(collections.deque(range(10 ** 9)))", top="import collections"),
        "memory_limit time_limit",
    ),
    "the same for ever": (
        returns("len(list(itertools.repeat('a', 10 ** 12)))", top="import itertools"),
        "memory_limit time_limit",
    ),
    "lines": (returns("len(('\\n' * 5 * 10 ** 7).splitlines())"), "memory_limit time_limit"),
    "JSON of a shared graph": (
        in_run(
            "x = 1", "for i in range(60): x = [x, x]", "return len(json.dumps(x))",
            top="import json",
        ),
        "memory_limit time_limit",
    ),
    "a sort that calls itself": (
        in_run("def f(n): return sorted([2, 1], key=f)", "return f(0)"),
        "raised",
    ),
    "recursion that begins again": (
        in_run(
            "def f(n):", "    try:", "        return f(n + 1)", "    except RecursionError:",
            "        return f(0)", "return f(0)",
        ),
        "raised time_limit memory_limit",
    ),
    # results
    "just too long": (returns("'a' * 65535"), "result_length"),
    "just too long in UTF-8": (returns("'ą' * 32768"), "result_length"),
    "just too long in escapes": (returns("'\\x01' * 10923"), "result_length"),
    "a dict in itself": (in_run("x = {}", "x['a'] = x", "return x"), "result_depth"),
    "a key that is true": (returns("{True: 1}"), "result_key"),
    "three dots": (returns("..."), "result_type"),
    # limits
    "101 looks at the clock, caught": (
        in_run("while True:", "    try: now()", "    except BaseException: return 5"),
        "calls_limit",
    ),
    "a fourth notice, caught": (
        in_run(
            "try:", "    for i in range(4): notify('a')", "except Exception:", "    return 1",
            capabilities="notify",
        ),
        "effects_limit",
    ),
}  # fmt: skip

TAKEN: Mapping[str, tuple[bytes, object]] = {
    "CRLF": (skill().replace(b"\n", b"\r\n"), 1),
    "64 KiB": (skill() + b"x" * (65_536 - len(skill())), 1),
    "yes as a name": (_with(name="yes"), 1),
    "64 letters": (_with(name="a" * 64), 1),
    "less, times, low lines": (_with(description="'a < b, 2 * 3 * 4, snake_case, 5 > 3'"), 1),
    "a property called $ref": (_with(parameters="{type: object, properties: {$ref: {}}}"), 1),
    "types that are told": (skill("X: int = 1\ndef run(input: dict) -> int:\n    return X\n"), 1),
    "an inner run": (in_run("def run(x): return 1", "return run(2)"), 1),
    "a host with a star": (
        returns("1 + len(measures(*['a', 1]))", capabilities="read:measures"),
        1,
    ),
    "a host in a lambda of the top": (skill("F = lambda: now()\n" + NOTHING), 1),
    "the largest integer": (returns("-(2 ** 53 - 1)"), -(2**53 - 1)),
    "just short enough": (returns("'ą' * 32767"), "ą" * 32767),
    "32 levels": (in_run("x = []", "for i in range(31): x = [x]", "return len(x)"), 1),
    "a counter": (
        returns("collections.Counter('aab')", top="import collections"),
        {"a": 2, "b": 1},
    ),
    "100 looks at the clock": (in_run("for i in range(100): now()", "return 1"), 1),
    "refused notices are none": (
        in_run(
            "for i in range(20):", "    try: notify('http://a')", "    except ValueError: pass",
            "return 1", capabilities="notify",
        ),
        1,
    ),
}  # fmt: skip
