"""Who may import whom: the contracts of pyproject.toml, and what they cannot say."""

import ast
from collections.abc import Iterator
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

SOURCE = Path(__file__).parents[2] / "src/exoskull"


def imports() -> Iterator[tuple[str, str]]:
    """Every file of the program with each module of it that it imports."""
    for path in sorted(SOURCE.rglob("*.py")):
        here = path.relative_to(SOURCE).as_posix()
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.ImportFrom(module=str(module), names=names):
                    yield here, module
                    yield from ((here, f"{module}.{one.name}") for one in names)
                case ast.Import(names=names):
                    yield from ((here, one.name) for one in names)


def test_the_contracts_hold() -> None:
    config = str(SOURCE.parents[1] / "pyproject.toml")
    assert lint_imports(config_filename=config, no_cache=True) == EXIT_STATUS_SUCCESS


def test_no_feature_imports_the_store_of_another() -> None:
    foreign = {
        (here, module)
        for here, module in imports()
        if module.startswith("exoskull.")
        and module.split(".")[2:3] == ["store"]
        and module.split(".")[1] != here.split("/")[0]
    }
    assert foreign == set()
