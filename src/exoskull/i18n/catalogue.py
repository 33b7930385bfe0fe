"""The entries of a language, read once, and what each of them needs to be told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from exoskull.i18n.arguments import functions

LANGUAGES = ("pl", "en")

OPTIONAL = "none"
"""What an argument that may be left out is taken for; a `[none]` variant speaks to it."""


class MissingText(LookupError):
    """There is no such language or entry, or the entry was not told what it needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry's variables, those of the entries it refers to included.

    `optional` ones may be left out: they only select (the default variant is taken then), or a
    `[none]` variant stands for their absence.
    """

    required: frozenset[str]
    optional: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The entries of one language."""

    language: str
    bundle: FluentBundle
    entries: Mapping[str, Entry]


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of `language`, from every .ftl file of its folder; raises MissingText.

    Raises ValueError, naming the file, for an entry that does not parse or is there twice.
    """
    if language not in LANGUAGES:
        raise MissingText(f"no texts in the language {str(language)!r}")
    bundle = FluentBundle([language], functions=functions(str(language)), use_isolating=False)
    patterns: dict[str, ast.Pattern] = {}
    folder = files("exoskull.i18n").joinpath(str(language))
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if not file.name.endswith(".ftl"):
            continue
        resource = FluentResource(file.read_text(encoding="utf-8"))
        for name, pattern in _patterns(resource, f"{language}/{file.name}"):
            if name in patterns:
                raise ValueError(f"{language}/{file.name}: {name} is there twice")
            patterns[name] = pattern
        bundle.add_resource(resource)
    entries = {name: _entry(name, patterns) for name in patterns}
    return Catalogue(language=str(language), bundle=bundle, entries=MappingProxyType(entries))


def _patterns(resource: ast.Resource, file: str) -> Iterator[tuple[str, ast.Pattern]]:
    for item in resource.body:
        if isinstance(item, ast.Junk):
            raise ValueError(f"{file}: cannot be read: {item.content!r}")
        if isinstance(item, ast.Message):
            if item.value is None or item.attributes:
                raise ValueError(f"{file}: {item.id.name} must be a value without attributes")
            yield item.id.name, item.value
        elif isinstance(item, ast.Term):
            yield f"-{item.id.name}", item.value


def _entry(name: str, patterns: Mapping[str, ast.Pattern]) -> Entry:
    used, spoken, absent = set[str](), set[str](), set[str]()
    for node in _nodes(patterns[name], patterns, frozenset({name})):
        if isinstance(node, ast.SelectExpression):
            selector = node.selector
            if isinstance(selector, ast.FunctionReference):
                selector = selector.arguments.positional[0]
            if isinstance(selector, ast.VariableReference):
                used.add(selector.id.name)
                keys = {
                    variant.key.name
                    for variant in node.variants
                    if isinstance(variant.key, ast.Identifier)
                }
                if OPTIONAL in keys:
                    absent.add(selector.id.name)
        elif isinstance(node, ast.VariableReference):
            used.add(node.id.name)
            spoken.add(node.id.name)
    return Entry(required=frozenset(spoken - absent), optional=frozenset(used - (spoken - absent)))


def _nodes(
    node: ast.BaseNode, patterns: Mapping[str, ast.Pattern], seen: frozenset[str]
) -> Iterator[ast.BaseNode]:
    """`node` and all below it, through references; a variable that selects comes as its select."""
    yield node
    if isinstance(node, ast.MessageReference) and node.id.name not in seen:
        name = node.id.name
        if name not in patterns:
            raise ValueError(f"there is no entry {name} to refer to")
        yield from _nodes(patterns[name], patterns, seen | {name})
    if isinstance(node, ast.SelectExpression):
        for variant in node.variants:
            yield from _nodes(variant.value, patterns, seen)
        return
    for value in vars(node).values():
        for below in value if isinstance(value, list) else [value]:
            if isinstance(below, ast.BaseNode):
                yield from _nodes(below, patterns, seen)
