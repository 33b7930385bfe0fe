"""What the code of a skill may look like, read off its syntax tree. Nothing is run.

The interpreter has no files, no network and no clock of its own; these rules keep what it does have
from being reached by another name, and make what a skill can do readable off its text.
"""

import ast
import unicodedata
import warnings
from collections import defaultdict, deque
from collections.abc import Collection, Iterator

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
ITERATORS = frozenset({"enumerate", "filter", "map", "reversed", "zip"})
"""Builtins that give an iterator in Python, and a list in the interpreter."""

_ASSIGNMENTS = (ast.Assign, ast.AnnAssign, ast.AugAssign)
_TOP_LEVEL = (ast.Import, ast.ImportFrom, ast.FunctionDef, *_ASSIGNMENTS)


def parse(code: str) -> ast.Module | Problem:
    """The tree of `code`; lines of the problem count from 1 in the code."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of escapes that mean nothing, and the like
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
        if isinstance(node, _TOP_LEVEL) and all(map(_is_name, _targets(node))):
            continue
        is_docstring = (
            index == 0
            and isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        )
        if not is_docstring:
            yield Problem(key="code.top_level", line=node.lineno)


def _targets(node: ast.stmt) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return node.targets
    return [node.target] if isinstance(node, ast.AnnAssign | ast.AugAssign) else []


def _is_name(target: ast.expr) -> bool:
    match target:
        case ast.Name():
            return True
        case ast.Tuple(elts=inner) | ast.List(elts=inner):
            return all(map(_is_name, inner))
        case ast.Starred(value=inner):
            return _is_name(inner)
    return False


def _run(tree: ast.Module) -> Iterator[Problem]:
    runs = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == "run"
    ]
    if not runs:
        yield Problem(key="code.no_run", line=1)
        return
    first, *more = runs
    for again in [*more, *_rebindings(tree)]:
        yield Problem(key="code.run_twice", line=getattr(again, "lineno", None))
    given = first.args
    ok = (
        isinstance(first, ast.FunctionDef)
        and not first.decorator_list
        and [one.arg for one in given.args] == ["input"]
        and not (given.posonlyargs or given.kwonlyargs or given.vararg or given.kwarg)
        and not given.defaults
    )
    if not ok:
        yield Problem(key="code.run_form", line=first.lineno)
    for node in _own_returns(first):
        if node.value is not None and _gives_iterator(node.value):
            yield Problem(key="code.iterator", line=node.lineno)


def _own_returns(run: ast.AST) -> Iterator[ast.Return]:
    """Those of `run` itself, not of what is defined in it."""
    for node in ast.iter_child_nodes(run):
        if isinstance(node, ast.Return):
            yield node
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield from _own_returns(node)


def _gives_iterator(value: ast.expr) -> bool:
    """Whether `value`, or a part that is written out in it, is an iterator to Python. The
    interpreter hands out a list in its place; a skill is to mean the same everywhere."""
    match value:
        case ast.GeneratorExp():
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in ITERATORS
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return any(map(_gives_iterator, parts))
        case ast.Dict(values=parts):
            return any(map(_gives_iterator, parts))
        case ast.IfExp(body=one, orelse=other):
            return _gives_iterator(one) or _gives_iterator(other)
    return False


def _rebindings(tree: ast.Module) -> Iterator[ast.AST]:
    """What makes the top-level name `run` something else than the function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Global) and "run" in node.names:
            yield node
    for top in tree.body:
        if isinstance(top, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node in ast.walk(top):
            stored = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
            if (stored or isinstance(node, ast.alias)) and "run" in _identifiers(node):
                yield node


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
        case ast.AST() if type(node).__name__ in ("TypeVar", "TypeVarTuple", "ParamSpec"):
            return [str(getattr(node, "name", ""))]  # of Python 3.12 and later
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
        for given in _identifiers(node):
            name = unicodedata.normalize("NFKC", given)
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
    """Host functions called while the code is read, also through functions of its own. What is
    called by yet another way is stopped when it is."""
    reaching = {*HOSTS, *_reaching(tree)}
    for node in tree.body:
        at_once: list[ast.AST]
        if isinstance(node, ast.FunctionDef):
            kept = [one for one in node.args.kw_defaults if one is not None]
            at_once = [*node.decorator_list, *node.args.defaults, *kept]
        else:
            at_once = [node]
        wrapped = [one for one in getattr(node, "decorator_list", []) if isinstance(one, ast.Name)]
        for call in (*wrapped, *_called(at_once)):
            if call.id in reaching:
                yield Problem(key="host.at_top_level", line=call.lineno)


def _reaching(tree: ast.Module) -> Collection[str]:
    """The top-level functions that call a host function, themselves or through another."""
    callers: dict[str, set[str]] = defaultdict(set)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            for call in _called([*node.body], also_later=True):
                callers[call.id].add(node.name)
    found: set[str] = set()
    queue = deque(name for host in HOSTS for name in callers[host])
    while queue:
        name = queue.popleft()
        if name not in found:
            found.add(name)
            queue.extend(callers[name])
    return found


def _called(nodes: list[ast.AST], *, also_later: bool = False) -> Iterator[ast.Name]:
    """The names that `nodes` call; those in the body of a lambda only with `also_later`."""
    queue = deque(nodes)
    while queue:
        node = queue.popleft()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func
        if isinstance(node, ast.Lambda) and not also_later:
            kept = [one for one in node.args.kw_defaults if one is not None]
            queue.extend([*node.args.defaults, *kept])
        else:
            queue.extend(ast.iter_child_nodes(node))
