"""What the code of a skill may look like, read off its syntax tree. Nothing is run.

The interpreter has no files, no network and no clock of its own; these rules keep what it does have
from being reached by another name, and make what a skill can do readable off its text.
"""

import ast
import unicodedata
from collections.abc import Iterator, Sequence

from exoskull.skills.model import HOSTS, Capability, Problem

MODULES = frozenset(
    {
        "math", "datetime", "json", "re", "itertools", "functools", "collections", "decimal",
        "bisect", "typing",
    }
)  # fmt: skip
FORBIDDEN = frozenset(
    {
        "open", "eval", "exec", "compile", "getattr", "setattr", "hasattr", "delattr", "globals",
        "locals", "vars", "dir", "type", "id", "hash", "object", "super", "breakpoint",
    }
)  # fmt: skip
_TOP_LEVEL = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.Assign, ast.AnnAssign)


def parse(code: str) -> ast.Module | Problem:
    """The tree of `code`; lines of the problem count from 1 in the code."""
    try:
        return ast.parse(code)
    except SyntaxError as error:
        return Problem(key="code.syntax", line=error.lineno, args={"said": str(error.msg)[:120]})
    except (ValueError, MemoryError, RecursionError) as error:
        return Problem(key="code.syntax", args={"said": type(error).__name__})


def problems(tree: ast.Module) -> list[Problem]:
    """Everything in `tree` that is not of the dialect, by line."""
    found = [*_top_level(tree), *_run(tree)]
    for node in ast.walk(tree):
        found += _imports(node)
        found += _names(node)
    found += _hosts(tree)
    unique = {(one.key, one.line, tuple(one.args.items())): one for one in found}
    return sorted(unique.values(), key=lambda one: (one.line or 0, one.key))


def used(tree: ast.Module) -> dict[Capability, int]:
    """The capabilities whose functions the code calls, with the line of the first call."""
    lines: dict[Capability, int] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            needs = HOSTS.get(node.func.id)
            if needs is not None:
                lines[needs] = min(node.lineno, lines.get(needs, node.lineno))
    return lines


def words(code: str, tree: ast.Module) -> list[str]:
    """What the code says in words: its strings and its comments."""
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return texts + [line.split("#", 1)[1] for line in code.split("\n") if "#" in line]


def _top_level(tree: ast.Module) -> Iterator[Problem]:
    for index, node in enumerate(tree.body):
        if isinstance(node, _TOP_LEVEL):
            targets = getattr(node, "targets", None) or [getattr(node, "target", None)]
            plain = not isinstance(node, ast.Assign | ast.AnnAssign) or all(
                _is_name(target) for target in targets
            )
            if plain:
                continue
        is_docstring = (
            index == 0
            and isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        )
        if not is_docstring:
            yield Problem(key="code.top_level", line=node.lineno)


def _is_name(target: ast.AST | None) -> bool:
    if isinstance(target, ast.Tuple):
        return all(isinstance(one, ast.Name) for one in target.elts)
    return isinstance(target, ast.Name)


def _run(tree: ast.Module) -> Iterator[Problem]:
    runs = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == "run"
    ]
    if not runs:
        yield Problem(key="code.no_run")
        return
    first, *more = runs
    for again in more:
        yield Problem(key="code.run_twice", line=again.lineno)
    given = first.args
    ok = (
        first in tree.body
        and isinstance(first, ast.FunctionDef)
        and not first.decorator_list
        and [one.arg for one in given.args] == ["input"]
        and not (given.posonlyargs or given.kwonlyargs or given.vararg or given.kwarg)
        and not given.defaults
    )
    if not ok:
        yield Problem(key="code.run_form", line=first.lineno)


def _imports(node: ast.AST) -> Iterator[Problem]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            if alias.name not in MODULES:
                yield Problem(key="code.import", line=node.lineno, args={"name": alias.name[:64]})
    elif isinstance(node, ast.ImportFrom):
        module = "." * node.level + (node.module or "")
        if module not in MODULES:
            yield Problem(key="code.import", line=node.lineno, args={"name": module[:64]})
        if any(alias.name == "*" for alias in node.names):
            yield Problem(key="code.import_all", line=node.lineno)


def _identifiers(node: ast.AST) -> list[str]:
    """The names that `node` itself uses or binds, but attributes."""
    match node:
        case ast.Name(id=name):
            return [name]
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.arg(arg=name):
            return [name]
        case ast.alias(name=name, asname=other):
            return [other] if other else [name.split(".")[0]]
        case ast.ExceptHandler(name=str(name)):
            return [name]
        case ast.Global(names=names) | ast.Nonlocal(names=names):
            return list(names)
        case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            return [name]
        case ast.MatchMapping(rest=str(name)):
            return [name]
    return []


def _attributes(node: ast.AST) -> list[str]:
    """Names that stand behind a dot, or before `=` in a call, and what an import takes."""
    match node:
        case ast.Attribute(attr=name):
            return [name]
        case ast.keyword(arg=str(name)):
            return [name]
        case ast.MatchClass(kwd_attrs=names):
            return list(names)
        case ast.alias(name=name):
            return name.split(".")
    return []


def _names(node: ast.AST) -> Iterator[Problem]:
    line = getattr(node, "lineno", None)
    own = [unicodedata.normalize("NFKC", name) for name in _identifiers(node)]
    behind = [unicodedata.normalize("NFKC", name) for name in _attributes(node)]
    for name in (*own, *behind):
        if name.startswith("_") and name != "_":
            yield Problem(key="code.underscore", line=line, args={"name": name[:64]})
    for name in own:
        if name in FORBIDDEN:
            yield Problem(key="code.forbidden_name", line=line, args={"name": name})


def _hosts(tree: ast.Module) -> Iterator[Problem]:
    called = {
        id(node.func)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    for node in ast.walk(tree):
        for name in _identifiers(node):
            if name not in HOSTS:
                continue
            if isinstance(node, ast.Name) and id(node) in called:
                continue
            line = getattr(node, "lineno", None)
            loaded = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
            key = "host.not_called" if loaded else "host.shadowed"
            yield Problem(key=key, line=line, args={"name": name})
    yield from _at_top_level(tree)


def _at_top_level(tree: ast.Module) -> Iterator[Problem]:
    """Host functions called while the code is read, also through functions of its own."""
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    reaching = {name for name, node in functions.items() if _calls(node.body, HOSTS)}
    while True:
        more = {
            name for name, node in functions.items() if name not in reaching
            and _calls(node.body, reaching)
        }  # fmt: skip
        if not more:
            break
        reaching |= more
    for node in tree.body:
        at_once: Sequence[ast.AST]
        if isinstance(node, ast.FunctionDef):
            kept = [one for one in node.args.kw_defaults if one is not None]
            at_once = [*node.decorator_list, *node.args.defaults, *kept]
        else:
            at_once = [node]
        for call in _calls(at_once, {*HOSTS, *reaching}):
            yield Problem(key="host.at_top_level", line=call.lineno)


def _calls(nodes: Sequence[ast.AST], names: object) -> list[ast.Call]:
    return [
        node
        for top in nodes
        for node in ast.walk(top)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names  # type: ignore[operator]
    ]
