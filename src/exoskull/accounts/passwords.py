"""Passwords: which may be had, and what is kept of them."""

import asyncio
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from exoskull.kit.errors import InvalidInput

LENGTH_MIN = 10
LENGTH_MAX = 200
DISTINCT_MIN = 5
"""Different characters in it, at least: "aaaaaaaaaa" is no password."""

PARALLEL = 2
"""Hashes made at once in a process; each takes 19 MiB and some 20 ms of a core."""

_HASHER = PasswordHasher(memory_cost=19 * 1024, time_cost=2, parallelism=1)
_THREADS = ThreadPoolExecutor(PARALLEL, thread_name_prefix="argon2")


def parse_password(text: str, *, known: frozenset[str]) -> str:
    """`text` as a password, in NFKC, so that it is the same from every keyboard.

    Args:
        known: what others know of the person (name, addresses); a password may be none of it.

    Raises:
        InvalidInput: `password.too_short`, `password.too_long`, `password.too_plain`.
    """
    password = normal(text)
    if len(password) < LENGTH_MIN:
        raise InvalidInput("password.too_short", field="password", least=LENGTH_MIN)
    if len(password) > LENGTH_MAX:
        raise InvalidInput("password.too_long", field="password", most=LENGTH_MAX)
    plain = password.casefold()
    if len(set(plain)) < DISTINCT_MIN or plain in {one.casefold() for one in known}:
        raise InvalidInput("password.too_plain", field="password", least=DISTINCT_MIN)
    return password


def normal(text: str) -> str:
    """`text` as it is hashed."""
    return unicodedata.normalize("NFKC", text)


async def hash_password(password: str) -> str:
    """argon2id of `password` (19 MiB, 2 passes, 1 lane), made in a thread."""
    return await _in_thread(_HASHER.hash, password)


async def is_password(kept: str | None, text: str) -> bool:
    """Whether `text` is the password that `kept` is the hash of.

    Where nothing is kept it takes as long, and is False: time tells nobody who has an account.
    """
    if len(text) > LENGTH_MAX * 4:
        return False
    return await _in_thread(_verify, kept, normal(text))


def is_outdated(kept: str) -> bool:
    """Whether `kept` was made with other parameters than those of today."""
    return _HASHER.check_needs_rehash(kept)


def _verify(kept: str | None, password: str) -> bool:
    try:
        _HASHER.verify(_nobodys() if kept is None else kept, password)
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


@cache
def _nobodys() -> str:
    """The hash of a password that nobody has."""
    return _HASHER.hash("nobody's password")


async def _in_thread(act, *args):
    return await asyncio.get_running_loop().run_in_executor(_THREADS, partial(act, *args))
