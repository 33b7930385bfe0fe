"""Whether a file has the form of a skill: everything that can be told without running it."""

import ast
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

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
from exoskull.skills.plain_yaml import NotPlain, read
from exoskull.skills.risk import risk

KEYS = ("name", "description", "parameters", "capabilities", "examples")
_NAME = re.compile(r"[a-z][a-z0-9-]{0,63}")
_MARKUP = re.compile(
    r"</?[a-z!?][^>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+);|!?\[[^\]]*\]\s*[(\[]|`|\*\*|__|^\s{0,3}#{1,6}\s"
    r"|^\s{0,3}>\s|https?:|www\.",
    re.IGNORECASE | re.MULTILINE,
)
_SIZE = 64 * 1024
_DEPTH = 32


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
        front = read(layout.frontmatter)
    except NotPlain as error:
        found = error.problem
        line = found.line + layout.frontmatter_line - 1 if found.line else None
        moved = Problem(key=found.key, line=line, args=found.args)
        return Refused(name=None, problems=(moved,))
    if not isinstance(front, dict):
        return Refused(name=None, problems=(Problem(key="front.not_mapping", line=2),))
    return _whole(text, layout, front)


def _whole(text: str, layout: Layout, front: dict[str, Any]) -> SkillFile | Refused:
    def at(key: str) -> int | None:
        return _line_of(layout, key)

    found: list[Problem] = [
        Problem(key="front.unknown", line=at(key), args={"name": key[:64]})
        for key in front
        if key not in KEYS
    ]
    found += [Problem(key="front.missing", args={"name": key}) for key in KEYS if key not in front]
    found += [
        Problem(key=one.key, line=at(one.key.split(".")[0]), args=one.args)
        for one in _frontmatter(front)
    ]
    tree = dialect.parse(layout.code)
    in_code = [tree] if isinstance(tree, Problem) else dialect.problems(tree)
    if isinstance(tree, ast.Module) and isinstance(front.get("capabilities"), list):
        in_code += _capabilities(tree, front["capabilities"])
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
        return Refused(name=named, problems=tuple(found))
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
        examples=tuple(_example(one) for one in front["examples"]),
        prose=layout.prose,
        code=layout.code,
        code_line=layout.code_line,
        risk=risk(capabilities, words),
        source=text,
    )


def _line_of(layout: Layout, key: str) -> int | None:
    for number, line in enumerate(layout.frontmatter.split("\n"), layout.frontmatter_line):
        if re.match(rf"[\"']?{re.escape(key)}[\"']?\s*:", line):
            return number
    return None


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
    if "capabilities" in front:
        yield from _declared(front["capabilities"])
    if "examples" in front:
        yield from _examples(front["examples"], front.get("parameters"))


def _description(value: Any) -> Iterator[Problem]:
    if not isinstance(value, str) or not 1 <= len(value) <= DESCRIPTION_MAX or not value.strip():
        yield Problem(key="description.length", args={"limit": str(DESCRIPTION_MAX)})
        return
    hidden = [one for one in value if unicodedata.category(one) in ("Cc", "Cf") and one != "\n"]
    if _MARKUP.search(unicodedata.normalize("NFKC", value)) or hidden:
        yield Problem(key="description.markup")


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


def _capabilities(tree: ast.Module, declared: list[Any]) -> list[Problem]:
    used = dialect.used(tree)
    found = [
        Problem(key="capability.undeclared", line=line, args={"name": one.value})
        for one, line in used.items()
        if one.value not in declared
    ]
    needless = [one for one in declared if one in list(Capability) and one not in list(used)]
    return found + [Problem(key="capability.unused", args={"name": one}) for one in needless]


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
    yield from (key[:64] for key in one.keys() - {"input", "output", "given", "effects"})
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


def _example(one: dict[str, Any]) -> Example:
    return Example(
        input=one["input"],
        given=one.get("given"),
        output=one["output"],
        effects=tuple(
            Effect(call=effect["call"], args=effect["args"]) for effect in one.get("effects", [])
        ),
    )


def fits(value: Any) -> bool:
    """Whether `value`, plain JSON, is short and flat enough to be an answer."""
    return len(json.dumps(value)) <= _SIZE and _depth(value) <= _DEPTH


def _depth(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(_depth, value), default=0)
    return 0
