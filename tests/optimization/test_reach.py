"""What the Ralph loop cannot touch: permissions, limits, and the program itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import exoskull
from exoskull.levers.model import LeverName
from exoskull.optimization.propose import REMEDIES

SOURCE = Path(exoskull.__file__).parent
MINE = sorted([*(SOURCE / "optimization").rglob("*.py"), *(SOURCE / "levers").rglob("*.py")])

OWN_TABLES = {"levers", "trials", "trial_looks", "gaps"}
WRITES = {"open", "write_text", "write_bytes", "unlink", "rename", "replace_file", "system", "exec"}


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in MINE:
        yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def test_it_imports_nothing_of_the_permissions_nor_of_limits() -> None:
    for here, tree in trees():
        for node in ast.walk(tree):
            names = []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or "", *(f"{node.module}.{one.name}" for one in node.names)]
            elif isinstance(node, ast.Import):
                names = [one.name for one in node.names]
            for name in names:
                assert not name.startswith(("exoskull.grants", "exoskull.budgets")), (here, name)
                assert not name.startswith("exoskull.interventions.service"), (here, name)
                assert name.split(".")[0] not in {"os", "pathlib", "subprocess", "shutil", "io"}


def test_it_writes_no_file_and_runs_no_code() -> None:
    for here, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                assert name not in WRITES | {"eval", "compile", "__import__"}, (here, node.lineno)


def test_it_writes_its_own_tables_only() -> None:
    words = ("insert into ", "update ", "delete from ")
    for here, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                sql = " ".join(node.value.split())
                for word in words:
                    for rest in sql.split(word)[1:]:
                        table = rest.split()[0]
                        known = table in OWN_TABLES or table in {"set", "and"}
                        assert known or (" set " not in sql and "(" not in rest), (here, table)


def test_no_lever_is_a_permission_a_limit_or_source() -> None:
    assert {one.value for one in LeverName} == {
        "retire_option", "prefer_option", "plain_wording", "lengthen_cooldown",
        "raise_threshold", "demote_channel",
    }  # fmt: skip
    assert all(
        word not in one.value
        for one in LeverName
        for word in ("grant", "permission", "limit", "source", "budget", "spend")
    )
    assert all(callable(one) for ladder in REMEDIES.values() for one in ladder)
