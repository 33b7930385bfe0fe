"""Time and chance are arguments: no core code asks the machine for either."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src/exoskull"

WALL_CLOCK = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "datetime.datetime.now",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
}
MAY_READ_THE_CLOCK = {
    "kit/clock.py": "the clock itself",
    "web/serving.py": "a door: how long a server has been stopping",
    "channels/adapters/smtp_session.py": "deadlines of a socket",
}
CHANCE = re.compile(r"(random|np\.random|numpy\.random|secrets)\.\w+|os\.urandom|uuid4|uuid\.uuid4")
SEEDED = {
    "np.random.default_rng",
    "np.random.Generator",
    "np.random.PCG64",
    "np.random.SeedSequence",
    "random.Random",
}
MAY_TAKE_CHANCE = {
    "kit/ids.py": "ids in service",
    "tenants/service.py": "secrets that nobody may guess",
    "onboarding/links.py": "secrets that nobody may guess",
    "summaries/subscriptions.py": "secrets that nobody may guess",
    "database/layout.py": "the password of the server's own role",
    "channels/": "boundaries of mails, shuffled waits of a socket",
    "web/": "nonces",
    "accounts/identities.py": "questions that nobody may guess the answer to",
    "kit/keyfile.py": "the key of an installation",
    "llm/own.py": "nonces of secrets",
    "sandbox/seal.py": "a key that nobody may guess",
    "llm/installed.py": "waits that do not fall together",
}
SQL_NOW = re.compile(
    r"\b(now\(\)|current_timestamp|current_date|current_time|localtimestamp|localtime"
    r"|statement_timestamp|clock_timestamp|transaction_timestamp|timeofday|random\(\)"
    r"|gen_random_uuid|uuidv[47]\(\))",
    re.IGNORECASE,
)


def files() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text())


def calls(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def allowed(here: str, where: dict[str, str]) -> bool:
    return any(here == one or (one.endswith("/") and here.startswith(one)) for one in where)


def test_only_the_clock_reads_the_wall_clock() -> None:
    found = {
        (here, call)
        for here, tree in files()
        if not allowed(here, MAY_READ_THE_CLOCK)
        for call in calls(tree)
        if call in WALL_CLOCK
    }
    assert found == set()


def test_chance_is_seeded_but_where_nobody_may_guess() -> None:
    found = {
        (here, call)
        for here, tree in files()
        if not allowed(here, MAY_TAKE_CHANCE)
        for call in calls(tree)
        if CHANCE.fullmatch(call) and call not in SEEDED
    }
    assert found == set()


def test_no_sql_asks_the_database_for_the_time_or_for_chance() -> None:
    found = set()
    for here, tree in files():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                is_sql = re.search(r"\b(select|insert|update|delete|create)\b", node.value)
                if here.startswith("database/migrations/"):
                    continue  # a migration is done once, when it is done
                if is_sql and SQL_NOW.search(node.value):
                    found.add((here, node.lineno))
    assert found == set()


def test_the_core_does_not_log() -> None:
    """Only doors and workers log; the core returns reasons."""
    found = {
        here
        for here, tree in files()
        for node in ast.walk(tree)
        if isinstance(node, ast.Import) and any(one.name == "structlog" for one in node.names)
    }
    doors = (
        "app.py",
        "commands/",
        "web/",
        "scheduling/",
        "conversations/hooks.py",
        "conversations/web.py",
    )
    assert {here for here in found if not here.startswith(doors)} == set()
