"""Files that want something they may not have. Each is one line of thought; the comment above a
group says what it is after."""

from collections.abc import Mapping

from skills.files import NOTHING, front, in_run, returns, skill, with_examples

_M = "read:measures"

REFUSED: Mapping[str, tuple[bytes, str]] = {
    # files, processes, network: nothing to import, nothing to open
    "os": (returns("1", top="import os"), "code.import"),
    "subprocess": (returns("1", top="import subprocess"), "code.import"),
    "socket inside a function": (in_run("import socket", "return 1"), "code.import"),
    "sys by from": (returns("1", top="from sys import modules"), "code.import"),
    "os.path": (returns("1", top="import os.path"), "code.import"),
    "relative import": (returns("1", top="from . import pool"), "code.import"),
    "os by another name": (returns("1", top="import os as math"), "code.import"),
    "builtins": (returns("1", top="import builtins"), "code.import"),
    "pathlib": (returns("1", top="import pathlib"), "code.import"),
    "asyncio": (returns("1", top="import asyncio"), "code.import"),
    "random": (returns("1", top="import random"), "code.import"),
    "time": (returns("1", top="import time"), "code.import"),
    "all of math": (returns("1", top="from math import *"), "code.import_all"),
    "open": (returns("open('/etc/passwd').read()"), "code.forbidden_name"),
    "open kept": (in_run("f = open", "return 1"), "code.forbidden_name"),
    # code from text
    "eval": (returns("eval('1')"), "code.forbidden_name"),
    "exec": (in_run("exec('x = 1')", "return 1"), "code.forbidden_name"),
    "compile": (in_run("compile('1', '', 'eval')", "return 1"), "code.forbidden_name"),
    "compile taken from re": (returns("1", top="from re import compile"), "code.forbidden_name"),
    "eval as an argument": (returns("[*map(eval, ['1'])]"), "code.forbidden_name"),
    "eval as a default": (in_run("def f(g=eval): return g", "return 1"), "code.forbidden_name"),
    "eval in full-width letters": (returns("ｅｖａｌ('1')"), "code.forbidden_name"),
    "getattr": (returns("getattr(input, 'keys')"), "code.forbidden_name"),
    "type": (returns("type(1)"), "code.forbidden_name"),
    "globals": (returns("globals()"), "code.forbidden_name"),
    "a parameter called id": (in_run("def f(id): return id", "return 1"), "code.forbidden_name"),
    "vars by import as": (returns("1", top="import math as vars"), "code.forbidden_name"),
    # walks over attributes
    "dunder attribute": (returns("().__class__.__bases__"), "code.underscore"),
    "one underscore": (returns("input._secret"), "code.underscore"),
    "dunder in full width": (returns("().＿＿class＿＿"), "code.syntax code.underscore"),
    "dunder name": (returns("__builtins__"), "code.underscore"),
    "our own prelude": (returns("__exo_answer(1, [1], 1)"), "code.underscore"),
    "prelude redefined": (
        in_run("global __exo_len", "__exo_len = None", "return 1"),
        "code.underscore",
    ),
    "prelude as a parameter": (in_run("f = lambda __exo_len: 1", "return 1"), "code.underscore"),
    "prelude by import": (returns("1", top="import json as __exo_json"), "code.underscore"),
    "prelude by except": (
        in_run("try:", "    return 1", "except ValueError as __exo_str:", "    pass"),
        "code.underscore",
    ),
    "prelude by match": (
        in_run("match input:", "    case __exo_len:", "        return 1"),
        "code.underscore",
    ),
    "prelude by match star": (
        in_run("match input:", "    case [*__exo_len]:", "        return 1"),
        "code.underscore",
    ),
    "prelude by match rest": (
        in_run("match input:", "    case {**__exo_len}:", "        return 1"),
        "code.underscore",
    ),
    "prelude by walrus": (returns("(__exo_len := 1)"), "code.underscore"),
    "prelude by class": (
        in_run("class __exo_len:", "    x = 1", "return 1"),
        "code.underscore",
    ),
    "prelude by keyword": (returns("dict(__exo_len=1)"), "code.underscore"),
    "a dunder method": (
        in_run("class A:", "    def __len__(self): return 1", "return 1"),
        "code.underscore",
    ),
    "prelude in a comprehension": (returns("[1 for __exo_len in [1]]"), "code.underscore"),
    # host functions, got hold of
    "host kept": (in_run("f = measures", "return f('a', 1)"), "host.not_called"),
    "host in a list": (returns("[measures][0]('a', 1)"), "host.not_called"),
    "host as a default": (
        in_run("def f(g=measures): return g('a', 1)", "return f()"),
        "host.not_called",
    ),
    "host as a keyword": (returns("dict(f=notify)"), "host.not_called"),
    "host in a lambda": (returns("(lambda: measures)()('a', 1)"), "host.not_called"),
    "host mapped": (returns("[*map(notify, ['a', 'b'])]"), "host.not_called"),
    "host partial": (
        returns("functools.partial(notify, 'a')()", top="import functools"),
        "host.not_called",
    ),
    "host as a decorator": (
        in_run("@notify", "def f(): pass", "return 1"),
        "host.not_called",
    ),
    "host as an annotation": (in_run("x: measures = 1", "return x"), "host.not_called"),
    "host returned": (returns("now"), "host.not_called"),
    "host yielded by an if": (returns("(now if input else today)()"), "host.not_called"),
    "host in a format": (returns("f'{now}'"), "host.not_called"),
    "host by its attribute": (returns("measures.name"), "host.not_called"),
    "host in an index": (returns("{now: 1}"), "host.not_called"),
    "host by walrus": (returns("(f := now)()"), "host.not_called"),
    "host raised from": (
        in_run("try:", "    return 1", "except now:", "    pass"),
        "host.not_called",
    ),
    "host matched": (
        in_run("match input:", "    case now():", "        return 1"),
        "host.not_called",
    ),
    "host deleted": (in_run("del measures", "return 1"), "host.shadowed"),
    "host assigned": (in_run("measures = 1", "return measures"), "host.shadowed"),
    "host as a parameter": (in_run("def f(now): return now()", "return 1"), "host.shadowed"),
    "host as a function": (returns("1", top="def notify(text): pass"), "host.shadowed"),
    "host as an import": (returns("1", top="import math as tasks"), "host.shadowed"),
    "host from an import": (returns("1", top="from math import floor as goals"), "host.shadowed"),
    "host by for": (in_run("for now in [1]: pass", "return 1"), "host.shadowed"),
    "host by global": (in_run("global measures", "return 1"), "host.shadowed"),
    "host by nonlocal": (
        in_run("def f():", "    nonlocal today", "return 1"),
        "code.syntax host.shadowed",
    ),
    "host by except": (
        in_run("try:", "    return 1", "except ValueError as record:", "    pass"),
        "host.shadowed",
    ),
    "host by match": (
        in_run("match input:", "    case tasks:", "        return 1"),
        "host.shadowed",
    ),
    "host by match rest": (
        in_run("match input:", "    case {**goals}:", "        return 1"),
        "host.shadowed",
    ),
    "host by class": (in_run("class notify:", "    x = 1", "return 1"), "host.shadowed"),
    "host by a comprehension": (returns("[1 for now in [1]]"), "host.shadowed"),
    "host by unpacking": (in_run("a, *now = [1, 2]", "return 1"), "host.shadowed"),
    "host in full width": (in_run("ｎｏｗ = 1", "return 1"), "host.shadowed"),
    # at the top, before run
    "call at the top": (returns("x", top="x = now()"), "host.at_top_level"),
    "call at the top, inside": (returns("x", top="x = [len(now())]"), "host.at_top_level"),
    "call in a default": (returns("f()", top="def f(x=now()): return x"), "host.at_top_level"),
    "call in a lambda's default": (
        returns("1", top="f = lambda x=now(): x"),
        "host.at_top_level",
    ),
    "call by a function of its own": (
        returns("x", top="def f(): return now()\ndef g(): return f()\nx = g()"),
        "host.at_top_level",
    ),
    "call in a decorator": (
        returns("1", top="def d(f): return now()\n@d\ndef g(): pass"),
        "host.at_top_level",
    ),
    "expression at the top": (returns("1", top="x = 1\nprint(x)"), "code.top_level"),
    "loop at the top": (returns("1", top="while True: pass"), "code.top_level"),
    "class at the top": (returns("1", top="class A: pass"), "code.top_level"),
    "item at the top": (returns("1", top="x = {}\nx['a'] = 1"), "code.top_level"),
    "attribute at the top": (returns("1", top="import json\njson.dumps = 1"), "code.top_level"),
    "del at the top": (returns("1", top="x = 1\ndel x"), "code.top_level"),
    "if at the top": (returns("1", top="if True: x = 1"), "code.top_level"),
    # run is something else
    "no run": (skill("def other(input):\n    return 1\n"), "code.no_run"),
    "run twice": (skill(NOTHING + NOTHING), "code.run_twice"),
    "run replaced": (skill(NOTHING + "run = lambda input: 2\n"), "code.run_twice"),
    "run unpacked": (skill(NOTHING + "[run, x] = [1, 2]\n"), "code.run_twice"),
    "run imported": (skill(NOTHING + "from math import floor as run\n"), "code.run_twice"),
    "run by global": (
        skill(NOTHING + "def f():\n    global run\n    run = 1\n"),
        "code.run_twice",
    ),
    "run by walrus": (skill(NOTHING + "x = (run := 1)\n"), "code.run_twice"),
    "run async": (skill("async def run(input):\n    return 1\n"), "code.run_form"),
    "run of two": (skill("def run(input, other):\n    return 1\n"), "code.run_form"),
    "run of another": (skill("def run(data):\n    return 1\n"), "code.run_form"),
    "run with a default": (skill("def run(input=None):\n    return 1\n"), "code.run_form"),
    "run of all": (skill("def run(*input):\n    return 1\n"), "code.run_form"),
    "run decorated": (
        skill("def d(f):\n    return f\n@d\ndef run(input):\n    return 1\n"),
        "code.run_form",
    ),
    # capabilities
    "undeclared": (returns("measures('a', 1)"), "capability.undeclared"),
    "another is declared": (
        returns("notify('a')", capabilities=_M),
        "capability.undeclared capability.unused",
    ),
    "declared without use": (returns("1", capabilities="notify"), "capability.unused"),
    "declared twice": (
        returns("measures('a', 1)", capabilities=f"{_M}, {_M}"),
        "capabilities.twice",
    ),
    "one that is not": (returns("1", capabilities="admin"), "capabilities.unknown"),
    "all of them": (returns("1", capabilities="'*'"), "capabilities.unknown"),
    # another tenant
    "a key for the tenant": (skill(head=front() + "tenant: other\n"), "front.unknown"),
    "the tenant in an example": (
        with_examples("  - {input: {}, output: 1, given: {tenant: other}}\n"),
        "examples.invalid",
    ),
    "grants in the frontmatter": (skill(head=front() + "grants: ['*']\n"), "front.unknown"),
    # YAML
    "alias": (skill(head=front() + "x: &a [1]\ny: *a\n"), "yaml.anchor"),
    "laughs": (
        skill(head="a: &a [x, x]\n" + "".join(f"b{i}: [*a, *a]\n" for i in range(99))),
        "yaml.anchor",
    ),
    "merge key": (skill(head=front() + "<<: {a: 1}\n"), "yaml.merge"),
    "a tag that runs": (skill(head="name: !!python/object/apply:os.system ['id']"), "yaml.tag"),
    "a plain tag": (skill(head="name: !!str a"), "yaml.tag"),
    "key twice": (skill(head=front() + "name: other\n"), "yaml.key_twice"),
    "key twice, quoted": (skill(head=front() + '"na\\u006de": other\n'), "yaml.key_twice"),
    "a key that is a number": (skill(head=front() + "1: a\n"), "yaml.key_not_text"),
    "a key that is null": (skill(head=front() + "~: a\n"), "yaml.key_not_text"),
    "a key that is a list": (skill(head=front() + "? [a]\n: b\n"), "yaml.key_not_text"),
    "NaN": (with_examples("  - {input: {}, output: .nan}\n"), "yaml.number"),
    "infinity": (with_examples("  - {input: {}, output: -.inf}\n"), "yaml.number"),
    "a float too large": (with_examples("  - {input: {}, output: 1e999}\n"), "yaml.number"),
    "an integer too large": (
        with_examples("  - {input: {}, output: 9007199254740992}\n"),
        "yaml.number",
    ),
    "60,000 digits": (
        with_examples(f"  - {{input: {{}}, output: {'9' * 60_000}}}\n"),
        "yaml.number",
    ),
    "21 levels": (skill(head="a: " + "[" * 20 + "]" * 20), "yaml.too_deep"),
    "30,000 levels": (skill(head="a: " + "[" * 30_000), "yaml.too_deep"),
    "a second document": (skill(head=front() + "...\n--- \na: 1\n"), "yaml.second_document"),
    "a directive": (skill(head="%YAML 1.1\n--- \n" + front()), "yaml.second_document"),
    "half a surrogate": (skill(head=front(description='"\\ud800"')), "yaml.surrogate yaml.invalid"),
    "60,000 open quotes": (skill(head="a: " + "'" * 60_001), "yaml.invalid"),
    "60,000 question marks": (skill(head="? " * 30_000), "yaml.invalid yaml.key_not_text"),
    # the file
    "too large": (skill() + b" " * 65_536, "file.too_large"),
    "not UTF-8": (skill() + b"\xff", "file.not_utf8"),
    "NUL": (skill() + b"\0", "file.control"),
    "escape": (skill() + b"\x1b[2J", "file.control"),
    "a lone CR": (skill() + b"a\rb", "file.control"),
    "C1": (skill() + "\x9b".encode(), "file.control"),
    "zero width": (skill() + "\u200b".encode(), "file.invisible"),
    "right to left": (skill() + "\u202e".encode(), "file.invisible"),
    "isolate": (skill() + "\u2066".encode(), "file.invisible"),
    "byte order mark": ("\ufeff".encode() + skill(), "file.invisible"),
    "tag characters": (skill() + "\U000e0041".encode(), "file.invisible"),
    "no frontmatter": (b"```python\n" + NOTHING.encode() + b"```\n", "file.no_frontmatter"),
    "frontmatter not closed": (b"---\nname: a\n", "file.no_frontmatter_end"),
    "no code": (b"---\nname: a\n---\n", "code.missing"),
    "empty": (b"", "file.no_frontmatter"),
    "two blocks": (skill() + b"```python\nx = 1\n```\n", "code.second_block"),
    "a block of another kind": (skill() + b"```sh\nrm -rf /\n```\n", "code.second_block"),
    "tildes": (skill() + b"~~~python\nx = 1\n~~~\n", "code.second_block"),
    "not closed": (skill()[:-4], "code.not_closed"),
    "an end that is none": (
        skill('x = """\n``` \n"""\ndef run(input):\n    return 1\n'),
        "code.like_an_end",
    ),
    # the parser
    "syntax": (skill("def run(input:\n"), "code.syntax"),
    "60,000 minuses": (returns("-" * 60_000 + "1"), "code.syntax"),
    "30,000 brackets": (returns("[" * 30_000 + "]" * 30_000), "code.syntax"),
    "a number of 60,000 digits": (returns("9" * 60_000), "code.syntax"),
    "100 levels of indent": (
        skill(
            "def run(input):\n" + "".join(" " * i + "if 1:\n" for i in range(1, 102)) + " " * 102
        ),
        "code.syntax",
    ),
    "30,000 attributes": (returns("x" + ".x" * 30_000), "code.syntax"),
    # what the description says
    "a link": (skill(head=front(description="'[a](http://b.c)'")), "description.markup"),
    "a picture": (skill(head=front(description="'![a](b)'")), "description.markup"),
    "HTML": (skill(head=front(description="'<img src=x onerror=y>'")), "description.markup"),
    "HTML, not closed": (skill(head=front(description="'<img src=x'")), "description.markup"),
    "an entity": (skill(head=front(description="'&lt;b&gt;'")), "description.markup"),
    "a heading": (skill(head=front(description="'# Important'")), "description.markup"),
    "bold": (skill(head=front(description="'**Important**'")), "description.markup"),
    "italic": (skill(head=front(description="'_Important_ this'")), "description.markup"),
    "hidden in an escape": (skill(head=front(description='"a\\u202eb"')), "description.markup"),
    "hidden in a parameter": (
        skill(head=front(parameters='{type: object, title: "a\\u200bb"}')),
        "parameters.hidden",
    ),
    "an empty description": (skill(head=front(description="''")), "description.length"),
    "1,025 characters": (skill(head=front(description="a" * 1025)), "description.length"),
    # names
    "a name like a host function": (skill(head=front(name="notify")), "name.invalid"),
    "a name with a Cyrillic a": (skill(head=front(name="sleep-\u0430verage")), "name.invalid"),
    "a name with a newline": (skill(head=front(name='"a\\n"')), "name.invalid"),
    "a name that walks": (skill(head=front(name="../../etc/passwd")), "name.invalid"),
    "65 letters": (skill(head=front(name="a" * 65)), "name.invalid"),
    # schemas
    "$ref": (skill(head=front(parameters="{type: object, $ref: x}")), "parameters.invalid"),
    "pattern": (
        skill(head=front(parameters="{type: object, properties: {a: {type: string, pattern: x}}}")),
        "parameters.invalid",
    ),
    "not an object": (skill(head=front(parameters="{type: array}")), "parameters.not_object"),
    "no type": (skill(head=front(parameters="{}")), "parameters.not_object"),
    "a type that is not": (
        skill(head=front(parameters="{type: object, items: {type: [x]}}")),
        "parameters.invalid",
    ),
    # examples
    "no example": (skill(head=front().split("examples:")[0] + "examples: []"), "examples.count"),
    "11 examples": (with_examples("  - {input: {}, output: 1}\n" * 11), "examples.count"),
    "input that does not fit": (with_examples("  - {input: [], output: 1}\n"), "examples.invalid"),
    "an effect of a read": (
        with_examples("  - {input: {}, output: 1, effects: [{call: measures, args: {}}]}\n"),
        "examples.invalid",
    ),
    "a world without an offset": (
        with_examples("  - {input: {}, output: 1, given: {now: '2026-03-02T08:00:00'}}\n"),
        "examples.invalid",
    ),
    "a moment before all years": (
        with_examples("  - {input: {}, output: 1, given: {now: '0001-01-01T00:00:00+14:00'}}\n"),
        "examples.invalid",
    ),
    "a moment without dashes": (
        with_examples(
            "  - input: {}\n    output: 1\n"
            "    given: {measures: {a: [{at: 20260301T0700+0100, value: 1}]}}\n"
        ),
        "examples.invalid",
    ),
}
"""Files whose form is refused, each with the keys of problems of which one at least is found."""

FAILS: Mapping[str, tuple[bytes, str]] = {
    # time
    "a loop": (in_run("while True: pass"), "time_limit"),
    "a loop that catches all": (
        in_run(
            "while True:",
            "    try:",
            "        while True: pass",
            "    except BaseException:",
            "        pass",
        ),
        "time_limit",
    ),
    "a loop with an end to say": (
        in_run("try:", "    while True: pass", "finally:", "    return 1"),
        "time_limit",
    ),
    "powers of powers": (
        in_run("x = 3", "for i in range(100): x = x * x", "return 1"),
        "time_limit memory_limit",
    ),
    "a sum without an end": (
        returns("sum(itertools.count())", top="import itertools"),
        "time_limit",
    ),
    "equal, if anybody lived to see": (
        in_run(
            "x = ['a']", "y = ['a']", "for i in range(41): x, y = [x, x], [y, y]", "return x == y"
        ),
        "time_limit",
    ),
    "printing": (in_run("while True: print('a' * 100000)"), "time_limit"),
    # memory
    "a list": (in_run("x = [1]", "while True: x = x * 2"), "memory_limit"),
    "a list that catches all": (
        in_run(
            "x = []",
            "try:",
            "    while True: x.append('a' * 100000 + str(len(x)))",
            "except BaseException:",
            "    return 1",
        ),
        "memory_limit",
    ),
    "a text": (returns("len('a' * 10 ** 10)"), "memory_limit"),
    "a constant to fold": (returns("9 ** 9 ** 9"), "memory_limit time_limit"),
    "a shift": (returns("1 << 10 ** 10"), "memory_limit"),
    "a width": (returns("f'{1:>{10 ** 9}}'"), "memory_limit"),
    "a width by percent": (returns("'%1000000000d' % 1"), "memory_limit"),
    "replacements": (
        in_run("s = 'a' * 1000", "for i in range(9): s = s.replace('a', s)", "return 1"),
        "memory_limit",
    ),
    "a join": (returns("len(('a' * 10 ** 6).join(['b'] * 10 ** 5))"), "memory_limit"),
    "permutations": (
        returns("len(list(itertools.permutations(range(12))))", top="import itertools"),
        "memory_limit time_limit",
    ),
    "a shared graph in words": (
        in_run("x = ['a']", "for i in range(41): x = [x, x]", "return len(repr(x))"),
        "memory_limit time_limit",
    ),
    "a million levels": (
        in_run("x = []", "for i in range(10 ** 6): x = [x]", "return x"),
        "memory_limit",
    ),
    "a long decimal": (
        returns("int(Decimal('1e999999999')) % 7", top="from decimal import Decimal"),
        "memory_limit time_limit raised",
    ),
    # recursion
    "recursion": (returns("run(input)"), "raised"),
    "recursion of two": (
        returns("f(1)", top="def f(x): return g(x)\ndef g(x): return f(x)"),
        "raised",
    ),
    # regular expressions
    "backtracking": (
        returns("bool(re.match(r'(a*)*\\1b', 'a' * 40))", top="import re"),
        "raised time_limit",
    ),
    "a large automaton": (
        returns("bool(re.compile('(?:a{0,1000}){0,1000}'))", top="import re"),
        "raised memory_limit time_limit",
    ),
    # walks by format
    "format walk": (returns("'{0.__class__}'.format(1)"), "raised"),
    "format walk by index": (returns("'{a[0].__class__.__mro__}'.format(a=[1])"), "raised"),
    "format map": (returns("'{x.__class__}'.format_map({'x': 1})"), "raised"),
    "f-string of a format": (returns("f'{1:{input.missing}}'"), "raised"),
    # the host, flooded
    "101 calls": (in_run("for i in range(101): now()", "return 1"), "calls_limit"),
    "101 calls, caught": (
        in_run(
            "while True:",
            "    try:",
            "        now()",
            "    except BaseException:",
            "        pass",
        ),
        "calls_limit",
    ),
    "101 refused calls": (
        in_run(
            "for i in range(101):",
            "    try:",
            "        measures([], 1)",
            "    except TypeError:",
            "        pass",
            "return 1",
            capabilities=_M,
        ),
        "calls_limit",
    ),
    "11 effects": (
        in_run(
            "for i in range(11): record('water_l', i, 'l')",
            "return 1",
            capabilities="write:measures",
        ),
        "effects_limit",
    ),
    "4 messages": (
        in_run("for i in range(4): notify('drink')", "return 1", capabilities="notify"),
        "effects_limit",
    ),
    "4 messages, caught": (
        in_run(
            "try:",
            "    for i in range(4): notify('drink')",
            "except BaseException:",
            "    pass",
            "return 1",
            capabilities="notify",
        ),
        "effects_limit",
    ),
    # arguments
    "a graph as an argument": (
        in_run(
            "x = ['a']",
            "for i in range(41): x = [x, x]",
            "return measures(x, 1)",
            capabilities=_M,
        ),
        "raised",
    ),
    "a metric of 30 MB": (returns("measures('a' * 30000000, 1)", capabilities=_M), "raised"),
    "a tenant as an argument": (
        returns("measures('a', 1, tenant='other')", capabilities=_M),
        "raised",
    ),
    "a tenant as a position": (returns("measures('other', 'a', 1)", capabilities=_M), "raised"),
    "true days": (returns("measures('a', True)", capabilities=_M), "raised"),
    "3,661 days": (returns("measures('a', 3661)", capabilities=_M), "raised"),
    "days of 10,000 digits": (returns("measures('a', 10 ** 10000)", capabilities=_M), "raised"),
    "a metric that injects": (returns('measures("a\' or 1", 1)', capabilities=_M), "raised"),
    "a value that is NaN": (
        returns("record('a', float('nan'), '')", capabilities="write:measures"),
        "raised",
    ),
    "a link to go to": (returns("notify('see HTTPS://a.b')", capabilities="notify"), "raised"),
    "a link in full width": (
        returns("notify('see ｈｔｔｐｓ：//a.b')", capabilities="notify"),
        "raised",
    ),
    "an address to write to": (returns("notify('to a@b.c')", capabilities="notify"), "raised"),
    "a hidden turn": (returns("notify('a\\u202eb')", capabilities="notify"), "raised"),
    "an escape": (returns("notify('\\x1b[2J')", capabilities="notify"), "raised"),
    "501 characters": (returns("notify('a' * 501)", capabilities="notify"), "raised"),
    "a day that is not": (
        returns("create_task('a', '2026-02-30')", capabilities="write:tasks"),
        "raised",
    ),
    # what is not declared is not there
    "an alias at the top": (
        returns("x", top="def f(): return now()\ng = [f]\nx = g[0]()"),
        "host_at_top_level",
    ),
    "an alias at the top, as a key": (
        returns("x", top="def f(a): return now()\nx = sorted([1], key=f)"),
        "host_at_top_level raised",
    ),
    "a builtin that is not": (returns("memoryview(b'a')"), "raised"),
    "input": (returns("input('x')"), "raised"),
    # answers
    "NaN": (returns("float('nan')"), "result_number"),
    "infinity": (returns("[1e308 * 10]"), "result_number"),
    "2^53": (returns("2 ** 53"), "result_number"),
    "-2^53": (returns("{'a': -2 ** 53}"), "result_number"),
    "10,000 digits": (returns("10 ** 10000"), "result_number"),
    "a set": (returns("{1}"), "result_type"),
    "bytes": (returns("b'a'"), "result_type"),
    "a date": (returns("datetime.date(2026, 3, 1)", top="import datetime"), "result_type"),
    "a decimal": (returns("[Decimal(1)]", top="from decimal import Decimal"), "result_type"),
    "a function": (returns("run"), "result_type"),
    "a lambda": (returns("lambda: 1"), "result_type"),
    "an iterator": (returns("iter([1])"), "result_type"),
    "an endless iterator": (returns("itertools.count()", top="import itertools"), "result_type"),
    "a range": (returns("range(3)"), "result_type"),
    "keys": (returns("{'a': 1}.keys()"), "result_type"),
    "a deque": (returns("deque([1])", top="from collections import deque"), "result_type"),
    "a class": (in_run("class A: x = 1", "return A"), "result_type"),
    "an instance": (in_run("class A: x = 1", "return A()"), "result_type"),
    "an exception": (returns("ValueError('a')"), "result_type"),
    "a module": (returns("math", top="import math"), "result_type"),
    "an ellipsis": (returns("..."), "result_type"),
    "a key that is a number": (returns("{1: 1}"), "result_key"),
    "a key that is a bool": (returns("{True: 1}"), "result_key"),
    "a key that is nothing": (returns("{None: 1}"), "result_key"),
    "a cycle": (in_run("x = []", "x.append(x)", "return x"), "result_depth"),
    "a cycle of dicts": (in_run("x = {}", "x['a'] = x", "return x"), "result_depth"),
    "33 levels": (
        in_run("x = 1", "for i in range(33): x = [x]", "return x"),
        "result_depth",
    ),
    "a shared graph": (
        in_run("x = 1", "for i in range(30): x = [x, x]", "return x"),
        "result_length",
    ),
    "64 KiB and a byte": (returns("'a' * 65535"), "result_length"),
    "64 KiB and a byte, in Polish": (returns("'ą' * 32767 + 'a'"), "result_length"),
    "a long key": (returns("{'a' * 70000: 1}"), "result_length"),
    "40,000 numbers": (returns("[1] * 40000"), "result_length"),
    # last words
    "an exception of 60 MB": (
        in_run("raise ValueError('a' * 60000000)"),
        "raised memory_limit",
    ),
    "an exception that is a graph": (
        in_run("x = ['a']", "for i in range(41): x = [x, x]", "raise ValueError(x)"),
        "raised memory_limit time_limit",
    ),
    "an exit": (in_run("raise SystemExit(0)"), "raised"),
    "an interrupt": (in_run("raise KeyboardInterrupt"), "raised"),
    "a forged limit": (in_run("raise TimeoutError('nothing')"), "raised"),
    "escapes in an exception": (in_run("raise ValueError('\\x1b[2J\\u202e\\n' * 999)"), "raised"),
}
"""Files of good form whose run fails, each with the ways in which it may."""
