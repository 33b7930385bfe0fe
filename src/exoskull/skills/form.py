"""Whether a file has the form of a skill: everything that can be told without running it."""

import ast
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from exoskull.sandbox.limits import LIMITS
from exoskull.skills import dialect, schema, world
from exoskull.skills.layout import Layout, decode, split
from exoskull.skills.model import (
    DESCRIPTION_MAX,
    EFFECTS,
    EXAMPLES_MAX,
    HOSTS,
    Capability,
    Effect,
    Example,
    Problem,
    SkillFile,
)
from exoskull.skills.plain_yaml import Document, NotPlain, read
from exoskull.skills.risk import risk

PROBLEMS_MAX = 100
"""More than anybody reads at once."""

KEYS = ("name", "description", "parameters", "capabilities", "examples")
_NAME = re.compile(r"[a-z][a-z0-9-]{0,63}")
_MARKUP = re.compile(
    r"""
      <[a-z/!?]  |  &(?:\#\d+|\#x[0-9a-f]+|[a-z]+);              # HTML
    | \[[^\]]*\]\s*[(\[]  |  https?:  |  www\.                  # links
    | `  |  \*\*  |  __  |  ~~                                  # Markdown: code, and strong
    | (?<![\w*])\*[^\s*][^*]*\*  |  (?<!\w)_[^\s_][^_]*_(?!\w)  # emphasis
    | ^\s{0,3}(?:\#{1,6}|>|[-*+]|\d{1,9}[.)])\s                # headings, quotes, lists
    | \n\s{0,3}(?:=+|-+)\s*$  |  ^\s{0,3}([-*_])(?:[ ]*\1){2,}\s*$  # headings and rules, underlined
    | ^\s*\|.*\|                                              # tables
    """,
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A file that is no skill: what could be read of it, and what is wrong."""

    name: str | None
    problems: tuple[Problem, ...]


def read_skill(data: bytes) -> SkillFile | Refused:
    """The skill in `data`, or everything that is wrong with its form. Nothing of it is run."""
    text = decode(data)
    if isinstance(text, Problem):
        return Refused(name=None, problems=(text,))
    layout = split(text)
    if isinstance(layout, Problem):
        return Refused(name=None, problems=(layout,))
    try:
        document = read(layout.frontmatter)
    except NotPlain as error:
        found = error.problem
        line = found.line + layout.frontmatter_line - 1 if found.line else None
        moved = Problem(key=found.key, line=line, args=found.args)
        return Refused(name=None, problems=(moved,))
    if not isinstance(document.value, dict):
        return Refused(name=None, problems=(Problem(key="front.not_mapping", line=2),))
    return _whole(text, layout, document)


def _whole(text: str, layout: Layout, document: Document) -> SkillFile | Refused:
    front = document.value

    def at(*place: Any) -> int:
        """The line of a key, or of an entry of its list; the first, where it is not there."""
        line = document.lines.get(place) or document.lines.get(place[:1])
        return line + layout.frontmatter_line - 1 if line else 1

    found: list[Problem] = [
        Problem(key="front.unknown", line=at(key), args={"name": key[:64]})
        for key in front
        if key not in KEYS
    ]
    found += [
        Problem(key="front.missing", line=1, args={"name": key}) for key in KEYS if key not in front
    ]
    for one in _frontmatter(front):
        entry = [int(one.args["number"]) - 1] if "number" in one.args else []
        line = at(one.key.split(".")[0], *entry)
        found.append(Problem(key=one.key, line=line, args=one.args))
    tree = dialect.parse(layout.code)
    in_code = [tree] if isinstance(tree, Problem) else dialect.problems(tree)
    declared = front.get("capabilities")
    if isinstance(tree, ast.Module) and isinstance(declared, list):
        in_code += _undeclared(tree, declared)
        found += [
            Problem(key="capability.unused", line=at("capabilities"), args={"name": name})
            for name in _unused(tree, declared)
        ]
    found += [
        Problem(
            key=one.key,
            line=one.line + layout.code_line - 1 if one.line else None,
            args=one.args,
        )
        for one in in_code
    ]
    name = front.get("name")
    named = name if isinstance(name, str) and _NAME.fullmatch(name) else None
    if found or isinstance(tree, Problem):
        return Refused(name=named, problems=tuple(found[:PROBLEMS_MAX]))
    capabilities = tuple(Capability(one) for one in front["capabilities"])
    words = [
        front["name"].replace("-", " "),
        *_texts(front["description"]),
        *_texts(front["parameters"]),
        *_texts(front["examples"]),
        layout.prose,
        *dialect.words(layout.code, tree),
    ]
    return SkillFile(
        name=front["name"],
        description=front["description"],
        parameters=front["parameters"],
        capabilities=capabilities,
        examples=tuple(
            _example(one, at("examples", index)) for index, one in enumerate(front["examples"])
        ),
        prose=layout.prose,
        code=layout.code,
        code_line=layout.code_line,
        risk=risk(capabilities, words),
        source=text,
    )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _frontmatter(front: dict[str, Any]) -> Iterator[Problem]:
    if "name" in front:
        name = front["name"]
        if not isinstance(name, str) or _NAME.fullmatch(name) is None or name in HOSTS:
            yield Problem(key="name.invalid")
    if "description" in front:
        yield from _description(front["description"])
    if "parameters" in front:
        parameters = front["parameters"]
        if not isinstance(parameters, dict) or parameters.get("type") != "object":
            yield Problem(key="parameters.not_object")
        else:
            for place, fault in schema.faults(parameters):
                yield Problem(key="parameters.invalid", args={"place": place, "fault": fault})
            if any(_is_hidden(text) for text in _texts(parameters)):
                yield Problem(key="parameters.hidden")
    if "capabilities" in front:
        yield from _declared(front["capabilities"])
    if "examples" in front:
        yield from _examples(front["examples"], front.get("parameters"))


def _description(value: Any) -> Iterator[Problem]:
    if not isinstance(value, str) or not 1 <= len(value) <= DESCRIPTION_MAX or not value.strip():
        yield Problem(key="description.length", args={"limit": str(DESCRIPTION_MAX)})
        return
    if _MARKUP.search(unicodedata.normalize("NFKC", value)) or _is_hidden(value):
        yield Problem(key="description.markup")


def _is_hidden(text: str) -> bool:
    """Whether something in `text` is not seen, written by an escape such as `"\\u200b"`."""
    return any(unicodedata.category(one) in _UNSEEN and one != "\n" for one in text)


def _declared(value: Any) -> Iterator[Problem]:
    known = {one.value for one in Capability}
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        yield Problem(key="capabilities.not_list")
        return
    for one in value:
        if one not in known:
            yield Problem(key="capabilities.unknown", args={"name": one[:64]})
    if len(set(value)) != len(value):
        yield Problem(key="capabilities.twice")


def _undeclared(tree: ast.Module, declared: list[Any]) -> list[Problem]:
    return [
        Problem(key="capability.undeclared", line=line, args={"name": one.value})
        for one, line in dialect.used(tree).items()
        if one.value not in declared
    ]


def _unused(tree: ast.Module, declared: list[Any]) -> list[str]:
    used = {one.value for one in dialect.used(tree)}
    return [one.value for one in Capability if one.value in declared and one.value not in used]


def _examples(value: Any, parameters: Any) -> Iterator[Problem]:
    if not isinstance(value, list) or not 1 <= len(value) <= EXAMPLES_MAX:
        yield Problem(key="examples.count", args={"limit": str(EXAMPLES_MAX)})
        return
    for number, one in enumerate(value, 1):
        for fault in _example_faults(one, parameters):
            args = {"number": str(number), "place": fault}
            yield Problem(key="examples.invalid", args=args)


def _example_faults(one: Any, parameters: Any) -> Iterator[str]:
    if not isinstance(one, dict):
        yield "example"
        return
    yield from (key[:64] for key in one if key not in {"input", "output", "given", "effects"})
    yield from (key for key in ("input", "output") if key not in one)
    sound = isinstance(parameters, dict) and not schema.faults(parameters)
    if "input" in one and sound:
        yield from schema.mismatches(one["input"], parameters)
    if "output" in one and not fits(one["output"]):
        yield "output"
    if "given" in one:
        yield from world.faults(one["given"])
    if "effects" in one:
        yield from _effect_faults(one["effects"])


def _effect_faults(effects: Any) -> Iterator[str]:
    if not isinstance(effects, list):
        yield "effects"
        return
    for index, one in enumerate(effects):
        ok = (
            isinstance(one, dict)
            and one.keys() == {"call", "args"}
            and isinstance(one["call"], str)
            and one["call"] in EFFECTS
            and isinstance(one["args"], dict)
        )
        if not ok:
            yield f"effects[{index}]"


def _example(one: dict[str, Any], line: int) -> Example:
    return Example(
        input=one["input"],
        given=one.get("given"),
        output=one["output"],
        effects=tuple(
            Effect(call=effect["call"], args=effect["args"]) for effect in one.get("effects", [])
        ),
        line=line,
    )


def fits(value: Any) -> bool:
    """Whether `value`, plain JSON, is short and flat enough to be an answer."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return len(text.encode()) <= LIMITS.answer and _depth(value) <= LIMITS.depth


def _depth(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(_depth, value), default=0)
    return 0
